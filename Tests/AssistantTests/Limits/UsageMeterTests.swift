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

    private func used(_ reply: ScriptedModel.Reply) async -> Int {
        let store = MemoryUsageStore()
        let meter = self.meter(store)
        _ = try? await MeteredModel(ScriptedModel(reply), user: "a", meter: meter).complete(self.request) { _ in }
        await meter.flush()
        let (user, total) = (await store.tokens("a", day: 20_000), await store.tokens("", day: 20_000))
        #expect(user == total)
        return user
    }

    @Test func whatTheServerCountedIsCharged() async throws {
        let usage = TokenUsage(prompt: 30, completion: 12, isEstimate: false)
        #expect(await self.used(.counted("Yes", .complete, usage)) == 42)
    }

    @Test func whatNobodyCountedIsEstimated() async throws {
        // Three tokens of the prompt, and one for three bytes of what arrived.
        #expect(await self.used(.failure(["123456"], AssistantError(.connection, interrupted: true))) == 5)
        #expect(await self.used(.failure([], .cancelled)) == 3)
        #expect(await self.used(.failure([], AssistantError(.total, interrupted: false))) == 3)
        #expect(await self.used(.failure([], AssistantError(.connection, interrupted: false))) == 0)
    }

    @Test func nothingIsAskedOfTheModelBeyondTheLimit() async throws {
        let meter = self.meter(MemoryUsageStore(), tokens: 103)
        let usage = TokenUsage(prompt: 1, completion: 1, isEstimate: false)
        let model = MeteredModel(ScriptedModel(.counted("Yes", .complete, usage)), user: "a", meter: meter)
        _ = try await model.complete(self.request) { _ in }
        let error = await #expect(throws: AssistantError.self) { try await model.complete(self.request) { _ in } }
        #expect(error?.code == .quotaExceeded && error?.cause == .request)
    }

    @Test func whatWasUsedSurvivesARestart() async throws {
        let store = MemoryUsageStore()
        var meter = self.meter(store)
        for _ in 0..<3 {
            let reservation = try await meter.reserve(user: "a", tokens: 400)
            await meter.settle(reservation, tokens: 200)
        }
        // One that is not settled counts for all that it may use.
        await meter.flush()
        meter = self.meter(store)
        let error = await #expect(throws: AssistantError.self) { try await meter.reserve(user: "a", tokens: 401) }
        #expect(error?.code == .quotaExceeded && error?.retryAfter == 43_200)
        _ = try await meter.reserve(user: "a", tokens: 300)
        _ = try await meter.reserve(user: "b", tokens: 1_000)
        await meter.flush()
        meter = self.meter(store)
        await #expect(throws: AssistantError.self) { try await meter.reserve(user: "a", tokens: 101) }
        _ = try await meter.reserve(user: "a", tokens: 100)
    }

    /// A store that is out of order.
    private struct BrokenStore: UsageStore {
        struct Failure: Error {}
        func tokens(_ key: String, day: Int) async throws -> Int { throw Failure() }
        func add(_ tokens: [String: Int], day: Int) async throws { throw Failure() }
    }

    @Test func aStoreThatFailsCostsNobodyAnAnswer() async throws {
        let meter = self.meter(BrokenStore())
        let model = MeteredModel(ScriptedModel(.text("Yes")), user: "a", meter: meter)
        #expect(try await model.complete(self.request) { _ in }.text == "Yes")
        await meter.flush()
    }

    @Test func theMemoryStoreKeepsOneDayAndSoManyKeys() async {
        let store = MemoryUsageStore(limit: 3)
        await store.add(["": 5, "a": 5, "b": 5], day: 1)
        await store.add(["a": -2], day: 1)
        #expect(await store.tokens("a", day: 1) == 3)
        #expect(await store.tokens("a", day: 2) == 0)
        await store.add(["": 1, "c": 1], day: 2)
        await store.add(["a": 7], day: 1)
        #expect(await store.tokens("a", day: 1) == 0)
        await store.add(["d": 1, "e": 1], day: 2)
        #expect(await store.tokens("c", day: 2) == 0)
        #expect(await store.tokens("", day: 2) == 1)
    }
}
