import JSON
import Resume

/// Names fields in answers as people do: "your phone number", "the company of your first job".
enum FieldLabels {
    static func label(_ path: FieldPath, in resume: Resume) -> String {
        guard path.components.count > 1, case .index(let index) = path.components[1] else { return self.section(path.section) }
        let count = resume[path.section]?.arrayValue?.count ?? 0
        let entry: String =
            switch CoreSection(rawValue: path.section) {
            case .experience: self.ordinal(index, of: count, "job")
            case .education: self.ordinal(index, of: count, "degree")
            default: "\(self.ordinal(index, of: count, "entry")) under “\(path.section)”"
            }
        guard path.components.count > 2, case .name(let key) = path.components[2] else { return entry }
        // "the degree of your first degree" says it twice.
        if path.section == CoreSection.education.rawValue, key == "Degree" { return entry }
        return "the \(key == "Field" ? "field of study" : key.lowercased()) of \(entry)"
    }

    /// "your skills"; a name of the person's own stands in quotes.
    static func section(_ name: String) -> String {
        switch CoreSection(rawValue: name) {
        case .phone?: "your phone number"
        case .email?: "your email address"
        case let core?: "your \(core.rawValue.lowercased())"
        case nil: WellKnownNames.sections.contains(name) ? "your \(name.lowercased())" : "“\(name)”"
        }
    }

    private static func ordinal(_ index: Int, of count: Int, _ noun: String) -> String {
        guard count > 1 else { return "your \(noun)" }
        let words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
        return index < words.count ? "your \(words[index]) \(noun)" : "your \(noun) number \(index + 1)"
    }
}

extension String {
    /// At most so many bytes, with "…" for what is left out.
    func shortened(to bytes: Int) -> String {
        guard self.utf8.count > bytes else { return self }
        var short = ""
        var size = 0
        for character in self {
            size += character.utf8.count
            guard size <= bytes else { break }
            short.append(character)
        }
        return short + "…"
    }

    var lowercasedFirst: String { self.prefix(1).lowercased() + self.dropFirst() }
}
