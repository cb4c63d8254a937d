/// What a phrase of an education entry can be, judged by its words.
extension Phrase {
    /// 0: no degree. 1: a word that degrees contain. 3: begins with a degree's name.
    var degreeStrength: Int {
        var strength = 0
        for (place, token) in zip(self.tokens.indices, self.tokens) where token.kind == .word {
            // "Cambridge, MA"
            if token.traits.contains(.degreeInCapitals), self.isStateCode(token) { continue }
            let isDegree =
                token.traits.contains(.degree)
                || token.traits.contains(.degreeInCapitals)
                    && self.scalars[token.start..<token.end].allSatisfy { !$0.isLowercase }
                    && token.end - token.start >= 2
            let isFirst =
                place == self.tokens.startIndex || place == self.tokens.startIndex + 1 && self.tokens.first?.kind == .number
            if isDegree { strength = max(strength, isFirst ? 3 : 1) }
        }
        return strength
    }

    /// A state's code behind a comma of the line: "Cambridge, MA", "Troy, MS 38801".
    private func isStateCode(_ token: Token) -> Bool {
        guard PlaceNames.stateCodes.contains(token.folded.uppercased()),
            self.scalars[..<token.start].last(where: { $0 != " " }) == ","
        else { return false }
        guard let next = self.scalars[token.end...].first(where: { $0 != " " }) else { return true }
        return next.isDigit || next == "," || next == "|" || next == "("
    }

    /// Most of its words are subjects.
    var isField: Bool { self.words.reduce(into: 0) { $0 += $1.traits.contains(.field) ? 1 : 0 } * 2 > self.wordCount }

    /// 0: no school. 2: a school's word. 3: with "of", "de" or a name beside it, and no degree first.
    var institutionStrength: Int {
        var strength = 0
        for token in self.words where token.traits.contains(.institution) {
            // "High School Diploma" and "College degree" are no schools.
            strength = 2
        }
        if strength > 0, let last = self.tokens.last(where: \.isWord), last.traits.contains(.degree), self.wordCount <= 3 {
            return 0
        }
        return strength > 0 && self.degreeStrength < 3 ? 3 : strength
    }

    var namesField: Bool { self.tokens.contains { $0.traits.contains(.field) } }

    /// Without the dot that ends a sentence.
    var withoutStop: Phrase {
        guard let last = self.tokens.last, last.isMark("."), self.tokens.count > 1 else {
            return self.tokens.count == 1 && self.tokens.first?.kind == .mark
                ? self.subphrase(self.tokens.startIndex..<self.tokens.startIndex) : self
        }
        let word = self.tokens[self.tokens.endIndex - 2]
        guard word.end - word.start > 3 || word.kind == .mark, !self.scalars[word.start..<word.end].contains(".") else {
            return self
        }
        return self.subphrase(self.tokens.startIndex..<(self.tokens.endIndex - 1))
    }

    /// The text from the start of an earlier phrase of the same line to the end of this one.
    func joined(after first: Phrase) -> Phrase {
        TextLine(first.text + ", " + self.text).phrase
    }

    /// "magna cum laude", "First Class Honours", "2:1": said of a degree.
    var isHonours: Bool {
        let words: Set<String> = [
            "class", "cum", "distinction", "first", "honors", "honours", "laude", "lower", "magna", "merit", "second", "summa",
            "upper", "with",
        ]
        return self.tokens.allSatisfy { !$0.isWord || words.contains($0.folded) }
    }

    var isGrade: Bool { self.tokens.contains { $0.traits.contains(.grade) || $0.isMark("%") } }

    /// "BSc in Physics", "BSc, Physics", "BSc (Physics)": the degree and its field.
    var degreeAndField: (degree: String, field: String)? {
        guard self.degreeStrength > 0 else { return nil }
        // "Information Technology, Bachelor"
        let parts = self.split { $0.isMark(",") }
        if parts.count == 2, parts[0].degreeStrength == 0, parts[1].degreeStrength == 3, parts[1].wordCount <= 3 {
            return (parts[1].text, parts[0].text)
        }
        if let bare = self.degreeAndBareField { return bare }
        for place in self.tokens.indices.dropFirst() where place + 1 < self.tokens.endIndex {
            let token = self.tokens[place]
            let left = self.subphrase(self.tokens.startIndex..<place).trimmed
            let right = self.subphrase((place + 1)..<self.tokens.endIndex)
            let isWord = token.isWord && token.gap > 0 && ["in", "en", "im", "em", "w", "inom"].contains(token.folded)
            let isComma = token.isMark(",") || token.isMark(":") || token.isDash && token.gap > 0
            let isBracket = token.isMark("(") && (self.tokens.last?.isMark(")") ?? false)
            guard isWord || isComma || isBracket, left.degreeStrength > 0, !right.isEmpty else { continue }
            var field = isBracket ? right.subphrase(right.tokens.startIndex..<(right.tokens.endIndex - 1)) : right
            while let first = field.tokens.first, ["major", "majoring", "in", "fach", "specialization"].contains(first.folded) {
                field = field.subphrase((field.tokens.startIndex + 1)..<field.tokens.endIndex)
            }
            field = field.trimmed
            guard !field.isEmpty, !field.isGrade else { continue }
            return (left.text, field.text)
        }
        return nil
    }

    /// "BSc Computer Science" and "BA (Hons) History": an abbreviation and a subject's name.
    private var degreeAndBareField: (degree: String, field: String)? {
        guard let first = self.tokens.first, first.isWord, self.scalars[first.start..<first.end].count(where: \.isUppercase) > 1
        else { return nil }
        var place = self.tokens.startIndex + 1
        if place < self.tokens.endIndex, self.tokens[place].isMark("."), self.tokens[place].gap == 0 { place += 1 }
        if place + 2 < self.tokens.endIndex, self.tokens[place].isMark("("), self.tokens[place + 2].isMark(")") { place += 3 }
        let field = self.subphrase(place..<self.tokens.endIndex)
        guard let next = field.tokens.first, next.isWord, !next.traits.contains(.connector), field.wordCount <= 5,
            field.degreeStrength == 0,
            field.tokens.allSatisfy({ $0.isWord || $0.isMark("&") }),
            next.traits.contains(.field) || field.tokens.last?.traits.contains(.field) ?? false
        else { return nil }
        let degree = self.subphrase(self.tokens.startIndex..<place)
        return (degree.text, field.text)
    }
}
