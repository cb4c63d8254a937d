import JSON

/// A resume as lines for a terminal.
enum ResumeOutline {
    static func lines(_ resume: JSONObject) -> [String] {
        resume.flatMap { self.lines(section: $0.name, $0.value) }
    }

    /// Nothing for an empty section.
    static func lines(section name: String, _ value: JSONValue?) -> [String] {
        switch value {
        case nil, .null?: return []
        case .array(let items)? where items.contains { $0.objectValue == nil }:
            let text = items.map(self.text).filter { !$0.isEmpty }.joined(separator: ", ")
            return text.isEmpty ? [] : ["\(name): \(text)"]
        case .array(let entries)?:
            return entries.isEmpty ? [] : ["\(name):"] + entries.flatMap { self.indented(self.entry($0)) }
        case .object?:
            let entry = self.entry(value ?? .null)
            return entry.isEmpty ? [] : ["\(name):"] + self.indented(entry)
        case let value?:
            let lines = self.text(value).split(whereSeparator: \.isNewline).map(String.init)
            return lines.count > 1 ? ["\(name):"] + self.indented(lines) : lines.map { "\(name): \($0)" }
        }
    }

    /// What an edit took away and what it brought, each line with its sign.
    static func changes(section name: String, from old: JSONValue?, to new: JSONValue?) -> [String] {
        let (before, after) = (self.lines(section: name, old), self.lines(section: name, new))
        let heading = "\(name):"
        return after.difference(from: before).compactMap { change in
            switch change {
            case .remove(_, let line, _): line == heading ? nil : "- \(line)"
            case .insert(_, let line, _): line == heading ? nil : "+ \(line)"
            }
        }
    }

    /// The short values in a line, the long ones below.
    private static func entry(_ value: JSONValue) -> [String] {
        guard let members = value.objectValue else { return [self.text(value)].filter { !$0.isEmpty } }
        var heading: [String] = []
        var below: [String] = []
        for member in members {
            let text = self.text(member.value)
            guard !text.isEmpty else { continue }
            if text.utf8.count > 60 || text.contains(where: \.isNewline) || member.name == "Description" {
                below += text.split(whereSeparator: \.isNewline).map(String.init)
            } else {
                heading.append(text)
            }
        }
        return (heading.isEmpty ? [] : [heading.joined(separator: ", ")]) + self.indented(below)
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .null: ""
        case .array(let items): items.map(self.text).filter { !$0.isEmpty }.joined(separator: ", ")
        case .object(let members):
            members.map { self.text($0.value) }.filter { !$0.isEmpty }.joined(separator: ", ")
        case .bool, .number, .malformedString: value.serialized
        }
    }

    private static func indented(_ lines: [String]) -> [String] { lines.map { "  \($0)" } }
}
