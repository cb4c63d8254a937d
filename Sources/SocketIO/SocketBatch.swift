import EngineIO
public import JSON
public import NIOCore

/// Events of one socket that are to leave together.
public struct SocketBatch {
    private let namespace: Namespace
    private(set) var messages: [EngineIOMessage] = []

    init(namespace: Namespace) { self.namespace = namespace }

    /// As ``Socket/emit(_:_:attachments:)``.
    public mutating func emit(_ event: String, _ arguments: JSONValue..., attachments: [ByteBuffer] = []) {
        self.emit(event, arguments: arguments, attachments: attachments)
    }

    public mutating func emit(_ event: String, arguments: [JSONValue], attachments: [ByteBuffer] = []) {
        guard let packet = self.namespace.encode(event: event, arguments, attachments: attachments) else { return }
        self.messages += packet.messages
    }
}
