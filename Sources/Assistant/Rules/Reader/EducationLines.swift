/// The lines of an education section put together where they are wrapped, and cut into facts.
enum EducationLines {
    /// A part of a line that is one fact.
    struct Part {
        var phrase: Phrase
        /// Only its comma behind a school's name says that it is a place.
        var isPlace = false
    }

    static func parts(of phrases: [Phrase]) -> [Part] {
        phrases.flatMap { $0.segments() }.flatMap(Self.cutAtStops).flatMap(Self.withoutHonours).flatMap(Self.cutAtFrom).flatMap(
            Self.cutAtCommas
        )
        .map { Part(phrase: $0.phrase.withoutStop, isPlace: $0.isPlace) }
        .filter { !$0.phrase.isEmpty && !$0.phrase.isDuration }
    }

    /// Lines wrapped in a narrow column: one that ends in "in", "of", "&" or a comma goes on in the next; so does a
    /// degree before a plain line with the school below, and a name before a lone "University".
    static func joined(_ lines: [TextLine]) -> [TextLine] {
        var result: [TextLine] = []
        for (number, line) in lines.enumerated() {
            // The school in one of the next two lines, more of it than the end of a wrapped name.
            let schoolFollows =
                lines[(number + 1)...].prefix(2).prefix { !$0.isBlank && $0.dates.isEmpty && !$0.hasBullet }
                .first { $0.phrase.institutionStrength > 0 }.map { $0.phrase.wordCount > 1 } ?? false
            if let last = result.last, !last.isBlank, !line.isBlank, !line.hasBullet, last.dates.isEmpty, line.dates.isEmpty,
                Self.isWrapped(last, line, schoolFollows: schoolFollows)
            {
                result[result.count - 1] = last.joined(with: line)
            } else if let last = result.last, let end = last.tokens.last, !line.isBlank, !line.hasBullet,
                last.scalars.count < 90,
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

    /// "Máster en Matemáticas. Universidad de Salamanca", and the grade off the end of "... with 72%".
    private static func cutAtStops(_ phrase: Phrase) -> [Phrase] {
        var start = phrase.tokens.startIndex
        var parts: [Phrase] = []
        for place in phrase.tokens.indices.dropFirst() where place + 1 < phrase.tokens.endIndex {
            let (before, token, next) = (phrase.tokens[place - 1], phrase.tokens[place], phrase.tokens[place + 1])
            let isStop =
                token.isMark(".") && token.gap == 0 && next.gap > 0 && before.isWord && before.end - before.start > 3
                && !phrase.scalars[before.start..<before.end].contains(".")
            let isGrade =
                ["with", "mit", "avec", "con", "com"].contains(token.folded)
                && phrase.subphrase(place..<phrase.tokens.endIndex).tokens
                    .contains {
                        $0.isMark("%") || $0.traits.contains(.grade) || $0.folded == "honors" || $0.folded == "distinction"
                    }
            // "King Edward VII School, Sheffield: 3 A Levels"
            let isColon =
                token.isMark(":") && next.gap > 0
                && phrase.subphrase(start..<place).institutionStrength > 0
            // "Secondary : Imus National High School"
            let isLabel =
                token.isMark(":") && phrase.subphrase(start..<place).wordCount <= 2
                && phrase.subphrase((place + 1)..<phrase.tokens.endIndex).institutionStrength > 0
            guard isStop || isGrade || isColon || isLabel else { continue }
            parts.append(phrase.subphrase(start..<place).trimmed)
            start = isStop || isColon || isLabel ? place + 1 : place
        }
        parts.append(phrase.subphrase(start..<phrase.tokens.endIndex).trimmed)
        return parts.filter { !$0.isEmpty }
    }

    /// "Juris Doctor, cum laude": the honours are said of the degree and are not its name.
    private static func withoutHonours(_ phrase: Phrase) -> [Phrase] {
        guard let laude = phrase.tokens.firstIndex(where: { $0.folded == "laude" }), laude > phrase.tokens.startIndex else {
            return [phrase]
        }
        var start = laude
        while start > phrase.tokens.startIndex, ["cum", "magna", "summa"].contains(phrase.tokens[start - 1].folded) {
            start -= 1
        }
        return [
            phrase.subphrase(phrase.tokens.startIndex..<start).trimmed,
            phrase.subphrase((laude + 1)..<phrase.tokens.endIndex).trimmed,
            phrase.subphrase(start..<(laude + 1)),
        ].filter { !$0.isEmpty }
    }

    /// "Bachelor of Science from MIT".
    private static func cutAtFrom(_ phrase: Phrase) -> [Phrase] {
        guard phrase.degreeStrength > 0 else { return [phrase] }
        for place in phrase.tokens.indices.dropFirst() where place + 1 < phrase.tokens.endIndex {
            let token = phrase.tokens[place]
            guard token.isWord, ["from", "at", "@", "bei", "an", "chez", "presso", "an der", "a", "na"].contains(token.folded)
            else { continue }
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
    private static func cutAtCommas(_ phrase: Phrase) -> [Part] {
        let whole = [Part(phrase: phrase)]
        let parts = phrase.split { $0.isMark(",") }
        guard parts.count > 1 else { return whole }
        let hasDegree = parts.contains { $0.degreeStrength > 0 }
        let schools = parts.indices.filter { parts[$0].institutionStrength > 0 && parts[$0].degreeStrength < 3 }
        // "Massachusetts Institute of Technology, Cambridge, MA": the place goes its own way.
        if let school = schools.last, !parts[school...].dropFirst().contains(where: { $0.degreeStrength > 0 }) {
            let tail = parts[(school + 1)...]
            if let first = tail.first, let last = tail.last {
                let rest = phrase.subphrase(first.tokens.startIndex..<last.tokens.endIndex)
                if rest.placeStrength > .none || rest.hasPlaceShape && !rest.namesField && rest.wordCount <= 3 {
                    let front =
                        hasDegree
                        ? Array(parts[...school])
                        : [phrase.subphrase(phrase.tokens.startIndex..<(first.tokens.startIndex - 1)).trimmed]
                    return front.map { Part(phrase: $0) } + [Part(phrase: rest, isPlace: true)]
                }
            }
        }
        // "The St. Michael School, seven subjects": what stands behind a school and is no place and no part of it.
        if schools == [1], !hasDegree, parts.count == 2, parts[0].wordCount <= 4, parts[1].institutionStrength >= 3,
            parts[0].organisationStrength == 0,
            !parts[0].tokens.contains(where: { $0.traits.contains(.department) && !$0.traits.contains(.field) })
        {
            return parts.map { Part(phrase: $0) }
        }
        if schools == [0], !hasDegree, parts.count == 2, !parts[1].hasPlaceShape || parts[1].namesField,
            parts[1].wordCount <= 6, !parts[1].isGrade, !parts[1].isHonours,
            !parts[1].tokens.contains(where: { $0.traits.contains(.department) && !$0.traits.contains(.field) })
        {
            return parts.map { Part(phrase: $0) }
        }
        if !schools.isEmpty { return hasDegree ? parts.map { Part(phrase: $0) } : whole }
        // "BSc Physics, Ravensbourne": the degree has its subject, so what follows is the school.
        let last = parts[parts.count - 1]
        if hasDegree, parts[0].degreeStrength == 3, parts.count == 2, parts[0].degreeAndField != nil || parts[0].namesField,
            !last.isField, !last.isGrade, !last.isHonours, last.wordCount <= 5
        {
            return parts.map { Part(phrase: $0) }
        }
        if hasDegree, parts[0].degreeStrength == 3, parts.count == 3, parts[0].degreeAndField == nil, !last.isField,
            last.placeStrength == .none, !last.isGrade, !last.isHonours, parts[1].namesField
        {
            return [Part(phrase: phrase.subphrase(parts[0].tokens.startIndex..<parts[1].tokens.endIndex)), Part(phrase: last)]
        }
        // "B.Tech in Electronics, JNTU, Hyderabad, India"
        if hasDegree, parts[0].degreeStrength > 0, parts[0].degreeAndField != nil,
            !parts[0].tokens.contains(where: { $0.isMark(":") }),
            parts[1].wordCount == 1 || parts[parts.count - 1].placeStrength == .known, !parts[1].namesField
        {
            return parts.map { Part(phrase: $0) }
        }
        return whole
    }
}
