/// What a phrase of a header can be, judged by its words.
extension Phrase {
    /// 0: no sign of a job title. 1: words that go with titles. 2: a job's name somewhere. 3: a job's name where the
    /// head of the phrase stands, as in "Bank Manager" and "Manager of the Bank" and "gerente de banco".
    var titleStrength: Int {
        var strength = 0
        var parts = 0
        let head = self.headTokens
        for token in head.words where token.traits.contains(.title) { strength = 2 }
        for token in head.words where token.traits.contains(.titlePart) { parts += 1 }
        if strength == 0 {
            for token in self.words where token.traits.contains(.title) { strength = 1 }
            return max(strength, parts > 1 || head.wordCount == parts && parts > 0 ? 1 : 0)
        }
        if let first = head.tokens.first(where: \.isWord), first.traits.contains(.title) { strength = 3 }
        if let last = head.lastMeaningfulWord, last.traits.contains(.title) { return 3 }
        // "Baker McKenzie" is a name, "Head Baker" a job.
        if let first = head.tokens.first, first.traits.contains(.surname), head.wordCount > 1 { return 1 }
        return strength
    }

    /// As ``titleStrength``, for names of employers and schools.
    var organisationStrength: Int {
        var strength = 0
        for token in self.words {
            if token.traits.contains(.legalForm), self.first(of: token).isUppercase, !self.isFollowedByDash(token) { return 4 }
            if token.traits.contains(.organisation) || token.traits.contains(.institution) { strength = 1 }
        }
        guard strength > 0 else { return 0 }
        let head = self.headTokens
        let named: WordTraits = [.organisation, .institution]
        if let last = head.lastMeaningfulWord, !last.traits.isDisjoint(with: named) { return 3 }
        if let first = head.tokens.first(where: \.isWord), !first.traits.isDisjoint(with: named) { return 3 }
        return strength
    }

    private func isFollowedByDash(_ token: Token) -> Bool {
        guard let place = self.tokens.firstIndex(where: { $0.start == token.start }), place + 1 < self.tokens.endIndex
        else { return false }
        return self.tokens[place + 1].isDash && self.tokens[place + 1].gap == 0
    }

    /// What stands before the first preposition, comma or bracket.
    private var headTokens: Phrase {
        let end = self.tokens.dropFirst().firstIndex {
            $0.traits.contains(.preposition) && $0.gap > 0 || $0.isMark(",") || $0.isMark("(") || $0.isMark("[")
                || $0.isDash && $0.gap > 0
        }
        return self.subphrase(self.tokens.startIndex..<(end ?? self.tokens.endIndex))
    }

    /// The last word that is no level: "Engineer" in "Engineer II" and in "Technician B".
    private var lastMeaningfulWord: Token? {
        self.tokens.last { token in
            token.kind == .word && token.folded.count > 1 && !["ii", "iii", "iv", "mwd", "fm", "mf"].contains(token.folded)
        }
    }

    var isTitle: Bool {
        let title = self.titleStrength
        return title >= 2 && title >= self.organisationStrength
    }

    var isOrganisation: Bool { self.organisationStrength > self.titleStrength }

    /// Reads as running text and not as the head of an entry.
    var isSentence: Bool {
        guard let first = self.tokens.first else { return false }
        if first.isWord, self.first(of: first).isLowercase, first.folded.count > 1 { return true }
        let words = self.wordCount
        if words > 14 || self.length > 110 { return true }
        guard words >= 4, let last = self.tokens.last, last.isMark("."), let word = self.tokens.dropLast().last else {
            return false
        }
        // The dot of "Inc." and "Jr." ends no sentence.
        return words >= 7 || word.isWord && word.end - word.start > 3 && self.first(of: word).isLowercase
    }

    /// All letters are capitals.
    var isUppercased: Bool {
        var letters = 0
        for token in self.tokens where token.kind == .word {
            for scalar in self.scalars[token.start..<token.end] {
                if scalar.isLowercase { return false }
                if scalar.isUppercase { letters += 1 }
            }
        }
        return letters > 1
    }

    /// Only words of departments, with what joins them and "Group" or "Department" behind them.
    var isDepartment: Bool {
        guard let first = self.tokens.first(where: \.isWord), first.traits.contains(.department), self.wordCount <= 4 else {
            return false
        }
        return self.words.allSatisfy {
            $0.traits.contains(.department) || $0.traits.contains(.connector) || $0.traits.contains(.titlePart)
                || ["group", "department", "dept", "team", "unit", "division"].contains($0.folded)
        }
    }

    /// Only a duration: "(2 years 9 months)", "5 yrs".
    var isDuration: Bool {
        var units = 0
        for token in self.tokens {
            switch token.kind {
            case .word:
                if token.traits.contains(.timeUnit) {
                    units += 1
                } else if !["less", "than", "a", "and", "over", "und", "et"].contains(token.folded) {
                    return false
                }
            case .number, .mark: break
            case .email, .link: return false
            }
        }
        return units > 0
    }
}
