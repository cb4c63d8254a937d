import Testing

@testable import Assistant

@Suite struct ReaderTextTests {
    private func lines(_ text: String) -> [String] { TextCleaner.lines(of: text).map(\.text) }

    @Test(arguments: [
        ("e\u{AD}duca\u{AD}tion", "education"), ("\u{FB01}nance of\u{FB01}ce", "finance office"), ("Ｆｕｌｌ ｗｉｄｔｈ", "Full width"),
        ("\u{1D401}\u{1D428}\u{1D425}\u{1D41D} type", "Bold type"), ("no\u{A0}break\u{2009}thin", "no break thin"),
        ("zero\u{200B}width\u{FEFF}", "zerowidth"),
        ("nul\u{0}and\u{7}bell", "nulandbell"), ("Jose\u{301}", "José"), ("J O H N   D O E", "JOHN DOE"),
        ("\u{202E}abc", "abc"),
    ]) func invisibleAndCompatibilityCharactersAreMadePlain(text: String, plain: String) {
        #expect(self.lines(text) == [plain])
    }

    @Test func aSoftHyphenBetweenDatesIsADash() {
        #expect(self.lines("Jun. 2017 \u{AD} May. 2018") == ["Jun. 2017 - May. 2018"])
    }

    @Test(arguments: ["a\nb", "a\r\nb", "a\rb", "a\u{2028}b", "a\u{85}b", "a\u{C}b"]) func everyLineEndIsOne(text: String) {
        #expect(self.lines(text) == ["a", "b"])
    }

    @Test(arguments: [
        "• item", "- item", "* item", "– item", "o item", "➢ item", "\u{F0B7} item", "▪ item", "» item", "•\titem", "• • item",
        "🚀 item",
    ])
    func anItemsMarkIsTakenOff(text: String) {
        let line = TextCleaner.lines(of: text).first
        #expect(line?.text == "item")
        #expect(line?.hasBullet == true)
    }

    @Test func aMarkAloneBelongsToTheNextLine() {
        let lines = TextCleaner.lines(of: "\u{F0B7}\n\nWrote the handbook\nplain")
        #expect(lines.map(\.text) == ["Wrote the handbook", "plain"])
        #expect(lines.map(\.hasBullet) == [true, false])
    }

    @Test(arguments: [
        "Page 1 of 2", "page 3", "Seite 2 von 3", "Página 1 de 2", "1 / 2", "- 2 -", "Continued...", "==========", "|---|:--:|",
    ])
    func whatBelongsToThePageIsDropped(text: String) {
        #expect(self.lines("before\n\n\(text)\nafter") == ["before", "", "after"])
    }

    @Test func aLineOfSignsUnderlinesAHeading() {
        #expect(TextCleaner.lines(of: "OBJECTIVE\n=========\nto cook").map(\.emphasis) == [.underlined, .none])
    }

    @Test(arguments: [
        ("**Acme** _Inc_", "Acme Inc"), ("snake_case stays", "snake_case stays"), ("a * b", "a * b"),
        ("`go` and C\\#", "go and C#"),
        ("[me@x.org](mailto:me@x.org)", "me@x.org"), ("[Email](mailto:me@x.org)", "me@x.org"),
        ("[GitHub](https://github.com/me)", "GitHub https://github.com/me"),
        ("[not a link]", "[not a link]"), ("*2019 – 2020*", "2019 – 2020"),
    ]) func markdownIsTakenOff(text: String, plain: String) {
        #expect(self.lines(text) == [plain])
    }

    @Test func aMarkdownHeadingKeepsItsLevel() {
        #expect(TextCleaner.lines(of: "## Work ##").first?.emphasis == .heading(2))
        #expect(self.lines("#hashtag") == ["#hashtag"])
    }

    // MARK: - Columns

    private static let twoColumns = """
        CONTACT                        EXPERIENCE
        a@b.co                         Cook, Acme
        Leeds                          2010 - 2012
                                       - Cooked for two hundred people
        SKILLS                         - Wrote the menu
        Baking                         Waiter, Bar
        Grilling                       2008 - 2010
        """

    @Test func columnsAreReadOneAfterTheOther() {
        let text = self.lines(Self.twoColumns).filter { !$0.isEmpty }
        #expect(text.prefix(3) == ["CONTACT", "a@b.co", "Leeds"])
        #expect(text.firstIndex(of: "EXPERIENCE").map { $0 > 5 } == true)
        #expect(text.suffix(2) == ["Waiter, Bar", "2008 - 2010"])
    }

    @Test func datesAtTheRightMarginAreNoColumn() {
        let entry = "Cook                           2010 - 2012\nAcme                           Leeds, UK\n- Cooked\n"
        let text = "EXPERIENCE\n" + String(repeating: entry, count: 4) + "EDUCATION\n" + String(repeating: entry, count: 3)
        #expect(self.lines(text)[1] == "Cook 2010 - 2012")
    }

    @Test func theColonsOfAFormAreNoColumn() {
        let text =
            "PERSONAL DETAILS\n" + String(repeating: "Name               : Jane Doe\nEDUCATION          : BSc\n", count: 5)
        #expect(self.lines(text)[1] == "Name : Jane Doe")
    }

    // MARK: - Tokens

    @Test(arguments: [
        ("jane@doe.org", Token.Kind.email), ("www.doe.org", .link), ("https://doe.org/x?y=1", .link),
        ("github.com/jane", .link), ("janedoe.dev", .link),
        ("and/or", .word), ("Node.js", .word), ("a@b", .word), ("1.5/2", .number), ("C/C++", .word),
    ]) func addressesAreToldFromWords(text: String, kind: Token.Kind) {
        #expect(TextLine(text).tokens.first?.kind == kind)
    }

    @Test(arguments: [
        ("B.Sc.", "bsc"), ("Ph.D.", "phd"), ("S.A.", "sa"), ("ÉCOLE", "ecole"), ("Łódź", "lodz"), ("Straße", "strasse"),
        ("l’été", "l'ete"),
    ])
    func wordsAreFolded(text: String, folded: String) {
        #expect(TextLine(text).tokens.first?.folded == folded)
    }

    @Test func aDotEndsTheSentenceAndNotTheAddress() {
        let line = TextLine("Write to jane@doe.org.")
        #expect(line.phrase.subphrase(2..<3).text == "jane@doe.org")
    }

    @Test(arguments: [
        ("Bauingenieurin", WordTraits.title), ("Softwareentwickler", .title), ("Sparkassenbank", .organisation),
        ("Humboldt-Gymnasium", .institution),
        ("Lindenstraße", .street), ("Sommer", .season),
    ]) func compoundsAreKnownByTheirEnds(text: String, traits: WordTraits) {
        #expect(TextLine(text).tokens.contains { $0.traits.contains(traits) })
    }
}
