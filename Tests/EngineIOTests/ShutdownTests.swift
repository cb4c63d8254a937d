import NIOCore
import Testing

@testable import EngineIO

@Suite(.timeLimit(.minutes(1))) struct ShutdownTests {
    @Test func tellsEveryone() async throws {
        let listener = TestListener()
        try await withLiveServer(listener) { server in
            let target = try await server.openPolling()
            async let get = server.request("GET \(target)")
            try await server.connect { client in
                try await client.upgrade("EIO=4&transport=websocket")
                #expect(try await client.text().hasPrefix("0{"))
                let session = try #require(listener.sessions.last)
                session.send(text: ByteBuffer(repeating: UInt8(ascii: "x"), count: 500_000))
                async let shutdown: Void = server.engine.shutdown(gracePeriod: .seconds(30))
                // What was sent before comes first.
                #expect(try await client.text().utf8.count == 500_001)
                let close = try await client.frame()
                #expect(close.opcode == 8 && close.payload == ByteBuffer(bytes: [0x03, 0xE9]))
                // This client ends its own side too, as soon as it sees the server's end.
                #expect(try await client.isClosed())
                let start = ContinuousClock.now
                await shutdown
                // Half of the grace period; on an idle machine it is a few milliseconds.
                #expect(ContinuousClock.now - start < .seconds(15), "It waits for no one who has gone.")
            }
            #expect(try await get.body == "1")
            let refused = try await server.request("GET /engine.io/?EIO=4&transport=polling")
            #expect(refused.status == 503 && refused.headers["retry-after"] == "5")
            #expect(try await server.request("GET /health").status == 200)
            #expect(server.engine.sessionCount == 0)
        }
        #expect(listener.takeEvents().filter { $0 == .closed(.serverShuttingDown) }.count == 2)
    }

    /// A polling client without a GET, and one that answers no close frame, take no longer than the limit, and leave nothing.
    @Test func cutsAtTheLimit() async throws {
        let listener = TestListener()
        try await withLiveServer(listener) { server in
            let target = try await server.openPolling()
            try await server.connect { client in
                try await client.upgrade("EIO=4&transport=websocket")
                let start = ContinuousClock.now
                await server.engine.shutdown(gracePeriod: .milliseconds(200))
                // Without the limit the closing would take `closeTimeout`, 30 s.
                #expect(ContinuousClock.now - start < .seconds(15))
                // The close frame is there, and behind it the end.
                #expect(try await client.isClosed())
            }
            while server.engine.sessionCount > 0 { await Task.yield() }
            #expect(try await server.request("GET \(target)").status == 400)
        }
        #expect(listener.takeEvents().filter { $0 == .closed(.serverShuttingDown) }.count == 2)
    }

    @Test func theNextGETFetchesTheClose() async throws {
        try await withLiveServer(TestListener()) { server in
            let target = try await server.openPolling()
            async let shutdown: Void = server.engine.shutdown(gracePeriod: .seconds(30))
            #expect(try await server.request("GET \(target)").body == "1")
            await shutdown
            #expect(server.engine.sessionCount == 0)
        }
    }

    @Test func drainsInBatches() async throws {
        let listener = TestListener()
        let configure: (inout EngineIOConfiguration) -> Void = {
            $0.shutdownBatchSize = 2
            $0.shutdownBatchInterval = .milliseconds(20)
        }
        try await withLiveServer(listener, configure: configure) { server in
            var gets: [Task<String, any Error>] = []
            for _ in 0..<10 {
                let target = try await server.openPolling()
                gets.append(Task { try await server.request("GET \(target)").body })
            }
            let start = ContinuousClock.now
            await server.engine.shutdown(gracePeriod: .seconds(30))
            // Four pauses of at least half the interval.
            #expect(ContinuousClock.now - start >= .milliseconds(40))
            for get in gets { #expect(try await get.value == "1") }
        }
    }

    @Test func batchesFitIntoHalfTheGracePeriod() {
        let configuration = EngineIOConfiguration()
        func plan(_ sessions: Int, _ grace: Duration) -> DrainPlan {
            DrainPlan(sessions: sessions, configuration: configuration, gracePeriod: grace)
        }
        #expect(plan(0, .seconds(5)).batchSize == 500 && plan(10_000, .seconds(5)).batchSize == 500)
        #expect(plan(100_000, .seconds(5)).batchSize == 4_000)
        #expect(plan(100_000, .zero).batchSize == 100_000 && plan(7, .milliseconds(-1)).batchSize == 500)
        #expect(plan(1, .seconds(1_000_000_000)).batchSize == 500)
        #expect(plan(1, .seconds(5)).pause(fraction: 0) == .milliseconds(50))
        #expect(plan(1, .seconds(5)).pause(fraction: 1) == .milliseconds(150))
    }
}
