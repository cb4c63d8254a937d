/// Text that shows two columns side by side, as `pdftotext -layout` prints them, becomes the left one and then the right.
///
/// A place where many lines begin anew after a gap is the edge of a column only if text stands on both sides and
/// headings are among it: dates and places set at the right margin, and the colons of labelled forms, line up as well.
enum ColumnSplitter {
    private static let edges = 14...90
    /// Lines that are looked at to decide; a document's first pages show how it is set.
    private static let sampleLines = 400
    /// More lines above the first heading are no head.
    private static let mostTopLines = 9

    static func split(_ lines: [[Unicode.Scalar]]) -> [[Unicode.Scalar]] {
        guard let edge = Self.edge(of: Array(lines.prefix(Self.sampleLines))) else { return lines }
        var head: [[Unicode.Scalar]] = []
        var left: [[Unicode.Scalar]] = []
        var right: [[Unicode.Scalar]] = []
        var hasBegun = false
        let top = Self.topLines(lines, edge: edge)
        for (number, line) in lines.enumerated() {
            if number < top {
                head.append(line)
                continue
            }
            guard let first = line.firstIndex(where: { $0 != " " }) else {
                if hasBegun {
                    left.append([])
                    right.append([])
                } else {
                    head.append([])
                }
                continue
            }
            let isOpen = line.count < edge || Self.isBlank(line, from: edge - 2, to: edge - 1) && line[edge - 1] == " "
            if line.count > edge, isOpen || first >= edge - 1 {
                let isHead = !hasBegun && first >= 8 && line.count - first < 60 && Self.isBlank(line, from: 0, to: first)
                if isHead, first != edge, !Self.isHeading(line[first...]) {
                    head.append(line)
                    continue
                }
                hasBegun = true
                left.append(Self.trimmed(line[..<min(edge, line.count)]))
                right.append(Self.trimmed(line[(edge - 1)...]))
            } else if hasBegun, let start = Self.lateStart(line, edge: edge) {
                left.append(Self.trimmed(line[..<start]))
                right.append(Array(line[start...]))
            } else if !hasBegun, line.count > edge || !Self.isHeading(line[first...]) {
                head.append(line)
            } else {
                hasBegun = true
                left.append(line)
                right.append([])
            }
        }
        return head + [[]] + left + [[]] + Self.unindented(right)
    }

    /// What stands above the first heading is the head of both columns, unless it is long.
    private static func topLines(_ lines: [[Unicode.Scalar]], edge: Int) -> Int {
        let first = lines.prefix(Self.mostTopLines).firstIndex { line in
            let right = line.count > edge ? line[(edge - 1)...] : []
            return Self.isHeading(line.prefix(edge - 1)) || Self.isHeading(right)
        }
        return first ?? 0
    }

    /// Where the right half begins on a line whose left half runs over the edge.
    private static func lateStart(_ line: [Unicode.Scalar], edge: Int) -> Int? {
        guard line.count > edge + 2 else { return nil }
        var blanks = 0
        for place in max(0, edge - 1)..<min(line.count, edge + 16) {
            if line[place] == " " {
                blanks += 1
            } else {
                if blanks >= 3 { return place }
                blanks = 0
            }
        }
        return nil
    }

    private static func isBlank(_ line: [Unicode.Scalar], from start: Int, to end: Int) -> Bool {
        guard start >= 0, end <= line.count, start <= end else { return false }
        return line[start..<end].allSatisfy { $0 == " " }
    }

    private static func trimmed(_ line: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var line = line
        while line.last == " " { line = line.dropLast() }
        return Array(line)
    }

    private static func unindented(_ lines: [[Unicode.Scalar]]) -> [[Unicode.Scalar]] {
        let width = lines.filter { !$0.isEmpty }.map { $0.prefix(while: { $0 == " " }).count }.min() ?? 0
        return lines.map { Array($0.dropFirst(width)) }
    }

    private static func isHeading(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard text.count < 60 else { return false }
        return HeadingDictionary.shared.exactMatch(TextLine(Self.trimmed(text.drop { $0 == " " })).phrase) != nil
    }

    /// The column where the right half begins; nil if the text has no two columns.
    private static func edge(of lines: [[Unicode.Scalar]]) -> Int? {
        var starts = [Int](repeating: 0, count: Self.edges.upperBound + 3)
        var filled = 0
        for line in lines where !line.isEmpty {
            filled += 1
            var blanks = 0
            for (place, scalar) in line.prefix(Self.edges.upperBound + 2).enumerated() {
                if scalar == " " {
                    blanks += 1
                } else {
                    if blanks >= 2, place > blanks || blanks >= 14 { starts[place] += 1 }
                    blanks = 0
                }
            }
        }
        let wanted = max(6, filled * 28 / 100)
        let candidates = Self.edges.map { place in
            (place: place, count: starts[(place - 1)...(place + 1)].reduce(0, +), own: starts[place])
        }.filter { $0.count >= wanted && $0.own > 0 }.sorted { ($0.own, $1.place) > ($1.own, $0.place) }.prefix(6)
        return candidates.first { Self.isColumn(lines, edge: $0.place) }?.place
    }

    private static func isColumn(_ lines: [[Unicode.Scalar]], edge: Int) -> Bool {
        var both = 0
        var dated = 0
        var short = 0
        var headings = 0
        var colons = 0
        var datedLeft = 0
        for line in lines where line.count > edge {
            guard Self.isBlank(line, from: max(0, edge - 2), to: edge - 1) else { continue }
            let right = Array(line[(edge - 1)...].drop { $0 == " " })
            if right.first == ":" { colons += 1 }
            if Self.isHeading(right[...]) { headings += 1 }
            let left = Self.trimmed(line[..<(edge - 1)])
            if Self.isHeading(left[...]) { headings += 1 }
            guard left.contains(where: { $0 != " " }), line[edge - 1] != " " || line[edge] != " " else { continue }
            both += 1
            let leftLine = TextLine(left.drop { $0 == " " }.map { $0 })
            if let date = leftLine.dates.first, date.tokens == 0..<leftLine.tokens.count { datedLeft += 1 }
            let phrase = TextLine(right)
            if let date = phrase.dates.first, date.tokens.lowerBound <= 1 {
                dated += 1
                short += 1
            } else if right.count < 26 {
                short += 1
            }
        }
        guard both >= 4, colons < 2, headings > 0, datedLeft * 2 < both else { return false }
        return dated * 2 < both && !(short * 10 > both * 6 && headings < 2)
    }
}
