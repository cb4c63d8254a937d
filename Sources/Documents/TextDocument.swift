import Foundation

/// Why a file gives no text.
package enum DocumentError: Error, Equatable, Sendable {
    case empty
    /// A format that is not read; `name` as people call it, nil if it was not recognized.
    case unsupportedFormat(name: String?)

    package var message: String {
        switch self {
        case .empty: "The file is empty."
        case .unsupportedFormat(let name):
            "\(name.map { "\($0) files" } ?? "Files of this kind") cannot be read yet. Please paste the text, or send a text file."
        }
    }
}

/// The text of a plain-text file, Markdown included. The content tells the format, never the file's name.
package struct TextDocument: Sendable, Equatable {
    package var text: String

    /// UTF-8, or UTF-16 with a byte order mark, or else Windows-1252.
    package init(_ bytes: [UInt8]) throws(DocumentError) {
        guard !bytes.isEmpty else { throw .empty }
        if let format = Self.binaryFormats.first(where: { bytes.starts(with: $0.signature) }) {
            throw .unsupportedFormat(name: format.name)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]), let text = String(validating: bytes.dropFirst(3), as: UTF8.self) {
            self.text = text
        } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]),
            let text = String(bytes: bytes, encoding: .utf16)
        {
            self.text = text
        } else if bytes.contains(0) {
            throw .unsupportedFormat(name: nil)
        } else if let text = String(validating: bytes, as: UTF8.self) {
            self.text = text
        } else if Self.isWestern(bytes), let text = String(bytes: bytes, encoding: .windowsCP1252) {
            self.text = text
        } else {
            throw .unsupportedFormat(name: nil)
        }
    }

    /// Western texts have an accent here and there; where every third byte is one it is another alphabet, or no text.
    private static func isWestern(_ bytes: [UInt8]) -> Bool { bytes.lazy.filter { $0 >= 0x80 }.count * 3 < bytes.count }

    /// First bytes of the formats that people take for text files.
    private static let binaryFormats: [(signature: [UInt8], name: String)] = [
        (Array("%PDF-".utf8), "PDF"), ([0x50, 0x4B, 0x03, 0x04], "Word and other zipped"),
        ([0xD0, 0xCF, 0x11, 0xE0], "Old Word"),
        (Array("{\\rtf".utf8), "RTF"), ([0x89, 0x50, 0x4E, 0x47], "Image"), ([0xFF, 0xD8, 0xFF], "Image"),
    ]
}
