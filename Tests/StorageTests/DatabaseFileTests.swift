import Foundation
import GRDB
import Resume
import Synchronization
import Testing

@testable import Storage

/// What a store in a file does beside the contract.
@Suite struct DatabaseFileTests {
    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func contains(_ word: String, in directory: String) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: directory).contains { name in
            try Data(contentsOf: URL(fileURLWithPath: directory + "/" + name)).range(of: Data(word.utf8)) != nil
        }
    }

    @Test func whatWasWrittenIsThereAfterReopening() async throws {
        try await withDirectory { directory in
            let path = directory + "/new/store.sqlite"
            var store = try SQLiteStore(.file(path))
            let stored = try await store.put(resume("Ada"))
            await store.close()
            await #expect(throws: StorageError.closed) { try await store.write([.removeResume(id: "r")]) }
            store = try SQLiteStore(.file(path))
            #expect(try await store.resume("r") == stored)
            await store.close()
        }
    }

    @Test func commitsReachTheDisk() async throws {
        try await withDirectory { directory in
            let store = try SQLiteStore(.file(directory + "/store.sqlite"))
            let (mode, full) = try await store.database.write { db in
                (try String.fetchOne(db, sql: "PRAGMA journal_mode"), try Int.fetchOne(db, sql: "PRAGMA synchronous"))
            }
            #expect(mode == "wal")
            #expect(full == 2)
            await store.close()
        }
    }

    @Test func onlyTheOwnerMayReadTheFiles() async throws {
        try await withDirectory { directory in
            let path = directory + "/new/store.sqlite"
            let store = try SQLiteStore(.file(path))
            try await store.put(resume("Ada"))
            #expect(try self.permissions(directory + "/new") == 0o700)
            for file in [path, path + "-wal", path + "-shm", path + ".lock"] { #expect(try self.permissions(file) == 0o600) }
            await store.close()
        }
    }

    @Test func aSecondServerIsRefused() async throws {
        try await withDirectory { directory in
            let path = directory + "/store.sqlite"
            let store = try SQLiteStore(.file(path))
            #expect(throws: StorageError.unavailable(detail: "another ResumePro has it open")) { try SQLiteStore(.file(path)) }
            await store.close()
            await (try SQLiteStore(.file(path))).close()
        }
    }

    @Test func whatIsErasedIsGoneFromTheFiles() async throws {
        try await withDirectory { directory in
            let store = try SQLiteStore(.file(directory + "/store.sqlite"))
            let word = "Hildegard-" + UUID().uuidString
            for number in 0..<20 { try await store.put(resume(word, title: "\(number)"), id: "u", owner: "u") }
            try await store.write([.say([StoredMessage(role: "user", content: word)], resume: "u")])
            #expect(try self.contains(word, in: directory))
            try await store.erase(owner: "u")
            #expect(try !self.contains(word, in: directory))

            try await store.put(resume(word), id: "s")
            try await store.write([.session(StoredSession(id: "s", resume: "s", expires: 1))])
            #expect(try self.contains(word, in: directory))
            #expect(try await store.eraseExpired(now: 1) == ["s"])
            #expect(try !self.contains(word, in: directory))
            await store.close()
        }
    }

    @Test func whatANewerProgramWroteIsRefused() async throws {
        try await withDirectory { directory in
            let path = directory + "/store.sqlite"
            let store = try SQLiteStore(.file(path))
            try await store.database.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')") }
            await store.close()
            #expect(throws: StorageError.newerSchema) { try SQLiteStore(.file(path)) }
            #expect(throws: StorageError.newerSchema) { try DatabaseMaintenance.check(path) }
        }
    }

    @Test func whatIsNoDatabaseIsRefused() async throws {
        try await withDirectory { directory in
            let path = directory + "/store.sqlite"
            try Data(repeating: 65, count: 5_000).write(to: URL(fileURLWithPath: path))
            #expect { try SQLiteStore(.file(path)) } throws: { if case .damaged = $0 as? StorageError { true } else { false } }
            #expect(throws: StorageError.self) { try SQLiteStore(.file("/proc/none/store.sqlite")) }
        }
    }

    /// Where the disk is full, everything that was acknowledged stays, nothing is half done, and writing goes on once there
    /// is room.
    @Test func aFullDiskHeals() async throws {
        try await withDirectory { directory in
            let store = try SQLiteStore(.file(directory + "/store.sqlite"))
            let long = try resume("Ada", title: String(repeating: "x", count: 20_000))
            try await store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 100") }
            var kept = 0
            while true {
                do throws(StorageError) {
                    try await store.write([
                        .session(StoredSession(id: "s\(kept)", resume: "r\(kept)")),
                        .commit(ResumeCommit(id: "r\(kept)", from: nil, to: long)),
                    ])
                } catch {
                    #expect(error == .full)
                    #expect(error.isRetryable)
                    break
                }
                kept += 1
            }
            #expect(kept > 0)
            #expect(try await store.session("s\(kept)") == nil)
            #expect(try await store.resume("r\(kept)") == nil)
            for number in 0..<kept { #expect(try await store.resume("r\(number)")?.resume == long) }
            try await store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
            try await store.put(long, id: "after")
            await store.close()
        }
    }

    @Test func aStoreInMemoryHasABound() async throws {
        let store = try SQLiteStore(.memory, maxMemory: 400_000)
        let long = try resume("Ada", title: String(repeating: "x", count: 90_000))
        await #expect(throws: StorageError.full) { for number in 0..<10 { try await store.put(long, id: "\(number)") } }
        #expect(try await store.resume("0")?.resume == long)
        await store.close()
    }

    @Test func moreWritesThanMayWaitAreRefused() async throws {
        let database = try DatabaseQueue()
        try Migrations.all.migrate(database)
        let commits = CommitQueue(database, maxWaiting: 2, now: { 0 })
        let results = Mutex<[Bool]>([])
        let (done, finish) = AsyncStream.makeStream(of: Void.self)
        // The writer is held up while three come.
        database.asyncWriteWithoutTransaction { _ in
            for number in 0..<3 {
                commits.submit([.create(id: "\(number)", owner: nil)]) { result in
                    let count = results.withLock { results in
                        results.append((try? result.get()) != nil)
                        return results.count
                    }
                    if count == 3 { finish.finish() }
                }
            }
        }
        for await _ in done {}
        #expect(results.withLock { $0 } == [false, true, true])
    }

    // MARK: Maintenance

    @Test func aBackupOfALiveStoreIsRestored() async throws {
        try await withDirectory { directory in
            let (path, copy, other) = (directory + "/store.sqlite", directory + "/copy.sqlite", directory + "/other/o.sqlite")
            let store = try SQLiteStore(.file(path))
            let stored = try await store.put(resume("Ada"))
            let client = StoredClient(namespace: "/", pid: "secret-pid", socketID: "s", identity: nil, since: 0, rooms: [])
            try await store.write([.client(client)])
            try DatabaseMaintenance.backup(path, to: copy)
            #expect(try self.permissions(copy) == 0o600)
            #expect(try Data(contentsOf: URL(fileURLWithPath: copy)).range(of: Data("secret-pid".utf8)) == nil)
            #expect(throws: StorageError.unavailable(detail: "\(copy) exists already")) {
                try DatabaseMaintenance.backup(path, to: copy)
            }
            try await store.put(resume("Eve"))
            let report = try DatabaseMaintenance.check(copy)
            #expect(report == DatabaseMaintenance.Report(resumes: 1, revisions: 1))

            try DatabaseMaintenance.restore(copy, to: other, replacing: false)
            let restored = try SQLiteStore(.file(other))
            #expect(try await restored.resume("r") == stored)
            // A server that has the database open is not overrun.
            #expect(throws: StorageError.unavailable(detail: "another ResumePro has it open")) {
                try DatabaseMaintenance.restore(copy, to: other, replacing: true)
            }
            await restored.close()
            await store.close()
        }
    }

    @Test func aRestoreReplacesOnlyWhenTold() async throws {
        try await withDirectory { directory in
            let (path, copy) = (directory + "/store.sqlite", directory + "/copy.sqlite")
            var store = try SQLiteStore(.file(path))
            try await store.put(resume("Ada"))
            try DatabaseMaintenance.backup(path, to: copy)
            try await store.put(resume("Eve"))
            await store.close()
            #expect(throws: StorageError.self) { try DatabaseMaintenance.restore(copy, to: path, replacing: false) }
            try DatabaseMaintenance.restore(copy, to: path, replacing: true)
            store = try SQLiteStore(.file(path))
            #expect(try await store.resume("r")?.resume == resume("Ada"))
            await store.close()
            #expect(try DatabaseMaintenance.check(path + ".replaced").revisions == 2)
        }
    }

    /// What backups are for.
    @Test(arguments: ["no database at all", String(repeating: "x", count: 20_000)])
    func aRestoreReplacesADamagedDatabase(_ rubbish: String) async throws {
        try await withDirectory { directory in
            let (path, copy) = (directory + "/store.sqlite", directory + "/copy.sqlite")
            var store = try SQLiteStore(.file(path))
            try await store.put(resume("Ada"))
            try DatabaseMaintenance.backup(path, to: copy)
            await store.close()
            try Data(rubbish.utf8).write(to: URL(fileURLWithPath: path))
            for end in ["-wal", "-shm"] { try Data("stale".utf8).write(to: URL(fileURLWithPath: path + end)) }
            try DatabaseMaintenance.restore(copy, to: path, replacing: true)
            store = try SQLiteStore(.file(path))
            #expect(try await store.resume("r")?.resume == resume("Ada"))
            await store.close()
            #expect(try Data(contentsOf: URL(fileURLWithPath: path + ".replaced")) == Data(rubbish.utf8))
        }
    }

    /// A program that was killed between an erasure and the emptying of the journal left the words in it.
    @Test func aStartEmptiesTheJournal() async throws {
        try await withDirectory { directory in
            let path = directory + "/store.sqlite"
            let store = try SQLiteStore(.file(path))
            try await store.put(resume("Hildegard"))
            #expect(try self.contains("Hildegard", in: directory))
            try await store.write([.removeResume(id: "r")])
            #expect(try self.contains("Hildegard", in: directory))
            #expect(try await store.eraseExpired(now: 0).isEmpty)
            #expect(try !self.contains("Hildegard", in: directory))
            await store.close()
        }
    }

    @Test func aDamagedFileIsFoundAndNotRestored() async throws {
        try await withDirectory { directory in
            let (path, copy) = (directory + "/store.sqlite", directory + "/copy.sqlite")
            let store = try SQLiteStore(.file(path))
            for number in 0..<200 {
                try await store.put(resume("Ada", title: String(repeating: "x", count: 500)), id: "\(number)")
            }
            try DatabaseMaintenance.backup(path, to: copy)
            await store.close()
            let file = try FileHandle(forUpdating: URL(fileURLWithPath: copy))
            for page in [10, 20, 30] {
                try file.seek(toOffset: UInt64(page) * 4_096)
                try file.write(contentsOf: Data(repeating: 0xa5, count: 4_096))
            }
            try file.close()
            #expect(try !DatabaseMaintenance.check(copy).problems.isEmpty)
            #expect(throws: StorageError.self) { try DatabaseMaintenance.restore(copy, to: path, replacing: true) }
            #expect(try DatabaseMaintenance.check(path).problems.isEmpty)
        }
    }
}
