/// Makes a model's words harmless wherever they are shown, piece by piece: a page that renders Markdown or HTML finds no link,
/// image or element in them. An image alone would tell its server what is in the resume, without a click.
///
/// `<` before what may begin a tag becomes `‹`, and a blank parts `]` from what would make it a link. Characters that nobody
/// sees, and those that turn the direction of text, are dropped. All other text stays as it is.
struct InertText: Sendable {
    /// The last scalar, kept back if it is `<` or `]` and what follows decides.
    private var previous: Unicode.Scalar?
    private var isHeld = false

    mutating func feed(_ piece: String) -> String {
        if !self.isHeld, Self.isPlain(piece) {
            self.previous = piece.unicodeScalars.last ?? self.previous
            return piece
        }
        var text = String.UnicodeScalarView()
        for scalar in piece.unicodeScalars where UntrustedText.isSeen(scalar, after: self.previous) {
            if self.isHeld { self.release(before: scalar, into: &text) }
            self.isHeld = scalar == "<" || scalar == "]"
            if !self.isHeld { text.append(scalar) }
            self.previous = scalar
        }
        return String(text)
    }

    /// What is left at the end.
    mutating func finish() -> String {
        defer { self.isHeld = false }
        return self.isHeld ? self.previous.map { String($0) } ?? "" : ""
    }

    private func release(before next: Unicode.Scalar, into text: inout String.UnicodeScalarView) {
        switch self.previous {
        case "<"?: text.append(next.properties.isAlphabetic || "/!?".unicodeScalars.contains(next) ? "‹" : "<")
        case "]"?:
            text.append("]")
            if "([:".unicodeScalars.contains(next) { text.append(" ") }
        default: break
        }
    }

    private static func isPlain(_ piece: String) -> Bool {
        piece.utf8.allSatisfy { byte in
            byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "<") && byte != UInt8(ascii: "]") || byte == 0x0A
        }
    }
}
