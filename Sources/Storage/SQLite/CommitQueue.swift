import GRDB
import Synchronization

/// Carries writes to the one writing connection, as many as wait in one transaction: a commit waits for the disk, some 4 ms,
/// and one wait serves all. No write is held back for others to come: while nothing waits, the first goes at once.
final class CommitQueue: Sendable {
    typealias Completion = @Sendable (Result<Void, StorageError>) -> Void

    private struct Entry {
        var changes: [StoreChange]
        var completion: Completion
    }

    private struct State {
        var waiting: [Entry] = []
        /// Whether the writer's queue has been told to come.
        var isScheduled = false
        var isClosed = false
    }

    /// After this the transaction takes up no further write, so that those in it do not wait long for the others.
    private static let maxTime = Duration.milliseconds(5)

    private let database: any DatabaseWriter
    private let now: @Sendable () -> Int64
    private let maxWaiting: Int
    private let state = Mutex(State())

    init(
        _ database: any DatabaseWriter, maxWaiting: Int = StoreLimits.waitingWrites, now: @escaping @Sendable () -> Int64
    ) { (self.database, self.maxWaiting, self.now) = (database, maxWaiting, now) }

    func submit(_ changes: [StoreChange], completion: @escaping Completion) {
        let (refusal, isFirst): (StorageError?, Bool) = self.state.withLock { state in
            guard !state.isClosed else { return (.closed, false) }
            guard state.waiting.count < self.maxWaiting else { return (.unavailable(detail: "too many writes wait"), false) }
            state.waiting.append(Entry(changes: changes, completion: completion))
            defer { state.isScheduled = true }
            return (nil, !state.isScheduled)
        }
        if let refusal { completion(.failure(refusal)) }
        if isFirst { self.database.asyncWriteWithoutTransaction { self.run($0) } }
    }

    /// Takes no further writes. Those that wait are still made.
    func close() { self.state.withLock { $0.isClosed = true } }

    /// On the writer's own queue.
    private func run(_ db: Database) {
        let entries = self.state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        var rest = entries[...]
        while !rest.isEmpty { rest = self.commit(rest, db) }
        let isMore = self.state.withLock { state in
            state.isScheduled = !state.waiting.isEmpty
            return state.isScheduled
        }
        // To the end of the queue: other work of the writer, such as a checkpoint, gets its turn.
        if isMore { self.database.asyncWriteWithoutTransaction { self.run($0) } }
    }

    /// - Returns: those that were not taken up.
    private func commit(_ entries: ArraySlice<Entry>, _ db: Database) -> ArraySlice<Entry> {
        let start = ContinuousClock.now
        let writer = ChangeWriter(db: db, now: self.now())
        var results: [Result<Void, StorageError>] = []
        do {
            try db.inTransaction(.immediate) {
                for entry in entries {
                    if !results.isEmpty, ContinuousClock.now - start > Self.maxTime { break }
                    results.append(try Self.make(entry.changes, writer))
                }
                return .commit
            }
        } catch {
            // Whatever was made in it is gone with the transaction. One that had failed by itself keeps its own reason.
            let failure = StorageError(error)
            results = results.map { $0.flatMap { .failure(failure) } }
            // So that a full disk is tried once a round, and not once for each that waits.
            results += Array(repeating: .failure(failure), count: entries.count - results.count)
        }
        for (entry, result) in zip(entries, results) { entry.completion(result) }
        return entries.dropFirst(results.count)
    }

    /// Makes a write's changes, all or none, beside the others of the transaction.
    /// - Throws: what ends the transaction for the others too: the disk's errors.
    private static func make(_ changes: [StoreChange], _ writer: ChangeWriter) throws -> Result<Void, StorageError> {
        do {
            if let change = changes.first, changes.count == 1, change.isOneStatement {
                // A statement that fails undoes itself: no savepoint is needed.
                try writer.make(change)
                return .success(())
            }
            try writer.db.inSavepoint {
                for change in changes { try writer.make(change) }
                return .commit
            }
            return .success(())
        } catch {
            let failure = StorageError(error)
            guard !failure.isRetryable, writer.db.isInsideTransaction else { throw error }
            return .failure(failure)
        }
    }
}

extension StoreChange {
    fileprivate var isOneStatement: Bool {
        switch self {
        case .commit, .say, .answer, .removePackets: false
        case .create, .removeResume, .session, .removeSession, .addUsage, .packet, .client, .removeClient: true
        }
    }
}
