public import JSON
public import NIOCore

/// Events of one socket that are to leave together.
public struct SocketBatch {
    private(set) var events: [OutgoingEvent] = []

    /// As ``Socket/emit(_:_:attachments:)``.
    public mutating func emit(_ event: String, _ arguments: JSONValue..., attachments: [ByteBuffer] = []) {
        self.emit(event, arguments: arguments, attachments: attachments)
    }

    public mutating func emit(_ event: String, arguments: [JSONValue], attachments: [ByteBuffer] = []) {
        self.events.append(OutgoingEvent(event, arguments, attachments: attachments))
    }
}
