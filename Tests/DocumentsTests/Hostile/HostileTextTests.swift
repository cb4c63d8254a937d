import Foundation
import Testing

@testable import Documents

/// Text of all kinds that means harm, and what each gets.
@Suite struct HostileTextTests {
    struct File: Sendable, CustomTestStringConvertible {
        var name: String
        var outcome: String
        var make: @Sendable () -> [UInt8]
        var testDescription: String { self.name }

        init(_ name: String, _ outcome: String, _ make: @autoclosure @escaping @Sendable () -> String) {
            (self.name, self.outcome, self.make) = (name, outcome, { Array(make().utf8) })
        }

        init(_ name: String, _ outcome: String, bytes: [UInt8]) {
            (self.name, self.outcome, self.make) = (name, outcome, { bytes })
        }
    }

    private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    static let files: [File] = [
        File("empty", "empty", ""),
        File("blanks", "noText", Self.many(" \n", 1_000)),
        File("10 MB and a byte", "tooLarge", bytes: [UInt8](repeating: 0x61, count: 10_000_001)),
        File("picture named otherwise", "unsupported", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]),
        File("photograph", "unsupported", bytes: [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]),
        File("film", "unsupported", bytes: [0, 0, 0, 24] + Array("ftypisom".utf8) + [0, 0]),
        File("program", "unsupported", bytes: [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0]),
        File("program for Windows", "unsupported", bytes: [0x4D, 0x5A, 0x90, 0x00, 3, 0]),
        File("archive", "unsupported", bytes: [0x1F, 0x8B, 8, 0, 0, 0]),
        File("another archive", "unsupported", bytes: Array("Rar!".utf8) + [0x1A, 0x07]),
        File("PostScript", "unsupported", "%!PS-Adobe-3.0\n(file) run"),
        File("zeros", "unsupported", bytes: [UInt8](repeating: 0, count: 1_000)),
        File("noise", "unsupported", bytes: (0..<1_000).map { UInt8(truncatingIfNeeded: 128 | $0 &* 31) }),
        File("half a letter in UTF-16", "unsupported", bytes: [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]),
        File("another encoding of Chinese", "unsupported", bytes: [0xCD, 0xF5, 0xD0, 0xA1, 0xC3, 0xF7, 0x0A]),
        File("a line of 400 kB", "text", Self.many("a", 400_000)),
        File("a letter with 100,000 accents", "text", "A" + Self.many("\u{301}", 100_000)),
        File("600 kB of text", "tooLarge", Self.many("Ada ", 150_000)),
        File("signs for a terminal", "text", "Ada\u{1B}[2J\u{1B}]0;x\u{7} Byron"),
        File("Markdown: 50,000 quotes", "markdown", "# A\n" + Self.many(">", 50_000) + " x"),
        File("Markdown: 200,000 brackets", "markdown", "# A\n" + Self.many("[", 200_000)),
        File("Markdown: brackets line by line", "markdown", "# A\n" + Self.many(Self.many("[", 15_000) + "\n", 20)),
        File("Markdown: links without an end", "markdown", "# A\n" + Self.many(Self.many("[a](", 4_000) + "\n", 20)),
        File("Markdown: links in one another", "markdown", "# A\n" + Self.many("[", 4_900) + "a" + Self.many("](b)", 3_500)),
        File("Markdown: tags without an end", "markdown", "# A\n" + Self.many(Self.many("<a", 9_000) + "\n", 20)),
        File("Markdown: stars", "markdown", "# A\n" + Self.many("*a_ ", 100_000)),
        File("Markdown: bars", "markdown", "# A\n" + Self.many("|", 300_000)),
        File("HTML: 200,000 levels", "noText", "<html><body>" + Self.many("<div>", 200_000) + "deep"),
        File("HTML: nothing is closed", "noText", "<html><body>" + Self.many("<b><i><a href=x><table><tr><td>", 20_000) + "x"),
        File("HTML: 5 MB and a byte", "tooLarge", "<html>" + Self.many("a", 4_999_995)),
        File("HTML: entities", "html", "<!DOCTYPE html [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><html><body>Ada &b;"),
        File("HTML: attribute of 2 MB", "html", "<html><body><p title=\"" + Self.many("a", 2_000_000) + "\">Ada"),
        File(
            "HTML: 300,000 links", "tooLarge",
            "<html><body>" + Self.many("<a href=http://a.b>x</a><br>", 170_000) + Self.many("Ada ", 60_000)),
        File("RTF: 500,000 groups", "unsafe", "{\\rtf1 " + Self.many("{", 500_000) + "x"),
        File("RTF: groups that never began", "rtf", "{\\rtf1 Ada" + Self.many("}", 100_000) + "Byron"),
        File("RTF: binary of two milliard bytes", "rtf", "{\\rtf1 Ada {\\*\\objdata \\bin2147483647 AAAA} after}"),
        File("RTF: binary of less than nothing", "rtf", "{\\rtf1 Ada \\bin-99999999 Byron}"),
        File(
            "RTF: letters of no number", "rtf",
            "{\\rtf1 Ada\\u-99999999 ?\\u99999999999999999999 ?\\u-1 ?\\u56320 ?\\uc99999 x}"),
        File("RTF: half a byte", "rtf", "{\\rtf1 Ada\\'g1\\'4"),
        File("RTF: ends after a sign", "rtf", "{\\rtf1 Ada\\"),
        File("RTF: 300,000 fonts", "rtf", "{\\rtf1{\\fonttbl" + Self.many("{\\f1\\fcharset204 A;}", 100_000) + "}Ada}"),
        File(
            "RTF: field of a megabyte", "rtf",
            "{\\rtf1{\\field{\\*\\fldinst HYPERLINK \"" + Self.many("a", 1_000_000) + "\"}{\\fldrslt Ada}}}"),
        File("RTF: 5 MB and more", "tooLarge", "{\\rtf1 " + Self.many("a", 5_000_000)),
        File("JSON: 200,000 arrays", "unsafe", Self.many("[", 200_000)),
        File("JSON: 400,000 numbers", "unsafe", "[" + Self.many("0,", 400_000) + "0]"),
        File("JSON: no resume", "unsupported", "{\"a\": 1}"),
        File("JSON: a list", "unsupported", "[1, 2]"),
        File("JSON: cut off", "broken", "{\"Name\": \"Ada"),
        File("JSON: empty resume", "noText", "{\"Name\": \"\"}"),
        File("JSON: wrong shapes", "broken", "{\"Name\": [], \"Experience\": 7}"),
        File("JSON: 600 kB of a name", "tooLarge", "{\"Name\": \"" + Self.many("A", 600_000) + "\"}"),
        File("JSON: 10,000 jobs", "tooLarge", "{\"work\": [" + Self.many("{\"name\": \"A\"},", 9_999) + "{}]}"),
        File(
            "JSON: names for other languages", "resume",
            "{\"Name\": \"Ada\", \"__proto__\": {\"a\": 1}, \"constructor\": \"x\"}"),
    ]

    @Test(.timeLimit(.minutes(1)), arguments: Self.files)
    func eachGetsItsAnswer(file: File) async {
        #expect(await outcome(file.make()) == file.outcome)
    }

    @Test func nothingThatAPageNamesIsOpened() async throws {
        let page = """
            <html><head><link rel=stylesheet href="http://127.0.0.1:9/a.css"><meta http-equiv=refresh content="0;url=http://127.0.0.1:9">
            </head><body><h1>Ada</h1><img src="http://127.0.0.1:9/i.png"><iframe src="file:///etc/passwd">frame</iframe>
            <script>document.write("ran")</script><a href="javascript:alert(1)">link</a><div style="display: none">hidden</div></body></html>
            """
        #expect(try await text(Array(page.utf8)) == "Ada\nlink\n")
    }

    @Test func nothingThatAFieldNamesIsOpened() async throws {
        let file = """
            {\\rtf1 before {\\field{\\*\\fldinst INCLUDETEXT "file:///etc/passwd"}{\\fldrslt x}} \
            {\\field{\\*\\fldinst INCLUDEPICTURE "http://127.0.0.1:9/r.png"}{\\fldrslt y}} after}
            """
        #expect(try await text(Array(file.utf8)) == "before x y after\n")
    }

    @Test func aFileOfTheLargestSizeIsReadAndOneByteMoreIsNot() async {
        var limits = DocumentLimits()
        limits.fileBytes = 9
        #expect(await outcome(Array("Ada Byron".utf8), limits: limits) == "text")
        #expect(await outcome(Array("Ada Byrons".utf8), limits: limits) == "tooLarge")
    }

    @Test func markupOfTheLargestSizeIsReadAndOneByteMoreIsNot() async {
        var limits = DocumentLimits()
        let (html, rtf) = (Array("<html>Ada".utf8), Array("{\\rtf1 A}".utf8))
        limits.markupBytes = 9
        #expect(await outcome(html, limits: limits) == "html")
        #expect(await outcome(rtf, limits: limits) == "rtf")
        limits.markupBytes = 8
        #expect(await outcome(html, limits: limits) == "tooLarge")
        #expect(await outcome(rtf, limits: limits) == "tooLarge")
    }

    @Test func theLastGroupIsReadAndTheNextIsNot() async {
        let group = { (depth: Int) in Array(("{\\rtf1 " + Self.many("{", depth - 1) + "Ada" + Self.many("}", depth)).utf8) }
        #expect(await outcome(group(256)) == "rtf")
        #expect(await outcome(group(257)) == "unsafe")
    }
}
