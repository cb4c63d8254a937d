import Documents
import Testing

@Suite struct TextDocumentTests {
    @Test(
        arguments: [
            ("café", Array("café".utf8)), ("café", [0xEF, 0xBB, 0xBF] + Array("café".utf8)),
            ("caf\u{E9}", [0x63, 0x61, 0x66, 0xE9]),
            ("12 €", [0x31, 0x32, 0x20, 0x80]), ("hé", [0xFF, 0xFE, 0x68, 0x00, 0xE9, 0x00]),
            ("hé", [0xFE, 0xFF, 0x00, 0x68, 0x00, 0xE9]),
        ] as [(String, [UInt8])])
    func commonEncodingsAreRead(text: String, bytes: [UInt8]) throws {
        #expect(try TextDocument(bytes).text == text)
    }

    @Test(
        arguments: [
            (Array("%PDF-1.7 ...".utf8), "PDF"), ([0x50, 0x4B, 0x03, 0x04, 0], "Word and other zipped"),
            (Array("{\\rtf1 x}".utf8), "RTF"),
            ([0x7F, 0x45, 0x4C, 0x46, 0x00], nil), (Array(128...255), nil),
        ] as [([UInt8], String?)])
    func filesThatAreNoTextAreNamedAndRefused(bytes: [UInt8], name: String?) {
        #expect(throws: DocumentError.unsupportedFormat(name: name)) { try TextDocument(bytes) }
    }

    @Test func anEmptyFileHasNoText() {
        #expect(throws: DocumentError.empty) { try TextDocument([]) }
    }
}
