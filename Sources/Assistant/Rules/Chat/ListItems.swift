import Resume

/// Cuts "Swift, Go and Rust" into three.
enum ListItems {
    /// Nil where the text is no list of things: "some more", "it".
    static func items(_ text: String) -> [String]? {
        let items = self.cut(text)
        let doubtful = items.contains { item in
            let words = item.split(whereSeparator: \.isWhitespace).map { $0.lowercased().trimming { ",.!?:\"'".contains($0) } }
            guard let first = words.first, item.utf8.count <= 200 else { return true }
            let verbs = ChatGrammar.addingVerbs.union(ChatGrammar.removingVerbs)
            return VagueWords.vagueItems.contains(first)
                || words.indices.contains { $0 > 0 && words[$0 - 1] == "and" && verbs.contains(words[$0]) }
                || words.contains { ["i", "i'm", "because", "if", "please", "my", "to"].contains($0) }
        }
        if items.count == 1, text.hasPrefix("\""), text.hasSuffix("\"") { return items }
        return items.isEmpty || doubtful ? nil : items
    }

    /// Commas within parentheses and quotes part nothing.
    private static func cut(_ text: String) -> [String] {
        var items = [""]
        var depth = 0
        var isQuoted = false
        for character in text {
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            if "\"“”".contains(character) { isQuoted = character == "“" || (character == "\"" && !isQuoted) }
            if character == ",", depth <= 0, !isQuoted { items.append("") } else { items[items.count - 1].append(character) }
        }
        // "Project planning and control" is one thing; the last of several, or two single words, are two.
        if let last = items.last, !last.contains(where: "\"“”".contains) {
            let halves = last.split(separator: " and ").map { String($0).trimmed }
            if items.count > 1 || halves.allSatisfy({ !$0.contains(" ") }) {
                items.replaceSubrange((items.count - 1)..., with: halves)
            }
        }
        return items.map(\.trimmed).map { $0.lowercased().hasPrefix("and ") ? String($0.dropFirst(4)) : $0 }
            .map { $0.trimming { $0.isWhitespace || "\"“”".contains($0) } }
            .filter { $0.contains { $0.isLetter || $0.isNumber } }
    }
}
