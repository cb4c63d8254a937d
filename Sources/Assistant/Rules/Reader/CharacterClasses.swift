import Foundation

/// What the reader asks of single characters. ASCII and Latin are answered without Unicode's property tables: every
/// character of a document passes here several times.
extension Unicode.Scalar {
    var isDigit: Bool { self.value >= 0x30 && self.value <= 0x39 }

    var isLetter: Bool {
        switch self.value {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0...0xBF: self.value == 0xAA || self.value == 0xB5 || self.value == 0xBA
        case 0xC0...0x24F: self.value != 0xD7 && self.value != 0xF7
        default: self.properties.isAlphabetic
        }
    }

    /// A mark that stands on the character before it.
    var isCombining: Bool {
        switch self.value {
        case 0...0x2FF: false
        case 0x300...0x36F: true
        default: self.properties.generalCategory == .nonspacingMark || self.properties.generalCategory == .spacingMark
        }
    }

    var isUppercase: Bool {
        switch self.value {
        case 0x41...0x5A: true
        case 0...0xBF: false
        default: self.properties.isUppercase
        }
    }

    var isLowercase: Bool {
        switch self.value {
        case 0x61...0x7A: true
        case 0...0xBF: false
        default: self.properties.isLowercase
        }
    }

    /// Hyphens and dashes of every width, the minus sign among them.
    var isDash: Bool {
        switch self.value {
        case 0x2D, 0x2010...0x2015, 0x2212: true
        default: false
        }
    }

    var isApostrophe: Bool { self.value == 0x27 || self.value == 0x2019 || self.value == 0x2018 || self.value == 0x60 }

    /// A sign that can only be an item's mark at the start of a line, wherever it stands.
    var isBullet: Bool {
        switch self.value {
        case 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25B8, 0x25B9, 0x25BA,
            0x25BB, 0x25C6, 0x25C7, 0x25CB, 0x25CF, 0x25E6, 0x2605, 0x2666, 0x2713, 0x2714, 0x2726, 0x2756, 0x2794,
            0x279C, 0x27A2, 0x27A4, 0x2B25, 0x2B9E, 0xB7:
            true
        default: false
        }
    }
}

/// Lower case without accents: what words are compared by, so that "EXPÉRIENCE", "Expérience" and "EXPERIENCE" are one.
enum Folding {
    /// The base letter for the Latin blocks, computed once: decomposition of a single character at a time is slow.
    private static let bases: [UInt32] = (0..<0x250).map(Self.base)
    private static let vietnamese: [UInt32] = (0x1E00..<0x1F00).map(Self.base)

    private static func base(_ value: Int) -> UInt32 {
        let special: [Int: Unicode.Scalar] = [
            0xC6: "a", 0xE6: "a", 0xD0: "d", 0xF0: "d", 0xD8: "o", 0xF8: "o", 0xDE: "t", 0xFE: "t", 0x110: "d", 0x111: "d",
            0x126: "h", 0x127: "h", 0x131: "i", 0x141: "l", 0x142: "l", 0x152: "o", 0x153: "o",
        ]
        guard let scalar = special[value] ?? Unicode.Scalar(UInt32(value)) else { return 0 }
        let lower = String(scalar).lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
        return lower.first?.value ?? scalar.value
    }

    /// Appends a character's folded form as UTF-8; nothing for a combining mark.
    static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        let value = scalar.value
        switch value {
        case 0x41...0x5A: bytes.append(UInt8(truncatingIfNeeded: value + 32))
        case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: value))
        case 0xDF: bytes.append(contentsOf: [0x73, 0x73])
        case 0x300...0x36F: break
        case 0x80..<0x250: Self.appendUTF8(Self.bases[Int(value)], to: &bytes)
        case 0x1E00..<0x1F00: Self.appendUTF8(Self.vietnamese[Int(value - 0x1E00)], to: &bytes)
        default: bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    private static func appendUTF8(_ value: UInt32, to bytes: inout [UInt8]) {
        if value < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value))
        } else if let scalar = Unicode.Scalar(value) {
            bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
        }
    }

    static func folded(_ text: some Sequence<Unicode.Scalar>) -> String {
        var bytes: [UInt8] = []
        for scalar in text { Self.append(scalar, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func folded(_ text: String) -> String { Self.folded(text.unicodeScalars) }
}
