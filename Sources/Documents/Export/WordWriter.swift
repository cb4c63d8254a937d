/// A Word document (ECMA-376) that a person can go on editing: real styles, a real list, hyperlinks, one column of
/// paragraphs without tables, text boxes, fields and headers, as applicant tracking systems want it. The sidebar's sections
/// stand in the order of the resume.
enum WordWriter {
    static func write(_ layout: ResumeLayout) throws(DocumentError) -> [UInt8] {
        var body = WordBody(isRightToLeft: layout.isRightToLeft)
        body.add(layout)
        return try ZipWriter.zip(WordParts.all(layout, body: body.xml, targets: body.targets))
    }
}

/// The paragraphs of a document, and the targets that they link to.
struct WordBody {
    private(set) var xml = ""
    /// In order; the relation of the first is `link0`.
    private(set) var targets: [String] = []
    private let isRightToLeft: Bool

    init(isRightToLeft: Bool) { self.isRightToLeft = isRightToLeft }

    mutating func add(_ layout: ResumeLayout) {
        if !layout.name.isEmpty { self.paragraph("Title", self.run(layout.name)) }
        if !layout.title.isEmpty { self.paragraph("Subtitle", self.run(layout.title)) }
        if !layout.contact.isEmpty { self.paragraph("Contact", self.pieces(layout.contact)) }
        for section in layout.sections {
            self.paragraph("Heading1", self.run(section.heading))
            for block in section.blocks {
                switch block {
                case .line(let line): self.line(line)
                case .entry(let entry):
                    if !entry.title.isEmpty { self.paragraph("Heading2", self.run(entry.title)) }
                    if !entry.details.isEmpty { self.paragraph("EntryDetails", self.pieces(entry.details)) }
                    for line in entry.lines { self.line(line) }
                }
            }
        }
    }

    private mutating func line(_ line: ResumeLayout.Line) {
        let label = line.label.map { self.run("\($0): ", "<w:b/><w:bCs/>") } ?? ""
        self.paragraph(line.kind == .item ? "ListBullet" : "BodyText", label + self.piece(line.text))
    }

    private mutating func paragraph(_ style: StaticString, _ content: String) {
        let direction = self.isRightToLeft ? "<w:bidi/>" : ""
        self.xml += "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(direction)</w:pPr>\(content)</w:p>\n"
    }

    private mutating func pieces(_ pieces: [ResumeLayout.Piece]) -> String {
        var content = ""
        for (place, piece) in pieces.enumerated() {
            if place > 0 { content += self.run(" | ") }
            content += self.piece(piece)
        }
        return content
    }

    private mutating func piece(_ piece: ResumeLayout.Piece) -> String {
        guard let target = piece.target else { return self.run(piece.text) }
        self.targets.append(target)
        let run = self.run(piece.text, "<w:rStyle w:val=\"Hyperlink\"/>")
        return "<w:hyperlink r:id=\"link\(self.targets.count - 1)\" w:history=\"1\">\(run)</w:hyperlink>"
    }

    /// Text is only ever the content of `w:t`, where nothing is a field.
    private func run(_ text: String, _ properties: String = "") -> String {
        let properties = properties + (LayoutText.isRightToLeft([text]) ? "<w:rtl/>" : "")
        let format = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
        return "<w:r>\(format)<w:t xml:space=\"preserve\">\(HTMLBuilder.escaped(text))</w:t></w:r>"
    }
}
