import Foundation

/// Text as lines of plain characters: one kind of line end, of blank, of apostrophe-free hyphen, no controls, nothing
/// invisible, letters composed.
enum RawLines {
    /// More combining marks on one letter than any script has are noise, and slow to put in order (UAX #15, stream-safe
    /// text, allows 30).
    private static let combiningLimit = 8
    private static let tabWidth = 4

    static func lines(of text: String) -> [[Unicode.Scalar]] {
        var lines: [[Unicode.Scalar]] = []
        var line: [Unicode.Scalar] = []
        var needsComposition = false
        var combining = 0
        var previous: Unicode.Scalar = "\n"

        func end() {
            while line.last == " " { line.removeLast() }
            lines.append(needsComposition ? Self.composed(line) : line)
            line.removeAll(keepingCapacity: true)
            (needsComposition, combining) = (false, 0)
        }

        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            let value = scalar.value
            if value >= 0x20, value < 0x7F {
                line.append(scalar)
                combining = 0
                continue
            }
            switch value {
            case 0x0A:
                if previous != "\r" { end() }
            case 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: end()
            case 0x09: line.append(contentsOf: repeatElement(" ", count: Self.tabWidth))
            case 0x00...0x1F, 0x7F...0x9F: break
            case 0xAD:
                // Some typesetters print it for a hyphen; inside a word it only says where the word may be broken.
                if !previous.isLetter { line.append("-") }
            case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: line.append(" ")
            case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFD: break
            // Icons: fonts put them into the private use area, people take them from the emoji.
            case 0xE000...0xF8FF, 0x2600...0x2704, 0x2708...0x2712, 0x2715...0x27BF, 0x1F000...0x1FAFF: line.append("•")
            case 0xA1..<0x300: line.append(scalar)
            default:
                if scalar.isCombining {
                    combining += 1
                    if combining > Self.combiningLimit || line.isEmpty { continue }
                    needsComposition = true
                } else {
                    combining = 0
                    if Self.isCompatibilityForm(value) { needsComposition = true }
                }
                line.append(scalar)
            }
        }
        if !line.isEmpty { end() }
        return lines
    }

    /// Ligatures, full width letters and the mathematical alphabets that people use as bold type.
    private static func isCompatibilityForm(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x11FF, 0x2100...0x214F, 0x2460...0x24FF, 0xF900...0xFAFF, 0xFB00...0xFB4F, 0xFF00...0xFFEF,
            0x1D400...0x1D7FF:
            true
        default: false
        }
    }

    private static func composed(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
        Array(String(String.UnicodeScalarView(line)).precomposedStringWithCompatibilityMapping.unicodeScalars)
    }
}
