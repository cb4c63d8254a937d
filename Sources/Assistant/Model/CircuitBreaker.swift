/// Decides whether a server is to be called at all. One that has just failed several times in a row is left alone for a
/// while: nobody waits for what will fail, and it is not kept down by those who call it again and again.
///
/// Closed: every call goes through, and failures in a row are counted. Open: none does. Half open: after ``openTime`` one call
/// goes through to see; its end closes the circuit or opens it anew, and meanwhile the others are refused.
///
/// Times are durations since a moment of the caller's choice.
struct CircuitBreaker: Equatable, Sendable {
    enum Admission: Equatable, Sendable {
        case call
        /// The one call of a half-open circuit.
        case probe
        case refuse(retryAfter: Duration)
    }

    private enum State: Equatable, Sendable {
        case closed(failures: Int)
        case open(until: Duration)
        case halfOpen
    }

    /// Failures in a row that open it; 0 switches it off. 5: two people's calls with their retries.
    let threshold: Int
    /// 30 s: long enough for a server to come back, short enough that nobody gives up on the day.
    let openTime: Duration
    /// For those who come while the one call of a half-open circuit is under way.
    private static let probeTime = Duration.seconds(2)

    private var state = State.closed(failures: 0)

    init(threshold: Int = 5, openTime: Duration = .seconds(30)) { (self.threshold, self.openTime) = (threshold, openTime) }

    var isClosed: Bool { if case .closed = self.state { true } else { false } }

    mutating func admit(at time: Duration) -> Admission {
        switch self.state {
        case .closed: return .call
        case .open(let until) where time < until: return .refuse(retryAfter: until - time)
        case .open:
            self.state = .halfOpen
            return .probe
        case .halfOpen: return .refuse(retryAfter: Self.probeTime)
        }
    }

    /// The server answered, with whatever: it is up. Calls from before the circuit opened say nothing about now.
    mutating func succeeded(_ admission: Admission) {
        if admission == .probe || self.isClosed { self.state = .closed(failures: 0) }
    }

    mutating func failed(_ admission: Admission, at time: Duration) {
        guard self.threshold > 0 else { return }
        if admission == .probe {
            self.state = .open(until: time + self.openTime)
        } else if case .closed(let failures) = self.state {
            self.state = failures + 1 < self.threshold ? .closed(failures: failures + 1) : .open(until: time + self.openTime)
        }
    }

    /// The call ended without telling anything of the server: it was cancelled.
    mutating func abandoned(_ admission: Admission, at time: Duration) {
        // The next call finds out.
        if admission == .probe { self.state = .open(until: time) }
    }
}
