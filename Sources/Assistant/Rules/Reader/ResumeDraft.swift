import JSON
import Resume

/// Puts the readers' findings together, in the order of the document.
struct ResumeDraft {
    private(set) var sections = JSONObject()
    private var unplaced: [TextLine] = []

    /// Sentences about text that could not be placed; more would not be read.
    private static let mostWarnings = 20
    private static let longestQuote = 200

    init(_ lines: [TextLine]) {
        let addresses = lines.lazy.flatMap { line in
            line.tokens.filter { $0.kind == .email || $0.kind == .link }.map { token in
                String(String.UnicodeScalarView(line.scalars[token.start..<token.end]))
            }
        }
        let found = NameFinder(addresses: Array(addresses.prefix(8))).find(in: lines)
        let document = Sections(lines, name: found)
        let contact = ContactReader(document.lines(of: .head, .contact), name: found, nameLine: document.nameLine)
        let summary = document.lines(of: .summary)
        var experience = document.lines(of: .experience)
        var loose = contact.paragraphs
        if experience.isEmpty, !document.sections.contains(where: { $0.kind == .experience }) {
            (experience, loose) = ([], loose)
        }
        let jobs = ExperienceReader(experience)
        let education = EducationReader(document.lines(of: .education))
        self.unplaced = contact.unplaced + jobs.unplaced + education.unplaced

        self.sections["Name"] = .string(found?.name.text ?? "")
        self.sections["Title"] = .string(contact.title)
        self.sections["Location"] = .string(contact.location)
        self.sections["Email"] = .string(contact.email.isEmpty ? addresses.first(where: { $0.contains("@") }) ?? "" : contact.email)
        self.sections["Phone"] = .string(contact.phone)
        if summary.contains(where: { !$0.isBlank }) {
            self.sections["Summary"] = .string(Paragraphs.text(summary))
            self.unplaced += loose
        } else {
            self.sections["Summary"] = .string(Paragraphs.text(loose))
        }
        self.sections["Experience"] = .array(jobs.entries.map { .object($0) })
        self.sections["Education"] = .array(education.entries.map { .object($0) })
        self.addFurther(document, links: contact.links)
    }

    private mutating func addFurther(_ document: Sections, links: [String]) {
        for section in document.sections {
            guard section.kind.sectionName != nil || section.kind == .other else { continue }
            let name = section.kind.sectionName ?? section.heading
            let items = ListReader.read(section.lines, kind: section.kind)
            guard !items.isEmpty else { continue }
            let present = self.sections[name]?.arrayValue ?? []
            self.sections[name] = .array(present + items.map { .string($0) })
        }
        guard !links.isEmpty else { return }
        let present = self.sections["Links"]?.arrayValue ?? []
        self.sections["Links"] = .array(present + links.map { .string($0) }.filter { !present.contains($0) })
    }

    /// One sentence for each group of lines that found no place.
    mutating func warnings() -> [String] {
        var warnings = self.unplaced.filter { !$0.isBlank }.map { line in
            let text = line.text
            return "Could not place: “\(text.count > Self.longestQuote ? text.prefix(Self.longestQuote) + "…" : text[...])”"
        }
        if warnings.count > Self.mostWarnings {
            let more = warnings.count - Self.mostWarnings
            warnings = warnings.prefix(Self.mostWarnings) + ["\(more) more lines could not be placed."]
        }
        return warnings
    }
}
