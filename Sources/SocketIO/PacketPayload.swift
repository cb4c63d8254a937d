import JSON
import NIOCore

/// Reading a packet's payload, which happens only once somebody wants it.
enum PacketPayload {
    /// The name of an event, read from the front of `["name",…]` without parsing what follows it.
    static func eventName(of payload: ByteBuffer, limits: PacketLimits) throws(ProtocolViolation) -> String {
        let bytes = payload.readableBytesView
        guard bytes.first == UInt8(ascii: "["),
            let quote = bytes.dropFirst().firstIndex(where: { !Self.isWhiteSpace($0) }), bytes[quote] == UInt8(ascii: "\"")
        else { throw .invalidEventName }
        let start = quote + 1
        var end = start
        var isPlain = true
        while end < bytes.endIndex, bytes[end] != UInt8(ascii: "\"") {
            guard end - start < limits.maxEventNameLength else { throw .eventNameTooLong }
            if bytes[end] == UInt8(ascii: "\\") {
                isPlain = false
                end += 1
            }
            end += 1
        }
        guard end < bytes.endIndex else { throw .invalidEventName }
        let name = isPlain ? String(validating: bytes[start..<end], as: UTF8.self) : Self.unescape(bytes[quote...end])
        guard let name else { throw .invalidEventName }
        guard !ReservedEvent.contains(name) else { throw .reservedEventName }
        return name
    }

    /// The arguments of an event, without its name, or of an acknowledgement. Placeholders of a packet with attachments
    /// are checked: each one names an attachment that is there.
    static func arguments(of packet: SocketPacket, limits: PacketLimits) throws(ProtocolViolation) -> [JSONValue] {
        guard case .array(let values) = try self.parse(packet.payload, limits: limits) else { throw .invalidPayload }
        guard Attachments.areValid(in: values, count: packet.attachments.count) else { throw .invalidPlaceholder }
        return packet.kind == .event ? Array(values.dropFirst()) : values
    }

    /// The object that came with a `CONNECT`; empty if none came.
    static func object(of packet: SocketPacket, limits: PacketLimits) throws(ProtocolViolation) -> JSONObject {
        guard packet.payload.readableBytes > 0 else { return [:] }
        guard case .object(let object) = try self.parse(packet.payload, limits: limits) else { throw .invalidPayload }
        return object
    }

    private static func parse(_ payload: ByteBuffer, limits: PacketLimits) throws(ProtocolViolation) -> JSONValue {
        do {
            return try JSONValue(parsing: payload.readableBytesView, limits: limits.json)
        } catch {
            switch error {
            case .malformed: throw .invalidPayload
            case .tooDeep, .tooManyValues: throw .payloadTooComplex
            }
        }
    }

    private static func unescape(_ literal: ByteBufferView) -> String? {
        (try? JSONValue(parsing: literal))?.stringValue
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
