/// On which lines a document has the job's title and the employer, counted from the line with the date.
///
/// Most documents set all their entries alike. Where the words of an entry say nothing, its lines are what the same lines
/// of the others are.
struct EntryPattern {
    /// Lines from the date's: 0 is its own, -1 the one above.
    private let position: Int
    private let company: Int

    /// Entries that must agree, and their share of those whose words leave no doubt.
    private static let leastEntries = 2

    /// - Returns: nil if too few entries are clear, if they differ, or if both values stand on one line.
    init?(_ entries: [EntrySegmenter.Entry], _ results: [HeaderReader.Result]) {
        var counts: [SIMD2<Int>: Int] = [:]
        var clear = 0
        guard !results.allSatisfy(Self.isClear) else { return nil }
        for (entry, result) in zip(entries, results) where result.isComplete && !result.companyIsGuess {
            guard TextLine(result.position).phrase.isTitle, let place = Self.places(of: result, in: entry) else { continue }
            counts[place, default: 0] += 1
            clear += 1
        }
        guard let (place, count) = counts.max(by: { ($0.value, $0.key.x) < ($1.value, $1.key.x) }),
            count >= Self.leastEntries || clear == 1,
            count * 3 >= clear * 2, place.x != place.y
        else { return nil }
        (self.position, self.company) = (place.x, place.y)
    }

    /// The lines of position and company; nil if one of them is on none.
    private static func places(of result: HeaderReader.Result, in entry: EntrySegmenter.Entry) -> SIMD2<Int>? {
        func line(of text: String) -> Int? {
            let wanted = Array(text.utf8)
            return ((-entry.above.count)...entry.below.count).first { number in
                Self.line(number, of: entry).map { ByteSearch.contains(Array($0.text.utf8), wanted) } ?? false
            }
        }
        guard let position = line(of: result.position), let company = line(of: result.company) else { return nil }
        return SIMD2(position, company)
    }

    /// Words say of both values what they are.
    private static func isClear(_ result: HeaderReader.Result) -> Bool {
        !result.companyIsGuess && TextLine(result.position).phrase.isTitle
            && TextLine(result.company).phrase.organisationStrength >= 3
    }

    private static func line(_ number: Int, of entry: EntrySegmenter.Entry) -> Phrase? {
        if number == 0 {
            guard let dated = entry.dated, let date = entry.date else { return nil }
            return dated.phrase.removing(date).first
        }
        let place = number < 0 ? entry.above.count + number : number - 1
        let lines = number < 0 ? entry.above : entry.below
        return lines.indices.contains(place) ? lines[place].phrase : nil
    }

    /// The entry read as the others are, and how many lines below the date that took; nil if its own words tell enough or
    /// it has not the lines.
    func reading(_ entry: EntrySegmenter.Entry, _ result: HeaderReader.Result) -> (HeaderReader.Result, usedBelow: Int)? {
        guard let titleLine = Self.line(self.position, of: entry), let companyLine = Self.line(self.company, of: entry),
            let title = titleLine.segments(atDashes: false).first, let first = companyLine.segments(atDashes: false).first,
            !title.isSentence, !first.isSentence, title.organisationStrength < 3 || title.isTitle, !first.isTitle,
            first.placeStrength < .known
        else { return nil }
        if Self.isClear(result) { return nil }
        if let places = Self.places(of: result, in: entry), places == SIMD2(self.position, self.company) { return nil }
        var reading = HeaderReader.Result()
        reading.position = title.text
        let (name, place) = HeaderReader.withoutPlace(first, isCompany: true)
        reading.company = name.text
        let others =
            titleLine.segments(atDashes: false).dropFirst() + companyLine.segments(atDashes: false).dropFirst()
            + (-entry.above.count..<max(self.position, self.company) + 1).filter { $0 != self.position && $0 != self.company }
            .compactMap { Self.line($0, of: entry) }
        var rest = others.filter { !$0.isDuration && !$0.isEmpty }
        if let place {
            reading.location = place.text
        } else if let found = rest.firstIndex(where: { $0.placeStrength > .none })
            ?? rest.firstIndex(where: { $0.hasPlaceShape && $0.wordCount <= 3 && $0.titleStrength == 0 })
        {
            reading.location = rest.remove(at: found).text
        }
        reading.rest = rest.map(\.text)
        return (reading, max(0, self.position, self.company))
    }
}
