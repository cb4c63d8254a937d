/// Reads OpenDocument text (ISO/IEC 26300): headers and footers of the page styles, then the content.
enum OpenDocumentReader {
    static func wants(_ name: String) -> Bool {
        ["content.xml", "styles.xml", "META-INF/manifest.xml", "mimetype"].contains(name)
    }

    static func read(_ archive: ZipArchive, limits: DocumentLimits) throws -> ExtractedDocument {
        if let manifest = archive.parts["META-INF/manifest.xml"], manifest.firstRange(of: Array("encryption-data".utf8)) != nil
        {
            throw DocumentError.encrypted(.odt)
        }
        guard let content = archive.parts["content.xml"] else { throw DocumentError.broken(.odt) }
        var sink = BlockSink(limit: limits.textBytes)
        if let styles = archive.parts["styles.xml"] {
            let reader = OpenDocumentPart(sink: sink, headersOnly: true)
            sink = try XMLEvents.read(styles, into: reader, format: .odt, depth: limits.depth).sink
            sink.blank()
        }
        let reader = OpenDocumentPart(sink: sink, headersOnly: false)
        sink = try XMLEvents.read(content, into: reader, format: .odt, depth: limits.depth).sink
        return ExtractedDocument(format: .odt, text: try sink.text())
    }
}

private struct OpenDocumentPart: XMLEventReader {
    var sink: BlockSink
    let headersOnly: Bool

    private struct Paragraph {
        var text = ""
        var block: TextBuilder.Block
        var targets: [String] = []
    }

    private var paragraphs: [Paragraph] = []
    private var skipped = 0
    private var items = 0
    private var isHeader = false
    /// A text of `styles.xml` in a header.
    private static let mostSpaces = 40

    init(sink: BlockSink, headersOnly: Bool) { (self.sink, self.headersOnly) = (sink, headersOnly) }

    var isDone: Bool { self.sink.isFull }

    private var isRead: Bool { !self.headersOnly || self.isHeader }

    mutating func start(_ name: String, _ attributes: [String: String]) {
        guard self.skipped == 0 else {
            self.skipped += 1
            return
        }
        switch name {
        case "text:tracked-changes", "office:annotation", "text:note-citation", "svg:desc", "svg:title", "text:page-number",
            "text:page-count":
            self.skipped = 1
        case "style:header", "style:footer": self.isHeader = true
        case "text:list-item": self.items += 1
        case "text:p": self.paragraphs.append(Paragraph(block: self.items > 0 ? .item : .paragraph))
        case "text:h": self.paragraphs.append(Paragraph(block: .heading))
        case "text:tab": self.append("\t")
        case "text:s":
            let count = min(max(attributes["text:c"].flatMap { Int($0) } ?? 1, 1), Self.mostSpaces)
            self.append(String(repeating: " ", count: count))
        case "text:line-break": self.append("\n")
        case "text:a":
            if let last = self.paragraphs.indices.last, let target = attributes["xlink:href"] {
                self.paragraphs[last].targets.append(target)
            }
        case "table:table-row": if self.isRead { self.sink.beginRow() }
        case "table:table-cell": if self.isRead { self.sink.beginCell() }
        default: break
        }
    }

    mutating func text(_ text: String) { if self.skipped == 0 { self.append(text) } }

    mutating func end(_ name: String) {
        guard self.skipped == 0 else {
            self.skipped -= 1
            return
        }
        switch name {
        case "text:list-item": self.items -= 1
        case "style:header", "style:footer": self.isHeader = false
        case "text:p", "text:h":
            guard let paragraph = self.paragraphs.popLast(), self.isRead else { return }
            self.sink.add(paragraph.block, paragraph.text, targets: paragraph.targets)
        case "table:table-row": if self.isRead { self.sink.endRow() }
        default: break
        }
    }

    private mutating func append(_ text: String) {
        if let last = self.paragraphs.indices.last { self.paragraphs[last].text += text }
    }
}
