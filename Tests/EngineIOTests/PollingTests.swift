import NIOCore
import NIOEmbedded
import Testing

@testable import EngineIO

@Suite struct PollingTests {
    @Test func exchangesMessages() throws {
        let server = TestServer(TestListener(echoes: true))
        let (client, target) = try server.openPolling()
        #expect(server.listener.takeEvents() == [.opened])
        try client.start("GET \(target)")
        #expect(try client.response() == nil)

        let post = try server.connect().request("POST \(target)", body: "4hé\u{1E}bAQID\u{1E}4")
        #expect(post.status == 200 && post.body == "ok")
        #expect(post.headers["content-type"] == "text/html")
        #expect(server.listener.takeEvents() == [.text("hé"), .binary([1, 2, 3]), .text("")])
        let get = try #require(try client.response())
        #expect(get.body == "4hé\u{1E}bAQID\u{1E}4")
        #expect(get.headers["content-type"] == "text/plain; charset=UTF-8")
        #expect(get.headers["cache-control"] == "no-store")
        #expect(server.listener.sessions.first?.transport == .polling)
        #expect(server.listener.sessions.first?.handshake.query("transport") == "polling")
    }

    @Test func requestsMayComeByteByByte() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        for byte in "POST \(target) HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\n4a\u{1E}4b".utf8 {
            try client.send(ByteBuffer(bytes: [byte]))
        }
        #expect(try client.response()?.body == "ok")
        #expect(server.listener.takeEvents() == [.opened, .text("a"), .text("b")])
    }

    @Test func messagesOfOneTurnLeaveTogether() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        let session = try #require(server.listener.sessions.first)
        try client.start("GET \(target)")
        session.send(text: ByteBuffer(string: "a"))
        session.send([.text(ByteBuffer(string: "b")), .binary(ByteBuffer(bytes: [0]))])
        #expect(try client.response()?.body == "4a\u{1E}4b\u{1E}bAA==")
    }

    @Test func theHandshakesAnswerHoldsTheOpenPacketAlone() throws {
        let server = TestServer(TestListener { $0.send(text: ByteBuffer(string: "hi")) })
        let client = try server.connect()
        let open = try client.request("GET /engine.io/?EIO=4&transport=polling")
        #expect(open.body.hasPrefix("0{") && open.body.hasSuffix("}"))
        let session = try #require(server.listener.sessions.first)
        #expect(try client.request("GET /engine.io/?EIO=4&transport=polling&sid=\(session.id)").body == "4hi")
    }

    // MARK: Rules

    @Test func twoGETs() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        try client.start("GET \(target)")
        let second = try server.connect().request("GET \(target)")
        #expect(second.status == 400 && second.body == #"{"code":3,"message":"Bad request"}"#)
        #expect(try client.response()?.body == "1")
        #expect(server.listener.takeEvents() == [.opened, .closed(.transportError)])
        #expect(try client.request("GET \(target)").body == #"{"code":1,"message":"Session ID unknown"}"#)
        #expect(server.engine.sessionCount == 0)
    }

    @Test func twoPOSTs() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        try client.send("POST \(target) HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n4")
        #expect(try server.connect().request("POST \(target)", body: "4b").status == 400)
        try client.send("a")
        #expect(try client.response()?.status == 400)
        #expect(server.listener.takeEvents() == [.opened, .closed(.transportError)])
    }

    @Test func anAbortedGETCloses() throws {
        let server = TestServer()
        let (_, target) = try server.openPolling()
        let client = try server.connect()
        try client.start("GET \(target)")
        client.channel.close(promise: nil)
        server.loop.run()
        #expect(server.listener.takeEvents() == [.opened, .closed(.transportError)])
        #expect(server.engine.sessionCount == 0)
    }

    @Test func anEndOfInputAbortsAGET() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        try client.start("GET \(target)")
        client.channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        server.loop.run()
        #expect(server.listener.takeEvents() == [.opened, .closed(.transportError)])
        #expect(!client.isOpen)
    }

    @Test func theClientsClose() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        try client.start("GET \(target)")
        #expect(try server.connect().request("POST \(target)", body: "1").body == "ok")
        #expect(try client.response()?.body == "6")
        #expect(server.listener.takeEvents() == [.opened, .closed(.transportClose)])
        #expect(try client.request("GET \(target)").status == 400)
    }

    @Test func aGoodbyeWithoutAGETIsAnsweredOnceNoneCanBeOnItsWay() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        try client.start("POST \(target)", body: "4a\u{1E}1")
        #expect(server.listener.takeEvents() == [.opened, .text("a"), .closed(.transportClose)])
        #expect(try client.response() == nil && server.engine.sessionCount == 1)
        server.loop.advanceTime(by: SessionStateMachine.partingTime)
        #expect(try client.response()?.body == "ok" && server.engine.sessionCount == 0)
        #expect(try client.request("GET \(target)").status == 400)
    }

    @Test func aGETBehindAGoodbyeGetsANoop() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        try client.start("POST \(target)", body: "1")
        #expect(try server.connect().request("GET \(target)").body == "6")
        #expect(try client.response()?.body == "ok" && server.engine.sessionCount == 0)
        #expect(try client.request("GET \(target)").status == 400)
    }

    @Test(arguments: ["abc", "", "4a\u{1E}", "b!!", "2"])
    func aBrokenBodyCloses(body: String) throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        try client.start("GET \(target)")
        let post = try server.connect().request("POST \(target)", body: body)
        // A ping is a packet, though not a client's.
        #expect(post.status == (body == "2" ? 200 : 400))
        #expect(try client.response()?.body == "1")
        #expect(server.listener.takeEvents() == [.opened, .closed(.parseError)])
        #expect(try client.request("GET \(target)").status == 400)
    }

    @Test func binaryBodiesOfVersion3Close() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        let post = try client.request("POST \(target)", headers: ["content-type: application/octet-stream"], body: "4a")
        #expect(post.status == 400)
        #expect(server.listener.takeEvents() == [.opened, .closed(.transportError)])
    }

    // MARK: Bounds

    @Test func theLargestBodyPasses() throws {
        let server = TestServer(configure: { $0.maxPayload = 100 })
        let (client, target) = try server.openPolling()
        #expect(try client.request("POST \(target)", body: "4" + String(repeating: "x", count: 99)).body == "ok")
        let tooLarge = try client.request("POST \(target)", body: "4" + String(repeating: "x", count: 100))
        #expect(tooLarge.status == 413 && tooLarge.headers["connection"] == "close")
        #expect(server.listener.takeEvents() == [.opened, .text(String(repeating: "x", count: 99))])
        #expect(server.engine.sessionCount == 1)
    }

    @Test func bytesCountNotCharacters() throws {
        let server = TestServer(configure: { $0.maxPayload = 100 })
        let (client, target) = try server.openPolling()
        #expect(try client.request("POST \(target)", body: "4" + String(repeating: "é", count: 50)).status == 413)
    }

    @Test func anAnnouncedLengthIsRefusedBeforeTheBody() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        try client.send("POST \(target) HTTP/1.1\r\nhost: x\r\ncontent-length: 1000001\r\n\r\n")
        #expect(try client.response()?.status == 413)
    }

    @Test func aChunkedBodyIsRefusedAtTheLimit() throws {
        let server = TestServer(configure: { $0.maxPayload = 100 })
        let (client, target) = try server.openPolling()
        let chunk = "32\r\n" + String(repeating: "4", count: 50) + "\r\n"
        try client.send("POST \(target) HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n" + chunk + chunk)
        #expect(try client.response() == nil)
        try client.send("1\r\n4\r\n")
        #expect(try client.response()?.status == 413)
        // The next POST is not taken for a second one at the same time.
        #expect(try server.connect().request("POST \(target)", body: "4a").body == "ok")
    }

    @Test func packetsOfABodyAreBounded() throws {
        let server = TestServer(configure: { $0.maxPacketsPerPayload = 3 })
        let (client, target) = try server.openPolling()
        #expect(try client.request("POST \(target)", body: "4\u{1E}4\u{1E}4").body == "ok")
        #expect(try client.request("POST \(target)", body: "4\u{1E}4\u{1E}4\u{1E}4").status == 400)
        #expect(server.listener.takeEvents() == [.opened, .text(""), .text(""), .text(""), .closed(.parseError)])
    }

    @Test func anAnswerIsBounded() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        let session = try #require(server.listener.sessions.first)
        for number in 0..<17 { session.send(text: ByteBuffer(string: "\(number)")) }
        #expect(try client.request("GET \(target)").body.split(separator: "\u{1E}").count == 16)
        #expect(try client.request("GET \(target)").body == "416")
    }

    @Test func theSlowReaderIsClosed() throws {
        let server = TestServer(configure: { $0.maxOutboundBytes = 1_000 })
        _ = try server.openPolling()
        let session = try #require(server.listener.sessions.first)
        for _ in 0..<100 { session.send(text: ByteBuffer(repeating: 0x61, count: 100)) }
        server.loop.run()
        #expect(server.listener.takeEvents() == [.opened, .closed(.slowClient)])
        #expect(server.engine.sessionCount == 0)
    }

    @Test func sessionsAreBounded() throws {
        let server = TestServer(configure: { $0.maxSessions = 2 })
        _ = try server.openPolling()
        let (client, target) = try server.openPolling()
        let refused = try server.connect().request("GET /engine.io/?EIO=4&transport=polling")
        #expect(refused.status == 503 && refused.headers["retry-after"] == "5")
        try client.start("POST \(target)", body: "1")
        server.loop.advanceTime(by: SessionStateMachine.partingTime)
        _ = try server.openPolling()
    }

    // MARK: Time

    @Test func anAbandonedSessionIsReaped() throws {
        let server = TestServer()
        for _ in 0..<10 { _ = try server.openPolling() }
        server.loop.advanceTime(by: .seconds(44))
        #expect(server.engine.sessionCount == 10)
        server.loop.advanceTime(by: .seconds(1))
        #expect(server.engine.sessionCount == 0)
        #expect(server.listener.takeEvents().suffix(10) == Array(repeating: .closed(.pingTimeout), count: 10)[...])
    }

    @Test func heartbeats() throws {
        let server = TestServer(configure: { $0.keepAliveTimeout = .hours(1) })
        let (client, target) = try server.openPolling()
        for _ in 0..<5 {
            try client.start("GET \(target)")
            server.loop.advanceTime(by: .seconds(24))
            #expect(try client.response() == nil)
            server.loop.advanceTime(by: .seconds(1))
            #expect(try client.response()?.body == "2")
            #expect(try client.request("POST \(target)", body: "3").body == "ok")
        }
        #expect(server.engine.sessionCount == 1)
    }

    // MARK: The server's close

    @Test func theServersCloseIsFetchedByTheNextGET() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        let session = try #require(server.listener.sessions.first)
        session.send(text: ByteBuffer(string: "bye"))
        session.close()
        session.send(text: ByteBuffer(string: "too late"))
        server.loop.run()
        #expect(server.listener.takeEvents() == [.opened, .closed(.forcedClose)])
        #expect(try client.request("GET \(target)").body == "4bye")
        #expect(
            try client.request("GET \(target)").body == "1", "a close that came along would be acted on first")
        #expect(try client.request("GET \(target)").status == 400)
    }

    @Test func aCloseThatNobodyFetchesIsForgotten() throws {
        let server = TestServer()
        _ = try server.openPolling()
        server.listener.sessions.first?.close()
        #expect(server.engine.sessionCount == 1)
        server.loop.advanceTime(by: .seconds(30))
        #expect(server.engine.sessionCount == 0)
    }

    /// `closed` from within `send` or `close` would reach a listener that is in the midst of something.
    @Test func closedComesInATurnOfItsOwn() throws {
        let server = TestServer(TestListener { $0.close() })
        _ = try server.connect().start("GET /engine.io/?EIO=4&transport=polling")
        #expect(server.listener.takeEvents() == [.opened, .closed(.forcedClose)])
    }
}
