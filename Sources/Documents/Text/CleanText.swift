import Foundation

/// What extraction leaves in a text and no person wrote: ligatures, soft hyphens, invisible marks, bullets from private
/// fonts, letters spaced out for looks.
enum CleanText {
    static func line(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09: scalars.append(scalar)
            case 0xAD, 0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF,
                0xFE00...0xFE0F, 0xFFF9...0xFFFD, 0xE0000...0xE007F:
                break
            case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: scalars.append(" ")
            case 0xFB00...0xFB06: scalars.append(contentsOf: Self.ligatures[Int(scalar.value - 0xFB00)].unicodeScalars)
            case 0xE000...0xF8FF: scalars.append("•")
            default: scalars.append(scalar)
            }
        }
        return self.unspaced(self.item(String(scalars).trimmingCharacters(in: .whitespaces)))
    }

    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

    /// Signs that stand for a list's bullet wherever they begin a line.
    private static let bullets: Set<Character> = [
        "•", "◦", "▪", "▫", "‣", "⁃", "●", "○", "■", "□", "▶", "►", "➢", "➤", "❖", "✓", "✔", "◆", "◇", "∙", "·", "⚫",
    ]

    /// One kind of bullet, with one blank after it. A hyphen or an asterisk counts only before a blank.
    private static func item(_ line: String) -> String {
        guard let first = line.first else { return line }
        let rest = line.dropFirst()
        let isBullet = self.bullets.contains(first) || "-–*".contains(first) && rest.first == " "
        guard isBullet else { return line }
        let text = rest.drop { $0 == " " || $0 == "\t" || self.bullets.contains($0) }
        return text.isEmpty ? "•" : "• \(text)"
    }

    /// "E X P E R I E N C E" is one word, "W O R K   H I S T O R Y" two.
    private static func unspaced(_ line: String) -> String {
        guard (7...120).contains(line.utf8.count), line.dropFirst().first == " " else { return line }
        let letters = Array(line)
        var result = ""
        var blanks = 0
        for (place, letter) in letters.enumerated() {
            if letter == " " || letter == "\t" {
                blanks += letter == "\t" ? 2 : 1
                continue
            }
            guard letter.isLetter || letter == "&", place + 1 == letters.count || letters[place + 1].isWhitespace else {
                return line
            }
            if blanks > 1 { result.append(" ") }
            blanks = 0
            result.append(letter)
        }
        return result.count >= 4 ? result : line
    }
}
