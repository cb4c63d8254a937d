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

    // MARK: - Places

    enum PlaceStrength: Int, Comparable {
        case none
        /// "Word, Word": the shape of a place, and of much else.
        case shape
        case known

        static func < (left: PlaceStrength, right: PlaceStrength) -> Bool { left.rawValue < right.rawValue }
    }

    var placeStrength: PlaceStrength {
        guard self.length <= 70, self.tokens.count <= 16, let first = self.tokens.first else { return .none }
        if self.tokens.contains(where: { $0.kind == .email || $0.kind == .link }) { return .none }
        if first.traits.contains(.workPlace) {
            return self.wordCount <= 2 || self.tokens.contains { $0.isMark("(") || $0.isMark(",") } ? .known : .none
        }
        let parts = self.placeParts
        guard let front = parts.first, parts.count <= 4 else { return .none }
        var coded = 0
        for (place, part) in parts.enumerated() where !part.isKnownPlace {
            if place > 0, part.isRegionCode {
                coded += 1
            } else if !part.hasPlaceShape || part.titleStrength >= 2 || part.organisationStrength > 0 {
                return .none
            }
        }
        if front.isKnownPlace { return .known }
        if parts.count == 1 { return front.endsInStateCode ? .known : .none }
        return coded > 0 ? .known : .shape
    }

    /// The parts between commas; a slash before a code parts as well: "Recife/PE".
    private var placeParts: [Phrase] {
        self.split(at: { place in
            let token = self.tokens[place]
            if token.isMark(",") { return true }
            guard token.isMark("/") || token.isDash && token.gap == 0, place + 1 < self.tokens.endIndex else { return false }
            let next = self.tokens[place + 1]
            return next.isWord && next.end - next.start == 2 && self.scalars[next.start..<next.end].allSatisfy(\.isUppercase)
        })
    }

    /// "Duluth MN", "Footscray VIC 3011".
    private var endsInStateCode: Bool {
        var tokens = self.tokens
        if let last = tokens.last, last.kind == .number, last.digits >= 4 { tokens = tokens.dropLast() }
        guard tokens.count >= 2, tokens.count <= 4, let last = tokens.last, last.isWord else { return false }
        return PlaceNames.stateCodes.contains(String(String.UnicodeScalarView(self.scalars[last.start..<last.end])))
            && tokens.dropLast().allSatisfy { $0.isWord && !self.first(of: $0).isLowercase }
    }

    /// A postal address, with or without the city: a number beside a street's name or a postal code.
    var isAddress: Bool {
        guard self.length <= 110, self.tokens.count <= 30, !self.tokens.contains(where: { $0.isMark(":") }) else { return false }
        // A postal code of four digits may look like a year, but not like a month.
        if DateScanner.spans(in: Array(self.tokens)).contains(where: { $0.hasMonth || $0.isRange }) { return false }
        let hasStreet = self.tokens.contains { $0.traits.contains(.street) }
        var numbers = 0
        for token in self.tokens {
            switch token.kind {
            case .email, .link: return false
            case .number: numbers += 1
            case .word, .mark: break
            }
        }
        guard numbers > 0, self.titleStrength < 2, self.degreeStrength == 0 else { return false }
        if hasStreet { return true }
        let parts = self.split { $0.isMark(",") }
        return parts.contains { $0.isPostalCity } || parts.count >= 3 && parts.contains { $0.isKnownPlace }
    }

    /// Whether an address names its city, and not only the street.
    var namesCity: Bool {
        self.split { $0.isMark(",") }.contains { $0.isPostalCity || $0.isKnownPlace || $0.endsInStateCode || $0.isRegionCode }
    }

    /// "69005 Lyon", "80-827 Gdańsk", "Leeds LS1 4DT".
    private var isPostalCity: Bool {
        let words = self.words.filter { self.first(of: $0).isUppercase && $0.end - $0.start > 2 }
        guard !words.isEmpty, self.tokens.count <= 8, !self.tokens.contains(where: { $0.traits.contains(.street) }) else { return false }
        if self.tokens.contains(where: { $0.kind == .number && $0.digits >= 4 && $0.digits <= 6 }) { return true }
        let numbers = self.tokens.filter { $0.kind == .number }
        return numbers.count == 2 && numbers.allSatisfy { $0.digits <= 3 } && self.tokens.count <= 6
            && self.tokens.contains { $0.isWord && $0.end - $0.start <= 2 || $0.isDash }
    }

    /// A listed place, a postal code before or behind it.
    private var isKnownPlace: Bool {
        var tokens = self.tokens
        while let last = tokens.last, last.kind == .number || last.kind == .mark { tokens = tokens.dropLast() }
        while let first = tokens.first, first.kind == .number && first.digits >= 4 || first.kind == .mark { tokens = tokens.dropFirst() }
        guard !tokens.isEmpty, tokens.count <= 6 else { return false }
        let core = Phrase(scalars: self.scalars, tokens: tokens)
        if Lexicon.shared.places.contains(core.key) { return self.first(of: tokens[tokens.startIndex]).isUppercase }
        // "Greater London", "Berlin Area", "London (hybrid)".
        let words = core.words.filter { !$0.traits.contains(.workPlace) && !["greater", "area", "metropolitan"].contains($0.folded) }
        return words.count < tokens.count && Lexicon.shared.places.contains(words.map(\.folded).joined(separator: " "))
    }

    /// Two or three capitals, a postal code behind them: "IL 62704", "NSW".
    private var isRegionCode: Bool {
        guard let first = self.tokens.first, first.kind == .word, (2...3).contains(first.end - first.start),
            self.scalars[first.start..<first.end].allSatisfy(\.isUppercase),
            !(first.traits.contains(.legalForm) && (first.end - first.start > 2 || self.tokens.count > 1 && self.tokens.last?.kind == .mark))
        else { return false }
        return self.tokens.dropFirst().allSatisfy { $0.kind == .number || $0.isDash || $0.end - $0.start <= 3 }
            && self.tokens.count <= 4
    }

    /// One to four words that begin with capitals, a postal code before or behind them.
    var hasPlaceShape: Bool {
        var words = 0
        for token in self.tokens {
            switch token.kind {
            case .word:
                words += 1
                let first = self.first(of: token)
                if first.isLowercase, !token.traits.contains(.nameParticle), !token.traits.contains(.connector) { return false }
                if token.month > 0 && token.end - token.start > 3 || token.traits.contains(.now) || token.traits.contains(.legalForm) {
                    return false
                }
            case .number: if token.digits < 4 || token.digits > 6 { return false }
            case .mark:
                if !(token.isDash || token.isMark(".") || token.isMark("'") || token.isMark("’")) { return false }
            case .email, .link: return false
            }
        }
        return (1...4).contains(words)
    }

    // MARK: - Shapes

    /// Reads as running text and not as the head of an entry.
    var isSentence: Bool {
        guard let first = self.tokens.first else { return false }
        if first.isWord, self.first(of: first).isLowercase, first.folded.count > 1 { return true }
        let words = self.wordCount
        if words > 14 || self.length > 110 { return true }
        guard words >= 4, let last = self.tokens.last, last.isMark("."), let word = self.tokens.dropLast().last else { return false }
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

    /// Only a duration: "(2 years 9 months)", "5 yrs".
    var isDuration: Bool {
        var units = 0
        for token in self.tokens {
            switch token.kind {
            case .word:
                if token.traits.contains(.timeUnit) { units += 1 } else if !["less", "than", "a", "and", "over", "und", "et"].contains(token.folded) { return false }
            case .number, .mark: break
            case .email, .link: return false
            }
        }
        return units > 0
    }

    // MARK: - Splitting

    /// The parts between tokens that `separates` names, outside brackets, each trimmed; empty ones are left out.
    func split(where separates: (Token) -> Bool) -> [Phrase] {
        self.split(at: { place in separates(self.tokens[place]) })
    }

    private func split(at separates: (Int) -> Bool) -> [Phrase] {
        var parts: [Phrase] = []
        var start = self.tokens.startIndex
        var depth = 0
        for place in self.tokens.indices {
            let token = self.tokens[place]
            if token.isMark("(") { depth += 1 }
            if token.isMark(")") { depth = max(0, depth - 1) }
            if depth == 0, separates(place) {
                parts.append(self.subphrase(start..<place).trimmed)
                start = place + 1
            }
        }
        parts.append(self.subphrase(start..<self.tokens.endIndex).trimmed)
        return parts.filter { !$0.isEmpty }
    }

    /// The segments of a header line: parted by bars, dots, spaced dashes, semicolons or wide gaps.
    func segments(gap: Int = 2, atDashes: Bool = true) -> [Phrase] {
        var parts: [Phrase] = []
        var start = self.tokens.startIndex
        var depth = 0
        for place in self.tokens.indices {
            let token = self.tokens[place]
            if token.isMark("(") { depth += 1 }
            if token.isMark(")") { depth = max(0, depth - 1) }
            if place > start, token.gap >= gap, depth == 0 || token.gap > 3 {
                parts.append(self.subphrase(start..<place).trimmed)
                start = place
                depth = token.isMark("(") ? 1 : 0
            }
            guard depth == 0, self.isSegmentMark(at: place), atDashes || !token.isDash else { continue }
            parts.append(self.subphrase(start..<place).trimmed)
            start = place + 1
        }
        if start < self.tokens.endIndex { parts.append(self.subphrase(start..<self.tokens.endIndex).trimmed) }
        return parts.filter { !$0.isEmpty }
    }

    private func isSegmentMark(at place: Int) -> Bool {
        let token = self.tokens[place]
        guard token.kind == .mark, let scalar = Unicode.Scalar(UInt32(token.value)) else { return false }
        if scalar == "|" || scalar == ";" || scalar.isBullet || scalar == "¦" || scalar == "→" || scalar == "»" { return true }
        guard scalar.isDash || scalar == "~" else { return false }
        let next = place + 1
        guard next < self.tokens.endIndex else { return true }
        if self.tokens[next].isDash || place > self.tokens.startIndex && self.tokens[place - 1].isDash { return true }
        return token.gap > 0 && self.tokens[next].gap > 0 || scalar.value == 0x2014
    }

    /// The phrase without a date in it, as what stands before and behind.
    func removing(_ date: DateSpan) -> [Phrase] {
        let lower = max(date.tokens.lowerBound, self.tokens.startIndex)
        let upper = min(date.tokens.upperBound, self.tokens.endIndex)
        guard lower <= upper else { return [self] }
        var before = self.subphrase(self.tokens.startIndex..<lower).trimmed
        // "De mars 2016 à août 2019 : ..." leaves no "De" behind.
        while let last = before.tokens.last, last.traits.contains(.preposition) || last.traits.contains(.sinceWord) || last.isMark(".") && before.tokens.count == 1 {
            before.tokens = before.tokens.dropLast()
        }
        let after = self.subphrase(upper..<self.tokens.endIndex)
        return [before, after].map(\.trimmed).filter { !$0.isEmpty && !$0.isDuration && !($0.tokens.count == 1 && $0.tokens.first?.kind == .mark) }
    }
}
