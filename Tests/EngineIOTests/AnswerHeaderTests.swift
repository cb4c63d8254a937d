import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import EngineIO

@Suite struct AnswerHeaderTests {
    private static let handshake = "GET /engine.io/?EIO=4&transport=polling"

    // MARK: Cookie

    @Test func noCookieByDefault() throws {
        let server = TestServer()
        #expect(try server.connect().request(Self.handshake).headers["set-cookie"] == nil)
        #expect(try server.connect().upgrade("EIO=4&transport=websocket").headers["set-cookie"] == nil)
    }

    @Test func theHandshakesAnswerSetsTheCookie() throws {
        let server = TestServer(configure: { $0.cookie = EngineIOCookie() })
        let (client, target) = try server.openPolling()
        let session = try #require(server.listener.sessions.first)
        let polling = try server.connect().request(Self.handshake)
        let second = try #require(server.listener.sessions.last)
        #expect(polling.headers["set-cookie"] == "io=\(second.id); Path=/; HttpOnly; SameSite=Lax")
        let webSocket = try server.connect().upgrade("EIO=4&transport=websocket")
        let third = try #require(server.listener.sessions.last)
        #expect(webSocket.headers["set-cookie"] == "io=\(third.id); Path=/; HttpOnly; SameSite=Lax")
        // Only the handshake's answer.
        session.send(text: ByteBuffer(string: "a"))
        #expect(try client.request("GET \(target)").headers["set-cookie"] == nil)
        #expect(try client.upgrade("EIO=4&transport=websocket&sid=\(session.id)").headers["set-cookie"] == nil)
        #expect(try server.connect().request("GET /engine.io/?EIO=3&transport=polling").headers["set-cookie"] == nil)
    }

    @Test func cookieAttributes() {
        var cookie = EngineIOCookie(name: "sid")
        cookie.path = nil
        cookie.domain = "example.com"
        cookie.maxAge = 60
        cookie.isHTTPOnly = false
        cookie.isSecure = true
        cookie.sameSite = EngineIOCookie.SameSite.none
        #expect(cookie.header(id: "x") == "sid=x; Max-Age=60; Domain=example.com; Secure; SameSite=None")
        #expect(cookie.isValid)
        for name in ["", "a b", "a=b", "a;b", "é"] { #expect(!EngineIOCookie(name: name).isValid) }
        cookie.path = "/; Domain=evil"
        #expect(!cookie.isValid)
    }

    // MARK: Hooks

    @Test func hooks() throws {
        let server = TestServer(configure: {
            $0.initialHeaders = { headers, handshake in headers.add(name: "x-first", value: handshake.query("EIO") ?? "") }
            $0.headers = { headers, request in headers.replaceOrAdd(name: "x-uri", value: request.uri) }
        })
        let open = try server.connect().request(Self.handshake)
        #expect(open.headers["x-first"] == "4" && open.headers["x-uri"] == "/engine.io/?EIO=4&transport=polling")
        let webSocket = try server.connect().upgrade("EIO=4&transport=websocket")
        #expect(webSocket.headers["x-first"] == "4" && webSocket.headers["x-uri"]?.hasPrefix("/engine.io/") == true)
        let (client, target) = try server.openPolling()
        server.listener.sessions.last?.send(text: ByteBuffer(string: "a"))
        for response in [
            try client.request("GET \(target)"), try client.request("POST \(target)", body: "4"),
            try client.request("OPTIONS \(target)"), try client.request("GET /engine.io/?transport=x"),
            try server.connect().request("POST \(target)", body: String(repeating: "x", count: 1_000_001)),
        ] {
            #expect(response.headers["x-uri"] != nil && response.headers["x-first"] == nil)
        }
        let id = try #require(server.listener.sessions.last).id
        let upgrade = try server.connect().upgrade("EIO=4&transport=websocket&sid=\(id)")
        #expect(upgrade.headers["x-uri"] != nil && upgrade.headers["x-first"] == nil)
        // The router's answers are its own.
        #expect(try client.request("GET /health").headers["x-uri"] == nil)
    }

    @Test func hooksCannotBreakTheAnswer() throws {
        let server = TestServer(configure: {
            $0.headers = { headers, _ in
                headers.add(name: "x-evil", value: "a\r\nset-cookie: b")
                headers.add(name: "x evil", value: "a")
                headers.add(name: "content-length", value: "1000")
                headers.add(name: "transfer-encoding", value: "chunked")
                headers.add(name: "connection", value: "close")
                headers.add(name: "sec-websocket-accept", value: "x")
                headers.add(name: "x-good", value: "é\ta")
            }
        })
        let client = try server.connect()
        let open = try client.request(Self.handshake)
        #expect(Set(open.headers.keys) == ["content-type", "cache-control", "vary", "x-good", "content-length", "date"])
        #expect(open.body.hasSuffix("}") && open.headers["x-good"] == "é\ta")
        let webSocket = try client.upgrade("EIO=4&transport=websocket")
        #expect(webSocket.headers["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
        #expect(webSocket.headers["connection"] == "Upgrade" && webSocket.headers["content-length"] == nil)
    }

    // MARK: Session ids

    @Test func theNodeTagStandsInFront() throws {
        let server = TestServer(configure: {
            $0.nodeTag = "a-1"
            $0.cookie = EngineIOCookie()
        })
        let (client, target) = try server.openPolling()
        let id = try #require(server.listener.sessions.first).id
        #expect(id.hasPrefix("a-1.") && id.utf8.count == 24)
        #expect(try client.request("POST \(target)", body: "4a").body == "ok")
        let webSocket = try server.openWebSocket("EIO=4&transport=websocket&sid=\(id)")
        try webSocket.sendText("2probe")
        #expect(try webSocket.takeFrames() == [.text("3probe")])
        for tag in ["", "a.b", "a b", "a/b", "é", "\"", String(repeating: "a", count: 33)] { #expect(!SessionID.isTag(tag)) }
        #expect(SessionID.isTag(String(repeating: "a", count: 32)))
    }

    @Test(arguments: ["", "a\"b", "a b", "a\r\nb: c", String(repeating: "a", count: 65)])
    func aGeneratorOfNoIdsOpensNothing(id: String) throws {
        let server = TestServer(generateID: { id })
        #expect(try server.connect().request(Self.handshake).status == 503)
        #expect(
            try server.connect().request("GET /engine.io/?EIO=4&transport=websocket", headers: TestClient.upgradeHeaders).status
                == 503)
        #expect(server.listener.takeEvents() == [])
    }

    @Test func anIdIsNotGivenTwice() throws {
        let server = TestServer(generateID: { "same" })
        #expect(try server.connect().request(Self.handshake).status == 200)
        #expect(try server.connect().request(Self.handshake).status == 503)
        #expect(server.engine.sessionCount == 1)
    }

    // MARK: Whole answers

    /// What is written in one piece is what NIO's encoder would have written.
    @Test(arguments: [nil, "https://app.example"], [true, false])
    func renderedAnswersAreThoseOfTheEncoder(origin: String?, closes: Bool) throws {
        let body = ByteBuffer(string: "4hello\u{1E}4é")
        let responses: [PollingResponse] = [
            .ok, .payload(body), .payload(ByteBuffer()), .compressedPayload(body, .gzip), .compressedPayload(body, .deflate),
        ]
        for response in responses {
            let channel = EmbeddedChannel(handler: HTTPResponseEncoder())
            var headers = response.headers(cors: CORSHeaders(origin: origin))
            headers.add(name: "content-length", value: String(response.body.readableBytes))
            headers.add(name: "date", value: "DATE")
            if closes { headers.add(name: "connection", value: "close") }
            let head = HTTPResponseHead(version: .http1_1, status: response.status, headers: headers)
            try channel.writeOutbound(HTTPServerResponsePart.head(head))
            try channel.writeOutbound(HTTPServerResponsePart.body(.byteBuffer(response.body)))
            try channel.writeOutbound(HTTPServerResponsePart.end(nil))
            var encoded = ""
            while let part = try channel.readOutbound(as: ByteBuffer.self) { encoded += String(buffer: part) }
            let rendered = try #require(response.rendered(cors: CORSHeaders(origin: origin), date: "DATE", closes: closes))
            #expect(String(buffer: rendered) == encoded)
        }
        for response: PollingResponse in [.error(.badRequest), .forbidden(message: ""), .preflight(requestedHeaders: nil)] {
            #expect(response.rendered(cors: CORSHeaders(origin: origin), date: "DATE", closes: closes) == nil)
        }
    }
}
