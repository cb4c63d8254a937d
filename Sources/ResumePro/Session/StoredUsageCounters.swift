import Assistant
import Storage

/// Keeps what was used of the assistant through a restart.
struct StoredUsageCounters: UsageStore {
    let store: any Store

    func tokens(_ key: String, day: Int) async throws -> Int { try await self.store.usage(key, day: day) }

    func add(_ tokens: [String: Int], day: Int) async throws {
        try await self.store.write(tokens.map { .addUsage(key: $0.key, day: day, amount: $0.value) })
    }
}
