import NIOCore
import NIOEmbedded
import Testing

@testable import EngineIO

@Suite struct TimerWheelTests {
    private final class Client: TimerClient {
        var timerPlace = TimerPlace()
        /// The times at which it was called.
        var calls: [NIODeadline] = []
        var onCall: (Client) -> Void = { _ in }
        private let loop: EmbeddedEventLoop

        init(_ loop: EmbeddedEventLoop) { self.loop = loop }

        func timerFired() {
            self.calls.append(self.loop.now)
            self.onCall(self)
        }
    }

    private let loop = EmbeddedEventLoop()
    private let wheel: TimerWheel

    init() { self.wheel = TimerWheel(eventLoop: self.loop) }

    private func time(_ milliseconds: Int64) -> NIODeadline { .uptimeNanoseconds(0) + .milliseconds(milliseconds) }

    @Test func isNeverEarlyAndLateByLessThanATick() {
        let clients = [Client(self.loop), Client(self.loop), Client(self.loop)]
        for (client, milliseconds) in zip(clients, [1_000, 1_001, 1_024]) {
            self.wheel.add(client, at: self.time(Int64(milliseconds)))
        }
        self.loop.advanceTime(to: self.time(999))
        #expect(clients.allSatisfy { $0.calls.isEmpty })
        self.loop.advanceTime(to: self.time(5_000))
        #expect(clients.map(\.calls) == [[self.time(1_000)], [self.time(1_025)], [self.time(1_025)]])
    }

    @Test func theEarlierOfTwoTimesCounts() {
        let client = Client(self.loop)
        self.wheel.add(client, at: self.time(1_000))
        self.wheel.add(client, at: self.time(2_000))
        self.wheel.add(client, at: self.time(500))
        self.loop.advanceTime(to: self.time(5_000))
        #expect(client.calls == [self.time(500)])
    }

    @Test func aRemovedClientIsNotCalledNorKept() {
        let other = Client(self.loop)
        weak var gone: Client?
        do {
            let client = Client(self.loop)
            gone = client
            self.wheel.add(client, at: self.time(100))
            self.wheel.add(other, at: self.time(100))
            self.wheel.remove(client)
            self.wheel.remove(client)
        }
        #expect(gone == nil)
        self.loop.advanceTime(to: self.time(200))
        #expect(other.calls == [self.time(100)])
        #expect(other.timerPlace.isNowhere)
    }

    @Test func aTimeThatHasPassedComesWithTheNextTick() {
        self.loop.advanceTime(to: self.time(1_010))
        let client = Client(self.loop)
        self.wheel.add(client, at: self.time(3))
        self.loop.advanceTime(by: .seconds(1))
        #expect(client.calls == [self.time(1_025)])
    }

    /// A client that looks at its clock and asks again, as all do, gets any time exactly.
    @Test func aTimeBeyondTheWheelIsReachedInTurns() {
        let client = Client(self.loop)
        let deadline = self.time(100_000)
        client.onCall = { if self.loop.now < deadline { self.wheel.add($0, at: deadline) } }
        self.wheel.add(client, at: deadline)
        self.loop.advanceTime(to: self.time(200_000))
        #expect(client.calls.last == deadline && client.calls.count == 4)
    }

    /// For longer than the wheel turns: what is asked for meanwhile is neither early nor late.
    @Test(arguments: [25_600, 31_000, 60_000, 120_012]) func aHeldUpEventLoopCatchesUp(milliseconds: Int64) {
        let end = self.time(100 + milliseconds)
        // Runs before the wheel's own task of that time, which then finds the clock far ahead.
        _ = self.loop.scheduleTask(deadline: self.time(100)) { self.loop.advanceTime(to: end) }
        let asked = [25, 100, 10_000, 20_000, 25_000].map { TimeAmount.milliseconds($0) }
        var clients: [Client] = []
        for (place, time) in asked.enumerated() {
            let client = Client(self.loop)
            client.onCall = { client in
                client.onCall = { if self.loop.now < end + time { self.wheel.add($0, at: end + time) } }
                self.wheel.add(client, at: self.loop.now + time)
            }
            self.wheel.add(client, at: self.time(100 + 5_000 * Int64(place)))
            clients.append(client)
        }
        self.loop.advanceTime(to: end + .minutes(2))
        for (client, time) in zip(clients, asked) {
            let last = client.calls.last ?? .distantFuture
            #expect(client.calls.first == end)
            #expect(last >= end + time && last < end + time + TimerWheel.tick, "\(time)")
        }
    }

    /// Against a list of what is due, with clients that come, go and ask again at random.
    @Test(arguments: 0..<20) func agreesWithAList(seed: UInt64) {
        var generator = SplitMix(state: seed)
        let clients = (0..<30).map { _ in Client(self.loop) }
        var due: [Int: NIODeadline] = [:]
        var now = self.loop.now
        for _ in 0..<400 {
            let number = Int.random(in: 0..<clients.count, using: &generator)
            switch Int.random(in: 0..<10, using: &generator) {
            case 0..<5:
                let deadline = now + .milliseconds(.random(in: -100...20_000, using: &generator))
                self.wheel.add(clients[number], at: deadline)
                due[number] = min(due[number] ?? .distantFuture, deadline)
            case 5..<7:
                self.wheel.remove(clients[number])
                due[number] = nil
            default:
                let start = now
                now = now + .milliseconds(.random(in: 0...3_000, using: &generator))
                self.loop.advanceTime(to: now)
                for (number, client) in clients.enumerated() where !client.calls.isEmpty {
                    let deadline = due.removeValue(forKey: number)
                    #expect(client.calls.count == 1)
                    if let deadline, let call = client.calls.first {
                        #expect(call >= deadline && call <= max(deadline, start) + TimerWheel.tick)
                    } else {
                        Issue.record("A client was called that waited for nothing.")
                    }
                    client.calls = []
                }
                #expect(due.values.allSatisfy { $0 + TimerWheel.tick > now })
            }
        }
    }

    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            self.state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = self.state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
