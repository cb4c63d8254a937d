import Assistant
import Documents
import Logging
import NIOCore
import SocketIO
import Storage
import Synchronization

/// The sessions of all clients, of those that are connected and of those that are away and may come back.
final class SessionRegistry: Sendable {
    enum Letter: Sendable {
        case submission(ResumeSession.Submission)
        /// The client came back on another connection, with all packets up to an offset.
        case back(SessionOutlet, offset: Int)
    }

    typealias Mailbox = AsyncStream<Letter>.Continuation

    private struct Entry {
        let mailbox: Mailbox
        /// Which connection of the client it is.
        var connection = 1
        var isAway = false
    }

    private struct State {
        var entries: [String: Entry] = [:]
        /// Those whose client is away.
        var away = 0

        mutating func setAway(_ id: String, _ isAway: Bool) {
            guard let entry = self.entries[id], entry.isAway != isAway else { return }
            self.entries[id]?.isAway = isAway
            self.away += isAway ? 1 : -1
        }
    }

    /// What is submitted and not yet taken in. The session's own queue is bounded, so this one stays short.
    private static let maxLetters = 256

    private let assistant: @Sendable (_ user: String) -> any ResumeAssistant
    private let documents: DocumentReader
    private let store: any Store
    private let retention: TimeAmount
    private let log: Logger
    private let maxAway: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - assistant: the assistant as one person may use it.
    ///   - retention: how long the session of a client that is away is kept.
    ///   - maxAway: the most of those; a client that goes when there are as many is not waited for. 10,000, as many as
    ///     connection state recovery remembers; an idle one holds a few kilobytes.
    init(
        assistant: @escaping @Sendable (_ user: String) -> any ResumeAssistant, documents: DocumentReader, store: any Store,
        retention: TimeAmount, maxAway: Int = 10_000, log: Logger
    ) {
        (self.assistant, self.documents, self.store) = (assistant, documents, store)
        (self.retention, self.maxAway, self.log) = (retention, maxAway, log)
    }

    var count: Int { self.state.withLock { $0.entries.count } }

    /// The session of a client that connects: its own, if it came back, or a new one.
    /// - Parameter offset: of a client that came back.
    /// - Returns: where its submissions go, and what ``leave(_:connection:mayReturn:on:)`` needs.
    func enter(_ id: String, user: String, outlet: SessionOutlet, backAfter offset: Int?) -> (mailbox: Mailbox, connection: Int)
    {
        self.state.withLock { state in
            if let offset, let connection = state.entries[id]?.connection, let mailbox = state.entries[id]?.mailbox {
                state.entries[id]?.connection = connection + 1
                state.setAway(id, false)
                mailbox.yield(.back(outlet, offset: offset))
                return (mailbox, connection + 1)
            }
            let entry = Entry(mailbox: self.begin(id, user: user, outlet: outlet, isRestored: offset != nil))
            state.entries[id] = entry
            return (entry.mailbox, entry.connection)
        }
    }

    private func begin(_ id: String, user: String, outlet: SessionOutlet, isRestored: Bool) -> Mailbox {
        let session = ResumeSession(
            id: id, assistant: self.assistant(user), documents: self.documents, store: self.store, log: self.log, outlet: outlet
        )
        let (letters, mailbox) = AsyncStream.makeStream(of: Letter.self, bufferingPolicy: .bufferingOldest(Self.maxLetters))
        Task {
            if isRestored { await session.resume() }
            for await letter in letters {
                switch letter {
                case .submission(let submission): await session.submit(submission)
                case .back(let outlet, let offset): await session.attach(outlet, after: offset)
                }
            }
            await session.close()
        }
        return mailbox
    }

    /// A client's connection has ended.
    func leave(_ id: String, connection: Int, mayReturn: Bool, on eventLoop: any EventLoop) {
        let isKept = self.state.withLock { state in
            guard mayReturn, self.retention > .zero, state.away < self.maxAway,
                state.entries[id]?.connection == connection
            else { return false }
            state.setAway(id, true)
            return true
        }
        guard isKept else { return self.end(id, connection: connection) }
        eventLoop.scheduleTask(in: self.retention) { self.end(id, connection: connection) }
    }

    /// Unless the client has come back.
    private func end(_ id: String, connection: Int) {
        let entry = self.state.withLock { state -> Entry? in
            guard state.entries[id]?.connection == connection else { return nil }
            state.setAway(id, false)
            return state.entries.removeValue(forKey: id)
        }
        entry?.mailbox.finish()
    }
}

/// How a session speaks to its client.
struct SessionOutlet: Sendable {
    /// Events that a client which is away gets when it comes back.
    var send: @Sendable ([ServerEvent]) -> Void
    /// A piece of an answer.
    /// - Returns: its offset; nil if the client is away, or cannot come back anyway.
    var sendPiece: @Sendable (ServerEvent) -> Int?
    /// Where pieces are sent without a change of threads; nil if that is nowhere.
    var eventLoop: (any EventLoop)?

    init(
        eventLoop: (any EventLoop)? = nil, send: @escaping @Sendable ([ServerEvent]) -> Void,
        sendPiece: @escaping @Sendable (ServerEvent) -> Int?
    ) {
        (self.eventLoop, self.send, self.sendPiece) = (eventLoop, send, sendPiece)
    }

    /// To a client that stays.
    init(send: @escaping @Sendable ([ServerEvent]) -> Void) {
        self.init(send: send) { piece in
            send([piece])
            return nil
        }
    }
}
