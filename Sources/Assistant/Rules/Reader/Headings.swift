/// What a section is about.
enum SectionKind: Sendable, Hashable {
    case head, experience, education, skills, summary, projects, languages, certifications, contact, links, awards
    case publications, volunteering, interests, references, courses, memberships, patents, training, achievements
    case personal, declaration, activities, military, research, other

    /// The name that the section has in the resume; nil for those whose text goes to the core sections, and for those
    /// that keep the name the document gives them.
    var sectionName: String? {
        switch self {
        case .skills: "Skills"
        case .projects: "Projects"
        case .languages: "Languages"
        case .certifications: "Certifications"
        case .links: "Links"
        case .awards: "Awards"
        case .publications: "Publications"
        case .volunteering: "Volunteering"
        case .interests: "Interests"
        case .references: "References"
        case .courses: "Courses"
        case .memberships: "Memberships"
        case .patents: "Patents"
        case .training: "Training"
        case .achievements: "Achievements"
        case .personal: "Personal Details"
        case .declaration: "Declaration"
        case .activities: "Activities"
        case .military: "Military Service"
        case .research: "Research"
        case .head, .experience, .education, .summary, .contact, .other: nil
        }
    }
}

/// The names of sections in eight languages, by whole names.
struct HeadingDictionary: Sendable {
    struct Match: Sendable, Equatable {
        var kind: SectionKind
        /// Listed as one that also introduces lists inside a job.
        var isDoubtful = false
        /// Not listed itself; only a part or its head noun is.
        var isGuess = false
    }

    static let shared = HeadingDictionary()

    private let names: [String: Match]
    private let nouns: [String: SectionKind]
    private let firstWords: Set<String>

    private static let longestName = 60
    private static let mostWords = 8
    /// Read as "&": they join the parts of a compound heading.
    private static let joiners: Set<String> = ["and", "und", "et", "y", "e", "ed", "en", "i", "oder", "or", "och", "og"]

    private init() {
        var names: [String: Match] = [:]
        for (kind, list) in HeadingNames.all {
            for name in list.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
                let isDoubtful = name.hasPrefix("?")
                let key = Self.key(TextLine(String(name.drop { $0 == "?" })).phrase)
                // The first kind that claims a name keeps it.
                if names[key] == nil { names[key] = Match(kind: kind, isDoubtful: isDoubtful) }
            }
        }
        self.names = names
        self.firstWords = Set(names.keys.compactMap { $0.split(separator: " ").first.map { String($0.filter { $0 != "," }) } })
        var nouns: [String: SectionKind] = [:]
        for (kind, words) in HeadingNames.headNouns {
            for word in words.split(whereSeparator: \.isWhitespace) { nouns[Folding.folded(String(word))] = kind }
        }
        self.nouns = nouns
    }

    /// Words joined by one blank, every "and" a "&". A number, colon, dash or other sign at the ends is left out.
    private static func key(_ phrase: Phrase) -> String {
        var key = ""
        var pending = ""
        for token in phrase.tokens {
            var part = ""
            switch token.kind {
            case .word where !Self.joiners.contains(token.folded) || key.isEmpty && pending.isEmpty: part = token.folded
            case .word: part = "&"
            case .mark where token.isMark("&") || token.isMark("+") || token.isMark("/"): part = "&"
            case .mark where token.isMark(","): part = ","
            case .mark, .number, .email, .link: continue
            }
            if part == "&" || part == "," {
                // Only between words.
                if !key.isEmpty { pending += part == "," ? "," : " &" }
                continue
            }
            key += pending
            pending = ""
            if !key.isEmpty { key += " " }
            key += part
        }
        return key
    }

    /// Whether any listed name begins with the word; a quick no for most words of a text.
    func beginsName(_ word: Token) -> Bool { self.firstWords.contains(word.folded) }

    /// The heading whose name the phrase is.
    func exactMatch(_ phrase: Phrase) -> Match? {
        guard Self.hasHeadingShape(phrase) else { return nil }
        let key = Self.key(phrase)
        return self.names[key] ?? self.compound(key)
    }

    /// "Skills & certificates" where both are headings by themselves.
    private func compound(_ key: String) -> Match? {
        guard key.utf8.contains(0x26) else { return nil }
        let parts = key.split(separator: "&").map { self.names[String($0).trimmed] }
        guard parts.count == 2, let first = parts[0], let second = parts[1], !first.isDoubtful || !second.isDoubtful else {
            return nil
        }
        return first.isDoubtful ? second : first
    }

    /// Only words and the signs of headings, the first one not in lower case.
    static func hasHeadingShape(_ phrase: Phrase) -> Bool {
        guard phrase.length <= Self.longestName, let first = phrase.tokens.first(where: \.isWord) else { return false }
        var words = 0
        for (place, token) in phrase.tokens.enumerated() {
            switch token.kind {
            case .word: words += 1
            case .number:
                // "1. Education", but not "5 years of experience".
                guard place == 0, token.digits <= 2, phrase.tokens.dropFirst().first?.kind == .mark else { return false }
            case .email, .link: return false
            case .mark: if token.isMark(";") || token.isMark("?") && place == 0 || token.isMark("@") { return false }
            }
        }
        return words <= Self.mostWords && !phrase.scalars[first.start].isLowercase
    }

    /// The heading that a phrase which is set like one can be taken for: a compound whose first part is listed, or up to
    /// four words led or ended by a word that only headings have there.
    func guess(_ phrase: Phrase) -> Match? {
        guard Self.hasHeadingShape(phrase) else { return nil }
        let key = Self.key(phrase)
        let words = key.split(separator: " ")
        guard (1...6).contains(words.count) else { return nil }
        let parts = key.split(whereSeparator: { $0 == "&" || $0 == "," }).map { $0.drop(while: { $0 == " " }) }
        if parts.count > 1, let part = parts.first, let match = self.names[String(part).trimmed] {
            return Match(kind: match.kind, isDoubtful: match.isDoubtful, isGuess: true)
        }
        guard words.count <= 4, parts.count == 1, let first = words.first, let last = words.last else { return nil }
        guard let kind = self.nouns[String(last)] ?? self.nouns[String(first)] else { return nil }
        return Match(kind: kind, isGuess: true)
    }
}

extension String {
    /// Without blanks at both ends.
    fileprivate var trimmed: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        while text.first == " " { text.removeFirst() }
        return String(text)
    }
}
