import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import EngineIO

@Suite struct HTTPConnectionTests {
    @Test(arguments: [
        ("GET /engine.io/?transport=x&EIO=4", 400, #"{"code":0,"message":"Transport unknown"}"#),
        ("GET /engine.io/?transport=polling&sid=%3Cb%3E", 400, #"{"code":1,"message":"Session ID unknown"}"#),
        ("GET /engine.io/?transport=polling&sid=AAAAAAAAAAAAAAAAAAAA", 400, #"{"code":1,"message":"Session ID unknown"}"#),
        ("POST /engine.io/?transport=polling&EIO=4", 400, #"{"code":2,"message":"Bad handshake method"}"#),
        ("GET /engine.io/?transport=websocket&EIO=4", 400, #"{"code":3,"message":"Bad request"}"#),
        ("GET /engine.io/?transport=polling&EIO=3", 400, #"{"code":5,"message":"Unsupported protocol version"}"#),
    ])
    func errors(line: String, status: Int, body: String) throws {
        let client = try TestServer().connect()
        let response = try client.request(line, headers: ["origin: https://app.example"])
        #expect(response.status == status && response.body == body)
        #expect(response.headers["content-type"] == "application/json")
        #expect(response.headers["access-control-allow-origin"] == "https://app.example")
        #expect(response.headers["access-control-allow-credentials"] == "true")
        #expect(response.headers["vary"] == "Origin")
        #expect(response.headers["connection"] == nil && client.isOpen)
    }

    @Test func refusedOriginsLearnNothing() throws {
        let server = TestServer()
        let polling = try server.connect().request(
            "GET /engine.io/?EIO=4&transport=polling", headers: ["origin: https://evil.example"])
        #expect(polling.status == 400 && polling.body == #"{"code":3,"message":"Bad request"}"#)
        #expect(polling.headers["access-control-allow-origin"] == nil)
        let webSocket = try server.connect().request(
            "GET /engine.io/?EIO=4&transport=websocket", headers: TestClient.upgradeHeaders + ["origin: https://evil.example"])
        #expect(webSocket.status == 400 && webSocket.body == "Bad request")
        #expect(server.listener.takeEvents() == [])
    }

    @Test func preflight() throws {
        let response = try TestServer().connect().request(
            "OPTIONS /engine.io/?EIO=4",
            headers: ["origin: https://app.example", "access-control-request-headers: content-type"])
        #expect(response.status == 204 && response.body.isEmpty)
        #expect(response.headers["access-control-allow-origin"] == "https://app.example")
        #expect(response.headers["access-control-allow-methods"] == "GET, POST")
        #expect(response.headers["access-control-allow-headers"] == "content-type")
        #expect(response.headers["content-length"] == nil && response.headers["transfer-encoding"] == nil)
    }

    @Test func dates() throws {
        for (seconds, text) in [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"), (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 GMT"),
        ] {
            #expect(HTTPDate.format(secondsSince1970: seconds) == text)
        }
        #expect(try TestServer().connect().request("GET /engine.io/").headers["date"]?.hasSuffix(" GMT") == true)
    }

    @Test func aHEADHasNoBody() throws {
        let client = try TestServer().connect()
        try client.start("HEAD /engine.io/?EIO=4&transport=polling")
        #expect(String(buffer: try client.takeBytes()).hasSuffix("\r\n\r\n"))
    }

    // MARK: Beside the router

    @Test func otherPathsReachTheRouter() throws {
        let client = try TestServer().connect()
        #expect(try client.request("GET /health").body == "/health")
        #expect(try client.request("POST /upload", body: "abc").body == "/upload")
        #expect(try client.request("GET /engine.io/?transport=x").status == 400)
        #expect(try client.request("GET /engine.io/other").body == "/engine.io/other")
    }

    @Test func pipelinedRequestsAreAnsweredInOrder() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        let lines = ["GET \(target)", "GET /one", "GET /engine.io/?transport=x", "GET /two"]
        try client.send(lines.map { "\($0) HTTP/1.1\r\nhost: x\r\n\r\n" }.joined())
        #expect(try client.response() == nil)
        server.listener.sessions.first?.send(text: ByteBuffer(string: "a"))
        #expect(
            try (0..<4).map { _ in try client.response()?.body ?? "" } == [
                "4a", "/one", #"{"code":0,"message":"Transport unknown"}"#, "/two",
            ])
    }

    @Test func pipelinedRequestsDoNotDeepenTheStack() throws {
        let client = try TestServer().connect()
        try client.send(String(repeating: "GET /engine.io/?transport=x HTTP/1.1\r\nhost: x\r\n\r\n", count: 20_000))
        #expect(String(buffer: try client.takeBytes()).ranges(of: "HTTP/1.1 400").count == 20_000)
    }

    @Test func anUpgradeThatIsNotOursIsTheConnectionsLastRequest() throws {
        let client = try TestServer().connect()
        let response = try client.request("GET /health", headers: ["connection: Upgrade", "upgrade: h2c"])
        #expect(response.body == "/health" && response.headers["connection"] == "close")
        let webSocket = try TestServer().connect().request("GET /chat", headers: TestClient.upgradeHeaders)
        #expect(webSocket.body == "/chat" && webSocket.headers["connection"] == "close")
    }

    // MARK: Bad HTTP

    @Test(arguments: [
        "GET / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n",
        "GET / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n",
        "GET / HTTP/1.1\r\nhost: x\r\na: b\r\n c\r\n\r\n", "GET / HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n",
        "GET / HTTP/1.1\r\nhost: x\r\n a: b\r\n\r\n", "nonsense\r\n\r\n", "\u{16}\u{3}\u{1}",
    ])
    func isAnswered400AndClosed(request: String) throws {
        let server = TestServer()
        let client = try server.connect()
        try? client.send(request)
        let response = try #require(try client.response())
        #expect(response.status == 400 && response.headers["connection"] == "close")
        server.loop.advanceTime(by: .seconds(5))
        #expect(!client.isOpen)
    }

    @Test(arguments: [1, 300])
    func headsAreBounded(count: Int) throws {
        let client = try TestServer().connect()
        let field = "a: " + String(repeating: "x", count: 40_000 / count) + "\r\n"
        try? client.send("GET /engine.io/ HTTP/1.1\r\nhost: x\r\n" + String(repeating: field, count: count) + "\r\n")
        #expect(try client.response()?.status == 431)
    }

    // MARK: Time

    @Test func aSlowHeadIsCutOff() throws {
        let server = TestServer()
        let client = try server.connect()
        for byte in "GET /engine" {
            guard client.isOpen else { break }
            try client.send(String(byte))
            server.loop.advanceTime(by: .seconds(1))
        }
        #expect(!client.isOpen)
    }

    @Test func anIdleConnectionIsClosed() throws {
        let server = TestServer()
        let fresh = try server.connect()
        let used = try server.connect()
        _ = try used.request("GET /health")
        server.loop.advanceTime(by: .seconds(10))
        #expect(!fresh.isOpen && used.isOpen)
        server.loop.advanceTime(by: .seconds(50))
        #expect(!used.isOpen)
    }

    @Test func aSlowBodyIsCutOffAndEndsItsSession() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        try client.send("POST \(target) HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n4")
        server.loop.advanceTime(by: .seconds(29))
        #expect(client.isOpen)
        server.loop.advanceTime(by: .seconds(2))
        #expect(!client.isOpen)
        #expect(server.listener.takeEvents().last == .closed(.transportError))
    }

    @Test func aWaitingGETIsNotIdle() throws {
        let server = TestServer(configure: { $0.pingInterval = .hours(1) })
        let (client, target) = try server.openPolling()
        try client.start("GET \(target)")
        server.loop.advanceTime(by: .minutes(30))
        #expect(client.isOpen && server.engine.sessionCount == 1)
    }
}
