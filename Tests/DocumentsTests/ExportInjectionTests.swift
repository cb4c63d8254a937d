import JSON
import Resume
import Testing

@testable import Documents

/// What a resume holds is text in every format, whatever it looks like.
@Suite struct ExportInjectionTests {
    static let attacks = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
        "'--><style>*{display:none}</style>",
        "</title></style></w:t></w:r>", "]]><w:p/>", "&lt;b&gt; &amp; &#106;", "${7*7} #{7*7} {{7*7}} <%= 7*7 %>",
        "#import \"@preview/x:1.0.0\"", "#read(\"/etc/passwd\")", "$ integral $ #eval(\"1\") \\ _a_ *b* `c` @ref <label>",
        "[click](javascript:alert(1))", "![x](http://evil.example/x.png)", "<javascript:alert(1)>", "[a]: http://evil.example",
        "**bold** __x__ ~~y~~ `z`", "# heading", "1. one", "- item", "| a | b |", "=HYPERLINK(\"http://evil.example\")",
        "HYPERLINK \"http://evil.example\"", "{ INCLUDEPICTURE \"http://evil.example/x.png\" }", "\u{202E}gnp.exe",
        "line\u{0}with\u{8}controls\u{FFFE}\u{1B}[31m", "%PDF-1.7", "../../etc/passwd", "a\r\nSet-Cookie: x=1",
    ]
    static let targets = [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)",
        "data:text/html,<script>1</script>",
        "vbscript:x", "file:///etc/passwd", "https://user:pass@evil.example/", "//evil.example/x",
        "https://evil.example/\"onclick=x",
        "mailto:a@b.example?bcc=c@d.example", "tel:+1", "ms-word:ofe|u|http://evil.example", "https://a.example/<b>",
        "\\\\evil\\x",
    ]

    /// An attack in every place that a resume has, keys and names of sections included.
    static func resume(_ attack: String) throws -> Resume {
        let entry: JSONValue = [
            "Position": .string(attack), "Company": .string(attack), "Dates": .string(attack),
            "Description": .string("• \(attack)\n\(attack)"),
            "Location": .string(attack), "URL": .string(attack), "Highlights": [.string(attack)],
        ]
        var sections: JSONObject = [
            "Name": .string(attack), "Title": .string(attack), "Location": .string(attack), "Email": .string(attack),
            "Phone": .string(attack), "Summary": .string(attack), "Experience": [entry],
            "Education": [
                [
                    "Degree": .string(attack), "Field": .string(attack), "Institution": .string(attack), "Dates": "",
                    "GPA": .string(attack),
                ]
            ],
            "Skills": [.string(attack), .string("\(attack): a, b")],
            "Links": [.string(attack), ["Name": .string(attack), "URL": .string(attack)]],
            "Projects": [["Name": .string(attack), "Nested": ["Deep": [.string(attack)]]]],
        ]
        let key = String(attack.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.map(Character.init).prefix(60))
        sections["X \(key)"] = [.string(attack)]
        return try Resume(.object(sections))
    }

    private let writer = DocumentReader(tools: DocumentTools(), processors: 2).writer

    private func text(_ attack: String, _ format: ExportFormat) async throws -> String {
        String(decoding: try await self.writer.file(Self.resume(attack), as: format).bytes, as: UTF8.self)
    }

    @Test(arguments: attacks + targets) func anHTMLPageHasOnlyItsOwnElementsAndTargets(attack: String) async throws {
        let html = try await self.text(attack, .html)
        let ours: Set = [
            "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "header", "main", "section", "article", "h1", "h2",
            "h3",
            "p", "ul", "li", "span", "strong", "a", "bdi",
        ]
        for piece in html.split(separator: "<").dropFirst(0) {
            let name = piece.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "!" }
            #expect(ours.contains(String(name)), "\(piece)")
        }
        #expect(html.split(separator: "<style>").count == 2 && html.split(separator: "</style>").count == 2)
        for href in html.split(separator: "href=\"").dropFirst() {
            #expect(["https://", "http://", "mailto:", "tel:"].contains { href.hasPrefix($0) }, "\(href)")
        }
        #expect(!html.contains("src=") || html.contains("src=x") == attack.contains("src=x"))
    }

    @Test(arguments: attacks + targets) func markdownIsReadBackAsTheSameText(attack: String) async throws {
        let markdown = try await self.text(attack, .markdown)
        let shown = MarkdownLine.plain(Substring(MarkdownWriter.escaped(LayoutText.line(attack))))
        #expect(shown.text == LayoutText.line(attack) && shown.targets.isEmpty)
        for target in markdown.split(separator: "](").dropFirst() where !attack.contains("](") {
            #expect(["https://", "http://", "mailto:", "tel:", "<https://"].contains { target.hasPrefix($0) }, "\(target)")
        }
    }

    @Test(arguments: attacks + targets) func aWordDocumentHasOnlyItsOwnElements(attack: String) async throws {
        let file = try await self.writer.file(Self.resume(attack), as: .docx)
        let archive = try ZipArchive(file.bytes, limits: DocumentLimits()) { _ in true }
        #expect(archive.names.count == 7)
        for (name, part) in archive.parts {
            let xml = String(decoding: part, as: UTF8.self)
            #expect(!xml.contains("instrText") && !xml.contains("fldSimple") && !xml.contains("<w:pict"), "\(name)")
            #expect(xml.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" }, "\(name)")
            for target in xml.split(separator: "Target=\"").dropFirst() where xml.contains("TargetMode") {
                let isOurs = ["https://", "http://", "mailto:", "tel:", "styles.xml", "numbering.xml"].contains {
                    target.hasPrefix($0)
                }
                #expect(isOurs, "\(target.prefix(80))")
            }
        }
        // Our own reader takes XML of no other than the declared shape.
        #expect(await outcome(file.bytes) == "docx")
    }

    @Test(arguments: targets) func whatIsNoPlainAddressIsNoTarget(target: String) {
        #expect(LayoutText.piece(target).target == nil && SafeLink.web(target) == nil && SafeLink.mail(target) == nil)
    }

    @Test func addressesAreTargets() {
        #expect(SafeLink.web("https://github.com/ada?tab=a&b=c") == "https://github.com/ada?tab=a&b=c")
        #expect(
            SafeLink.web("www.ada.example") == "https://www.ada.example"
                && SafeLink.web("github.com/ada") == "https://github.com/ada")
        #expect(SafeLink.web("Node.js") == nil && SafeLink.web("and/or") == nil)
        #expect(SafeLink.mail("ada+cv@byron.example") != nil && SafeLink.telephone("+44 (20) 7946-0018") == "tel:+442079460018")
        #expect(
            SafeLink.telephone("123456") == nil && SafeLink.telephone("1234567") != nil
                && SafeLink.telephone("1234567890123456") == nil)
        let long = "https://a.example/" + String(repeating: "x", count: SafeLink.maxBytes - 18)
        #expect(SafeLink.web(long) != nil && SafeLink.web(long + "x") == nil)
    }

    @Test(arguments: [
        ("Ada Byron", "Ada-Byron-Resume.pdf"), ("../../etc/passwd", "etc-passwd-Resume.pdf"), ("", "Resume.pdf"),
        ("a\r\nb\"; filename=x", "a-b-filename-x-Resume.pdf"), ("山田 太郎", "山田-太郎-Resume.pdf"), ("...", "Resume.pdf"),
        ("CON\u{202E}fdp", "CON-fdp-Resume.pdf"),
    ]) func namesOfFilesAreClean(person: String, name: String) {
        #expect(ExportFileName.name(for: person, .pdf) == name)
    }

    @Test func namesOfFilesAreBounded() {
        let name = ExportFileName.name(for: String(repeating: "é", count: 300), .docx)
        #expect(name.utf8.count <= ExportFileName.maxBytes + "-Resume.docx".utf8.count)
    }

    @Test(arguments: ["#12345", "red;}", "#1f4e7g", "url(x)", "#ＦＦＦ", "expression(1)", "", "#"]) func whatIsNoColourIsRefused(
        text: String
    ) {
        #expect(ExportColor(parsing: text) == nil)
    }

    @Test func coloursAreRead() {
        #expect(ExportColor(parsing: "#14e")?.hexadecimal == "1144ee" && ExportColor(parsing: "Navy")?.hexadecimal == "000080")
    }
}

/// Pages that Typst sets.
@Suite(.serialized, .enabled(if: writesPDF && readsPDF, "Typst or what reads PDF files is not installed"))
struct PDFWriterTests {
    private func writer(limits: DocumentLimits = DocumentLimits()) async -> DocumentWriter {
        let tools = await DocumentTools(confinement: .bubblewrap, recognizesScans: false, typst: typstFolder)
        return DocumentReader(tools: tools, limits: limits, processors: 2).writer
    }

    @Test func theSameResumeGivesTheSameBytes() async throws {
        let writer = await self.writer()
        let resume = try ExportedPeople.resume(7)
        #expect(try await writer.file(resume, as: .pdf) == writer.file(resume, as: .pdf))
    }

    @Test func attacksStandOnThePageAsText() async throws {
        let writer = await self.writer()
        for attack in ExportInjectionTests.attacks + ExportInjectionTests.targets {
            let file = try await writer.file(ExportInjectionTests.resume(attack), as: .pdf)
            let words = LayoutText.line(attack).filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
            #expect(
                try await text(file.bytes).filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.contains(words), "\(attack)")
            #expect(
                file.bytes.firstRange(of: Array("/JavaScript".utf8)) == nil
                    && file.bytes.firstRange(of: Array("/Launch".utf8)) == nil)
        }
    }

    @Test func withoutTypstItSaysWhatIsMissing() async throws {
        let tools = await DocumentTools(confinement: .bubblewrap, recognizesScans: false)
        let writer = DocumentReader(tools: tools, processors: 1).writer
        let resume = try ExportedPeople.resume(1)
        await #expect {
            _ = try await writer.file(resume, as: .pdf)
        } throws: { error in
            (error as? DocumentError)?.reason == .missingTool && (error as? DocumentError)?.message.contains("Typst") == true
        }
        #expect(tools.problems.contains { $0.contains("typst") })
    }

    @Test func whatTakesTooLongIsRefused() async throws {
        var limits = DocumentLimits()
        limits.programMemory = 64 << 20
        let writer = await self.writer(limits: limits)
        let resume = try ExportedPeople.resume(1)
        await #expect(throws: DocumentError.self) { try await writer.file(resume, as: .pdf) }
    }

    @Test func cancellingEndsIt() async throws {
        let writer = await self.writer()
        let resume = try ExportedPeople.resume(1)
        let task = Task { try await writer.file(resume, as: .pdf) }
        task.cancel()
        await #expect(throws: DocumentError.cancelled) { try await task.value }
    }
}
