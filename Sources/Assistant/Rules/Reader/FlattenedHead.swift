/// The top of a page that lost its line ends: "Jonas Weber Software Developer jonas@... +49 151 ... Hamburg PROFILE ...".
enum FlattenedHead {
    /// Tokens of the page among which the name and the addresses are looked for.
    private static let mostTokens = 60
    private static let mostNameWords = 5
    private static let mostPlaceTokens = 7

    /// Breaks around mail addresses, links and the telephone number, and between the name and what follows it.
    static func addBreaks(_ line: TextLine, to breaks: inout Set<Int>) {
        let tokens = line.tokens
        // Up to the first heading.
        let limit = min(tokens.count, Self.mostTokens)
        var addressEnds: [Int] = []
        for place in 0..<limit where tokens[place].kind == .email || tokens[place].kind == .link {
            Self.insert(place, count: tokens.count, into: &breaks)
            Self.insert(place + 1, count: tokens.count, into: &breaks)
            addressEnds.append(place + 1)
        }
        if let number = PhoneScanner.number(in: line.phrase.subphrase(0..<limit)) {
            var start = number.tokens.startIndex
            // "Phone: 555 ..." keeps its label.
            if start > 1, tokens[start - 1].isMark(":") { start -= 2 }
            Self.insert(start, count: tokens.count, into: &breaks)
            Self.insert(number.tokens.endIndex, count: tokens.count, into: &breaks)
            addressEnds.append(number.tokens.endIndex)
        }
        // A place behind them ends where it is longest.
        for start in addressEnds {
            let next = breaks.filter { $0 > start }.min() ?? limit
            let end = (1...Self.mostPlaceTokens).map { start + $0 }.last { end in
                end <= next && end <= limit && line.phrase.subphrase(start..<end).placeStrength == .known
                    && (tokens[end - 1].isWord && tokens[end - 1].month == 0 || tokens[end - 1].digits >= 5)
            }
            if let end { Self.insert(end, count: tokens.count, into: &breaks) }
        }
        let first = breaks.filter { $0 > 0 }.min() ?? limit
        if let end = Self.nameEnd(line, limit: min(first, limit)) { breaks.insert(end) }
    }

    private static func insert(_ place: Int, count: Int, into breaks: inout Set<Int>) {
        if place > 0, place < count { breaks.insert(place) }
    }

    /// Where the name ends: behind its last word that the mail address has, or before the first word of a title.
    private static func nameEnd(_ line: TextLine, limit: Int) -> Int? {
        let tokens = line.tokens
        let words = (0..<limit).prefix { place in
            tokens[place].isWord
                && !(line.scalars[tokens[place].start].isLowercase && !tokens[place].traits.contains(.nameParticle))
                || tokens[place].isDash || tokens[place].isMark(".")
        }
        guard words.count > 2 else { return nil }
        let addresses = tokens.prefix(Self.mostTokens).filter { $0.kind == .email }.map { token in
            Folding.folded(line.scalars[token.start..<token.end].prefix { $0 != "@" })
        }
        let candidates = words.prefix(Self.mostNameWords)
        if let address = addresses.first,
            let last = candidates.last(where: { tokens[$0].folded.count >= 3 && address.contains(tokens[$0].folded) }), last > 0
        {
            return last + 1 < limit ? last + 1 : nil
        }
        let title = candidates.dropFirst(2).first {
            !tokens[$0].traits.isDisjoint(with: [.title, .titlePart]) && line.phrase.subphrase($0..<limit).titleStrength > 0
        }
        return title
    }
}
