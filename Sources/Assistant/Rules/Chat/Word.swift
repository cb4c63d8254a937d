/// One word of a message, or one quotation: what stands in quotes is one word that no rule looks into.
struct Word: Equatable {
    /// Where it stands in the message, marks around it included.
    let range: Range<String.Index>
    /// Between the quotes of a quotation.
    let quotation: Range<String.Index>?
    /// In lower case without marks around it; empty for a quotation and for marks alone.
    let plain: String
    /// The mark that it ends in: a comma, a colon, a question mark.
    let lastMark: Character?
    /// Whether a sentence ends behind it: the line's end, a semicolon, or a full stop before a capital letter.
    var endsSentence = false
}

extension Word {
    private static let closingQuotes: [Character: Set<Character>] = [
        "\"": ["\""], "“": ["”", "\""], "„": ["“", "”"], "«": ["»"], "'": ["'"], "‘": ["’"],
    ]
    private static let marks: Set<Character> = [
        ",", ".", "!", "?", ":", ";", "\"", "'", "“", "”", "„", "«", "»", "‘", "’", "(", ")", "…",
    ]

    /// The words of a message, in order.
    static func words(of message: String) -> [Word] {
        var words: [Word] = []
        /// Quotes of which none closes further on: looking for one again and again would take quadratic time.
        var unclosed: Set<Character> = []
        var index = message.startIndex
        while index < message.endIndex {
            let character = message[index]
            if character.isWhitespace || character == ";" {
                if character.isNewline || character == ";", !words.isEmpty { words[words.count - 1].endsSentence = true }
                index = message.index(after: index)
                continue
            }
            let start = index
            var quotation: Range<String.Index>?
            if let closing = self.closingQuotes[character], !unclosed.contains(character) {
                quotation = self.quotation(in: message, from: start, to: closing)
                if let quotation { index = message.index(after: quotation.upperBound) } else { unclosed.insert(character) }
            }
            while index < message.endIndex, !message[index].isWhitespace, message[index] != ";" {
                let last = message[index]
                index = message.index(after: index)
                // "title:"CTO"" is a label and a quotation.
                if last == ":" || last == "=", index < message.endIndex, self.closingQuotes[message[index]] != nil { break }
            }
            words.append(Word(message, start..<index, quotation: quotation))
        }
        self.markSentences(&words, in: message)
        return words
    }

    private init(_ message: String, _ range: Range<String.Index>, quotation: Range<String.Index>?) {
        self.range = range
        self.quotation = quotation
        let text = message[range]
        self.lastMark = text.last.flatMap { Self.marks.contains($0) ? $0 : nil }
        self.plain =
            quotation == nil
            ? text.lowercased().replacing("’", with: "'").trimming { Self.marks.contains($0) } : ""
    }

    /// A quotation ends at its mark before a blank, another mark or the end, on the same line: "it's" ends none.
    private static func quotation(
        in message: String, from open: String.Index, to closing: Set<Character>
    ) -> Range<String.Index>? {
        let start = message.index(after: open)
        var index = start
        while index < message.endIndex, !message[index].isNewline {
            let next = message.index(after: index)
            if closing.contains(message[index]), index > start,
                next == message.endIndex || message[next].isWhitespace || self.marks.contains(message[next])
            {
                return start..<index
            }
            index = next
        }
        return nil
    }

    private static func markSentences(_ words: inout [Word], in message: String) {
        for place in words.indices.dropLast() where !words[place].endsSentence {
            guard let mark = words[place].lastMark else { continue }
            if mark == "!" || mark == "?" {
                words[place].endsSentence = true
            } else if mark == ".", !words[place].isAbbreviation {
                let next = message[words[place + 1].range].first { !self.marks.contains($0) }
                words[place].endsSentence = next?.isUppercase == true
            }
        }
        if !words.isEmpty { words[words.count - 1].endsSentence = true }
    }

    /// Whether a full stop behind the word belongs to it: an initial, "Inc.", "Ph.D.".
    var isAbbreviation: Bool {
        guard self.quotation == nil, !self.plain.isEmpty else { return false }
        return Politeness.abbreviations.contains(self.plain)
            || self.plain.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
                (1...2).contains($0.count) && $0.allSatisfy(\.isLetter) && (self.plain.contains(".") || $0.count == 1)
            }
    }
}

extension StringProtocol {
    func trimming(_ isMark: (Character) -> Bool) -> String {
        guard let first = self.firstIndex(where: { !isMark($0) }), let last = self.lastIndex(where: { !isMark($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
