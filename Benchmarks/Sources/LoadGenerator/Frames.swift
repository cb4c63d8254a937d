import NIOCore

/// Client frames (RFC 6455 section 5.2), made once and sent many times.
enum ClientFrame {
    private static let mask: [UInt8] = [0x37, 0xFA, 0x21, 0x3D]

    static func text(_ text: String) -> ByteBuffer {
        var frame = ByteBuffer()
        let payload = Array(text.utf8)
        frame.writeInteger(0x81 as UInt8)
        switch payload.count {
        case ...125: frame.writeInteger(0x80 | UInt8(payload.count))
        case ...0xFFFF: frame.writeMultipleIntegers(0x80 | 126 as UInt8, UInt16(payload.count))
        default: frame.writeMultipleIntegers(0x80 | 127 as UInt8, UInt64(payload.count))
        }
        frame.writeBytes(Self.mask)
        frame.writeBytes(payload.enumerated().map { $1 ^ Self.mask[$0 & 3] })
        return frame
    }
}

extension ByteBuffer {
    /// Takes one whole server frame off the front. - Returns: its opcode and payload; `nil` if more has to come.
    mutating func readServerFrame() -> (opcode: UInt8, payload: ByteBuffer)? {
        let start = self.readerIndex
        guard let (first, second) = self.getMultipleIntegers(at: start, as: (UInt8, UInt8).self) else { return nil }
        var head = 2
        var length = Int(second & 0x7F)
        if length == 126 {
            guard let long: UInt16 = self.getInteger(at: start + 2) else { return nil }
            (head, length) = (4, Int(long))
        } else if length == 127 {
            guard let long: UInt64 = self.getInteger(at: start + 2) else { return nil }
            (head, length) = (10, Int(long))
        }
        guard self.readableBytes >= head + length else { return nil }
        self.moveReaderIndex(forwardBy: head)
        guard let payload = self.readSlice(length: length) else { return nil }
        return (first & 0x0F, payload)
    }

    func begins(with prefix: StaticString) -> Bool {
        self.withUnsafeReadableBytes { bytes in
            bytes.count >= prefix.utf8CodeUnitCount
                && bytes.prefix(prefix.utf8CodeUnitCount).elementsEqual(
                    UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount))
        }
    }
}
