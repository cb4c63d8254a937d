import NIOCore
import NIOWebSocket

/// Writes server frames (RFC 6455 section 5.2: final, unmasked).
///
/// NIO's `WebSocketFrameEncoder` makes two writes of each frame, its head and its payload. Here the frames of a burst are
/// written one behind the other into one buffer, which costs one write for all of them.
extension ByteBuffer {
    /// More than any frame's head.
    private static let headRoom = 16

    /// Writes a message packet.
    mutating func writeTextFrame(_ text: [UInt8]) {
        self.reserveCapacity(minimumWritableBytes: text.count + Self.headRoom)
        self.writeFrameHead(.text, length: text.count + 1)
        self.writeInteger(UInt8(ascii: "4"))
        self.writeBytes(text)
    }

    mutating func writeFrame(_ packet: EnginePacket) {
        if case .binary(let payload) = packet {
            self.writeFrameHead(.binary, length: payload.readableBytes)
            self.writeImmutableBuffer(payload)
        } else {
            let payload = packet.payload
            self.reserveCapacity(minimumWritableBytes: payload.readableBytes + Self.headRoom)
            self.writeFrameHead(.text, length: payload.readableBytes + 1)
            self.writeInteger(packet.type)
            self.writeImmutableBuffer(payload)
        }
    }

    mutating func writeFrameHead(_ opcode: WebSocketOpcode, length: Int) {
        let first = 0x80 | UInt8(webSocketOpcode: opcode)
        switch length {
        case ...125: self.writeMultipleIntegers(first, UInt8(truncatingIfNeeded: length))
        case ...0xFFFF: self.writeMultipleIntegers(first, 126 as UInt8, UInt16(truncatingIfNeeded: length))
        default: self.writeMultipleIntegers(first, 127 as UInt8, UInt64(truncatingIfNeeded: length))
        }
    }
}
