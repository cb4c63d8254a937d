import Testing

@testable import Documents

/// PDF files of many looks, through the programs in their sandbox.
@Suite(.serialized, .enabled(if: readsPDF, "poppler-utils or bubblewrap is not installed")) struct PDFReaderTests {
    private static let sidebar = [
        "CONTACT", "+44 20 7946 0958", "Leeds", "", "SKILLS", "Python", "Spark", "SQL", "Airflow", "", "LANGUAGES", "English",
        "Hindi",
    ]
    private static let main = [
        "PROFILE", "Data engineer with ten years in finance and retail.", "", "EXPERIENCE", "Lead Data Engineer, Barrow Bank",
        "Moved 300 nightly jobs and cut failures by nine tenths.", "Hired and led a team of six.", "",
        "Data Engineer, Tall Trees",
        "Built the tables that five products read from.", "Cut the bill by 40 %.",
    ]

    private static func words(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }

    @Test func twoColumnsDrawnOneAfterTheOtherAreReadSo() async throws {
        let texts =
            [SamplePDF.Text(200, 810, "Priya Nair", size: 20)]
            + SamplePDF.column(Self.sidebar, left: 40, top: 770) + SamplePDF.column(Self.main, left: 220, top: 770)
        let read = try await text(SamplePDF.pages([texts]))
        #expect(Self.words(read) == Self.words((["Priya Nair"] + Self.sidebar + Self.main).joined(separator: " ")))
    }

    /// As programs do that print tables: each row from left to right.
    @Test func twoColumnsDrawnRowByRowAreReadOneAfterTheOther() async throws {
        let columns = SamplePDF.column(Self.sidebar, left: 40, top: 770) + SamplePDF.column(Self.main, left: 220, top: 770)
        let rows = columns.sorted { ($1.bottom, $0.left) < ($0.bottom, $1.left) }
        let read = try await text(SamplePDF.pages([[SamplePDF.Text(200, 810, "Priya Nair", size: 20)] + rows]))
        #expect(Self.words(read) == Self.words((["Priya Nair"] + Self.sidebar + Self.main).joined(separator: " ")))
    }

    /// As browsers do that print boxes: first all headings, then what is under them.
    @Test func headingsThatAreDrawnFirstAreReadInTheirPlaces() async throws {
        let lines = SamplePDF.column(Self.main, left: 60, top: 780)
        let headings = lines.filter { ["PROFILE", "EXPERIENCE"].contains($0.text) }
        let rest = lines.filter { !["PROFILE", "EXPERIENCE"].contains($0.text) }
        let read = try await text(SamplePDF.pages([headings + rest]))
        #expect(Self.words(read) == Self.words(Self.main.joined(separator: " ")))
    }

    @Test func aDateAtTheMarginStaysInItsLine() async throws {
        let read = try await text(
            SamplePDF.pages([
                [
                    .init(60, 780, "Data Engineer, Tall Trees"), .init(480, 780, "2014 - 2019"),
                    .init(60, 766, "Built tables."),
                    .init(60, 740, "Clerk, Small Bush"), .init(480, 740, "2012 - 2014"), .init(60, 726, "Counted leaves."),
                ]
            ]))
        #expect(
            read == "Data Engineer, Tall Trees\t2014 - 2019\nBuilt tables.\n\nClerk, Small Bush\t2012 - 2014\nCounted leaves.\n"
        )
    }

    @Test func anEmptyLineStandsBeforeAHeading() async throws {
        let read = try await text(
            SamplePDF.pages([
                [
                    .init(60, 780, "Ada Byron"), .init(60, 766, "Engineer of engines and of much else"),
                    .init(60, 750, "Experience", size: 15), .init(60, 736, "Analyst, Analytical Engines, 1842 and later"),
                ]
            ]))
        #expect(
            read
                == "Ada Byron\nEngineer of engines and of much else\n\nExperience\nAnalyst, Analytical Engines, 1842 and later\n"
        )
    }

    @Test func bulletsOfAllKindsAreOneKind() async throws {
        let read = try await text(
            SamplePDF.pages([
                [
                    .init(60, 780, "•"), .init(75, 780, "Wrote notes."), .init(60, 766, "- Read plans."),
                    .init(60, 752, "\u{2022} Drew tables."),
                ]
            ]))
        #expect(read == "• Wrote notes.\n• Read plans.\n• Drew tables.\n")
    }

    @Test func linksBehindWordsFollowTheContactLines() async throws {
        let read = try await text(
            SamplePDF.lines(
                ["Ada Byron", "Email | LinkedIn | +44 20 7946 0958", "", "EXPERIENCE", "Analyst"],
                links: [
                    "mailto:ada@byron.example", "https://www.linkedin.com/in/ada", "tel:+442079460958",
                    "https://engine.example/notes",
                    "javascript:alert(1)",
                ]))
        #expect(
            read == """
                Ada Byron
                Email | LinkedIn | +44 20 7946 0958
                ada@byron.example
                https://www.linkedin.com/in/ada

                EXPERIENCE
                Analyst

                Links
                • https://engine.example/notes

                """)
    }

    @Test func whatBelongsToThePagesIsLeftOut() async throws {
        let page = { (number: Int) -> [SamplePDF.Text] in
            [
                .init(60, 815, "Ada Byron - Resume"),
                .init(60, 700, "Text of page the \(["first", "second", "third"][number - 1])"),
                .init(280, 20, "Page \(number) of 3"),
            ]
        }
        let read = try await text(SamplePDF.pages([page(1), page(2), page(3)]))
        #expect(
            Self.words(read)
                == Self.words("Ada Byron - Resume Text of page the first Text of page the second Text of page the third"))
    }

    @Test func aScanIsToldFromABrokenFile() async {
        await #expect(throws: PDFReader.scanned) { try await read(SamplePDF.pages([[]])) }
    }

    @Test func pagesAreCounted() async throws {
        guard case .text(let document) = try await read(SamplePDF.pages([[.init(60, 700, "Ada")], [.init(60, 700, "Byron")]]))
        else {
            return
        }
        #expect(document.pages == 2 && document.format == .pdf)
    }

    @Test func cancellingEndsTheProgram() async throws {
        let tools = await DocumentTools(confinement: .bubblewrap, recognizesScans: false)
        let reader = DocumentReader(tools: tools, processors: 1)
        // Keeps the program busy for its whole eight seconds.
        let content = SamplePDF.deflated(SamplePDF.deflated([UInt8](repeating: 0x20, count: 400_000_000)))
        var pdf = SamplePDF()
        pdf.add("<< /Type /Catalog /Pages 2 0 R >>")
        pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>")
        pdf.addStream(content, dictionary: "/Filter [/FlateDecode /FlateDecode]")
        let file = pdf.file()
        let (stages, continuation) = AsyncStream.makeStream(of: DocumentProgress.self)
        let work = Task { try await reader.contents(of: file) { continuation.yield($0) } }
        for await _ in stages { break }
        let start = ContinuousClock.now
        work.cancel()
        let result = await work.result
        #expect(throws: DocumentError.cancelled) { try result.get() }
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test func whoComesWhenAllPlacesAreTakenIsToldToWait() async throws {
        let tools = await DocumentTools(confinement: .bubblewrap, recognizesScans: false)
        let reader = DocumentReader(tools: tools, processors: 1)
        let file = SamplePDF.lines(["Ada Byron", "Engineer"])
        let queued = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    let (stages, continuation) = AsyncStream.makeStream(of: DocumentProgress.Stage.self)
                    _ = try await reader.contents(of: file) { continuation.yield($0.stage) }
                    continuation.finish()
                    return await stages.contains(.queued)
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(queued > 0)
    }
}
