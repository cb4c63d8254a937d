import Testing

@testable import Assistant

@Suite struct CircuitBreakerTests {
    private var breaker = CircuitBreaker(threshold: 3, openTime: .seconds(30))

    /// Fails one call after the other.
    private func failing(_ times: Int, at time: Duration = .zero) -> CircuitBreaker {
        var breaker = self.breaker
        for _ in 0..<times { breaker.failed(breaker.admit(at: time), at: time) }
        return breaker
    }

    @Test func itOpensWithTheLastFailureOfARow() {
        var two = self.failing(2)
        #expect(two.admit(at: .zero) == .call)
        var three = self.failing(3, at: .seconds(7))
        #expect(!three.isClosed)
        #expect(three.admit(at: .seconds(7)) == .refuse(retryAfter: .seconds(30)))
        #expect(three.admit(at: .seconds(36)) == .refuse(retryAfter: .seconds(1)))
    }

    @Test func aSuccessBreaksTheRow() {
        var breaker = self.failing(2)
        breaker.succeeded(.call)
        breaker.failed(.call, at: .zero)
        breaker.failed(.call, at: .zero)
        #expect(breaker.isClosed)
        breaker.failed(.call, at: .zero)
        #expect(!breaker.isClosed)
    }

    @Test func oneCallGoesThroughToSeeAndItsSuccessCloses() {
        var breaker = self.failing(3)
        #expect(breaker.admit(at: .seconds(30)) == .probe)
        for _ in 0..<3 { #expect(breaker.admit(at: .seconds(31)) == .refuse(retryAfter: .seconds(2))) }
        breaker.succeeded(.probe)
        #expect(breaker.isClosed && breaker.admit(at: .seconds(32)) == .call)
    }

    @Test func itsFailureOpensAnew() {
        var breaker = self.failing(3)
        _ = breaker.admit(at: .seconds(30))
        breaker.failed(.probe, at: .seconds(40))
        #expect(breaker.admit(at: .seconds(69)) == .refuse(retryAfter: .seconds(1)))
        #expect(breaker.admit(at: .seconds(70)) == .probe)
    }

    @Test func whatWasCancelledTellsNothing() {
        var breaker = self.failing(2)
        breaker.abandoned(.call, at: .zero)
        #expect(breaker == self.failing(2))
        breaker = self.failing(3)
        _ = breaker.admit(at: .seconds(30))
        breaker.abandoned(.probe, at: .seconds(31))
        #expect(breaker.admit(at: .seconds(31)) == .probe)
    }

    @Test func callsFromBeforeItOpenedChangeNothing() {
        var breaker = self.failing(3)
        breaker.failed(.call, at: .seconds(20))
        breaker.succeeded(.call)
        #expect(breaker.admit(at: .seconds(29)) == .refuse(retryAfter: .seconds(1)))
        #expect(breaker.admit(at: .seconds(30)) == .probe)
    }

    @Test func aThresholdOfNoneSwitchesItOff() {
        var breaker = CircuitBreaker(threshold: 0)
        for _ in 0..<100 { breaker.failed(breaker.admit(at: .zero), at: .zero) }
        #expect(breaker.admit(at: .zero) == .call)
    }
}
