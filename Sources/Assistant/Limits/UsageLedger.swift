/// Counts what is used against ``UsageLimits``: reserved before a call, settled after it. A value without a clock: times are
/// seconds since 1970.
struct UsageLedger: Sendable {
    struct Reservation: Equatable, Sendable {
        var user: String
        var tokens: Int
        var day: Int
    }

    private struct Account: Equatable, Sendable {
        var counter = UsageCounter()
        var answers = 0

        mutating func advance(to time: Double, perMinute: Int) {
            let day = UsageLedger.day(time)
            if day != self.counter.day { (self.counter.day, self.counter.tokens) = (day, 0) }
            // A clock that was set back takes nothing away.
            let passed = max(0, time - self.counter.updated)
            self.counter.requests = max(0, self.counter.requests - passed * Double(perMinute) / 60)
            self.counter.updated = time
        }
    }

    /// The key of all together.
    static let total = ""
    /// People remembered at once; idle ones are forgotten beyond it, as their counters are kept elsewhere.
    private static let maxAccounts = 10_000
    /// For those who wait for an answer to end, which may be any moment.
    private static let answerTime = 2

    private let limits: UsageLimits
    private var accounts: [String: Account] = [:]

    init(_ limits: UsageLimits) { self.limits = limits }

    /// Whether ``restore(_:for:)`` should be called before ``reserve(user:tokens:at:)``.
    func isUnknown(_ key: String) -> Bool { self.accounts[key] == nil }

    /// Takes a kept counter, unless there is one already.
    mutating func restore(_ counter: UsageCounter?, for key: String) {
        guard self.accounts[key] == nil else { return }
        if self.accounts.count >= Self.maxAccounts {
            self.accounts = self.accounts.filter { $0.value.answers > 0 || $0.key == Self.total }
        }
        self.accounts[key] = Account(counter: counter ?? UsageCounter())
    }

    func counter(_ key: String) -> UsageCounter? { self.accounts[key]?.counter }

    /// Counts a call, if every bound allows it; otherwise nothing has changed.
    /// - Parameter tokens: the most that it may use.
    mutating func reserve(user: String, tokens: Int, at time: Double) throws(AssistantError) -> Reservation {
        let tokens = max(0, tokens)
        var accounts: [String: Account] = [:]
        for (key, bounds) in [(user, self.limits.user), (Self.total, self.limits.total)] {
            var account = self.accounts[key] ?? Account()
            account.advance(to: time, perMinute: bounds.requestsPerMinute)
            try Self.check(account, tokens: tokens, bounds: bounds, isTotal: key == Self.total, at: time)
            account.answers += 1
            account.counter.requests += 1
            account.counter.tokens = account.counter.tokens.addingClamped(tokens)
            accounts[key] = account
        }
        self.accounts.merge(accounts) { $1 }
        return Reservation(user: user, tokens: tokens, day: Self.day(time))
    }

    /// Ends a call that was reserved.
    /// - Parameter tokens: what it has used, which may be more than it had reserved.
    mutating func settle(_ reservation: Reservation, tokens: Int) {
        for key in [reservation.user, Self.total] {
            guard var account = self.accounts[key] else { continue }
            account.answers = max(0, account.answers - 1)
            // What began yesterday was counted yesterday.
            if account.counter.day == reservation.day {
                account.counter.tokens = max(0, account.counter.tokens - reservation.tokens).addingClamped(max(0, tokens))
            }
            self.accounts[key] = account
        }
    }

    static func day(_ time: Double) -> Int { Int((max(0, min(time, 1e12)) / 86_400).rounded(.down)) }

    private static func check(
        _ account: Account, tokens: Int, bounds: UsageLimits.Bounds, isTotal: Bool, at time: Double
    ) throws(AssistantError) {
        if bounds.answers > 0, account.answers >= bounds.answers {
            let message =
                isTotal
                ? "The assistant has too much to do. Please try again in a moment."
                : "At most \(bounds.answers) answers can be under way at once. Please wait for one to end."
            throw AssistantError(
                .rateLimited, message, detail: "answers at once", retryable: true, retryAfter: Self.answerTime)
        }
        let excess = account.counter.requests + 1 - Double(bounds.requestsPerMinute)
        if bounds.requestsPerMinute > 0, excess > 0 {
            let wait = Int((excess * 60 / Double(bounds.requestsPerMinute)).rounded(.up))
            throw AssistantError(
                .rateLimited,
                isTotal
                    ? "The assistant has too much to do. Please try again later." : "Too many requests. Please wait a little.",
                detail: "requests a minute", retryable: true, retryAfter: max(1, min(wait, 60)))
        }
        // A call that may use more than a whole day's share is still made, once a day.
        if bounds.tokensPerDay > 0, account.counter.tokens.addingClamped(min(tokens, bounds.tokensPerDay)) > bounds.tokensPerDay
        {
            let midnight = Double(Self.day(time) + 1) * 86_400
            throw AssistantError(
                .quotaExceeded,
                isTotal
                    ? "The assistant's share for today is used up. It is back tomorrow."
                    : "Your share of the assistant for today is used up. It is back tomorrow.",
                detail: "tokens a day", retryable: true, retryAfter: max(1, min(86_400, Int(midnight - time))))
        }
    }
}

extension Int {
    fileprivate func addingClamped(_ other: Int) -> Int {
        let (sum, overflows) = self.addingReportingOverflow(other)
        return overflows ? .max : sum
    }
}
