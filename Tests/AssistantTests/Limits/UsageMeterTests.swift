import Logging
import Synchronization
import Testing

@testable import Assistant

@Suite struct UsageMeterTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    private let noon = 20_000.0 * 86_400 + 43_200
    private let request = ModelRequest(messages: [ModelMessage(.user, "123456789")], maxOutputTokens: 100)

    private func meter(_ store: any UsageStore, tokens: Int = 1_000, answers: Int = 8) -> UsageMeter {
        var limits = UsageLimits()
        limits.user = .init(answers: answers, requestsPerMinute: 3, tokensPerDay: tokens)
        return UsageMeter(limits, store: store, logger: self.logger, now: { self.noon })
    }

    private func used(_ reply: ScriptedModel.Reply) async throws -> Int {
        let store = MemoryUsageStore()
        let meter = self.meter(store)
        _ = try? await MeteredModel(ScriptedModel(reply), user: "a", meter: meter).complete(self.request) { _ in }
        await meter.flush()
        let (user, total) = (await store.load("a"), await store.load(""))
        #expect(user?.tokens == total?.tokens)
        return try #require(user?.tokens)
    }

    @Test func whatTheServerCountedIsCharged() async throws {
        let usage = TokenUsage(prompt: 30, completion: 12, isEstimate: false)
        #expect(try await self.used(.counted("Yes", .complete, usage)) == 42)
    }

    @Test func whatNobodyCountedIsEstimated() async throws {
        // Three tokens of the prompt, and one for three bytes of what arrived.
        #expect(try await self.used(.failure(["123456"], AssistantError(.connection, interrupted: true))) == 5)
        #expect(try await self.used(.failure([], .cancelled)) == 3)
        #expect(try await self.used(.failure([], AssistantError(.total, interrupted: false))) == 3)
        #expect(try await self.used(.failure([], AssistantError(.connection, interrupted: false))) == 0)
    }

    @Test func nothingIsAskedOfTheModelBeyondTheLimit() async throws {
        let meter = self.meter(MemoryUsageStore(), tokens: 103)
        let usage = TokenUsage(prompt: 1, completion: 1, isEstimate: false)
        let model = MeteredModel(ScriptedModel(.counted("Yes", .complete, usage)), user: "a", meter: meter)
        _ = try await model.complete(self.request) { _ in }
        let error = await #expect(throws: AssistantError.self) { try await model.complete(self.request) { _ in } }
        #expect(error?.code == .quotaExceeded && error?.cause == .request)
    }

    @Test func theCountersSurviveARestart() async throws {
        let store = MemoryUsageStore()
        var meter = self.meter(store)
        for _ in 0..<3 {
            let reservation = try await meter.reserve(user: "a", tokens: 400)
            await meter.settle(reservation, tokens: 200)
        }
        await meter.flush()
        meter = self.meter(store)
        let requests = await #expect(throws: AssistantError.self) { try await meter.reserve(user: "a", tokens: 1) }
        #expect(requests?.code == .rateLimited && requests?.retryAfter == 20)
        let meterLater = UsageMeter(
            {
                var limits = UsageLimits(); limits.user.tokensPerDay = 1_000; return limits
            }(), store: store,
            logger: self.logger, now: { self.noon + 60 })
        let tokens = await #expect(throws: AssistantError.self) { try await meterLater.reserve(user: "a", tokens: 401) }
        #expect(tokens?.code == .quotaExceeded)
        _ = try await meterLater.reserve(user: "a", tokens: 400)
    }

    /// A store that is out of order.
    private struct BrokenStore: UsageStore {
        struct Failure: Error {}
        func load(_ key: String) async throws -> UsageCounter? { throw Failure() }
        func save(_ counters: [String: UsageCounter]) async throws { throw Failure() }
    }

    @Test func aStoreThatFailsCostsNobodyAnAnswer() async throws {
        let meter = self.meter(BrokenStore())
        let model = MeteredModel(ScriptedModel(.text("Yes")), user: "a", meter: meter)
        #expect(try await model.complete(self.request) { _ in }.text == "Yes")
        await meter.flush()
    }

    @Test func theMemoryStoreDropsDaysPast() async {
        let store = MemoryUsageStore(limit: 3)
        await store.save(["": UsageCounter(day: 1), "a": UsageCounter(day: 1), "b": UsageCounter(day: 1)])
        await store.save(["": UsageCounter(day: 2), "c": UsageCounter(day: 2)])
        #expect(await store.load("a") == nil)
        #expect(await store.load("c") != nil)
        await store.save(["d": UsageCounter(day: 2), "e": UsageCounter(day: 2)])
        #expect(await store.load("c") == nil)
        #expect(await store.load("") != nil)
    }
}
