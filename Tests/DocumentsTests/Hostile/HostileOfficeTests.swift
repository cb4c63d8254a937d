import Testing

@testable import Documents

/// Zipped files that mean harm, and what each gets.
@Suite struct HostileOfficeTests {
    struct File: Sendable, CustomTestStringConvertible {
        var name: String
        var outcome: String
        var make: @Sendable () -> [UInt8]
        var testDescription: String { self.name }

        init(_ name: String, _ outcome: String, _ make: @autoclosure @escaping @Sendable () -> [UInt8]) {
            (self.name, self.outcome, self.make) = (name, outcome, make)
        }
    }

    private static func word(_ body: String = SampleWord.paragraph("Ada"), _ prologue: String = "") -> [UInt8] {
        SampleWord.file(body, prologue: prologue)
    }

    private static func part(_ name: String, _ content: String) -> [UInt8] {
        SampleWord.file(SampleWord.paragraph("Ada"), more: [(name, content)])
    }

    private static func raw(_ document: [UInt8]) -> [UInt8] {
        SampleZip.packed([.init(name: "word/document.xml", content: document)])
    }

    private static func deep(_ depth: Int, _ element: String = "w:sdt") -> String {
        String(repeating: "<\(element)>", count: depth) + SampleWord.paragraph("x")
            + String(repeating: "</\(element)>", count: depth)
    }

    private static let doctype = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
    private static let laughs =
        "<!DOCTYPE d [<!ENTITY l0 \"lol\">"
        + (1..<10).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined() + "]>"

    static let files: [File] = [
        File("entity of a file", "unsafe", Self.word(SampleWord.paragraph("&x;"), Self.doctype)),
        File(
            "entity of a server", "unsafe",
            Self.word(SampleWord.paragraph("&x;"), "<!DOCTYPE d [<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">]>")),
        File(
            "parameter entity", "unsafe",
            Self.word(SampleWord.paragraph("x"), "<!DOCTYPE d [<!ENTITY % r SYSTEM \"http://127.0.0.1:9/e.dtd\"> %r;]>")),
        File("billion laughs", "unsafe", Self.word(SampleWord.paragraph("&l9;"), Self.laughs)),
        File(
            "quadratic entities", "unsafe",
            Self.word(
                SampleWord.paragraph(String(repeating: "&a;", count: 20_000)),
                "<!DOCTYPE d [<!ENTITY a \"\(String(repeating: "A", count: 100_000))\">]>")),
        File("document type alone", "unsafe", Self.word(SampleWord.paragraph("x"), "<!DOCTYPE d>")),
        File("document type in small letters", "broken", Self.word(SampleWord.paragraph("x"), "<!doctype d>")),
        File("document type in a relation", "unsafe", Self.part("word/_rels/document.xml.rels", "\(Self.doctype)<R/>")),
        File("document type in a header", "unsafe", Self.part("word/header1.xml", "\(Self.doctype)<w:hdr/>")),
        File("document type in the styles", "docx", Self.part("word/styles.xml", "\(Self.doctype)<w:styles/>")),
        File(
            "UTF-16", "unsafe",
            Self.raw([0xFF, 0xFE] + SampleWord.document(SampleWord.paragraph("x")).utf8.flatMap { [$0, 0] })),
        File("UTF-16 without a mark", "unsafe", Self.raw(SampleWord.document("x").utf8.flatMap { [$0, 0] })),
        File("UTF-7", "unsafe", Self.raw(Array("<?xml version=\"1.0\" encoding=\"UTF-7\"?><d/>".utf8))),
        File("EBCDIC", "unsafe", Self.raw(Array("<?xml version=\"1.0\" encoding=\"ebcdic-cp-us\"?><d/>".utf8))),
        File("30 MB of blanks", "tooLarge", Self.raw([UInt8](repeating: 0x20, count: 30_000_000))),
        File("30 MB in one text", "tooLarge", Self.word("<w:p><w:r><w:t>" + String(repeating: "A", count: 30_000_000))),
        File(
            "19 MB of headers, three times", "tooLarge",
            SampleZip.packed(
                (1...3).map { .init(name: "word/header\($0).xml", content: [UInt8](repeating: 0x20, count: 19_000_000)) })),
        File("2,001 parts", "tooLarge", SampleZip.packed((0...2_000).map { ("junk/\($0).xml", "") })),
        File("20,000 parts", "tooLarge", SampleZip.packed((0..<20_000).map { ("junk/\($0).xml", "") })),
        File("path out of the archive", "docx", Self.part("../../../../tmp/resumepro-escaped", "x")),
        File("absolute path", "docx", Self.part("/tmp/resumepro-escaped", "x")),
        File("path with a zero", "docx", Self.part("word/\u{1}evil", "x")),
        File(
            "link for a document", "broken",
            SampleZip.packed([.init(name: "word/document.xml", content: [], linkTarget: "/etc/passwd")])),
        File(
            "two documents of one name", "docx",
            Self.part("word/document.xml", SampleWord.document(SampleWord.paragraph("Eve"), prologue: Self.doctype))),
        File(
            "zip under a password", "encrypted",
            SampleZip.packed(
                [.init(name: "word/document.xml", content: Array(SampleWord.document("x").utf8))], password: "secret")),
        File("zip in a zip", "unsafe", Self.raw(Self.word())),
        File(
            "cut off in the middle", "broken",
            Array(Self.word(String(repeating: SampleWord.paragraph("Ada"), count: 99)).prefix(250))),
        File(
            "a zip's first bytes", "broken", [0x50, 0x4B, 0x03, 0x04] + (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 37) }),
        File("empty zip", "unsupported", [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)),
        File("100,000 elements in one another", "unsafe", Self.word(Self.deep(100_000))),
        File("2,000 tables in one another", "unsafe", Self.word(Self.deep(2_000, "w:tbl"))),
        File("element without an end", "broken", Self.word("<w:p><w:r><w:t>Ada")),
        File("letters that are none", "broken", Self.raw(Array("<d>".utf8) + [0xC3, 0x28, 0xFF] + Array("</d>".utf8))),
        File("zero inside", "broken", Self.raw(Array((SampleWord.document(SampleWord.paragraph("Ada")) + "\0").utf8))),
        File(
            "attribute of a megabyte", "docx",
            Self.word("<w:p w:x=\"\(String(repeating: "a", count: 1_000_000))\"/>" + SampleWord.paragraph("Ada"))),
        File("200,000 empty paragraphs", "noText", Self.word(String(repeating: "<w:p/>", count: 200_000))),
        File(
            "ends of fields and rows that never began", "docx",
            Self.word("<w:fldChar w:fldCharType=\"end\"/><w:tc/>" + SampleWord.paragraph("Ada"))),
        File(
            "600 kB of text", "tooLarge",
            Self.word(String(repeating: SampleWord.paragraph(String(repeating: "Ada ", count: 250)), count: 600))),
        File("no document in it", "unsupported", SampleZip.packed([("word/other.xml", "<x/>")])),
        File("spreadsheet", "unsupported", SampleZip.packed([("xl/workbook.xml", "<x/>")])),
        File("slides", "unsupported", SampleZip.packed([("ppt/presentation.xml", "<x/>")])),
        File("e-book", "unsupported", SampleZip.packed([("META-INF/container.xml", "<x/>")])),
        File("program for Java", "unsupported", SampleZip.packed([("META-INF/MANIFEST.MF", "x"), ("A.class", "x")])),
        File("OpenDocument with an entity", "unsafe", SampleOpenDocument.file("<text:p>&x;</text:p>", prologue: Self.doctype)),
        File(
            "OpenDocument under a password", "encrypted",
            SampleOpenDocument.file("<text:p>Ada</text:p>", manifest: "<manifest:encryption-data/>")),
        File("OpenDocument spreadsheet", "unsupported", SampleOpenDocument.file("<text:p>Ada</text:p>", type: "spreadsheet")),
        File(
            "OpenDocument with two milliard blanks", "odt",
            SampleOpenDocument.file(
                "<text:p>Ada<text:s text:c=\"2147483647\"/>B<text:s text:c=\"99999999999999999999\"/></text:p>")),
        File("OpenDocument in depth", "unsafe", SampleOpenDocument.file(Self.deep(1_000, "text:section"))),
        File(
            "old office file", "unsupported",
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 4_088)),
        File(
            "office file under a password", "encrypted",
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
                + "EncryptedPackage".utf8.flatMap { [$0, 0] }),
    ]

    @Test(.timeLimit(.minutes(2)), arguments: Self.files)
    func eachGetsItsAnswer(file: File) async {
        #expect(await outcome(file.make()) == file.outcome)
    }

    @Test func theFirstOfTwoDocumentsCounts() async throws {
        let file = Self.part("word/document.xml", SampleWord.document(SampleWord.paragraph("Eve")))
        #expect(try await text(file) == "Ada\n")
    }

    @Test func theLastDepthIsReadAndTheNextIsNot() async {
        // The document, its body, and the paragraph with a run and a text are five themselves.
        #expect(await outcome(Self.word(Self.deep(251))) == "docx")
        #expect(await outcome(Self.word(Self.deep(252))) == "unsafe")
    }

    @Test func theLastPartIsReadAndTheNextIsNot() async {
        var limits = DocumentLimits()
        limits.parts = 3
        #expect(await outcome(Self.part("a", "x"), limits: limits) == "docx")
        #expect(
            await outcome(SampleWord.file(SampleWord.paragraph("Ada"), more: [("a", ""), ("b", "")]), limits: limits)
                == "tooLarge")
    }

    @Test func theLastByteOfAPartIsReadAndTheNextIsNot() async {
        var limits = DocumentLimits()
        limits.partBytes = SampleWord.document(SampleWord.paragraph("Ada")).utf8.count
        #expect(await outcome(Self.word(), limits: limits) == "docx")
        limits.partBytes -= 1
        #expect(await outcome(Self.word(), limits: limits) == "tooLarge")
    }

    @Test func theLastByteOfAllPartsIsReadAndTheNextIsNot() async {
        var limits = DocumentLimits()
        let header = "<w:hdr \(SampleWord.namespaces)/>"
        limits.unpackedBytes = SampleWord.document(SampleWord.paragraph("Ada")).utf8.count + header.utf8.count
        #expect(await outcome(Self.part("word/header1.xml", header), limits: limits) == "docx")
        limits.unpackedBytes -= 1
        #expect(await outcome(Self.part("word/header1.xml", header), limits: limits) == "tooLarge")
    }
}
