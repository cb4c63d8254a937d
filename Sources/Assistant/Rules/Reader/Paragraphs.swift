/// Running text put together from lines: wrapped lines joined, one line for an item or paragraph.
enum Paragraphs {
    /// Lines shorter than this share of the longest, in percent, were not wrapped at the margin.
    private static let wrappedShare = 80
    /// Narrower text is a list and not wrapped.
    private static let leastWidth = 70

    static func text(_ lines: [TextLine]) -> String { Self.items(lines).joined(separator: "\n") }

    static func items(_ lines: [TextLine]) -> [String] {
        let width = lines.map { $0.indent + $0.scalars.count }.max() ?? 0
        var items: [String] = []
        var previous: TextLine?
        for line in lines {
            guard !line.isBlank else {
                previous = nil
                continue
            }
            if let previous, Self.continues(line, after: previous, width: width), !items.isEmpty {
                let isSplitWord = previous.tokens.last?.isDash ?? false && previous.tokens.last?.gap == 0
                items[items.count - 1] += (isSplitWord ? "" : " ") + line.text
            } else {
                items.append(line.text)
            }
            previous = line
        }
        return items
    }

    private static func continues(_ line: TextLine, after previous: TextLine, width: Int) -> Bool {
        guard !line.hasBullet, line.emphasis == .none, previous.emphasis == .none, let first = line.tokens.first else {
            return false
        }
        if first.isWord, line.scalars[first.start].isLowercase { return true }
        if previous.hasBullet, line.indent >= previous.indent, line.indent > 0 { return true }
        guard let last = previous.tokens.last else { return false }
        if last.isMark(",") || last.traits.contains(.connector) { return true }
        // A full line goes on; a short one, or one that ends a sentence, has ended.
        return (previous.indent + previous.scalars.count) * 100 >= width * Self.wrappedShare && width >= Self.leastWidth
            && !last.isMark(":") && !last.isMark(".")
    }
}
