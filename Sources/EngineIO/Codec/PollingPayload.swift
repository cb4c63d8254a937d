#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import NIOCore

/// The body of a polling request or response: packets joined by the byte 0x1E, binary ones as `b` and base64.
enum PollingPayload {
    static let separator: UInt8 = 0x1E

    enum DecodingError: Error, Hashable {
        case invalidUTF8
        case invalidPacket
        case invalidBase64
        case tooManyPackets
    }

    static func encode(_ packets: some Sequence<EnginePacket>) -> ByteBuffer {
        var buffer = ByteBuffer()
        for packet in packets {
            if buffer.readableBytes > 0 { buffer.writeInteger(Self.separator) }
            buffer.writeInteger(packet.type)
            if case .binary(let payload) = packet {
                buffer.writeString(Data(payload.readableBytesView).base64EncodedString())
            } else {
                buffer.writeImmutableBuffer(packet.payload)
            }
        }
        return buffer
    }

    /// Decodes a whole body, so that a broken one delivers nothing. Text payloads are slices of it.
    static func decode(_ body: ByteBuffer, maxPackets: Int) throws(DecodingError) -> [EnginePacket] {
        guard body.isValidUTF8 else { throw .invalidUTF8 }
        var packets: [EnginePacket] = []
        var rest = body
        while true {
            let length = rest.readableBytesView.firstIndex(of: Self.separator).map { $0 - rest.readerIndex }
            guard let part = rest.readSlice(length: length ?? rest.readableBytes) else { throw .invalidPacket }
            guard packets.count < maxPackets else { throw .tooManyPackets }
            packets.append(try self.decodePacket(part))
            guard length != nil else { return packets }
            rest.moveReaderIndex(forwardBy: 1)
        }
    }

    private static func decodePacket(_ part: ByteBuffer) throws(DecodingError) -> EnginePacket {
        var part = part
        guard part.getInteger(at: part.readerIndex, as: UInt8.self) == UInt8(ascii: "b") else {
            guard let packet = EnginePacket(text: part) else { throw .invalidPacket }
            return packet
        }
        part.moveReaderIndex(forwardBy: 1)
        guard let data = Data(base64Encoded: Data(part.readableBytesView)) else { throw .invalidBase64 }
        return .binary(ByteBuffer(bytes: data))
    }
}
