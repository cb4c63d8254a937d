public import JSON
public import NIOCore
import NIOConcurrencyHelpers

/// One client in one namespace, from its connection to its disconnection. A client that comes back is a new socket.
///
/// Any thread may call any method. Handlers run on the session's event loop, in the order of the client's packets, and must
/// not block: hand longer work to a task. After the disconnection every method does nothing, and handlers are released.
public final class Socket: Sendable {
    /// Of this connection to this namespace: 20 characters of base64url. It is no secret between clients; that is
    /// Engine.IO's session id.
    public let id: String
    public let handshake: SocketHandshake
    public let namespace: Namespace
    public let data = SocketData()

    private let connection: ClientConnection
    private let member: Int
    private let state: NIOLockedValueBox<SocketState>

    init(
        id: String, handshake: SocketHandshake, namespace: Namespace, connection: ClientConnection, member: Int,
        maxPendingAcknowledgements: Int
    ) {
        (self.id, self.handshake, self.namespace) = (id, handshake, namespace)
        (self.connection, self.member) = (connection, member)
        self.state = NIOLockedValueBox(SocketState(maxPendingAcknowledgements: maxPendingAcknowledgements))
    }

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
    ///   - arguments: use `JSONValue.attachment(_:)` where an attachment belongs.
    ///   - attachments: binary parts; up to ``SocketIOConfiguration/maxAttachments``.
    public func emit(_ event: String, _ arguments: JSONValue..., attachments: [ByteBuffer] = []) {
        self.emit(event, arguments: arguments, attachments: attachments)
    }

    public func emit(_ event: String, arguments: [JSONValue], attachments: [ByteBuffer] = []) {
        guard let packet = self.namespace.encode(event: event, arguments, attachments: attachments) else { return }
        self.send(packet)
    }

    /// Sends several events in one flush: `socket.batch { $0.emit("a", 1); $0.emit("b", 2) }`. If `body` throws, none is sent.
    public func batch(_ body: (inout SocketBatch) throws -> Void) rethrows {
        var batch = SocketBatch(namespace: self.namespace)
        try body(&batch)
        if !batch.messages.isEmpty, self.isConnected { self.connection.send(batch.messages) }
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
                    self.ask(event, arguments, attachments: attachments, timeout: timeout) {
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
        _ = self.ask(event, arguments, attachments: attachments, timeout: timeout, completion: completion)
    }

    /// - Returns: the number of the awaited acknowledgement; `nil` if nothing was sent.
    private func ask(
        _ event: String, _ arguments: [JSONValue], attachments: [ByteBuffer], timeout: TimeAmount,
        completion: @escaping SocketState.AcknowledgementHandler
    ) -> Int? {
        let id: Int
        switch self.state.withLockedValue({ $0.await(completion) }) {
        case .success(let number): id = number
        case .failure(let error):
            completion(.failure(error))
            return nil
        }
        guard let packet = self.namespace.encode(event: event, arguments, attachments: attachments, id: id) else {
            self.abandonAcknowledgement(id, error: .invalidEvent)
            return nil
        }
        self.send(packet)
        // Not cancelled when the answer comes: that is a search through all timers of the loop, and finding nothing is cheap.
        self.eventLoop.scheduleTask(in: timeout) { [weak self] in self?.abandonAcknowledgement(id, error: .timeout) }
        return id
    }

    func abandonAcknowledgement(_ id: Int, error: AcknowledgementError) {
        self.state.withLockedValue { $0.removeWaiter(id) }?(.failure(error))
    }

    func acknowledge(_ arguments: [JSONValue], attachments: [ByteBuffer], id: Int) {
        guard let packet = self.namespace.encode(acknowledgement: arguments, attachments: attachments, id: id) else { return }
        self.send(packet)
    }

    func send(_ packet: EncodedPacket) {
        if self.isConnected { self.connection.send(packet.messages) }
    }

    // MARK: Rooms

    /// Enters rooms, which exist as long as somebody is in them. Names are told apart by their bytes. What a client may enter
    /// is for the application to decide.
    /// - Returns: false if the socket is not connected (as in a middleware) or one of the rooms would have been more than
    ///   ``SocketIOConfiguration/maxRoomsPerSocket``.
    @discardableResult
    public func join(_ rooms: String...) -> Bool {
        rooms.reduce(true) { self.namespace.adapter.join(ByteKey($1), self) && $0 }
    }

    public func leave(_ room: String) { self.namespace.adapter.leave(ByteKey(room), self) }

    /// The rooms the socket is in, the one named by its ``id`` included, in no particular order.
    public var rooms: [String] { self.namespace.adapter.rooms(of: self) }

    /// All sockets of the namespace but this one.
    public var broadcast: BroadcastOperator { BroadcastOperator(self.namespace).removing([self.id]) }

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

    // MARK: Called by the connection, on its event loop

    func connected() {
        guard self.state.withLockedValue({ $0.connected() }) else { return }
        self.namespace.adapter.add(self)
        for handler in self.namespace.connectionHandlers { handler(self) }
    }

    func received(_ event: String, _ packet: SocketPacket, limits: PacketLimits) throws(ProtocolViolation) {
        let handlers = self.state.withLockedValue { $0.handlers(for: event) }
        guard !handlers.isEmpty else { return }
        let acknowledgement = packet.id.map { Acknowledger(socket: self, id: $0) }
        let arguments: [JSONValue]
        do {
            arguments = try PacketPayload.arguments(of: packet, limits: limits)
        } catch {
            let refused = self.state.withLockedValue { $0.refusedEventHandlers }
            guard error == .payloadTooComplex, !refused.isEmpty else { throw error }
            for handler in refused { handler(RefusedSocketEvent(name: event, acknowledgement: acknowledgement)) }
            return
        }
        let event = SocketEvent(
            name: event, arguments: arguments, attachments: packet.attachments, acknowledgement: acknowledgement)
        for handler in handlers { handler(event) }
    }

    func received(acknowledgement id: Int, _ packet: SocketPacket, limits: PacketLimits) throws(ProtocolViolation) {
        guard let waiter = self.state.withLockedValue({ $0.removeWaiter(id) }) else { return }
        let result = Result { () throws(ProtocolViolation) in try PacketPayload.arguments(of: packet, limits: limits) }
        switch result {
        case .success(let arguments):
            waiter(.success(SocketAcknowledgement(arguments: arguments, attachments: packet.attachments)))
        case .failure(let violation):
            waiter(.failure(.disconnected))
            throw violation
        }
    }

    /// The socket left, or was refused before it was connected.
    func disconnected(_ reason: DisconnectReason) {
        for handler in self.state.withLockedValue({ $0.disconnecting() }) { handler(reason) }
        self.namespace.adapter.remove(self)
        let (handlers, waiters) = self.state.withLockedValue { $0.disconnected() }
        for handler in handlers { handler(reason) }
        for waiter in waiters { waiter(.failure(.disconnected)) }
    }
}

extension Socket: Hashable {
    public static func == (left: Socket, right: Socket) -> Bool { left === right }
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
