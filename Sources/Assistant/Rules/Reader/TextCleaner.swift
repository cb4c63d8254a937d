/// From pasted or extracted text to lines: columns one after the other, item marks and Markdown recognised and taken
/// off, page numbers and ruled lines dropped.
enum TextCleaner {
    /// Lines at the top in which a Markdown link's target is kept beside its text: there it is the person's own.
    private static let headLines = 15

    static func lines(of text: String) -> [TextLine] {
        Self.lines(of: FlattenedText.restored(RawLines.lines(of: text)))
    }

    static func lines(of raw: [[Unicode.Scalar]]) -> [TextLine] {
        var cleaner = Cleaner()
        for line in ColumnSplitter.split(raw) { cleaner.add(line) }
        return cleaner.finish()
    }

    private struct Cleaner {
        var lines: [TextLine] = []
        var seen = 0
        /// An item's mark stood alone on its line: the item is the next line.
        var bulletPending = false

        mutating func add(_ raw: [Unicode.Scalar]) {
            var indent = 0
            while indent < raw.count, raw[indent] == " " { indent += 1 }
            var rest = raw[indent...]
            guard !rest.isEmpty else {
                if !self.bulletPending { self.lines.append(.blank) }
                return
            }
            self.seen += 1
            if TextCleaner.isRule(rest) {
                if let last = self.lines.last, !last.isBlank, last.scalars.count < 60, last.emphasis == .none, !last.hasBullet,
                    rest.first.map({ $0 == "=" || $0 == "-" || $0 == "~" }) ?? false
                {
                    self.lines[self.lines.count - 1].emphasis = .underlined
                }
                return
            }
            var emphasis = TextLine.Emphasis.none
            let level = rest.prefix(while: { $0 == "#" }).count
            if (1...6).contains(level), rest.count > level, rest[rest.startIndex + level] == " " {
                emphasis = .heading(level)
                rest = rest.dropFirst(level)
                while rest.last == "#" { rest = rest.dropLast() }
            }
            var bullet = false
            while let width = TextCleaner.bulletWidth(rest) {
                bullet = true
                rest = rest.dropFirst(width)
                indent += width
                while rest.first == " " {
                    rest = rest.dropFirst()
                    indent += 1
                }
            }
            guard !rest.isEmpty else {
                self.bulletPending = bullet
                return
            }
            let content = Markdown.stripped(rest, keepingTargets: self.seen <= TextCleaner.headLines)
            let line = TextLine(
                TextCleaner.unspaced(content), indent: indent, hasBullet: bullet || self.bulletPending, emphasis: emphasis)
            self.bulletPending = false
            if !line.isBlank, !PageFurniture.matches(line) { self.lines.append(line) }
        }

        mutating func finish() -> [TextLine] {
            while self.lines.last?.isBlank ?? false { self.lines.removeLast() }
            return Array(self.lines.drop(while: \.isBlank))
        }
    }

    /// A row of signs that draws a line, or the second row of a Markdown table.
    private static func isRule(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        var signs = 0
        for scalar in line {
            if scalar == " " { continue }
            guard scalar.isDash || (0x2500...0x257F).contains(scalar.value) || "=_*~|:+.".unicodeScalars.contains(scalar) else {
                return false
            }
            signs += 1
        }
        return signs >= 3
    }

    /// How many characters an item's mark takes at the start of the text; nil without one.
    private static func bulletWidth(_ line: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let first = line.first else { return nil }
        if first.isBullet { return 1 }
        let followed = line.count > 1 && line[line.startIndex + 1] == " "
        if first.isDash || "*o+>»›→✗§".unicodeScalars.contains(first) { return followed || line.count == 1 ? 1 : nil }
        return nil
    }

    /// "E X P E R I E N C E" is one word, "W O R K   H I S T O R Y" two.
    private static func unspaced(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard line.count >= 7, line.count <= 120 else { return line }
        var letters = 0
        for (place, scalar) in line.enumerated() where scalar != " " {
            let alone = place + 1 == line.count || line[place + 1] == " "
            guard alone else { return line }
            guard scalar.isLetter || scalar == "&" || scalar == ":" && place + 1 == line.count else { return line }
            letters += 1
        }
        guard letters >= 4 else { return line }
        var result: [Unicode.Scalar] = []
        var blanks = 0
        for scalar in line {
            if scalar == " " {
                blanks += 1
            } else {
                if blanks > 1 { result.append(" ") }
                blanks = 0
                result.append(scalar)
            }
        }
        return result
    }
}
