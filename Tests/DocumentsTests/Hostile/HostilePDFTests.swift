import Foundation
import Testing

@testable import Documents

/// PDF files that mean harm or are broken, and what each gets. They run in the sandbox, as in the server.
@Suite(.serialized, .enabled(if: readsPDF, "poppler-utils or bubblewrap is not installed")) struct HostilePDFTests {
    struct File: Sendable, CustomTestStringConvertible {
        var name: String
        var outcomes: Set<String>
        var make: @Sendable () -> [UInt8]
        var testDescription: String { self.name }

        init(_ name: String, _ outcomes: Set<String>, _ make: @autoclosure @escaping @Sendable () -> [UInt8]) {
            (self.name, self.outcomes, self.make) = (name, outcomes, make)
        }
    }

    private static let good = SamplePDF.lines(["Ada Byron", "Engineer"])

    /// One page with this content, compressed so many times.
    private static func page(_ content: [UInt8], times: Int = 1, box: String = "0 0 595 842") -> [UInt8] {
        var stream = content
        for _ in 0..<times { stream = SamplePDF.deflated(stream) }
        let filters = String(repeating: "/FlateDecode ", count: times)
        var pdf = SamplePDF()
        pdf.add("<< /Type /Catalog /Pages 2 0 R >>")
        pdf.add("<< /Type /Pages /Kids [4 0 R] /Count 1 >>")
        pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        pdf.add(
            "<< /Type /Page /Parent 2 0 R /MediaBox [\(box)] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>")
        pdf.addStream(stream, dictionary: "/Filter [\(filters)]")
        return pdf.file()
    }

    private static func encrypted() -> [UInt8] {
        var pdf = SamplePDF()
        pdf.add("<< /Type /Catalog /Pages 2 0 R >>")
        pdf.add("<< /Type /Pages /Kids [] /Count 0 >>")
        let key = String(repeating: "11", count: 32)
        pdf.add("<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <\(key)> /U <\(key)> >>")
        return pdf.file(trailer: "/Root 1 0 R /Encrypt 3 0 R /ID [<00><00>]")
    }

    private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

    private static let shown = "BT /F1 12 Tf 72 700 Td (bomb) Tj ET\n"

    static let files: [File] = [
        File("header alone", ["broken"], Self.text("%PDF-1.7\n")),
        File(
            "header and noise", ["broken"],
            Self.text("%PDF-1.7\n") + (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }),
        File("first half", ["broken"], Array(Self.good.prefix(Self.good.count / 3))),
        File("without its end", ["pdf"], Array(Self.good.dropLast(20))),
        File("without its table of objects", ["broken"], Array(Self.good.dropLast(120))),
        File("under a password", ["encrypted"], Self.encrypted()),
        File("no page", ["broken", "noText"], SamplePDF.pages([])),
        File("page without text", ["noText"], SamplePDF.pages([[]])),
        File("51 pages", ["tooLarge"], SamplePDF.pages((1...51).map { [.init(60, 700, "Page with \($0)")] })),
        File("5,000 pages", ["tooLarge"], SamplePDF.pages((1...5_000).map { [.init(60, 700, "Page with \($0)")] })),
        File(
            "page tree that bites its tail", ["broken", "noText"],
            Self.text(
                """
                %PDF-1.4
                1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
                2 0 obj << /Type /Pages /Kids [3 0 R 2 0 R] /Count 1000000 >> endobj
                3 0 obj << /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 99999 >> endobj
                trailer << /Root 1 0 R /Size 4 >>
                """)),
        File(
            "table of objects that points at itself", ["pdf", "broken"],
            Array(
                String(decoding: Self.good, as: UTF8.self).replacingOccurrences(
                    of: "/Root 1 0 R", with: "/Root 1 0 R /Prev 400"
                ).utf8)),
        File(
            "36 MB of drawing from a few kilobytes", ["tooLarge", "timedOut"],
            Self.page(Array(repeatElement(Self.text(Self.shown), count: 1_000_000).joined()), times: 2)),
        File(
            "blanks without end", ["noText", "timedOut"],
            Self.page([UInt8](repeating: 0x20, count: 200_000_000), times: 2)),
        File(
            "300,000 saved states and arrays", ["noText", "timedOut"],
            Self.page(Self.text(String(repeating: "q ", count: 300_000) + String(repeating: "[", count: 300_000)))),
        File(
            "page of 5 km", ["pdf", "noText"], Self.page(Self.text(Self.shown), box: "0 0 14400000 14400000")),
        File("page of no size", ["pdf", "noText"], Self.page(Self.text(Self.shown), box: "0 0 0 0")),
        File(
            "page with a box of no numbers", ["pdf", "noText", "broken"],
            Self.page(Self.text(Self.shown), box: "/a /b (c) null")),
        File(
            "words a thousand kilometres away", ["pdf", "noText"],
            Self.page(Self.text("BT /F1 12 Tf 99999999999 9e99 Td (far) Tj ET"))),
        File("letters of no size", ["pdf", "noText"], Self.page(Self.text("BT /F1 0 Tf 72 700 Td (small) Tj ET"))),
        File(
            "script, launch and upload", ["pdf"],
            SamplePDF.pages(
                [[.init(60, 700, "Ada Byron")]], links: ["javascript:alert(1)", "file:///etc/passwd"],
                catalog: "/OpenAction << /S /Launch /F (/bin/sh) >> /AA << /WC << /S /JavaScript /JS (app.alert(1)) >> >>")),
        File("PDF and zip in one", ["pdf"], Self.good + SampleWord.file(SampleWord.paragraph("Eve"))),
        File("HTML before the header", ["pdf"], Self.text("<html><script>x</script>\n") + Self.good),
        File(
            "filter that is none", ["noText", "broken"],
            Array(
                String(decoding: SamplePDF.lines(["Ada"]), as: UTF8.self).replacingOccurrences(
                    of: "/Length", with: "/Filter /Nothing /Length"
                ).utf8)),
        File(
            "9,000 links", ["pdf"],
            SamplePDF.pages([[.init(60, 700, "Ada Byron")]], links: (0..<9_000).map { "https://a\($0).example/x" })),
    ]

    @Test(.timeLimit(.minutes(2)), arguments: Self.files)
    func eachGetsItsAnswer(file: File) async {
        var limits = DocumentLimits()
        // Half of the default, so that what runs until it is stopped is stopped sooner; 5,000 pages take one.
        limits.programSeconds = 4
        let outcome = await outcome(file.make(), limits: limits)
        #expect(file.outcomes.contains(outcome), "\(outcome)")
    }

    @Test func theLastPageIsReadAndTheNextIsNot() async {
        var limits = DocumentLimits()
        limits.pages = 2
        #expect(await outcome(SamplePDF.pages([[.init(60, 700, "Ada")], [.init(60, 700, "Byron")]]), limits: limits) == "pdf")
        limits.pages = 1
        #expect(
            await outcome(SamplePDF.pages([[.init(60, 700, "Ada")], [.init(60, 700, "Byron")]]), limits: limits) == "tooLarge")
    }

    @Test func outputPastItsBoundIsRefused() async {
        var limits = DocumentLimits()
        limits.programOutputBytes = 700
        #expect(await outcome(SamplePDF.lines(["Ada"]), limits: limits) == "pdf")
        #expect(await outcome(SamplePDF.lines((1...20).map { "Ada Byron the \($0)" }), limits: limits) == "tooLarge")
    }

    @Test func aProgramIsEndedAtItsTime() async {
        var limits = DocumentLimits()
        limits.wallSeconds = 0
        #expect(await outcome(Self.good, limits: limits) == "timedOut")
    }

    @Test func aProgramIsEndedAtItsMemory() async {
        var limits = DocumentLimits()
        // Enough for the sandbox, too little for the file.
        limits.programMemory = 24 << 20
        let file = Self.page(Array(repeatElement(Self.text(Self.shown), count: 500_000).joined()), times: 2)
        #expect(["timedOut", "broken"].contains(await outcome(file, limits: limits)))
    }

    @Test func withoutProgramsAPDFIsRefusedByTheNameOfThePackage() async {
        let reader = DocumentReader(tools: DocumentTools(), processors: 1)
        await #expect {
            try await reader.contents(of: Self.good)
        } throws: { error in
            let error = error as? DocumentError
            return error?.reason == .missingTool && error?.message.contains("poppler-utils") == true
        }
    }

    @Test func withoutNamespacesAPDFIsRefused() async {
        var tools = await DocumentTools(confinement: .bubblewrap, recognizesScans: false)
        tools.namespacesAllowed = false
        let reader = DocumentReader(tools: tools, processors: 1)
        await #expect {
            try await reader.contents(of: Self.good)
        } throws: { error in
            let error = error as? DocumentError
            return error?.reason == .missingTool && error?.message.contains("namespaces") == true
        }
        #expect(tools.problems.contains { $0.contains("SANDBOX=limits") })
    }

    @Test func underLimitsAloneAPDFIsRead() async throws {
        guard case .text(let document) = try await read(Self.good, confinement: .limits) else { return }
        #expect(document.text == "Ada Byron\nEngineer\n")
    }
}
