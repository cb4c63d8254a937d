import JSON

/// A resume as it stands on paper: what is written in which order, and as what. Every writer goes by it, so that all
/// formats say the same. Texts are plain, on one line each, and without control characters; writers escape them.
struct ResumeLayout: Sendable, Equatable {
    /// A piece of text, perhaps with a target behind it that ``SafeLink`` made.
    struct Piece: Sendable, Equatable {
        var text: String
        var target: String?
    }

    struct Line: Sendable, Equatable {
        enum Kind: String, Sendable { case paragraph, item }

        var kind = Kind.paragraph
        /// `GPA` in "GPA: 3.9"; shown bold.
        var label: String?
        var text: Piece
    }

    struct Entry: Sendable, Equatable {
        /// A position, a degree, a project. May be empty where there is nothing but lines.
        var title: String
        /// Employer or school, dates, place: one line under the title.
        var details: [Piece]
        var lines: [Line]
    }

    enum Block: Sendable, Equatable {
        case line(Line)
        case entry(Entry)
    }

    struct Section: Sendable, Equatable {
        /// The section's name in the resume.
        var name: String
        var heading: String
        var blocks: [Block]
    }

    var name: String
    var title: String
    var contact: [Piece]
    /// In the resume's order.
    var sections: [Section]
    var style: ExportStyle
    /// The language of the headings, as a BCP 47 tag.
    var language: String
    /// Whether most of the text runs from right to left.
    var isRightToLeft: Bool

    /// What goes into the narrow column of the sidebar, in the resume's order.
    var aside: [Section] {
        guard self.style.template == .sidebar else { return [] }
        return self.sections.filter { Self.isNarrow($0) }
    }

    /// What goes into the main column, or the only one.
    var main: [Section] {
        guard self.style.template == .sidebar else { return self.sections }
        return self.sections.filter { !Self.isNarrow($0) }
    }

    /// Letters beyond which a section is too long for a narrow column.
    private static let narrowLetters = 700

    private static func isNarrow(_ section: Section) -> Bool {
        guard ["Skills", "Languages", "Interests", "Certifications", "Links", "Awards", "Memberships"].contains(section.name)
        else { return false }
        var letters = 0
        for block in section.blocks {
            guard case .line(let line) = block else { return false }
            letters += line.text.text.count
        }
        return letters <= self.narrowLetters
    }
}
