import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Files that hold people's data: only their owner may read them.
enum DatabaseFile {
    /// Makes the file, and its directory, if they are not there. SQLite gives its journal the same permissions.
    static func prepare(_ path: String) throws(StorageError) {
        try self.prepareDirectory(of: path)
        try self.create(path)
    }

    static func prepareDirectory(of path: String) throws(StorageError) {
        let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard !FileManager.default.fileExists(atPath: directory) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw .unavailable(detail: "the directory \(directory) cannot be made") }
    }

    /// Makes an empty file, or takes the one that is there, and shuts others out of it.
    static func create(_ path: String) throws(StorageError) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw self.failure("open", path) }
        defer { close(file) }
        guard fchmod(file, 0o600) == 0 else { throw self.failure("protect", path) }
    }

    /// Waits until the file, or the directory's list of files, is on the disk.
    static func synchronize(_ path: String) throws(StorageError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw self.failure("open", path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw self.failure("synchronize", path) }
    }

    /// Puts a file in the place of another, or where none is, for good.
    static func move(_ path: String, to other: String) throws(StorageError) {
        guard rename(path, other) == 0 else { throw self.failure("move", path) }
        try self.synchronize(URL(fileURLWithPath: other).deletingLastPathComponent().path)
    }

    static func failure(_ verb: String, _ path: String) -> StorageError {
        let code = errno
        return code == ENOSPC || code == EDQUOT
            ? .full : .unavailable(detail: "cannot \(verb) \(path): \(String(cString: strerror(code)))")
    }
}

/// Lets one program at a time have a database open for writing: two servers would not know of each other's clients. The
/// system releases it when the program ends, however it ends.
final class FileLock: Sendable {
    private let file: Mutex<Int32?>

    init(_ path: String) throws(StorageError) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw DatabaseFile.failure("open", path) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw .unavailable(detail: "another ResumePro has it open")
        }
        self.file = Mutex(file)
    }

    deinit { self.release() }

    func release() {
        self.file.withLock { file in
            if let open = file { close(open) }
            file = nil
        }
    }
}
