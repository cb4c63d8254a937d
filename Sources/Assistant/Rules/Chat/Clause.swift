/// Some words of a message that may be one request, with the message to take values from.
struct Clause {
    let message: String
    var words: ArraySlice<Word>

    var count: Int { self.words.count }
    var isEmpty: Bool { self.words.isEmpty }
    var endsInQuestion: Bool { self.words.last?.lastMark == "?" }

    /// The word at a place counted from the clause's first; nil outside.
    subscript(place: Int) -> Word? {
        place >= 0 && place < self.words.count ? self.words[self.words.startIndex + place] : nil
    }

    /// The word in lower case without marks; empty outside the clause and for a quotation.
    func plain(_ place: Int) -> String { self[place]?.plain ?? "" }

    func starts(with phrase: [String], at place: Int = 0) -> Bool {
        self.count >= place + phrase.count && phrase.indices.allSatisfy { self.plain(place + $0) == phrase[$0] }
    }

    func ends(with phrase: [String]) -> Bool { self.starts(with: phrase, at: self.count - phrase.count) }

    func dropFirst(_ count: Int) -> Clause { Clause(message: self.message, words: self.words.dropFirst(count)) }

    func prefix(_ count: Int) -> Clause { Clause(message: self.message, words: self.words.prefix(max(0, count))) }

    func part(_ range: Range<Int>) -> Clause { self.prefix(range.upperBound).dropFirst(range.lowerBound) }

    /// Its words as they were written; empty for none.
    var text: String {
        guard let first = self.words.first, let last = self.words.last else { return "" }
        return String(self.message[first.range.lowerBound..<last.range.upperBound])
    }

    /// The same in lower case without marks, as names of fields are looked up.
    var plainText: String { self.words.map(\.plain).filter { !$0.isEmpty }.joined(separator: " ") }

    /// What stands in quotes, if the clause is one quotation.
    var quotation: String? {
        guard self.count == 1, let range = self.words.first?.quotation else { return nil }
        return String(self.message[range])
    }

    /// The clause as a value: of a quotation what is in it, otherwise without marks before and behind it.
    var value: String {
        if let quotation = self.quotation { return quotation }
        var text = self.text.trimming { $0.isWhitespace || ",;:=".contains($0) }
        while let last = text.last, "!?,;:".contains(last) { text.removeLast() }
        if text.last == ".", self.words.last?.isAbbreviation != true {
            text = text.trimming { $0 == "." }
        }
        return text
    }

    /// The clause as a list of things: a quotation keeps its quotes, that protect the commas in it.
    var listValue: String { self.quotation.map { "\"\($0)\"" } ?? self.value }

    // MARK: Politeness

    /// Without the courtesies around it. First those at its end: of "thank you so much" nothing remains.
    var bare: Clause { self.withoutEndings().withoutOpenings() }

    /// Courtesies before or behind one request: more are no request of a person, and each is looked for in a list.
    private static let maxCourtesies = 8

    func withoutOpenings() -> Clause {
        var clause = self
        for _ in 0..<Self.maxCourtesies {
            guard let opening = Politeness.openings.first(where: { clause.starts(with: $0) }) else { break }
            clause = clause.dropFirst(opening.count)
        }
        return clause
    }

    private func withoutEndings() -> Clause {
        var clause = self
        for _ in 0..<Self.maxCourtesies {
            guard let last = clause.words.last else { break }
            if let ending = Politeness.always.first(where: { clause.ends(with: $0) })
                ?? Politeness.endings.first(where: { clause.ends(with: $0) && clause.isAside($0.count) })
            {
                clause = clause.prefix(clause.count - ending.count)
            } else if last.quotation == nil, last.isMarksAlone(in: self.message) {
                clause = clause.prefix(clause.count - 1)
            } else {
                break
            }
        }
        return clause
    }

    /// Whether the last words are written small or stand behind a comma.
    private func isAside(_ count: Int) -> Bool {
        guard let word = self[self.count - count] else { return false }
        return self.message[word.range].first?.isUppercase != true || self[self.count - count - 1]?.lastMark == ","
    }
}

extension Word {
    /// Whether it has neither a letter nor a digit: a smile, a dash.
    func isMarksAlone(in message: String) -> Bool {
        self.plain.isEmpty || !message[self.range].contains { $0.isLetter || $0.isNumber }
    }
}
