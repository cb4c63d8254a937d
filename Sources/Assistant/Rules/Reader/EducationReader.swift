import JSON

/// Degrees and schools out of the lines of the sections about education.
///
/// Each line is cut into facts (degree, school, date, place, other). A fact that the current entry already has begins the
/// next entry, and so does, after a blank line, the kind of fact that began the first.
struct EducationReader {
    var entries: [JSONObject] = []
    var unplaced: [TextLine] = []

    enum Fact { case degree, institution, date, other }

    struct Draft {
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

    var drafts: [Draft] = []
    private var firstFact: Fact?
    private var afterBlank = true
    /// The degree stands alone on the line before: a plain line under it may be its continuation.
    private var previousWasDegree = false
    /// The line below the current one has a date.
    private var nextIsDated = false

    init(_ lines: [TextLine]) {
        if let form = LabelledForm.entries(lines, kinds: Self.labels, needed: [.institution, .degree, .field]) {
            self.readForm(form)
        } else {
            let joined = EducationLines.joined(lines)
            for (number, line) in joined.enumerated() {
                self.nextIsDated = number + 1 < joined.count && !joined[number + 1].dates.isEmpty
                self.read(line)
            }
        }
        self.finish()
    }

    // MARK: - Lines

    private mutating func read(_ line: TextLine) {
        guard !line.isBlank else {
            self.afterBlank = true
            return
        }
        defer { self.afterBlank = false }
        let phrase = line.phrase.withoutListNumber
        let date = Self.date(of: line)
        let hasSigns = phrase.degreeStrength > 0 || phrase.institutionStrength > 0
        let mayBeLong =
            phrase.institutionStrength > 0 && phrase.wordCount < 25 || phrase.degreeStrength == 3 && phrase.wordCount < 20
        if phrase.isSentence && !mayBeLong || line.hasBullet && !hasSigns && date == nil {
            self.note(line)
            return
        }
        if phrase.isGrade && phrase.institutionStrength == 0 && phrase.degreeStrength < 3 {
            self.note(line)
            return
        }
        let parts = EducationLines.parts(of: date.map { phrase.removing($0) } ?? [phrase])
        self.place(parts, date: date.map { line.phrase.subphrase($0.tokens).text } ?? "", line: line)
    }

    private static func date(of line: TextLine) -> DateSpan? {
        guard let date = EntrySegmenter.headerDate(line) else { return nil }
        let rest = line.phrase.length - line.phrase.subphrase(date.tokens).length
        return rest < 150 ? date : nil
    }

    // MARK: - Facts

    private mutating func place(_ parts: [EducationLines.Part], date: String, line: TextLine) {
        var degree: Phrase?
        var institution: Phrase?
        var location: Phrase?
        var others: [Phrase] = []
        for item in parts {
            let part = item.phrase
            let degreeStrength = part.degreeStrength
            let institutionStrength = part.institutionStrength
            if institutionStrength > 0, institution == nil, degreeStrength < 3 || institutionStrength > 2 && degree != nil {
                institution = part
            } else if degreeStrength > 0, degree == nil {
                degree = part
            } else if part.placeStrength == .known || part.placeStrength == .shape && part.degreeStrength == 0
                || item.isPlace
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
        if !bringsMain, let first = others.first, !line.hasBullet,
            !(self.drafts.last?.isEmpty ?? true) || date.isEmpty == false || self.drafts.isEmpty && self.afterBlank
        {
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
            if other.isHonours || other.isGrade {
                self.drafts[last].notes.append(other.text)
            } else if degree != nil, institution == nil, self.drafts[last].institution.isEmpty, other.wordCount < 9 {
                self.drafts[last].institution = other.text
                self.drafts[last].institutionIsGuess = date.isEmpty && other.namesField
            } else if degree == nil, institution != nil, self.drafts[last].degreeText.isEmpty, other.wordCount < 9 {
                (self.drafts[last].degree, self.drafts[last].degreeText) = (other, other.text)
            } else if self.drafts[last].field.isEmpty, let degree, degree.degreeAndField == nil, other.wordCount < 7,
                !other.isGrade, !other.isHonours
            {
                self.drafts[last].field = other.text
            } else {
                self.drafts[last].notes.append(other.text)
            }
        }
        self.previousWasDegree = degree != nil && institution == nil && date.isEmpty && others.isEmpty
    }

    /// A line without a word that tells: the school or degree that is still missing, or the rest of a wrapped degree.
    private mutating func placeOther(_ other: Phrase, rest: [Phrase], date: String, location: Phrase?, line: TextLine) {
        let isComplete = self.drafts.last.map { !$0.degreeText.isEmpty && !$0.institution.isEmpty } ?? true
        // The first entry has its school over a line with the date: here the same begins again.
        if date.isEmpty, self.nextIsDated, isComplete, self.firstFact == .institution, !line.hasBullet, other.wordCount < 9,
            !(self.drafts.last?.dates.isEmpty ?? true), !other.isGrade, !other.isHonours
        {
            var draft = Draft()
            (draft.institution, draft.institutionIsGuess) = (other.text, true)
            draft.location = location?.text ?? ""
            if let degree = rest.first { (draft.degree, draft.degreeText) = (degree, degree.text) }
            draft.notes = rest.dropFirst().map(\.text)
            self.drafts.append(draft)
            return
        }
        if date.isEmpty, self.afterBlank, isComplete, other.wordCount < 9, !other.isGrade, !other.isHonours,
            self.firstFact != .date, !line.hasBullet, !other.tokens.contains(where: { $0.isMark(":") })
        {
            var draft = Draft()
            (draft.institution, draft.institutionIsGuess) = (other.text, true)
            draft.location = location?.text ?? ""
            draft.notes = rest.map(\.text)
            self.drafts.append(draft)
            self.remember(.institution)
            return
        }
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
        } else if draft.field.isEmpty, !self.afterBlank, other.wordCount <= 6, !other.isHonours,
            TextLine(draft.degreeText).phrase.degreeAndField == nil,
            other.namesField
                || !other.isUppercased && rest.isEmpty
                    && !other.tokens.contains(where: { $0.isMark(",") })
        {
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
        if self.afterBlank, current.institutionIsGuess, !current.degreeText.isEmpty, facts.contains(.institution) {
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
}
