/// Counts what is used against ``UsageLimits``: reserved before a call, settled after it. A value without a clock: times are
/// seconds since 1970.
struct UsageLedger: Sendable {
    struct Reservation: Equatable, Sendable {
        var user: String
        var tokens: Int
        /// Days since 1970-01-01, UTC.
        var day: Int
    }

    private struct Account: Equatable, Sendable {
        var day = 0
        /// Of the day; what running calls have reserved is among them.
        var tokens = 0
        /// Requests that still count, as of ``updated``: each fades away within a minute.
        var requests = 0.0
        var updated = 0.0
        var answers = 0

        mutating func advance(to time: Double, perMinute: Int) {
            let day = UsageLedger.day(time)
            if day != self.day { (self.day, self.tokens) = (day, 0) }
            // A clock that was set back takes nothing away.
            let passed = max(0, time - self.updated)
            self.requests = max(0, self.requests - passed * Double(perMinute) / 60)
            self.updated = time
        }
    }

    /// The key of all together.
    static let total = ""
    /// People remembered at once; idle ones are forgotten beyond it, as their tokens are kept elsewhere.
    private static let maxAccounts = 10_000
    /// For those who wait for an answer to end, which may be any moment.
    private static let answerTime = 2

    private let limits: UsageLimits
    private var accounts: [String: Account] = [:]

    init(_ limits: UsageLimits) { self.limits = limits }

    /// Whether ``restore(_:day:for:)`` should be called before ``reserve(user:tokens:at:)``.
    func isUnknown(_ key: String) -> Bool { self.accounts[key] == nil }

    /// Takes what was kept of a day, unless the account is known already.
    mutating func restore(_ tokens: Int, day: Int, for key: String) {
        guard self.accounts[key] == nil else { return }
        if self.accounts.count >= Self.maxAccounts {
            self.accounts = self.accounts.filter { $0.value.answers > 0 || $0.key == Self.total }
        }
        self.accounts[key] = Account(day: day, tokens: max(0, tokens))
    }

    /// Of the day on which it was last looked at.
    func tokens(_ key: String) -> Int? { self.accounts[key]?.tokens }

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
            account.requests += 1
            account.tokens = account.tokens.addingClamped(tokens)
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
            if account.day == reservation.day {
                account.tokens = max(0, account.tokens - reservation.tokens).addingClamped(max(0, tokens))
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
        let excess = account.requests + 1 - Double(bounds.requestsPerMinute)
        if bounds.requestsPerMinute > 0, excess > 0 {
            let wait = Int(min(60, excess * 60 / Double(bounds.requestsPerMinute)).rounded(.up))
            throw AssistantError(
                .rateLimited,
                isTotal
                    ? "The assistant has too much to do. Please try again later." : "Too many requests. Please wait a little.",
                detail: "requests a minute", retryable: true, retryAfter: max(1, wait))
        }
        // A call that may use more than a whole day's share is still made, once a day.
        if bounds.tokensPerDay > 0, account.tokens.addingClamped(min(tokens, bounds.tokensPerDay)) > bounds.tokensPerDay {
            let left = (Double(Self.day(time) + 1) * 86_400 - time).rounded(.up)
            throw AssistantError(
                .quotaExceeded,
                isTotal
                    ? "The assistant's share for today is used up. It is back tomorrow."
                    : "Your share of the assistant for today is used up. It is back tomorrow.",
                detail: "tokens a day", retryable: true, retryAfter: Int(max(1, min(86_400, left))))
        }
    }
}

extension Int {
    func addingClamped(_ other: Int) -> Int {
        let (sum, overflows) = self.addingReportingOverflow(other)
        return overflows ? (other > 0 ? .max : .min) : sum
    }
}
