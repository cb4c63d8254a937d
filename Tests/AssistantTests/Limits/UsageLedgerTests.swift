import Testing

@testable import Assistant

@Suite struct UsageLedgerTests {
    /// Noon of a day.
    private let noon = 20_000.0 * 86_400 + 43_200

    private func ledger(
        user: UsageLimits.Bounds = .init(answers: 0, requestsPerMinute: 0, tokensPerDay: 0),
        total: UsageLimits.Bounds = .init(answers: 0, requestsPerMinute: 0, tokensPerDay: 0)
    ) -> UsageLedger {
        var limits = UsageLimits()
        (limits.user, limits.total) = (user, total)
        return UsageLedger(limits)
    }

    private func refusal(
        _ ledger: inout UsageLedger, _ user: String = "a", tokens: Int = 0, at time: Double? = nil
    ) -> AssistantError? {
        do throws(AssistantError) {
            _ = try ledger.reserve(user: user, tokens: tokens, at: time ?? self.noon)
            return nil
        } catch { return error }
    }

    @Test func answersAtOnceAreCountedForEachAndForAll() throws {
        var ledger = self.ledger(
            user: .init(answers: 2, requestsPerMinute: 0, tokensPerDay: 0),
            total: .init(answers: 3, requestsPerMinute: 0, tokensPerDay: 0))
        let first = try ledger.reserve(user: "a", tokens: 0, at: self.noon)
        #expect(self.refusal(&ledger) == nil)
        let third = self.refusal(&ledger)
        #expect(third?.code == .rateLimited && third?.retryable == true && third?.retryAfter == 2)
        #expect(third?.message.contains("At most 2 answers") == true)
        #expect(self.refusal(&ledger, "b") == nil)
        #expect(self.refusal(&ledger, "b")?.message.contains("At most") == false)
        ledger.settle(first, tokens: 0)
        #expect(self.refusal(&ledger) == nil)
    }

    @Test func requestsFadeAwayWithinAMinute() {
        var ledger = self.ledger(user: .init(answers: 0, requestsPerMinute: 3, tokensPerDay: 0))
        for _ in 0..<3 { #expect(self.refusal(&ledger) == nil) }
        let fourth = self.refusal(&ledger)
        #expect(fourth?.code == .rateLimited && fourth?.retryAfter == 20)
        #expect(self.refusal(&ledger, "b") == nil)
        #expect(self.refusal(&ledger, at: self.noon + 19) != nil)
        #expect(self.refusal(&ledger, at: self.noon + 20) == nil)
        #expect(self.refusal(&ledger, at: self.noon + 20) != nil)
        for _ in 0..<3 { #expect(self.refusal(&ledger, at: self.noon + 80) == nil) }
    }

    @Test func tokensAreReservedAndSettledAndFreeAtMidnight() throws {
        var ledger = self.ledger(user: .init(answers: 0, requestsPerMinute: 0, tokensPerDay: 1_000))
        let first = try ledger.reserve(user: "a", tokens: 900, at: self.noon)
        let second = self.refusal(&ledger, tokens: 101)
        #expect(second?.code == .quotaExceeded && second?.retryAfter == 43_200 && second?.retryable == true)
        #expect(self.refusal(&ledger, tokens: 100) == nil)
        ledger.settle(first, tokens: 200)
        #expect(ledger.tokens("a") == 300)
        #expect(self.refusal(&ledger, tokens: 700) == nil)
        #expect(self.refusal(&ledger, tokens: 1) != nil)
        #expect(self.refusal(&ledger, tokens: 1_000, at: self.noon + 43_200) == nil)
        // What began yesterday takes nothing of today.
        ledger.settle(first, tokens: 900)
        #expect(ledger.tokens("a") == 1_000)
    }

    @Test func aCallLargerThanADaysShareIsMadeOnceADay() throws {
        var ledger = self.ledger(user: .init(answers: 0, requestsPerMinute: 0, tokensPerDay: 1_000))
        let large = try ledger.reserve(user: "a", tokens: 20_000, at: self.noon)
        ledger.settle(large, tokens: 400)
        #expect(self.refusal(&ledger, tokens: 20_000)?.code == .quotaExceeded)
        #expect(self.refusal(&ledger, tokens: 600) == nil)
    }

    @Test func aRefusalCostsNothing() {
        var ledger = self.ledger(
            user: .init(answers: 9, requestsPerMinute: 9, tokensPerDay: 1_000),
            total: .init(answers: 1, requestsPerMinute: 0, tokensPerDay: 0))
        #expect(self.refusal(&ledger, "b") == nil)
        let before = ledger.tokens("a")
        for _ in 0..<20 { #expect(self.refusal(&ledger, tokens: 500)?.code == .rateLimited) }
        #expect(ledger.tokens("a") == before)
    }

    @Test func numbersBeyondAllBoundsDoNoHarm() throws {
        var ledger = self.ledger()
        let most = try ledger.reserve(user: "a", tokens: .max, at: .infinity)
        _ = try ledger.reserve(user: "a", tokens: .max, at: -.infinity)
        ledger.settle(most, tokens: .max)
        ledger.settle(most, tokens: .min)
        ledger.settle(UsageLedger.Reservation(user: "nobody", tokens: 1, day: 0), tokens: 1)
        #expect(ledger.tokens("a") ?? -1 >= 0)
    }

    @Test func aClockThatWasSetBackTakesNothingAway() {
        var ledger = self.ledger(user: .init(answers: 0, requestsPerMinute: 2, tokensPerDay: 0))
        #expect(self.refusal(&ledger) == nil)
        #expect(self.refusal(&ledger, at: self.noon - 3_600) == nil)
        #expect(self.refusal(&ledger, at: self.noon - 3_600)?.retryAfter == 30)
    }

    @Test func idlePeopleAreForgottenAndRestored() throws {
        var ledger = self.ledger(user: .init(answers: 0, requestsPerMinute: 0, tokensPerDay: 10))
        let busy = try ledger.reserve(user: "busy", tokens: 1, at: self.noon)
        for number in 0..<10_001 { ledger.restore(0, day: 20_000, for: "user \(number)") }
        #expect(ledger.isUnknown("user 0") && !ledger.isUnknown("busy") && !ledger.isUnknown(UsageLedger.total))
        ledger.settle(busy, tokens: 1)
        ledger.restore(10, day: 20_000, for: "user 0")
        #expect(self.refusal(&ledger, "user 0", tokens: 1)?.code == .quotaExceeded)
        // One that is known is not overwritten.
        ledger.restore(0, day: 20_000, for: "user 0")
        #expect(self.refusal(&ledger, "user 0", tokens: 1) != nil)
    }
}
