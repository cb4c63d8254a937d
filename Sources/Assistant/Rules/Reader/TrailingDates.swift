/// Entries whose dates come last. What a program reads off a page line by line has the dates and places of the right margin
/// behind the text they belong to: title, employer, what was done, place, date.
enum TrailingDates {
    /// Lines of an entry above its date, below which "title, employer, date" is the plain reading.
    private static let leastLines = 3
    private static let leastLinesWithoutItems = 4

    /// Nil unless every date of the section closes its entry.
    static func entries(_ lines: [TextLine], isDated: [Bool], isBody: [Bool]) -> [EntrySegmenter.Entry]? {
        let dated = lines.indices.filter { isDated[$0] }
        guard let last = dated.last, dated.allSatisfy({ Self.isOnlyDate(lines[$0]) }),
            lines[(last + 1)...].count(where: { !$0.isBlank }) <= 1
        else { return nil }
        var entries: [EntrySegmenter.Entry] = []
        var start = 0
        for place in dated {
            var block = (start..<place).filter { !lines[$0].isBlank }
            // "June 2019 – Present" over "Denton, TX": the place of the entry before.
            if let top = block.first, !entries.isEmpty, lines[top].phrase.placeStrength > .none, !lines[top].phrase.isTitle {
                if entries[entries.count - 1].location == nil { entries[entries.count - 1].location = lines[top] }
                block.removeFirst()
            }
            start = place + 1
            guard let entry = Self.entry(block, date: place, lines, isBody) else { return nil }
            entries.append(entry)
        }
        if let left = lines[(last + 1)...].first(where: { !$0.isBlank }), !entries.isEmpty {
            entries[entries.count - 1].below.append(left)
        }
        return entries
    }

    private static func isOnlyDate(_ line: TextLine) -> Bool {
        guard !line.hasBullet, let date = EntrySegmenter.headerDate(line) else { return false }
        return line.phrase.removing(date).allSatisfy { $0.length < 4 || $0.placeStrength > .none }
    }

    private static func entry(
        _ block: [Int], date: Int, _ lines: [TextLine], _ isBody: [Bool]
    ) -> EntrySegmenter.Entry? {
        guard let first = block.first, !isBody[first], block.count >= Self.leastLines else { return nil }
        let hasItems = block.contains { isBody[$0] }
        guard hasItems || block.count >= Self.leastLinesWithoutItems else { return nil }
        var entry = EntrySegmenter.Entry()
        let header = block.prefix(2).prefix { !isBody[$0] }
        guard
            header.contains(where: { lines[$0].phrase.titleStrength > 0 || lines[$0].phrase.organisationStrength > 0 })
                || hasItems
        else { return nil }
        entry.above = header.map { lines[$0] }
        entry.dated = lines[date]
        entry.date = EntrySegmenter.headerDate(lines[date])
        var rest = block.dropFirst(header.count)
        if let last = rest.last, !isBody[last] || !lines[last].hasBullet,
            lines[last].phrase.placeStrength > .none
                || lines[last].phrase.hasPlaceShape && lines[last].phrase.wordCount <= 4
                    && rest.count > 1
        {
            entry.location = lines[last]
            rest = rest.dropLast()
        }
        entry.body = rest.map { lines[$0] }
        return entry
    }
}
