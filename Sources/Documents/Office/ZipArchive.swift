import CArchive

/// The parts of a zipped document that are asked for, unpacked into memory within bounds. Nothing is written to disk, so
/// where an entry's name points to does not matter.
struct ZipArchive {
    private(set) var parts: [String: [UInt8]] = [:]
    /// Names of all entries.
    private(set) var names: Set<String> = []

    /// - Parameter wants: whether a part is unpacked.
    init(_ bytes: [UInt8], limits: DocumentLimits, wants: (String) -> Bool) throws(DocumentError) {
        guard let archive = archive_read_new() else { throw Self.damaged }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip(archive)
        do {
            try bytes.withUnsafeBytes { buffer in
                guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
                    throw Self.damaged
                }
                try self.read(archive, limits: limits, wants: wants)
            }
        } catch let error as DocumentError { throw error } catch { throw Self.damaged }
    }

    private static let damaged = DocumentError(
        .broken, "The file is damaged and cannot be unpacked. Please save it again, or paste the text.")

    private mutating func read(_ archive: OpaquePointer, limits: DocumentLimits, wants: (String) -> Bool) throws {
        var total = 0
        var count = 0
        var entry: OpaquePointer?
        while true {
            let result = archive_read_next_header(archive, &entry)
            if result == ARCHIVE_EOF { return }
            guard result == ARCHIVE_OK || result == ARCHIVE_WARN else { throw Self.damaged }
            count += 1
            guard count <= limits.parts else { throw DocumentError.tooLarge("more than \(limits.parts) parts") }
            try Task.checkCancellation()
            guard let pathname = archive_entry_pathname(entry) else { continue }
            let name = String(cString: pathname)
            self.names.insert(name)
            // The first of two entries of one name counts, for every reader of the same file.
            guard wants(name), self.parts[name] == nil else { continue }
            if archive_entry_is_encrypted(entry) != 0 {
                throw DocumentError(.encrypted, "The file needs a password. Please send a copy without one.")
            }
            let part = try Self.data(archive, atMost: min(limits.partBytes, limits.unpackedBytes - total))
            total += part.count
            self.parts[name] = part
        }
    }

    private static func data(_ archive: OpaquePointer, atMost limit: Int) throws -> [UInt8] {
        var part: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let size = buffer.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
            if size == 0 { return part }
            guard size > 0 else { throw self.damaged }
            guard part.count + size <= limit else { throw DocumentError.tooLarge("it unpacks to more than a document has") }
            part += buffer[..<size]
            try Task.checkCancellation()
        }
    }
}

extension ZipArchive {
    var isOpenDocumentText: Bool {
        guard let type = self.parts["mimetype"] else { return true }
        return String(decoding: type, as: UTF8.self).hasPrefix("application/vnd.oasis.opendocument.text")
    }

    /// What it is, for the person who sent it.
    var kind: String {
        if self.names.contains(where: { $0.hasPrefix("xl/") }) { return "Excel" }
        if self.names.contains(where: { $0.hasPrefix("ppt/") }) { return "PowerPoint" }
        if self.names.contains("Index/Document.iwa") || self.names.contains("index.xml") { return "Pages" }
        if self.names.contains("META-INF/container.xml") { return "E-book" }
        return self.names.contains("content.xml") ? "OpenDocument spreadsheet and presentation" : "Zip"
    }
}
