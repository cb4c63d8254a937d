import JSON
import Resume

/// What a person has said about themselves: the resume, and their messages. A model may put it in other words, and leave out
/// what it likes; employers, schools, degrees and dates that are not in it are invented.
///
/// A job advert that the person has pasted says what an employer looks for. It is no source of facts.
struct KnownFacts: Sendable {
    private let text: SourceText
    private let dates: SourceDates
    private let degrees: Set<String>

    /// - Parameter messages: the person's own, not the assistant's.
    init(resume: Resume, messages: [String]) {
        let own = [ProposedChanges.plainText(of: resume.json)] + messages.filter { !Self.isAdvert($0) }
        self.text = SourceText(own)
        self.dates = SourceDates(own.joined(separator: "\n"))
        self.degrees = own.reduce(into: []) { $0.formUnion(DegreeLevels.named(in: $1)) }
    }

    /// Whether a change writes an employer, a school, a degree or a date that nobody has told.
    func areUnknown(in operation: Operation) -> Bool {
        switch operation {
        case .set(let path, let value):
            let name = path.components.reversed().lazy.compactMap { component in
                if case .name(let name) = component { name } else { nil }
            }.first
            return self.isUnknown(value, named: name ?? path.section)
        case .insertEntry(let section, let value, _): return self.isUnknown(value, named: section)
        case .addSection(let name, let value, _): return self.isUnknown(value, named: name)
        case .remove, .moveEntry, .moveSection, .renameSection, .replace: return false
        }
    }

    private func isUnknown(_ value: JSONValue, named name: String) -> Bool {
        switch value {
        case .array(let elements): elements.contains { self.isUnknown($0, named: name) }
        case .object(let object): object.contains { self.isUnknown($0.value, named: $0.name) }
        case .string(let text): self.isUnknown(text, named: name)
        case .number(let number): self.isUnknown(number.literal, named: name)
        case .null, .bool, .malformedString: false
        }
    }

    private func isUnknown(_ text: String, named name: String) -> Bool {
        let words = SourceText.words(of: text)
        guard !words.isEmpty else { return false }
        switch Self.kind(name) {
        case .organization:
            let name = words.reversed().drop { Self.legalForms.contains($0) }.reversed()
            return !self.text.contains((name.isEmpty ? words : Array(name)).joined(separator: " "))
        case .date: return !self.isKnown(dates: text, words)
        case .degree: return !self.isKnown(degree: text, words)
        case .text: return self.hasUnknownYear(words) || self.hasUnknownDegree(text) || self.hasUnknownEmployer(text)
        }
    }

    // MARK: Kinds of fields

    private enum Kind { case organization, date, degree, text }

    private static let organizations: Set = [
        "company", "employer", "organization", "organisation", "institution", "school", "university", "college", "issuer",
    ]
    private static let dateNames: Set = ["dates", "date", "year", "from", "start", "startdate", "end", "enddate"]
    private static let degreeNames: Set = ["degree", "degrees", "certification", "certifications", "certificates", "licenses"]

    private static func kind(_ name: String) -> Kind {
        let name = SourceText.words(of: name).joined()
        if self.organizations.contains(name) { return .organization }
        if self.dateNames.contains(name) { return .date }
        return self.degreeNames.contains(name) ? .degree : .text
    }

    // MARK: What is known

    private static let legalForms: Set = ["inc", "ltd", "llc", "gmbh", "ag", "corp", "co", "plc", "sa", "bv"]

    private func isKnown(_ word: String) -> Bool { self.text.containsWords(of: word) }

    private func isKnown(dates text: String, _ words: [String]) -> Bool {
        guard !self.hasUnknownYear(words) else { return false }
        guard let range = DateRange(parsing: text) else { return true }
        return range.dates.allSatisfy { $0.month == nil || self.dates.months.contains($0) }
    }

    private func hasUnknownYear(_ words: [String]) -> Bool {
        words.contains { $0.utf8.count == 4 && (1930...2069).contains(Int($0) ?? 0) && !self.isKnown($0) }
    }

    private func isKnown(degree text: String, _ words: [String]) -> Bool {
        if words.allSatisfy({ self.isKnown($0) }) { return true }
        // "Bachelor of Science" for "BSc": the same level, and no other subject.
        let levels = DegreeLevels.named(in: text)
        return !levels.isEmpty && levels.isSubset(of: self.degrees)
            && DegreeLevels.withoutLevels(text).allSatisfy { self.isKnown($0) }
    }

    private func hasUnknownDegree(_ text: String) -> Bool {
        !DegreeLevels.named(in: text, onlyPlain: true).isSubset(of: self.degrees)
    }

    /// "At Google", "Initech GmbH": names that follow the word, or go before a legal form.
    private func hasUnknownEmployer(_ text: String) -> Bool {
        let words = text.split { $0.isWhitespace || "([\"".contains($0) }
        for (word, next) in zip(words, words.dropFirst()) {
            let isName = next.first?.isUppercase == true
            if isName, word == "at" || word == "At" || word == "@" {
                if let first = SourceText.words(of: String(next)).first, !self.isKnown(first) { return true }
            }
            let isForm = ["inc", "ltd", "llc", "gmbh", "corp", "plc"].contains(
                SourceText.words(of: String(next)).joined())
            if isForm, word.first?.isUppercase == true, let last = SourceText.words(of: String(word)).last, !self.isKnown(last)
            {
                return true
            }
        }
        return false
    }

    // MARK: Adverts

    private static let advertWords = [
        "job ad", "advert", "job posting", "vacancy", "job description", "position description", "stellenanzeige",
        "we are looking for", "we're looking for", "we are hiring", "we're hiring", "you will", "your profile",
        "requirements:", "responsibilities:", "qualifications:", "what you'll do", "about the role", "apply now",
    ]
    /// Bytes. A shorter message only speaks of an advert.
    private static let advertBytes = 160

    static func isAdvert(_ message: String) -> Bool {
        guard message.utf8.count >= self.advertBytes else { return false }
        let lower = message.lowercased().replacing("’", with: "'")
        return self.advertWords.contains(where: lower.contains)
    }
}

/// The levels of degrees, by the many ways to write them.
enum DegreeLevels {
    /// `plain` words mean a degree wherever they stand; the others, such as "MA", only in a degree's own field.
    private static let words: [(level: String, plain: Set<String>, other: Set<String>)] = [
        (
            "bachelor", ["bachelor", "bachelors", "bsc", "beng", "bba", "bcom", "btech", "licence", "licenciatura"],
            ["bs", "ba", "be", "bfa", "llb"]
        ),
        ("master", ["msc", "meng", "mba", "mphil", "masters", "magister", "maestria"], ["ms", "ma", "mfa", "master", "llm"]),
        ("doctor", ["phd", "doctorate", "doctoral", "dphil", "promotion"], ["doctor", "md", "jd", "edd", "dr"]),
        ("diploma", ["diploma", "diplom"], []), ("associate", [], ["associate", "associates", "aa", "as", "aas"]),
    ]
    private static let subjects: Set = [
        "of", "in", "degree", "s", "the", "arts", "science", "sciences", "engineering", "honours",
    ]

    /// - Parameter onlyPlain: for running text.
    static func named(in text: String, onlyPlain: Bool = false) -> Set<String> {
        let words = Set(self.split(text))
        return Set(
            self.words.filter { !words.isDisjoint(with: $0.plain) || !onlyPlain && !words.isDisjoint(with: $0.other) }.map(
                \.level))
    }

    /// The words that say something beside the level.
    static func withoutLevels(_ text: String) -> [String] {
        self.split(text).filter { word in
            !self.subjects.contains(word) && !self.words.contains { $0.plain.contains(word) || $0.other.contains(word) }
        }
    }

    /// "Ph.D." is one word.
    private static func split(_ text: String) -> [String] { SourceText.words(of: text.replacing(".", with: "")) }
}
