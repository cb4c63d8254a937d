/// Lines that belong to the pages and not to the resume: numbers, and heads and feet that come again on every page.
enum PageFurniture {
    /// Takes them off the top and bottom of each page; a head stays where it stands first.
    static func removed(from pages: [[PageLine]], heights: [Double]) -> [[PageLine]] {
        var places: [String: Int] = [:]
        for (lines, height) in zip(pages, heights) {
            let keys = Set(lines.filter { self.isMargin($0, height: height) }.map { self.key($0.text) })
            for key in keys { places[key, default: 0] += 1 }
        }
        var shown: Set<String> = []
        return zip(pages, heights).map { lines, height in
            lines.filter { line in
                guard self.isMargin(line, height: height) else { return true }
                if self.isPageNumber(line.text) { return false }
                let key = self.key(line.text)
                // On two pages of two, or on most of more.
                guard pages.count > 1, let count = places[key], count > 1, count * 3 >= pages.count * 2 else { return true }
                return shown.insert(key).inserted
            }
        }
    }

    /// In the upper or lower tenth of the page.
    private static func isMargin(_ line: PageLine, height: Double) -> Bool {
        line.bottom < height * 0.1 || line.top > height * 0.9
    }

    /// The text with each number as one sign, so that "Page 2" is "Page 3".
    private static func key(_ text: String) -> String {
        var key = ""
        for letter in text.lowercased() where !letter.isWhitespace {
            if letter.isNumber { if key.last != "#" { key.append("#") } } else { key.append(letter) }
        }
        return key
    }

    /// "3", "2/4", "- 2 -", "Page 1 of 2", "Seite 2 von 3".
    static func isPageNumber(_ text: String) -> Bool {
        guard text.count <= 30, text.contains(where: \.isNumber), text.count(where: \.isNumber) <= 4 else { return false }
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        let known: Set = [
            "page", "p", "pg", "seite", "pagina", "página", "strona", "sida", "side", "of", "von", "de", "sur", "di", "van",
            "z", "av",
        ]
        return words.allSatisfy(known.contains)
    }
}
