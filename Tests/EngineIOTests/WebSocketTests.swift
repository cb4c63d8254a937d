import NIOCore
import NIOEmbedded
import Testing

@testable import EngineIO

@Suite struct WebSocketTests {
    @Test func exchangesMessages() throws {
        let server = TestServer(TestListener(echoes: true))
        let client = try server.connect()
        let response = try client.upgrade("EIO=4&transport=websocket", headers: ["origin: https://app.example"])
        #expect(response.headers["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        #expect(response.headers["access-control-allow-origin"] == "https://app.example")
        guard case .text(let open)? = try client.takeFrames().first else {
            Issue.record("no open packet")
            return
        }
        #expect(open.hasPrefix("0{") && open.contains(#""upgrades":[]"#))
        try client.sendText("4hé")
        try client.send(TestClient.frame(2, [0, 255]))
        #expect(try client.takeFrames() == [.text("4hé"), .binary([0, 255])])
        #expect(server.listener.takeEvents() == [.opened, .text("hé"), .binary([0, 255])])
        #expect(server.listener.sessions.first?.transport == .websocket)
    }

    /// Frames that follow the handshake without waiting for its answer are not lost.
    @Test func framesBehindTheHandshake() throws {
        let server = TestServer(TestListener(echoes: true))
        let client = try server.connect()
        var bytes = ByteBuffer(
            string: (["GET /engine.io/?EIO=4&transport=websocket HTTP/1.1", "host: x"] + TestClient.upgradeHeaders + ["", ""])
                .joined(separator: "\r\n"))
        bytes.writeImmutableBuffer(TestClient.frame(1, "4a".utf8))
        bytes.writeImmutableBuffer(TestClient.frame(1, "4b".utf8))
        try client.send(bytes)
        #expect(try client.response()?.status == 101)
        #expect(try client.takeFrames().dropFirst() == [.text("4a"), .text("4b")])
    }

    @Test(arguments: 1...7)
    func framesMayComeInPieces(size: Int) throws {
        let server = TestServer(TestListener(echoes: true))
        let client = try server.openWebSocket()
        _ = try client.takeFrames()
        var bytes = TestClient.frame(1, "4hello".utf8)
        bytes.writeImmutableBuffer(TestClient.frame(2, [UInt8](repeating: 7, count: 200)))
        while let piece = bytes.readSlice(length: min(size, max(1, bytes.readableBytes))), piece.readableBytes > 0 {
            try client.send(piece)
        }
        #expect(try client.takeFrames() == [.text("4hello"), .binary([UInt8](repeating: 7, count: 200))])
    }

    @Test func fragments() throws {
        let server = TestServer(TestListener(echoes: true))
        let client = try server.openWebSocket()
        _ = try client.takeFrames()
        // "é" is cut in two, and a ping comes between.
        try client.send(TestClient.frame(1, [0x34, 0xC3], isFinal: false))
        try client.send(TestClient.frame(9, "x".utf8))
        try client.send(TestClient.frame(0, [], isFinal: false))
        try client.send(TestClient.frame(0, [0xA9]))
        #expect(try client.takeFrames() == [.pong("x"), .text("4é")])
    }

    // MARK: Violations

    private static let violations: [(String, ByteBuffer, Int, EngineIOCloseReason)] = [
        ("unmasked", TestClient.frame(1, "4a".utf8, mask: nil), 1002, .transportError),
        ("reserved bit 1", TestClient.frame(0x41, "4a".utf8), 1002, .transportError),
        ("reserved bit 3", TestClient.frame(0x11, "4a".utf8), 1002, .transportError),
        ("reserved opcode", TestClient.frame(3, "4a".utf8), 1002, .transportError),
        ("reserved control opcode", TestClient.frame(11, []), 1002, .transportError),
        ("continuation of nothing", TestClient.frame(0, "4a".utf8), 1002, .transportError),
        ("fragmented ping", TestClient.frame(9, [], isFinal: false), 1002, .transportError),
        ("long ping", TestClient.frame(9, [UInt8](repeating: 0, count: 126)), 1002, .transportError),
        ("close of one byte", TestClient.frame(8, [3]), 1002, .transportError),
        ("close 1005", TestClient.frame(8, [0x03, 0xED]), 1002, .transportError),
        ("close 999", TestClient.frame(8, [0x03, 0xE7]), 1002, .transportError),
        ("close 5000", TestClient.frame(8, [0x13, 0x88]), 1002, .transportError),
        ("close with a bad reason", TestClient.frame(8, [0x03, 0xE8, 0xC3]), 1007, .transportError),
        ("invalid UTF-8", TestClient.frame(1, [0x34, 0xC3]), 1007, .transportError),
        ("surrogate", TestClient.frame(1, [0x34, 0xED, 0xA0, 0x80]), 1007, .transportError),
        ("unknown packet", TestClient.frame(1, "9".utf8), 1002, .parseError),
        ("empty text", TestClient.frame(1, []), 1002, .parseError),
        ("a client's ping", TestClient.frame(1, "2".utf8), 1002, .parseError),
        ("too large", TestClient.frame(1, [UInt8](repeating: 0x34, count: 201)), 1009, .transportError),
        (
            "length with the top bit", ByteBuffer(bytes: [0x81, 0xFF] + [UInt8](repeating: 0xFF, count: 12)), 1009,
            .transportError
        ),
    ]

    @Test(arguments: violations.indices)
    func violation(index: Int) throws {
        let (name, frame, code, reason) = Self.violations[index]
        let server = TestServer(configure: { $0.maxPayload = 200 })
        let client = try server.openWebSocket()
        let other = try server.openWebSocket()
        _ = try client.takeFrames()
        try client.send(frame)
        try? client.send(TestClient.frame(1, "4late".utf8))
        #expect(try client.takeFrames() == [.close(code)], "\(name)")
        #expect(server.listener.takeEvents() == [.opened, .opened, .closed(reason)], "\(name)")
        server.loop.advanceTime(by: .seconds(2))
        #expect(!client.isOpen)
        #expect(other.isOpen && server.engine.sessionCount == 1)
    }

    /// Frames with random heads, lengths and payloads end in deliveries or a close, and never touch another session.
    @Test func survivesRandomFrames() throws {
        var generator = SplitMix64(state: 7)
        let server = TestServer(TestListener(echoes: true), configure: { $0.maxPayload = 200 })
        let other = try server.openWebSocket()
        for _ in 0..<300 {
            let client = try server.openWebSocket()
            for _ in 0..<20 where client.isOpen {
                let payload = (0..<Int.random(in: 0...130, using: &generator)).map { _ in
                    Bool.random(using: &generator) ? UInt8.random(in: 0x30...0x36, using: &generator) : generator.next()
                }
                var frame = TestClient.frame(
                    UInt8.random(in: 0...15, using: &generator), payload, isFinal: generator.next() % 4 > 0)
                if generator.next() % 4 == 0 {
                    frame.setInteger(generator.next() as UInt8, at: Int.random(in: 0..<frame.readableBytes, using: &generator))
                }
                try? client.send(frame)
            }
            client.channel.close(promise: nil)
            server.loop.run()
        }
        #expect(server.engine.sessionCount == 1)
        _ = try other.takeFrames()
        try other.sendText("4a")
        #expect(try other.takeFrames() == [.text("4a")])
    }

    @Test func messagesAreBoundedOverFragments() throws {
        let server = TestServer(configure: { $0.maxPayload = 100 })
        let client = try server.openWebSocket()
        _ = try client.takeFrames()
        let fifty = [UInt8](repeating: 0x34, count: 50)
        try client.send(TestClient.frame(1, fifty, isFinal: false))
        try client.send(TestClient.frame(0, fifty))
        #expect(server.listener.takeEvents() == [.opened, .text(String(repeating: "4", count: 99))])
        try client.send(TestClient.frame(1, fifty, isFinal: false))
        try client.send(TestClient.frame(0, fifty, isFinal: false))
        try client.send(TestClient.frame(0, [0x34], isFinal: false))
        #expect(try client.takeFrames() == [.close(1009)])
    }

    @Test func fragmentsAreBoundedThoughEmpty() throws {
        let server = TestServer(configure: { $0.maxFragments = 10 })
        let client = try server.openWebSocket()
        _ = try client.takeFrames()
        try client.send(TestClient.frame(1, "4".utf8, isFinal: false))
        for _ in 0..<8 { try client.send(TestClient.frame(0, [], isFinal: false)) }
        try client.send(TestClient.frame(0, []))
        #expect(server.listener.takeEvents() == [.opened, .text("")])
        try client.send(TestClient.frame(1, "4".utf8, isFinal: false))
        for _ in 0..<9 { try client.send(TestClient.frame(0, [], isFinal: false)) }
        #expect(try client.takeFrames() == [])
        try client.send(TestClient.frame(0, []))
        #expect(try client.takeFrames() == [.close(1008)])
    }

    // MARK: Ends

    @Test func aCloseFrameIsAnswered() throws {
        let server = TestServer()
        let client = try server.openWebSocket()
        _ = try client.takeFrames()
        try client.send(TestClient.frame(8, [0x03, 0xE8] + Array("bye".utf8)))
        #expect(try client.takeFrames() == [.close(1000)])
        #expect(server.listener.takeEvents() == [.opened, .closed(.transportClose)])
    }

    @Test func aClosePacketClosesAtOnce() throws {
        let server = TestServer()
        let client = try server.openWebSocket()
        _ = try client.takeFrames()
        try client.sendText("1")
        #expect(try client.takeFrames() == [.close(1000)])
        #expect(server.listener.takeEvents() == [.opened, .closed(.transportClose)])
    }

    @Test func aLostConnectionEndsTheSession() throws {
        let server = TestServer()
        let client = try server.openWebSocket()
        client.channel.close(promise: nil)
        server.loop.run()
        #expect(server.listener.takeEvents() == [.opened, .closed(.transportClose)])
        #expect(server.engine.sessionCount == 0)
    }

    @Test func theServersCloseComesBehindWhatWasSent() throws {
        let server = TestServer()
        let client = try server.openWebSocket()
        _ = try client.takeFrames()
        let session = try #require(server.listener.sessions.first)
        session.send(text: ByteBuffer(string: "bye"))
        session.close(reason: .serverShuttingDown)
        session.send(text: ByteBuffer(string: "too late"))
        #expect(try client.takeFrames() == [.text("4bye"), .close(1001)])
        #expect(server.listener.takeEvents() == [.opened, .closed(.serverShuttingDown)])
    }

    @Test func timesOut() throws {
        let server = TestServer()
        let client = try server.openWebSocket()
        _ = try client.takeFrames()
        server.loop.advanceTime(by: .seconds(25))
        #expect(try client.takeFrames() == [.text("2")])
        try client.sendText("3")
        server.loop.advanceTime(by: .seconds(25))
        #expect(try client.takeFrames() == [.text("2")])
        server.loop.advanceTime(by: .seconds(20))
        #expect(try client.takeFrames() == [.close(1000)])
        #expect(server.listener.takeEvents() == [.opened, .closed(.pingTimeout)])
    }

    // MARK: Upgrade

    @Test func upgrades() throws {
        let server = TestServer(TestListener(echoes: true))
        let (polling, target) = try server.openPolling()
        let session = try #require(server.listener.sessions.first)
        try polling.start("GET \(target)")
        let webSocket = try server.openWebSocket("EIO=4&transport=websocket&sid=\(session.id)")
        #expect(try polling.response() == nil)
        try webSocket.sendText("2probe")
        #expect(try webSocket.takeFrames() == [.text("3probe")])
        #expect(try polling.response()?.body == "6")
        #expect(try polling.request("GET \(target)").body == "6")
        session.send(text: ByteBuffer(string: "meanwhile"))
        server.loop.run()
        #expect(session.transport == .polling)
        try webSocket.sendText("5")
        #expect(session.transport == .websocket)
        #expect(try webSocket.takeFrames() == [.text("4meanwhile")])
        try webSocket.sendText("4a")
        #expect(try webSocket.takeFrames() == [.text("4a")])
        let get = try polling.request("GET \(target)")
        #expect(get.status == 400 && get.body == #"{"code":3,"message":"Bad request"}"#)
        #expect(try polling.request("POST \(target)", body: "4b").status == 400)
        #expect(server.listener.takeEvents() == [.opened, .text("a")])

        let second = try server.openWebSocket("EIO=4&transport=websocket&sid=\(session.id)")
        #expect(try second.takeFrames() == [.close(1000)])
        try webSocket.sendText("4still there")
        #expect(try webSocket.takeFrames() == [.text("4still there")])
    }

    @Test func anUnfinishedUpgradeIsClosed() throws {
        let server = TestServer()
        let (_, target) = try server.openPolling()
        let session = try #require(server.listener.sessions.first)
        let webSocket = try server.openWebSocket("EIO=4&transport=websocket&sid=\(session.id)")
        try webSocket.sendText("2probe")
        _ = try webSocket.takeFrames()
        server.loop.advanceTime(by: .seconds(10))
        #expect(try webSocket.takeFrames() == [.close(1000)])
        session.send(text: ByteBuffer(string: "a"))
        #expect(try server.connect().request("GET \(target)").body == "4a")
        #expect(server.listener.takeEvents() == [.opened])
    }

    @Test(arguments: ["5", "4a", "2", "3probe", "x"])
    func aProbeThatIsNoneIsClosed(text: String) throws {
        let server = TestServer()
        let (polling, target) = try server.openPolling()
        let session = try #require(server.listener.sessions.first)
        let webSocket = try server.openWebSocket("EIO=4&transport=websocket&sid=\(session.id)")
        try webSocket.sendText(text)
        #expect(try webSocket.takeFrames() == [.close(1002)])
        #expect(try polling.request("POST \(target)", body: "4b").body == "ok")
        #expect(server.listener.takeEvents() == [.opened, .text("b")])
    }

    @Test func anUnknownSessionIsNotUpgraded() throws {
        let response = try TestServer().connect().request(
            "GET /engine.io/?EIO=4&transport=websocket&sid=AAAAAAAAAAAAAAAAAAAA", headers: TestClient.upgradeHeaders)
        #expect(response.status == 400 && response.body == "Session ID unknown")
        #expect(response.headers["content-type"] == "text/plain; charset=UTF-8")
    }

    /// By timers, dead connections would pile up when many clients reconnect at once.
    @Test(arguments: [true, false])
    func nothingIsSentToAClientThatHasGoneAndNothingStays(byInputClosed: Bool) throws {
        let server = TestServer()
        weak var handler: WebSocketHandler?
        do {
            let client = try server.openWebSocket()
            _ = try client.takeFrames()
            handler = try client.channel.pipeline.syncOperations.handler(type: WebSocketHandler.self)
            #expect(handler != nil)
            if byInputClosed {
                client.channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
            } else {
                client.channel.close(promise: nil)
            }
            #expect(try client.takeFrames() == [] && !client.isOpen)
            #expect(server.listener.takeEvents() == [.opened, .closed(.transportClose)])
        }
        #expect(handler == nil)
    }
}
