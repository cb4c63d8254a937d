import JSON

/// Degrees and schools out of the lines of the sections about education.
///
/// Each line is cut into facts (degree, school, date, place, other). A fact that the current entry already has begins the
/// next entry, and so does, after a blank line, the kind of fact that began the first.
struct EducationReader {
    private(set) var entries: [JSONObject] = []
    private(set) var unplaced: [TextLine] = []

    private enum Fact { case degree, institution, date, other }

    private struct Draft {
        var degree: Phrase?
        var degreeText = ""
        var field = ""
        var institution = ""
        /// It stood where a school would; no word says that it is one.
        var institutionIsGuess = false
        var dates = ""
        var location = ""
        var notes: [String] = []

        var isEmpty: Bool { self.degreeText.isEmpty && self.institution.isEmpty }

        func has(_ fact: Fact) -> Bool {
            switch fact {
            case .degree: !self.degreeText.isEmpty
            case .institution: !self.institution.isEmpty && !self.institutionIsGuess
            case .date: !self.dates.isEmpty
            case .other: false
            }
        }
    }

    private static let labels: [LabelKind] = [.institution, .degree, .field, .dates, .place]

    private var drafts: [Draft] = []
    private var firstFact: Fact?
    private var afterBlank = true
    /// The degree stands alone on the line before: a plain line under it may be its continuation.
    private var previousWasDegree = false
    /// Where on the line a place begins that only its comma behind a school gives away.
    private var placeStart = -1

    init(_ lines: [TextLine]) {
        if let form = LabelledForm.entries(lines, kinds: Self.labels, needed: [.institution, .degree, .field]) {
            self.readForm(form)
        } else {
            for line in Self.withJoinedLines(lines) { self.read(line) }
        }
        self.finish()
    }

    // MARK: - Lines

    /// Lines wrapped in a narrow column: one that ends in "in", "of", "&" or a comma goes on in the next; so does a
    /// degree before a plain line with the school below, and a name before a lone "University".
    private static func withJoinedLines(_ lines: [TextLine]) -> [TextLine] {
        var result: [TextLine] = []
        for (number, line) in lines.enumerated() {
            // The school in one of the next two lines, more of it than the end of a wrapped name.
            let schoolFollows = lines[(number + 1)...].prefix(2).prefix { !$0.isBlank && $0.dates.isEmpty && !$0.hasBullet }
                .first { $0.phrase.institutionStrength > 0 }.map { $0.phrase.wordCount > 1 } ?? false
            if let last = result.last, !last.isBlank, !line.isBlank, !line.hasBullet, last.dates.isEmpty, line.dates.isEmpty,
                Self.isWrapped(last, line, schoolFollows: schoolFollows)
            {
                result[result.count - 1] = last.joined(with: line)
            } else if let last = result.last, let end = last.tokens.last, !line.isBlank, !line.hasBullet, last.scalars.count < 90,
                end.traits.contains(.connector) && end.kind == .word || end.isMark("&") || end.isMark(","), last.range == nil
            {
                result[result.count - 1] = last.joined(with: line)
            } else {
                result.append(line)
            }
        }
        return result
    }

    private static func isWrapped(_ line: TextLine, _ second: TextLine, schoolFollows: Bool) -> Bool {
        guard line.scalars.count <= 45, second.scalars.count <= 30, second.phrase.degreeStrength == 0 else { return false }
        if second.phrase.institutionStrength > 0 {
            return second.phrase.wordCount == 1 && line.phrase.degreeStrength == 0 && line.phrase.institutionStrength == 0
                && line.phrase.wordCount > 1
        }
        let namesField = (line.tokens + second.tokens).contains { ["in", "en", "im", "em"].contains($0.folded) }
        return line.phrase.degreeStrength > 0 && namesField && line.phrase.institutionStrength == 0
            && second.phrase.wordCount <= 3 && !second.phrase.isGrade && second.phrase.placeStrength < .known
            && schoolFollows
    }

    private mutating func read(_ line: TextLine) {
        guard !line.isBlank else {
            self.afterBlank = true
            return
        }
        defer { self.afterBlank = false }
        let phrase = line.phrase.withoutListNumber
        let date = Self.date(of: line)
        let hasSigns = phrase.degreeStrength > 0 || phrase.institutionStrength > 0
        let mayBeLong = phrase.institutionStrength > 0 && phrase.wordCount < 25 || phrase.degreeStrength == 3 && phrase.wordCount < 20
        if phrase.isSentence && !mayBeLong || line.hasBullet && !hasSigns && date == nil {
            self.note(line)
            return
        }
        if phrase.isGrade && phrase.institutionStrength == 0 && phrase.degreeStrength < 3 {
            self.note(line)
            return
        }
        self.placeStart = -1
        let parts = (date.map { span in phrase.removing(span) } ?? [phrase]).flatMap { $0.segments() }
            .flatMap(Self.cutAtStops).flatMap(Self.cutAtFrom).flatMap { self.cutAtCommas($0) }.map(\.withoutStop).filter { !$0.isEmpty && !$0.isDuration }
        self.place(parts, date: date.map { line.phrase.subphrase($0.tokens).text } ?? "", line: line)
    }

    private static func date(of line: TextLine) -> DateSpan? {
        guard let date = EntrySegmenter.headerDate(line) else { return nil }
        let rest = line.phrase.length - line.phrase.subphrase(date.tokens).length
        return rest < 150 ? date : nil
    }

    /// "Máster en Matemáticas. Universidad de Salamanca", and the grade off the end of "... with 72%".
    private static func cutAtStops(_ phrase: Phrase) -> [Phrase] {
        var start = phrase.tokens.startIndex
        var parts: [Phrase] = []
        for place in phrase.tokens.indices.dropFirst() where place + 1 < phrase.tokens.endIndex {
            let (before, token, next) = (phrase.tokens[place - 1], phrase.tokens[place], phrase.tokens[place + 1])
            let isStop = token.isMark(".") && token.gap == 0 && next.gap > 0 && before.isWord && before.end - before.start > 3
                && !phrase.scalars[before.start..<before.end].contains(".")
            let isGrade = ["with", "mit", "avec", "con", "com"].contains(token.folded) && phrase.subphrase(place..<phrase.tokens.endIndex).tokens
                .contains { $0.isMark("%") || $0.traits.contains(.grade) || $0.folded == "honors" || $0.folded == "distinction" }
            guard isStop || isGrade else { continue }
            parts.append(phrase.subphrase(start..<place).trimmed)
            start = isStop ? place + 1 : place
        }
        parts.append(phrase.subphrase(start..<phrase.tokens.endIndex).trimmed)
        return parts.filter { !$0.isEmpty }
    }

    /// "Bachelor of Science from MIT".
    private static func cutAtFrom(_ phrase: Phrase) -> [Phrase] {
        guard phrase.degreeStrength > 0 else { return [phrase] }
        for place in phrase.tokens.indices.dropFirst() where place + 1 < phrase.tokens.endIndex {
            let token = phrase.tokens[place]
            guard token.isWord, ["from", "at", "@", "bei", "an", "chez", "presso", "an der", "a", "na"].contains(token.folded) else { continue }
            let left = phrase.subphrase(phrase.tokens.startIndex..<place).trimmed
            let right = phrase.subphrase((place + 1)..<phrase.tokens.endIndex).trimmed
            let isPlain = token.folded == "from" || token.folded == "at"
            if left.degreeStrength > 0, let first = right.tokens.first(where: \.isWord),
                isPlain && !right.first(of: first).isLowercase || right.institutionStrength > 0
            {
                return [left, right]
            }
        }
        return [phrase]
    }

    /// Commas part degree and school only where both are there; else they are inside the name of one.
    private mutating func cutAtCommas(_ phrase: Phrase) -> [Phrase] {
        let parts = phrase.split { $0.isMark(",") }
        guard parts.count > 1 else { return [phrase] }
        let hasDegree = parts.contains { $0.degreeStrength > 0 }
        let schools = parts.indices.filter { parts[$0].institutionStrength > 0 && parts[$0].degreeStrength < 3 }
        // "Massachusetts Institute of Technology, Cambridge, MA": the place goes its own way.
        if let school = schools.last, !parts[school...].dropFirst().contains(where: { $0.degreeStrength > 0 }) {
            let tail = parts[(school + 1)...]
            if let first = tail.first, let last = tail.last {
                let rest = phrase.subphrase(first.tokens.startIndex..<last.tokens.endIndex)
                if rest.placeStrength > .none || rest.hasPlaceShape && !rest.namesField && rest.wordCount <= 3 {
                    self.placeStart = first.tokens.first?.start ?? -1
                    let front = hasDegree ? Array(parts[...school])
                        : [phrase.subphrase(phrase.tokens.startIndex..<(first.tokens.startIndex - 1)).trimmed]
                    return front + [rest]
                }
            }
        }
        if !schools.isEmpty { return hasDegree ? parts : [phrase] }
        // "B.Tech in Electronics, JNTU, Hyderabad, India"
        if hasDegree, parts[0].degreeStrength > 0, parts[0].degreeAndField != nil, !parts[0].tokens.contains(where: { $0.isMark(":") }),
            parts[1].wordCount == 1 || parts[parts.count - 1].placeStrength == .known, !parts[1].namesField
        {
            return parts
        }
        return [phrase]
    }

    // MARK: - Facts

    private mutating func place(_ parts: [Phrase], date: String, line: TextLine) {
        var degree: Phrase?
        var institution: Phrase?
        var location: Phrase?
        var others: [Phrase] = []
        for part in parts {
            let degreeStrength = part.degreeStrength
            let institutionStrength = part.institutionStrength
            if institutionStrength > 0, institution == nil, degreeStrength < 3 || institutionStrength > 2 && degree != nil {
                institution = part
            } else if degreeStrength > 0, degree == nil {
                degree = part
            } else if part.placeStrength == .known || part.placeStrength == .shape && part.degreeStrength == 0
                || part.tokens.first?.start == self.placeStart
            {
                if let first = location {
                    location = Phrase(scalars: part.scalars, tokens: part.tokens).joined(after: first)
                } else {
                    location = part
                }
            } else {
                others.append(part)
            }
        }
        let bringsMain = degree != nil || institution != nil
        if !bringsMain, let first = others.first, !line.hasBullet, !(self.drafts.last?.isEmpty ?? true) || date.isEmpty == false {
            self.placeOther(first, rest: Array(others.dropFirst()), date: date, location: location, line: line)
            return
        }
        guard bringsMain || !date.isEmpty || location != nil else {
            self.note(line)
            return
        }
        if !bringsMain, location != nil, date.isEmpty {
            self.setLocation(location, line: line)
            return
        }
        var facts: [Fact] = []
        if institution != nil { facts.append(.institution) }
        if degree != nil { facts.append(.degree) }
        if !date.isEmpty { facts.append(.date) }
        self.begin(for: facts, line: line)
        let last = self.drafts.count - 1
        guard last >= 0 else { return }
        if let degree, self.drafts[last].degreeText.isEmpty {
            (self.drafts[last].degree, self.drafts[last].degreeText) = (degree, degree.text)
        } else if let degree {
            self.drafts[last].notes.append(degree.text)
        }
        if let institution {
            // What was taken for the school was the subject.
            if self.drafts[last].institutionIsGuess { self.drafts[last].field = self.drafts[last].institution }
            (self.drafts[last].institution, self.drafts[last].institutionIsGuess) = (institution.text, false)
        }
        if !date.isEmpty, self.drafts[last].dates.isEmpty { self.drafts[last].dates = date }
        if let location, self.drafts[last].location.isEmpty { self.drafts[last].location = location.text }
        for other in others {
            if degree != nil, institution == nil, self.drafts[last].institution.isEmpty, other.wordCount < 9 {
                self.drafts[last].institution = other.text
            } else if degree == nil, institution != nil, self.drafts[last].degreeText.isEmpty, other.wordCount < 9 {
                (self.drafts[last].degree, self.drafts[last].degreeText) = (other, other.text)
            } else if self.drafts[last].field.isEmpty, degree != nil, other.wordCount < 7, !other.isGrade {
                self.drafts[last].field = other.text
            } else {
                self.drafts[last].notes.append(other.text)
            }
        }
        self.previousWasDegree = degree != nil && institution == nil && date.isEmpty && others.isEmpty
    }

    /// A line without a word that tells: the school or degree that is still missing, or the rest of a wrapped degree.
    private mutating func placeOther(_ other: Phrase, rest: [Phrase], date: String, location: Phrase?, line: TextLine) {
        if !date.isEmpty, self.drafts.last.map({ !$0.dates.isEmpty || $0.isEmpty }) ?? true {
            self.drafts.append(Draft())
            self.remember(.other)
        }
        guard !self.drafts.isEmpty, other.wordCount < 10 else {
            self.note(line)
            return
        }
        let last = self.drafts.count - 1
        if !date.isEmpty { self.drafts[last].dates = date }
        if let location, self.drafts[last].location.isEmpty { self.drafts[last].location = location.text }
        let draft = self.drafts[last]
        if self.previousWasDegree, !self.afterBlank, draft.institution.isEmpty, !line.hasBullet, other.wordCount <= 3,
            draft.degreeText.contains(" in ") || draft.degreeText.contains(" of ")
        {
            self.drafts[last].degreeText += " " + other.text
            self.drafts[last].degree = nil
        } else if draft.institution.isEmpty, !draft.degreeText.isEmpty {
            self.drafts[last].institution = other.text
            self.drafts[last].institutionIsGuess = draft.field.isEmpty && !draft.degreeText.contains(" in ")
        } else if draft.degreeText.isEmpty {
            (self.drafts[last].degree, self.drafts[last].degreeText) = (other, other.text)
        } else if draft.field.isEmpty, !self.afterBlank, other.wordCount <= 6, !draft.degreeText.contains(" in ") {
            self.drafts[last].field = other.text
        } else {
            self.drafts[last].notes.append(line.text)
        }
        self.previousWasDegree = false
        self.drafts[last].notes += rest.map(\.text)
    }

    /// Starts a new entry if the current one already has one of the facts.
    private mutating func begin(for facts: [Fact], line: TextLine) {
        guard let current = self.drafts.last else {
            self.drafts.append(Draft())
            if let first = facts.first { self.remember(first) }
            return
        }
        let isMain = facts.contains(.degree) || facts.contains(.institution)
        let conflict = facts.contains { fact in
            current.has(fact) && (fact != .date || isMain || self.afterBlank || self.firstFact == .date)
        }
        if self.afterBlank, current.institutionIsGuess, facts.contains(.institution) {
            self.drafts.append(Draft())
            return
        }
        let restarts = self.afterBlank && !current.isEmpty && facts.contains { $0 == self.firstFact }
        if conflict || restarts { self.drafts.append(Draft()) }
    }

    private mutating func remember(_ fact: Fact) {
        if self.firstFact == nil { self.firstFact = fact }
    }

    private mutating func setLocation(_ location: Phrase?, line: TextLine) {
        guard let location, let last = self.drafts.indices.last, self.drafts[last].location.isEmpty else {
            self.note(line)
            return
        }
        self.drafts[last].location = location.text
    }

    private mutating func note(_ line: TextLine) {
        self.previousWasDegree = false
        if let last = self.drafts.indices.last {
            self.drafts[last].notes.append(line.text)
        } else {
            self.unplaced.append(line)
        }
    }

    // MARK: - Entries

    private mutating func readForm(_ form: [LabelledForm.Entry]) {
        for item in form {
            var draft = Draft()
            draft.degreeText = item.values[.degree]?.trimmed.text ?? ""
            draft.field = item.values[.field]?.trimmed.text ?? ""
            draft.institution = item.values[.institution]?.trimmed.text ?? ""
            draft.dates = item.values[.dates]?.trimmed.text ?? ""
            draft.location = item.values[.place]?.trimmed.text ?? ""
            draft.notes = item.rest.map(\.text)
            self.drafts.append(draft)
        }
    }

    private mutating func finish() {
        for var draft in self.drafts {
            if draft.isEmpty, draft.field.isEmpty {
                self.unplaced += ([draft.dates, draft.location] + draft.notes).filter { !$0.isEmpty }.map(TextLine.init)
                continue
            }
            if draft.field.isEmpty {
                let phrase = draft.degree ?? TextLine(draft.degreeText).phrase
                if let (degree, field) = phrase.degreeAndField { (draft.degreeText, draft.field) = (degree, field) }
            }
            var entry: JSONObject = [
                "Degree": .string(draft.degreeText), "Field": .string(draft.field), "Institution": .string(draft.institution),
                "Dates": .string(draft.dates),
            ]
            if !draft.location.isEmpty { entry["Location"] = .string(draft.location) }
            if !draft.notes.isEmpty { entry["Description"] = .string(draft.notes.joined(separator: "\n")) }
            self.entries.append(entry)
        }
    }
}

extension Phrase {
    /// 0: no degree. 1: a word that degrees contain. 3: begins with a degree's name.
    var degreeStrength: Int {
        var strength = 0
        for token in self.tokens where token.kind == .word {
            let isDegree = token.traits.contains(.degree)
                || token.traits.contains(.degreeInCapitals) && self.scalars[token.start..<token.end].allSatisfy { !$0.isLowercase }
                    && token.end - token.start >= 2
            if isDegree { strength = max(strength, token.start == self.tokens.first?.start ? 3 : 1) }
        }
        return strength
    }

    /// 0: no school. 2: a school's word. 3: with "of", "de" or a name beside it, and no degree first.
    var institutionStrength: Int {
        var strength = 0
        for token in self.words where token.traits.contains(.institution) {
            // "High School Diploma" and "College degree" are no schools.
            strength = 2
        }
        if strength > 0, let last = self.tokens.last(where: \.isWord), last.traits.contains(.degree), self.wordCount <= 3 { return 0 }
        return strength > 0 && self.degreeStrength < 3 ? 3 : strength
    }

    var namesField: Bool { self.tokens.contains { $0.traits.contains(.field) } }

    /// Without the dot that ends a sentence.
    fileprivate var withoutStop: Phrase {
        guard let last = self.tokens.last, last.isMark("."), self.tokens.count > 1 else { return self.tokens.count == 1 && self.tokens.first?.kind == .mark ? self.subphrase(self.tokens.startIndex..<self.tokens.startIndex) : self }
        let word = self.tokens[self.tokens.endIndex - 2]
        guard word.end - word.start > 3 || word.kind == .mark, !self.scalars[word.start..<word.end].contains(".") else { return self }
        return self.subphrase(self.tokens.startIndex..<(self.tokens.endIndex - 1))
    }

    /// The text from the start of an earlier phrase of the same line to the end of this one.
    fileprivate func joined(after first: Phrase) -> Phrase {
        TextLine(first.text + ", " + self.text).phrase
    }

    var isGrade: Bool { self.tokens.contains { $0.traits.contains(.grade) || $0.isMark("%") } }

    /// "BSc in Physics", "BSc, Physics", "BSc (Physics)": the degree and its field.
    var degreeAndField: (degree: String, field: String)? {
        guard self.degreeStrength > 0 else { return nil }
        // "Information Technology, Bachelor"
        let parts = self.split { $0.isMark(",") }
        if parts.count == 2, parts[0].degreeStrength == 0, parts[1].degreeStrength == 3, parts[1].wordCount <= 3 {
            return (parts[1].text, parts[0].text)
        }
        if let bare = self.degreeAndBareField { return bare }
        for place in self.tokens.indices.dropFirst() where place + 1 < self.tokens.endIndex {
            let token = self.tokens[place]
            let left = self.subphrase(self.tokens.startIndex..<place).trimmed
            let right = self.subphrase((place + 1)..<self.tokens.endIndex)
            let isWord = token.isWord && token.gap > 0 && ["in", "en", "im", "em", "w", "inom"].contains(token.folded)
            let isComma = token.isMark(",") || token.isMark(":") || token.isDash && token.gap > 0
            let isBracket = token.isMark("(") && (self.tokens.last?.isMark(")") ?? false)
            guard isWord || isComma || isBracket, left.degreeStrength > 0, !right.isEmpty else { continue }
            var field = isBracket ? right.subphrase(right.tokens.startIndex..<(right.tokens.endIndex - 1)) : right
            while let first = field.tokens.first, ["major", "majoring", "in", "fach", "specialization"].contains(first.folded) {
                field = field.subphrase((field.tokens.startIndex + 1)..<field.tokens.endIndex)
            }
            field = field.trimmed
            guard !field.isEmpty, !field.isGrade else { continue }
            return (left.text, field.text)
        }
        return nil
    }

    /// "BSc Computer Science" and "BA (Hons) History": an abbreviation and a subject's name.
    private var degreeAndBareField: (degree: String, field: String)? {
        guard let first = self.tokens.first, first.isWord, self.scalars[first.start..<first.end].count(where: \.isUppercase) > 1 else { return nil }
        var place = self.tokens.startIndex + 1
        if place < self.tokens.endIndex, self.tokens[place].isMark("."), self.tokens[place].gap == 0 { place += 1 }
        if place + 2 < self.tokens.endIndex, self.tokens[place].isMark("("), self.tokens[place + 2].isMark(")") { place += 3 }
        let field = self.subphrase(place..<self.tokens.endIndex)
        guard let next = field.tokens.first, next.isWord, !next.traits.contains(.connector), field.wordCount <= 5, field.degreeStrength == 0,
            field.tokens.allSatisfy({ $0.isWord || $0.isMark("&") }), next.traits.contains(.field) || field.tokens.last?.traits.contains(.field) ?? false
        else { return nil }
        let degree = self.subphrase(self.tokens.startIndex..<place)
        return (degree.text, field.text)
    }
}
