import Resume

extension ChatGrammar {
    /// "add X to my skills", "add to my skills: X", "add a skill: X", "add X as a skill", "add a job: X".
    func adding(_ clause: Clause) -> ChatCommand? {
        var clause = clause
        guard !clause.isEmpty else { return nil }
        if let place = self.lastLink(clause), place > 0,
            FieldNames.isResume(clause.dropFirst(place + 1).plainText)
        {
            clause = clause.prefix(place)
        }
        let links: Set = ["to", "into", "under", "in", "on", "as"]
        // "add to my skills: X", "add the following to my skills: X"
        if let colon = (1..<max(1, min(10, clause.count))).first(where: { clause[$0]?.lastMark == ":" }),
            let place = (0..<colon).last(where: { links.contains(clause.plain($0)) }),
            place == 0 || VagueWords.vagueItems.contains(clause.plain(0)),
            self.isSection(clause.part(place + 1..<colon + 1).plainText)
        {
            return .add(value: clause.dropFirst(colon + 1).listValue, section: clause.part(place + 1..<colon + 1).plainText)
        }
        if let place = self.lastLink(clause), place > 0, clause.count - place <= 6 {
            let target = clause.dropFirst(place + 1).plainText
            if self.isKnown(target) {
                return FieldNames.kind(target) == nil || self.isSection(target)
                    ? .add(value: clause.prefix(place).listValue, section: target) : .unclear(field: target)
            }
            if clause.plain(place) == "to", clause.count > place + 1 {
                return .add(value: clause.prefix(place).listValue, section: target)
            }
        }
        var article = ""
        while ["a", "an", "the", "my", "new", "another", "one"].contains(clause.plain(0)) {
            article = clause.plain(0)
            clause = clause.dropFirst(1)
        }
        let length = self.entryNameLength(clause)
        if length > 0, let core = FieldNames.entries[clause.prefix(length).plainText] {
            return .addEntry(core, clause.dropFirst(length).value)
        }
        let name = self.nameLength(clause)
        if name > 0 {
            let field = FieldNames.plain(clause.prefix(name).text)
            let value = clause.dropFirst(name)
            let isColon = clause[name - 1]?.lastMark == ":"
            guard let kind = FieldNames.kind(field) else {
                if value.isEmpty { return .unclear(field: field) }
                // "add project planning" and "add a language course" name no list.
                let isList = isColon || Self.unmistakable.contains(field) || (article == "the" && Self.named.contains(field))
                return isList ? .add(value: value.listValue, section: field) : .addSomewhere(clause.value)
            }
            let judged =
                kind == .text
                ? ValueJudge.text(value.value, afterColon: isColon) : ValueJudge.value(value, of: kind, in: .request)
            return judged.map { .fill(field: field, value: $0) } ?? .unclear(field: field)
        }
        // "add Kotlin skill"
        if clause.count > 1, FieldNames.singular[clause.plain(clause.count - 1)] != nil {
            return .add(value: clause.prefix(clause.count - 1).value, section: clause.plain(clause.count - 1))
        }
        return clause.count <= 6 && !clause.isEmpty ? .addSomewhere(clause.value) : nil
    }

    /// What needs no colon: "add skill Rust".
    private static let unmistakable: Set = ["skill", "skills", "certification", "certifications", "certificate"]
    /// What is followed by a name: "the language German", but not "the project manager".
    private static let named: Set = ["language", "hobby", "certificate", "award"]

    private func lastLink(_ clause: Clause) -> Int? {
        (0..<clause.count).last { ["to", "into", "under", "in", "on", "as"].contains(clause.plain($0)) }
    }

    private func entryNameLength(_ clause: Clause) -> Int {
        (1...2).reversed().first { $0 <= clause.count && FieldNames.entries[clause.prefix($0).plainText] != nil } ?? 0
    }

    /// "remove X from my skills", "delete my job at X", "clear the summary".
    func removing(_ clause: Clause) -> ChatCommand? {
        guard !clause.isEmpty else { return nil }
        var clause = clause
        if let place = (0..<clause.count).last(where: { clause.plain($0) == "from" }), place > 0, place < clause.count - 1 {
            let target = clause.dropFirst(place + 1).plainText
            if !FieldNames.isResume(target) { return .remove(value: clause.prefix(place).value, section: target) }
            clause = clause.prefix(place)
        }
        if let quotation = clause.quotation { return .clear(field: quotation) }
        var plain = clause
        while ["a", "an", "the", "my", "that", "this"].contains(plain.plain(0)) { plain = plain.dropFirst(1) }
        if let core = FieldNames.entries[plain.plain(0)], plain.plain(0) != "experience", plain.plain(0) != "education" {
            if plain.count == 1 { return .removeEntry(core, "") }
            if ["at", "as", "in", "with", "from"].contains(plain.plain(1)) {
                return .removeEntry(core, plain.dropFirst(2).value)
            }
        }
        if plain.count > 1, FieldNames.singular[plain.plain(0)] != nil {
            return .remove(value: plain.dropFirst(1).value, section: plain.plain(0))
        }
        return clause.count <= 12 ? .clear(field: clause.value) : nil
    }

    /// "move skills to the top", "put education before experience", "put skills first", "move education up".
    func moving(_ clause: Clause) -> ChatCommand? {
        for place in 1..<max(1, clause.count) {
            let section = FieldNames.plain(clause.prefix(place).plainText)
            let other = FieldNames.plain(clause.dropFirst(place + 1).plainText)
            let target = clause.dropFirst(place).plainText
            switch clause.plain(place) {
            case "before", "above", "over": return other.isEmpty ? nil : .move(section: section, .before(other))
            case "after", "below", "under", "beneath", "behind":
                // "put Java under skills" adds.
                guard self.isSection(section) else { return nil }
                return other.isEmpty ? nil : .move(section: section, .after(other))
            case "first": return place == clause.count - 1 ? .move(section: section, .top) : nil
            case "last": return place == clause.count - 1 ? .move(section: section, .end) : nil
            case "up", "higher": return self.isDirection(target) ? .move(section: section, .up) : nil
            case "down", "lower": return self.isDirection(target) ? .move(section: section, .down) : nil
            case "to", "at", "in", "on":
                if Self.tops.contains(target) { return .move(section: section, .top) }
                if Self.ends.contains(target) { return .move(section: section, .end) }
            default: continue
            }
        }
        return nil
    }

    private static let tops: Set<String> = Self.places(
        ["top", "beginning", "start", "front", "very top", "first place"], "top")
    private static let ends: Set<String> = Self.places(["end", "bottom", "last place", "very end", "back"], "bottom")

    private static func places(_ names: [String], _ last: String) -> Set<String> {
        var places: Set<String> = []
        for link in ["to", "at", "in", "on"] {
            for name in names {
                for ending in ["", " of my resume", " of the resume", " of resume", " of the page", " of my cv", " of it"] {
                    places.formUnion(["\(link) the \(name)\(ending)", "\(link) \(name)\(ending)"])
                }
            }
        }
        return places
    }

    private func isDirection(_ text: String) -> Bool {
        ["up", "down", "higher", "lower", "up one", "down one", "up a bit", "down a bit", "up one place", "down one place"]
            .contains(text)
    }

    /// "rename hobbies to interests".
    func renaming(_ clause: Clause) -> ChatCommand? {
        guard let place = (1..<max(1, clause.count)).first(where: { ["to", "as", "into"].contains(clause.plain($0)) }),
            place + 1 < clause.count
        else { return nil }
        return .rename(section: FieldNames.plain(clause.prefix(place).text), name: clause.dropFirst(place + 1).value)
    }
}
