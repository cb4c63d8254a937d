import JSON
import NIOCore

/// Joins the messages of a session into packets: a text message is one, or the header of one whose attachments follow as
/// binary messages. Header fields are read by position; the payload stays an unparsed slice of the message.
struct PacketDecoder {
    private enum State {
        /// The next message is text.
        case idle
        /// `missing` (at least one) binary messages belong to the packet; a text message is a violation.
        case awaitingAttachments(SocketPacket, missing: Int)
    }

    private let limits: PacketLimits
    private var state = State.idle

    init(limits: PacketLimits) { self.limits = limits }

    /// - Returns: a packet, or `nil` if its attachments are to come.
    mutating func decode(text message: ByteBuffer) throws(ProtocolViolation) -> SocketPacket? {
        guard case .idle = self.state else { throw .unexpectedText }
        var header = PacketHeaderReader(message: message, limits: self.limits)
        let (packet, attachments) = try header.read()
        guard attachments > 0 else { return packet }
        self.state = .awaitingAttachments(packet, missing: attachments)
        return nil
    }

    /// - Returns: the packet, if this was its last attachment.
    mutating func decode(binary message: ByteBuffer) throws(ProtocolViolation) -> SocketPacket? {
        guard case .awaitingAttachments(var packet, let missing) = self.state else { throw .unexpectedBinary }
        packet.attachments.append(message)
        if missing > 1 {
            self.state = .awaitingAttachments(packet, missing: missing - 1)
            return nil
        }
        self.state = .idle
        return packet
    }
}

/// Bounds of what one packet may be. All of a server's connections share them.
final class PacketLimits: Sendable {
    let maxAttachments: Int
    let maxNamespaceLength: Int
    let maxEventNameLength: Int
    let json: JSONLimits

    init(maxAttachments: Int, maxNamespaceLength: Int, maxEventNameLength: Int, json: JSONLimits) {
        (self.maxAttachments, self.maxNamespaceLength) = (maxAttachments, maxNamespaceLength)
        (self.maxEventNameLength, self.json) = (maxEventNameLength, json)
    }
}

/// Reads `<type>[<attachments>-][<namespace>,][<acknowledgement id>][<JSON>]`.
private struct PacketHeaderReader {
    /// The largest integer that JavaScript, and so the clients' counters, holds exactly: 2^53 - 1.
    private static let maxAcknowledgementID = 9_007_199_254_740_991

    private var message: ByteBuffer
    private let limits: PacketLimits

    init(message: ByteBuffer, limits: PacketLimits) { (self.message, self.limits) = (message, limits) }

    private var next: UInt8? { self.message.getInteger(at: self.message.readerIndex) }

    mutating func read() throws(ProtocolViolation) -> (SocketPacket, attachments: Int) {
        guard let type = self.message.readInteger(as: UInt8.self) else { throw .unknownPacketType }
        let attachments: Int
        var packet: SocketPacket
        switch type {
        case UInt8(ascii: "0"): (packet, attachments) = (SocketPacket(kind: .connect), 0)
        case UInt8(ascii: "1"): (packet, attachments) = (SocketPacket(kind: .disconnect), 0)
        case UInt8(ascii: "2"): (packet, attachments) = (SocketPacket(kind: .event), 0)
        case UInt8(ascii: "3"): (packet, attachments) = (SocketPacket(kind: .acknowledgement), 0)
        case UInt8(ascii: "4"): (packet, attachments) = (SocketPacket(kind: .connectError), 0)
        case UInt8(ascii: "5"): (packet, attachments) = (SocketPacket(kind: .event), try self.attachmentCount())
        case UInt8(ascii: "6"): (packet, attachments) = (SocketPacket(kind: .acknowledgement), try self.attachmentCount())
        default: throw .unknownPacketType
        }
        if self.next == UInt8(ascii: "/") { packet.namespace = try self.namespace() }
        packet.id = try self.acknowledgementID()
        packet.payload = self.message.slice()
        try self.check(packet)
        return (packet, attachments)
    }

    private mutating func attachmentCount() throws(ProtocolViolation) -> Int {
        guard let count = try self.integer(max: self.limits.maxAttachments, tooLarge: .tooManyAttachments),
            self.message.readInteger(as: UInt8.self) == UInt8(ascii: "-")
        else { throw .invalidAttachmentCount }
        return count
    }

    private mutating func namespace() throws(ProtocolViolation) -> String {
        let view = self.message.readableBytesView
        let length = (view.firstIndex(of: UInt8(ascii: ",")) ?? view.endIndex) - view.startIndex
        guard length <= self.limits.maxNamespaceLength else { throw .namespaceTooLong }
        let name = self.message.readString(length: length) ?? ""
        self.message.moveReaderIndex(forwardBy: min(1, self.message.readableBytes))
        return name
    }

    private mutating func acknowledgementID() throws(ProtocolViolation) -> Int? {
        try self.integer(max: Self.maxAcknowledgementID, tooLarge: .invalidAcknowledgementID)
    }

    /// A run of decimal digits; `nil` if there is none.
    private mutating func integer(max: Int, tooLarge: ProtocolViolation) throws(ProtocolViolation) -> Int? {
        let digits = self.message.readableBytesView.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard !digits.isEmpty else { return nil }
        // Sixteen digits hold 2^53 - 1, and cannot overflow an Int.
        guard digits.count <= 16 else { throw tooLarge }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        guard value <= max else { throw tooLarge }
        self.message.moveReaderIndex(forwardBy: digits.count)
        return value
    }

    /// What can be said without parsing the payload. `DISCONNECT` has none, and only events and acknowledgements a number.
    private func check(_ packet: SocketPacket) throws(ProtocolViolation) {
        let first: UInt8? = packet.payload.getInteger(at: packet.payload.readerIndex)
        switch packet.kind {
        case .connect:
            guard packet.id == nil, first == nil || first == UInt8(ascii: "{") else { throw .invalidPayload }
        case .disconnect:
            guard packet.id == nil, first == nil else { throw .invalidPayload }
        case .event:
            guard first == UInt8(ascii: "[") else { throw .invalidPayload }
        case .acknowledgement:
            guard packet.id != nil else { throw .invalidAcknowledgementID }
            guard first == UInt8(ascii: "[") else { throw .invalidPayload }
        case .connectError: break
        }
    }
}
