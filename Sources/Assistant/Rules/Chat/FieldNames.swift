import JSON
import Resume

/// What people call the parts of a resume, in lower case.
enum FieldNames {
    static let core: [String: CoreSection] = [
        "name": .name, "full name": .name,
        "title": .title, "job title": .title, "headline": .title, "professional title": .title,
        "location": .location, "address": .location, "city": .location,
        "email": .email, "e-mail": .email, "mail": .email, "email address": .email, "e-mail address": .email,
        "phone": .phone, "phone number": .phone, "telephone": .phone, "mobile": .phone, "number": .phone,
        "summary": .summary, "profile": .summary, "about": .summary, "objective": .summary, "about me": .summary,
        "experience": .experience, "work experience": .experience, "jobs": .experience, "employment": .experience,
        "education": .education, "studies": .education,
    ]

    /// Keys of the first entry, for people who have one job or mean their present one.
    static let entryKeys: [String: (section: CoreSection, key: String)] = [
        "company": (.experience, "Company"), "employer": (.experience, "Company"),
        "position": (.experience, "Position"), "role": (.experience, "Position"), "job": (.experience, "Position"),
        "degree": (.education, "Degree"), "major": (.education, "Field"), "field of study": (.education, "Field"),
        "school": (.education, "Institution"), "university": (.education, "Institution"),
        "institution": (.education, "Institution"),
    ]

    /// The singular of lists that are commonly spoken of by entry: "add a skill".
    static let singular: [String: String] = [
        "skill": "Skills", "language": "Languages", "project": "Projects", "certification": "Certifications",
        "certificate": "Certifications", "link": "Links", "award": "Awards", "interest": "Interests", "hobby": "Interests",
        "publication": "Publications", "course": "Courses",
    ]

    /// The name of a section of `resume`, or of one that it may begin.
    static func section(_ words: String, in resume: Resume) -> String? {
        let words = self.plain(words)
        if let core = self.core[words] { return core.rawValue }
        if let name = resume.sections.names.first(where: { $0.lowercased() == words }) { return name }
        if let name = self.singular[words] { return name }
        return WellKnownNames.sections.first { $0.lowercased() == words }
    }

    /// The place of a single value.
    static func path(_ words: String, in resume: Resume) -> FieldPath? {
        let words = self.plain(words)
        if let core = self.core[words] { return core.isList ? nil : FieldPath(core.rawValue) }
        if let entry = self.entryKeys[words], !resume.entries(entry.section).isEmpty {
            return FieldPath(entry.section.rawValue, .index(0), .name(entry.key))
        }
        guard let name = resume.sections.names.first(where: { $0.lowercased() == words }) else { return nil }
        return resume[name]?.stringValue == nil ? nil : FieldPath(name)
    }

    /// Without articles, pronouns and the word "section".
    private static func plain(_ words: String) -> String {
        var parts = words.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        while let first = parts.first, ["my", "the", "a", "an", "our", "current", "new"].contains(first), parts.count > 1 {
            parts.removeFirst()
        }
        while let last = parts.last, ["section", "field", "list"].contains(last), parts.count > 1 { parts.removeLast() }
        return parts.joined(separator: " ")
    }
}
