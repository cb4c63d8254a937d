import JSON

/// A month, or a year alone.
package struct PartialDate: Sendable, Hashable {
    package var year: Int
    /// 1 to 12.
    package var month: Int?
}

/// The dates of an entry, as people write them: `Jan 2020 – Present`, `03/2018 - 04/2019`, `2012 to 2016`, `2019-05`.
/// English month names and numbers; a text in any other form is not understood, and left alone by everyone.
package struct DateRange: Sendable, Hashable {
    package enum End: Sendable, Hashable {
        /// Only one date is given.
        case none
        case date(PartialDate)
        /// "Present" and the like.
        case open
    }

    package var start: PartialDate
    package var end: End

    package var isOpen: Bool { self.end == .open }

    /// Whether the end lies before the start. Dates without months are compared by year.
    package var runsBackwards: Bool {
        guard case .date(let end) = self.end else { return false }
        if end.year != self.start.year { return end.year < self.start.year }
        guard let first = self.start.month, let last = end.month else { return false }
        return last < first
    }

    package init?(parsing text: String) {
        var words = DateWords(text)
        guard let start = words.date() else { return nil }
        self.start = start
        if words.isAtEnd {
            self.end = .none
            return
        }
        guard words.separator() else { return nil }
        if words.present() {
            self.end = .open
        } else if let end = words.date() {
            self.end = .date(end)
        } else {
            return nil
        }
        guard words.isAtEnd else { return nil }
    }

    /// `Jan 2020 – Present`: short English months, a spaced en dash.
    package var formatted: String {
        let start = Self.format(self.start)
        switch self.end {
        case .none: return start
        case .open: return "\(start) – Present"
        case .date(let end): return "\(start) – \(Self.format(end))"
        }
    }

    private static func format(_ date: PartialDate) -> String {
        date.month.map { "\(DateWords.months[$0 - 1].capitalizedFirst) \(date.year)" } ?? String(date.year)
    }
}

/// Reads dates off the front of a text, word by word.
private struct DateWords {
    static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let longMonths = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let presentWords: Set = ["present", "current", "now", "today", "ongoing"]

    private var words: ArraySlice<String>

    /// Words are runs of letters, runs of digits, and single other characters; dashes are all "-", blanks part words.
    init(_ text: String) {
        var words: [String] = []
        var kind = 0
        for character in text.lowercased() {
            let next = character.isLetter ? 1 : character.isNumber ? 2 : character.isWhitespace ? 0 : 3
            if next == kind, next == 1 || next == 2 {
                words[words.count - 1].append(character)
            } else if next != 0 {
                words.append("–—‒−~".contains(character) ? "-" : String(character))
            }
            kind = next
        }
        self.words = words[...]
    }

    var isAtEnd: Bool { self.words.isEmpty }

    private mutating func take(_ match: (String) -> Bool) -> Bool {
        guard let word = self.words.first, match(word) else { return false }
        self.words.removeFirst()
        return true
    }

    mutating func separator() -> Bool { self.take { $0 == "-" || $0 == "to" || $0 == "until" || $0 == "till" } }

    mutating func present() -> Bool { self.take(Self.presentWords.contains) }

    /// `Jan 2020`, `January, 2020`, `Sept. 2020`, `03/2020`, `3.2020`, `2020-03`, `2020/03`, `2020`.
    mutating func date() -> PartialDate? {
        if let word = self.words.first, let month = Self.month(word) {
            self.words.removeFirst()
            _ = self.take { $0 == "." || $0 == "," }
            guard let year = self.year() else { return nil }
            return PartialDate(year: year, month: month)
        }
        if let word = self.words.first, let month = Self.monthNumber(word), self.words.count >= 3 {
            let mark = self.words[self.words.startIndex + 1]
            guard mark == "/" || mark == "." else { return nil }
            self.words.removeFirst(2)
            guard let year = self.year() else { return nil }
            return PartialDate(year: year, month: month)
        }
        guard let year = self.year() else { return nil }
        let rest = Array(self.words.prefix(2))
        if rest.count == 2, rest[0] == "-" || rest[0] == "/" || rest[0] == ".", rest[1].utf8.count == 2,
            let month = Self.monthNumber(rest[1])
        {
            self.words.removeFirst(2)
            return PartialDate(year: year, month: month)
        }
        return PartialDate(year: year)
    }

    private mutating func year() -> Int? {
        guard let word = self.words.first, word.utf8.count == 4, let year = Int(word), (1900...2099).contains(year) else {
            return nil
        }
        self.words.removeFirst()
        return year
    }

    private static func month(_ word: String) -> Int? {
        if word == "sept" { return 9 }
        return (self.months.firstIndex(of: word) ?? self.longMonths.firstIndex(of: word)).map { $0 + 1 }
    }

    private static func monthNumber(_ word: String) -> Int? {
        guard word.utf8.count <= 2, let number = Int(word), (1...12).contains(number) else { return nil }
        return number
    }
}

extension String {
    package var capitalizedFirst: String { self.prefix(1).uppercased() + self.dropFirst() }
}
