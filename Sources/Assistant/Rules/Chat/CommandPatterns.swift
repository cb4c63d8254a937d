import Resume

extension ChatCommand {
    /// Understands one request; nil if it is none.
    init?(_ text: Substring) {
        var words = Words(text)
        words.dropPoliteness()
        guard
            let command = Self.question(words) ?? Self.setting(words) ?? Self.adding(words) ?? Self.removing(words)
                ?? Self.arranging(words) ?? Self.styling(words)
        else { return nil }
        self = command
    }

    private static func question(_ words: Words) -> ChatCommand? {
        let plain = words.plain
        let asks = ["missing", "incomplete", "complete?", "improve", "lacking"]
        if plain.count <= 10,
            plain.contains(where: asks.contains) || plain.starts(with: ["check", "my"]) || plain == ["what", "next"]
        {
            return .whatIsMissing
        }
        if ["undo", "revert"].contains(plain.first) || plain.starts(with: ["take", "that", "back"]) { return .undo }
        if plain == ["help"] || plain.starts(with: ["what", "can", "you"]) || plain.starts(with: ["who", "are", "you"]) {
            return .help
        }
        for opening in [
            ["what", "is"], ["what", "are"], ["what's"], ["whats"], ["show", "me"], ["show"], ["tell", "me"], ["read"],
        ] {
            if plain.starts(with: opening), let field = words.text(from: opening.count), plain.count - opening.count <= 4 {
                return .show(field: field.trimmedOfMarks)
            }
        }
        return nil
    }

    /// "change my title to X", "set phone: X", "my name is X", "call me X".
    private static func setting(_ words: Words) -> ChatCommand? {
        let plain = words.plain
        if let verb = plain.first, ["change", "set", "update", "make", "edit", "correct", "fix", "replace"].contains(verb) {
            for link in ["to", "as", "with", "=", "into"] {
                if let place = plain.firstIndex(of: link), place >= 2, let field = words.text(1..<place),
                    let value = words.text(from: place + 1)
                {
                    return .set(field: field, value: value.trimmedOfMarks)
                }
            }
            // "set phone: X"
            if let place = words.firstEnding(in: ":"), place >= 1, let field = words.text(1..<place + 1),
                let value = words.text(from: place + 1)
            {
                return .set(field: String(field.dropLast()), value: value.trimmedOfMarks)
            }
        }
        if plain.starts(with: ["call", "me"]), let value = words.text(from: 2) {
            return .set(field: "name", value: value.trimmedOfMarks)
        }
        if plain.first == "my", let place = plain.firstIndex(where: { $0 == "is" || $0 == "should" }), (2...4).contains(place) {
            let start = plain[place] == "should" && plain.count > place + 1 && plain[place + 1] == "be" ? place + 2 : place + 1
            if let field = words.text(1..<place), let value = words.text(from: start), !value.hasSuffix("?") {
                return .set(field: field, value: value.trimmedOfMarks)
            }
        }
        return nil
    }

    /// "add X to my skills", "add a skill: X", "add the skill X", "add a job: X", "I worked as X at Y".
    private static func adding(_ words: Words) -> ChatCommand? {
        let plain = words.plain
        if plain.starts(with: ["i", "worked"]) || plain.starts(with: ["i", "work"]), let start = plain.firstIndex(of: "as") {
            return words.text(from: start + 1).map { .addJob($0.trimmedOfMarks) }
        }
        guard let verb = plain.first, ["add", "include", "put", "append", "insert"].contains(verb) else { return nil }
        var start = 1
        while start < plain.count, ["a", "an", "the", "my", "new", "another"].contains(plain[start]) { start += 1 }
        guard start < plain.count else { return nil }
        if ["job", "position", "role", "experience"].contains(plain[start]) {
            return words.text(from: start + 1).map { .addJob($0.trimmedOfMarks) }
        }
        if let place = plain.lastIndex(where: { ["to", "into", "under", "in"].contains($0) }), place > 1,
            plain.count - place <= 5,
            let value = words.text(1..<place), let section = words.text(from: place + 1)
        {
            return .add(value: value.trimmedOfMarks, section: section.trimmedOfMarks)
        }
        if FieldNames.singular[plain[start]] != nil
            || FieldNames.singular.values.contains(where: { $0.lowercased() == plain[start] }),
            let value = words.text(from: start + 1)
        {
            return .add(value: value.trimmedOfMarks, section: plain[start])
        }
        return nil
    }

    private static func removing(_ words: Words) -> ChatCommand? {
        let plain = words.plain
        guard let verb = plain.first, ["remove", "delete", "drop", "clear", "empty", "erase"].contains(verb) else { return nil }
        if let place = plain.lastIndex(of: "from"), place > 1, let value = words.text(1..<place),
            let section = words.text(from: place + 1)
        {
            return .remove(value: value.trimmedOfMarks, section: section.trimmedOfMarks)
        }
        return words.text(from: 1).map { .clear(field: $0.trimmedOfMarks) }
    }

    /// "move skills to the top", "put education before experience", "rename hobbies to interests".
    private static func arranging(_ words: Words) -> ChatCommand? {
        let plain = words.plain
        if plain.first == "rename", let place = plain.firstIndex(where: { $0 == "to" || $0 == "as" }), place > 1,
            let section = words.text(1..<place), let name = words.text(from: place + 1)
        {
            return .rename(section: section, name: name.trimmedOfMarks)
        }
        guard plain.first == "move" || plain.first == "put" else { return nil }
        for (link, place) in [
            ("before", ChatCommand.Place.before), ("above", ChatCommand.Place.before), ("after", ChatCommand.Place.after),
            ("below", ChatCommand.Place.after),
        ] {
            if let index = plain.firstIndex(of: link), index > 1, let section = words.text(1..<index),
                let other = words.text(from: index + 1)
            {
                return .move(section: section, place(other.trimmedOfMarks))
            }
        }
        guard let index = plain.firstIndex(where: { ["to", "at", "first", "last"].contains($0) }), index > 1,
            let section = words.text(1..<index)
        else {
            return nil
        }
        let target = plain[index...]
        if target.contains(where: ["top", "first", "beginning", "start", "front"].contains) {
            return .move(section: section, .top)
        }
        if target.contains(where: ["end", "last", "bottom"].contains) { return .move(section: section, .end) }
        return nil
    }

    /// "make the summary bold", "make my name blue".
    private static func styling(_ words: Words) -> ChatCommand? {
        let plain = words.plain
        guard plain.first == "make" || plain.first == "turn", plain.count >= 3, let adjective = plain.last,
            Style.properties[adjective] != nil,
            let section = words.text(1..<plain.count - 1)
        else { return nil }
        return .style(section: section, adjective: adjective)
    }
}

/// The looks that rules know, as CSS.
enum Style {
    static let properties: [String: (property: String, value: String)] = [
        "bold": ("font-weight", "bold"), "italic": ("font-style", "italic"), "underlined": ("text-decoration", "underline"),
        "bigger": ("font-size", "larger"), "larger": ("font-size", "larger"), "smaller": ("font-size", "smaller"),
        "centered": ("text-align", "center"), "blue": ("color", "blue"), "red": ("color", "red"), "green": ("color", "green"),
        "black": ("color", "black"), "gray": ("color", "gray"), "grey": ("color", "gray"),
    ]
}

/// The words of a request, for matching in lower case without marks, with the original text to take values from.
struct Words {
    private let text: Substring
    private var words: [Substring]
    private(set) var plain: [String]

    init(_ text: Substring) {
        self.text = text
        self.words = text.split(whereSeparator: \.isWhitespace)
        self.plain = self.words.map { $0.lowercased().trimming(",.!?:\"'“”") }
    }

    mutating func dropPoliteness() {
        let openings = [
            ["please"], ["can", "you"], ["could", "you"], ["would", "you"], ["i", "want", "to"], ["i", "would", "like", "to"],
            ["i'd", "like", "to"],
            ["kindly"], ["and"], ["then"], ["also"], ["now"], ["hi"], ["hello"], ["hey"], ["ok"], ["okay"],
        ]
        while let opening = openings.first(where: { self.plain.starts(with: $0) && self.plain.count > $0.count }) {
            self.words.removeFirst(opening.count)
            self.plain.removeFirst(opening.count)
        }
    }

    func text(from place: Int) -> String? { self.text(place..<self.words.count) }

    /// The original text of some words, blanks between them kept; nil for none.
    func text(_ range: Range<Int>) -> String? {
        guard range.lowerBound < range.upperBound, range.upperBound <= self.words.count else { return nil }
        return String(self.text[self.words[range.lowerBound].startIndex..<self.words[range.upperBound - 1].endIndex])
    }

    func firstEnding(in mark: Character) -> Int? { self.words.firstIndex { $0.last == mark } }
}

extension String {
    /// Without quotes around it, marks at its start, and the full stop of the sentence it stood in.
    fileprivate var trimmedOfMarks: String {
        var text = String(self.trimmed.drop { ":= ".contains($0) })
        let abbreviated = [" inc.", " ltd.", " co.", " corp.", " jr.", " sr.", " bros."].contains {
            text.lowercased().hasSuffix($0)
        }
        if text.last == ".", !abbreviated, text.filter({ $0 == "." }).count == 1 { text.removeLast() }
        for (open, close) in [("\"", "\""), ("“", "”"), ("'", "'"), ("«", "»"), ("„", "“")]
        where text.count > 2 && text.hasPrefix(open) && text.hasSuffix(close) {
            text = String(text.dropFirst().dropLast())
        }
        return text.trimmed
    }

    fileprivate func trimming(_ marks: String) -> String {
        guard let first = self.firstIndex(where: { !marks.contains($0) }),
            let last = self.lastIndex(where: { !marks.contains($0) })
        else { return "" }
        return String(self[first...last])
    }
}
