/// Entries of a section that has no dates at all: a header is what stands over the text of a job, or each line by itself.
enum UndatedEntries {
    private static let mostHeaderLines = 3

    static func entries(_ lines: [TextLine], isBody: [Bool]) -> [EntrySegmenter.Entry] {
        let filled = lines.indices.filter { !lines[$0].isBlank }
        let short = filled.filter { !isBody[$0] }
        let whole = short.count { Self.isWholeHeader(lines[$0].phrase) }
        // "Barista, Espresso House", one line each.
        let isList = whole * 2 > short.count
        var entries: [EntrySegmenter.Entry] = []
        var place = 0
        while place < lines.count {
            guard !lines[place].isBlank else {
                place += 1
                continue
            }
            guard !isBody[place] else {
                if !entries.isEmpty { entries[entries.count - 1].body.append(lines[place]) }
                place += 1
                continue
            }
            var end = place
            while end < lines.count, !lines[end].isBlank, !isBody[end] { end += 1 }
            let group = lines[place..<end]
            place = end
            if isList {
                for line in group {
                    if Self.isWholeHeader(line.phrase) || entries.isEmpty {
                        entries.append(EntrySegmenter.Entry(above: [line]))
                    } else {
                        entries[entries.count - 1].body.append(line)
                    }
                }
            } else if let entry = Self.entry(Array(group)) {
                entries.append(entry)
            } else if !entries.isEmpty {
                entries[entries.count - 1].body += group
            }
        }
        return entries
    }

    private static func entry(_ group: [TextLine]) -> EntrySegmenter.Entry? {
        let header = group.prefix(Self.mostHeaderLines)
        guard header.contains(where: { $0.phrase.titleStrength > 1 || $0.phrase.organisationStrength > 0 }) || header.count == 2
        else { return nil }
        var entry = EntrySegmenter.Entry(above: Array(header.prefix(2)))
        entry.below = Array(group.dropFirst(2))
        return entry
    }

    /// Has title and employer on one line.
    private static func isWholeHeader(_ phrase: Phrase) -> Bool {
        let parts = phrase.segments().flatMap { $0.split { $0.isMark(",") } }
        if parts.count > 1 { return parts.contains { $0.titleStrength > 0 } }
        return phrase.titleStrength > 0 && phrase.tokens.dropFirst().contains { $0.traits.contains(.atWord) || $0.isMark("@") }
    }
}
