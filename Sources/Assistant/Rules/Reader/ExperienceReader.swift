import JSON

/// Jobs out of the lines of the sections about work.
struct ExperienceReader {
    private(set) var entries: [JSONObject] = []
    private(set) var unplaced: [TextLine] = []
    /// Entries whose employer was found by elimination.
    private(set) var guessedCompanies: Set<Int> = []

    private static let labels: [LabelKind] = [.company, .position, .dates, .place, .description]

    init(_ lines: [TextLine]) {
        let lines = ProseEntries.split(SplitRanges.joined(lines))
        if let form = LabelledForm.entries(lines, kinds: Self.labels, needed: [.company, .position]) {
            self.readForm(form)
        } else {
            self.readEntries(EntrySegmenter(lines))
        }
    }

    private mutating func add(position: String, company: String, dates: String, location: String, description: [String]) {
        var entry: JSONObject = [
            "Position": .string(position), "Company": .string(company), "Dates": .string(dates),
            "Description": .string(description.filter { !$0.isEmpty }.joined(separator: "\n")),
        ]
        if !location.isEmpty { entry["Location"] = .string(location) }
        self.entries.append(entry)
    }

    private mutating func readForm(_ form: [LabelledForm.Entry]) {
        for item in form {
            var dates = item.values[.dates]?.text ?? ""
            var position = item.values[.position]?.trimmed.text ?? ""
            if let phrase = item.values[.position], dates.isEmpty {
                let line = TextLine(phrase.text)
                if let date = EntrySegmenter.headerDate(line) {
                    dates = line.phrase.subphrase(date.tokens).text
                    position = line.phrase.removing(date).map(\.text).joined(separator: " ")
                }
            }
            var company = item.values[.company]?.trimmed.text ?? ""
            if let phrase = item.values[.company], dates.isEmpty, let date = EntrySegmenter.headerDate(TextLine(phrase.text)),
                date.isRange
            {
                let line = TextLine(phrase.text)
                dates = line.phrase.subphrase(date.tokens).text
                company = line.phrase.removing(date).map(\.text).joined(separator: " ")
            }
            let (name, place) = HeaderReader.withoutPlace(TextLine(company).phrase)
            self.add(
                position: position, company: name.trimmed.text, dates: dates,
                location: item.values[.place]?.trimmed.text ?? place?.text ?? "", description: [Paragraphs.text(item.rest)])
        }
    }

    /// "Yuma, AZ" over the date and title and employer below it: the margin's place was read first. A place that is not
    /// listed is known by the other entries, whose places are; without those, by how all entries have the same lines, with
    /// longer names below than above.
    private static func withoutMarginPlaces(_ entries: [EntrySegmenter.Entry]) -> [EntrySegmenter.Entry] {
        func mayBePlace(_ entry: EntrySegmenter.Entry) -> Bool {
            guard entry.above.count == 1, let line = entry.above.first, entry.below.count >= 2 else { return false }
            return (line.phrase.hasPlaceShape || line.phrase.placeStrength > .none) && line.phrase.titleStrength == 0
                && line.phrase.organisationStrength == 0 && entry.below[1].phrase.placeStrength == .none
        }
        func isSure(_ entry: EntrySegmenter.Entry) -> Bool {
            mayBePlace(entry) && entry.below[0].phrase.titleStrength >= 2
        }
        let isKnown = entries.contains { isSure($0) && $0.above[0].phrase.placeStrength > .none }
        if !isKnown {
            let above = entries.reduce(0) { $0 + ($1.above.first?.phrase.wordCount ?? 0) }
            let below = entries.reduce(0) { $0 + ($1.below.dropFirst().first?.phrase.wordCount ?? 0) }
            let isAlike = entries.count >= 2 && entries.allSatisfy { mayBePlace($0) && $0.below.count == 2 && !$0.body.isEmpty }
            guard isAlike, below > above, entries.contains(where: isSure) else { return entries }
        }
        return entries.map { entry in
            guard isKnown ? isSure(entry) : mayBePlace(entry), let place = entry.above.first else { return entry }
            var entry = entry
            entry.above = []
            entry.location = place
            return entry
        }
    }

    /// Whether the header of most entries is one line with a comma in it.
    private static func isCommaList(_ entries: [EntrySegmenter.Entry]) -> Bool {
        let lists = entries.count { entry in
            guard entry.above.isEmpty, let dated = entry.dated, let date = entry.date else { return false }
            let rest = dated.phrase.removing(date)
            guard let line = rest.isEmpty ? entry.below.first?.phrase : rest.count == 1 ? rest.first : nil else { return false }
            return line.segments().count == 1 && line.split(where: { $0.isMark(",") }).count >= 2
        }
        return lists >= 2 && lists * 3 >= entries.count * 2
    }

    private struct Header {
        var result: HeaderReader.Result
        var usedBelow: Int
        var companyIsBelow = false
    }

    private mutating func readEntries(_ segmenter: EntrySegmenter) {
        self.unplaced = segmenter.unplaced
        var reader = HeaderReader()
        let entries = Self.withoutMarginPlaces(segmenter.entries)
        reader.isCommaList = Self.isCommaList(entries)
        var headers = entries.map { Self.header(of: $0, reader: reader) }
        let clear = headers.compactMap(\.result.titleFirst)
        // Of the headers that are clear, as many as use the lines below: so do the others.
        let settled = headers.filter { $0.result.isComplete && !$0.result.companyIsGuess }
        let below = settled.count { $0.companyIsBelow } * 2 > settled.count
        if clear.count(where: { !$0 }) * 2 > clear.count { reader.titleFirst = false }
        let never = !below && settled.count >= 2 && !settled.contains(where: \.companyIsBelow)
        if !reader.titleFirst || below || never {
            headers = entries.map { Self.header(of: $0, reader: reader, companyIsBelow: never ? false : below ? true : nil) }
        }
        if let pattern = EntryPattern(entries, headers.map(\.result)) {
            for (number, entry) in entries.enumerated() {
                guard let (result, used) = pattern.reading(entry, headers[number].result) else { continue }
                headers[number] = Header(result: result, usedBelow: max(used, 0))
            }
        }
        let usesAbove =
            zip(entries, headers).contains {
                !$0.above.isEmpty && !$1.result.company.isEmpty && !$1.result.companyIsGuess
            }
        var employer = (company: "", location: "")
        var isOverPositions = false
        /// What was said of an employer goes to the first of its positions.
        var pending: [String] = []
        for (number, (entry, header)) in zip(entries, headers).enumerated() {
            var result = header.result
            if result.location.isEmpty, let location = entry.location { result.location = location.text }
            let body = Array(entry.below.dropFirst(header.usedBelow)) + entry.body
            let dates = entry.date.flatMap { date in entry.dated?.phrase.subphrase(date.tokens).text } ?? ""
            let next = number + 1 < headers.count ? headers[number + 1].result : nil
            if result.position.isEmpty, !result.company.isEmpty, body.count <= 3, let next, !next.position.isEmpty,
                next.company.isEmpty || next.companyIsGuess
            {
                // The employer stands over several positions, perhaps with the dates of them all.
                employer = (result.company, result.location)
                isOverPositions = true
                pending = result.rest + body.map(\.text)
                continue
            }
            // Elsewhere in the document the employer stands above: here it is that of the entry before.
            let inherits = result.companyIsGuess && entry.above.isEmpty && usesAbove && !employer.company.isEmpty
            if isOverPositions && result.companyIsGuess || inherits {
                result.position = result.wholeTitle
                result.company = ""
            } else if !result.company.isEmpty {
                isOverPositions = false
            }
            if result.company.isEmpty, !result.position.isEmpty, !employer.company.isEmpty {
                result.company = employer.company
                if result.location.isEmpty { result.location = employer.location }
            }
            if !result.company.isEmpty { employer = (result.company, result.location) }
            guard !result.position.isEmpty || !result.company.isEmpty else {
                self.keep(entry, body: body)
                continue
            }
            if result.companyIsGuess, !result.company.isEmpty { self.guessedCompanies.insert(self.entries.count) }
            self.add(
                position: result.position, company: result.company, dates: dates, location: result.location,
                description: pending + result.rest + [Paragraphs.text(body)])
            pending = []
        }
    }

    /// What has a date but neither position nor company belongs to the entry before it.
    private mutating func keep(_ entry: EntrySegmenter.Entry, body: [TextLine]) {
        let lines = (entry.dated.map { [$0] } ?? []) + body
        guard var last = self.entries.popLast() else {
            self.unplaced += lines
            return
        }
        let text = (last["Description"]?.stringValue ?? "") + "\n" + Paragraphs.text(lines)
        last["Description"] = .string(String(text.drop { $0 == "\n" }))
        self.entries.append(last)
    }

    /// Reads the header from above and beside the date, and on into the lines below as far as something is missing.
    ///
    /// - Parameter companyIsBelow: where the other entries have the employer; nil if that is not known.
    private static func header(
        of entry: EntrySegmenter.Entry, reader: HeaderReader, companyIsBelow: Bool? = nil
    ) -> Header {
        var lines = entry.above.map { [$0.phrase] }
        if let dated = entry.dated, let date = entry.date { lines.append(dated.phrase.removing(date)) }
        var (segments, margin) = Self.segments(of: lines)
        var result = reader.read(segments)
        let firstCompany = result.company
        var used = 0
        for line in entry.below {
            let place = line.phrase.placeStrength
            // "Registered Nurse, ICU" was no title and employer if the employer stands below.
            let isBetter = result.companyIsGuess && used == 0 && companyIsBelow ?? (line.phrase.organisationStrength > 0)
            // "Catania" was taken for the job where its name follows: the line has to be read together with it.
            let isMissed =
                used == 0 && result.position.isEmpty == false && !TextLine(result.position).phrase.isTitle
                && line.phrase.isTitle && !line.hasBullet
            if result.isComplete, !isBetter, !isMissed {
                guard place > .none, result.location.isEmpty, used < 3 else { break }
                result.location = line.text
                used += 1
                break
            }
            if place == .known {
                if result.location.isEmpty { result.location = line.text } else { break }
                used += 1
                continue
            }
            guard used < 3 else { break }
            let location = result.location
            lines.append([line.phrase])
            (segments, margin) = Self.segments(of: lines)
            result = reader.read(segments)
            if result.location.isEmpty { result.location = location }
            used += 1
        }
        if result.location.isEmpty, let margin { result.location = margin.text }
        return Header(
            result: result, usedBelow: used, companyIsBelow: !result.company.isEmpty && result.company != firstCompany)
    }

    /// "Junior Analyst          Villeurbanne" over "Boehringer Ingelheim": what stands at the margin beside the title is a
    /// place, if another line can have the employer.
    private static func hasMarginPlace(_ line: [Phrase], _ segments: [Phrase], others: [[Phrase]]) -> Bool {
        guard segments.count == 2, let first = segments.first, let last = segments.last, first.titleStrength >= 2,
            last.placeStrength == .none, last.hasPlaceShape, last.wordCount <= 2, last.titleStrength == 0,
            last.organisationStrength == 0, line.count == 1, last.tokens.first?.gap ?? 0 >= 3
        else { return false }
        return others.joined().contains { $0.titleStrength < 2 && $0.placeStrength == .none && $0.text != last.text }
    }

    /// The segments of a header's lines. A dash is part of a name ("A.P. Moller - Maersk") on a line without a job's
    /// title and without a place, if another line has the title.
    private static func segments(of lines: [[Phrase]]) -> ([Phrase], margin: Phrase?) {
        let cut = lines.map { $0.flatMap { $0.segments() }.filter { !$0.isDuration } }
        guard lines.count > 1, cut.joined().contains(where: \.isTitle) else { return (Array(cut.joined()), nil) }
        var margin: Phrase?
        let segments = zip(lines, cut).flatMap { line, segments -> [Phrase] in
            guard !segments.contains(where: { $0.titleStrength > 0 || $0.placeStrength > .none }) else {
                guard Self.hasMarginPlace(line, segments, others: cut) else { return segments }
                margin = segments.last
                return Array(segments.prefix(1))
            }
            return line.flatMap { $0.segments(atDashes: false) }.filter { !$0.isDuration }
        }
        return (segments, margin)
    }
}
