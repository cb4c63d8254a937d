import Testing

@testable import Documents

@Suite struct MarkupReaderTests {
    private func text(_ source: String) async throws -> String { try await DocumentsTests.text(Array(source.utf8)) }

    @Test func htmlIsReadAsItIsShown() async throws {
        let read = try await self.text(
            """
            <!doctype html><html><head><title>No</title><style>.a{}</style></head><body><h1>Ada  &amp;
            Byron</h1><p><a href="mailto:ada@byron.example">Email</a> · <a href="https://github.com/ada">github.com/ada</a></p>
            <h2>Experience</h2><ul><li>Wrote <b>no</b>tes<li><p>Drew tables</p></ul><table><tr><td>2019</td><td>Analyst</td></tr></table>
            <div hidden>No</div><script>var no</script>One<br>Two</body></html>
            """)
        #expect(
            read == """
                Ada & Byron
                Email · github.com/ada
                ada@byron.example

                Experience
                • Wrote notes
                • Drew tables

                2019\tAnalyst
                One
                Two

                """)
    }

    @Test func markdownKeepsItsStructure() async throws {
        let read = try await self.text(
            """
            # Ada Byron #
            **Engineer** at *Analytical\\_Engines* `now`
            [Email](mailto:ada@byron.example) <https://ada.example> ![picture](x.png)
            Experience
            ----------
            - Wrote [notes](https://engine.example/notes)
            * Used C_sharp_names and 2 * 3
            > quoted

            | Year | Role |
            |------|------|
            | 1842 | Analyst |
            """)
        #expect(
            read == """
                Ada Byron
                Engineer at Analytical_Engines now
                Email https://ada.example picture
                ada@byron.example

                Experience
                • Wrote notes
                https://engine.example/notes
                • Used C_sharp_names and 2 * 3
                quoted

                Year\tRole
                1842\tAnalyst

                """)
    }

    @Test func rtfIsReadWithItsLettersListsAndLinks() async throws {
        let read = try await self.text(
            """
            {\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}}{\\stylesheet{NO;}}
            {\\info{\\title NO}}\\f0 Ren\\'e9e \\u8217\\'92s {\\f1 \\'c0\\'e4\\'e0} \\emdash  end\\par
            {\\field{\\*\\fldinst{ HYPERLINK "mailto:ada@byron.example" }}{\\fldrslt{Email}}}\\par
            {\\listtext\\'b7\\tab}Wrote notes\\par {\\*\\unknown NO}{\\pict 0102}{\\v NO}\\u-10179 ?\\u-8704 ?\\par
            A\\cell B\\row}
            """)
        #expect(read == "Renée ’s Ада — end\nEmail\nada@byron.example\n• Wrote notes\n😀\nA\tB\n")
    }

    @Test func plainTextStaysAsItIs() async throws {
        let source = "Ada Byron     London\n\n  - Wrote notes\r\n"
        #expect(try await self.text(source) == source)
    }
}
