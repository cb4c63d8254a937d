import NIOCore

/// One Socket.IO packet (protocol 5): the fields of its header, and its payload as the JSON text that came.
struct SocketPacket: Equatable {
    enum Kind: Equatable {
        case connect
        case disconnect
        /// `EVENT`, or `BINARY_EVENT` when there are attachments.
        case event
        /// `ACK`, or `BINARY_ACK` when there are attachments.
        case acknowledgement
        case connectError
    }

    var kind: Kind
    /// With its leading slash; `/` is the default namespace, which the wire leaves out.
    var namespace = "/"
    /// The number that pairs an event with its acknowledgement.
    var id: Int?
    /// The JSON text, not yet parsed; empty when there is none.
    var payload = ByteBuffer()
    var attachments: [ByteBuffer] = []
}

/// What a client did against the protocol. It ends that client's connection with the reason `parse error`.
enum ProtocolViolation: Error, Equatable {
    case unknownPacketType
    case invalidAttachmentCount
    case tooManyAttachments
    case namespaceTooLong
    case invalidAcknowledgementID
    case invalidPayload
    case payloadTooComplex
    case invalidPlaceholder
    case invalidEventName
    case eventNameTooLong
    case reservedEventName
    case unexpectedBinary
    case unexpectedText
    case attachmentsTooLate
    case connectTooLate
    case notConnected
    case alreadyConnected
    case unexpectedConnectError
}

/// Names that the protocol's libraries use for events of their own; no packet may carry them.
enum ReservedEvent {
    /// Comparing with each costs less than hashing a name, and is done for every event.
    static func contains(_ name: String) -> Bool {
        switch name {
        case "connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener": true
        default: false
        }
    }
}
