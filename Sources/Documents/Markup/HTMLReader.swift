import CXML2

/// Reads HTML by libxml2's forgiving parser, which stops at 256 levels. Nothing is fetched and no script runs; what a
/// browser would not show is left out.
enum HTMLReader {
    static func read(_ text: String, limits: DocumentLimits) throws -> ExtractedDocument {
        var text = text
        guard text.utf8.count <= limits.markupBytes else {
            throw DocumentError.tooLarge("more than \(limits.markupBytes / 1_000_000) MB of HTML")
        }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue
        let document = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                htmlReadMemory(characters.baseAddress, Int32(characters.count), nil, "UTF-8", Int32(options))
            }
        }
        guard let document else { throw DocumentError.broken(.html) }
        defer { xmlFreeDoc(document) }
        var walk = HTMLWalk(limits: limits)
        try walk.visit(xmlDocGetRootElement(document), depth: 0)
        return ExtractedDocument(format: .html, text: try walk.finish())
    }
}

private struct HTMLWalk {
    private var sink: BlockSink
    private let depth: Int
    private var line = ""
    private var targets: [String] = []
    private var block = TextBuilder.Block.paragraph
    private var preformatted = 0
    private var nodes = 0

    init(limits: DocumentLimits) { (self.sink, self.depth) = (BlockSink(limit: limits.textBytes), limits.depth) }

    private static let unseen: Set<String> = [
        "script", "style", "head", "template", "noscript", "iframe", "object", "svg", "canvas", "audio", "video", "select",
        "button", "textarea", "datalist", "math",
    ]
    private static let blocks: Set<String> = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "section", "article", "header", "footer", "main",
        "aside", "nav", "table", "thead", "tbody", "dl", "dt", "dd", "address", "blockquote", "pre", "hr", "figure",
        "figcaption",
        "form", "fieldset", "body", "html", "center", "details", "summary",
    ]

    mutating func visit(_ first: xmlNodePtr?, depth: Int) throws {
        guard depth <= self.depth else { return }
        var next = first
        while let node = next {
            self.nodes += 1
            if self.nodes.isMultiple(of: 1_024) { try Task.checkCancellation() }
            guard !self.sink.isFull else { return }
            if node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE {
                if let content = node.pointee.content { self.append(String(cString: content)) }
            } else if node.pointee.type == XML_ELEMENT_NODE {
                try self.element(node, depth: depth)
            }
            next = node.pointee.next
        }
    }

    mutating func finish() throws(DocumentError) -> String {
        self.flush()
        return try self.sink.text()
    }

    private mutating func element(_ node: xmlNodePtr, depth: Int) throws {
        let name = String(cString: node.pointee.name).lowercased()
        guard !Self.unseen.contains(name), !Self.isHidden(node) else { return }
        switch name {
        case "br": self.line += "\n"
        case "tr":
            self.flush()
            self.sink.beginRow()
            try self.visit(node.pointee.children, depth: depth + 1)
            self.flush()
            self.sink.endRow()
        case "td", "th":
            self.flush()
            self.sink.beginCell()
            try self.visit(node.pointee.children, depth: depth + 1)
            self.flush()
        case "a":
            try self.visit(node.pointee.children, depth: depth + 1)
            if let target = Self.attribute("href", of: node) { self.targets.append(target) }
        case _ where Self.blocks.contains(name):
            self.flush()
            let outer = self.block
            if name == "pre" { self.preformatted += 1 }
            if name.count == 2, name.first == "h", name != "hr" {
                self.block = .heading
            } else if name == "li" {
                self.block = .item
            }
            if name == "section" || name == "article" || name == "table" || name == "hr" { self.sink.blank() }
            try self.visit(node.pointee.children, depth: depth + 1)
            self.flush()
            self.block = outer
            if name == "pre" { self.preformatted -= 1 }
        default: try self.visit(node.pointee.children, depth: depth + 1)
        }
    }

    /// White space is one blank, but for where the page says otherwise.
    private mutating func append(_ text: String) {
        if self.preformatted > 0 {
            self.line += text
            return
        }
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" || scalar == "\u{C}" {
                if let last = self.line.unicodeScalars.last, last != " ", last != "\n" { self.line.append(" ") }
            } else {
                self.line.unicodeScalars.append(scalar)
            }
        }
    }

    private mutating func flush() {
        defer {
            self.line = ""
            self.targets = []
        }
        guard self.line.contains(where: { !$0.isWhitespace }) || !self.targets.isEmpty else { return }
        self.sink.add(self.block, self.line, targets: self.targets)
        // The paragraphs of an item are one item.
        if self.block == .item { self.block = .paragraph }
    }

    private static func isHidden(_ node: xmlNodePtr) -> Bool {
        if self.attribute("hidden", of: node) != nil { return true }
        guard let style = self.attribute("style", of: node)?.lowercased().filter({ !$0.isWhitespace }) else { return false }
        return style.contains("display:none") || style.contains("visibility:hidden") || style.contains("font-size:0;")
    }

    private static func attribute(_ name: String, of node: xmlNodePtr) -> String? {
        guard let value = xmlGetProp(node, name) else { return nil }
        defer { cxml2_free(value) }
        return String(cString: value)
    }
}
