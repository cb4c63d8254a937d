/// Rows of a table whose first cell is a heading: "Kenntnisse    SPS, EPLAN". The heading becomes a line of its own, so that
/// the rest of the reader meets what it knows.
enum HeadingCells {
    /// A single such row may be a label of something else.
    private static let leastRows = 2
    private static let mostHeadingTokens = 5
    private static let leastGap = 3

    static func split(_ lines: [TextLine]) -> [TextLine] {
        let cells = lines.map(Self.valueStart)
        guard cells.count(where: { $0 != nil }) >= Self.leastRows else { return lines }
        return zip(lines, cells).flatMap { line, start -> [TextLine] in
            guard let start else { return [line] }
            return [
                .blank, TextLine(Array(line.scalars[..<line.tokens[start - 1].end]), emphasis: line.emphasis),
                TextLine(Array(line.scalars[line.tokens[start].start...])),
            ]
        }
    }

    /// The token that the value begins with; nil if the line is no such row.
    private static func valueStart(_ line: TextLine) -> Int? {
        guard !line.hasBullet,
            let start = line.tokens.prefix(Self.mostHeadingTokens + 1).firstIndex(where: { $0.gap >= Self.leastGap }),
            start > 0,
            let match = HeadingDictionary.shared.exactMatch(line.phrase.subphrase(0..<start)), !match.isDoubtful
        else { return nil }
        switch match.kind {
        case .experience, .education, .skills, .languages, .personal, .interests, .certifications, .summary: return start
        default: return nil
        }
    }
}
