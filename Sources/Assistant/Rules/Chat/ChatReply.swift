import JSON
import Resume

/// What rules answer to one message, and what they change.
struct ChatReply {
    private(set) var text = ""
    private(set) var operations: [Operation] = []
    private(set) var styles: [SectionStyle] = []
    /// The resume with the operations so far applied: a later request of the message sees what an earlier one did.
    private var resume: Resume
    private let reader: RulesReader

    /// Bytes of a message that is looked at for requests; a longer one is a pasted text.
    private static let maxCommandBytes = 4_000

    init(to message: String, about resume: Resume, reader: RulesReader) {
        (self.resume, self.reader) = (resume, reader)
        let commands = message.utf8.count <= Self.maxCommandBytes ? ChatCommand.commands(in: message) : []
        self.text = commands.isEmpty ? Self.fallback : commands.map { self.reply(to: $0) }.joined(separator: " ")
    }

    private static let abilities = """
        I can change a field ("change my title to Staff Engineer"), add to a list ("add Swift to my skills"), add a job \
        ("add a job: Engineer at Acme, 2019 - 2021"), remove things, move and rename sections, and tell you what is missing.
        """
    private static let fallback = """
        I did not understand that. I am the built-in assistant: I work by fixed rules, without a language model. \(abilities) \
        For free conversation the operator of this server can connect a language model.
        """

    private mutating func reply(to command: ChatCommand) -> String {
        switch command {
        case .set(let field, let value): self.set(field, to: value)
        case .add(let value, let section): self.add(value, to: section)
        case .addJob(let text): self.addJob(text)
        case .remove(let value, let section): self.remove(value, from: section)
        case .clear(let field): self.clear(field)
        case .move(let section, let place): self.move(section, to: place)
        case .rename(let section, let name): self.rename(section, to: name)
        case .style(let section, let adjective): self.style(section, adjective)
        case .show(let field): self.show(field)
        case .whatIsMissing: self.whatIsMissing()
        case .undo: "Use Undo to take back the last change; I cannot do that from the chat."
        case .help:
            "I am the built-in assistant of ResumePro and work by fixed rules, without a language model. \(Self.abilities)"
        }
    }

    // MARK: Changes

    private mutating func set(_ field: String, to value: String) -> String {
        guard let path = FieldNames.path(field, in: self.resume) else {
            if let section = FieldNames.section(field, in: self.resume) {
                return "\(section) is a list. Tell me what to add to it or remove from it."
            }
            return self.unknown(field)
        }
        guard let changed = try? self.resume.applying(.set(path: path, value: .string(value))).resume else {
            return self.refused(value)
        }
        if let issue = changed.issues().first(where: { $0.path == path }) {
            return "I left \(path) as it was: \(issue.problem.lowercasedFirst)"
        }
        return self.apply(
            .set(path: path, value: .string(value)), saying: "\(path) is now “\(value)”.",
            otherwise: "\(path) is “\(value)” already.")
    }

    private mutating func add(_ value: String, to section: String) -> String {
        guard let name = FieldNames.section(section, in: self.resume) else { return self.unknown(section) }
        if name == CoreSection.experience.rawValue { return self.addJob(value) }
        if name == CoreSection.education.rawValue { return self.addEntry(value, to: .education) }
        if CoreSection(rawValue: name) != nil { return "\(name) is a single text; tell me what to change it to." }
        let present = self.resume[name]?.arrayValue?.compactMap(\.stringValue) ?? []
        let items = Self.items(value).filter { item in !present.contains { $0.lowercased() == item.lowercased() } }
        guard !items.isEmpty else { return "\(value) is in \(name) already." }
        var added: [String] = []
        for item in items {
            let operation = Operation.insertEntry(section: name, value: .string(item), at: nil)
            guard let changed = try? self.resume.applying(operation).resume else { return self.refused(item) }
            self.resume = changed
            self.operations.append(operation)
            added.append("“\(item)”")
        }
        return "I added \(added.joined(separator: ", ")) to \(name)."
    }

    private mutating func addJob(_ text: String) -> String { self.addEntry(text, to: .experience) }

    private mutating func addEntry(_ text: String, to core: CoreSection) -> String {
        let read = (try? self.reader.read("\(core.rawValue)\n\n\(text)"))?.resume.entries(core) ?? []
        guard let entry = read.first else {
            return
                "I could not tell the parts of that entry. Try “\(core == .experience ? "Engineer at Acme, 2019 - 2021" : "BSc Physics, MIT, 2012 - 2016")”."
        }
        let parts = core.entryKeys.compactMap { entry[$0]?.stringValue }.filter { !$0.isEmpty }
        return self.apply(
            .insertEntry(section: core.rawValue, value: .object(entry), at: 0),
            saying: "I added to \(core.rawValue): \(parts.joined(separator: ", ")).", otherwise: "That is there already.")
    }

    private mutating func remove(_ value: String, from section: String) -> String {
        guard let name = FieldNames.section(section, in: self.resume), let entries = self.resume[name]?.arrayValue else {
            return self.unknown(section)
        }
        let wanted = value.lowercased()
        let exact = entries.indices.filter { entries[$0].words.contains { $0.lowercased() == wanted } }
        let matches =
            exact.isEmpty ? entries.indices.filter { entries[$0].words.contains { $0.lowercased().contains(wanted) } } : exact
        guard let match = matches.first else { return "There is no “\(value)” in \(name)." }
        guard matches.count == 1 else { return "“\(value)” fits \(matches.count) entries of \(name); please name one of them." }
        return self.apply(
            .remove(path: FieldPath(name, .index(match))),
            saying: "I removed “\(entries[match].words.first ?? value)” from \(name).", otherwise: "")
    }

    private mutating func clear(_ field: String) -> String {
        guard
            let path = FieldNames.path(field, in: self.resume)
                ?? FieldNames.section(field, in: self.resume).map({ FieldPath($0) })
        else {
            return self.unknown(field)
        }
        return self.apply(.remove(path: path), saying: "I removed \(path).", otherwise: "\(path) is empty already.")
    }

    private mutating func move(_ section: String, to place: ChatCommand.Place) -> String {
        guard let name = FieldNames.section(section, in: self.resume), self.resume.sections.contains(name) else {
            return self.unknown(section)
        }
        let others = self.resume.sections.names.filter { $0 != name }
        let target: Int
        switch place {
        case .top: target = 0
        case .end: target = others.count
        case .before(let other), .after(let other):
            guard let otherName = FieldNames.section(other, in: self.resume), let index = others.firstIndex(of: otherName)
            else { return self.unknown(other) }
            target = if case .before = place { index } else { index + 1 }
        }
        return self.apply(
            .moveSection(name: name, to: target), saying: "I moved \(name).", otherwise: "\(name) stands there already.")
    }

    private mutating func rename(_ section: String, to name: String) -> String {
        guard let old = FieldNames.section(section, in: self.resume), self.resume.sections.contains(old) else {
            return self.unknown(section)
        }
        return self.apply(.renameSection(name: old, to: name), saying: "\(old) is called \(name) now.", otherwise: "")
    }

    private mutating func style(_ section: String, _ adjective: String) -> String {
        guard let name = FieldNames.section(section, in: self.resume), let style = Style.properties[adjective] else {
            return self.unknown(section)
        }
        self.styles.append(SectionStyle(section: name, property: style.property, value: style.value))
        return "\(name) is \(adjective) now."
    }

    private mutating func apply(_ operation: Operation, saying done: String, otherwise unchanged: String) -> String {
        do throws(ResumeError) {
            let (resume, changes) = try self.resume.applying(operation)
            guard !changes.isEmpty else { return unchanged }
            self.resume = resume
            self.operations.append(operation)
            return done
        } catch { return "I could not do that: \(error.message)" }
    }

    // MARK: Questions

    private func show(_ field: String) -> String {
        if ["resume", "my resume", "it"].contains(field.lowercased()) {
            return "It is shown beside our conversation; I can tell you what is missing in it."
        }
        if let path = FieldNames.path(field, in: self.resume), let value = self.resume.value(at: path)?.stringValue {
            return value.isEmpty ? "\(path) is empty." : "\(path): \(value)"
        }
        guard let name = FieldNames.section(field, in: self.resume) else { return self.unknown(field) }
        let entries = (self.resume[name]?.arrayValue ?? []).map { $0.words.joined(separator: ", ") }
        return entries.isEmpty ? "\(name) is empty." : "\(name): \(entries.joined(separator: "; "))"
    }

    private func whatIsMissing() -> String {
        let missing = self.resume.missingFields()
        let problems = self.resume.issues().map { "\($0.path): \($0.problem.lowercasedFirst)" }
        if missing.isEmpty, problems.isEmpty { return "Nothing is missing: all the main sections are filled." }
        var parts: [String] = []
        if let first = missing.first {
            parts.append(
                "Missing: \(missing.map(\.path.description).joined(separator: ", ")). To begin with: \(first.question)")
        }
        if !problems.isEmpty { parts.append("To correct: \(problems.joined(separator: " "))") }
        return parts.joined(separator: " ")
    }

    private func unknown(_ name: String) -> String { "I do not find “\(name)” in the resume." }

    private func refused(_ value: String) -> String { "I could not use “\(value.prefix(80))” there." }

    /// "Swift, Go and Rust" as three; commas within parentheses part nothing.
    private static func items(_ text: String) -> [String] {
        var items = [""]
        var depth = 0
        for character in text {
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            if character == ",", depth <= 0 { items.append("") } else { items[items.count - 1].append(character) }
        }
        // "Project planning and control" is one thing; the last of several, or two single words, are two.
        if let last = items.last {
            let halves = last.split(separator: " and ").map { String($0).trimmed }
            if items.count > 1 || halves.allSatisfy({ !$0.contains(" ") }) {
                items.replaceSubrange((items.count - 1)..., with: halves)
            }
        }
        return items.map(\.trimmed).map { $0.lowercased().hasPrefix("and ") ? String($0.dropFirst(4)) : $0 }.filter {
            !$0.isEmpty
        }
    }
}

extension JSONValue {
    /// The texts in a value.
    fileprivate var words: [String] {
        switch self {
        case .string(let text): text.isEmpty ? [] : [text]
        case .number(let number): [number.literal]
        case .array(let elements): elements.flatMap(\.words)
        case .object(let object): object.values.flatMap(\.words)
        case .null, .bool, .malformedString: []
        }
    }
}

extension String {
    fileprivate var lowercasedFirst: String { self.prefix(1).lowercased() + self.dropFirst() }
}
