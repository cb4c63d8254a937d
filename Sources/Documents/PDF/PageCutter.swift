/// Orders a page by the places of its words: cut into bands and columns at the gaps that run through all of it (the
/// recursive X-Y cut of Nagy and Seth), rows from the top to the bottom in what is left.
enum PageCutter {
    /// Words that are ordered; a page with more is no page of a resume, and keeps the order of the file.
    private static let mostWords = 5_000
    private static let mostDepth = 12

    static func lines(_ words: [PlacedWord]) -> [PageLine] {
        guard words.count <= self.mostWords else { return ReadingOrder.drawnLines(words) }
        let segments = self.segments(words)
        let head = self.head(segments)
        return head + self.cut(segments.filter { !head.contains($0) }, depth: 0)
    }

    /// The name in large type at the top: it goes before both columns, over whichever it stands.
    private static func head(_ segments: [PageLine]) -> [PageLine] {
        let height = self.median(segments.map(\.height))
        return self.rows(segments).prefix(3).prefix { $0.count == 1 && $0[0].height > 1.5 * height }.map { $0[0] }
    }

    /// Words of a row joined up to the gaps that may part columns.
    static func segments(_ words: [PlacedWord]) -> [PageLine] {
        var segments: [PageLine] = []
        for row in self.rows(words.map(PageLine.init)) {
            for next in row {
                if let last = segments.last, last.sharesRow(with: next), next.left >= last.left,
                    next.left - last.right < PageLine.cellGap * min(last.height, next.height)
                {
                    segments[segments.count - 1].append(next)
                } else {
                    segments.append(next)
                }
            }
        }
        return segments
    }

    /// From the top to the bottom, and in each row from left to right.
    private static func rows(_ parts: [PageLine]) -> [[PageLine]] {
        var rows: [[PageLine]] = []
        for part in parts.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
            if let first = rows.last?.first, first.sharesRow(with: part) {
                rows[rows.count - 1].append(part)
            } else {
                rows.append([part])
            }
        }
        return rows.map { $0.sorted { $0.left < $1.left } }
    }

    private static func cut(_ parts: [PageLine], depth: Int) -> [PageLine] {
        guard parts.count > 1, depth < self.mostDepth else { return parts }
        if let (left, right) = self.columns(parts) {
            return self.cut(left, depth: depth + 1) + self.cut(right, depth: depth + 1)
        }
        if let bands = self.bands(parts) { return bands.flatMap { self.cut($0, depth: depth + 1) } }
        return self.rows(parts).map { row in
            row.dropFirst().reduce(into: row[0]) { line, part in line.append(part) }
        }
    }

    /// Left and right of a gap that runs from the top to the bottom, if both are columns of text.
    private static func columns(_ parts: [PageLine]) -> (left: [PageLine], right: [PageLine])? {
        let height = self.median(parts.map(\.height))
        let sorted = parts.sorted { $0.left < $1.left }
        var best: (gap: Double, place: Double)?
        var reach = sorted[0].right
        for part in sorted.dropFirst() {
            let gap = part.left - reach
            if gap > height, gap > best?.gap ?? 0 { best = (gap, part.left) }
            reach = max(reach, part.right)
        }
        guard let place = best?.place else { return nil }
        let left = parts.filter { $0.left < place }
        let right = parts.filter { $0.left >= place }
        let areColumns =
            self.isColumn(left, beside: right, height: height) && self.isColumn(right, beside: left, height: height)
            || self.hasHeadings(left, height: height) && self.hasHeadings(right, height: height)
        return areColumns ? (left, right) : nil
    }

    /// Dates at the margin and labels of forms have no headings among them, and headings at the margin no others beside.
    private static func hasHeadings(_ parts: [PageLine], height: Double) -> Bool {
        guard parts.count >= 5 else { return false }
        let headings = parts.count { part in
            guard part.text.count < 40, part.text.count(where: \.isLetter) >= 4, !part.text.contains(where: \.isNumber) else {
                return false
            }
            return part.height > 1.12 * height || !part.text.contains(where: \.isLowercase)
        }
        return headings > 0 && headings * 3 <= parts.count
    }

    /// Dates and places at the margin, and the labels of a form, have a partner on the row of each; lines of a column
    /// run on without one, or are long enough to be text.
    private static func isColumn(_ parts: [PageLine], beside others: [PageLine], height: Double) -> Bool {
        let rows = self.rows(parts)
        guard rows.count >= 3 else { return false }
        let tops = others.map(\.middle).sorted()
        let alone = rows.count { row in
            guard let first = row.first else { return false }
            return !tops.contains { abs($0 - first.middle) < 0.5 * height }
        }
        if alone * 2 >= rows.count { return true }
        let letters = self.median(parts.map { Double($0.text.count) })
        let gaps = zip(rows, rows.dropFirst()).count { row, next in (next[0].top - row[0].top) < 2.2 * height }
        return letters >= 16 && gaps * 2 >= rows.count && rows.count >= 5
    }

    /// Parts above one another, where a gap of more than an ordinary line runs from left to right and one of the parts
    /// can be cut into columns.
    private static func bands(_ parts: [PageLine]) -> [[PageLine]]? {
        let height = self.median(parts.map(\.height))
        let sorted = parts.sorted { $0.top < $1.top }
        var bands = [[sorted[0]]]
        var reach = sorted[0].bottom
        for part in sorted.dropFirst() {
            if part.top - reach > 0.3 * height { bands.append([part]) } else { bands[bands.count - 1].append(part) }
            reach = max(reach, part.bottom)
        }
        guard bands.count > 1 else { return nil }
        // What has columns below a head that spans both: the head goes first, the rest stays together.
        for split in 1..<min(bands.count, 12) {
            let rest = Array(bands[split...].joined())
            if self.columns(rest) != nil { return [Array(bands[..<split].joined()), rest] }
        }
        return nil
    }

    private static func median(_ numbers: [Double]) -> Double {
        let sorted = numbers.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
}
