public import JSON
public import NIOCore
import Synchronization

/// An event that a client sent.
public struct SocketEvent: Sendable {
    public let name: String
    /// What came after the name.
    public let arguments: [JSONValue]
    /// The event's binary parts. Arguments hold a placeholder where each belongs: see ``binary(in:)``.
    public let attachments: [ByteBuffer]
    let acknowledgement: Acknowledger?

    /// The bytes that the client put where `value`, one of ``arguments`` or a value inside one, now stands; `nil` if it put
    /// none there.
    public func binary(in value: JSONValue?) -> ByteBuffer? {
        value.flatMap { Attachments.bytes(for: $0, in: self.attachments) }
    }

    /// Whether the client passed a callback.
    public var wantsAcknowledgement: Bool { self.acknowledgement != nil }

    /// Calls the client's callback with these arguments. From any thread, now or later; only the first call counts, and none
    /// does when the client wants no acknowledgement or is gone.
    public func acknowledge(_ arguments: JSONValue..., attachments: [ByteBuffer] = []) {
        self.acknowledge(arguments: arguments, attachments: attachments)
    }

    public func acknowledge(arguments: [JSONValue], attachments: [ByteBuffer] = []) {
        self.acknowledgement?.send(arguments, attachments: attachments)
    }
}

/// An event whose arguments pass a bound of ``SocketIOConfiguration/jsonLimits``.
public struct RefusedSocketEvent: Sendable {
    public let name: String
    let acknowledgement: Acknowledger?

    /// As ``SocketEvent/acknowledge(_:attachments:)``.
    public func acknowledge(_ arguments: JSONValue...) { self.acknowledgement?.send(arguments, attachments: []) }
}

/// A client's answer to an event of ours.
public struct SocketAcknowledgement: Sendable {
    public let arguments: [JSONValue]
    public let attachments: [ByteBuffer]

    /// As ``SocketEvent/binary(in:)``.
    public func binary(in value: JSONValue?) -> ByteBuffer? {
        value.flatMap { Attachments.bytes(for: $0, in: self.attachments) }
    }
}

/// Sends the answer to one event, once.
final class Acknowledger: Sendable {
    private let socket: Socket
    private let id: Int
    private let isUsed = Atomic(false)

    init(socket: Socket, id: Int) { (self.socket, self.id) = (socket, id) }

    func send(_ arguments: [JSONValue], attachments: [ByteBuffer]) {
        guard !self.isUsed.exchange(true, ordering: .relaxed) else { return }
        self.socket.acknowledge(arguments, attachments: attachments, id: self.id)
    }
}
