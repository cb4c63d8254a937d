/// Bytes that stand for themselves in a JSON string: all but the quote, the backslash and control characters.
enum PlainBytes {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// The place of the next byte at or after `start` that is not plain, or the end. Eight bytes at a time.
    static func end(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        let raw = UnsafeRawBufferPointer(bytes)
        while place &+ 8 <= raw.count {
            guard self.arePlain(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) else { break }
            place &+= 8
        }
        while place < bytes.count, self.isPlain(bytes[place]) { place &+= 1 }
        return place
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// A byte is zero, or below a bound up to 0x80, where subtracting borrows into a high bit that was not set before.
    private static func arePlain(_ word: UInt64) -> Bool {
        let quotes = word ^ (self.ones &* UInt64(UInt8(ascii: "\"")))
        let backslashes = word ^ (self.ones &* UInt64(UInt8(ascii: "\\")))
        let found =
            ((quotes &- self.ones) & ~quotes) | ((backslashes &- self.ones) & ~backslashes)
            | ((word &- self.ones &* 0x20) & ~word)
        return found & self.highBits == 0
    }
}

extension String {
    /// `nil` if the bytes are no UTF-8. Most texts are ASCII, in which nothing else has to be checked.
    package init?(checking bytes: UnsafeBufferPointer<UInt8>) {
        let raw = UnsafeRawBufferPointer(bytes)
        var (place, bits) = (0, UInt64(0))
        while place &+ 8 <= raw.count {
            bits |= raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            place &+= 8
        }
        while place < raw.count {
            bits |= UInt64(raw[place])
            place &+= 1
        }
        if bits & 0x8080_8080_8080_8080 == 0 {
            self.init(decoding: bytes, as: UTF8.self)
        } else {
            self.init(validating: bytes, as: UTF8.self)
        }
    }
}
