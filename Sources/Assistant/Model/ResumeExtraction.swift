import JSON
import Resume

/// What a model found in a document, and how it becomes a resume of which nothing is invented.
///
/// - Name, email, phone, companies, institutions and skills must stand in the text; one that does not is left out, and a
///   warning says so.
/// - All else may be put in other words ("Sept. 2019" for "09/2019"): it stays if the text holds some of its words. A warning
///   asks to look at it if they are fewer than half, or if a date has a year that the text has not. Of a value without a
///   single known word nothing is kept; only a degree is, as it is so often abbreviated.
/// - Dates whose months were dropped on the way get them back from the text.
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
                    StrictSchema.list(
                        of: StrictSchema.object([
                            ("name", StrictSchema.string), ("items", StrictSchema.list(of: StrictSchema.string)),
                        ]))
                ),
            ]))

    private let fields: LenientFields
    private let source: SourceText
    private let dates: SourceDates
    private var leftOut: [String] = []
    private var unplaced: [String] = []
    private var toCheck: [String] = []

    init(_ object: JSONObject, source: SourceText, dates: SourceDates) {
        self.fields = LenientFields(object, unwrappedFor: CoreSection.allCases.map(\.rawValue))
        (self.source, self.dates) = (source, dates)
    }

    /// Core sections that the model's answer does not have at all.
    var absentSections: [String] { CoreSection.allCases.map(\.rawValue).filter { !self.fields.contains($0) } }

    /// - Returns: nil if the answer holds nothing of a resume.
    mutating func reading() throws(ResumeError) -> Reading? {
        var sections = JSONObject()
        for core in CoreSection.allCases {
            sections[core.rawValue] = core.isList ? self.entries(of: core) : self.text(of: core)
        }
        let skills = self.checkedSkills()
        if !skills.isEmpty { sections[Self.skills] = .array(skills.map { .string($0) }) }
        self.addOtherSections(to: &sections)
        let resume = try Resume(.object(sections))
        return resume.isEmpty ? nil : Reading(resume: resume, warnings: self.warnings, source: .model)
    }

    private mutating func text(of core: CoreSection) -> JSONValue {
        let value = self.fields.text(core.rawValue)
        if value.isEmpty { return "" }
        let isKnown =
            switch core {
            case .name: self.source.contains(value) || self.source.containsWords(of: value)
            case .email: self.source.contains(email: value)
            case .phone: self.source.contains(phone: value)
            case .title, .location, .summary, .experience, .education: self.isPlausible(value, named: core.rawValue)
            }
        return .string(self.kept(value, named: core.rawValue, if: isKnown))
    }

    private mutating func entries(of core: CoreSection) -> JSONValue {
        var entries: [JSONValue] = []
        for (index, fields) in self.fields.entries(core.rawValue).prefix(ResumeLimits.entries).enumerated() {
            var entry = JSONObject()
            for key in core.entryKeys {
                let value = fields.text(key)
                let name = "\(core.rawValue)[\(index)].\(key)"
                let isKnown =
                    switch key {
                    case _ where value.isEmpty: true
                    case "Company", "Institution": self.source.contains(value)
                    case "Degree": self.isPlausible(value, named: name, mayBeUnknown: true)
                    default: self.isPlausible(value, named: name)
                    }
                entry[key] = .string(self.kept(value, named: name, if: isKnown))
            }
            let names = ["Company", "Institution", "Position", "Degree"].compactMap { entry[$0]?.stringValue }
            if let dates = entry["Dates"]?.stringValue, !dates.isEmpty {
                entry["Dates"] = .string(self.dates.restoringMonths(of: dates, near: names.filter { !$0.isEmpty }))
            }
            // Models that repeat themselves give the same entry again and again.
            let isNew = !entries.contains(.object(entry))
            if isNew, entry.values.contains(where: { $0.stringValue?.isEmpty == false }) { entries.append(.object(entry)) }
        }
        return .array(entries)
    }

    private mutating func checkedSkills() -> [String] {
        var known: [String] = []
        for skill in self.fields.texts(Self.skills).prefix(ResumeLimits.entries) where !known.contains(skill) {
            if self.source.contains(skill) || Self.hasNoWords(skill) {
                known.append(skill)
            } else if !self.leftOut.contains("Skills: \(skill)") {
                self.leftOut.append("Skills: \(skill)")
            }
        }
        return known
    }

    private mutating func addOtherSections(to sections: inout JSONObject) {
        let free = ResumeLimits.sections - sections.count
        for section in self.fields.entries(Self.other).prefix(free) {
            var name = section.text("name").prefix { !$0.isNewline }.prefix(ResumeLimits.nameBytes)
            while name.utf8.count > ResumeLimits.nameBytes { name.removeLast() }
            let items = self.checkedItems(of: section, named: String(name))
            guard !name.isEmpty, !items.isEmpty else { continue }
            // The core holds objects or one text; lines of another kind have no place there.
            guard CoreSection(rawValue: String(name)) == nil else {
                self.unplaced.append(String(name))
                continue
            }
            let all = (sections[String(name)]?.arrayValue ?? []) + items.map { .string($0) }
            sections[String(name)] = .array(Array(all.prefix(ResumeLimits.entries)))
        }
    }

    private mutating func checkedItems(of section: LenientFields, named name: String) -> [String] {
        section.texts("items").prefix(ResumeLimits.entries).filter { item in
            if self.isPlausible(item, named: name) { return true }
            self.leftOut.append("\(name): \(item)")
            return false
        }
    }

    private mutating func kept(_ value: String, named name: String, if isKnown: Bool) -> String {
        if isKnown { return value }
        self.leftOut.append("\(name): \(value)")
        return ""
    }

    /// - Returns: whether to keep the value; one of few known words is noted for the person to look at.
    private mutating func isPlausible(_ value: String, named name: String, mayBeUnknown: Bool = false) -> Bool {
        let share = Self.hasNoWords(value) ? 1 : self.source.share(of: value)
        if share == 0, !mayBeUnknown { return false }
        if share < 0.5 || name.hasSuffix(".Dates") && !self.source.containsYears(of: value) {
            self.toCheck.append("\(name): \(value)")
        }
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
