import JSON
import NIOCore

/// Reading a packet's payload, which happens only once somebody wants it.
enum PacketPayload {
    /// The name of an event, read from the front of `["name",…]` without parsing what follows it.
    static func eventName(of payload: ByteBuffer, limits: PacketLimits) throws(ProtocolViolation) -> String {
        let result = payload.withUnsafeReadableBytes { bytes in
            Result { () throws(ProtocolViolation) in
                try self.eventName(in: bytes.assumingMemoryBound(to: UInt8.self), limits: limits)
            }
        }
        let name = try result.get()
        guard !ReservedEvent.contains(name) else { throw .reservedEventName }
        return name
    }

    private static func eventName(
        in bytes: UnsafeBufferPointer<UInt8>, limits: PacketLimits
    ) throws(ProtocolViolation) -> String {
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
        let name =
            isPlain
            ? String(checking: UnsafeBufferPointer(rebasing: bytes[start..<end]))
            : Self.unescape(UnsafeBufferPointer(rebasing: bytes[quote...end]))
        guard let name else { throw .invalidEventName }
        return name
    }

    /// The arguments of an event, without its name, or of an acknowledgement. Placeholders of a packet with attachments
    /// are checked: each one names an attachment that is there.
    static func arguments(of packet: SocketPacket, limits: PacketLimits) throws(ProtocolViolation) -> [JSONValue] {
        guard case .array(var values) = try self.parse(packet.payload, limits: limits) else { throw .invalidPayload }
        guard Attachments.areValid(in: values, count: packet.attachments.count) else { throw .invalidPlaceholder }
        // In place: another array would cost more than moving a few values.
        if packet.kind == .event, !values.isEmpty { values.removeFirst() }
        return values
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

    private static func unescape(_ literal: UnsafeBufferPointer<UInt8>) -> String? {
        (try? JSONValue(parsing: literal))?.stringValue
    }

    private static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
