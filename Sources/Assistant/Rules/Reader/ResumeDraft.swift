import JSON
import Resume

/// Puts the readers' findings together, in the order of the document.
struct ResumeDraft {
    private(set) var sections = JSONObject()
    private(set) var evidence = ConfidenceRating.Evidence()
    /// Texts of the lines that were taken for headings.
    private(set) var headings: Set<String> = []
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
        let contact = ContactReader(document.contactLines, name: found)
        let summary = document.lines(of: .summary)
        let jobs = ExperienceReader(document.lines(of: .experience))
        let education = EducationReader(document.lines(of: .education))
        self.unplaced = contact.unplaced + jobs.unplaced + education.unplaced
        self.headings = Set(document.sections.map(\.heading))
        self.evidence.nameHits = found?.hits ?? 0
        self.evidence.isNameLabelled = found?.isLabelled ?? false
        self.evidence.guessedCompanies = jobs.guessedCompanies
        self.evidence.hasHeadings = document.sections.contains { $0.kind == .experience && !$0.heading.isEmpty }
        self.evidence.isPlaceGuessed = contact.isPlaceGuessed

        self.sections["Name"] = .string(found?.name.text ?? "")
        self.sections["Title"] = .string(contact.title)
        self.sections["Location"] = .string(contact.location)
        self.sections["Email"] = .string(
            contact.email.isEmpty ? addresses.first(where: { $0.contains("@") }) ?? "" : contact.email)
        // Some close with their address: "Reach me at jane@doe.org or 555-0100".
        let phone =
            contact.phone.isEmpty
            ? lines.lazy.filter { $0.tokens.contains { $0.kind == .email } }.compactMap {
                PhoneScanner.number(in: $0.phrase)?.text
            }.first : nil
        self.sections["Phone"] = .string(phone ?? contact.phone)
        if summary.contains(where: { !$0.isBlank }) {
            self.sections["Summary"] = .string(Paragraphs.text(summary))
            self.unplaced += contact.paragraphs
        } else {
            self.sections["Summary"] = .string(Paragraphs.text(contact.paragraphs))
        }
        self.sections["Experience"] = .array(jobs.entries.map { .object($0) })
        self.sections["Education"] = .array(education.entries.map { .object($0) })
        self.addFurther(document, contact: contact, name: found)
    }

    /// Whether capitals were put in by the reader.
    mutating func setLowerCase(_ isLowerCase: Bool) { self.evidence.isLowerCase = isLowerCase }

    private mutating func addFurther(_ document: Sections, contact: ContactReader, name: NameFinder.Found?) {
        for section in document.sections {
            switch section.kind {
            case .personal: self.add(contact.details, to: "Personal Details")
            case .other: self.add(ListReader.read(section.lines, kind: .other), to: Self.name(of: section))
            default:
                guard let name = section.kind.sectionName else { continue }
                self.add(ListReader.read(section.lines, kind: section.kind), to: name)
            }
        }
        self.add(name?.credentials ?? [], to: "Credentials")
        self.add(contact.links, to: "Links")
        self.add(contact.details, to: "Personal Details")
    }

    /// Appends what the section does not have yet.
    private mutating func add(_ items: [String], to name: String) {
        let present = self.sections[name]?.arrayValue ?? []
        var seen = Set(present)
        let new = items.map { JSONValue.string($0) }.filter { seen.insert($0).inserted }
        if !new.isEmpty { self.sections[name] = .array(present + new) }
    }

    /// The document's own heading, in capitals only at the start of words.
    private static func name(of section: Sections.Section) -> String {
        let phrase = TextLine(Fitting.prefix(section.heading, bytes: ResumeLimits.nameBytes)).phrase.trimmed
        // "## Name" is no section of its own.
        guard !phrase.isEmpty, CoreSection(rawValue: phrase.text) == nil else { return "Other" }
        guard phrase.isUppercased else { return phrase.text }
        return phrase.text.lowercased().split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(
            separator: " ")
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
