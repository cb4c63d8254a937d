import JSON
import Resume

extension ChatReply {
    private enum Target {
        case path(FieldPath)
        case list(String)
        /// Several entries have the field.
        case several(CoreSection)
        case unknown
    }

    /// What the name of a field leads to in this resume.
    private func target(_ words: String) -> Target {
        let plain = FieldNames.plain(words)
        if let core = FieldNames.core[plain] { return core.isList ? .list(core.rawValue) : .path(FieldPath(core.rawValue)) }
        if let key = FieldNames.entryKeys[plain] {
            let entries = self.resume.entries(key.section)
            if entries.count == 1 { return .path(FieldPath(key.section.rawValue, .index(0), .name(key.key))) }
            return entries.isEmpty ? .list(key.section.rawValue) : .several(key.section)
        }
        if let path = self.entryPath(plain) { return .path(path) }
        if let name = self.resume.sections.names.first(where: { $0.lowercased() == plain }) {
            return self.resume[name]?.stringValue == nil ? .list(name) : .path(FieldPath(name))
        }
        return FieldNames.section(plain, among: []).map { .list($0) } ?? .unknown
    }

    /// "company of my job at acme", "title at acme": a key of the one entry that has the name.
    private func entryPath(_ words: String) -> FieldPath? {
        let keys: [String: [(CoreSection, String)]] = [
            "title": [(.experience, "Position")], "position": [(.experience, "Position")], "role": [(.experience, "Position")],
            "company": [(.experience, "Company")], "employer": [(.experience, "Company")],
            "description": [(.experience, "Description")], "degree": [(.education, "Degree")],
            "field": [(.education, "Field")], "major": [(.education, "Field")], "school": [(.education, "Institution")],
            "dates": [(.experience, "Dates"), (.education, "Dates")],
        ]
        let parts = words.split(separator: " ").map(String.init)
        guard parts.count >= 3, let keys = keys[parts[0]],
            let link = parts.lastIndex(where: { ["at", "as", "of"].contains($0) }),
            link + 1 < parts.count
        else { return nil }
        let between = parts[1..<link].allSatisfy {
            ["of", "for", "in", "my", "the", "job", "position", "role", "degree", "studies"].contains($0)
        }
        guard between else { return nil }
        let name = FieldNames.plain(parts[(link + 1)...].joined(separator: " "))
        let matches = keys.flatMap { core, key in
            EntryMatch.entries(of: core, in: self.resume, named: name).map {
                FieldPath(core.rawValue, .index($0), .name(key))
            }
        }
        return matches.count == 1 ? matches[0] : nil
    }

    mutating func set(_ field: String, to value: String) -> String {
        switch self.target(field) {
        case .path(let path): return self.set(path, to: value)
        case .list, .several, .unknown: return self.ask(about: field)
        }
    }

    private mutating func set(_ path: FieldPath, to value: String) -> String {
        let label = FieldLabels.label(path, in: self.resume)
        let old = self.resume.value(at: path)?.stringValue
        if old == value { return "\(label.capitalizedFirst) is \(self.quoted(value)) already." }
        if let issue = Self.issue(with: value, at: path) {
            return "I left \(label) as it was: \(issue.problem.lowercasedFirst)"
        }
        return self.apply(
            [.set(path: path, value: .string(value))],
            saying: "\(label.capitalizedFirst) \(label.hasPrefix("the dates") ? "are" : "is") now \(self.quoted(value)).",
            otherwise: "\(label.capitalizedFirst) is \(self.quoted(value)) already.")
    }

    /// What would be wrong with a core field of that value, found on a resume of nothing else.
    private static func issue(with value: String, at path: FieldPath) -> ResumeIssue? {
        guard path.components.count == 1, let only = try? Resume(.object([path.section: .string(value)])) else { return nil }
        return only.issues().first { $0.path == path }
    }

    mutating func fill(_ field: String, with value: String) -> String {
        guard case .path(let path) = self.target(field) else { return self.ask(about: field) }
        let old = self.resume.value(at: path)?.stringValue ?? ""
        guard old.trimmed.isEmpty else {
            return """
                I changed nothing: \(FieldLabels.label(path, in: self.resume)) is \(self.quoted(old)) already. To have another, \
                say “change my \(FieldNames.plain(field)) to …”.
                """
        }
        return self.set(path, to: value)
    }

    /// What to say where somebody speaks of a field and gives no value for it.
    func ask(about field: String) -> String {
        let name = FieldNames.plain(field)
        switch self.target(field) {
        case .path(let path):
            let label = FieldLabels.label(path, in: self.resume)
            let value = self.resume.value(at: path)?.stringValue ?? ""
            let now =
                value.trimmed.isEmpty
                ? "\(label.capitalizedFirst) is empty." : "\(label.capitalizedFirst) is now \(self.quoted(value))."
            return "I changed nothing. \(now) Tell me the new text, best in quotes: change my \(name) to “…”."
        case .list(let section):
            let label = FieldLabels.section(section)
            switch CoreSection(rawValue: section) {
            case .experience:
                return "I changed nothing. To add a job, say for example “add a job: Engineer at Acme, 2019 - 2021”."
            case .education:
                return
                    "I changed nothing. To add a degree, say “add a degree: BSc Physics, University of Oslo, 2012 - 2016”."
            default:
                return "I changed nothing. For \(label), tell me what to add or remove, for example “add … to my \(section)”."
            }
        case .several(let core):
            return """
                I changed nothing, as there are \(self.resume.entries(core).count) entries in \
                \(FieldLabels.section(core.rawValue)). Tell me which you mean, for example \
                “change the \(name) of my \(core == .experience ? "job at Acme" : "degree at MIT") to …”.
                """
        case .unknown:
            return FieldNames.entries[name].map { self.ask(about: $0.rawValue) } ?? self.unknown(field)
        }
    }

    mutating func clear(_ field: String) -> String {
        switch self.target(field) {
        case .path(let path):
            let label = FieldLabels.label(path, in: self.resume)
            return self.apply(
                [.remove(path: path)], saying: "I emptied \(label).", otherwise: "\(label.capitalizedFirst) is empty already.")
        case .list(let name):
            let label = FieldLabels.section(name)
            guard self.resume.sections.contains(name) else { return "There is nothing in \(label)." }
            return self.apply(
                [.remove(path: FieldPath(name))], saying: "I removed \(label).",
                otherwise: "\(label.capitalizedFirst) is empty already.")
        case .several: return self.ask(about: field)
        case .unknown: return self.removeFromAnyList(field)
        }
    }

    // MARK: Sections

    mutating func move(_ section: String, to place: ChatCommand.Place) -> String {
        guard let name = FieldNames.section(section, among: self.resume.sections.names), self.resume.sections.contains(name)
        else { return self.unknown(section) }
        let names = self.resume.sections.names
        let others = names.filter { $0 != name }
        let now = names.firstIndex(of: name) ?? 0
        let target: Int
        switch place {
        case .top: target = 0
        case .end: target = others.count
        case .up: target = max(0, now - 1)
        case .down: target = min(others.count, now + 1)
        case .before(let other), .after(let other):
            guard let otherName = FieldNames.section(other, among: names), let index = others.firstIndex(of: otherName)
            else { return self.unknown(other) }
            target = if case .before = place { index } else { index + 1 }
        }
        let label = FieldLabels.section(name)
        return self.apply(
            [.moveSection(name: name, to: target)], saying: "I moved \(label).",
            otherwise: "\(label.capitalizedFirst) stands there already.")
    }

    mutating func rename(_ section: String, to name: String) -> String {
        guard let old = FieldNames.section(section, among: self.resume.sections.names), self.resume.sections.contains(old)
        else { return self.unknown(section) }
        return self.apply(
            [.renameSection(name: old, to: name)], saying: "\(self.quoted(old)) is called \(self.quoted(name)) now.",
            otherwise: "It is called \(self.quoted(name)) already.")
    }

    mutating func style(_ section: String, _ adjective: String) -> String {
        guard let name = FieldNames.section(section, among: self.resume.sections.names),
            let style = Style.properties[adjective]
        else { return self.unknown(section) }
        self.styles.append(SectionStyle(section: name, property: style.property, value: style.value))
        return "I made \(FieldLabels.section(name)) \(adjective)."
    }
}
