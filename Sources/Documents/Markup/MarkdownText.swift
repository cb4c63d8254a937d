/// Takes Markdown's signs off a text, line by line and in one pass; the structure that they give is kept as in every
/// ``ExtractedDocument``.
enum MarkdownText {
    /// Lines that are looked at to tell Markdown from plain text.
    private static let sampleLines = 200

    static func isMarkdown(_ text: String) -> Bool {
        text.split(separator: "\n", maxSplits: self.sampleLines).prefix(self.sampleLines).contains { line in
            self.headingLevel(line) != nil || line.contains("](http") || line.contains("](mailto:")
                || line.utf8.count < MarkdownLine.longest
                    && line.split(separator: "**", omittingEmptySubsequences: false).count > 2
        }
    }

    static func read(_ text: String, limits: DocumentLimits) throws -> ExtractedDocument {
        var builder = TextBuilder(limit: limits.textBytes)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (number, line) in lines.enumerated() {
            if number.isMultiple(of: 1_024) { try Task.checkCancellation() }
            guard !builder.isFull else { break }
            let isHeading = number + 1 < lines.count && self.isUnderline(lines[number + 1]) && !line.allSatisfy(\.isWhitespace)
            self.add(line, isHeading: isHeading, to: &builder)
        }
        return ExtractedDocument(format: .markdown, text: try builder.text())
    }

    private static func add(_ line: Substring, isHeading: Bool, to builder: inout TextBuilder) {
        var rest = line.drop(while: \.isWhitespace)
        while rest.first == ">" { rest = rest.dropFirst().drop(while: \.isWhitespace) }
        if rest.isEmpty { return builder.blank() }
        // A code block's fence, a ruled line, a heading's underline, the second row of a table.
        if rest.hasPrefix("```") || rest.hasPrefix("~~~") || rest.allSatisfy({ "-=*_|: +".contains($0) }) && rest.count > 1 {
            return
        }
        if let level = self.headingLevel(rest) {
            var title = rest.dropFirst(level)
            while let last = title.last, last == "#" || last.isWhitespace { title = title.dropLast() }
            let (text, targets) = MarkdownLine.plain(title.drop(while: \.isWhitespace))
            return builder.add(.heading, text, targets: targets)
        }
        if let first = rest.first, "-*+•".contains(first), rest.dropFirst().first?.isWhitespace == true {
            let (text, targets) = MarkdownLine.plain(rest.dropFirst().drop(while: \.isWhitespace))
            return builder.add(.item, text, targets: targets)
        }
        if rest.first == "|" {
            let cells = rest.split(separator: "|").map { MarkdownLine.plain($0.drop(while: \.isWhitespace)) }
            let texts = cells.map { self.trimmed($0.text) }.filter { !$0.isEmpty }
            return builder.add(.paragraph, texts.joined(separator: "\t"), targets: cells.flatMap(\.targets))
        }
        let (text, targets) = MarkdownLine.plain(rest)
        builder.add(isHeading ? .heading : .paragraph, text, targets: targets)
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }

    private static func headingLevel(_ line: Substring) -> Int? {
        let level = line.prefix(7).prefix { $0 == "#" }.count
        return (1...6).contains(level) && line.dropFirst(level).first == " " ? level : nil
    }

    private static func isUnderline(_ line: Substring) -> Bool {
        guard line.utf8.count >= 3, line.utf8.count < 200, let sign = line.first, sign == "=" || sign == "-" else {
            return false
        }
        return line.allSatisfy { $0 == sign || $0.isWhitespace }
    }
}
