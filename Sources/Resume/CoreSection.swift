/// The eight sections that every resume has, in the order in which a new one shows them.
package enum CoreSection: String, CaseIterable, Sendable {
    case name = "Name"
    case title = "Title"
    case location = "Location"
    case email = "Email"
    case phone = "Phone"
    case summary = "Summary"
    case experience = "Experience"
    case education = "Education"

    /// The keys that each entry of a list section has, in order; empty for a text section.
    package var entryKeys: [String] {
        switch self {
        case .experience: ["Position", "Company", "Dates", "Description"]
        case .education: ["Degree", "Field", "Institution", "Dates"]
        case .name, .title, .location, .email, .phone, .summary: []
        }
    }

    package var isList: Bool { !self.entryKeys.isEmpty }
}

/// Names that a resume commonly uses beyond its core. A client may write to one of these before it exists; any other
/// absent name is taken for a slip of the pen and refused as unknown.
package enum WellKnownNames {
    package static let sections = [
        "Skills", "Projects", "Certifications", "Languages", "Links", "Awards", "Publications", "Volunteering", "Interests",
        "References", "Courses", "Memberships", "Patents", "Training", "Achievements",
    ]
    package static let entryKeys = [
        "Location", "URL", "Highlights", "GPA", "Grade", "Honors", "Courses", "Keywords", "Level", "Issuer", "Date", "Dates",
        "Name", "Title", "Description", "Summary", "Type",
    ]
}
