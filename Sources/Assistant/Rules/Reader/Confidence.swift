import JSON
import Resume

/// How sure the reader is of a value, by the rule that found it. The figures order the rules; they are no measured
/// probabilities.
enum Confidence: Double {
    /// The form leaves no doubt, or the document says what it is: a mail address, a labelled value.
    case certain = 1
    /// A known word says what it is, and it stands where such a value stands.
    case strong = 0.9
    /// Its shape and place say so.
    case likely = 0.7
    /// Nothing says so but that something of the kind was missing.
    case guess = 0.4

    var json: JSONValue { JSONNumber(self.rawValue).map(JSONValue.number) ?? .null }
}

/// Rates the values of a resume that was read by rules, in the resume's own shape: a figure for each text, an object of
/// figures for each entry, one figure for a list. Empty values have none.
struct ConfidenceRating {
    /// What the readers know beyond the values themselves.
    struct Evidence {
        /// Words of the name that the mail address or a link has.
        var nameHits = 0
        var isNameLabelled = false
        /// Entries of the experience whose employer was found by elimination.
        var guessedCompanies: Set<Int> = []
        /// Whether jobs and schools stand under headings of their own.
        var hasHeadings = true
        var isPlaceGuessed = false
        /// Capitals were put in by the reader.
        var isLowerCase = false
    }

    static func rate(_ resume: Resume, _ evidence: Evidence) -> JSONObject {
        var rating = JSONObject()
        guard let sections = resume.json.objectValue else { return rating }
        for (name, value) in sections {
            switch CoreSection(rawValue: name) {
            case .experience: rating[name] = .array(Self.jobs(value, evidence))
            case .education: rating[name] = .array(Self.schools(value, evidence))
            case let section?:
                guard let text = value.stringValue, !text.isEmpty else { continue }
                rating[name] = Self.text(text, of: section, evidence).json
            case nil: rating[name] = Confidence.strong.json
            }
        }
        return rating
    }

    private static func text(_ text: String, of section: CoreSection, _ evidence: Evidence) -> Confidence {
        let phrase = TextLine(text).phrase
        switch section {
        case .name:
            if evidence.isNameLabelled { return .certain }
            return evidence.nameHits > 1 ? .certain : evidence.nameHits == 1 ? .strong : .likely
        case .email: return .certain
        case .phone: return phrase.tokens.first?.isMark("+") ?? false ? .certain : .strong
        case .location:
            if evidence.isPlaceGuessed { return .guess }
            return phrase.placeStrength == .known || phrase.isAddress ? .strong : .likely
        case .title: return phrase.titleStrength >= 2 ? .strong : phrase.titleStrength == 1 ? .likely : .guess
        case .summary: return evidence.hasHeadings ? .strong : .likely
        case .experience, .education: return .strong
        }
    }

    private static func jobs(_ value: JSONValue, _ evidence: Evidence) -> [JSONValue] {
        (value.arrayValue ?? []).enumerated().map { number, entry in
            let position = TextLine(entry.objectValue?["Position"]?.stringValue ?? "").phrase
            let company = TextLine(entry.objectValue?["Company"]?.stringValue ?? "").phrase
            return Self.entry(entry, evidence) { key in
                switch key {
                case "Position": position.titleStrength >= 2 ? .strong : company.organisationStrength > 0 ? .likely : .guess
                case "Company":
                    if evidence.guessedCompanies.contains(number) {
                        .guess
                    } else if company.organisationStrength > 0 {
                        .strong
                    } else {
                        position.titleStrength >= 2 ? .likely : .guess
                    }
                default: nil
                }
            }
        }
    }

    private static func schools(_ value: JSONValue, _ evidence: Evidence) -> [JSONValue] {
        (value.arrayValue ?? []).map { entry in
            Self.entry(entry, evidence) { key in
                let phrase = TextLine(entry.objectValue?[key]?.stringValue ?? "").phrase
                return switch key {
                case "Degree": phrase.degreeStrength > 0 ? .strong : .guess
                case "Institution": phrase.institutionStrength > 0 ? .strong : .guess
                case "Field": phrase.namesField ? .strong : .likely
                default: nil
                }
            }
        }
    }

    /// One entry's figures; what the entry's own rules do not rate goes by its form.
    private static func entry(
        _ entry: JSONValue, _ evidence: Evidence, own: (String) -> Confidence?
    ) -> JSONValue {
        var rating = JSONObject()
        for (key, value) in entry.objectValue ?? [:] {
            guard let text = value.stringValue, !text.isEmpty else { continue }
            var confidence = own(key)
            if confidence == nil {
                switch key {
                case "Dates": confidence = TextLine(text).range != nil ? .strong : .likely
                case "Location": confidence = TextLine(text).phrase.placeStrength == .known ? .strong : .likely
                default: confidence = .likely
                }
            }
            // Without a heading, that it is a job at all is only likely.
            if let found = confidence, found == .strong, !evidence.hasHeadings || evidence.isLowerCase { confidence = .likely }
            rating[key] = confidence?.json ?? .null
        }
        return .object(rating)
    }
}
