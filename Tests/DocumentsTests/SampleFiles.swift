import CArchive
import CZlib
import Foundation

/// Files that the tests make themselves: what a test says of a file's inside is all that is in it.
enum SampleZip {
    struct Part {
        var name: String
        var content: [UInt8]
        var linkTarget: String?
    }

    static func packed(_ parts: [(String, String)]) -> [UInt8] {
        self.packed(parts.map { Part(name: $0.0, content: Array($0.1.utf8)) })
    }

    static func packed(_ parts: [Part], password: String? = nil) -> [UInt8] {
        let archive = archive_write_new()
        defer { archive_write_free(archive) }
        archive_write_set_format_zip(archive)
        if let password {
            archive_write_set_options(archive, "zip:encryption=traditional")
            archive_write_set_passphrase(archive, password)
        }
        var buffer = [UInt8](repeating: 0, count: parts.reduce(65_536) { $0 + $1.content.count + 1_000 })
        var used = 0
        buffer.withUnsafeMutableBytes { bytes in
            archive_write_open_memory(archive, bytes.baseAddress, bytes.count, &used)
            for part in parts {
                let entry = archive_entry_new()
                archive_entry_set_pathname(entry, part.name)
                archive_entry_set_perm(entry, 0o644)
                if let target = part.linkTarget {
                    archive_entry_set_filetype(entry, 0o120000)
                    archive_entry_set_symlink(entry, target)
                } else {
                    archive_entry_set_filetype(entry, 0o100000)
                    archive_entry_set_size(entry, Int64(part.content.count))
                }
                archive_write_header(archive, entry)
                _ = part.content.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
                archive_entry_free(entry)
            }
            archive_write_close(archive)
        }
        return Array(buffer[..<used])
    }
}

enum SampleWord {
    static let namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        """

    static func paragraph(_ text: String, style: String? = nil) -> String {
        let style = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
        return "<w:p>\(style)<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
    }

    static func document(_ body: String, prologue: String = "") -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(prologue)<w:document \(self.namespaces)><w:body>\(body)</w:body></w:document>"
    }

    static func file(_ body: String, prologue: String = "", more: [(String, String)] = []) -> [UInt8] {
        SampleZip.packed(
            [("[Content_Types].xml", "<Types/>"), ("word/document.xml", self.document(body, prologue: prologue))] + more)
    }

    static func relations(_ targets: [String]) -> String {
        let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        let relations = targets.enumerated().map { number, target in
            "<Relationship Id=\"r\(number)\" Type=\"\(type)\" Target=\"\(target)\" TargetMode=\"External\"/>"
        }
        return "<Relationships>\(relations.joined())</Relationships>"
    }
}

enum SampleOpenDocument {
    static let namespaces = """
        xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s" xmlns:xlink="x" xmlns:manifest="m"
        """

    static func file(
        _ body: String, styles: String = "", prologue: String = "", type: String = "text", manifest: String = ""
    ) -> [UInt8] {
        SampleZip.packed([
            ("mimetype", "application/vnd.oasis.opendocument.\(type)"),
            ("META-INF/manifest.xml", "<manifest:manifest \(self.namespaces)>\(manifest)</manifest:manifest>"),
            ("styles.xml", "<office:document-styles \(self.namespaces)>\(styles)</office:document-styles>"),
            (
                "content.xml",
                "\(prologue)<office:document-content \(self.namespaces)><office:text>\(body)</office:text></office:document-content>"
            ),
        ])
    }
}

/// PDF files written object by object (ISO 32000-1, 7.5).
struct SamplePDF {
    private var objects: [[UInt8]] = []

    /// - Returns: the object's number.
    @discardableResult
    mutating func add(_ object: String) -> Int { self.add(Array(object.utf8)) }

    @discardableResult
    mutating func add(_ object: [UInt8]) -> Int {
        self.objects.append(object)
        return self.objects.count
    }

    mutating func replace(_ number: Int, _ object: String) { self.objects[number - 1] = Array(object.utf8) }

    @discardableResult
    mutating func addStream(_ stream: [UInt8], dictionary: String = "") -> Int {
        self.add(Array("<< /Length \(stream.count) \(dictionary) >>\nstream\n".utf8) + stream + Array("\nendstream".utf8))
    }

    func file(trailer: String = "/Root 1 0 R") -> [UInt8] {
        var out = Array("%PDF-1.7\n".utf8)
        var places: [Int] = []
        for (number, object) in self.objects.enumerated() {
            places.append(out.count)
            out += Array("\(number + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = out.count
        out += Array("xref\n0 \(places.count + 1)\n0000000000 65535 f \n".utf8)
        for place in places { out += Array("\(String(repeating: "0", count: 10 - "\(place)".count))\(place) 00000 n \n".utf8) }
        out += Array("trailer << /Size \(places.count + 1) \(trailer) >>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return out
    }

    /// A text at a place, in points from the bottom left corner.
    struct Text {
        var left: Double
        var bottom: Double
        var size = 11.0
        var text: String

        init(_ left: Double, _ bottom: Double, _ text: String, size: Double = 11) {
            (self.left, self.bottom, self.size, self.text) = (left, bottom, size, text)
        }
    }

    /// Pages of 595 by 842 points with the texts drawn in the order given.
    static func pages(_ pages: [[Text]], links: [String] = [], catalog: String = "", compressed: Bool = false) -> [UInt8] {
        var pdf = SamplePDF()
        pdf.add("<< /Type /Catalog /Pages 2 0 R \(catalog) >>")
        pdf.add("")
        pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
        var kids: [Int] = []
        for (number, texts) in pages.enumerated() {
            let drawing = texts.map { text in
                let escaped = text.text.replacingOccurrences(of: "\\", with: "\\\\")
                    .replacingOccurrences(of: "(", with: "\\(").replacingOccurrences(of: ")", with: "\\)")
                return "BT /F1 \(text.size) Tf \(text.left) \(text.bottom) Td (\(escaped)) Tj ET"
            }.joined(separator: "\n")
            let bytes = [UInt8](drawing.data(using: .windowsCP1252) ?? Data())
            let content = compressed ? pdf.addStream(deflated(bytes), dictionary: "/Filter /FlateDecode") : pdf.addStream(bytes)
            let notes =
                number > 0
                ? ""
                : links.map {
                    "<< /Type /Annot /Subtype /Link /Rect [60 700 120 712] /A << /S /URI /URI (\($0)) >> >>"
                }.joined()
            kids.append(
                pdf.add(
                    """
                    << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(content) 0 R \
                    /Resources << /Font << /F1 3 0 R >> >> /Annots [\(notes)] >>
                    """))
        }
        pdf.replace(2, "<< /Type /Pages /Kids [\(kids.map { "\($0) 0 R" }.joined(separator: " "))] /Count \(kids.count) >>")
        return pdf.file()
    }

    /// One page with a line under the other.
    static func lines(_ lines: [String], links: [String] = []) -> [UInt8] {
        self.pages([self.column(lines, left: 60, top: 780)], links: links)
    }

    static func column(_ lines: [String], left: Double, top: Double, leading: Double = 14) -> [Text] {
        lines.enumerated().compactMap { number, line in
            line.isEmpty ? nil : Text(left, top - leading * Double(number), line)
        }
    }

    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var out = [UInt8](repeating: 0, count: czlib_bound(bytes.count))
        let size = czlib_compress(bytes, bytes.count, &out, out.count, 0)
        return Array(out[..<max(0, size)])
    }
}
