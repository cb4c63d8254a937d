/// How a resume looks as a document. Every value is one of a few, so that none can carry markup into a file.
package struct ExportStyle: Sendable, Equatable {
    package enum Template: String, Sendable, CaseIterable {
        /// One column with serifs, the name centred.
        case classic
        /// One column without serifs, a rule under each heading.
        case modern
        /// As modern, smaller and closer, to fit one page.
        case compact
        /// Short lists and contact data in a narrow column at the left: for people rather than for portals.
        case sidebar
    }

    package enum Paper: String, Sendable, CaseIterable {
        case a4
        case letter
    }

    package var template = Template.classic
    package var paper = Paper.a4
    /// nil: the template's own.
    package var accent: ExportColor?
    /// The language of headings; nil: that of the resume as far as its headings tell, else English.
    package var language = HeadingLanguage.english
    /// Sections that are left out, by name.
    package var hidden: Set<String> = []
    /// Headings to use in place of the usual ones, by the section's name.
    package var headings: [String: String] = [:]

    package init() {}

    package init(template: Template, paper: Paper = .a4) { (self.template, self.paper) = (template, paper) }

    var accentColor: ExportColor { self.accent ?? Self.accents[self.template] ?? ExportColor(red: 0, green: 0, blue: 0) }

    private static let accents: [Template: ExportColor] = [
        .classic: ExportColor(red: 0x1F, green: 0x1F, blue: 0x1F), .modern: ExportColor(red: 0x1F, green: 0x4E, blue: 0x79),
        .compact: ExportColor(red: 0x1F, green: 0x4E, blue: 0x79), .sidebar: ExportColor(red: 0x0F, green: 0x5C, blue: 0x5C),
    ]
}

/// A colour for headings and rules.
package struct ExportColor: Sendable, Equatable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// `#1f4e79`, `#14e`, or one of the basic names of CSS. nil for all else.
    package init?(parsing text: String) {
        let text = text.lowercased()
        var digits = Substring(Self.names[text] ?? text)
        guard digits.first == "#" else { return nil }
        digits = digits.dropFirst()
        let isHexadecimal = digits.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
        }
        guard isHexadecimal, digits.utf8.count == 3 || digits.utf8.count == 6 else { return nil }
        let six = digits.utf8.count == 6 ? String(digits) : String(digits.flatMap { [$0, $0] })
        guard let number = UInt32(six, radix: 16) else { return nil }
        self.init(
            red: UInt8(truncatingIfNeeded: number >> 16), green: UInt8(truncatingIfNeeded: number >> 8),
            blue: UInt8(truncatingIfNeeded: number))
    }

    private static let names = [
        "black": "#000000", "gray": "#808080", "grey": "#808080", "maroon": "#800000", "red": "#ff0000", "purple": "#800080",
        "green": "#008000", "olive": "#808000", "navy": "#000080", "blue": "#0000ff", "teal": "#008080", "orange": "#ffa500",
    ]

    /// Six hexadecimal digits without a sign before them.
    var hexadecimal: String {
        [self.red, self.green, self.blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
