/// Text whose line ends were lost. Programs that read a PDF in the browser often join its pieces with blanks, so that a
/// page is one line. What can be told of the lines is restored: at double blanks, which the ends of lines leave behind,
/// at item marks, around headings, and around ranges of dates.
enum FlattenedText {
    /// Longer lines are paragraphs or pages; a paragraph is not hurt by being cut at its double blanks.
    private static let longestLine = 400
    /// A header of an entry begins at most this many tokens before its date.
    private static let headerTokens = 18
    private static let mostHeadingWords = 5

    static func restored(_ lines: [[Unicode.Scalar]]) -> [[Unicode.Scalar]] {
        guard lines.contains(where: { $0.count > Self.longestLine }) else { return lines }
        return lines.flatMap { line in line.count > Self.longestLine ? Self.cut(line) : [line] }
    }

    private static func cut(_ scalars: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
        let line = TextLine(scalars)
        let tokens = line.tokens
        var breaks = Set<Int>()
        for (place, token) in tokens.enumerated().dropFirst() {
            if token.gap >= 2 { breaks.insert(place) }
            if token.kind == .mark, token.gap > 0, Unicode.Scalar(UInt32(token.value))?.isBullet ?? false, token.value != 0xB7 {
                breaks.insert(place)
            }
        }
        Self.addEntries(line, to: &breaks)
        FlattenedHead.addBreaks(line, to: &breaks)
        Self.addHeadings(line, to: &breaks)
        var result: [[Unicode.Scalar]] = []
        var start = 0
        for place in breaks.sorted() + [tokens.count] where place > start {
            result.append(Array(scalars[tokens[start].start..<tokens[place - 1].end]))
            start = place
        }
        return result
    }

    /// Headings in capitals wherever they stand; others only where a sentence or a line has ended before them.
    private static func addHeadings(_ line: TextLine, to breaks: inout Set<Int>) {
        let tokens = line.tokens
        var place = 0
        while place < tokens.count {
            guard tokens[place].isWord, !line.scalars[tokens[place].start].isLowercase,
                HeadingDictionary.shared.beginsName(tokens[place]),
                let end = Self.headingEnd(line, from: place, afterBreak: place == 0 || breaks.contains(place))
            else {
                place += 1
                continue
            }
            breaks.insert(place)
            breaks.insert(end)
            place = end
        }
        breaks.remove(0)
        breaks.remove(tokens.count)
    }

    private static func headingEnd(_ line: TextLine, from start: Int, afterBreak: Bool) -> Int? {
        let tokens = line.tokens
        let isFree = afterBreak || start > 0 && (tokens[start - 1].isMark(".") || tokens[start - 1].isMark(")"))
        var end = min(tokens.count, start + 2 * Self.mostHeadingWords)
        while end > start {
            let phrase = line.phrase.subphrase(start..<end)
            end -= 1
            guard let last = phrase.tokens.last, last.isWord || last.isMark(":"),
                let match = HeadingDictionary.shared.exactMatch(phrase)
            else { continue }
            let isCapital = phrase.isUppercased
            let isMain = [.experience, .education, .skills, .summary].contains(match.kind) && !match.isDoubtful
            let next = phrase.tokens.endIndex
            let goesOn = next < tokens.count && tokens[next].isWord && line.scalars[tokens[next].start].isLowercase
            if isCapital && !Self.isUppercase(line, at: start - 1) && !Self.isUppercase(line, at: next)
                || isFree && isMain && !goesOn
            {
                return next
            }
        }
        return nil
    }

    /// Whether a word in capitals stands there, so that the phrase beside it is only a part of something.
    private static func isUppercase(_ line: TextLine, at place: Int) -> Bool {
        guard line.tokens.indices.contains(place), line.tokens[place].isWord else { return false }
        return line.phrase.subphrase(place..<(place + 1)).isUppercased
    }

    private static func mayEndSentence(_ token: Token, in line: TextLine) -> Bool {
        switch token.kind {
        case .word: line.scalars[token.start].isLowercase
        case .mark: token.isMark("%") || token.isMark(")")
        case .number, .link, .email: true
        }
    }

    /// An entry's header ends with its range of dates and begins behind the sentence before it.
    private static func addEntries(_ line: TextLine, to breaks: inout Set<Int>) {
        for date in line.dates where date.isRange {
            var end = date.tokens.upperBound
            if end < line.tokens.count, line.tokens[end].isMark(")") { end += 1 }
            if end < line.tokens.count, !line.tokens[end].isMark("|"), !line.tokens[end].isMark(",") { breaks.insert(end) }
            let first = max(0, date.tokens.lowerBound - Self.headerTokens)
            let stop = (first..<date.tokens.lowerBound).last { place in
                line.tokens[place].isMark(".") && place + 1 < date.tokens.lowerBound && line.tokens[place + 1].gap > 0
                    && place > 0 && Self.mayEndSentence(line.tokens[place - 1], in: line)
            }
            if let stop { breaks.insert(stop + 1) }
        }
    }
}
