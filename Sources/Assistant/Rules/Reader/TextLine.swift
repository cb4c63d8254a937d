/// One line of the cleaned text: its characters without indent and item mark, and its tokens.
struct TextLine: Sendable {
    enum Emphasis: Sendable, Equatable {
        case none
        /// A Markdown heading of level 1 to 6.
        case heading(Int)
        /// A row of "=" or "-" stands under it.
        case underlined
    }

    let scalars: [Unicode.Scalar]
    let tokens: [Token]
    /// Blanks before the first character.
    var indent = 0
    /// Whether it begins with an item's mark.
    var hasBullet = false
    var emphasis = Emphasis.none
    /// The dates on it, from the left.
    let dates: [DateSpan]

    static let blank = TextLine([])

    init(_ scalars: [Unicode.Scalar], indent: Int = 0, hasBullet: Bool = false, emphasis: Emphasis = .none) {
        self.scalars = scalars
        self.tokens = Lexer.tokens(of: scalars)
        self.dates = DateScanner.spans(in: self.tokens)
        (self.indent, self.hasBullet, self.emphasis) = (indent, hasBullet, emphasis)
    }

    init(_ text: String) { self.init(Array(text.unicodeScalars)) }

    var isBlank: Bool { self.tokens.isEmpty }
    var phrase: Phrase { Phrase(scalars: self.scalars, tokens: self.tokens[...]) }
    var text: String { self.phrase.text }
    /// The first range of dates, or nothing.
    var range: DateSpan? { self.dates.first(where: \.isRange) }

    /// A line with the other's text behind its own.
    func joined(with other: TextLine) -> TextLine {
        TextLine(
            self.scalars + [" "] + other.scalars, indent: self.indent, hasBullet: self.hasBullet, emphasis: self.emphasis)
    }
}

/// A word, number, sign, mail address or link of a line.
struct Token: Sendable {
    enum Kind: UInt8, Sendable { case word, number, mark, email, link }

    var kind: Kind
    /// Where it stands among the line's characters.
    var start: Int
    var end: Int
    /// Blanks before it; at the start of the line 0.
    var gap: Int
    /// The number's value or the mark's code point. Numbers of more than nine digits have -1.
    var value: Int
    /// The word in lower case without accents and dots; empty for all else.
    var folded: String
    var traits: WordTraits = []
    /// 1 to 12 for the name of a month.
    var month = 0

    var digits: Int { self.kind == .number ? self.end - self.start : 0 }
    func isMark(_ scalar: Unicode.Scalar) -> Bool { self.kind == .mark && self.value == Int(scalar.value) }
    var isDash: Bool { self.kind == .mark && (Unicode.Scalar(UInt32(self.value))?.isDash ?? false) }
    var isWord: Bool { self.kind == .word }
}

/// A part of a line.
struct Phrase: Sendable {
    var scalars: [Unicode.Scalar]
    var tokens: ArraySlice<Token>

    var isEmpty: Bool { self.tokens.isEmpty }

    /// The text as it stands in the document, runs of blanks made one.
    var text: String {
        guard let first = self.tokens.first, let last = self.tokens.last else { return "" }
        var result = String.UnicodeScalarView()
        var pending = false
        for scalar in self.scalars[first.start..<last.end] {
            if scalar == " " {
                pending = true
            } else {
                if pending { result.append(" ") }
                pending = false
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Characters from the first to the last.
    var length: Int {
        guard let first = self.tokens.first, let last = self.tokens.last else { return 0 }
        return last.end - first.start
    }

    var words: some Sequence<Token> { self.tokens.lazy.filter { $0.kind == .word } }
    var wordCount: Int { self.tokens.reduce(0) { $0 + ($1.kind == .word ? 1 : 0) } }

    func subphrase(_ range: Range<Int>) -> Phrase { Phrase(scalars: self.scalars, tokens: self.tokens[range]) }

    func first(of token: Token) -> Unicode.Scalar { self.scalars[token.start] }

    /// Without signs at its ends that only part it from its neighbours. A closing bracket stays if its partner is inside.
    var trimmed: Phrase {
        var tokens = self.tokens
        while let first = tokens.first, Self.isSeparator(first) || first.isMark(")") || first.isMark("]") {
            tokens = tokens.dropFirst()
        }
        while let last = tokens.last {
            let unclosed = last.isMark("(") || last.isMark("[")
            let unopened = last.isMark(")") && !tokens.contains { $0.isMark("(") }
            guard Self.isSeparator(last) || unclosed || unopened else { break }
            tokens = tokens.dropLast()
        }
        if let first = tokens.first, first.isMark("("), let last = tokens.last {
            if last.isMark(")") {
                tokens = tokens.dropFirst().dropLast()
            } else if !tokens.contains(where: { $0.isMark(")") }) {
                tokens = tokens.dropFirst()
            }
        }
        return Phrase(scalars: self.scalars, tokens: tokens)
    }

    private static func isSeparator(_ token: Token) -> Bool {
        guard token.kind == .mark, let scalar = Unicode.Scalar(UInt32(token.value)) else { return false }
        if scalar.isDash || scalar.isBullet { return true }
        switch scalar {
        case ",", ";", ":", "|", "*", "~", "/", "\\", "_", "<", ">", "=": return true
        default: return false
        }
    }

    /// Without the number of a list: "1. Bachelor", "2) Company".
    var withoutListNumber: Phrase {
        let start = self.tokens.startIndex
        guard self.tokens.count > 2, self.tokens[start].kind == .number, self.tokens[start].digits <= 2,
            self.tokens[start + 1].isMark(".") || self.tokens[start + 1].isMark(")"), self.tokens[start + 1].gap == 0,
            self.tokens[start + 2].gap > 0
        else { return self }
        return self.subphrase((start + 2)..<self.tokens.endIndex)
    }

    /// The words joined by one blank: the key of lists of phrases.
    var key: String {
        var key = ""
        for token in self.tokens where token.kind == .word || token.kind == .number {
            if !key.isEmpty { key += " " }
            key += token.kind == .word ? token.folded : String(token.value)
        }
        return key
    }
}
