public import JSON
public import NIOCore

/// A choice of a namespace's sockets, and what can be done with all of them. Choices can be refined and kept:
/// `namespace.to("news").except("muted").emit("item", item)`. Any thread may use it.
public struct BroadcastOperator: Sendable {
    private let namespace: Namespace
    private var target: BroadcastTarget

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

    /// Only the sockets of this process. At present these are all.
    public var local: BroadcastOperator {
        var copy = self
        copy.target.isLocal = true
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
        guard let packet = self.namespace.encode(event: event, arguments, attachments: attachments) else { return }
        self.namespace.adapter.broadcast(packet, to: self.target)
    }

    /// The sockets at this moment, in no particular order.
    public var sockets: [Socket] { self.namespace.adapter.sockets(in: self.target) }

    /// ``Socket/disconnect(close:)`` for each of the sockets.
    public func disconnectSockets(close: Bool = false) {
        for socket in self.sockets { socket.disconnect(close: close) }
    }
}
