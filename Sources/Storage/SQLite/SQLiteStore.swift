import Foundation
import GRDB
import Synchronization

/// The store of one machine, in a file or, for as long as the program runs, in memory.
///
/// Its work is done on SQLite's own threads: one that writes, a few that read. Other programs may read the file, such as the
/// one that makes a backup; a second server on it is refused.
package final class SQLiteStore: Store {
    package enum Location: Sendable, Equatable {
        case memory
        /// The directory is made if it is not there.
        case file(String)
    }

    /// Bytes of a store in memory; more is a full disk. 20,000 ordinary resumes (5 kB) take some 200 MB with their history.
    package static let maxMemory = 512 * 1024 * 1024

    let database: any DatabaseWriter
    let now: @Sendable () -> Int64
    private let commits: CommitQueue
    /// Held while the store is open.
    private let lock: FileLock?
    /// True at the start: the program before this one may have been killed between the two.
    let journalHoldsErased = Mutex(true)

    /// Opens the store and brings its schema up to date.
    /// - Parameters:
    ///   - maxMemory: the bound of a store in memory.
    ///   - now: milliseconds since 1970, for the dates of what is written. Nothing depends on them.
    package init(
        _ location: Location, maxMemory: Int = SQLiteStore.maxMemory,
        now: @escaping @Sendable () -> Int64 = { Int64(Date().timeIntervalSince1970 * 1_000) }
    ) throws(StorageError) {
        self.now = now
        do {
            switch location {
            case .memory:
                self.lock = nil
                let database = try DatabaseQueue(configuration: Self.configuration)
                let pages = maxMemory / 4_096
                try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
                self.database = database
            case .file(let path):
                try DatabaseFile.prepare(path)
                self.lock = try FileLock(path + ".lock")
                let pool = try DatabasePool(path: path, configuration: Self.configuration)
                // The pool's own choice is NORMAL, which a power cut can take the last commits from.
                try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
                self.database = pool
            }
            if try self.database.read(Migrations.all.hasBeenSuperseded) { throw StorageError.newerSchema }
            try Migrations.all.migrate(self.database)
        } catch { throw StorageError(error) }
        self.commits = CommitQueue(self.database, now: now)
    }

    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "Storage"
        // A backup that another program makes holds the file for less.
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        // Errors name neither values nor statements.
        configuration.publicStatementArguments = false
        configuration.prepareDatabase { db in
            // What is deleted is overwritten: people have a right to be forgotten.
            try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF")
            // A journal that grew with a burst gives its place on the disk back.
            try db.execute(sql: "PRAGMA journal_size_limit = 16777216")
        }
        return configuration
    }

    /// Takes no further writes, waits for those that are under way, and closes the file. Another call does nothing.
    package func close() async {
        self.commits.close()
        await withCheckedContinuation { continuation in
            self.database.asyncBarrierWriteWithoutTransaction { db in
                // What remains in the journal is still read at the next start.
                if let db = try? db.get() { _ = try? db.checkpoint(.truncate) }
                continuation.resume()
            }
        }
        try? self.database.close()
        self.lock?.release()
    }

    // MARK: Writing

    package func submit(_ changes: [StoreChange], completion: @escaping @Sendable (Result<Void, StorageError>) -> Void) {
        self.commits.submit(changes, completion: completion)
    }

    package func write(_ changes: [StoreChange]) async throws(StorageError) {
        // A typed `get` outside: continuations carry `any Error` otherwise.
        let result = await withCheckedContinuation { continuation in
            self.submit(changes) { continuation.resume(returning: $0) }
        }
        try result.get()
    }

    /// Runs maintenance of its own on the writing connection.
    func maintain<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StorageError) -> Value {
        let result: Result<Value, StorageError> = await withCheckedContinuation { continuation in
            self.database.asyncWriteWithoutTransaction { db in
                let result = Result { try db.inTransactionReturning(body) }
                continuation.resume(returning: result.mapError(StorageError.init))
            }
        }
        return try result.get()
    }

    /// Empties the journal, where what was deleted can still be read.
    func emptyJournal() async throws(StorageError) {
        let result: Result<Void, StorageError> = await withCheckedContinuation { continuation in
            self.database.asyncBarrierWriteWithoutTransaction { db in
                let result = Result { _ = try db.get().checkpoint(.truncate) }
                continuation.resume(returning: result.mapError(StorageError.init))
            }
        }
        try result.get()
    }

    // MARK: Reading

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws(StorageError) -> Value {
        let result: Result<Value, StorageError> = await withCheckedContinuation { continuation in
            self.database.asyncRead { db in
                continuation.resume(returning: Result { try body(db.get()) }.mapError(StorageError.init))
            }
        }
        return try result.get()
    }
}

extension Database {
    fileprivate func inTransactionReturning<Value>(_ body: (Database) throws -> Value) throws -> Value {
        var value: Value?
        try self.inTransaction(.immediate) {
            value = try body(self)
            return .commit
        }
        guard let value else { throw StorageError.closed }
        return value
    }
}
