/// Backslash escapes (RFC 8259 section 7).
enum JSONEscapes {
    /// The text of a string literal with escapes, `raw` being what stands between the quotes.
    static func decode(_ raw: UnsafeBufferPointer<UInt8>, offset: Int) throws(JSONError) -> JSONValue {
        let (bytes, lone) = try self.unescape(raw, offset: offset)
        if lone {
            guard let escaped = String(validating: raw, as: UTF8.self) else { throw .malformed(offset: offset) }
            return .malformedString(escaped: escaped)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed(offset: offset) }
        return .string(text)
    }

    static func replacingLoneSurrogates(in escaped: String) -> String {
        var escaped = escaped
        return escaped.withUTF8 { raw in
            // The text was checked when it was read, so unescaping it again cannot fail.
            String(decoding: (try? self.unescape(raw, offset: 0))?.bytes ?? [], as: UTF8.self)
        }
    }

    /// - Returns: the bytes, U+FFFD in the place of a surrogate without a partner, and whether there was one.
    private static func unescape(
        _ raw: UnsafeBufferPointer<UInt8>, offset: Int
    ) throws(JSONError) -> (bytes: [UInt8], lone: Bool) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var lone = false
        var index = 0
        while index < raw.count {
            guard raw[index] == UInt8(ascii: "\\") else {
                // The parser let nothing but plain bytes and escapes pass.
                let end = max(PlainBytes.end(in: raw, from: index), index + 1)
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: raw[index..<end]))
                index = end
                continue
            }
            let code = raw[index + 1]
            if code == UInt8(ascii: "u") {
                guard var unit = self.unit(raw, at: index + 2).map(UInt32.init) else {
                    throw .malformed(offset: offset + index)
                }
                index += 6
                if (0xD800..<0xDC00).contains(unit), let low = self.escapedUnit(raw, at: index), (0xDC00..<0xE000).contains(low)
                {
                    unit = 0x10000 + (unit - 0xD800) << 10 + UInt32(low) - 0xDC00
                    index += 6
                }
                if let scalar = Unicode.Scalar(unit) {
                    bytes.append(contentsOf: String(scalar).utf8)
                } else {
                    lone = true
                    bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
                }
            } else if let byte = self.short(code) {
                bytes.append(byte)
                index += 2
            } else {
                throw .malformed(offset: offset + index)
            }
        }
        return (bytes, lone)
    }

    private static func short(_ code: UInt8) -> UInt8? {
        switch code {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): code
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    private static func escapedUnit(_ raw: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16? {
        guard index + 6 <= raw.count, raw[index] == UInt8(ascii: "\\"), raw[index + 1] == UInt8(ascii: "u") else { return nil }
        return self.unit(raw, at: index + 2)
    }

    /// Four hexadecimal digits.
    private static func unit(_ raw: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16? {
        guard index + 4 <= raw.count else { return nil }
        var unit: UInt16 = 0
        for byte in raw[index..<index + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
