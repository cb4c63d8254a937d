/// The formats that a resume is written in.
package enum ExportFormat: String, Sendable, CaseIterable {
    /// This server's own JSON.
    case json
    /// JSON Resume 1.0 (jsonresume.org).
    case jsonresume
    case markdown, html, pdf, docx, txt

    package var mediaType: String {
        switch self {
        case .json, .jsonresume: "application/json"
        case .markdown: "text/markdown; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .txt: "text/plain; charset=utf-8"
        }
    }

    /// What follows the last dot of a file's name.
    package var fileExtension: String {
        switch self {
        case .json: "json"
        case .jsonresume: "jsonresume.json"
        case .markdown: "md"
        case .html: "html"
        case .pdf: "pdf"
        case .docx: "docx"
        case .txt: "txt"
        }
    }
}

/// A resume as a file.
package struct ExportedFile: Sendable, Equatable {
    package var bytes: [UInt8]
    /// Safe as a file's name on every system, and never empty; it may hold letters of any script.
    package var name: String
    /// The media type.
    package var type: String
}

enum ExportFileName {
    /// Bytes before the extension. File systems take 255; mail programs and zip tools cut earlier.
    static let maxBytes = 80

    /// `Ada-Byron-Resume.pdf`: letters and digits of the person's name, whatever else stands in it parted by hyphens.
    static func name(for person: String, _ format: ExportFormat) -> String {
        var name = ""
        for character in person {
            // A character is taken whole, with its accents, or not at all.
            let next = character.isLetter || character.isNumber ? character : "-"
            if next == "-", name.isEmpty || name.last == "-" { continue }
            guard name.utf8.count + next.utf8.count <= self.maxBytes else { break }
            name.append(next)
        }
        while name.last == "-" { name.removeLast() }
        return (name.isEmpty ? "Resume" : "\(name)-Resume") + "." + format.fileExtension
    }
}
