import JSON
import Resume

/// What people call the parts of a resume, in lower case.
enum FieldNames {
    static let core: [String: CoreSection] = [
        "name": .name, "full name": .name,
        "title": .title, "job title": .title, "headline": .title, "professional title": .title,
        "location": .location, "address": .location, "city": .location,
        "email": .email, "e-mail": .email, "mail": .email, "email address": .email, "e-mail address": .email,
        "phone": .phone, "phone number": .phone, "telephone": .phone, "telephone number": .phone, "mobile": .phone,
        "mobile number": .phone, "cell": .phone, "cell phone": .phone, "number": .phone,
        "summary": .summary, "profile": .summary, "about": .summary, "objective": .summary, "about me": .summary,
        "professional summary": .summary, "bio": .summary,
        "experience": .experience, "work experience": .experience, "jobs": .experience, "employment": .experience,
        "work history": .experience, "experiences": .experience,
        "education": .education, "studies": .education, "degrees": .education,
    ]

    /// Keys of an entry, for people who have one job or name which they mean.
    static let entryKeys: [String: (section: CoreSection, key: String)] = [
        "company": (.experience, "Company"), "employer": (.experience, "Company"), "company name": (.experience, "Company"),
        "position": (.experience, "Position"), "role": (.experience, "Position"),
        "degree": (.education, "Degree"), "major": (.education, "Field"), "field of study": (.education, "Field"),
        "school": (.education, "Institution"), "university": (.education, "Institution"),
        "college": (.education, "Institution"), "institution": (.education, "Institution"),
    ]

    /// What people call one entry of a core list.
    static let entries: [String: CoreSection] = [
        "job": .experience, "position": .experience, "role": .experience, "experience": .experience,
        "work experience": .experience, "degree": .education, "education": .education, "school": .education,
        "university": .education,
    ]

    /// The singular of lists that are commonly spoken of by entry: "add a skill".
    static let singular: [String: String] = [
        "skill": "Skills", "language": "Languages", "project": "Projects", "certification": "Certifications",
        "certificate": "Certifications", "link": "Links", "award": "Awards", "interest": "Interests", "hobby": "Interests",
        "publication": "Publications", "course": "Courses",
    ]

    private static let slips: [String: String] = [
        "emial": "email", "eamil": "email", "emal": "email", "tilte": "title", "titel": "title", "tittle": "title",
        "skils": "skills", "skillls": "skills", "skilss": "skills", "sklls": "skills", "phoen": "phone", "fone": "phone",
        "adress": "address", "summery": "summary", "sumary": "summary", "experiance": "experience", "experince": "experience",
        "expereince": "experience", "eduction": "education", "educaton": "education", "loction": "location",
        "locaton": "location", "naem": "name", "compnay": "company", "langauges": "languages",
    ]

    /// The core field or the key of an entry that the words name, whatever is in the resume; nil for lists and others.
    static func kind(_ words: String) -> ValueKind? {
        let words = self.plain(words)
        if let core = self.core[words] { return ValueKind(core) }
        return self.entryKeys[words] == nil ? nil : .line
    }

    /// The name of a section of a resume with these sections, or of one that it may begin.
    static func section(_ words: String, among names: [String]) -> String? {
        let words = self.plain(words)
        if let core = self.core[words] { return core.rawValue }
        if let name = names.first(where: { $0.lowercased() == words }) { return name }
        if let name = self.singular[words] { return name }
        return WellKnownNames.sections.first { $0.lowercased() == words }
    }

    static func isResume(_ words: String) -> Bool { ["resume", "cv", "it", "résumé", "document"].contains(self.plain(words)) }

    /// Without articles, pronouns and the word "section", slips of the pen mended.
    static func plain(_ words: String) -> String {
        var parts = words.lowercased().split(whereSeparator: \.isWhitespace).map {
            let word = $0.trimming { ",.!?:;=".contains($0) }
            return self.slips[word] ?? word
        }
        if let from = parts.firstIndex(of: "from"), from > 0 { parts.removeSubrange(from...) }
        while let first = parts.first, ["my", "the", "a", "an", "our", "current", "new", "teh", "all", "of"].contains(first),
            parts.count > 1
        {
            parts.removeFirst()
        }
        while let last = parts.last, ["section", "field", "list", "sections"].contains(last), parts.count > 1 {
            parts.removeLast()
        }
        return parts.joined(separator: " ")
    }
}

/// What a value has to look like.
enum ValueKind: Equatable {
    case name, title, location, email, phone
    /// Another value of one line: a company, a degree.
    case line
    /// Sentences, over several lines.
    case text

    /// Nil for a list.
    init?(_ section: CoreSection) {
        switch section {
        case .name: self = .name
        case .title: self = .title
        case .location: self = .location
        case .email: self = .email
        case .phone: self = .phone
        case .summary: self = .text
        case .experience, .education: return nil
        }
    }
}
