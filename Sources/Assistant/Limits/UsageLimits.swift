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

/// Keeps the tokens that were used through a restart. What is counted within a minute is not worth keeping.
package protocol UsageStore: Sendable {
    /// What was added up for a day; 0 if nothing was.
    /// - Parameters:
    ///   - key: a person's key, or the empty one for all together.
    ///   - day: days since 1970-01-01, UTC.
    func tokens(_ key: String, day: Int) async throws -> Int

    /// Adds to the counts under these keys, all or none. Amounts may be negative: a call reserves more than it uses.
    func add(_ tokens: [String: Int], day: Int) async throws
}

/// Keeps them until the process ends.
package actor MemoryUsageStore: UsageStore {
    private var counts: [String: Int] = [:]
    private var day = 0
    private let limit: Int

    /// - Parameter limit: the most keys; when they are passed, all but the count of all together are dropped. 100,000 take
    ///   10 MB or so.
    package init(limit: Int = 100_000) { self.limit = limit }

    package func tokens(_ key: String, day: Int) -> Int { day == self.day ? self.counts[key] ?? 0 : 0 }

    package func add(_ tokens: [String: Int], day: Int) {
        if day > self.day { (self.counts, self.day) = ([:], day) }
        guard day == self.day else { return }
        self.counts.merge(tokens) { $0.addingClamped($1) }
        if self.counts.count > self.limit { self.counts = self.counts.filter { $0.key.isEmpty } }
    }
}
