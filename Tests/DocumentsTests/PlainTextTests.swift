import Testing

@testable import Documents

@Suite struct PlainTextTests {
    @Test(
        arguments: [
            ("café", Array("café".utf8)), ("café", [0xEF, 0xBB, 0xBF] + Array("café".utf8)),
            ("caf\u{E9}", [0x63, 0x61, 0x66, 0xE9]),
            ("12 €", [0x31, 0x32, 0x20, 0x80]), ("hé", [0xFF, 0xFE, 0x68, 0x00, 0xE9, 0x00]),
            ("hé", [0xFE, 0xFF, 0x00, 0x68, 0x00, 0xE9]),
            ("Ada Byron", "Ada Byron".utf8.flatMap { [$0, 0] }), ("Ada Byron", "Ada Byron".utf8.flatMap { [0, $0] }),
        ] as [(String, [UInt8])])
    func commonEncodingsAreRead(text: String, bytes: [UInt8]) throws {
        #expect(try PlainText.decode(bytes) == text)
    }

    @Test(
        arguments: [
            Array(128...255), [0x41, 0x00, 0x42], [0xFF, 0xFE, 0x00, 0xD8], Array("a\u{1}\u{2}\u{3}".utf8) + [0xFF],
        ] as [[UInt8]])
    func whatIsNoTextIsRefused(bytes: [UInt8]) {
        #expect(throws: DocumentError.unsupported(nil)) { try PlainText.decode(bytes) }
    }

    @Test func aTextOfTheLargestSizeIsReadAndOneByteMoreIsNot() throws {
        var limits = DocumentLimits()
        limits.textBytes = 10
        #expect(try PlainText.document("0123456789", limits: limits).text == "0123456789")
        #expect(throws: DocumentError.self) { try PlainText.document("0123456789a", limits: limits) }
    }

    @Test(
        arguments: [
            (DocumentFormat.html, "<!DOCTYPE html><p>Ada"), (.html, "<!-- x --><html><body>Ada"), (.html, "<div>Ada</div>"),
            (.json, " {\"Name\": \"Ada\"}"), (.markdown, "# Ada Byron\n\nEngineer"),
            (.markdown, "Ada\n[me](https://a.example)"),
            (.text, "Ada Byron\nEngineer"), (.text, "<ada@byron.example>\nEngineer"), (.text, "#1 in sales"),
        ] as [(DocumentFormat, String)])
    func theContentTellsTheFormat(format: DocumentFormat, text: String) {
        #expect(DocumentFormat.ofText(text) == format)
    }

    @Test(
        arguments: [
            (DocumentFormat.Signature.pdf, Array("%PDF-1.4".utf8)), (.pdf, Array("\n\n%PDF-1.4".utf8)),
            (.zip, [0x50, 0x4B, 0x03, 0x04]), (.rtf, Array(" {\\rtf1".utf8)), (nil, Array("Ada".utf8)),
        ] as [(DocumentFormat.Signature?, [UInt8])])
    func theFirstBytesTellTheFormat(signature: DocumentFormat.Signature?, bytes: [UInt8]) throws {
        #expect(try DocumentFormat.signature(of: bytes) == signature)
    }
}
