/// Cutting the segments of a header where one holds several things.
extension HeaderReader {
    /// "Camarero en Bar Pepe" and "Engineer at Acme", but not "Ingénieur en informatique".
    static func splitAtWord(_ segment: Phrase) -> (position: Phrase, company: Phrase)? {
        for place in segment.tokens.indices.dropFirst() where place + 1 < segment.tokens.endIndex {
            let token = segment.tokens[place]
            let isAt = token.traits.contains(.atWord) || token.isMark("@")
            guard isAt || token.traits.contains(.preposition), token.gap > 0 || token.isMark("@") else { continue }
            let left = segment.subphrase(segment.tokens.startIndex..<place).trimmed
            let right = segment.subphrase((place + 1)..<segment.tokens.endIndex).trimmed
            guard !left.isEmpty, let first = right.tokens.first, !right.first(of: first).isLowercase else { continue }
            if isAt, left.titleStrength > 0 || right.organisationStrength > 0 || token.isMark("@") || left.wordCount <= 5 {
                return (left, right)
            }
            if token.folded == "with", left.titleStrength == 3, right.wordCount <= 5 { return (left, right) }
            if ["en", "for", "chez", "w", "na", "da", "in", "con"].contains(token.folded), left.titleStrength == 3,
                left.wordCount > 0,
                right.organisationStrength >= 3, right.titleStrength < 2
            {
                return (left, right)
            }
        }
        return nil
    }

    /// "Heijmans: Squad Leader".
    static func cutAtColon(_ segment: Phrase) -> [Phrase] {
        guard let colon = segment.tokens.firstIndex(where: { $0.isMark(":") }), colon > segment.tokens.startIndex,
            colon + 1 < segment.tokens.endIndex, segment.tokens[colon + 1].gap > 0
        else { return [segment] }
        let left = segment.subphrase(segment.tokens.startIndex..<colon).trimmed
        let right = segment.subphrase((colon + 1)..<segment.tokens.endIndex).trimmed
        guard !LabelDictionary.shared.isLabel(left, among: [.description, .place, .dates]) else { return [segment] }
        guard left.isTitle != right.isTitle else { return [segment] }
        return [left, right]
    }

    /// The title and the department behind its comma are one part: "Vice President, Finance".
    static func withDepartments(_ parts: [Phrase], of whole: Phrase) -> [Phrase] {
        guard let title = parts.indices.dropLast().first(where: { parts[$0].isTitle && parts[$0 + 1].isDepartment }) else {
            return parts
        }
        let joined = whole.subphrase(parts[title].tokens.startIndex..<parts[title + 1].tokens.endIndex)
        return parts[..<title] + [joined] + parts[(title + 2)...]
    }

    /// Parts between commas; a legal form belongs to the name before it: "Acme, Inc.", "Omnious. Co., Ltd.".
    static func commaParts(_ phrase: Phrase) -> [Phrase] {
        var parts: [Phrase] = []
        for part in phrase.split(where: { $0.isMark(",") }).map(\.withoutAs) {
            if let last = parts.last, let first = part.tokens.first, first.traits.contains(.legalForm), part.wordCount <= 2 {
                parts[parts.count - 1] = phrase.subphrase(last.tokens.startIndex..<part.tokens.endIndex)
            } else {
                parts.append(part)
            }
        }
        return parts
    }

    /// Takes a place off the end: "Acme, Berlin", "Acme, Springfield, IL", "Acme (Berlin, Germany)".
    ///
    /// - Parameter isCompany: it is no job's name, so that what stands behind its comma is rather a place.
    static func withoutPlace(_ segment: Phrase, isCompany: Bool = false) -> (Phrase, Phrase?) {
        if let last = segment.tokens.last, last.isMark(")"), let open = segment.tokens.lastIndex(where: { $0.isMark("(") }),
            open > segment.tokens.startIndex
        {
            let inside = segment.subphrase((open + 1)..<(segment.tokens.endIndex - 1)).trimmed
            let isUnlisted =
                inside.hasPlaceShape && inside.wordCount <= 2 && inside.titleStrength == 0 && inside.organisationStrength == 0
                && !inside.words.contains { $0.traits.contains(.salutation) || $0.traits.contains(.department) }
                && !inside.isUppercased
            if inside.placeStrength > .none || isUnlisted && !segment.isTitle {
                return (segment.subphrase(segment.tokens.startIndex..<open).trimmed, inside)
            }
        }
        let parts = Self.commaParts(segment)
        guard parts.count > 1 else { return (segment, nil) }
        for count in [2, 1] where parts.count > count {
            let start = parts[parts.count - count].tokens.startIndex
            let tail = segment.subphrase(start..<segment.tokens.endIndex).trimmed
            let front = segment.subphrase(segment.tokens.startIndex..<(start - 1)).trimmed
            let strength = tail.placeStrength
            let isPair = count == 2 && strength == .shape
            if strength == .known || isPair && parts[parts.count - 1].placeStrength == .known
                || isPair && isCompany && parts.count == 3 && parts[1].wordCount <= 2 && !parts[1].isDepartment
            {
                return (front, tail)
            }
        }
        // An unlisted city behind an employer's name; behind a job's name it is rather a department or the employer.
        if let last = parts.last, last.hasPlaceShape, last.wordCount <= 2, last.titleStrength == 0,
            last.organisationStrength == 0,
            parts.count == 2, parts[0].titleStrength < 2
        {
            return (parts[0], last)
        }
        return (segment, nil)
    }

    private static let units: Set<String> = [
        "abteilung", "branch", "campus", "center", "centre", "department", "depot", "dept", "desk", "division", "group",
        "lab", "laboratory", "office", "plant", "section", "site", "station", "team", "unit", "ward", "werk",
    ]

    /// Takes the part of an employer off its name: "Acme Inc. — Process Group, North Campus", "City Hospital, ward 12".
    static func withoutUnit(_ company: Phrase) -> (name: Phrase, unit: Phrase)? {
        func isUnit(_ phrase: Phrase) -> Bool {
            phrase.split { $0.isMark(",") }.contains { part in
                let words = part.tokens.filter(\.isWord)
                return words.first.map { Self.units.contains($0.folded) } ?? false
                    || words.last.map { Self.units.contains($0.folded) } ?? false
            }
        }
        func cut(at place: Int) -> (name: Phrase, unit: Phrase)? {
            let name = company.subphrase(company.tokens.startIndex..<place).trimmed
            let unit = company.subphrase((place + 1)..<company.tokens.endIndex).trimmed
            return name.isEmpty || unit.isEmpty || !isUnit(unit) ? nil : (name, unit)
        }
        if let dash = company.tokens.dropFirst().firstIndex(where: { $0.isDash && $0.gap > 0 }) { return cut(at: dash) }
        // "Lund University, Department of Physics" is how such an employer is called.
        guard let comma = company.tokens.lastIndex(where: { $0.isMark(",") }),
            !company.tokens.contains(where: { $0.traits.contains(.institution) })
        else { return nil }
        return cut(at: comma)
    }
}
