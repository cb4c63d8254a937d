/// Makes texts of a resume fit for a document.
enum LayoutText {
    /// One line: runs of white space are one blank; control characters, and marks that turn the direction of what follows
    /// them, are left out.
    static func line(_ text: some StringProtocol) -> String {
        var scalars = String.UnicodeScalarView()
        var blank = false
        for scalar in text.unicodeScalars {
            // No-break spaces stay: somebody put them there.
            if scalar.properties.isWhitespace, scalar != "\u{A0}", scalar != "\u{202F}" {
                blank = !scalars.isEmpty
                continue
            }
            switch scalar.value {
            // Nobody's letters: in XML they cannot stand even escaped.
            case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF:
                continue
            default:
                if blank { scalars.append(" ") }
                blank = false
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    /// The lines of a description: several without a single bullet are items, as each says one thing.
    static func description(_ text: String) -> [ResumeLayout.Line] {
        var lines = self.lines(text)
        if lines.count > 1, !lines.contains(where: { $0.kind == .item }) {
            for place in lines.indices { lines[place].kind = .item }
        }
        return lines
    }

    /// The lines of a text, those that begin with a bullet as items.
    static func lines(_ text: String) -> [ResumeLayout.Line] {
        text.split(whereSeparator: \.isNewline).compactMap { part in
            let line = self.line(part)
            guard let first = line.first else { return nil }
            let rest = line.dropFirst()
            let isItem = "•◦▪‣●".contains(first) || "-–*".contains(first) && rest.first == " "
            guard isItem else { return ResumeLayout.Line(text: self.piece(line)) }
            let item = self.line(rest)
            return item.isEmpty ? nil : ResumeLayout.Line(kind: .item, text: self.piece(item))
        }
    }

    /// A text with the target that it is, if it is one as a whole.
    static func piece(_ text: String) -> ResumeLayout.Piece {
        ResumeLayout.Piece(text: text, target: SafeLink.web(text) ?? SafeLink.mail(text))
    }

    /// Whether letters of scripts that run from right to left outnumber the others.
    static func isRightToLeft(_ texts: [String]) -> Bool {
        var balance = 0
        for text in texts {
            for scalar in text.unicodeScalars.prefix(2_000) where scalar.properties.isAlphabetic {
                switch scalar.value {
                case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: balance += 1
                default: balance -= 1
                }
            }
        }
        return balance > 0
    }
}
