import JSON

/// One change of what is stored.
package enum StoreChange: Sendable {
    /// Begins a resume that has no document yet; nothing if there is one of this id.
    case create(id: String, owner: String?)
    /// Fails with ``StorageError/conflict`` unless the expected revision is the last.
    case commit(ResumeCommit)
    /// The resume with its history, conversation and running answer. Nothing under this id is no error.
    case removeResume(id: String)
    /// Adds to a resume's conversation; the oldest beyond ``StoreLimits/messages`` go.
    case say([StoredMessage], resume: String)
    /// How far a running answer has come; nil: none is running.
    case answer(StoredAnswer?, resume: String)
    /// A new session, or another state of one.
    case session(StoredSession)
    /// The session alone; see ``Store/eraseExpired(now:)`` for what it leaves behind.
    case removeSession(id: String)
    /// - Parameter amount: may be negative, to give back what was reserved. A sum that no integer holds is refused.
    case addUsage(key: String, day: Int, amount: Int)
    case packet(StoredPacket)
    /// A client that connected, or one whose rooms are others now.
    case client(StoredClient)
    case removeClient(namespace: String, pid: String)
    /// Lets go of packets. `wereNeeded` if a client may still miss one of them: it then cannot be recovered.
    case removePackets(namespace: String, through: Int, wereNeeded: Bool)
}

package enum StoreLimits {
    /// Revisions of a resume that can be taken back: a long evening's editing.
    package static let revisions = 100
    /// Bytes of what is kept of them: hundreds of ordinary edits, and of the largest resume that is allowed the last four.
    package static let revisionBytes = 2_000_000
    /// Writes that wait for the disk. So many come together when it hangs; more are refused as ``StorageError/unavailable(detail:)``.
    package static let waitingWrites = 20_000
    /// Messages of one conversation: a model is shown a few dozen of the latest.
    package static let messages = 1_000
    /// Resumes of one list: far more than anybody has.
    package static let list = 1_000
    /// Bytes of an id: sockets' have 20, a token's subject up to 255 (OpenID Connect Core 1.0, section 2).
    package static let idBytes = 255
    /// How far beyond the last stored offset a start begins. Packets that were sent and not stored before a crash are fewer.
    package static let offsetLeap = 1_000_000_000
}

/// Keeps what a server must not lose.
///
/// A write has happened when ``write(_:)`` returns, as far as the store's kind goes: for one on disk, through a power cut. It
/// happens whole or not at all, whether or not the task that asked for it is cancelled meanwhile. A read sees every write
/// that has returned.
package protocol Store: Sendable {
    /// Makes all of the changes, in this order, or none.
    func write(_ changes: [StoreChange]) async throws(StorageError)
    /// As ``write(_:)``, without waiting: changes are made in the order in which they are handed over. It never blocks.
    func submit(_ changes: [StoreChange], completion: @escaping @Sendable (Result<Void, StorageError>) -> Void)

    /// nil if there is none, or it has no document yet.
    func resume(_ id: String) async throws(StorageError) -> StoredResume?
    /// The latest change first, ``StoreLimits/list`` at most.
    func resumes(of owner: String) async throws(StorageError) -> [ResumeSummary]
    /// What taking back the last change leads to, or all changes since a revision; nil where there is none to go back to.
    func earlier(_ id: String, to revision: Int?) async throws(StorageError) -> EarlierResume?
    /// Later ones first; those after `revision` only.
    func revisions(of id: String, after revision: Int) async throws(StorageError) -> [ResumeRevision]
    /// The last of the conversation, older first, up to a number of bytes.
    func messages(of id: String, maxBytes: Int) async throws(StorageError) -> [StoredMessage]
    func answer(of id: String) async throws(StorageError) -> StoredAnswer?
    func session(_ id: String) async throws(StorageError) -> StoredSession?
    /// What was used on a day; 0 if nothing was.
    func usage(_ key: String, day: Int) async throws(StorageError) -> Int

    /// Erases sessions whose time has come, the resumes without an owner that no session is left for, and what is kept for
    /// the recovery of sockets that have the sessions' ids.
    /// - Returns: the ids of the sessions.
    func eraseExpired(now: Int64) async throws(StorageError) -> [String]
    /// Lets all sessions expire at a time: after a start, when none is connected yet.
    func expireSessions(at time: Int64) async throws(StorageError)
    /// Begins a namespace's recovery after a start: what was stored of it, and where offsets go on.
    func beginRecovery(_ namespace: String) async throws(StorageError) -> StoredRecovery
    /// All that is kept of a user, as JSON.
    func export(owner: String) async throws(StorageError) -> JSONValue
    /// Erases all that is kept of a user, from the file too.
    func erase(owner: String) async throws(StorageError)
    /// Forgets usage before a day.
    func eraseUsage(before day: Int) async throws(StorageError)
}
