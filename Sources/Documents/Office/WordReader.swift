import Foundation

/// Reads Word's format (Office Open XML, ECMA-376): headers first, then the body with its text boxes, then footers; what
/// was deleted under "track changes" is not read.
enum WordReader {
    static func wants(_ name: String) -> Bool {
        name == "_rels/.rels" || name == "word/styles.xml"
            || name.hasPrefix("word/") && name.hasSuffix(".xml")
                && ["word/document", "word/header", "word/footer"].contains { name.hasPrefix($0) }
            || name.hasPrefix("word/_rels/") && name.hasSuffix(".rels")
    }

    static func read(_ archive: ZipArchive, limits: DocumentLimits) throws -> ExtractedDocument {
        let bodies = archive.parts.keys.filter { $0.hasPrefix("word/document") }.sorted()
        guard let body = bodies.first else { throw DocumentError.broken(.docx) }
        var headings: [String: WordStyle] = [:]
        if let part = archive.parts["word/styles.xml"] {
            // A document without its styles can be read all the same.
            headings = (try? XMLEvents.read(part, into: WordStyles(), format: .docx, depth: limits.depth))?.styles ?? [:]
        }
        var sink = BlockSink(limit: limits.textBytes)
        let names = archive.parts.keys.sorted()
        for name in names.filter({ $0.hasPrefix("word/header") }) + [body] + names.filter({ $0.hasPrefix("word/footer") }) {
            guard let part = archive.parts[name] else { continue }
            var targets: [String: String] = [:]
            if let relations = archive.parts["word/_rels/\(name.dropFirst(5)).rels"] {
                targets = try XMLEvents.read(relations, into: WordRelations(), format: .docx, depth: limits.depth).targets
            }
            let reader = WordPart(sink: sink, targets: targets, styles: headings)
            sink = try XMLEvents.read(part, into: reader, format: .docx, depth: limits.depth).sink
            sink.blank()
        }
        return ExtractedDocument(format: .docx, text: try sink.text())
    }
}

/// Targets of links by their id.
private struct WordRelations: XMLEventReader {
    var targets: [String: String] = [:]

    mutating func start(_ name: String, _ attributes: [String: String]) {
        guard name == "Relationship", attributes["Type"]?.hasSuffix("/hyperlink") == true else { return }
        if let id = attributes["Id"], let target = attributes["Target"] { self.targets[id] = target }
    }
    mutating func text(_ text: String) {}
    mutating func end(_ name: String) {}
}

private enum WordStyle { case heading, item }

/// Which styles are headings and lists: their ids are translated with Word, their names are not.
private struct WordStyles: XMLEventReader {
    var styles: [String: WordStyle] = [:]
    private var id: String?

    mutating func start(_ name: String, _ attributes: [String: String]) {
        if name == "w:style" { self.id = attributes["w:styleId"] }
        guard name == "w:name", let id = self.id, let style = Self.style(attributes["w:val"] ?? "") else { return }
        self.styles[id] = style
    }
    mutating func text(_ text: String) {}
    mutating func end(_ name: String) { if name == "w:style" { self.id = nil } }

    static func style(_ name: String) -> WordStyle? {
        let name = name.lowercased()
        if name.hasPrefix("heading") { return .heading }
        return name.hasPrefix("list bullet") || name.hasPrefix("listbullet") ? .item : nil
    }
}

private struct WordPart: XMLEventReader {
    var sink: BlockSink
    let targets: [String: String]
    let styles: [String: WordStyle]

    private struct Paragraph {
        var text = ""
        var block = TextBuilder.Block.paragraph
        var targets: [String] = []
    }

    /// Open paragraphs: a text box stands inside one.
    private var paragraphs: [Paragraph] = []
    /// Elements inside one that is left out.
    private var skipped = 0
    private var isText = false
    private var isInstruction = false
    private var instruction = ""

    init(sink: BlockSink, targets: [String: String], styles: [String: WordStyle]) {
        (self.sink, self.targets, self.styles) = (sink, targets, styles)
    }

    var isDone: Bool { self.sink.isFull }

    mutating func start(_ name: String, _ attributes: [String: String]) {
        guard self.skipped == 0 else {
            self.skipped += 1
            return
        }
        switch name {
        // A text box is there twice, for new programs and for old ones.
        case "w:del", "w:moveFrom", "mc:Fallback", "w:rPrChange", "w:pPrChange": self.skipped = 1
        case "w:p": self.paragraphs.append(Paragraph())
        case "w:pStyle": self.style(attributes["w:val"] ?? "")
        case "w:numPr": self.block(.item)
        case "w:t": self.isText = true
        case "w:tab": self.append("\t")
        case "w:br", "w:cr": self.append("\n")
        case "w:noBreakHyphen": self.append("-")
        case "w:sym": if self.paragraphs.last?.text.isEmpty == true { self.append("• ") }
        case "w:instrText": self.isInstruction = true
        case "w:fldChar": if attributes["w:fldCharType"] == "end" { self.endField() }
        case "w:fldSimple": self.field(attributes["w:instr"] ?? "")
        case "w:hyperlink": if let id = attributes["r:id"], let target = self.targets[id] { self.link(target) }
        case "w:tr": self.sink.beginRow()
        case "w:tc": self.sink.beginCell()
        default: break
        }
    }

    mutating func text(_ text: String) {
        guard self.skipped == 0 else { return }
        if self.isText { self.append(text) } else if self.isInstruction { self.instruction += text }
    }

    mutating func end(_ name: String) {
        guard self.skipped == 0 else {
            self.skipped -= 1
            return
        }
        switch name {
        case "w:t": self.isText = false
        case "w:instrText": self.isInstruction = false
        case "w:p":
            guard let paragraph = self.paragraphs.popLast() else { return }
            self.sink.add(paragraph.block, paragraph.text, targets: paragraph.targets)
        case "w:tr": self.sink.endRow()
        default: break
        }
    }

    private mutating func style(_ id: String) {
        switch self.styles[id] ?? WordStyles.style(id) {
        case .heading: self.block(.heading)
        case .item: self.block(.item)
        case nil: break
        }
    }

    private mutating func block(_ block: TextBuilder.Block) {
        guard let last = self.paragraphs.indices.last, self.paragraphs[last].block == .paragraph else { return }
        self.paragraphs[last].block = block
    }

    private mutating func append(_ text: String) {
        if let last = self.paragraphs.indices.last { self.paragraphs[last].text += text }
    }

    private mutating func link(_ target: String) {
        if let last = self.paragraphs.indices.last { self.paragraphs[last].targets.append(target) }
    }

    private mutating func endField() {
        self.field(self.instruction)
        self.instruction = ""
    }

    private mutating func field(_ instruction: String) {
        if let target = FieldInstruction.target(instruction) { self.link(target) }
    }
}

/// The instruction of a field, in Word's format and in RTF: `HYPERLINK "https://…"`.
enum FieldInstruction {
    static func target(_ instruction: String) -> String? {
        let words = instruction.drop(while: \.isWhitespace)
        guard words.uppercased().hasPrefix("HYPERLINK") else { return nil }
        let rest = words.dropFirst(9).drop(while: \.isWhitespace)
        if rest.first == "\"" { return rest.dropFirst().split(separator: "\"").first.map(String.init) }
        return rest.first == "\\" ? nil : rest.split(whereSeparator: \.isWhitespace).first.map(String.init)
    }
}
