/// Cuts a section into entries along its dates.
///
/// Lines between the running text of two entries form a zone. Where in the first zone the date stands, above, beside or
/// below the other lines of the header, is how the document sets all its entries.
struct EntrySegmenter {
    struct Entry {
        /// Header lines above the date.
        var above: [TextLine] = []
        /// The line with the date; nil for an entry without one.
        var dated: TextLine?
        var date: DateSpan?
        /// Short lines right below: the header goes on in them, or the description begins.
        var below: [TextLine] = []
        var body: [TextLine] = []
        /// A place that does not stand with the header.
        var location: TextLine?
    }

    private enum LineClass { case blank, body, dated, short }

    /// A header has no more lines than these on one side of its date.
    private static let mostHeaderLines = 3

    private let lines: [TextLine]
    private let classes: [LineClass]
    /// Lines before the first entry.
    private(set) var unplaced: [TextLine] = []
    private(set) var entries: [Entry] = []
    /// Lines above the date in the first header.
    private var usualAbove = 0
    private var blanksInHeader = false

    init(_ lines: [TextLine]) {
        let anchors = Self.anchors(lines)
        var classes: [LineClass] = []
        for (place, line) in lines.enumerated() {
            classes.append(
                Self.classify(
                    line, isAnchor: anchors[place], after: classes.isEmpty ? nil : (lines[place - 1], classes[place - 1])))
        }
        (self.lines, self.classes) = (lines, classes)
        let isBody = classes.map { $0 == .body }
        if !anchors.contains(true) {
            self.entries = UndatedEntries.entries(lines, isBody: isBody)
            if self.entries.isEmpty { self.unplaced = lines.filter { !$0.isBlank } }
        } else if let entries = TrailingDates.entries(lines, isDated: anchors, isBody: isBody) {
            self.entries = entries
        } else {
            self.run()
        }
    }

    var hasDates: Bool { self.entries.contains { $0.date != nil } }

    // MARK: - Lines

    /// Which lines carry the date of an entry. Items count only in a section that has no other dates.
    private static func anchors(_ lines: [TextLine]) -> [Bool] {
        let plain = lines.map { !$0.hasBullet && Self.carriesDate($0) }
        if plain.contains(true) {
            // "Barista, shift lead since 2022" over a line that is the date of the entry.
            return plain.indices.map { place in
                guard plain[place], place + 1 < plain.count, plain[place + 1], let date = Self.headerDate(lines[place]),
                    let next = Self.headerDate(lines[place + 1]), next.isRange
                else { return plain[place] }
                let isAside = !date.isRange || lines[place].tokens[date.tokens.lowerBound].traits.contains(.sinceWord)
                let isPure = lines[place].phrase.removing(date).isEmpty
                return !(isAside && !isPure && lines[place + 1].phrase.removing(next).isEmpty)
            }
        }
        return lines.map { $0.hasBullet && $0.range != nil && $0.phrase.length < 100 && Self.carriesDate($0) }
    }

    private static func carriesDate(_ line: TextLine) -> Bool {
        guard let date = Self.headerDate(line) else { return false }
        let own = line.phrase.subphrase(date.tokens).length
        let rest = line.phrase.length - own
        if date.isRange {
            return rest < 110 && !(rest > 70 && line.phrase.isSentence && !line.phrase.tellsOfJob) && line.dates.count <= 2
        }
        let atEdge = date.tokens.lowerBound <= 1 || date.tokens.upperBound >= line.tokens.count - 1
        return rest < 70 && atEdge && Self.standsApart(date, in: line) && !line.phrase.isSentence
            && !(line.tokens.last?.isMark(".") ?? false && rest > 3)
    }

    /// A single date is no part of running text: "won the club's prize in 2019".
    private static func standsApart(_ date: DateSpan, in line: TextLine) -> Bool {
        func isProse(_ place: Int) -> Bool {
            guard line.tokens.indices.contains(place), line.tokens[place].isWord, date.tokens.contains(place + 1) else {
                return false
            }
            return line.scalars[line.tokens[place].start].isLowercase && line.tokens[date.tokens.lowerBound].gap <= 1
        }
        func leadsOn(_ place: Int) -> Bool {
            guard line.tokens.indices.contains(place), line.tokens[place].isWord, line.tokens[place].gap <= 1 else {
                return false
            }
            return line.scalars[line.tokens[place].start].isLowercase
        }
        return !isProse(date.tokens.lowerBound - 1) && !leadsOn(date.tokens.upperBound)
    }

    /// The date of a header line: its first range, or its last single date.
    static func headerDate(_ line: TextLine) -> DateSpan? { line.range ?? line.dates.last }

    private static func classify(
        _ line: TextLine, isAnchor: Bool, after previous: (line: TextLine, kind: LineClass)?
    ) -> LineClass {
        if line.isBlank { return .blank }
        if isAnchor { return .dated }
        // "picker/packer": a job's name in lower case.
        let isLowerTitle =
            line.phrase.wordCount <= 4 && line.phrase.titleStrength == 3 && !(line.tokens.last?.isMark(".") ?? false)
        if line.hasBullet || line.phrase.isSentence && !(isLowerTitle && previous?.kind != .body) { return .body }
        // An item's second line stands under its text, not under its mark.
        if let previous, previous.kind == .body, previous.line.hasBullet || previous.line.indent == line.indent,
            line.emphasis == .none
        {
            if previous.line.hasBullet, line.indent >= previous.line.indent, line.indent > 0 { return .body }
            if !(previous.line.tokens.last?.isMark(".") ?? false), previous.line.phrase.length > 60, !line.phrase.isTitle,
                line.tokens.last?.isMark(".") ?? false || line.phrase.wordCount > 6
            {
                return .body
            }
        }
        return .short
    }

    // MARK: - Zones

    private mutating func run() {
        var place = 0
        while place < self.lines.count {
            if self.classes[place] == .body {
                self.addBody(self.lines[place])
                place += 1
                continue
            }
            var end = place
            while end < self.lines.count, self.classes[end] != .body { end += 1 }
            self.zone(place..<end)
            place = end
        }
    }

    private mutating func addBody(_ line: TextLine) {
        if self.entries.isEmpty {
            self.unplaced.append(line)
        } else {
            self.entries[self.entries.count - 1].body.append(line)
        }
    }

    private mutating func zone(_ range: Range<Int>) {
        let dated = range.filter { self.classes[$0] == .dated }
        guard let first = dated.first else {
            self.undatedZone(range)
            return
        }
        if !self.entries.contains(where: { $0.date != nil }) { self.learn(range, dated: dated) }
        var above = self.linesAbove(first, from: range.lowerBound)
        for (number, place) in dated.enumerated() {
            let end = number + 1 < dated.count ? dated[number + 1] : range.upperBound
            var entry = Entry()
            entry.above = above.map { self.lines[$0] }
            entry.dated = self.lines[place]
            entry.date = Self.headerDate(self.lines[place])
            let between = ((place + 1)..<end).filter { self.classes[$0] != .blank }
            if number + 1 < dated.count {
                above = self.linesAbove(end, from: self.endOfHeader(after: place, before: end))
                // A lone date line gives its header to the date below only if it has its own above.
                let kept = between.filter { !above.contains($0) }
                entry.below = kept.map { self.lines[$0] }
            } else {
                entry.below = between.map { self.lines[$0] }
            }
            self.entries.append(entry)
        }
    }

    /// Where the lines may begin that belong to the next date. Those that stand right under a date are its own, if a blank
    /// line and further lines follow.
    private func endOfHeader(after place: Int, before end: Int) -> Int {
        guard let blank = ((place + 1)..<end).first(where: { self.classes[$0] == .blank }), blank > place + 1,
            (blank..<end).contains(where: { self.classes[$0] != .blank })
        else { return place + 1 }
        return blank
    }

    /// How the first header is set.
    private mutating func learn(_ range: Range<Int>, dated: [Int]) {
        guard let first = dated.first else { return }
        let before = (range.lowerBound..<first).filter { self.classes[$0] == .short && !self.lines[$0].phrase.isDuration }
        let isPure = self.isPureDate(first)
        self.usualAbove = min(before.count, isPure ? Self.mostHeaderLines : 2)
        if let top = before.suffix(self.usualAbove).first {
            self.blanksInHeader = (top..<first).contains { self.classes[$0] == .blank }
        }
    }

    private func isPureDate(_ place: Int) -> Bool {
        guard let date = Self.headerDate(self.lines[place]) else { return false }
        return self.lines[place].phrase.removing(date).allSatisfy { $0.length < 4 || $0.placeStrength == .known }
    }

    /// The lines above a date that are its header: as many as is usual, fewer where a blank line ends it.
    private func linesAbove(_ place: Int, from start: Int) -> [Int] {
        guard self.usualAbove > 0 else { return [] }
        var result: [Int] = []
        var above = place - 1
        var count = 0
        while above >= start, count < self.usualAbove {
            if self.classes[above] == .blank {
                // Blank lines part entries, unless headers of this document have them inside.
                if !result.isEmpty && !self.blanksInHeader { break }
                above -= 1
                continue
            }
            guard self.classes[above] == .short else { break }
            result.insert(above, at: 0)
            if !self.lines[above].phrase.isDuration { count += 1 }
            above -= 1
        }
        // One more, if it has the job's title and nothing of the header so far does.
        if above >= start, self.classes[above] == .short, let top = result.first, top == above + 1,
            self.lines[above].phrase.isTitle,
            !(result + [place]).contains(where: { self.lines[$0].phrase.titleStrength > 0 })
        {
            result.insert(above, at: 0)
        }
        return result
    }

    /// Short lines without a date: a further entry, an employer whose positions follow, or part of a description.
    private mutating func undatedZone(_ range: Range<Int>) {
        let short = range.filter { self.classes[$0] == .short }
        guard let first = short.first else { return }
        let header = short.prefix(while: { $0 - first < 2 }).map { self.lines[$0] }
        let isSetOff = first == 0 || self.classes[first - 1] == .blank || self.lines[first].emphasis != .none
        let segments = header.flatMap { $0.phrase.segments() }
        let isEntry =
            isSetOff && segments.contains { $0.titleStrength == 3 && $0.wordCount <= 8 }
            && (self.entries.isEmpty || segments.count >= 2)
        if isEntry {
            var entry = Entry()
            entry.above = header
            entry.below = short.dropFirst(header.count).map { self.lines[$0] }
            self.entries.append(entry)
        } else {
            for place in short { self.addBody(self.lines[place]) }
        }
    }
}
