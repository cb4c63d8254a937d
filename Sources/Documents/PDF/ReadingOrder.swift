/// Chooses the order in which a page is read. There are two candidates: the order in which the file draws the words, which
/// most programs get right, columns included; and the order that the places of the words suggest, by cutting the page at
/// its wide gaps. The one in which the eye travels less is taken, the first when in doubt.
enum ReadingOrder {
    static func lines(of page: PageWords) -> [PageLine] {
        let drawn = self.drawnLines(page.words)
        let cut = PageCutter.lines(page.words)
        return self.travel(drawn) <= self.travel(cut) * 1.05 + 0.02 ? drawn : cut
    }

    /// Words in the order of the file, joined to lines where one follows another on its row.
    static func drawnLines(_ words: [PlacedWord]) -> [PageLine] {
        var lines: [PageLine] = []
        for word in words {
            let next = PageLine(word)
            if let last = lines.last, last.sharesRow(with: next), next.left >= last.right - 0.3 * next.height,
                next.left - last.right < 40 * next.height
            {
                lines[lines.count - 1].append(next)
            } else {
                lines.append(next)
            }
        }
        return lines
    }

    /// How much the eye jumps from line to line, for each line. Weights as measured on resumes of many layouts.
    static func travel(_ lines: [PageLine]) -> Double {
        guard !lines.isEmpty else { return 0 }
        // Across a gap in a row: a date at the margin costs the same in every order, a row across columns only in one.
        var cost = 0.7 * Double(lines.reduce(0) { $0 + $1.gaps })
        for (line, next) in zip(lines, lines.dropFirst()) {
            let height = max(4, min(line.height, next.height))
            let down = (next.top - line.top) / height
            if down < -0.6 {
                // A new column, or words out of order.
                cost += 6
            } else if down > 3.5 {
                cost += 1 + min(4, (down - 3.5) / 8)
            } else if down < 0.6 {
                // The same row, another column.
                cost += 1
            }
            if down < 3, abs(next.left - line.left) / height > 15 { cost += 0.5 }
        }
        return cost / Double(lines.count)
    }
}
