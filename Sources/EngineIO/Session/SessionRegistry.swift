import NIOCore
import Synchronization

/// The sessions by id. It is asked once per polling request and handshake, never per message, so one lock is enough.
final class SessionRegistry: Sendable {
    private struct State {
        var sessions: [String: EngineIOSession] = [:]
        var handshakes = RateLimiter()
        var isClosed = false
        /// Resumed when the last session goes.
        var waiting: CheckedContinuation<Void, Never>?
        var stopsWaiting = false
    }

    private let state = Mutex(State())
    private let maxSessions: Int
    private let maxHandshakes: (perSecond: Int, burst: Int)?

    init(configuration: EngineIOConfiguration) {
        self.maxSessions = configuration.maxSessions
        self.maxHandshakes = configuration.maxHandshakesPerSecond.map { ($0, configuration.maxHandshakeBurst) }
    }

    var count: Int { self.state.withLock { $0.sessions.count } }

    /// Whether another session would be taken in now. Handshakes that run at the same time may all be told so; the bound
    /// is then passed by as many as there are event loops.
    var hasRoom: Bool { self.state.withLock { !$0.isClosed && $0.sessions.count < self.maxSessions } }

    /// Whether one more handshake may begin.
    func admitsHandshake(now: NIODeadline) -> Bool {
        self.state.withLock { state in
            guard !state.isClosed, state.sessions.count < self.maxSessions else { return false }
            guard let (rate, burst) = self.maxHandshakes else { return true }
            return state.handshakes.take(now: now, rate: rate, burst: burst)
        }
    }

    /// - Returns: `false` if the registry was closed meanwhile; the session is taken in, and has to be closed.
    func insert(_ session: EngineIOSession) -> Bool {
        self.state.withLock { state in
            state.sessions[session.id] = session
            return !state.isClosed
        }
    }

    func remove(_ id: String) {
        let waiting = self.state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.sessions.removeValue(forKey: id)
            return state.sessions.isEmpty ? state.waiting.take() : nil
        }
        waiting?.resume()
    }

    subscript(id: String) -> EngineIOSession? { self.state.withLock { $0.sessions[id] } }

    /// Returns when no session is left, or after a time. To be called once.
    func waitUntilEmpty(atMost time: Duration) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await Task.sleep(for: time) }
            group.addTask {
                await withTaskCancellationHandler {
                    await withCheckedContinuation { continuation in self.wait(continuation) }
                } onCancel: {
                    let waiting = self.state.withLock { state in
                        state.stopsWaiting = true
                        return state.waiting.take()
                    }
                    waiting?.resume()
                }
            }
            await group.next()
            group.cancelAll()
        }
    }

    private func wait(_ continuation: CheckedContinuation<Void, Never>) {
        let isOver = self.state.withLock { state in
            let isOver = state.sessions.isEmpty || state.stopsWaiting
            if !isOver { state.waiting = continuation }
            return isOver
        }
        if isOver { continuation.resume() }
    }

    /// Takes in no more sessions. - Returns: those that are there.
    func close() -> [EngineIOSession] {
        self.state.withLock { state in
            state.isClosed = true
            return Array(state.sessions.values)
        }
    }
}
