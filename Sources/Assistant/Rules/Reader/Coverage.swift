import JSON

/// What of the text is in no value of the resume: nothing a person wrote may get lost on the way.
///
/// Words are compared by hash. A part of a line counts as kept if each of its words is in some value and most of its
/// neighbours still stand beside each other, so that a line whose words occur elsewhere by chance is not taken for kept.
struct Coverage {
    private var words: Set<UInt64> = []
    private var pairs: Set<UInt64> = []

    init(_ values: JSONObject) {
        for (_, value) in values { self.add(value) }
    }

    /// The lines, or parts of lines, that are in no value. Headings, labels, page furniture, durations and words that only
    /// join others are no text of their own.
    ///
    /// - Parameter headings: the texts of the lines that were taken for headings.
    func unplaced(_ lines: [TextLine], headings: Set<String>) -> [String] {
        var result: [String] = []
        for line in lines where !line.isBlank && !PageFurniture.isBanner(line) {
            let text = line.text
            if headings.contains(text) { continue }
            if self.holds(line.phrase) { continue }
            let parts = line.phrase.split(at: { Self.isSeparator(line.tokens, at: $0) }).flatMap { $0.segments(gap: 2) }
            let absent = parts.filter { !self.holds($0) }
            let missing = absent.filter(Self.says)
            guard let first = missing.first else { continue }
            // "Brasileira, 34 anos, casada" as a whole, though "34 anos" by itself would be a mere duration.
            if absent.count == parts.count {
                result.append(text)
            } else if missing.count == 1 {
                result.append(first.text)
            } else {
                result += missing.map(\.text)
            }
        }
        return result
    }

    private static func isSeparator(_ tokens: [Token], at place: Int) -> Bool {
        let token = tokens[place]
        return token.isMark(",") || token.isMark(":") || token.isMark("|") || token.isMark("/") || token.isMark("(")
            || token.isMark(")")
    }

    /// Whether the part has words that are more than a label or glue.
    private static func says(_ phrase: Phrase) -> Bool {
        let glue: WordTraits = [.connector, .rangeWord, .sinceWord, .now, .atWord]
        guard phrase.tokens.contains(where: { $0.kind != .mark && ($0.kind != .word || $0.traits.isDisjoint(with: glue)) })
        else {
            return false
        }
        if phrase.isDuration
            || phrase.tokens.allSatisfy({ !$0.isWord || PageFurniture.documentWords.contains($0.folded) })
                && phrase.wordCount > 0
        {
            return false
        }
        return HeadingDictionary.shared.exactMatch(phrase) == nil && !LabelDictionary.shared.isAnyLabel(phrase)
    }

    /// Whether all its words are in the values, and most of its neighbours beside each other.
    private func holds(_ phrase: Phrase) -> Bool {
        guard let first = phrase.tokens.first, let last = phrase.tokens.last else { return true }
        var isMissing = false
        var previous: UInt64?
        var neighbours = 0
        var kept = 0
        Self.forEachWord(phrase.scalars[first.start..<last.end]) { word, isBesidePrevious in
            if !self.words.contains(word) { isMissing = true }
            if let before = previous, isBesidePrevious {
                neighbours += 1
                if self.pairs.contains(Self.pair(before, word)) { kept += 1 }
            }
            previous = word
        }
        return !isMissing && kept * 2 >= neighbours
    }

    private mutating func add(_ value: JSONValue) {
        switch value {
        case .string(let text):
            var previous: UInt64?
            var (words, pairs) = (self.words, self.pairs)
            (self.words, self.pairs) = ([], [])
            Self.forEachWord(text.unicodeScalars) { word, isBesidePrevious in
                words.insert(word)
                if let before = previous, isBesidePrevious { pairs.insert(Self.pair(before, word)) }
                previous = word
            }
            (self.words, self.pairs) = (words, pairs)
        case .array(let elements): for element in elements { self.add(element) }
        case .object(let object): for (_, value) in object { self.add(value) }
        case .null, .bool, .number, .malformedString: break
        }
    }

    private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { first &* 31 &+ second }

    /// Calls with the hash (FNV-1a) of each word or number, folded, and whether only blanks and joining signs stand before it.
    private static func forEachWord(_ scalars: some Sequence<Unicode.Scalar>, _ body: (UInt64, Bool) -> Void) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var isInWord = false
        var isBeside = false
        var buffer: [UInt8] = []
        for scalar in scalars {
            if scalar.isLetter || scalar.isDigit || scalar.isCombining {
                isInWord = true
                if scalar.isASCII {
                    let byte = UInt8(truncatingIfNeeded: scalar.value)
                    let lower = byte >= 0x41 && byte <= 0x5A ? byte + 32 : byte
                    hash = (hash ^ UInt64(lower)) &* 0x100_0000_01b3
                } else {
                    buffer.removeAll(keepingCapacity: true)
                    Folding.append(scalar, to: &buffer)
                    for byte in buffer { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
                }
                continue
            }
            if scalar.isApostrophe && isInWord { continue }
            if isInWord {
                body(hash, isBeside)
                hash = 0xcbf2_9ce4_8422_2325
                isInWord = false
                isBeside = true
            }
            if scalar != " ", !scalar.isDash, scalar != "." { isBeside = false }
        }
        if isInWord { body(hash, isBeside) }
    }
}
