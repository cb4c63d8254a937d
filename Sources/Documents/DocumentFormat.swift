/// The formats that are read, told apart by what is in the file; a name or a type that came with it says nothing.
package enum DocumentFormat: String, Sendable, CaseIterable {
    case pdf, docx, odt, doc, rtf, html, markdown, text
    /// JSON Resume 1.0 (jsonresume.org) and this server's own JSON.
    case json

    /// As people call it.
    package var name: String {
        switch self {
        case .pdf: "PDF"
        case .docx: "Word"
        case .odt: "OpenDocument"
        case .doc: "old Word"
        case .rtf: "RTF"
        case .html: "HTML"
        case .markdown: "Markdown"
        case .text: "text"
        case .json: "JSON"
        }
    }
}

extension DocumentFormat {
    /// What the first bytes say; nil for text of some kind. A zipped file is looked into later.
    /// - Throws: ``DocumentError/Reason/unsupported`` for what is known and not read.
    static func signature(of bytes: [UInt8]) throws(DocumentError) -> Signature? {
        // Readers of PDF allow some bytes before the header, and mail programs put some there (ISO 32000-1, annex H).
        if let header = bytes.prefix(1_024).firstRange(of: Array("%PDF-".utf8)) {
            let before = bytes[..<header.lowerBound]
            if before.allSatisfy({ $0 < 0x80 }) || before.count < 16 { return .pdf }
        }
        for (start, name) in self.foreign where bytes.starts(with: start) { throw .unsupported(name) }
        if bytes.count >= 12, bytes.starts(with: Array("RIFF".utf8)) || Array(bytes[4..<8]) == Array("ftyp".utf8) {
            throw .unsupported("Image and video")
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return .zip }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .compoundFile }
        if bytes.drop(while: { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }).starts(with: Array("{\\rtf".utf8)) {
            return .rtf
        }
        return nil
    }

    enum Signature: Equatable { case pdf, zip, compoundFile, rtf }

    private static let foreign: [(start: [UInt8], name: String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "Image"), ([0xFF, 0xD8, 0xFF], "Image"), (Array("GIF8".utf8), "Image"),
        ([0x49, 0x49, 0x2A, 0x00], "Image"), ([0x4D, 0x4D, 0x00, 0x2A], "Image"),
        ([0x1F, 0x8B], "Compressed"), ([0x42, 0x5A, 0x68], "Compressed"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "Compressed"),
        ([0x37, 0x7A, 0xBC, 0xAF], "Compressed"), (Array("Rar!".utf8), "Compressed"),
        ([0x28, 0xB5, 0x2F, 0xFD], "Compressed"), ([0x7F, 0x45, 0x4C, 0x46], "Program"),
        ([0x4D, 0x5A, 0x90, 0x00], "Program"), ([0xCA, 0xFE, 0xBA, 0xBE], "Program"), (Array("%!PS".utf8), "PostScript"),
        (Array("SQLite format 3".utf8), "Database"), ([0x00, 0x61, 0x73, 0x6D], "Program"),
    ]

    /// Which kind of text it is.
    static func ofText(_ text: String) -> DocumentFormat {
        let start = text.drop(while: \.isWhitespace).prefix(4_000)
        if start.first == "{" || start.first == "[" { return .json }
        let lowered = start.lowercased()
        let isMarkup =
            ["<!doctype html", "<html", "<head", "<body"].contains { lowered.hasPrefix($0) }
            || (lowered.hasPrefix("<!--") || lowered.hasPrefix("<?xml")) && lowered.contains("<html")
            || lowered.first == "<" && ["<p>", "<div", "<h1", "<br", "<table", "<ul"].contains { lowered.contains($0) }
        if isMarkup { return .html }
        return MarkdownText.isMarkdown(text) ? .markdown : .text
    }
}
