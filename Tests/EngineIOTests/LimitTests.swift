import NIOCore
import NIOEmbedded
import Testing

@testable import EngineIO

/// Each bound holds at its value and acts one past it. Those of frames, messages, fragments, bodies, heads and queues are
/// tested where those are.
@Suite struct LimitTests {
    private static let handshake = "GET /engine.io/?EIO=4&transport=polling"

    // MARK: Rates

    @Test func rateLimiter() {
        var limiter = RateLimiter()
        let start = NIODeadline.uptimeNanoseconds(5_000_000_000)
        func take(_ milliseconds: Int64) -> Bool { limiter.take(now: start + .milliseconds(milliseconds), rate: 10, burst: 3) }
        #expect(take(0) && take(0) && take(0) && !take(0))
        #expect(!take(99) && take(100) && !take(100))
        // A refused attempt costs nothing, and a long silence earns no more than the burst.
        #expect(take(10_000) && take(10_000) && take(10_000) && !take(10_000))
        // In the long run the rate.
        #expect((0..<10_000).count { take(20_000 + Int64($0)) } == 102)
        var unbounded = RateLimiter()
        #expect((0..<1_000).allSatisfy { _ in unbounded.take(now: start, rate: .max, burst: .max) })
        var single = RateLimiter()
        #expect(single.take(now: start, rate: 0, burst: 0) && !single.take(now: start, rate: 0, burst: 0))
    }

    @Test func handshakesASecondAreBounded() throws {
        let server = TestServer(configure: {
            $0.maxHandshakesPerSecond = 2
            $0.maxHandshakeBurst = 3
        })
        for _ in 0..<2 { _ = try server.openPolling() }
        _ = try server.openWebSocket()
        let polling = try server.connect().request(Self.handshake, headers: ["origin: https://app.example"])
        #expect(polling.status == 503 && polling.headers["retry-after"] == "5")
        #expect(polling.headers["access-control-allow-origin"] == "https://app.example")
        let webSocket = try server.connect().request(
            "GET /engine.io/?EIO=4&transport=websocket", headers: TestClient.upgradeHeaders)
        #expect(webSocket.status == 503 && webSocket.headers["retry-after"] == "5")
        // Other requests are not counted.
        let id = try #require(server.listener.sessions.first).id
        #expect(try server.connect().request("POST /engine.io/?transport=polling&sid=\(id)", body: "4").body == "ok")
        server.loop.advanceTime(by: .milliseconds(500))
        _ = try server.openPolling()
        #expect(try server.connect().request(Self.handshake).status == 503)
        #expect(server.engine.sessionCount == 4)
    }

    @Test func controlFramesASecondAreBounded() throws {
        for opcode: UInt8 in [9, 10] {
            let server = TestServer(configure: { $0.maxControlFramesPerSecond = 10 })
            let client = try server.openWebSocket()
            _ = try client.takeFrames()
            for _ in 0..<3 {
                for _ in 0..<10 { try client.send(TestClient.frame(opcode, [])) }
                #expect(try client.takeFrames().allSatisfy { $0 == .pong("") })
                server.loop.advanceTime(by: .seconds(1))
            }
            for _ in 0..<11 { try client.send(TestClient.frame(opcode, [])) }
            #expect(try client.takeFrames().last == .close(1008))
            #expect(server.listener.takeEvents() == [.opened, .closed(.transportError)])
        }
    }

    // MARK: Connections

    @Test func connectionsAreBounded() throws {
        let server = TestServer(configure: { $0.maxConnections = 2 })
        let first = try server.connect()
        let second = try server.openWebSocket()
        let third = try server.connect()
        server.loop.run()
        #expect(first.isOpen && second.isOpen && !third.isOpen)
        second.channel.close(promise: nil)
        server.loop.run()
        #expect(server.engine.registry.connectionCount == 1)
        #expect(try server.connect().request("GET /health").body == "/health")
    }

    @Test func sessionsAreBoundedOnBothTransports() throws {
        let server = TestServer(configure: { $0.maxSessions = 1 })
        _ = try server.openWebSocket()
        #expect(try server.connect().request(Self.handshake).status == 503)
        #expect(
            try server.connect().request("GET /engine.io/?EIO=4&transport=websocket", headers: TestClient.upgradeHeaders).status
                == 503)
        #expect(server.engine.sessionCount == 1)
    }

    // MARK: Heads

    @Test(arguments: [(253, 400), (256, 431)])
    func fieldsOfAHeadAreBounded(count: Int, status: Int) throws {
        let client = try TestServer().connect()
        let fields = String(repeating: "a: b\r\n", count: count)
        try? client.send("GET /engine.io/ HTTP/1.1\r\nhost: x\r\n\(fields)\r\n")
        #expect(try client.response()?.status == status)
    }

    @Test func theTargetIsBoundedWithTheHead() throws {
        let server = TestServer(configure: { $0.maxHeaderBytes = 8_192 })
        let fits = try server.connect().request("GET /health?" + String(repeating: "a", count: 7_000))
        #expect(fits.status == 200)
        let client = try server.connect()
        try? client.send("GET /health?" + String(repeating: "a", count: 9_000) + " HTTP/1.1\r\nhost: x\r\n\r\n")
        #expect(try client.response()?.status == 431)
    }

    // MARK: Bodies

    @Test(arguments: ["gzip", "deflate", "br", "identity, gzip", ""])
    func compressedBodiesAreRefused(encoding: String) throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        let response = try client.request(
            "POST \(target)", headers: ["content-encoding: \(encoding)", "origin: https://app.example"], body: "4a")
        #expect(response.status == 415 && response.headers["accept-encoding"] == "identity" && response.body.isEmpty)
        #expect(response.headers["access-control-allow-origin"] == "https://app.example")
        // The session goes on.
        #expect(
            try server.connect().request("POST \(target)", headers: ["content-encoding: Identity"], body: "4b").body == "ok")
        #expect(server.listener.takeEvents() == [.opened, .text("b")])
    }
}
