import JSON

/// Text written without capitals. Capitals tell names, headings and places from running text, so they are put where they
/// would stand, and taken off again from what was read: the resume has the words as they were written.
enum LowerCaseText {
    /// Letters that are looked at, and how many of a hundred may be capitals in text "without" them.
    private static let sample = 4_000
    private static let leastLetters = 60
    private static let mostCapitals = 1
    /// Longer lines are running text and get one capital.
    private static let longestHeader = 70
    private static let mostHeaderWords = 12

    static func isLowerCase(_ lines: [[Unicode.Scalar]]) -> Bool {
        var letters = 0
        var capitals = 0
        for line in lines {
            for scalar in line where scalar.isLetter {
                letters += 1
                if scalar.isUppercase { capitals += 1 }
            }
            if letters > Self.sample { break }
        }
        return letters >= Self.leastLetters && capitals * 100 <= letters * Self.mostCapitals
    }

    static func raised(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result = line
        let tokens = Lexer.tokens(of: line)
        let words = tokens.count(where: \.isWord)
        let isHeader =
            line.count <= Self.longestHeader && words <= Self.mostHeaderWords
            && !(tokens.last?.isMark(".") ?? false && words > 6)
        let isItem = tokens.first.map { $0.kind == .mark } ?? false
        for (place, token) in tokens.enumerated() where token.isWord {
            let isFirst = !tokens[..<place].contains(where: \.isWord)
            guard isFirst || isHeader && !isItem && !token.traits.contains(.connector) && !token.traits.contains(.nameParticle)
            else {
                continue
            }
            let length = token.end - token.start
            let isState =
                length <= 3 && place > 0 && tokens[place - 1].isMark(",")
                && PlaceNames.stateCodes.contains(token.folded.uppercased())
            let isAbbreviation =
                length <= 4 && !token.traits.isDisjoint(with: [.degree, .degreeInCapitals, .credential]) && length > 1
            let end = isState || isAbbreviation ? token.end : token.start + 1
            for index in token.start..<end { result[index] = Self.capital(line[index]) }
        }
        return result
    }

    private static func capital(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let mapping = scalar.properties.uppercaseMapping.unicodeScalars
        return mapping.count == 1 ? mapping.first ?? scalar : scalar
    }

    /// The value with all its texts in lower case; names of sections and keys stay.
    static func lowered(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): .string(text.lowercased())
        case .array(let elements): .array(elements.map(Self.lowered))
        case .object(let object): .object(JSONObject(object.map { ($0.name, Self.lowered($0.value)) }))
        case .null, .bool, .number, .malformedString: value
        }
    }
}
