import Testing

@testable import Assistant

@Suite struct JSONStringUnescaperTests {
    private func read(_ pieces: [[UInt8]]) -> (pieces: [String], text: String) {
        var unescaper = JSONStringUnescaper()
        var shown: [String] = []
        for piece in pieces {
            for byte in piece { unescaper.feed(byte) }
            shown.append(unescaper.take())
        }
        shown.append(unescaper.finish())
        return (shown, shown.joined())
    }

    @Test(arguments: [
        (#"plain é 履 🚀"#, "plain é 履 🚀"), (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"), (#"\u00e9\u5C65"#, "é履"),
        (#"\ud83d\ude80!"#, "🚀!"), (#"\ud83d!"#, "\u{FFFD}!"), (#"\ude80"#, "\u{FFFD}"), (#"\ud83d\ud83d\ude80"#, "\u{FFFD}🚀"),
        (#"\ud83d\n"#, "\u{FFFD}\n"), (#"\'"#, "'"), (#"\u12"#, "\u{FFFD}"), (#"\u12xy"#, "\u{FFFD}xy"), (#"\"#, "\u{FFFD}"),
    ])
    func everyCutGivesTheSameText(escaped: String, text: String) {
        for pieces in cuts(of: Array(escaped.utf8)) {
            let result = self.read(pieces)
            #expect(result.text == text)
        }
    }

    @Test func halfACharacterWaitsForItsOtherHalf() {
        for pieces in cuts(of: Array("é履🚀".utf8)) {
            #expect(!self.read(pieces).pieces.contains { $0.contains("\u{FFFD}") })
        }
    }

    @Test func halfASurrogatePairWaits() {
        var unescaper = JSONStringUnescaper()
        for byte in #"a\ud83d"#.utf8 { unescaper.feed(byte) }
        #expect(unescaper.take() == "a")
        for byte in #"\ude80"#.utf8 { unescaper.feed(byte) }
        #expect(unescaper.take() == "🚀")
    }
}
