/// Puts a document's text together so that its structure can be seen in it; see ``ExtractedDocument``.
struct TextBuilder {
    private(set) var lines: [String] = []
    private(set) var bytes = 0
    private var links = LinkTargets()
    let limit: Int

    /// - Parameter limit: bytes of text, past which ``isFull`` tells.
    init(limit: Int) { self.limit = limit }

    var isFull: Bool { self.bytes > self.limit }

    enum Block: Equatable { case heading, paragraph, item }

    /// - Parameter targets: of links in the text; those that it does not show follow on lines of their own.
    mutating func add(_ block: Block = .paragraph, _ text: String, targets: [String] = []) {
        let parts = text.split(whereSeparator: \.isNewline).map { CleanText.line(String($0)) }.filter { !$0.isEmpty }
        for (place, part) in parts.enumerated() {
            switch block {
            case .heading:
                if place == 0 { self.blank() }
                self.append(part)
            case .item: self.append(place > 0 || part.hasPrefix("•") ? part : "• \(part)")
            case .paragraph: self.append(part)
            }
        }
        self.links.note(shown: parts)
        for target in targets { if let line = self.links.line(for: target) { self.append(line) } }
    }

    /// An empty line, unless there is one already.
    mutating func blank() {
        if let last = self.lines.last, !last.isEmpty { self.append("") }
    }

    private mutating func append(_ line: String) {
        guard !self.isFull else { return }
        self.bytes += line.utf8.count + 1
        self.lines.append(line)
    }

    /// - Throws: ``DocumentError/Reason/tooLarge`` past the limit, ``DocumentError/Reason/noText`` without a letter.
    func text() throws(DocumentError) -> String {
        guard !self.isFull else { throw .tooLarge("more than \(self.limit / 1_000) kB of text") }
        guard self.lines.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }) else { throw .noText }
        let end = self.lines.lastIndex { !$0.isEmpty } ?? 0
        return self.lines[...end].joined(separator: "\n") + "\n"
    }
}
