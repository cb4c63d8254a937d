/// A whole HTML document that needs nothing else: no script, no request, the style in itself. Its own
/// Content-Security-Policy says so once more, should a page show it outside a sandboxed frame.
enum HTMLWriter {
    /// Styles inside the document are its only content that is not text; no attribute of an element has one.
    static let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

    static func write(_ layout: ResumeLayout) -> String {
        var html = HTMLBuilder()
        html.element("html", [("lang", layout.language), ("dir", layout.isRightToLeft ? "rtl" : "ltr")]) { html in
            html.element("head") { html in
                html.open("meta", [("charset", "utf-8")])
                html.open("meta", [("http-equiv", "Content-Security-Policy"), ("content", self.policy)])
                html.open("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
                html.open("meta", [("name", "referrer"), ("content", "no-referrer")])
                html.element("title", text: layout.name.isEmpty ? "Resume" : layout.name)
                html.style(HTMLStyleSheet.css(layout.style))
            }
            html.newLine()
            html.element("body", [("class", layout.style.template.rawValue)]) { self.body(layout, &$0) }
        }
        html.newLine()
        return html.html
    }

    private static func body(_ layout: ResumeLayout, _ html: inout HTMLBuilder) {
        html.element("header") { html in
            if !layout.name.isEmpty { html.element("h1", [("dir", "auto")], text: layout.name) }
            if !layout.title.isEmpty { html.element("p", [("class", "title"), ("dir", "auto")], text: layout.title) }
            if !layout.contact.isEmpty { html.element("p", [("class", "contact")]) { self.pieces(layout.contact, &$0) } }
        }
        html.newLine()
        html.element("main") { html in for section in layout.main { self.section(section, &html) } }
        html.newLine()
        guard !layout.aside.isEmpty else { return }
        html.element("aside") { html in for section in layout.aside { self.section(section, &html) } }
        html.newLine()
    }

    private static func section(_ section: ResumeLayout.Section, _ html: inout HTMLBuilder) {
        html.element("section") { html in
            html.element("h2", [("dir", "auto")], text: section.heading)
            var lines: [ResumeLayout.Line] = []
            for block in section.blocks {
                switch block {
                case .line(let line): lines.append(line)
                case .entry(let entry):
                    self.lines(lines, &html)
                    lines = []
                    self.entry(entry, &html)
                }
            }
            self.lines(lines, &html)
        }
        html.newLine()
    }

    private static func entry(_ entry: ResumeLayout.Entry, _ html: inout HTMLBuilder) {
        html.element("article") { html in
            if !entry.title.isEmpty { html.element("h3", [("dir", "auto")], text: entry.title) }
            if !entry.details.isEmpty {
                html.element("p", [("class", "details"), ("dir", "auto")]) { self.pieces(entry.details, &$0) }
            }
            self.lines(entry.lines, &html)
        }
        html.newLine()
    }

    private static func lines(_ lines: [ResumeLayout.Line], _ html: inout HTMLBuilder) {
        var rest = lines[...]
        while let first = rest.first {
            guard first.kind == .item else {
                html.element("p", [("dir", "auto")]) { self.content(first, &$0) }
                rest.removeFirst()
                continue
            }
            let items = rest.prefix { $0.kind == .item }
            html.element("ul") { html in
                for item in items { html.element("li", [("dir", "auto")]) { self.content(item, &$0) } }
            }
            rest = rest.dropFirst(items.count)
        }
    }

    private static func content(_ line: ResumeLayout.Line, _ html: inout HTMLBuilder) {
        if let label = line.label {
            html.element("strong", text: "\(label):")
            html.text(" ")
        }
        self.piece(line.text, &html)
    }

    private static func pieces(_ pieces: [ResumeLayout.Piece], _ html: inout HTMLBuilder) {
        for (place, piece) in pieces.enumerated() {
            if place > 0 { html.element("span", [("class", "bar")], text: " | ") }
            self.piece(piece, &html)
        }
    }

    private static func piece(_ piece: ResumeLayout.Piece, _ html: inout HTMLBuilder) {
        // Each piece runs in its own direction: a number between Arabic words keeps its plus before it.
        guard let target = piece.target else { return html.element("bdi", text: piece.text) }
        html.element("a", [("href", target), ("rel", "noopener noreferrer nofollow"), ("target", "_blank")]) { html in
            html.element("bdi", text: piece.text)
        }
    }
}
