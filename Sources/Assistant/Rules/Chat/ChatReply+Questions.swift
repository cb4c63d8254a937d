import JSON
import Resume

extension ChatReply {
    func show(_ field: String) -> String {
        if FieldNames.isResume(field) { return "It is shown beside our conversation; I can tell you what is missing in it." }
        let key = FieldNames.entryKeys[FieldNames.plain(field)]
        if let core = FieldNames.core[FieldNames.plain(field)], !core.isList {
            let value = self.resume.text(core)
            let label = FieldLabels.section(core.rawValue).capitalizedFirst
            return value.trimmed.isEmpty ? "\(label) is empty." : "\(label) is “\(value.shortened(to: Self.maxShownBytes))”."
        }
        guard let name = key?.section.rawValue ?? FieldNames.section(field, among: self.resume.sections.names) else {
            return self.unknown(field)
        }
        var text = ""
        for entry in self.resume[name]?.arrayValue ?? self.resume[name].map({ [$0] }) ?? [] {
            let part = key.map { entry[$0.key] ?? .null } ?? entry
            if !text.isEmpty, !text.hasSuffix("; ") { text += "; " }
            part.append(to: &text, limit: Self.maxShownBytes)
            guard text.utf8.count <= Self.maxShownBytes else { break }
        }
        let label = FieldLabels.section(name).capitalizedFirst
        return text.isEmpty ? "\(label): nothing yet." : "\(label): \(text.shortened(to: Self.maxShownBytes))."
    }

    func whatIsMissing() -> String {
        let missing = self.resume.missingFields()
        let issues = self.resume.issues()
        if missing.isEmpty, issues.isEmpty { return "Nothing is missing: all the main sections are filled." }
        var parts: [String] = []
        if let first = missing.first {
            let labels = missing.prefix(20).map { FieldLabels.label($0.path, in: self.resume) }.joined(separator: ", ")
            let more = missing.count > 20 ? " and \(missing.count - 20) more" : ""
            parts.append(
                "Still missing: \(labels)\(more). To begin with: \(first.question.shortened(to: 3 * Self.maxQuotedBytes))")
        }
        if !issues.isEmpty {
            let problems = issues.prefix(10).map {
                "\(FieldLabels.label($0.path, in: self.resume)): \($0.problem.lowercasedFirst)"
            }
            parts.append("To correct: \(problems.joined(separator: " "))")
        }
        return parts.joined(separator: " ")
    }
}

extension JSONValue {
    /// Adds the texts in a value, parted by commas, until the text has more than `limit` bytes.
    fileprivate func append(to text: inout String, limit: Int) {
        guard text.utf8.count <= limit else { return }
        switch self {
        case .string(let string):
            guard !string.isEmpty else { return }
            if !text.isEmpty, !text.hasSuffix("; ") { text += ", " }
            text += string.shortened(to: limit)
        case .number(let number):
            if !text.isEmpty, !text.hasSuffix("; ") { text += ", " }
            text += number.literal
        case .array(let elements): for element in elements { element.append(to: &text, limit: limit) }
        case .object(let object): for value in object.values { value.append(to: &text, limit: limit) }
        case .null, .bool, .malformedString: break
        }
    }
}
