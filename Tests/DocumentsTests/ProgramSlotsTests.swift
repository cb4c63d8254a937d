import Synchronization
import Testing

@testable import Documents

@Suite struct ProgramSlotsTests {
    private final class Count: Sendable {
        let running = Mutex((now: 0, most: 0))
        func begin() {
            self.running.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
        }
        func end() { self.running.withLock { $0.now -= 1 } }
    }

    @Test func noMoreRunAtOnceThanThereArePlaces() async throws {
        let slots = ProgramSlots(count: 2, waiting: 100)
        let count = Count()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await slots.run {
                        count.begin()
                        for _ in 0..<10 { await Task.yield() }
                        count.end()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(count.running.withLock { $0.most } == 2)
        #expect(await !slots.isFull)
    }

    @Test func theLastWhoMayWaitWaitsAndTheNextIsRefused() async throws {
        let slots = ProgramSlots(count: 1, waiting: 1)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let (begun, began) = AsyncStream.makeStream(of: Void.self)
        let first = Task {
            try await slots.run {
                began.yield()
                for await _ in gate { break }
            }
        }
        for await _ in begun { break }
        let second = Task { try await slots.run {} }
        while await slots.waiting == 0 { await Task.yield() }
        await #expect(throws: DocumentError.busy) { try await slots.run {} }
        open.yield()
        try await first.value
        try await second.value
    }

    @Test func whoIsCancelledLeavesTheLine() async throws {
        let slots = ProgramSlots(count: 1, waiting: 5)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let (begun, began) = AsyncStream.makeStream(of: Void.self)
        let first = Task {
            try await slots.run {
                began.yield()
                for await _ in gate { break }
            }
        }
        for await _ in begun { break }
        let second = Task { try await slots.run {} }
        while await slots.waiting == 0 { await Task.yield() }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        #expect(await slots.waiting == 0)
        open.yield()
        try await first.value
        try await slots.run {}
    }

    @Test func aFailureGivesThePlaceBack() async throws {
        let slots = ProgramSlots(count: 1, waiting: 1)
        await #expect(throws: DocumentError.noText) { try await slots.run { throw DocumentError.noText } }
        try await slots.run {}
    }
}
