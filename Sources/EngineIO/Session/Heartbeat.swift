import NIOCore

/// The server pings, the client answers; a client that does not is gone.
struct Heartbeat: Equatable, Sendable {
    enum State: Equatable, Sendable {
        /// Nothing is owed. At `pingAt` a ping is due, which leads to `awaitingPong`.
        case quiet(pingAt: NIODeadline)
        /// A ping was sent. A pong leads back to `quiet`; without one the session ends at `until`.
        case awaitingPong(until: NIODeadline)
    }

    enum TimeAction: Equatable, Sendable {
        case wait
        case sendPing
        case timeOut
    }

    private(set) var state: State
    private let interval: TimeAmount
    private let timeout: TimeAmount

    init(interval: TimeAmount, timeout: TimeAmount, now: NIODeadline) {
        self.interval = interval
        self.timeout = timeout
        self.state = .quiet(pingAt: now + interval)
    }

    var deadline: NIODeadline {
        switch self.state {
        case .quiet(let deadline), .awaitingPong(let deadline): deadline
        }
    }

    mutating func timePassed(now: NIODeadline) -> TimeAction {
        switch self.state {
        case .quiet(let pingAt):
            guard now >= pingAt else { return .wait }
            self.state = .awaitingPong(until: now + self.timeout)
            return .sendPing
        case .awaitingPong(let until):
            return now >= until ? .timeOut : .wait
        }
    }

    /// A pong that answers no ping changes nothing: a flood of them does not put off the next ping.
    mutating func pongReceived(now: NIODeadline) {
        switch self.state {
        case .quiet: break
        case .awaitingPong: self.state = .quiet(pingAt: now + self.interval)
        }
    }
}
