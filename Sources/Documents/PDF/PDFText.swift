/// The text of a PDF, put together from its pages' lines.
enum PDFText {
    /// - Parameter links: targets of links by page, counted from one; their places are not known.
    static func build(
        _ pages: [PageWords], links: [(page: Int, target: String)], limits: DocumentLimits
    ) throws(DocumentError) -> String {
        var lines = pages.map(ReadingOrder.lines(of:))
        lines = PageFurniture.removed(from: lines, heights: pages.map(\.height))
        let usual = self.usualHeight(lines)
        var builder = TextBuilder(limit: limits.textBytes)
        for page in lines { self.add(page, usual: usual, to: &builder) }
        let body = builder.lines
        var targets = LinkTargets()
        targets.note(shown: body)
        var contacts: [String] = []
        var others: [String] = []
        for link in links {
            guard let line = targets.line(for: link.target) else { continue }
            if link.page == 1, LinkTargets.isContact(line) { contacts.append(line) } else { others.append(line) }
        }
        guard !contacts.isEmpty || !others.isEmpty else { return try builder.text() }
        var result = TextBuilder(limit: limits.textBytes)
        let place = self.contactEnd(body)
        for (number, line) in body.enumerated() {
            if line.isEmpty { result.blank() } else { result.add(.paragraph, line) }
            if number + 1 == place { for contact in contacts { result.add(.paragraph, contact) } }
        }
        if !others.isEmpty {
            result.add(.heading, "Links")
            for other in others { result.add(.item, other) }
        }
        return try result.text()
    }

    private static func add(_ lines: [PageLine], usual: Double, to builder: inout TextBuilder) {
        let leading = self.usualGap(lines)
        var last: PageLine?
        var bullet: PageLine?
        for var line in lines {
            // A bullet drawn apart from its line.
            if CleanText.line(line.text) == "•" {
                bullet = line
                continue
            }
            if let mark = bullet {
                if mark.sharesRow(with: line) || line.top - mark.top < 2 * line.height { line.text = "• " + line.text }
                bullet = nil
            }
            if let last, self.beginsAnew(line, after: last, usual: usual, leading: leading) { builder.blank() }
            builder.add(.paragraph, line.text)
            last = line
        }
    }

    /// Whether an empty line belongs before it: a wide gap, a jump to another column, or type of another size.
    private static func beginsAnew(_ line: PageLine, after last: PageLine, usual: Double, leading: Double) -> Bool {
        let gap = line.top - last.bottom
        if gap < -last.height || gap > max(0.9 * max(usual, min(line.height, last.height)), 1.5 * leading) { return true }
        return line.height > 1.12 * usual && line.height > 1.08 * last.height
    }

    /// The gap between most lines and the next.
    private static func usualGap(_ lines: [PageLine]) -> Double {
        let gaps = zip(lines, lines.dropFirst()).map { $1.top - $0.bottom }.filter { $0 > 0 }.sorted()
        return gaps.isEmpty ? 0 : gaps[gaps.count / 2]
    }

    /// The height of most of the text.
    private static func usualHeight(_ pages: [[PageLine]]) -> Double {
        var letters: [Int: Int] = [:]
        for line in pages.joined() { letters[Int((line.height * 4).rounded()), default: 0] += line.text.count }
        return Double(letters.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 40) / 4
    }

    /// How many lines go before the place where contact data belongs: after the lines that have some, or after the head.
    static func contactEnd(_ lines: [String]) -> Int {
        let words = ["linkedin", "github", "email", "e-mail", "website", "portfolio", "phone", "contact"]
        func isContact(_ line: String) -> Bool {
            if line.contains("@") { return true }
            let lowered = line.lowercased()
            return line.count < 120
                && (words.contains { lowered.contains($0) } || line.count(where: \.isNumber) >= 9 && line.contains("+"))
        }
        let reach = lines.prefix(60)
        if var end = reach.firstIndex(where: isContact) {
            while end + 1 < lines.count, isContact(lines[end + 1]) { end += 1 }
            return end + 1
        }
        return reach.firstIndex(where: \.isEmpty) ?? min(1, lines.count)
    }
}
