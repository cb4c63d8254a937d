public import JSON
public import NIOCore

/// An event on its way to clients.
public struct OutgoingEvent: Sendable, Hashable {
    public var name: String
    /// With `JSONValue.attachment(_:)` where an attachment belongs.
    public var arguments: [JSONValue]
    public var attachments: [ByteBuffer]
    /// Worth nothing later: dropped for a client that cannot take it at once, and not kept for one that comes back.
    public var isVolatile: Bool

    public init(_ name: String, _ arguments: [JSONValue] = [], attachments: [ByteBuffer] = [], isVolatile: Bool = false) {
        self.name = name
        self.arguments = arguments
        self.attachments = attachments
        self.isVolatile = isVolatile
    }
}
