/// Finds position, company and place among the segments of an entry's header.
struct HeaderReader {
    struct Result {
        var position = ""
        var company = ""
        var location = ""
        /// Segments that are none of these; they open the description.
        var rest: [String] = []
        /// Whether the position stands before the company, where words tell which is which.
        var titleFirst: Bool?

        /// The company is only what stood behind the title's comma.
        var companyIsGuess = false
        /// The title with what stood behind its comma, if the company is a guess.
        var wholeTitle = ""

        var isComplete: Bool { !self.position.isEmpty && !self.company.isEmpty }
    }

    private struct Part {
        enum Role { case position, company, open }

        var phrase: Phrase
        var role = Role.open
        var title: Int
        var organisation: Int
        var isGuess = false

        init(_ phrase: Phrase, role: Role = .open) {
            self.phrase = phrase
            self.role = role
            self.title = phrase.titleStrength
            self.organisation = phrase.organisationStrength
        }
    }

    /// Which comes first where the words do not tell, as learned from the document's other entries.
    var titleFirst = true
    /// All entries have title, employer and place on one line, between commas.
    var isCommaList = false

    func read(_ segments: [Phrase]) -> Result {
        var result = Result()
        var parts: [Part] = []
        var places: [Phrase] = []
        let segments = segments.flatMap(Self.cutAtColon).map(\.withoutListNumber.trimmed.withoutAs).filter {
            !$0.isEmpty && !$0.isDuration
        }
        let strengths = segments.map(\.placeStrength)
        // What may be the employer beside a segment that has the title.
        let free = segments.indices.filter { strengths[$0] < .known && segments[$0].titleStrength < 2 }
        for (place, segment) in segments.enumerated() {
            if strengths[place] == .known || segments.count > 2 && strengths[place] == .shape && free.count > 1 {
                places.append(segment)
            } else {
                let others = free.filter { $0 != place }.map { segments[$0].organisationStrength }.max()
                self.append(segment, alone: segments.count == 1, others: others, to: &parts, places: &places)
            }
        }
        self.choose(from: parts, into: &result)
        if !result.company.isEmpty, let (name, unit) = Self.withoutUnit(TextLine(result.company).phrase) {
            result.company = name.text
            result.rest.append(unit.text)
        }
        // "Oracle, Atlanta" has the shape of a place; where no other employer is, it names one.
        if result.company.isEmpty, let first = places.first, first.placeStrength == .shape,
            let front = first.split(where: { $0.isMark(",") }).first
        {
            result.company = front.text
            result.companyIsGuess = true
            result.wholeTitle = result.position
            places[0] = first.subphrase(front.tokens.endIndex..<first.tokens.endIndex).trimmed
        }
        if let first = places.first { result.location = first.text }
        result.rest.append(contentsOf: places.dropFirst().map(\.text))
        return result
    }

    /// One segment may hold title, company and place: "P at C", "P, C, City".
    ///
    /// - Parameter others: how strongly another segment names an employer; nil if no other can be one.
    private func append(_ segment: Phrase, alone: Bool, others: Int?, to parts: inout [Part], places: inout [Phrase]) {
        if let (position, company) = Self.splitAtWord(segment) {
            parts.append(Part(position, role: .position))
            let (name, place) = Self.withoutPlace(company)
            parts.append(Part(name, role: .company))
            if let place { places.append(place) }
            return
        }
        let (core, place) = Self.withoutPlace(segment)
        if let place { places.append(place) }
        let commaParts = Self.withDepartments(Self.commaParts(core), of: core)
        guard commaParts.count > 1, let first = commaParts.first, let last = commaParts.last else {
            parts.append(Part(core))
            return
        }
        let rest = core.subphrase(commaParts[1].tokens.startIndex..<core.tokens.endIndex)
        let front = core.subphrase(core.tokens.startIndex..<(last.tokens.startIndex - 1)).trimmed
        // "Staff Nurse, Cardiac Step-Down, Tucson General Hospital"
        let employer = commaParts.indices.dropFirst(2).first {
            commaParts[$0].organisationStrength >= 2 && !commaParts[$0].isTitle
        }
        if first.isTitle, let employer, !commaParts[1..<employer].contains(where: { $0.organisationStrength > 0 }) {
            let start = commaParts[employer].tokens.startIndex
            parts.append(Part(core.subphrase(core.tokens.startIndex..<(start - 1)).trimmed, role: .position))
            let (name, place) = Self.withoutPlace(core.subphrase(start..<core.tokens.endIndex))
            parts.append(Part(name, role: .company))
            if let place { places.append(place) }
        } else if first.isTitle, let others, others >= rest.organisationStrength || rest.organisationStrength < 4 {
            // The employer stands elsewhere: this is a title and a department.
            parts.append(Part(core, role: .position))
        } else if first.isTitle, rest.isOrganisation || alone && !rest.isTitle {
            let (name, place) = Self.withoutPlace(rest)
            parts.append(Part(first, role: .position))
            parts.append(Part(name, role: .company))
            parts[parts.count - 1].isGuess = !rest.isOrganisation
            if let place { places.append(place) }
        } else if alone, commaParts[1].isOrganisation, first.organisationStrength == 0 {
            // A job's name that is not listed, before an employer's that is.
            let (name, place) = Self.withoutPlace(rest)
            parts.append(Part(first, role: .position))
            parts.append(Part(name, role: .company))
            if let place { places.append(place) }
        } else if alone, !self.titleFirst, commaParts.count == 3, !commaParts.contains(where: { $0.titleStrength >= 2 }),
            commaParts[1].hasPlaceShape, last.organisationStrength == 0
        {
            // "Tyson Foods, Blountsville AL, maintenance" where the other entries have the employer first.
            parts.append(Part(first, role: .company))
            parts.append(Part(last, role: .position))
            places.append(commaParts[1])
        } else if alone, self.isCommaList, self.titleFirst, !commaParts.contains(where: { $0.titleStrength >= 2 }),
            first.organisationStrength == 0
        {
            let (name, place) = Self.withoutPlace(rest, isCompany: true)
            parts.append(Part(first, role: .position))
            parts.append(Part(name, role: .company))
            parts[parts.count - 1].isGuess = true
            if let place { places.append(place) }
        } else if last.isTitle, !front.isTitle {
            let (name, place) = Self.withoutPlace(front, isCompany: true)
            parts.append(Part(name, role: .company))
            parts.append(Part(last, role: .position))
            if let place { places.append(place) }
        } else {
            parts.append(Part(core))
        }
    }

    private func choose(from parts: [Part], into result: inout Result) {
        var parts = parts
        func take(_ place: Int?) -> (text: String, place: Int)? {
            guard let place else { return nil }
            return (parts[place].phrase.text, place)
        }
        let positionPlace =
            parts.indices.first { parts[$0].role == .position }
            ?? parts.indices.filter {
                parts[$0].role == .open && parts[$0].title >= 2 && parts[$0].title >= parts[$0].organisation
            }
            .max { (parts[$0].title, $1) < (parts[$1].title, $0) }
        let others = parts.indices.filter { $0 != positionPlace }
        let companyPlace =
            others.first { parts[$0].role == .company }
            ?? others.filter { parts[$0].organisation > 0 }.max { (parts[$0].organisation, $1) < (parts[$1].organisation, $0) }
        switch (positionPlace, companyPlace) {
        case (let position?, let company?):
            result.position = parts[position].phrase.text
            result.company = parts[company].phrase.text
            result.companyIsGuess = parts[company].isGuess
            if result.companyIsGuess { result.wholeTitle = result.position + ", " + result.company }
            result.titleFirst = position < company
        case (let position?, nil):
            result.position = parts[position].phrase.text
            if let company = others.first(where: { parts[$0].title < 2 }) ?? others.first {
                result.company = parts[company].phrase.text
                result.titleFirst = parts[company].title < 2 ? position < company : nil
                if result.titleFirst == nil, !self.titleFirst, position < company {
                    swap(&result.position, &result.company)
                }
            }
        case (nil, let only?) where parts.count == 1 && parts[only].title >= 2:
            // A job's name with a word that employers have: "Self-employed plumber, Co. Sligo".
            result.position = parts[only].phrase.text
        case (nil, let company?):
            result.company = parts[company].phrase.text
            // "Office Junior" beside "Oatly": words of jobs and of employers in one, and the other part says nothing.
            let rest = others.filter { $0 != company }
            if rest.count == 1, let other = rest.first, parts[company].title > 0, parts[other].title == 0,
                parts[company].organisation < 3
                    || parts[company].phrase.tokens.last.map({ $0.traits.contains(.titlePart) }) ?? false
            {
                result.position = parts[company].phrase.text
                result.company = parts[other].phrase.text
                result.titleFirst = company < other
            } else if let position = rest.first(where: { parts[$0].title > 0 })
                ?? rest.first(where: { parts[$0].organisation == 0 })
            {
                result.position = parts[position].phrase.text
                result.titleFirst = position < company
            }
        case (nil, nil):
            if parts.count > 1 {
                let hinted = parts.indices.first { parts[$0].title > 0 }
                let position = hinted ?? (self.titleFirst ? 0 : 1)
                result.position = parts[position].phrase.text
                result.company = parts[position == 0 ? 1 : 0].phrase.text
            } else if let only = parts.first {
                if only.title > 0 { result.position = only.phrase.text } else { result.company = only.phrase.text }
            }
        }
        let used = [result.position, result.company]
        parts.removeAll { used.contains($0.phrase.text) }
        result.rest.append(contentsOf: parts.map(\.phrase.text))
    }
}

extension Phrase {
    /// "as Software Engineer" and "Currently working as Software Engineer" are "Software Engineer".
    var withoutAs: Phrase {
        guard let place = self.tokens.prefix(Self.mostTellingTokens).firstIndex(where: { Self.asWords.contains($0.folded) }),
            place == self.tokens.startIndex || self.tellsOfJob, place + 1 < self.tokens.endIndex
        else { return self }
        var start = place + 1
        if ["a", "an", "the"].contains(self.tokens[start].folded), start + 1 < self.tokens.endIndex { start += 1 }
        let rest = self.subphrase(start..<self.tokens.endIndex)
        return rest.isTitle || place > self.tokens.startIndex ? rest : self
    }

    private static let asWords: Set<String> = ["als", "as", "com", "come", "como", "comme", "jako"]
    private static let tellingWords: Set<String> = [
        "employed", "engaged", "gearbeitet", "serving", "served", "tätig", "trabajando", "worked", "work", "working",
    ]
    private static let mostTellingTokens = 5

    /// Begins as "Worked as" and "Currently working as" do.
    var tellsOfJob: Bool {
        guard let place = self.tokens.prefix(Self.mostTellingTokens).firstIndex(where: { Self.asWords.contains($0.folded) })
        else { return false }
        return self.tokens[..<place].contains { Self.tellingWords.contains($0.folded) }
    }
}
