/// Whether a phrase names a place.
extension Phrase {
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
        if parts.count == 1 { return front.endsInStateCode || front.endsInRegionWord ? .known : .none }
        // "Tesla, Fremont, CA": what stands before the city may as well be an employer.
        if parts.count > 2, !front.tokens.contains(where: { $0.kind == .number }) { return .shape }
        return coded > 0 ? .known : .shape
    }

    /// The parts between commas; a slash before a code parts as well: "Recife/PE".
    private var placeParts: [Phrase] {
        self.split(at: { place in
            let token = self.tokens[place]
            if token.isMark(",") { return true }
            guard token.isMark("/") || token.isDash, place + 1 < self.tokens.endIndex else { return false }
            let next = self.tokens[place + 1]
            guard next.isWord, next.end - next.start == 2, self.scalars[next.start..<next.end].allSatisfy(\.isUppercase) else {
                return false
            }
            return token.gap == 0 || place + 2 == self.tokens.endIndex && PlaceNames.dashedCodes.contains(next.folded)
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

    /// "Rivers State", "Orange County": a region that says so.
    private var endsInRegionWord: Bool {
        guard let last = self.tokens.last, last.isWord, (2...4).contains(self.tokens.count), self.hasPlaceShape else {
            return false
        }
        return ["state", "county", "province", "region", "district", "prefecture"].contains(last.folded)
    }

    /// A postal address, with or without the city: a number beside a street's name or a postal code.
    var isAddress: Bool {
        guard self.length <= 110, self.tokens.count <= 30, !self.tokens.contains(where: { $0.isMark(":") }) else {
            return false
        }
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
        guard !words.isEmpty, self.tokens.count <= 8, !self.tokens.contains(where: { $0.traits.contains(.street) }) else {
            return false
        }
        if self.tokens.contains(where: { $0.kind == .number && $0.digits >= 4 && $0.digits <= 6 }) { return true }
        let numbers = self.tokens.filter { $0.kind == .number }
        return numbers.count == 2 && numbers.allSatisfy { $0.digits <= 3 } && self.tokens.count <= 6
            && self.tokens.contains { $0.isWord && $0.end - $0.start <= 2 || $0.isDash }
    }

    /// A listed place, a postal code before or behind it.
    private var isKnownPlace: Bool {
        let tokens = self.withoutPostalCode
        guard !tokens.isEmpty, tokens.count <= 6 else { return false }
        let core = Phrase(scalars: self.scalars, tokens: tokens)
        if Lexicon.shared.places.contains(core.key) { return self.first(of: tokens[tokens.startIndex]).isUppercase }
        // "Greater London", "Berlin Area", "London (hybrid)".
        let words = core.words.filter {
            !$0.traits.contains(.workPlace) && !["greater", "area", "metropolitan"].contains($0.folded)
        }
        return words.count < tokens.count && Lexicon.shared.places.contains(words.map(\.folded).joined(separator: " "))
    }

    /// The tokens without a postal code or a province's letters at the ends: "90402 Nürnberg", "3011 AB Rotterdam",
    /// "Bristol BS6 5QT", "Verona (VR)".
    private var withoutPostalCode: ArraySlice<Token> {
        var tokens = self.tokens
        func isCode(_ token: Token, _ lengths: ClosedRange<Int>) -> Bool {
            token.isWord && lengths.contains(token.end - token.start)
                && self.scalars[token.start..<token.end].allSatisfy(\.isUppercase)
        }
        if tokens.count > 3, tokens[tokens.endIndex - 1].isMark(")"), isCode(tokens[tokens.endIndex - 2], 2...2),
            tokens[tokens.endIndex - 3].isMark("(")
        {
            tokens = tokens.dropLast(3)
        }
        // The two halves of a British code: "BS6 5QT", "EC1A 1BB".
        if tokens.count > 4, isCode(tokens[tokens.endIndex - 1], 2...2), tokens[tokens.endIndex - 2].digits == 1 {
            var half = tokens.dropLast(2)
            if let last = half.last, last.gap == 0, isCode(last, 1...1) { half = half.dropLast() }
            if let number = half.last, number.kind == .number, number.digits <= 2, isCode(half[half.endIndex - 2], 1...2) {
                tokens = half.dropLast(2)
            }
        }
        while let last = tokens.last, last.kind == .number || last.kind == .mark { tokens = tokens.dropLast() }
        while let first = tokens.first, first.kind == .number && first.digits >= 4 || first.kind == .mark {
            tokens = tokens.dropFirst()
            if first.digits == 4, tokens.count > 1, let next = tokens.first, isCode(next, 2...2) { tokens = tokens.dropFirst() }
        }
        return tokens
    }

    /// Two or three capitals, a postal code behind them: "IL 62704", "NSW".
    private var isRegionCode: Bool {
        guard let first = self.tokens.first, first.kind == .word, (2...3).contains(first.end - first.start),
            self.scalars[first.start..<first.end].allSatisfy(\.isUppercase),
            !(first.traits.contains(.legalForm)
                && (first.end - first.start > 2 || self.tokens.count > 1 && self.tokens.last?.kind == .mark))
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
                if token.month > 0 && token.end - token.start > 3 || token.traits.contains(.now)
                    || token.traits.contains(.legalForm)
                {
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
}
