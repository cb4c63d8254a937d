import NIOConcurrencyHelpers
import NIOCore

/// The sessions by id. It is asked once per polling request and handshake, never per message, so one lock is enough.
final class SessionRegistry: Sendable {
    private struct State {
        var sessions: [String: EngineIOSession] = [:]
        var handshakes = RateLimiter()
        var connections = 0
        /// Open ones, those included whose session has ended and whose last frames are on their way.
        var webSockets = 0
        /// Set by the server's end: by when every session has to be gone.
        var closedUntil: NIODeadline?
        /// Resumed when the last session and WebSocket go.
        var waiting: [CheckedContinuation<Void, Never>] = []
        var stopsWaiting = false

        var isClosed: Bool { self.closedUntil != nil }
        var isEmpty: Bool { self.sessions.isEmpty && self.webSockets == 0 }

        mutating func takeWaiting() -> [CheckedContinuation<Void, Never>] {
            defer { self.waiting = [] }
            return self.waiting
        }
    }

    private let state = NIOLockedValueBox(State())
    private let maxConnections: Int
    private let maxSessions: Int
    private let maxHandshakes: (perSecond: Int, burst: Int)?

    init(configuration: EngineIOConfiguration) {
        self.maxConnections = configuration.maxConnections
        self.maxSessions = configuration.maxSessions
        self.maxHandshakes = configuration.maxHandshakesPerSecond.map { ($0, configuration.maxHandshakeBurst) }
    }

    var count: Int { self.state.withLockedValue { $0.sessions.count } }

    /// Whether another session would be taken in now. Handshakes that run at the same time may all be told so; the bound
    /// is then passed by as many as there are event loops.
    var hasRoom: Bool { self.state.withLockedValue { !$0.isClosed && $0.sessions.count < self.maxSessions } }

    /// Whether one more handshake may begin.
    func admitsHandshake(now: NIODeadline) -> Bool {
        self.state.withLockedValue { state in
            guard !state.isClosed, state.sessions.count < self.maxSessions else { return false }
            guard let (rate, burst) = self.maxHandshakes else { return true }
            return state.handshakes.take(now: now, rate: rate, burst: burst)
        }
    }

    /// - Returns: `false` if the registry was closed meanwhile; the session is taken in, and has to be closed.
    func insert(_ session: EngineIOSession) -> Bool {
        self.state.withLockedValue { state in
            state.sessions[session.id] = session
            return !state.isClosed
        }
    }

    func remove(_ id: String) {
        let waiting = self.state.withLockedValue { state in
            state.sessions.removeValue(forKey: id)
            return state.isEmpty ? state.takeWaiting() : []
        }
        for continuation in waiting { continuation.resume() }
    }

    // MARK: Connections

    /// - Returns: whether there is room for it; it counts either way, until ``connectionClosed()``.
    func connectionOpened() -> Bool {
        self.state.withLockedValue { state in
            state.connections += 1
            return state.connections <= self.maxConnections
        }
    }

    func connectionClosed() { self.state.withLockedValue { $0.connections -= 1 } }

    var connectionCount: Int { self.state.withLockedValue { $0.connections } }

    func webSocketOpened() { self.state.withLockedValue { $0.webSockets += 1 } }

    func webSocketClosed() {
        let waiting = self.state.withLockedValue { state in
            state.webSockets -= 1
            return state.isEmpty ? state.takeWaiting() : []
        }
        for continuation in waiting { continuation.resume() }
    }

    // MARK: The end

    subscript(id: String) -> EngineIOSession? { self.state.withLockedValue { $0.sessions[id] } }

    /// Returns when no session and no WebSocket is left, or after a time.
    func waitUntilEmpty(atMost time: Duration) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await Task.sleep(for: time) }
            group.addTask {
                await withTaskCancellationHandler {
                    await withCheckedContinuation { continuation in self.wait(continuation) }
                } onCancel: {
                    let waiting = self.state.withLockedValue { state in
                        state.stopsWaiting = true
                        return state.takeWaiting()
                    }
                    for continuation in waiting { continuation.resume() }
                }
            }
            await group.next()
            group.cancelAll()
        }
    }

    private func wait(_ continuation: CheckedContinuation<Void, Never>) {
        let isOver = self.state.withLockedValue { state in
            let isOver = state.isEmpty || state.stopsWaiting
            if !isOver { state.waiting.append(continuation) }
            return isOver
        }
        if isOver { continuation.resume() }
    }

    /// Takes in no more sessions. - Returns: those that are there.
    func close(until deadline: NIODeadline) -> [EngineIOSession] {
        self.state.withLockedValue { state in
            state.closedUntil = deadline
            state.stopsWaiting = false
            return Array(state.sessions.values)
        }
    }

    var all: [EngineIOSession] { self.state.withLockedValue { Array($0.sessions.values) } }

    /// When something that is given `time` from now has to be over: earlier if the server ends before.
    func deadline(in time: TimeAmount, now: NIODeadline) -> NIODeadline {
        self.state.withLockedValue { state in min(now + time, state.closedUntil ?? .distantFuture) }
    }
}
