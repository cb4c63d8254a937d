import Assistant
import Documents
import NIOCore
import NIOEmbedded
import Testing

@testable import ResumePro

@Suite struct SessionRegistryTests {
    private let loop = EmbeddedEventLoop()

    private func registry(retention: TimeAmount = .minutes(2), maxAway: Int = 10) -> SessionRegistry {
        SessionRegistry(
            assistant: { _ in RulesAssistant() }, documents: DocumentReader(tools: DocumentTools(), processors: 2),
            store: Person.store(), retention: retention, maxAway: maxAway, log: Person.log)
    }

    @discardableResult
    private func enter(_ registry: SessionRegistry, _ id: String, backAfter offset: Int? = nil) -> Int {
        registry.enter(id, user: "u", outlet: SessionOutlet { _ in }, backAfter: offset).connection
    }

    @Test func whoIsAwayIsKeptForATime() {
        let registry = self.registry()
        let first = self.enter(registry, "a")
        registry.leave("a", connection: first, mayReturn: true, on: self.loop)
        self.loop.advanceTime(by: .seconds(119))
        #expect(registry.count == 1)
        // The time begins anew with the next absence.
        let second = self.enter(registry, "a", backAfter: 0)
        self.loop.advanceTime(by: .seconds(60))
        registry.leave("a", connection: second, mayReturn: true, on: self.loop)
        self.loop.advanceTime(by: .seconds(119))
        #expect(registry.count == 1)
        self.loop.advanceTime(by: .seconds(1))
        #expect(registry.count == 0)
    }

    @Test func whoLeftForGoodIsNotKept() {
        let registry = self.registry()
        registry.leave("a", connection: self.enter(registry, "a"), mayReturn: false, on: self.loop)
        #expect(registry.count == 0)
        let off = self.registry(retention: .zero)
        off.leave("a", connection: self.enter(off, "a"), mayReturn: true, on: self.loop)
        #expect(off.count == 0)
    }

    /// The end of a connection that another has taken over is no absence.
    @Test func aLateEndIsOfNoConsequence() {
        let registry = self.registry()
        let first = self.enter(registry, "a")
        let second = self.enter(registry, "a", backAfter: 0)
        registry.leave("a", connection: first, mayReturn: false, on: self.loop)
        registry.leave("a", connection: first, mayReturn: true, on: self.loop)
        self.loop.advanceTime(by: .minutes(3))
        #expect((registry.count, second) == (1, 2))
    }

    @Test func oneMoreAbsentThanTheLimitIsNotWaitedFor() {
        let registry = self.registry(maxAway: 1)
        let connections = ["a", "b", "c"].map { self.enter(registry, $0) }
        registry.leave("a", connection: connections[0], mayReturn: true, on: self.loop)
        registry.leave("b", connection: connections[1], mayReturn: true, on: self.loop)
        #expect(registry.count == 2)
        // One that comes back makes room.
        self.enter(registry, "a", backAfter: 0)
        registry.leave("c", connection: connections[2], mayReturn: true, on: self.loop)
        #expect(registry.count == 2)
        self.loop.advanceTime(by: .minutes(2))
        #expect(registry.count == 1)
    }
}
