import NIOConcurrencyHelpers
import NIOCore
import Testing

@testable import EngineIO

/// The application's decision on handshakes, over real sockets because it is made outside of the event loop.
@Suite(.timeLimit(.minutes(1))) struct AdmissionTests {
    private static let handshake = "GET /engine.io/?EIO=4&transport=polling"

    @Test func refuses() async throws {
        let listener = TestListener()
        let configure: (inout EngineIOConfiguration) -> Void = {
            $0.allowRequest = { handshake in
                switch handshake.query("token") {
                case "good": .allow
                case "bad": .refuse("a \"bad\" token\n")
                default: .refuse()
                }
            }
        }
        try await withLiveServer(listener, configure: configure) { server in
            let refused = try await server.request(Self.handshake, headers: ["origin: https://app.example"])
            #expect(refused.status == 403 && refused.body == #"{"code":4,"message":"Forbidden"}"#)
            #expect(refused.headers["content-type"] == "application/json")
            #expect(refused.headers["access-control-allow-origin"] == "https://app.example")
            let message = try await server.request(Self.handshake + "&token=bad")
            #expect(message.status == 403 && message.body == #"{"code":4,"message":"a \"bad\" token\u000a"}"#)
            let webSocket = try await server.request(
                "GET /engine.io/?EIO=4&transport=websocket", headers: TestClient.upgradeHeaders)
            #expect(webSocket.status == 400 && webSocket.body == "Forbidden" && webSocket.headers["connection"] == "close")
            #expect(server.engine.sessionCount == 0)
            #expect(try await server.request(Self.handshake + "&token=good").status == 200)
            try await server.connect { try await $0.upgrade("EIO=4&transport=websocket&token=good") }
        }
        #expect(listener.takeEvents().filter { $0 == .opened }.count == 2)
    }

    /// It is asked for new sessions only, and the user that it names stays with the session.
    @Test func bindsAUser() async throws {
        let listener = TestListener()
        let calls = NIOLockedValueBox(0)
        let configure: (inout EngineIOConfiguration) -> Void = {
            $0.allowRequest = { _ in
                calls.withLockedValue { $0 += 1 }
                return .allow(user: "ada")
            }
        }
        try await withLiveServer(listener, configure: configure) { server in
            let target = try await server.openPolling()
            #expect(try await server.request("POST \(target)", body: "4a").body == "ok")
            let session = try #require(listener.sessions.first)
            #expect(session.handshake.user as? String == "ada")
            try await server.connect { try await $0.upgrade("EIO=4&transport=websocket&sid=\(session.id)") }
        }
        #expect(calls.withLockedValue { $0 } == 1)
    }

    /// While it decides, the request's body and what is pipelined behind it wait, and other clients do not.
    @Test func keepsTheOrderOfAConnection() async throws {
        let gate = Gate()
        let configure: (inout EngineIOConfiguration) -> Void = {
            $0.allowRequest = { handshake in
                if handshake.query("slow") != nil { await gate.wait() }
                return .allow
            }
        }
        try await withLiveServer(TestListener(), configure: configure) { server in
            try await server.connect { client in
                try await client.outbound.write(
                    ByteBuffer(
                        string: "\(Self.handshake)&slow HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\nGET "
                            + "GET /one HTTP/1.1\r\nhost: x\r\n\r\nGET /engine.io/?transport=x HTTP/1.1\r\nhost: x\r\n\r\n"))
                await gate.someoneWaits()
                #expect(server.engine.sessionCount == 0)
                #expect(try await server.request(Self.handshake).status == 200)
                await gate.open()
                #expect(try await client.response().body.hasPrefix("0{"))
                #expect(try await client.response().body == "router /one")
                #expect(try await client.response().status == 400)
            }
        }
    }

    @Test func framesBehindTheHandshakeAreNotLost() async throws {
        let gate = Gate()
        let configure: (inout EngineIOConfiguration) -> Void = {
            $0.allowRequest = { _ in
                await gate.wait()
                return .allow
            }
        }
        try await withLiveServer(TestListener(echoes: true), configure: configure) { server in
            try await server.connect { client in
                let lines = ["GET /engine.io/?EIO=4&transport=websocket HTTP/1.1", "host: x"] + TestClient.upgradeHeaders
                var bytes = ByteBuffer(string: lines.joined(separator: "\r\n") + "\r\n\r\n")
                bytes.writeImmutableBuffer(TestClient.frame(1, "4a".utf8))
                try await client.outbound.write(bytes)
                await gate.someoneWaits()
                // Far more than what is read meanwhile.
                for number in 0..<100 {
                    try await client.send(TestClient.frame(2, [UInt8](repeating: UInt8(number), count: 10_000)))
                }
                await gate.open()
                #expect(try await client.response().status == 101)
                #expect(try await client.text().hasPrefix("0{"))
                #expect(try await client.text() == "4a")
                for number in 0..<100 {
                    #expect(try await client.frame().payload.readableBytesView.first == UInt8(number))
                }
            }
        }
    }

    @Test(arguments: ["polling", "websocket"])
    func aClientThatLeavesLeavesNothing(transport: String) async throws {
        let listener = TestListener()
        let gate = Gate()
        let configure: (inout EngineIOConfiguration) -> Void = {
            $0.allowRequest = { _ in
                await gate.wait()
                return .allow
            }
        }
        try await withLiveServer(listener, configure: configure) { server in
            try await server.connect { client in
                let lines = ["GET /engine.io/?EIO=4&transport=\(transport) HTTP/1.1", "host: x"]
                try await client.outbound.write(
                    ByteBuffer(
                        string: (lines + (transport == "websocket" ? TestClient.upgradeHeaders : [])).joined(separator: "\r\n")
                            + "\r\n\r\n"))
                await gate.someoneWaits()
            }
            // The connection's end cancels the decision.
            await gate.someoneWasCancelled()
            #expect(server.engine.sessionCount == 0)
        }
        #expect(listener.takeEvents() == [])
    }

    @Test func takesNoLongerThanAllowed() async throws {
        let gate = Gate()
        let configure: (inout EngineIOConfiguration) -> Void = {
            $0.admissionTimeout = .milliseconds(50)
            $0.allowRequest = { _ in
                await gate.wait()
                return .allow
            }
        }
        try await withLiveServer(TestListener(), configure: configure) { server in
            try await server.connect { client in
                try await client.outbound.write(ByteBuffer(string: "\(Self.handshake) HTTP/1.1\r\nhost: x\r\n\r\n"))
                #expect(try await client.isClosed())
            }
            await gate.someoneWasCancelled()
            #expect(server.engine.sessionCount == 0)
        }
    }
}

/// Holds its callers until it is opened or they are cancelled.
private actor Gate {
    private var isOpen = false
    private var waiting = 0
    private var cancelled = 0

    func wait() async {
        self.waiting += 1
        while !self.isOpen, !Task.isCancelled { try? await Task.sleep(for: .milliseconds(1)) }
        if Task.isCancelled { self.cancelled += 1 }
    }

    func open() { self.isOpen = true }

    func someoneWaits() async {
        while self.waiting == 0 { try? await Task.sleep(for: .milliseconds(1)) }
    }

    func someoneWasCancelled() async {
        while self.cancelled == 0 { try? await Task.sleep(for: .milliseconds(1)) }
    }
}
