import Foundation
import GRDB
import JSON
import Resume

/// What an operator does with a database file, whether or not a server has it open. These calls block.
package enum DatabaseMaintenance {
    package struct Report: Sendable, Equatable {
        package var resumes = 0
        package var revisions = 0
        package var messages = 0
        package var sessions = 0
        /// What is wrong; empty for a sound database.
        package var problems: [String] = []
    }

    /// Problems that a report names; a damaged file has thousands of the same kind.
    private static let maxProblems = 20

    /// Copies a database, as it is at this moment, into a file of its own that is complete and on the disk when this returns.
    /// Secrets of connections that could be taken up again are left out.
    /// - Parameter file: must not exist.
    package static func backup(_ path: String, to file: String) throws(StorageError) {
        try self.mustExist(path)
        try self.mustNotExist(file)
        // Under its name it is complete from the first moment.
        let partial = file + ".partial"
        do {
            self.remove(partial)
            try DatabaseFile.create(partial)
            let source = try DatabaseQueue(path: path, configuration: self.configuration)
            try self.checkSchema(source)
            try source.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [partial]) }
            try source.close()
            let copy = try DatabaseQueue(path: partial, configuration: self.configuration)
            try copy.writeWithoutTransaction { db in
                try db.execute(
                    sql: "PRAGMA journal_mode = DELETE; DELETE FROM recovery_client; DELETE FROM recovery_packet")
            }
            try copy.close()
            try DatabaseFile.synchronize(partial)
            try DatabaseFile.move(partial, to: file)
        } catch {
            self.remove(partial)
            throw StorageError(error)
        }
    }

    /// Puts a backup in the place of a database that no server has open. The backup is checked first; it stays.
    /// - Parameter replacing: whether a database that is there goes; it is then kept beside under the name with `.replaced`.
    package static func restore(_ backup: String, to path: String, replacing: Bool) throws(StorageError) {
        try self.mustExist(backup)
        let report = try self.check(backup)
        guard report.problems.isEmpty else { throw .damaged(detail: report.problems.joined(separator: "; ")) }
        try DatabaseFile.prepareDirectory(of: path)
        let lock = try FileLock(path + ".lock")
        defer { lock.release() }
        let exists = FileManager.default.fileExists(atPath: path)
        guard replacing || !exists else { throw .unavailable(detail: "\(path) exists already") }
        let partial = path + ".partial"
        do {
            self.remove(partial)
            try DatabaseFile.create(partial)
            let source = try DatabaseQueue(path: backup, configuration: self.configuration)
            try source.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [partial]) }
            try source.close()
            try DatabaseFile.synchronize(partial)
            if exists { try self.setAside(path) }
            try DatabaseFile.move(partial, to: path)
        } catch {
            self.remove(partial)
            throw StorageError(error)
        }
    }

    /// Keeps a database under its name with `.replaced`, its journal in the file if that can be done, or else beside it: one
    /// that is damaged is what backups are for.
    private static func setAside(_ path: String) throws {
        if let old = try? DatabaseQueue(path: path, configuration: self.configuration) {
            try? old.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            try? old.close()
        }
        let replaced = path + ".replaced"
        for end in ["-wal", "-shm"] {
            // Of one that was set aside before.
            self.remove(replaced + end)
            if FileManager.default.fileExists(atPath: path + end) {
                try DatabaseFile.move(path + end, to: replaced + end)
            }
        }
        try DatabaseFile.move(path, to: replaced)
    }

    /// Reads all of a database, as it is stored and as what it means.
    package static func check(_ path: String) throws(StorageError) -> Report {
        try self.mustExist(path)
        do {
            let database = try DatabaseQueue(path: path, configuration: self.configuration)
            defer { try? database.close() }
            try self.checkSchema(database)
            return try database.read(self.report)
        } catch {
            guard case .damaged(let detail) = StorageError(error) else { throw StorageError(error) }
            return Report(problems: [detail])
        }
    }

    private static func report(_ db: Database) throws -> Report {
        var report = Report()
        let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check(\(self.maxProblems))")
        report.problems = integrity.filter { $0 != "ok" }
        guard report.problems.isEmpty else { return report }
        let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
        if orphans > 0 { report.problems.append("\(orphans) rows belong to no resume") }
        func count(_ table: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 }
        report.revisions = try count("revision")
        report.messages = try count("message")
        report.sessions = try count("session")
        let rows = try Row.fetchCursor(db, sql: "SELECT id, document FROM resume WHERE revision > 0")
        while let row = try rows.next() {
            report.resumes += 1
            guard report.problems.count < self.maxProblems else { continue }
            let (id, text): (String, String?) = (row["id"], row["document"])
            if !self.isResume(text) { report.problems.append("resume \(id) cannot be read") }
        }
        return report
    }

    private static func isResume(_ text: String?) -> Bool {
        guard let text, let json = try? JSONValue(parsing: text) else { return false }
        return (try? Resume(json)) != nil
    }

    // A restore or a backup works beside others: it waits for them longer than a server would.
    private static var configuration: Configuration {
        var configuration = SQLiteStore.configuration
        configuration.busyMode = .timeout(30)
        return configuration
    }

    private static func checkSchema(_ database: DatabaseQueue) throws {
        let (isNewer, isOurs) = try database.read { db in
            (try Migrations.all.hasBeenSuperseded(db), try !Migrations.all.appliedIdentifiers(db).isEmpty)
        }
        if isNewer { throw StorageError.newerSchema }
        if !isOurs { throw StorageError.damaged(detail: "no database of ResumePro") }
    }

    private static func mustExist(_ path: String) throws(StorageError) {
        // SQLite would make an empty one.
        guard FileManager.default.fileExists(atPath: path) else { throw .unavailable(detail: "there is no file \(path)") }
    }

    private static func mustNotExist(_ path: String) throws(StorageError) {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw .unavailable(detail: "\(path) exists already")
        }
    }

    private static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}
