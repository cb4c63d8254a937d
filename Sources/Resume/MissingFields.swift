import JSON

extension Resume {
    /// What a complete resume still needs, in the order in which to ask: empty core sections, and in the entries that are
    /// there what identifies them. An entry's description, field of study and years of study are welcome, not needed.
    package func missingFields() -> [MissingField] {
        CoreSection.allCases.flatMap { core -> [MissingField] in
            guard core.isList else {
                return Self.isBlank(self.text(core))
                    ? [MissingField(path: FieldPath(core.rawValue), question: core.question)] : []
            }
            let entries = self.entries(core)
            guard !entries.isEmpty else { return [MissingField(path: FieldPath(core.rawValue), question: core.question)] }
            return entries.enumerated().flatMap { index, entry in
                core.neededKeys.filter { Self.isBlank(entry[$0]?.stringValue ?? "") }.map { key in
                    MissingField(
                        path: FieldPath(core.rawValue, .index(index), .name(key)),
                        question: EntryQuestion(core: core, entry: entry, number: index + 1).asking(for: key))
                }
            }
        }
    }

    /// The resume with what follows from the rest of it: the title of somebody whose present or only position is known.
    package func withDerivedFields() -> Resume {
        guard Self.isBlank(self.text(.title)) else { return self }
        let jobs = self.entries(.experience)
        let present = jobs.filter { DateRange(parsing: $0["Dates"]?.stringValue ?? "")?.isOpen == true }
        guard let job = present.count == 1 ? present[0] : jobs.count == 1 ? jobs[0] : nil,
            let position = job["Position"]?.stringValue, !Self.isBlank(position)
        else { return self }
        var resume = self
        resume.sections[CoreSection.title.rawValue] = .string(position)
        return resume
    }

    /// Core sections that are absent or empty, without a look into their entries.
    package func emptySections() -> [MissingField] {
        self.missingFields().filter { $0.path.components.count == 1 }
    }

    static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}

extension CoreSection {
    var question: String {
        switch self {
        case .name: "What is your full name?"
        case .title: "What is your job title, or the one you are looking for?"
        case .location: "Where do you live? City and country or state are enough."
        case .email: "What is your email address?"
        case .phone: "What is your phone number?"
        case .summary: "How would you describe yourself professionally, in two or three sentences?"
        case .experience: "Where have you worked? Please give the position, the company and the dates."
        case .education: "What is your education? Please give the degree, the field, the institution and the dates."
        }
    }

    var neededKeys: [String] {
        switch self {
        case .experience: ["Position", "Company", "Dates"]
        case .education: ["Degree", "Institution"]
        case .name, .title, .location, .email, .phone, .summary: []
        }
    }
}

/// Words a question about one entry so that the person knows which is meant.
private struct EntryQuestion {
    let core: CoreSection
    let entry: JSONObject
    let number: Int

    func asking(for key: String) -> String {
        switch key {
        case "Position": "What was your position\(self.which([("at", "Company")]))?"
        case "Company": "Which company did you work for\(self.which([("as", "Position")]))?"
        case "Dates": "From when to when did you work\(self.which([("as", "Position"), ("at", "Company")]))?"
        case "Degree": "Which degree did you earn\(self.which([("at", "Institution")]))?"
        default: "Where did you study\(self.which([("for", "Degree")]))?"
        }
    }

    /// What is known of the entry; its number where that is nothing.
    private func which(_ parts: [(word: String, key: String)]) -> String {
        let known = parts.compactMap { part -> String? in
            guard let value = self.entry[part.key]?.stringValue, !Resume.isBlank(value) else { return nil }
            return " \(part.word) \(value)"
        }
        return known.isEmpty ? " (\(self.core.rawValue), entry \(self.number))" : known.joined()
    }
}
