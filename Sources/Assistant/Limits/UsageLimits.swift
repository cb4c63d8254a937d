/// How much of the language model a person, and all of them together, may use. 0 stands for no bound.
package struct UsageLimits: Sendable, Equatable {
    package struct Bounds: Sendable, Equatable {
        /// Calls under way at once.
        package var answers: Int
        /// Calls begun within a minute, evenly: a pause earns what it lasted.
        package var requestsPerMinute: Int
        /// Tokens read and written between one midnight (UTC) and the next.
        package var tokensPerDay: Int

        package init(answers: Int, requestsPerMinute: Int, tokensPerDay: Int) {
            (self.answers, self.requestsPerMinute, self.tokensPerDay) = (answers, requestsPerMinute, tokensPerDay)
        }
    }

    /// 8 answers and 60 requests: a household or a classroom behind one address. 2,000,000 tokens: some 300 messages with a
    /// long resume; at a small model's price less than a dollar.
    package var user = Bounds(answers: 8, requestsPerMinute: 60, tokensPerDay: 2_000_000)
    /// 1,024 answers: as many as one process relays well. 50,000,000 tokens: some ten dollars a day at a small model's price.
    package var total = Bounds(answers: 1_024, requestsPerMinute: 6_000, tokensPerDay: 50_000_000)

    package init() {}
}

/// What was used so far, in the form in which it is kept.
package struct UsageCounter: Sendable, Equatable, Codable {
    /// Days since 1970-01-01, UTC.
    package var day = 0
    /// Of that day; those that running calls have reserved among them.
    package var tokens = 0
    /// Requests that still count, as of ``updated``: each fades away within a minute.
    package var requests = 0.0
    /// Seconds since 1970.
    package var updated = 0.0

    package init(day: Int = 0, tokens: Int = 0, requests: Double = 0, updated: Double = 0) {
        (self.day, self.tokens, self.requests, self.updated) = (day, tokens, requests, updated)
    }
}

/// Keeps the counters through a restart.
package protocol UsageStore: Sendable {
    /// - Parameter key: a person's key, or the empty one for all together.
    func load(_ key: String) async throws -> UsageCounter?
    /// Replaces the counters under these keys, all or none. Counters of days past may be dropped.
    func save(_ counters: [String: UsageCounter]) async throws
}

/// Keeps them until the process ends.
package actor MemoryUsageStore: UsageStore {
    private var counters: [String: UsageCounter] = [:]
    private let limit: Int

    /// - Parameter limit: the most keys; when they are passed, those of days past are dropped, and after them all. 100,000 take
    ///   10 MB or so.
    package init(limit: Int = 100_000) { self.limit = limit }

    package func load(_ key: String) -> UsageCounter? { self.counters[key] }

    package func save(_ counters: [String: UsageCounter]) {
        self.counters.merge(counters) { $1 }
        guard self.counters.count > self.limit, let today = self.counters.values.map(\.day).max() else { return }
        self.counters = self.counters.filter { $0.value.day == today }
        if self.counters.count > self.limit { self.counters = self.counters.filter { $0.key.isEmpty } }
    }
}
