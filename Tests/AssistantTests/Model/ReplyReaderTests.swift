import Testing

@testable import Assistant

@Suite struct ReplyReaderTests {
    private func read(_ pieces: [String]) -> (shown: String, leftover: String, isObject: Bool) {
        var reader = ReplyReader()
        let shown = pieces.map { reader.feed($0) }.joined()
        return (shown, reader.leftover, reader.isObject)
    }

    @Test(arguments: [
        #"{"reply":"Hi \"you\" é 🚀 \ud83d\ude80\n","operations":[]}"#,
        #" {"operations":[{"reply":"no","op":"}"}],"x":{"reply":"no"},"reply" : "Hi \"you\" é 🚀 🚀\n"}"#,
        "```json\n{\"reply\":\"Hi \\\"you\\\" é 🚀 🚀\\n\"}\n```",
        "<think>{\"reply\":\"no\"}</think>\n{\"n\":1,\"t\":true,\"reply\":\"Hi \\\"you\\\" é 🚀 🚀\\n\"} {\"reply\":\"no\"}",
        "\u{FEFF}{\"Reply\":\"Hi \\\"you\\\" é 🚀 🚀\\n\",\"reply\":\"no\"}",
    ])
    func theReplyIsReadFromEveryCut(text: String) {
        for pieces in cuts(of: text) {
            let result = self.read(pieces)
            #expect(result.shown == "Hi \"you\" é 🚀 🚀\n")
            #expect(result.isObject)
        }
    }

    @Test(arguments: [
        ("Hello there.", "Hello there.", ""), ("Use `x` so.", "Use `x` so.", ""),
        ("See {\"reply\":1}", "See ", "{\"reply\":1}"),
        ("See ```{}```", "See ", "```{}```"), ("ends ``", "ends ", "``"), ("\"Hi\" she said", "", "\"Hi\" she said"),
        ("<b>bold</b>", "<b>bold</b>", ""),
        ("  \n", "", ""), ("<think>never ends", "", ""), ("<think>x</think> Hi", "Hi", ""),
    ])
    func plainTextIsShownUntilAnObjectMayBegin(text: String, shown: String, leftover: String) {
        for pieces in cuts(of: text) {
            let result = self.read(pieces)
            #expect(result.shown == shown)
            #expect(result.leftover == leftover)
            #expect(!result.isObject)
        }
    }

    @Test(arguments: [
        #"{"reply":null,"x":1}"#, #"{"reply":["a"]}"#, #"{"x":"reply"}"#, "{}", #"{"re\u0070ly":"a"}"#, "{]}{\"",
        #"{"x":{"y":[{"reply":"a"#,
    ])
    func anObjectWithoutAReplyShowsNothing(text: String) {
        for pieces in cuts(of: text) { #expect(self.read(pieces).shown.isEmpty) }
    }

    @Test func theReplyComesPieceByPiece() {
        var reader = ReplyReader()
        #expect(
            [#"{"rep"#, #"ly": "Hel"#, "lo ", #"wor\u00"#, #"e9ld"#, #"", "operations"#].map { reader.feed($0) } == [
                "", "Hel", "lo ", "wor", "éld", "",
            ])
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["<think>", "", "```json\n"])
    func aFloodBeforeTheReplyTakesNoTime(beginning: String) {
        var reader = ReplyReader()
        _ = reader.feed(beginning)
        for _ in 0..<50_000 { #expect(reader.feed(beginning == "<think>" ? "hm, " : " \n ").isEmpty) }
        #expect(reader.feed((beginning == "<think>" ? "</think>" : "") + #"{"reply":"Hi"}"#) == "Hi")
    }

    @Test func controlCharactersAreNotShown() {
        #expect(self.read([#"{"reply":"a\u0000b\u001bc\td"}"#]).shown == "abc\td")
    }
}
