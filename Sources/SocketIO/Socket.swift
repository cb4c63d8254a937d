import EngineIO
public import JSON
public import NIOCore
import NIOConcurrencyHelpers

/// One client in one namespace, from its connection to its disconnection. A client that comes back is a new socket.
///
/// Any thread may call any method. Handlers run on the session's event loop, in the order of the client's packets, and must
/// not block: hand longer work to a task. After the disconnection every method does nothing, and handlers are released; only
/// what is emitted to a client that may come back, see ``ConnectionStateRecovery``, is kept for it.
public final class Socket: Sendable {
    /// Of this connection to this namespace: 20 characters of base64url. It is no secret between clients; that is
    /// Engine.IO's session id.
    public let id: String
    public let handshake: SocketHandshake
    public let namespace: Namespace
    /// Kept when the client takes up a lost connection.
    public let data: SocketData

    let connection: ClientConnection
    private let member: Int
    let state: NIOLockedValueBox<SocketState>
    /// `nil` without recovery.
    let returning: NIOLockedValueBox<SocketRecovery>?

    init(
        identity: SocketIdentity, handshake: SocketHandshake, namespace: Namespace, connection: ClientConnection, member: Int
    ) {
        (self.id, self.handshake, self.namespace) = (identity.id, handshake, namespace)
        (self.connection, self.member) = (connection, member)
        self.data = identity.claim?.session.data ?? SocketData()
        let maxPending = namespace.configuration.maxPendingAcknowledgements
        self.state = NIOLockedValueBox(SocketState(maxPendingAcknowledgements: maxPending))
        self.returning = SocketRecovery(identity).map { NIOLockedValueBox($0) }
    }

    /// The offset of the last packet that a client has which took up a lost connection; `nil` for a new one.
    public var recoveredOffset: Int? { self.returning?.withLockedValue { $0.claim?.offset } }

    /// Whether the client took up a lost connection: the socket has its earlier id, ``data`` and rooms (these from the
    /// connection handlers on), and the client gets what it missed. See ``ConnectionStateRecovery``.
    public var recovered: Bool { self.returning?.withLockedValue { $0.claim != nil } ?? false }

    /// True from just before the namespace's connection handlers until just before ``onDisconnecting(_:)``'s.
    public var isConnected: Bool { self.state.withLockedValue { $0.phase == .connected } }

    /// The loop on which handlers run.
    public var eventLoop: any EventLoop { self.connection.eventLoop }

    // MARK: Receiving

    /// Adds a handler of an event. Several run in the order in which they were added. The payload of an event that has no
    /// handler is not even parsed.
    public func on(_ event: String, _ handler: @escaping @Sendable (SocketEvent) -> Void) {
        self.state.withLockedValue { $0.add(handler, for: event) }
    }

    /// Adds a handler of all events, which runs before those of ``on(_:_:)``.
    public func onAny(_ handler: @escaping @Sendable (SocketEvent) -> Void) {
        self.state.withLockedValue { $0.add(handler, for: nil) }
    }

    /// Adds a handler of events that are JSON but pass a bound of ``SocketIOConfiguration/jsonLimits``. Their arguments are
    /// not there to be handled; the client can be told. Without such a handler the event closes the session.
    public func onRefusedEvent(_ handler: @escaping @Sendable (RefusedSocketEvent) -> Void) {
        self.state.withLockedValue { $0.addRefusedEvent(handler) }
    }

    /// Adds a handler that runs when the socket leaves, while it is still in its rooms.
    public func onDisconnecting(_ handler: @escaping @Sendable (DisconnectReason) -> Void) {
        self.state.withLockedValue { $0.addDisconnecting(handler) }
    }

    /// Adds a handler that runs once the socket has left its rooms and its namespace.
    public func onDisconnect(_ handler: @escaping @Sendable (DisconnectReason) -> Void) {
        self.state.withLockedValue { $0.addDisconnect(handler) }
    }

    // MARK: Sending

    /// Sends an event. One whose name is reserved, or whose placeholders and attachments do not match, is logged instead.
    /// - Parameters:
    ///   - event: its name.
    ///   - arguments: use `JSONValue.attachment(_:)` where an attachment belongs.
    ///   - attachments: binary parts; up to ``SocketIOConfiguration/maxAttachments``.
    public func emit(_ event: String, _ arguments: JSONValue..., attachments: [ByteBuffer] = []) {
        self.emit(event, arguments: arguments, attachments: attachments)
    }

    public func emit(_ event: String, arguments: [JSONValue], attachments: [ByteBuffer] = []) {
        self.send(OutgoingEvent(event, arguments, attachments: attachments))
    }

    /// Sends one of many pieces of something that the application can give again, such as a text that is being written. It is
    /// not kept for a client that comes back; what that client has is told by ``recoveredOffset``.
    /// - Returns: the offset of the piece; `nil` without recovery, and if the socket is not connected.
    @discardableResult
    public func emitPiece(_ event: String, _ arguments: JSONValue...) -> Int? {
        self.sendPiece(OutgoingEvent(event, arguments))
    }

    /// Sends several events in one flush: `socket.batch { $0.emit("a", 1); $0.emit("b", 2) }`. If `body` throws, none is sent.
    public func batch(_ body: (inout SocketBatch) throws -> Void) rethrows {
        var batch = SocketBatch()
        try body(&batch)
        self.send(batch.events)
    }

    /// Sends an event and waits for the client's callback. Cancelling the task ends the waiting, not the event.
    public func emitWithAck(
        _ event: String, _ arguments: JSONValue..., attachments: [ByteBuffer] = [], timeout: TimeAmount
    ) async throws(AcknowledgementError) -> SocketAcknowledgement {
        try await self.emitWithAck(event, arguments: arguments, attachments: attachments, timeout: timeout)
    }

    public func emitWithAck(
        _ event: String, arguments: [JSONValue], attachments: [ByteBuffer] = [], timeout: TimeAmount
    ) async throws(AcknowledgementError) -> SocketAcknowledgement {
        let waiting = CancellableWait(self)
        return try await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                waiting.started(
                    self.ask(OutgoingEvent(event, arguments, attachments: attachments), timeout: timeout) {
                        continuation.resume(returning: $0)
                    })
            }
        } onCancel: {
            waiting.cancel()
        }.get()
    }

    /// Sends an event and calls `completion` once, without a task: on the event loop, or, if nothing could be sent, before
    /// this returns.
    public func emit(
        _ event: String, arguments: [JSONValue], attachments: [ByteBuffer] = [], timeout: TimeAmount,
        completion: @escaping @Sendable (Result<SocketAcknowledgement, AcknowledgementError>) -> Void
    ) {
        _ = self.ask(OutgoingEvent(event, arguments, attachments: attachments), timeout: timeout, completion: completion)
    }

    // MARK: Rooms

    /// Enters rooms, which exist as long as somebody is in them. Names are told apart by their bytes. What a client may enter
    /// is for the application to decide.
    /// - Returns: false if the socket is not connected (as in a middleware) or one of the rooms would have been more than
    ///   ``SocketIOConfiguration/maxRoomsPerSocket``.
    @discardableResult
    public func join(_ rooms: String...) -> Bool { self.join(rooms) }

    @discardableResult
    public func join(_ rooms: [String]) -> Bool {
        guard let recovery = self.namespace.recovery, let returning = self.returning else {
            return rooms.reduce(true) { self.namespace.adapter.join($1, self) && $0 }
        }
        return recovery.delivery.locked {
            rooms.reduce(true) { all, room in
                guard self.namespace.adapter.join(room, self) else { return false }
                returning.withLockedValue { $0.entered(room, after: recovery.lastOffset) }
                recovery.changed { self.isConnected ? returning.withLockedValue { $0 }.session(of: self) : nil }
                return all
            }
        }
    }

    public func leave(_ room: String) {
        guard let recovery = self.namespace.recovery, let returning = self.returning else {
            return self.namespace.adapter.leave(room, self)
        }
        recovery.delivery.locked {
            self.namespace.adapter.leave(room, self)
            returning.withLockedValue { $0.rooms[ByteKey(room)] = nil }
            recovery.changed { self.isConnected ? returning.withLockedValue { $0 }.session(of: self) : nil }
        }
    }

    /// The rooms the socket is in, the one named by its ``id`` included, in no particular order.
    public var rooms: [String] { self.namespace.adapter.rooms(of: self) }

    /// All sockets of the namespace but this one.
    public var broadcast: BroadcastOperator { BroadcastOperator(self.namespace).removing([self.id]) }

    /// This socket, for an event that is worth nothing later: as ``BroadcastOperator/volatile``.
    public var volatile: BroadcastOperator { self.namespace.to(self.id).volatile }

    /// The sockets in any of these rooms but this one.
    public func to(_ rooms: String...) -> BroadcastOperator { self.broadcast.adding(rooms) }

    // MARK: The end

    /// Makes the client leave the namespace, which its library does not undo by itself.
    /// - Parameter close: also take it out of its other namespaces, and close the session.
    public func disconnect(close: Bool = false) {
        let (connection, member) = (self.connection, self.member)
        if self.eventLoop.inEventLoop {
            connection.disconnect(member: member, close: close)
        } else {
            self.eventLoop.execute { connection.disconnect(member: member, close: close) }
        }
    }
}

extension Socket: Hashable {
    public static func == (left: Socket, right: Socket) -> Bool { left === right }
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
