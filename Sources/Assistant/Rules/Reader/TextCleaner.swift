/// From pasted or extracted text to lines: columns one after the other, item marks and Markdown recognised and taken
/// off, page numbers and ruled lines dropped.
enum TextCleaner {
    /// Lines at the top in which a Markdown link's target is kept beside its text: there it is the person's own.
    private static let headLines = 15

    static func lines(of text: String) -> [TextLine] {
        Self.lines(of: RawLines.lines(of: text))
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
            guard scalar.isLetter || scalar == "&" else { return line }
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

/// Lines that belong to the pages and not to the resume.
enum PageFurniture {
    static func matches(_ line: TextLine) -> Bool {
        let tokens = line.tokens
        guard tokens.count <= 8, let first = tokens.first else { return false }
        if ["page", "seite", "pagina", "strona", "pag", "pg", "p"].contains(first.folded), tokens.count > 1 {
            return tokens.dropFirst().allSatisfy {
                $0.kind == .number || $0.kind == .mark || ["of", "von", "de", "sur", "di", "z", "van"].contains($0.folded)
            } && tokens.contains { $0.kind == .number }
        }
        if tokens.count == 3, first.digits == 1, tokens[1].isMark("/"), tokens[2].digits == 1 { return true }
        if tokens.count == 3, first.isDash, tokens[1].digits <= 2, tokens[1].kind == .number, tokens[2].isDash { return true }
        if line.hasBullet, tokens.count == 2, first.kind == .number, first.digits <= 2, tokens[1].isDash { return true }
        return line.phrase.key == "continued" || line.phrase.key == "continued on next page"
    }

    static let documentWords: Set<String> = [
        "page", "resume", "cv", "curriculum", "vitae", "lebenslauf", "continued", "cont", "of", "seite", "pagina", "von",
        "bewerbung", "curriculo", "europass", "sample", "template", "resumee", "zyciorys", "hoja", "de", "vida", "professional",
    ]

    /// "CURRICULUM VITAE", "Lebenslauf", "Formato europeo per il curriculum vitae": the document's title and no one's name.
    static func isBanner(_ line: TextLine) -> Bool {
        let words = line.tokens.filter(\.isWord).map(\.folded)
        guard !words.isEmpty, words.count <= 8, line.tokens.allSatisfy({ $0.kind == .word || $0.kind == .mark }) else { return false }
        return words.allSatisfy(Self.documentWords.contains) || words.contains("vitae") && words.contains("formato")
    }

    /// Whether a line only repeats the person's name, as the head of a further page does.
    static func repeats(_ name: Phrase, in line: TextLine) -> Bool {
        let wanted = name.words.map(\.folded)
        let words = line.tokens.filter(\.isWord).map(\.folded)
        guard !wanted.isEmpty, words.starts(with: wanted) else { return false }
        return words.dropFirst(wanted.count).allSatisfy(Self.documentWords.contains)
            && line.tokens.allSatisfy { $0.kind == .word || $0.kind == .mark || $0.digits == 1 }
    }
}

/// Markdown inside a line.
enum Markdown {
    static func stripped(_ line: ArraySlice<Unicode.Scalar>, keepingTargets: Bool) -> [Unicode.Scalar] {
        var result = line.drop { $0 == " " }
        guard result.contains(where: { $0 == "*" || $0 == "_" || $0 == "[" || $0 == "`" || $0 == "\\" }) else { return Array(result) }
        if result.contains("[") { result = Self.withoutLinks(result, keepingTargets: keepingTargets)[...] }
        return Self.withoutEmphasis(result)
    }

    /// "[text](target)" becomes its text, and the target too where it is wanted and says more than the text.
    private static func withoutLinks(_ line: ArraySlice<Unicode.Scalar>, keepingTargets: Bool) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var place = line.startIndex
        // One scan for all: where no "](" is left, no later "[" can be a link either.
        var middle = Self.middle(line, from: place)
        var close = line.firstIndex(of: ")")
        while place < line.endIndex {
            guard line[place] == "[" else {
                result.append(line[place])
                place += 1
                continue
            }
            while let found = middle, found < place { middle = Self.middle(line, from: found + 1) }
            guard let bracket = middle, !line[(place + 1)..<bracket].contains("["),
                let end = Self.advance(&close, in: line, to: bracket)
            else {
                result.append(line[place])
                place += 1
                continue
            }
            let text = line[(place + 1)..<bracket]
            let target = line[(bracket + 2)..<end]
            let scheme = ["mailto:", "tel:"].first { target.starts(with: $0.unicodeScalars) }
            if let scheme {
                // "[Email](mailto:jane@doe.org)": the target is the address.
                let address = target.dropFirst(scheme.unicodeScalars.count)
                result.append(contentsOf: text.contains(where: \.isDigit) || text.contains("@") ? text : address)
            } else {
                result.append(contentsOf: text)
                if keepingTargets, target.contains("/"), !text.contains("/") {
                    // As a segment of its own, so that it does not become part of a name.
                    result.append(contentsOf: "    ".unicodeScalars)
                    result.append(contentsOf: target)
                }
            }
            place = end + 1
        }
        return result
    }

    /// The first closing bracket not before `place`; found by going on from the last one.
    private static func advance(_ close: inout Int?, in line: ArraySlice<Unicode.Scalar>, to place: Int) -> Int? {
        if let known = close, known < place { close = line[place...].firstIndex(of: ")") }
        return close
    }

    private static func middle(_ line: ArraySlice<Unicode.Scalar>, from start: Int) -> Int? {
        var place = start
        while place + 1 < line.endIndex {
            if line[place] == "]", line[place + 1] == "(" { return place }
            place += 1
        }
        return nil
    }

    /// Asterisks and low lines that stand at the edge of a word, backticks, and the backslash before a sign.
    private static func withoutEmphasis(_ line: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(line.count)
        for place in line.indices {
            let scalar = line[place]
            let before = place > line.startIndex ? line[place - 1] : " "
            let after = place + 1 < line.endIndex ? line[place + 1] : " "
            switch scalar {
            case "*": if before == " ", after == " " { result.append(scalar) }
            case "_": if (before.isLetter || before.isDigit), after.isLetter || after.isDigit { result.append(scalar) }
            case "`": break
            case "\\": if after.isLetter || after.isDigit || after == " " { result.append(scalar) }
            default: result.append(scalar)
            }
        }
        while result.first == " " { result.removeFirst() }
        return result
    }
}
