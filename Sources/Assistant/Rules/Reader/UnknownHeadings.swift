/// Headings that no list has, told by how they are set and by what stands below them.
enum UnknownHeadings {
    private static let mostWords = 5
    /// An entry's header has its date within so many lines.
    private static let headerLines = 3
    private static let leastItems = 3

    /// A short line in capitals, a blank line above it: over entries it stands alone, elsewhere no date follows at once.
    static func isHeading(_ lines: [TextLine], at number: Int, in section: Sections.Section) -> Bool {
        let line = lines[number]
        guard number > 0, lines[number - 1].isBlank, number + 1 < lines.count, !line.hasBullet, line.dates.isEmpty,
            line.phrase.isUppercased, (1...Self.mostWords).contains(line.phrase.wordCount), line.phrase.length >= 5,
            HeadingDictionary.hasHeadingShape(line.phrase),
            line.tokens.allSatisfy({ $0.isWord || $0.isMark("&") || $0.isMark("\'") }),
            line.phrase.titleStrength < 2, line.phrase.organisationStrength == 0, line.phrase.placeStrength < .known,
            line.phrase.degreeStrength == 0
        else { return false }
        let below = lines[(number + 1)...].prefix(Self.headerLines + 2).filter { !$0.isBlank }.prefix(Self.headerLines)
        guard let next = below.first, !next.phrase.isUppercased else { return false }
        let hasContact = lines[..<number].contains { $0.tokens.contains { $0.kind == .email } }
        switch section.kind {
        case .head, .contact, .personal: return hasContact
        case .experience, .education, .projects:
            // The entries so far have no such lines in their headers.
            if section.lines.contains(where: { $0.range != nil }), !section.lines.contains(where: \.phrase.isUppercased),
                !section.heading.isEmpty, TextLine(section.heading).phrase.isUppercased
            {
                return true
            }
            return !below.contains { !$0.dates.isEmpty || $0.phrase.titleStrength >= 2 }
        default: return lines[number + 1].isBlank || below.contains { !$0.dates.isEmpty } || Self.isList(Array(below.prefix(1)))
        }
    }

    /// Short items parted by commas or the like.
    static func isList(_ lines: [TextLine]) -> Bool {
        let filled = lines.filter { !$0.isBlank }
        guard !filled.isEmpty,
            filled.allSatisfy({ $0.range == nil && !$0.phrase.isSentence || $0.phrase.tokens.contains { $0.isMark(",") } })
        else { return false }
        let items = filled.flatMap { $0.phrase.split { $0.isMark(",") || $0.isMark("|") || $0.isMark(";") } }
        return items.count >= Self.leastItems && items.count >= 3 * filled.count
            && items.allSatisfy { $0.wordCount <= 4 && !$0.isEmpty }
    }
}
