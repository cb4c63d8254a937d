/// Markdown inside a line.
struct MarkdownLine {
    /// Bytes of a line whose insides are looked at; longer ones are no prose.
    static let longest = 20_000

    private let letters: [Character]
    /// The text as it would be shown; nil where an opening bracket was that belongs to a link.
    private var shown: [Character?] = []
    private var targets: [String] = []
    /// Where the last opening bracket stands in ``shown``, and whether a picture's.
    private var opening: (place: Int, isPicture: Bool)?
    /// The next of these signs, found by going on from the last: a line of brackets costs no more than another.
    private var nextClose = -1
    private var nextAngle = -1

    /// The text of a line, and the targets of its links.
    static func plain(_ line: Substring) -> (text: String, targets: [String]) {
        guard line.utf8.count <= self.longest else { return (String(line), []) }
        var reader = MarkdownLine(Array(line))
        reader.read()
        return (String(reader.shown.compactMap { $0 }), reader.targets)
    }

    private init(_ letters: [Character]) { self.letters = letters }

    private mutating func read() {
        var place = 0
        while place < self.letters.count {
            let letter = self.letters[place]
            let before = place > 0 ? self.letters[place - 1] : " "
            let after = place + 1 < self.letters.count ? self.letters[place + 1] : " "
            switch letter {
            case "\\" where after.isPunctuation || after.isSymbol:
                self.shown.append(after)
                place += 1
            case "*" where before == " " && after == " ": self.shown.append(letter)
            case "_" where Self.isWord(before) && Self.isWord(after): self.shown.append(letter)
            case "*", "_", "`": break
            case "!" where after == "[": break
            case "[":
                self.opening = (self.shown.count, before == "!")
                self.shown.append(letter)
            case "]" where after == "(": place = self.link(at: place)
            case "<" where after.isLetter || after == "/": place = self.angle(at: place)
            default: self.shown.append(letter)
            }
            place += 1
        }
    }

    /// The end of a link's text: its target follows in parentheses.
    /// - Returns: the last place of the link.
    private mutating func link(at place: Int) -> Int {
        if self.nextClose < place { self.nextClose = self.letters[place...].firstIndex(of: ")") ?? self.letters.count }
        guard let opening = self.opening, self.nextClose < self.letters.count else {
            self.shown.append("]")
            return place
        }
        self.shown[opening.place] = nil
        self.opening = nil
        let target = String(self.letters[(place + 2)..<self.nextClose].prefix { !$0.isWhitespace })
        if !opening.isPicture { self.targets.append(target) }
        return self.nextClose
    }

    /// "<https://…>" is a link and "<br>" a tag.
    private mutating func angle(at place: Int) -> Int {
        if self.nextAngle < place { self.nextAngle = self.letters[place...].firstIndex(of: ">") ?? self.letters.count }
        guard self.nextAngle < self.letters.count else {
            self.shown.append("<")
            return place
        }
        let inside = self.letters[(place + 1)..<self.nextAngle]
        if inside.contains("@") || inside.contains(":") { self.shown += inside.map { $0 } }
        return self.nextAngle
    }

    private static func isWord(_ letter: Character) -> Bool { letter.isLetter || letter.isNumber }
}
