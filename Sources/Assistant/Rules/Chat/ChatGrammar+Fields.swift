import Resume

extension ChatGrammar {
    /// "change my title to X", "set phone: X", "replace Go with Rust in my skills", "make my name bold".
    func setting(_ verb: String, _ clause: Clause) -> Request? {
        if verb == "make" || verb == "turn", let command = self.styling(clause) { return Request(command) }
        if verb == "replace" || verb == "change" || verb == "switch", let command = self.replacingItem(verb, clause) {
            return Request(command)
        }
        if verb != "make", verb != "turn", let link = self.link(verb, clause) {
            let field = clause.prefix(link.field).text
            return self.setting(FieldNames.plain(field), clause.dropFirst(link.value), afterColon: link.isColon, .request)
        }
        let length = self.nameLength(clause)
        guard length > 0 else { return nil }
        let field = FieldNames.plain(clause.prefix(length).text)
        let value = clause.dropFirst(length)
        // "change email a@b.example", "set my name "Bob Brown"": without a link only what cannot be taken for anything else.
        if let kind = FieldNames.kind(field), kind == .email || kind == .phone || value.quotation != nil,
            let value = ValueJudge.value(value, of: kind, in: .request)
        {
            return Request(.set(field: field, value: value))
        }
        return Request(.unclear(field: field))
    }

    /// The command for a field and what was said of it.
    func setting(_ field: String, _ value: Clause, afterColon: Bool, _ form: ValueJudge.Form) -> Request {
        let kind = FieldNames.kind(field)
        if kind == nil, self.isSection(field), !self.mayBeText(field) { return Request(.unclear(field: field)) }
        if kind == .text, let first = value.words.first {
            var request = Request(.set(field: field, value: value.value))
            request.text = (first.range.lowerBound, afterColon)
            return request
        }
        guard let value = ValueJudge.value(value, of: kind ?? .line, in: form) else { return Request(.unclear(field: field)) }
        return Request(.set(field: field, value: value))
    }

    /// A section that the person named; it may hold a text.
    private func mayBeText(_ field: String) -> Bool {
        FieldNames.core[field] == nil && self.sectionNames.contains { $0.lowercased() == field }
    }

    /// Where the field's name ends and where its value begins.
    private func link(_ verb: String, _ clause: Clause) -> (field: Int, value: Int, isColon: Bool)? {
        for place in 0..<clause.count {
            guard let word = clause[place], word.quotation == nil else { continue }
            let isColon = word.lastMark == ":"
            let links: Bool =
                switch word.plain {
                case "to", "into": true
                case "as": verb == "set"
                case "with": verb == "replace" || self.mayTakeWith(clause, at: place)
                default: clause.message[word.range] == "="
                }
            if links, place > 0 { return (place, place + 1, isColon) }
            if isColon { return (place + 1, place + 1, true) }
        }
        return nil
    }

    /// "update my email with a@b.example", but not "update my summary with more keywords".
    private func mayTakeWith(_ clause: Clause, at place: Int) -> Bool {
        let kind = FieldNames.kind(clause.prefix(place).plainText)
        return kind == .email || kind == .phone || clause.dropFirst(place + 1).quotation != nil
    }

    /// "replace Go with Rust in my skills".
    private func replacingItem(_ verb: String, _ clause: Clause) -> ChatCommand? {
        guard
            let with = clause.words.firstIndex(where: { $0.plain == (verb == "change" ? "to" : "with") })
                .map({ $0 - clause.words.startIndex }), with > 0,
            let place = (with + 2..<max(with + 2, clause.count)).last(where: {
                ["in", "on", "under"].contains(clause.plain($0))
            }),
            self.isSection(clause.dropFirst(place + 1).plainText), !self.isKnown(clause.prefix(with).plainText)
        else { return nil }
        return .replaceItem(
            clause.prefix(with).value, by: clause.part(with + 1..<place).value, section: clause.dropFirst(place + 1).plainText)
    }

    /// "my title is X", "my phone should be X", "I live in X", "call me X".
    func statement(_ clause: Clause) -> Request? {
        for opening in [
            ["i", "live", "in"], ["i", "am", "based", "in"], ["i'm", "based", "in"], ["i", "moved", "to"],
            ["i", "have", "moved", "to"], ["i've", "moved", "to"], ["i", "am", "located", "in"], ["i", "now", "live", "in"],
        ] where clause.starts(with: opening) && !clause.endsInQuestion {
            return self.setting("location", clause.dropFirst(opening.count), afterColon: false, .statement)
        }
        if clause.starts(with: ["call", "me"]), clause.count > 2 { return Request(.callMe(clause.dropFirst(2).value)) }
        if clause.starts(with: ["i", "worked"]) || clause.starts(with: ["i", "work"]) || clause.starts(with: ["i", "was"]),
            let start = (1..<min(6, clause.count)).first(where: { clause.plain($0) == "as" || clause.plain($0) == "was" }),
            clause.words.contains(where: { $0.plain == "at" }), clause.text.contains(where: \.isNumber)
        {
            var job = clause.dropFirst(start + 1)
            if ["a", "an", "the"].contains(job.plain(0)) { job = job.dropFirst(1) }
            return Request(.addEntry(.experience, job.value.replacing(" from ", with: ", ")))
        }
        guard ["my", "the"].contains(clause.plain(0)) else { return nil }
        let length = self.nameLength(clause.dropFirst(1))
        let says: Set = [
            "is", "are", "should", "must", "has", "have", "needs", "need", "looks", "look", "was", "were", "isn't", "aren't",
            "doesn't", "don't", "to", "seems", "sounds", "could", "says", "contains", "will", "shouldn't", "reads", "lacks",
        ]
        guard length > 0, says.contains(clause.plain(length + 1)),
            clause.plain(length + 1) != "to" || clause.plain(length + 2) == "be"
        else { return nil }
        let field = FieldNames.plain(clause.dropFirst(1).prefix(length).text)
        var value = clause.dropFirst(length + 1)
        if value.plain(0) == "is" {
            value = value.dropFirst(1)
        } else if ["should", "must", "to"].contains(value.plain(0)), value.plain(1) == "be" {
            value = value.dropFirst(2)
        } else {
            return Request(.unclear(field: field))
        }
        while ["actually", "now", "really", "currently"].contains(value.plain(0)), value.count > 1 {
            value = value.dropFirst(1)
        }
        guard !clause.endsInQuestion, clause.plain(0) == "my", let kind = FieldNames.kind(field), kind != .line, kind != .text
        else { return Request(.unclear(field: field)) }
        return self.setting(field, value, afterColon: false, .statement)
    }

    /// "title: CTO".
    func label(_ clause: Clause) -> Request? {
        guard let colon = (0..<min(4, clause.count)).first(where: { clause[$0]?.lastMark == ":" }), colon + 1 < clause.count,
            self.isKnown(clause.prefix(colon + 1).plainText)
        else { return nil }
        let field = FieldNames.plain(clause.prefix(colon + 1).text)
        var request =
            FieldNames.kind(field) == nil
            ? Request(.unclear(field: field))
            : self.setting(field, clause.dropFirst(colon + 1), afterColon: true, .request)
        request.isLabel = true
        return request
    }

    /// "make the summary bold", "make my name blue".
    private func styling(_ clause: Clause) -> ChatCommand? {
        guard clause.count >= 2, Style.properties[clause.plain(clause.count - 1)] != nil,
            self.isKnown(clause.prefix(clause.count - 1).plainText)
        else { return nil }
        return .style(
            section: FieldNames.plain(clause.prefix(clause.count - 1).text), adjective: clause.plain(clause.count - 1))
    }
}

/// The looks that rules know, as CSS.
enum Style {
    static let properties: [String: (property: String, value: String)] = [
        "bold": ("font-weight", "bold"), "italic": ("font-style", "italic"), "underlined": ("text-decoration", "underline"),
        "bigger": ("font-size", "larger"), "larger": ("font-size", "larger"), "smaller": ("font-size", "smaller"),
        "centered": ("text-align", "center"), "blue": ("color", "blue"), "red": ("color", "red"), "green": ("color", "green"),
        "black": ("color", "black"), "gray": ("color", "gray"), "grey": ("color", "gray"),
    ]
}
