/// Skills as single words or short phrases, out of lists of every look: commas, bars, items, groups with a label.
enum SkillsReader {
    private static let longestSkill = 60
    private static let mostWords = 6

    /// - Returns: the skills, and the lines that are running text and no list.
    static func read(_ lines: [TextLine]) -> [String] {
        var skills: [String] = []
        for line in Self.joined(lines) { skills += Self.skills(of: line.phrase) }
        var seen: Set<String> = []
        return skills.filter { seen.insert($0.lowercased()).inserted }
    }

    /// A line that ends with a comma, or inside a bracket, goes on in the next.
    private static func joined(_ lines: [TextLine]) -> [TextLine] {
        var result: [TextLine] = []
        for line in lines where !line.isBlank {
            if let last = result.last, !line.hasBullet, let end = last.tokens.last, last.scalars.count < 2_000 {
                let open = last.tokens.count { $0.isMark("(") } > last.tokens.count { $0.isMark(")") }
                if end.isMark(",") || open || end.isMark("&") {
                    result[result.count - 1] = last.joined(with: line)
                    continue
                }
            }
            result.append(line)
        }
        return result
    }

    private static func skills(of phrase: Phrase) -> [String] {
        var list = phrase
        let separators = phrase.tokens.count { Self.isSeparator($0, in: phrase) }
        if let colon = phrase.tokens.prefix(7).firstIndex(where: { $0.isMark(":") }), colon > phrase.tokens.startIndex {
            let value = phrase.subphrase((colon + 1)..<phrase.tokens.endIndex)
            // "Databases: MySQL, Redis" is a group; "Leadership: led teams of ten ..." explains a skill.
            if separators > 0 || value.wordCount <= 4 { list = value }
            if value.isEmpty { list = phrase.subphrase(phrase.tokens.startIndex..<colon) }
            if value.isEmpty { return [] }
        }
        if separators == 0, list.wordCount > 9 || list.isSentence && list.wordCount > 6 { return [phrase.text] }
        return list.split { Self.isSeparator($0, in: phrase) }
            .flatMap { $0.segments(gap: 3) }
            .map { Self.withoutYears($0) }
            .filter { !$0.isEmpty }
            .map { part in
                var part = part
                while let last = part.tokens.last, last.isMark("."), part.tokens.count > 1 {
                    part = part.subphrase(part.tokens.startIndex..<(part.tokens.endIndex - 1))
                }
                return part.text
            }
    }

    private static func isSeparator(_ token: Token, in phrase: Phrase) -> Bool {
        guard token.kind == .mark, let scalar = Unicode.Scalar(UInt32(token.value)) else { return false }
        if scalar == "/", token.gap > 0 { return true }
        return scalar == "," || scalar == ";" || scalar == "|" || scalar.isBullet || scalar == "、"
    }

    /// "Java (3 years)" is "Java".
    private static func withoutYears(_ phrase: Phrase) -> Phrase {
        guard let last = phrase.tokens.last, last.isMark(")"), let open = phrase.tokens.lastIndex(where: { $0.isMark("(") }),
            open > phrase.tokens.startIndex, phrase.subphrase((open + 1)..<(phrase.tokens.endIndex - 1)).isDuration
        else { return phrase }
        return phrase.subphrase(phrase.tokens.startIndex..<open).trimmed
    }
}

/// Sections that are kept as they are: one text for each item or paragraph.
enum ListReader {
    static func read(_ lines: [TextLine], kind: SectionKind) -> [String] {
        switch kind {
        case .skills: return SkillsReader.read(lines)
        case .languages, .interests: return Self.short(lines)
        default: return Paragraphs.items(lines)
        }
    }

    /// Comma lists of short things; each line by itself where it is no such list.
    private static func short(_ lines: [TextLine]) -> [String] {
        lines.filter { !$0.isBlank }.flatMap { line -> [String] in
            let phrase = line.phrase
            guard !phrase.isSentence else { return [phrase.text] }
            let parts = phrase.split { token in
                token.isMark(",") || token.isMark(";") || token.isMark("|")
                    || token.kind == .mark && (Unicode.Scalar(UInt32(token.value))?.isBullet ?? false)
            }
            return parts.allSatisfy({ $0.wordCount <= 5 }) ? parts.flatMap { $0.segments(gap: 4).map(\.text) } : [phrase.text]
        }
    }
}
