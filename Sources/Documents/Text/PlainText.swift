import Foundation

/// Bytes of a text file as a text.
enum PlainText {
    /// UTF-8 and UTF-16 by their byte order marks, UTF-16 without one where every other byte is zero, valid UTF-8, and
    /// else Windows-1252, the encoding of nearly all older Western files.
    /// - Throws: ``DocumentError/Reason/unsupported`` for what is no text.
    static func decode(_ bytes: [UInt8]) throws(DocumentError) -> String {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]), let text = String(validating: bytes.dropFirst(3), as: UTF8.self) {
            return text
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let units = self.units(bytes.dropFirst(2), bigEndian: bytes.first == 0xFE)
            guard let text = String(validating: units, as: UTF16.self), !text.contains("\0") else { throw .unsupported(nil) }
            return text
        }
        if let bigEndian = self.unmarkedUTF16(bytes) {
            guard let text = String(validating: self.units(bytes[...], bigEndian: bigEndian), as: UTF16.self) else {
                throw .unsupported(nil)
            }
            return text
        }
        guard !bytes.contains(0) else { throw .unsupported(nil) }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        guard self.isWestern(bytes), let text = String(bytes: bytes, encoding: .windowsCP1252) else { throw .unsupported(nil) }
        return text
    }

    private static func units(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt16] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var place = bytes.startIndex
        while place + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            units.append(bigEndian ? first << 8 | second : second << 8 | first)
            place += 2
        }
        return units
    }

    /// Whether every other byte of the beginning is zero, as in Latin text in UTF-16; the first or the second.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> Bool? {
        let start = bytes.prefix(512)
        guard start.count >= 8, bytes.count.isMultiple(of: 2) else { return nil }
        let even = stride(from: 0, to: start.count, by: 2).count { start[$0] == 0 }
        let odd = stride(from: 1, to: start.count, by: 2).count { start[$0] == 0 }
        let most = start.count * 2 / 5
        if even >= most, odd == 0 { return true }
        if odd >= most, even == 0 { return false }
        return nil
    }

    /// Western texts have an accent here and there; where every third byte is one it is another alphabet, or no text. So
    /// it is with control characters.
    private static func isWestern(_ bytes: [UInt8]) -> Bool {
        var accents = 0
        var controls = 0
        for byte in bytes {
            if byte >= 0x80 { accents += 1 }
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D, byte != 0x0C { controls += 1 }
        }
        return accents * 3 < bytes.count && controls * 100 <= bytes.count
    }

    static func document(_ text: String, limits: DocumentLimits) throws -> ExtractedDocument {
        guard text.utf8.count <= limits.textBytes else {
            throw DocumentError.tooLarge("more than \(limits.textBytes / 1_000) kB of text")
        }
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else { throw DocumentError.noText }
        // As it was written, its layout included: blanks may part columns.
        return ExtractedDocument(format: .text, text: text)
    }
}
