import JSON
import Resume

/// What a model found in a document, and how it becomes a resume of which nothing is invented.
///
/// - Name, email, phone, companies, institutions and skills must stand in the text; one that does not is left out, and a
///   warning says so.
/// - Titles, places, degrees and years are often put in other words ("B.S." for "Bachelor of Science"), so they stay, and a
///   warning asks to look at those that the text does not hold.
/// - Summaries and descriptions are free text and are not checked.
struct ResumeExtraction {
    private static let other = "OtherSections"
    private static let skills = "Skills"

    static let schema = OutputSchema(
        name: "resume",
        schema: StrictSchema.object(
            CoreSection.allCases.map { core in
                (core.rawValue, core.isList ? StrictSchema.list(of: StrictSchema.texts(core.entryKeys)) : StrictSchema.string)
            } + [
                (Self.skills, StrictSchema.list(of: StrictSchema.string)),
                (
                    Self.other,
                    StrictSchema.list(of: StrictSchema.object([("name", StrictSchema.string), ("items", StrictSchema.list(of: StrictSchema.string))]))
                ),
            ]))

    private let fields: LenientFields
    private let source: SourceText
    private var leftOut: [String] = []
    private var unplaced: [String] = []
    private var toCheck: [String] = []

    init(_ object: JSONObject, source: SourceText) {
        self.fields = LenientFields(object, unwrappedFor: CoreSection.allCases.map(\.rawValue))
        self.source = source
    }

    /// Core sections that the model's answer does not have at all.
    var absentSections: [String] { CoreSection.allCases.map(\.rawValue).filter { !self.fields.contains($0) } }

    /// - Returns: nil if the answer holds nothing of a resume.
    mutating func reading() throws(ResumeError) -> Reading? {
        var sections = JSONObject()
        for core in CoreSection.allCases { sections[core.rawValue] = core.isList ? self.entries(of: core) : self.text(of: core) }
        let skills = self.checkedSkills()
        if !skills.isEmpty { sections[Self.skills] = .array(skills.map { .string($0) }) }
        self.addOtherSections(to: &sections)
        let resume = try Resume(.object(sections))
        return resume.isEmpty ? nil : Reading(resume: resume, warnings: self.warnings, source: .model)
    }

    private mutating func text(of core: CoreSection) -> JSONValue {
        let value = self.fields.text(core.rawValue)
        if value.isEmpty { return "" }
        let isKnown = switch core {
        case .name: self.source.contains(value) || self.source.containsWords(of: value)
        case .email: self.source.contains(email: value)
        case .phone: self.source.contains(phone: value)
        case .title, .location:
            self.flag(core.rawValue, value, unless: self.source.containsWords(of: value))
        case .summary, .experience, .education: true
        }
        return .string(self.kept(value, named: core.rawValue, if: isKnown))
    }

    private mutating func entries(of core: CoreSection) -> JSONValue {
        var entries: [JSONValue] = []
        for (index, fields) in self.fields.entries(core.rawValue).enumerated() {
            var entry = JSONObject()
            for key in core.entryKeys {
                let value = fields.text(key)
                let name = "\(core.rawValue)[\(index)].\(key)"
                let isKnown = switch key {
                case _ where value.isEmpty: true
                case "Company", "Institution": self.source.contains(value)
                case "Dates": self.flag(name, value, unless: self.source.containsYears(of: value))
                case "Position", "Degree", "Field": self.flag(name, value, unless: self.source.containsWords(of: value))
                default: true
                }
                entry[key] = .string(self.kept(value, named: name, if: isKnown))
            }
            // Models that repeat themselves give the same entry again and again.
            let isNew = !entries.contains(.object(entry))
            if isNew, entry.values.contains(where: { $0.stringValue?.isEmpty == false }) { entries.append(.object(entry)) }
        }
        return .array(entries)
    }

    private mutating func checkedSkills() -> [String] {
        var known: [String] = []
        for skill in self.fields.texts(Self.skills) where !known.contains(skill) {
            if self.source.contains(skill) || Self.hasNoWords(skill) { known.append(skill) } else { self.leftOut.append("Skills: \(skill)") }
        }
        return known
    }

    private mutating func addOtherSections(to sections: inout JSONObject) {
        for section in self.fields.entries(Self.other) {
            let name = String(section.text("name").prefix { !$0.isNewline }.prefix(60))
            let items = section.texts("items")
            guard !name.isEmpty, !items.isEmpty else { continue }
            switch sections[name] {
            case nil: sections[name] = .array(items.map { .string($0) })
            // The core holds objects or one text; lines of another kind have no place there.
            case _? where CoreSection(rawValue: name) != nil: self.unplaced.append(name)
            case let present?: sections[name] = .array((present.arrayValue ?? []) + items.map { .string($0) })
            }
        }
    }

    private mutating func kept(_ value: String, named name: String, if isKnown: Bool) -> String {
        if isKnown { return value }
        self.leftOut.append("\(name): \(value)")
        return ""
    }

    /// - Returns: true, as the value stays in any case.
    private mutating func flag(_ name: String, _ value: String, unless isKnown: Bool) -> Bool {
        if !isKnown { self.toCheck.append("\(name): \(value)") }
        return true
    }

    /// "C++" and "C#" have a letter; "R&D" too. Something without any cannot be looked for.
    private static func hasNoWords(_ text: String) -> Bool { SourceText.words(of: text).isEmpty }

    private var warnings: [String] {
        [
            Self.sentence("Left out, as it is not in the document", self.leftOut),
            Self.sentence("Please check, as the document puts it in other words", self.toCheck),
            Self.sentence("Could not be placed, as there is a section of this name with another form", self.unplaced),
        ].compactMap { $0 }
    }

    /// The first ten, each shortened: a model that invents a hundred skills need not be quoted in full.
    private static func sentence(_ beginning: String, _ items: [String]) -> String? {
        guard !items.isEmpty else { return nil }
        let shown = items.prefix(10).map { $0.count > 80 ? $0.prefix(79) + "…" : $0[...] }.joined(separator: "; ")
        return "\(beginning): \(shown)\(items.count > 10 ? "; and \(items.count - 10) more" : "")."
    }
}
