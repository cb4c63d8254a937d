import CArchive

/// Zips the parts of a document, in memory.
enum ZipWriter {
    /// 1 January 2000: the same parts give the same bytes.
    private static let time = 946_684_800

    static func zip(_ parts: [(name: String, text: String)]) throws(DocumentError) -> [UInt8] {
        // What cannot be packed takes a few bytes more than itself; each entry has two headers of some hundred bytes.
        let capacity = parts.reduce(65_536) { $0 + $1.text.utf8.count + $1.text.utf8.count / 16 + 1_024 }
        var buffer = [UInt8](repeating: 0, count: capacity)
        var used = 0
        let isWhole = buffer.withUnsafeMutableBytes { memory -> Bool in
            guard let archive = archive_write_new() else { return false }
            defer { archive_write_free(archive) }
            guard archive_write_set_format_zip(archive) == ARCHIVE_OK,
                archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK,
                archive_write_open_memory(archive, memory.baseAddress, memory.count, &used) == ARCHIVE_OK
            else { return false }
            for part in parts where !self.write(part, into: archive) { return false }
            return archive_write_close(archive) == ARCHIVE_OK
        }
        guard isWhole else { throw DocumentError(.tooLarge, "The file could not be put together.") }
        return Array(buffer.prefix(used))
    }

    private static func write(_ part: (name: String, text: String), into archive: OpaquePointer) -> Bool {
        guard let entry = archive_entry_new() else { return false }
        defer { archive_entry_free(entry) }
        var text = part.text
        archive_entry_set_pathname(entry, part.name)
        archive_entry_set_size(entry, Int64(text.utf8.count))
        // A regular file, by the number that POSIX gives it (S_IFREG).
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_mtime(entry, self.time, 0)
        guard archive_write_header(archive, entry) == ARCHIVE_OK else { return false }
        return text.withUTF8 { archive_write_data(archive, $0.baseAddress, $0.count) == $0.count }
    }
}
