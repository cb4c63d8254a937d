public import JSON
public import NIOCore

/// A choice of a namespace's sockets, and what can be done with all of them. Choices can be refined and kept:
/// `namespace.to("news").except("muted").emit("item", item)`. Any thread may use it.
public struct BroadcastOperator: Sendable {
    private let namespace: Namespace
    private var target: BroadcastTarget
    private var isVolatile = false

    init(_ namespace: Namespace, target: BroadcastTarget = BroadcastTarget()) {
        (self.namespace, self.target) = (namespace, target)
    }

    // MARK: Who

    /// Sockets in any of these rooms, and of those named before. Every socket is in a room named by its ``Socket/id``.
    public func to(_ rooms: String...) -> BroadcastOperator { self.adding(rooms) }

    /// The same as ``to(_:)``, for sentences that read better with it: `in("news").sockets`.
    public func `in`(_ rooms: String...) -> BroadcastOperator { self.adding(rooms) }

    /// Not the sockets in any of these rooms.
    public func except(_ rooms: String...) -> BroadcastOperator { self.removing(rooms) }

    /// Only the sockets of this process, where an ``Adapter`` knows of others.
    public var local: BroadcastOperator {
        var copy = self
        copy.target.isLocal = true
        return copy
    }

    /// An event that is worth nothing later, such as a pointer's position: it is dropped for a client that cannot take it at
    /// once, because something else waits for it or its polling request is under way.
    public var volatile: BroadcastOperator {
        var copy = self
        copy.isVolatile = true
        return copy
    }

    func adding(_ rooms: [String]) -> BroadcastOperator {
        var copy = self
        copy.target.rooms.formUnion(rooms.map(ByteKey.init))
        return copy
    }

    func removing(_ rooms: [String]) -> BroadcastOperator {
        var copy = self
        copy.target.except.formUnion(rooms.map(ByteKey.init))
        return copy
    }

    // MARK: What

    /// Sends an event to each of the sockets. It is encoded once, and they share the bytes.
    public func emit(_ event: String, _ arguments: JSONValue..., attachments: [ByteBuffer] = []) {
        self.emit(event, arguments: arguments, attachments: attachments)
    }

    public func emit(_ event: String, arguments: [JSONValue], attachments: [ByteBuffer] = []) {
        self.namespace.adapter.broadcast(self.event(event, arguments, attachments), to: self.target)
    }

    private func event(_ name: String, _ arguments: [JSONValue], _ attachments: [ByteBuffer]) -> OutgoingEvent {
        OutgoingEvent(name, arguments, attachments: attachments, isVolatile: self.isVolatile)
    }

    /// Sends an event to each of the sockets and waits until all have answered, are gone, or the time is over. Cancelling the
    /// task ends the waiting, not the event.
    public func emitWithAck(
        _ event: String, _ arguments: JSONValue..., attachments: [ByteBuffer] = [], timeout: TimeAmount
    ) async -> BroadcastAcknowledgements {
        await self.emitWithAck(event, arguments: arguments, attachments: attachments, timeout: timeout)
    }

    public func emitWithAck(
        _ event: String, arguments: [JSONValue], attachments: [ByteBuffer] = [], timeout: TimeAmount
    ) async -> BroadcastAcknowledgements {
        let event = self.event(event, arguments, attachments)
        return await self.namespace.adapter.broadcastWithAck(event, to: self.target, timeout: timeout)
    }

    /// The sockets of this process at this moment, in no particular order.
    public var sockets: [Socket] { self.namespace.adapter.sockets(in: self.target) }

    /// The sockets at this moment, of this and other servers.
    public func fetchSockets() async throws -> [RemoteSocket] {
        try await self.namespace.adapter.fetchSockets(in: self.target)
    }

    /// ``Socket/join(_:)-(String...)`` for each of the sockets.
    public func socketsJoin(_ rooms: String...) { self.namespace.adapter.join(rooms, socketsIn: self.target) }

    /// ``Socket/leave(_:)`` for each of the sockets.
    public func socketsLeave(_ rooms: String...) { self.namespace.adapter.leave(rooms, socketsIn: self.target) }

    /// ``Socket/disconnect(close:)`` for each of the sockets.
    public func disconnectSockets(close: Bool = false) {
        self.namespace.adapter.disconnect(socketsIn: self.target, close: close)
    }
}
