import NIOHTTP1
import Testing

@testable import EngineIO

@Suite struct RequestVerifierTests {
    private func verdict(
        _ uri: String, method: HTTPMethod = .GET, headers: HTTPHeaders = [:],
        configure: (inout EngineIOConfiguration) -> Void = { _ in }
    ) -> RequestVerifier.Verdict {
        var configuration = EngineIOConfiguration()
        configuration.path = "/socket.io/"
        configuration.cors.origins = ["https://app.example"]
        configure(&configuration)
        return RequestVerifier(configuration: configuration)
            .verify(HTTPRequestHead(version: .http1_1, method: method, uri: uri, headers: headers), RequestFields(headers))
    }

    private static let id = "AAAAAAAAAAAAAAAAAAAA"
    private static let upgrade: HTTPHeaders = [
        "connection": "keep-alive, Upgrade", "upgrade": "WebSocket", "sec-websocket-version": "13",
        "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
    ]

    @Test(arguments: [
        "/", "/socket.iox", "/socket.io/x", "/socket.io//", "/Socket.io/", "/socket%2Eio/", "*", "", "?", "//socket.io/",
    ])
    func passesOtherPaths(uri: String) {
        #expect(self.verdict(uri) == .pass)
        #expect(self.verdict(uri + "?EIO=4&transport=polling") == .pass)
    }

    @Test func opens() {
        for uri in ["/socket.io/?EIO=4&transport=polling", "/socket.io?transport=polling&EIO=4"] {
            guard case .open(let query) = self.verdict(uri) else {
                Issue.record("\(uri)")
                continue
            }
            #expect(query.first("EIO") == "4")
        }
        #expect(self.verdict("/socket.io/?EIO=4&transport=polling&sid=\(Self.id)") == .get(session: Self.id))
        #expect(self.verdict("/socket.io/?EIO=4&transport=polling&sid=\(Self.id)", method: .POST) == .post(session: Self.id))
        #expect(
            self.verdict("/socket.io/?EIO=4&transport=websocket&sid=\(Self.id)", headers: Self.upgrade)
                == .upgrade(session: Self.id))
        guard case .openWebSocket = self.verdict("/socket.io/?EIO=4&transport=websocket", headers: Self.upgrade) else {
            Issue.record("no WebSocket")
            return
        }
    }

    @Test(arguments: [
        ("", EngineIOError.unknownTransport), ("EIO=4", .unknownTransport), ("transport=__proto__&EIO=4", .unknownTransport),
        ("transport=constructor&EIO=4", .unknownTransport), ("transport=Polling&EIO=4", .unknownTransport),
        ("transport=&EIO=4", .unknownTransport), ("transport=polling", .unsupportedProtocolVersion),
        ("transport=polling&EIO=3", .unsupportedProtocolVersion), ("transport=polling&EIO=99", .unsupportedProtocolVersion),
        ("transport=polling&EIO=04", .unsupportedProtocolVersion), ("transport=polling&EIO=4&j=0", .badRequest),
        ("transport=websocket&EIO=4", .badRequest), ("transport=polling&sid=", .unknownSession),
        ("transport=polling&sid=a%00b", .unknownSession), ("transport=polling&sid=__pr%C3%B6to__", .unknownSession),
        ("transport=polling&sid=" + String(repeating: "A", count: 65), .unknownSession),
    ])
    func refuses(query: String, error: EngineIOError) {
        #expect(self.verdict("/socket.io/?" + query) == .refuse(error))
    }

    @Test(arguments: [HTTPMethod.POST, .PUT, .DELETE, .HEAD, .TRACE, .RAW(value: "FOO")])
    func onlyGETOpens(method: HTTPMethod) {
        #expect(self.verdict("/socket.io/?EIO=4&transport=polling", method: method) == .refuse(.badHandshakeMethod))
    }

    @Test func refusesBrokenWebSocketHandshakes() {
        for (name, value) in [
            ("upgrade", "h2c"), ("connection", "close"), ("sec-websocket-version", "12"), ("sec-websocket-key", "short"),
            ("sec-websocket-key", ""),
        ] {
            var headers = Self.upgrade
            headers.replaceOrAdd(name: name, value: value)
            #expect(self.verdict("/socket.io/?EIO=4&transport=websocket", headers: headers) == .refuse(.badRequest))
        }
        var headers = Self.upgrade
        headers.add(name: "sec-websocket-key", value: "dGhlIHNhbXBsZSBub25jZQ==")
        #expect(self.verdict("/socket.io/?EIO=4&transport=websocket", headers: headers) == .refuse(.badRequest))
        #expect(self.verdict("/socket.io/", headers: Self.upgrade) == .refuse(.unknownTransport))
    }

    @Test(arguments: [
        "http://app.example", "https://app.example:8443", "https://app.example.evil.com", "https://evil-app.example", "null",
        "file://",
        "https://APP.example", "https://app.example\u{1}", "https://app.example/", "", "http://localhost:30011",
    ])
    func refusesOrigins(origin: String) {
        let headers: HTTPHeaders = ["origin": origin, "host": "localhost:3001"]
        #expect(self.verdict("/socket.io/?EIO=4&transport=polling", headers: headers) == .refuseOrigin)
        #expect(self.verdict("/socket.io/", method: .OPTIONS, headers: headers) == .refuseOrigin)
        var upgrade = Self.upgrade
        upgrade.add(contentsOf: headers)
        #expect(self.verdict("/socket.io/?EIO=4&transport=websocket", headers: upgrade) == .refuseOrigin)
    }

    @Test func allowsOrigins() {
        let uri = "/socket.io/?transport=polling&sid=\(Self.id)"
        #expect(self.verdict(uri, headers: ["origin": "https://app.example"]) == .get(session: Self.id))
        #expect(
            self.verdict(uri, headers: ["origin": "http://localhost:3001", "host": "localhost:3001"]) == .get(session: Self.id))
        #expect(
            self.verdict(uri, headers: ["origin": "http://localhost:3001", "host": "localhost:3001"]) {
                $0.cors.allowsSameOrigin = false
            } == .refuseOrigin)
        #expect(
            self.verdict(uri, headers: ["origin": "https://any.example"]) { $0.cors.origins = ["*"] } == .get(session: Self.id))
        #expect(
            self.verdict(uri, headers: ["origin": "https://a.b.example"]) {
                $0.cors.allowsOrigin = { $0.hasSuffix(".b.example") }
            } == .get(session: Self.id))
        #expect(
            self.verdict(uri, headers: HTTPHeaders([("origin", "https://app.example"), ("origin", "https://app.example")]))
                == .refuseOrigin)
    }

    @Test(arguments: [
        ("https://*.example.com", "https://a.example.com", true), ("https://*.example.com", "https://a.b-c.example.com", true),
        ("https://*.example.com", "https://example.com", false), ("https://*.example.com", "https://.example.com", false),
        ("https://*.example.com", "https://aexample.com", false), ("https://*.example.com", "http://a.example.com", false),
        ("https://*.example.com", "https://a.example.com:8443", false),
        ("https://*.example.com", "https://a.example.com.", false),
        ("https://*.example.com", "https://a.example.com.evil.com", false),
        ("https://*.example.com", "https://evil.com/.example.com", false),
        ("https://*.example.com", "https://evil.com#.example.com", false),
        ("https://*.example.com", "https://evil.com?x=.example.com", false),
        ("https://*.example.com", "https://user@a.example.com", false),
        ("https://*.example.com", "https://a..example.com", false),
        ("https://*.example.com", "https://A.example.com", false), ("https://*.example.com", "null", false),
        ("https://*.example.com:8443", "https://a.example.com:8443", true),
        ("https://*.example.com:8443", "https://a.example.com", false),
        ("http://localhost:*", "http://localhost:5173", true), ("http://localhost:*", "http://localhost", true),
        ("http://localhost:*", "http://localhost:", false), ("http://localhost:*", "http://localhost:5173.evil.com", false),
        ("http://localhost:*", "http://localhost.evil.com:80", false), ("http://localhost:*", "http://localhost:1/", false),
        ("http://[::1]:*", "http://[::1]:5173", true), ("http://[::1]:*", "http://[::1]", true),
        ("https://*.example.com:*", "https://a.example.com:1", true), ("*", "https://any.example", true),
        ("https://a.example", "https://a.example", true), ("https://a.example", "https://b.a.example", false),
    ])
    func originPatterns(entry: String, origin: String, isAllowed: Bool) {
        let rules = OriginRules([entry])
        #expect(rules.unusable == [])
        #expect(rules.allow(origin) == isAllowed)
    }

    @Test(arguments: [
        "https://*", "https://a.*.com", "*.example.com", "https://*.", "https://app.example/", "https://App.example",
        "app.example",
        "https://*.example.com/", "http*://a.example", "https://", "https://*.*.com", "https://a.example:8*", "",
    ])
    func unusableOrigins(entry: String) {
        let rules = OriginRules([entry])
        #expect(rules.unusable == [entry])
        #expect(!rules.allow("https://a.example.com") && !rules.allow("https://app.example"))
    }

    @Test func preflightReflectsOnlyHeaderNames() {
        let origin = ("origin", "https://app.example")
        #expect(
            self.verdict(
                "/socket.io/", method: .OPTIONS,
                headers: HTTPHeaders([origin, ("access-control-request-headers", "content-type, x-a")]))
                == .preflight(.init(value: "content-type, x-a")))
        #expect(
            self.verdict(
                "/socket.io/", method: .OPTIONS, headers: HTTPHeaders([origin, ("access-control-request-headers", "a<b>")]))
                == .preflight(.init(value: nil)))
    }

    @Test func decodesQueries() throws {
        let items = try #require(QueryString.parse("a=1&b&c=%20%zz%4&%41=+x&=y&é=%C3%A9&a=2"[...].utf8))
        #expect(
            items == [
                .init(name: "a", value: "1"), .init(name: "b", value: ""), .init(name: "c", value: " %zz%4"),
                .init(name: "A", value: " x"), .init(name: "", value: "y"), .init(name: "é", value: "é"),
                .init(name: "a", value: "2"),
            ])
        #expect(QueryString.parse(Array(repeating: "a=1", count: 64).joined(separator: "&")[...].utf8)?.count == 64)
        #expect(QueryString.parse(Array(repeating: "a=1", count: 65).joined(separator: "&")[...].utf8) == nil)
    }

    @Test func idsAreRandomAndPlausible() {
        var generator = SplitMix64(state: 1)
        let ids = Set((0..<1_000).map { _ in SessionID.random(using: &generator) })
        #expect(ids.count == 1_000)
        #expect(ids.allSatisfy { $0.utf8.count == 20 && SessionID.isPlausible($0) })
        #expect(Set(ids.flatMap(\.utf8)).count == 64)
    }
}
