/// Markdown (CommonMark). Every sign that could be markup has a backslash before it.
enum MarkdownWriter {
    static func write(_ layout: ResumeLayout) -> String {
        var blocks: [String] = []
        if !layout.name.isEmpty { blocks.append("# \(self.escaped(layout.name))") }
        if !layout.title.isEmpty { blocks.append("**\(self.escaped(layout.title))**") }
        if !layout.contact.isEmpty { blocks.append(layout.contact.map { self.piece($0) }.joined(separator: " | ")) }
        for section in layout.sections {
            blocks.append("## \(self.escaped(section.heading))")
            var lines: [ResumeLayout.Line] = []
            for block in section.blocks {
                switch block {
                case .line(let line): lines.append(line)
                case .entry(let entry):
                    blocks += self.blocks(lines)
                    lines = []
                    if !entry.title.isEmpty { blocks.append("### \(self.escaped(entry.title))") }
                    if !entry.details.isEmpty { blocks.append(entry.details.map { self.piece($0) }.joined(separator: " | ")) }
                    blocks += self.blocks(entry.lines)
                }
            }
            blocks += self.blocks(lines)
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// Items that follow one another are one list, without empty lines between them.
    private static func blocks(_ lines: [ResumeLayout.Line]) -> [String] {
        var blocks: [String] = []
        var last: ResumeLayout.Line.Kind?
        for line in lines {
            let text = (line.label.map { "**\(self.escaped($0)):** " } ?? "") + self.piece(line.text)
            if line.kind == .item, last == .item {
                blocks[blocks.count - 1] += "\n- \(text)"
            } else {
                blocks.append(line.kind == .item ? "- \(text)" : text)
            }
            last = line.kind
        }
        return blocks
    }

    private static func piece(_ piece: ResumeLayout.Piece) -> String {
        let text = self.escaped(piece.text)
        // In angle brackets no parenthesis of the target ends it; the brackets themselves cannot stand in it.
        return piece.target.map { "[\(text)](\($0.contains { "()".contains($0) } ? "<\($0)>" : $0))" } ?? text
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for (place, character) in text.enumerated() {
            let isMarkup =
                "\\`*_[]<>&~$|".contains(character)
                || place == 0 && "#+-=".contains(character)
                // "1." begins a list.
                || ".)".contains(character) && place < 10 && place > 0
                    && text.prefix(place).allSatisfy { $0.isASCII && $0.isNumber }
            if isMarkup { result.append("\\") }
            result.append(character)
        }
        return result
    }
}

/// Plain text: headings in lines of their own with an empty line before them, "• " before items.
enum PlainTextWriter {
    static func write(_ layout: ResumeLayout) -> String {
        var lines: [String] = [layout.name, layout.title].filter { !$0.isEmpty }
        if !layout.contact.isEmpty { lines.append(layout.contact.map(\.text).joined(separator: " | ")) }
        for section in layout.sections {
            lines += ["", section.heading.uppercased()]
            var isFirst = true
            for block in section.blocks {
                switch block {
                case .line(let line): lines.append(self.line(line))
                case .entry(let entry):
                    if !isFirst { lines.append("") }
                    if !entry.title.isEmpty { lines.append(entry.title) }
                    if !entry.details.isEmpty { lines.append(entry.details.map(\.text).joined(separator: " | ")) }
                    lines += entry.lines.map { self.line($0) }
                }
                isFirst = false
            }
        }
        return lines.drop(while: \.isEmpty).joined(separator: "\n") + "\n"
    }

    private static func line(_ line: ResumeLayout.Line) -> String {
        (line.kind == .item ? "• " : "") + (line.label.map { "\($0): " } ?? "") + line.text.text
    }
}
