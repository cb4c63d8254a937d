/// Cutting phrases into their parts.
extension Phrase {
    /// The parts between tokens that `separates` names, outside brackets, each trimmed; empty ones are left out.
    func split(where separates: (Token) -> Bool) -> [Phrase] {
        self.split(at: { place in separates(self.tokens[place]) })
    }

    func split(at separates: (Int) -> Bool) -> [Phrase] {
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
        // "Joinville - SC" is one place.
        if next + 1 == self.tokens.endIndex, self.tokens[next].isWord,
            PlaceNames.dashedCodes.contains(self.tokens[next].folded),
            self.scalars[self.tokens[next].start..<self.tokens[next].end].allSatisfy(\.isUppercase)
        {
            return false
        }
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
        while let last = before.tokens.last,
            last.traits.contains(.preposition) || last.traits.contains(.sinceWord)
                || last.isMark(".") && before.tokens.count == 1
        {
            before.tokens = before.tokens.dropLast()
        }
        let after = self.subphrase(upper..<self.tokens.endIndex)
        return [before, after].map(\.trimmed).filter {
            !$0.isEmpty && !$0.isDuration && !($0.tokens.count == 1 && $0.tokens.first?.kind == .mark)
        }
    }
}
