import Testing

@testable import Documents

@Suite struct OfficeReaderTests {
    private func word(_ body: String, more: [(String, String)] = []) async throws -> String {
        try await text(SampleWord.file(body, more: more))
    }

    @Test func headersComeFirstAndFootersLast() async throws {
        let header = "<w:hdr \(SampleWord.namespaces)>\(SampleWord.paragraph("ada@byron.example"))</w:hdr>"
        let footer = "<w:ftr \(SampleWord.namespaces)>\(SampleWord.paragraph("References on request"))</w:ftr>"
        let read = try await self.word(
            SampleWord.paragraph("Ada Byron"), more: [("word/footer1.xml", footer), ("word/header1.xml", header)])
        #expect(read == "ada@byron.example\n\nAda Byron\n\nReferences on request\n")
    }

    /// Word names its styles in the language of its user, but for what stands in the styles' part.
    @Test func headingsAndItemsAreKnownByTheirStylesNames() async throws {
        let styles = """
            <w:styles \(SampleWord.namespaces)><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>\
            <w:style w:styleId="Aufz"><w:name w:val="List Bullet"/></w:style></w:styles>
            """
        let read = try await self.word(
            SampleWord.paragraph("Ada Byron") + SampleWord.paragraph("Experience", style: "berschrift1")
                + SampleWord.paragraph("Wrote notes", style: "Aufz"), more: [("word/styles.xml", styles)])
        #expect(read == "Ada Byron\n\nExperience\n• Wrote notes\n")
    }

    @Test func linksBehindWordsFollowTheirLine() async throws {
        let body = """
            <w:p><w:hyperlink r:id="r0"><w:r><w:t>Write me</w:t></w:r></w:hyperlink><w:r><w:t> </w:t></w:r>\
            <w:hyperlink r:id="r1"><w:r><w:t>LinkedIn</w:t></w:r></w:hyperlink></w:p>\
            <w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> HYPERLINK "https://github.com/ada" </w:instrText>\
            <w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Code</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>\
            <w:p><w:hyperlink r:id="r2"><w:r><w:t>https://engine.example/</w:t></w:r></w:hyperlink></w:p>
            """
        let relations = SampleWord.relations(
            ["mailto:ada@byron.example?subject=Hello", "https://linkedin.com/in/ada", "https://engine.example"])
        let read = try await self.word(body, more: [("word/_rels/document.xml.rels", relations)])
        #expect(
            read
                == "Write me LinkedIn\nada@byron.example\nhttps://linkedin.com/in/ada\nCode\nhttps://github.com/ada\nhttps://engine.example/\n"
        )
    }

    @Test func aTextBoxIsReadOnceAndDeletedTextNever() async throws {
        let box = "<w:txbxContent>\(SampleWord.paragraph("In a box"))</w:txbxContent>"
        let read = try await self.word(
            """
            <w:p><w:r><mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent></w:r></w:p>\
            <w:p><w:r><w:t xml:space="preserve">Kept </w:t></w:r><w:ins><w:r><w:t>added</w:t></w:r></w:ins>\
            <w:del><w:r><w:delText>DELETED</w:delText><w:t>DELETED</w:t></w:r></w:del></w:p>\
            <w:sdt><w:sdtContent>\(SampleWord.paragraph("In a control"))</w:sdtContent></w:sdt>
            """)
        #expect(read == "In a box\n\nKept added\nIn a control\n")
    }

    private static func cell(_ lines: String...) -> String {
        "<w:tc>\(lines.map { SampleWord.paragraph($0) }.joined())</w:tc>"
    }

    @Test func rowsOfShortCellsAreLinesAndColumnsOfTextFollowOneAnother() async throws {
        let read = try await self.word(
            """
            <w:tbl><w:tr>\(Self.cell("2019 - 2021"))\(Self.cell("Analyst, Engines", "Wrote notes"))</w:tr>\
            <w:tr>\(Self.cell("Phone"))\(Self.cell("+44 20"))</w:tr>\
            <w:tr>\(Self.cell("CONTACT", "ada@byron.example"))\(Self.cell("EXPERIENCE", "Analyst"))</w:tr></w:tbl>
            """)
        #expect(
            read
                == "2019 - 2021\tAnalyst, Engines\nWrote notes\nPhone\t+44 20\nCONTACT\nada@byron.example\n\nEXPERIENCE\nAnalyst\n"
        )
    }

    @Test func whatExtractionLeavesIsMadePlain() async throws {
        let read = try await self.word(
            SampleWord.paragraph("E X P E R I E N C E") + SampleWord.paragraph("e\u{FB03}cient o\u{AD}ffice\u{A0}work\u{200B}")
                + SampleWord.paragraph("\u{F0B7} Wrote notes") + SampleWord.paragraph("W O R K   H I S T O R Y"))
        #expect(read == "EXPERIENCE\nefficient office work\n• Wrote notes\nWORK HISTORY\n")
    }

    @Test func openDocumentIsReadWithItsHeadersListsTablesAndLinks() async throws {
        let file = SampleOpenDocument.file(
            """
            <text:h>Experience</text:h><text:list><text:list-item><text:p>Wrote<text:s text:c="1"/>notes</text:p></text:list-item></text:list>\
            <text:p><text:a xlink:href="mailto:ada@byron.example">Email</text:a><office:annotation><text:p>NOTE</text:p></office:annotation></text:p>\
            <text:tracked-changes><text:p>DELETED</text:p></text:tracked-changes>\
            <text:section><text:p>In a column</text:p></text:section>\
            <table:table><table:table-row><table:table-cell><text:p>Phone</text:p></table:table-cell>\
            <table:table-cell><text:p>+44 20</text:p></table:table-cell></table:table-row></table:table>
            """,
            styles: "<text:p>style</text:p><style:header><text:p>Ada Byron</text:p></style:header>")
        #expect(
            try await text(file)
                == "Ada Byron\n\nExperience\n• Wrote notes\nEmail\nada@byron.example\nIn a column\nPhone\t+44 20\n")
    }
}
