import EngineIO
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

/// Options that no other suite changes, from the client's side.
@Suite struct OptionTests {
    private static let polling = "GET /engine.io/?EIO=4&transport=polling"
    private static let webSocket = "GET /engine.io/?EIO=4&transport=websocket"

    @Test func transportsThatAreOffAreUnknown() throws {
        let onlyWebSocket = TestServer(configure: { $0.transports = [.websocket] })
        let refused = try onlyWebSocket.connect().request(Self.polling)
        #expect(refused.status == 400 && refused.body == #"{"code":0,"message":"Transport unknown"}"#)
        #expect(try onlyWebSocket.openWebSocket().isOpen)
        let onlyPolling = TestServer(configure: { $0.transports = [.polling] })
        let (_, target) = try onlyPolling.openPolling()
        for line in [Self.webSocket, "GET \(target.replacing("polling", with: "websocket"))"] {
            let answer = try onlyPolling.connect().request(line, headers: TestClient.upgradeHeaders)
            #expect(answer.status == 400 && answer.body == "Transport unknown")
        }
    }

    @Test func withoutUpgradesASessionStaysWhereItIs() throws {
        let server = TestServer(configure: { $0.allowUpgrades = false })
        let (client, target) = try server.openPolling()
        let upgrade = "GET \(target.replacing("polling", with: "websocket"))"
        #expect(try server.connect().request(upgrade, headers: TestClient.upgradeHeaders).status == 400)
        let session = try #require(server.listener.sessions.first)
        session.send(text: ByteBuffer(string: "a"))
        #expect(try client.request("GET \(target)").body == "4a" && session.transport == .polling)
        #expect(try server.openWebSocket().isOpen)
    }

    @Test(arguments: ["/socket.io/", "/socket.io"])
    func thePathIsServedWithAndWithoutItsSlash(path: String) throws {
        let server = TestServer(configure: { $0.path = path })
        for target in ["/socket.io/", "/socket.io"] {
            #expect(try server.connect().request("GET \(target)?EIO=4&transport=polling").body.hasPrefix("0{"))
        }
        for target in ["/engine.io/", "/socket.io/x", "/socket.iox"] {
            #expect(try server.connect().request("GET \(target)?EIO=4&transport=polling").body.hasPrefix(target))
        }
    }

    @Test(arguments: [true, false])
    func theHandshakeSaysHowItCame(isSecure: Bool) throws {
        let server = TestServer(configure: { $0.isSecure = isSecure })
        _ = try server.connect().request(Self.polling + "&room=%C3%A9&room=2", headers: ["x-a: b"])
        let handshake = try #require(server.listener.sessions.first).handshake
        #expect(handshake.isSecure == isSecure && handshake.headers["x-a"] == ["b"])
        #expect(handshake.query("room") == "é" && handshake.query.count == 4 && handshake.query("none") == nil)
        #expect(handshake.remoteAddress != nil)
    }

    @Test func timesAreThoseOfTheConfiguration() throws {
        let server = TestServer(configure: {
            $0.upgradeTimeout = .seconds(2)
            $0.closeTimeout = .seconds(3)
        })
        let (_, target) = try server.openPolling()
        let probe = try server.connect()
        let sid = try #require(target.split(separator: "=").last)
        try probe.upgrade("EIO=4&transport=websocket&sid=\(sid)")
        server.loop.advanceTime(by: .milliseconds(1_900))
        #expect(try probe.takeFrames() == [])
        server.loop.advanceTime(by: .milliseconds(200))
        #expect(try probe.takeFrames() == [.close(1000)])
        try #require(server.listener.sessions.first).close()
        server.loop.advanceTime(by: .milliseconds(2_900))
        #expect(server.engine.sessionCount == 1)
        server.loop.advanceTime(by: .milliseconds(200))
        #expect(server.engine.sessionCount == 0)
    }
}
