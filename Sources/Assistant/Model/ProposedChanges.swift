import JSON
import Resume

/// What a model's answer wants to change, checked so that what is handed on can be applied.
///
/// Values are the model's to write, as it is asked to rephrase and to shorten. But an email address, a phone number or a link
/// must occur in the resume or in what the person has written: those nobody can rephrase, and an invented one sends an
/// employer to a stranger. The same holds for employers, schools, degrees and dates (``KnownFacts``).
struct ProposedChanges: Equatable {
    static let schema = OutputSchema(
        name: "answer",
        schema: StrictSchema.object([
            // First, so that it streams while the rest is still being written.
            ("reply", StrictSchema.string),
            (
                "operations",
                StrictSchema.list(
                    of: StrictSchema.object([
                        ("op", StrictSchema.choice(Kind.allCases.map(\.rawValue))), ("path", StrictSchema.string),
                        ("value", StrictSchema.optionalString), ("to", StrictSchema.optionalInteger),
                    ]))
            ),
            ("styles", StrictSchema.list(of: StrictSchema.texts(["section", "property", "value"]))),
        ]))

    enum Kind: String, CaseIterable {
        case set, remove, insertEntry, moveEntry, addSection, moveSection, renameSection
    }

    /// Operations and styles of one answer. More is no answer to one message.
    private static let maxOperations = 100

    private(set) var reply = ""
    private(set) var operations: [Operation] = []
    private(set) var styles: [SectionStyle] = []
    /// Changes that the resume does not allow, or that could not be understood.
    private(set) var refused = 0
    /// Changes with an address, number or link of unknown origin.
    private(set) var ungrounded = 0
    /// Changes with an employer, a school, a degree or a date of unknown origin.
    private(set) var invented = 0

    /// - Parameter said: the person's messages. Not the model's: what it made up in one answer is no fact in the next.
    init(_ object: JSONObject, resume: Resume, said: [String]) {
        let fields = LenientFields(object, unwrappedFor: ["reply", "operations", "styles"])
        self.reply = fields.text("reply")
        let changes = fields.entries("operations").prefix(Self.maxOperations)
        if !changes.isEmpty { self.read(changes, resume: resume, said: said) }
        let after = (try? resume.applying(self.operations).resume) ?? resume
        self.styles = fields.entries("styles").prefix(Self.maxOperations).compactMap { Self.style($0, in: after) }
    }

    private mutating func read(_ changes: ArraySlice<LenientFields>, resume: Resume, said: [String]) {
        let contacts = ContactScan(known: SourceText(said + [Self.plainText(of: resume.json)]))
        let facts = KnownFacts(resume: resume, messages: said)
        var after = resume
        for change in changes {
            guard let operation = Self.operation(change) else {
                self.refused += 1
                continue
            }
            guard !contacts.hasUnknown(in: operation) else {
                self.ungrounded += 1
                continue
            }
            guard !facts.areUnknown(in: operation) else {
                self.invented += 1
                continue
            }
            // One by one, so that a slip in one change does not cost the person the others.
            guard let next = try? after.applying(operation).resume else {
                self.refused += 1
                continue
            }
            if next != after { self.operations.append(operation) }
            after = next
        }
    }

    var isEmpty: Bool {
        self.operations.isEmpty && self.styles.isEmpty && self.refused == 0 && self.ungrounded == 0 && self.invented == 0
    }

    /// What the person should know about changes that were not made.
    var note: String {
        var notes: [String] = []
        if self.refused > 0 {
            notes.append(self.refused == 1 ? "One change could not be made." : "\(self.refused) changes could not be made.")
        }
        if self.ungrounded > 0 {
            notes.append(
                "An email address, phone number or link that is neither in the resume nor in our conversation was left out.")
        }
        if self.invented > 0 {
            notes.append(
                "\(self.invented == 1 ? "A change" : "\(self.invented) changes") with an employer, school, degree or date that is "
                    + "neither in the resume nor in what you told me was left out.")
        }
        return notes.joined(separator: " ")
    }

    private static func operation(_ fields: LenientFields) -> Operation? {
        let wanted = fields.text("op").lowercased()
        guard let kind = Kind.allCases.first(where: { $0.rawValue.lowercased() == wanted }) else { return nil }
        let path = fields.text("path")
        let to = fields["to"]?.intValue
        switch kind {
        case .set: return self.path(path).flatMap { path in self.value(fields).map { .set(path: path, value: $0) } }
        case .remove: return self.path(path).map { .remove(path: $0) }
        case .insertEntry: return self.value(fields).map { .insertEntry(section: path, value: $0, at: to) }
        case .moveEntry:
            guard let to, let components = self.path(path)?.components, components.count == 2,
                case .index(let from) = components[1]
            else { return nil }
            return .moveEntry(section: components[0].text, from: from, to: to)
        case .addSection: return self.value(fields).map { .addSection(name: path, value: $0, at: to) }
        case .moveSection: return to.map { .moveSection(name: path, to: $0) }
        case .renameSection:
            let name = fields.text("value")
            return name.isEmpty ? nil : .renameSection(name: path, to: name)
        }
    }

    private static func path(_ text: String) -> FieldPath? { try? FieldPath(parsing: text) }

    /// A schema of strict mode has no "any value", so entries and lists come as JSON inside a string. A text that begins like
    /// one and is none is a text.
    private static func value(_ fields: LenientFields) -> JSONValue? {
        switch fields["value"] {
        case .string?, .malformedString?, .number?:
            let text = fields.text("value")
            if text.hasPrefix("{") || text.hasPrefix("["),
                let value = try? JSONValue(parsing: text, limits: JSONLimits(maxDepth: 12))
            {
                return self.cleaned(value)
            }
            return .string(text)
        case .object?, .array?: return fields["value"].map(self.cleaned)
        case .null?, .bool?, nil: return nil
        }
    }

    private static func cleaned(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): .array(elements.map(self.cleaned))
        case .object(let object): .object(JSONObject(object.map { ($0.name, self.cleaned($0.value)) }))
        case .string, .malformedString: .string(LenientFields.text(value) ?? "")
        case .null, .bool, .number: value
        }
    }

    /// What stands in a resume, a line for each text.
    static func plainText(of value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .malformedString(let text): text
        case .number(let number): number.literal
        case .array(let elements): elements.map(self.plainText).joined(separator: "\n")
        case .object(let object): object.values.map(self.plainText).joined(separator: "\n")
        case .null, .bool: ""
        }
    }

    /// Properties, and beginnings of properties, that change how a section looks and nothing else of the page.
    private static let looks = [
        "color", "background", "background-color", "opacity", "font", "text-", "letter-spacing", "word-spacing", "line-height",
        "margin", "padding", "border", "list-style",
    ]

    /// CSS is code: a declaration that could load something, or end its own rule, is none of ours.
    private static func style(_ fields: LenientFields, in resume: Resume) -> SectionStyle? {
        let (section, property, value) = (fields.text("section"), fields.text("property"), fields.text("value"))
        guard resume[section] != nil, (1...40).contains(property.utf8.count), (1...100).contains(value.utf8.count) else {
            return nil
        }
        guard property.utf8.allSatisfy({ $0.isASCIILetter || $0 == UInt8(ascii: "-") }) else { return nil }
        guard !value.contains(where: { ";{}<>\\@\"'".contains($0) || $0.isNewline }) else { return nil }
        // `fontSize` is how scripts write `font-size`.
        let name = property.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : String($1) }
        guard Self.looks.contains(where: { name == $0 || name.hasPrefix($0.hasSuffix("-") ? $0 : $0 + "-") }) else {
            return nil
        }
        let lower = value.lowercased()
        guard !["url(", "expression(", "javascript:", "image(", "image-set(", "src("].contains(where: lower.contains) else {
            return nil
        }
        return SectionStyle(section: section, property: property, value: value)
    }
}

/// Looks for addresses, numbers and links that are not known.
private struct ContactScan {
    let known: SourceText

    func hasUnknown(in operation: Operation) -> Bool {
        switch operation {
        case .set(let path, let value):
            let isPhone = path.components.last?.text.lowercased().contains("phone") == true
            return self.hasUnknown(in: ProposedChanges.plainText(of: value), isPhone: isPhone)
        case .insertEntry(_, let value, _): return self.hasUnknown(in: ProposedChanges.plainText(of: value), isPhone: false)
        case .addSection(let name, let value, _):
            return self.hasUnknown(in: name + "\n" + ProposedChanges.plainText(of: value), isPhone: false)
        case .renameSection(_, let name): return self.hasUnknown(in: name, isPhone: false)
        case .remove, .moveEntry, .moveSection, .replace: return false
        }
    }

    private func hasUnknown(in text: String, isPhone: Bool) -> Bool {
        let tokens = text.split { $0.isWhitespace || "<>()[]{}\"',;|".contains($0) }
        for token in tokens {
            var token = String(token)
            while let last = token.last, ".:!?".contains(last) { token.removeLast() }
            if token.contains("://") || token.lowercased().hasPrefix("www.") {
                if !self.known.contains(link: token) { return true }
            } else if let at = token.firstIndex(of: "@"), at != token.startIndex, token[at...].contains(".") {
                let address = token.lowercased().hasPrefix("mailto:") ? String(token.dropFirst(7)) : token
                if !self.known.contains(email: address) { return true }
            }
        }
        return SourceText.digitRuns(in: text).contains { run in
            // "2019 - 2023" and "12 000" are no phone numbers; in the phone field all is.
            let isNumber =
                isPhone
                ? run.digits.count >= 3 : run.digits.count >= 9 && run.digits.count <= 15 && (run.isMarked || !run.hasYear)
            return isNumber && !self.known.contains(phone: run.digits)
        }
    }
}

extension FieldPath.Component {
    fileprivate var text: String {
        switch self {
        case .name(let name): name
        case .index(let index): String(index)
        case .end: "-"
        }
    }
}

extension UInt8 {
    fileprivate var isASCIILetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
    }
}
