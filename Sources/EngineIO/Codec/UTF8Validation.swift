import NIOCore

extension ByteBuffer {
    /// Whether the readable bytes are UTF-8: no overlong form, no surrogate, nothing cut off.
    var isValidUTF8: Bool {
        self.withUnsafeReadableBytes { bytes in
            // Most messages are ASCII, which needs no more than the top bits of eight bytes at a time.
            var index = 0
            while index &+ 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                guard word & 0x8080_8080_8080_8080 == 0 else { break }
                index &+= 8
            }
            while index < bytes.count, bytes[index] < 0x80 { index &+= 1 }
            guard index < bytes.count else { return true }
            return String(validating: UnsafeRawBufferPointer(rebasing: bytes[index...]), as: UTF8.self) != nil
        }
    }
}
