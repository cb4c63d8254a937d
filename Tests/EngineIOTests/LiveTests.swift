import NIOCore
import NIOPosix
import Testing

@testable import EngineIO

/// Over real sockets and two event loops, so that a session's connections are often on another one than itself.
@Suite(.timeLimit(.minutes(1))) struct LiveTests {
    @Test func pollingRoundTrips() async throws {
        try await withLiveServer(TestListener(echoes: true)) { server in
            let target = try await server.openPolling()
            for round in 0..<50 {
                // A connection each, so that about half are on the other event loop.
                async let get = server.request("GET \(target)")
                #expect(try await server.request("POST \(target)", body: "4m\(round)").body == "ok")
                #expect(try await get.body == "4m\(round)")
            }
            #expect(try await server.request("GET /health").body == "router /health")
        }
    }

    @Test func webSocketRoundTrips() async throws {
        try await withLiveServer(TestListener(echoes: true)) { server in
            try await server.connect { client in
                try await client.upgrade("EIO=4&transport=websocket")
                #expect(try await client.text().hasPrefix("0{"))
                for length in [0, 1, 125, 126, 65_535, 65_536, 999_999] {
                    let message = "4" + String(repeating: "x", count: length)
                    try await client.sendText(message)
                    #expect(try await client.text() == message)
                }
                try await client.send(TestClient.frame(2, [1, 2, 3]))
                #expect(try await client.frame().payload == ByteBuffer(bytes: [1, 2, 3]))
                try await client.send(TestClient.frame(1, "x".utf8, mask: nil))
                let close = try await client.frame()
                #expect(close.opcode == 8 && close.payload == ByteBuffer(bytes: [0x03, 0xEA]))
                #expect(try await client.isClosed())
            }
        }
    }

    /// Numbers go both ways all the time while the transport changes; none is lost, doubled or out of order.
    @Test(arguments: 0..<8)
    func upgradeUnderLoad(attempt: Int) async throws {
        let listener = TestListener()
        let total = 3_000
        try await withLiveServer(listener) { server in
            let target = try await server.openPolling()
            let session = try #require(listener.sessions.first)
            let sender = Task.detached {
                for number in 0..<total {
                    session.send(text: ByteBuffer(string: "\(number)"))
                    if number % 10 == 0 { await Task.yield() }
                }
            }
            var received: [String] = []
            let take: @Sendable (String) -> [String] = { body in
                body.split(separator: "\u{1E}").filter { $0.first == "4" }.map { String($0.dropFirst()) }
            }
            var sent = 0
            for _ in 0..<5 {
                received += take(try await server.request("GET \(target)").body)
                let body = (sent..<(sent + 10)).map { "4\($0)" }.joined(separator: "\u{1E}")
                #expect(try await server.request("POST \(target)", body: body).body == "ok")
                sent += 10
            }
            let before = received
            let (stream, continuation) = AsyncStream.makeStream(of: [String].self)
            try await server.connect { client in
                var received = before
                try await client.upgrade("EIO=4&transport=websocket&sid=\(session.id)")
                async let last = server.request("GET \(target)")
                try await client.sendText("2probe")
                #expect(try await client.text() == "3probe")
                received += take(try await last.body)
                try await client.sendText("5")
                for number in 50..<200 { try await client.sendText("4\(number)") }
                while received.count < total {
                    let text = try await client.text()
                    #expect(text.first == "4")
                    received.append(String(text.dropFirst()))
                }
                continuation.yield(received)
            }
            await sender.value
            received = try #require(await stream.first { _ in true })
            #expect(received == (0..<total).map(String.init))
            let texts = listener.takeEvents().compactMap { if case .text(let text) = $0 { text } else { nil } }
            #expect(texts == (0..<200).map(String.init))
        }
    }

    /// Whichever of the two event loops reads first.
    @Test func aGoodbyeAndAGETTogether() async throws {
        try await withLiveServer(TestListener()) { server in
            for _ in 0..<100 {
                let target = try await server.openPolling()
                async let get = server.request("GET \(target)")
                async let post = server.request("POST \(target)", body: "1")
                let bodies = try await [get.body, post.body]
                #expect(bodies == ["6", "ok"])
                #expect(try await server.request("GET \(target)").status == 400)
            }
        }
    }

    /// The upgrade has come before the GET, though another event loop may have to read it.
    @Test func anUpgradeInOneBurstAndAGETBehindIt() async throws {
        try await withLiveServer(TestListener()) { server in
            for _ in 0..<100 {
                let target = try await server.openPolling()
                let sid = target.split(separator: "=").last ?? ""
                try await server.connect { client in
                    try await client.upgrade("EIO=4&transport=websocket&sid=\(sid)")
                    var burst = TestClient.frame(1, "2probe".utf8)
                    burst.writeImmutableBuffer(TestClient.frame(1, "5".utf8))
                    try await client.send(burst)
                    #expect(try await server.request("GET \(target)").status == 400)
                    #expect(try await client.text() == "3probe")
                }
            }
        }
    }

    @Test func twoGETs() async throws {
        try await withLiveServer(TestListener()) { server in
            let target = try await server.openPolling()
            async let one = server.request("GET \(target)")
            async let other = server.request("GET \(target)")
            let answers = try await [one, other].sorted { $0.status < $1.status }
            #expect(answers.map(\.status) == [200, 400] && answers.first?.body == "1")
            #expect(try await server.request("GET \(target)").status == 400)
        }
    }

    @Test func tooLargeBodies() async throws {
        try await withLiveServer(TestListener()) { server in
            let target = try await server.openPolling()
            let exact = "4" + String(repeating: "x", count: 999_999)
            #expect(try await server.request("POST \(target)", body: exact).body == "ok")
            // The answer arrives although the client goes on sending.
            #expect(try await server.request("POST \(target)", body: exact + "x").status == 413)
        }
    }

    @Test func anAbortedGETCloses() async throws {
        let listener = TestListener()
        try await withLiveServer(listener) { server in
            let target = try await server.openPolling()
            try await server.connect { client in
                try await client.outbound.write(ByteBuffer(string: "GET \(target) HTTP/1.1\r\nhost: x\r\n\r\n"))
            }
            while server.engine.sessionCount > 0 { try await Task.sleep(for: .milliseconds(1)) }
            #expect(try await server.request("GET \(target)").status == 400)
        }
    }

    @Test func origins() async throws {
        try await withLiveServer(TestListener()) { server in
            for (origin, status) in [("https://app.example", 101), ("https://evil.example", 400), ("http://localhost", 101)] {
                try await server.connect { client in
                    let response = try await client.request(
                        "GET /engine.io/?EIO=4&transport=websocket", headers: TestClient.upgradeHeaders + ["origin: \(origin)"])
                    #expect(response.status == status)
                    #expect(response.headers["access-control-allow-origin"] == (status == 101 ? origin : nil))
                }
            }
        }
    }

    @Test func aClientThatDoesNotReadIsCutOff() async throws {
        let listener = TestListener()
        try await withLiveServer(listener) { server in
            try await server.connect { client in
                try await client.upgrade("EIO=4&transport=websocket")
                let session = try #require(listener.sessions.first)
                // 200 MB, far more than all kernel buffers between; nothing more is read.
                let message = ByteBuffer(repeating: 0x61, count: 100_000)
                for _ in 0..<2_000 where server.engine.sessionCount > 0 {
                    try await session.eventLoop.submit { session.send(text: message) }.get()
                }
                #expect(server.engine.sessionCount == 0)
                // The listener is told in a turn of its own, which was handed to the loop before the session was forgotten.
                try await session.eventLoop.submit {}.get()
            }
            #expect(listener.takeEvents() == [.opened, .closed(.slowClient)])
        }
    }
}
