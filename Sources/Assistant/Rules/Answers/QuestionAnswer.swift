import JSON
import Resume

/// What a person means who was asked for one field of a resume and typed an answer.
package enum QuestionAnswer: Sendable, Equatable {
    /// To be written into the field.
    case value(JSONValue)
    /// They do not have it, or do not want to say.
    case skip
    /// They want to be asked no more.
    case stop
    /// They asked back.
    case unclear

    package init(_ text: String, to path: FieldPath) {
        let plain = text.trimmed.lowercased().filter { !".!,'’\"".contains($0) }
        if AnswerWords.skip.contains(plain) {
            self = .skip
        } else if AnswerWords.stop.contains(plain) {
            self = .stop
        } else if text.trimmed.hasSuffix("?") {
            self = .unclear
        } else {
            self = .value(Self.value(text.trimmed, for: path))
        }
    }

    private static func value(_ text: String, for path: FieldPath) -> JSONValue {
        if path.components.count == 1, let core = CoreSection(rawValue: path.section) {
            switch core {
            case .email: return .string(self.email(in: text) ?? text)
            case .phone: return .string(self.phone(in: text) ?? text)
            case .experience, .education: return self.entries(text, of: core)
            case .summary: return .string(text)
            case .name, .title, .location: break
            }
        }
        guard case .name(let key)? = path.components.last else { return .string(text) }
        return .string(self.withoutLeadIn(text, AnswerWords.leadIns[key] ?? []))
    }

    /// "My name is Ada Byron." says "Ada Byron".
    private static func withoutLeadIn(_ text: String, _ leadIns: [String]) -> String {
        var value = text
        let lowercased = text.lowercased()
        if let leadIn = leadIns.first(where: { lowercased.hasPrefix($0 + " ") }) {
            value = String(text.dropFirst(leadIn.count)).trimmed
        }
        let words = value.split(separator: " ")
        // An initial or "Inc." keeps its full stop.
        if value.hasSuffix("."), let last = words.last, last.count > 5, !last.dropLast().contains(".") { value.removeLast() }
        return value.isEmpty ? text : value
    }

    private static func email(in text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace).map { $0.drop { "<(\"".contains($0) } }
        let found = words.filter { $0.contains("@") }
        guard found.count == 1, var address = found.first else { return nil }
        while let last = address.last, ".,;:!>)\"".contains(last) { address.removeLast() }
        return String(address)
    }

    /// The one run of digits and their marks that is long enough to be a number.
    private static func phone(in text: String) -> String? {
        let runs = text.split { !$0.isNumber && !"+-().  /".contains($0) }
            .map { String($0).trimmed.trimmedOf("-./").trimmed }
            .filter { $0.filter(\.isNumber).count >= 7 }
        return runs.count == 1 ? runs[0] : nil
    }

    /// A sentence about a job or a degree, read into entries; in the person's own words where it cannot be read.
    private static func entries(_ text: String, of core: CoreSection) -> JSONValue {
        let plain = self.withoutLeadIn(text, AnswerWords.leadIns[core.rawValue] ?? [])
        let read = (try? RulesReader().read("\(core.rawValue)\n\n\(plain)"))?.resume.entries(core) ?? []
        if !read.isEmpty { return .array(read.map(JSONValue.object)) }
        return [.object([core == .experience ? "Description" : "Degree": .string(text)])]
    }
}

extension String {
    fileprivate func trimmedOf(_ marks: String) -> String {
        guard let first = self.firstIndex(where: { !marks.contains($0) }),
            let last = self.lastIndex(where: { !marks.contains($0) })
        else { return "" }
        return String(self[first...last])
    }
}
