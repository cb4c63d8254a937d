/// Jobs told in running text: "Ames Carpentry, owner (2012–present). I run a crew of three ...". The head of such a line
/// becomes a line of its own, so that the rest of the reader meets what it knows.
enum ProseEntries {
    /// Shorter lines hold no more than a header.
    private static let shortest = 60
    /// Tokens that a header may have before its date ends, or behind a date that stands first.
    private static let mostHeaderTokens = 26
    /// Words of text behind the header, below which it is no telling.
    private static let leastWords = 3

    private static let abbreviations: Set<String> = ["bros", "cie", "co", "corp", "dept", "inc", "ltd", "pvt", "thos"]

    static func split(_ lines: [TextLine]) -> [TextLine] {
        lines.flatMap { line -> [TextLine] in
            guard line.scalars.count >= Self.shortest, line.range != nil, let end = Self.headerEnd(line) else { return [line] }
            let head = line.phrase.subphrase(0..<end).withoutStop
            let rest = line.phrase.subphrase(end..<line.tokens.count)
            let told = rest.tokens.drop { $0.kind == .mark && !$0.isMark("(") }
            guard told.count(where: \.isWord) >= Self.leastWords, let first = told.first, let last = head.tokens.last else {
                return [line]
            }
            return [
                TextLine(Array(line.scalars[..<last.end]), indent: line.indent, emphasis: line.emphasis),
                TextLine(Array(line.scalars[first.start...]), indent: line.indent, hasBullet: true),
            ]
        }
    }

    /// The place behind the header's last token; nil if the line is no such telling.
    private static func headerEnd(_ line: TextLine) -> Int? {
        guard let date = line.range, date.tokens.upperBound <= Self.mostHeaderTokens else { return nil }
        let tokens = line.tokens
        if date.tokens.lowerBound <= 1 {
            // The date comes first: the header goes on to the end of the first sentence.
            let limit = min(tokens.count, date.tokens.upperBound + Self.mostHeaderTokens)
            return (date.tokens.upperBound..<limit).first { Self.isStop(line, at: $0) }.map { $0 + 1 }
        }
        guard !(0..<date.tokens.lowerBound).contains(where: { Self.isStop(line, at: $0) }) else { return nil }
        var end = date.tokens.upperBound
        if end < tokens.count, tokens[end].isMark(")") || tokens[end].isMark("]") { end += 1 }
        guard end + 1 < tokens.count else { return nil }
        if tokens[end].isMark(".") || tokens[end].isMark(":") || tokens[end].isDash { return end + 1 }
        // "(2012-2015) I built ..."
        let next = tokens[end]
        return next.isWord && !line.scalars[next.start].isLowercase && tokens[end - 1].kind == .mark ? end : nil
    }

    /// A full stop behind a word that is no abbreviation.
    private static func isStop(_ line: TextLine, at place: Int) -> Bool {
        let tokens = line.tokens
        guard tokens[place].isMark("."), place > 0, place + 1 < tokens.count, tokens[place + 1].gap > 0 else { return false }
        let before = tokens[place - 1]
        guard before.isWord else { return !before.isMark(".") }
        let word = line.scalars[before.start..<before.end]
        guard !word.contains("."), before.month == 0, !Self.abbreviations.contains(before.folded) else { return false }
        return word.count > 3 || word.count > 1 && word.allSatisfy(\.isUppercase) || before.traits.contains(.legalForm)
    }
}
