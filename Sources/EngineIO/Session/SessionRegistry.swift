import Synchronization

/// The sessions by id. It is asked once per polling request and handshake, never per message, so one lock is enough.
final class SessionRegistry: Sendable {
    private struct State {
        var sessions: [String: EngineIOSession] = [:]
        var isClosed = false
    }

    private let state = Mutex(State())
    private let maxSessions: Int

    init(maxSessions: Int) { self.maxSessions = maxSessions }

    var count: Int { self.state.withLock { $0.sessions.count } }

    /// Whether another session would be taken in now. Handshakes that run at the same time may all be told so; the bound
    /// is then passed by as many as there are event loops.
    var hasRoom: Bool { self.state.withLock { !$0.isClosed && $0.sessions.count < self.maxSessions } }

    func insert(_ session: EngineIOSession) { self.state.withLock { $0.sessions[session.id] = session } }

    func remove(_ id: String) { self.state.withLock { _ = $0.sessions.removeValue(forKey: id) } }

    subscript(id: String) -> EngineIOSession? { self.state.withLock { $0.sessions[id] } }

    /// Takes in no more sessions. - Returns: those that are there.
    func close() -> [EngineIOSession] {
        self.state.withLock { state in
            state.isClosed = true
            return Array(state.sessions.values)
        }
    }
}
