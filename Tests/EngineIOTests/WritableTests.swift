import EngineIO
import NIOCore
import NIOEmbedded
import Testing

/// ``EngineIOSession/sendIfWritable(_:)``: at once or not at all.
@Suite struct WritableTests {
    private static let messages: [EngineIOMessage] = [
        .text(ByteBuffer(string: "a")), .binary(ByteBuffer(bytes: [1])), .text(ByteBuffer(string: "b")),
    ]

    @Test func aWaitingGETTakesThem() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        let session = try #require(server.listener.sessions.first)
        try client.start("GET \(target)")
        session.sendIfWritable(Self.messages)
        #expect(try client.response()?.body == "4a\u{1E}bAQ==\u{1E}4b")
    }

    @Test func withoutAGETTheyAreDropped() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        let session = try #require(server.listener.sessions.first)
        session.sendIfWritable(Self.messages)
        server.loop.run()
        session.send(text: ByteBuffer(string: "kept"))
        #expect(try client.request("GET \(target)").body == "4kept")
    }

    /// The answer that is under way takes what is sent in the same turn, too; the next GET has not come.
    @Test func theGETThatIsAnsweredTakesNoMore() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        let session = try #require(server.listener.sessions.first)
        try client.start("GET \(target)")
        session.send(text: ByteBuffer(string: "first"))
        session.sendIfWritable([.text(ByteBuffer(string: "with it"))])
        #expect(try client.response()?.body == "4first\u{1E}4with it")
        session.sendIfWritable([.text(ByteBuffer(string: "too late"))])
        try client.start("GET \(target)")
        #expect(try client.response() == nil)
    }

    @Test func aWebSocketTakesThemWhileItIsWritable() throws {
        let server = TestServer()
        let client = try server.openWebSocket()
        _ = try client.takeFrames()
        let session = try #require(server.listener.sessions.first)
        session.sendIfWritable(Self.messages)
        #expect(try client.takeFrames() == [.text("4a"), .binary([1]), .text("4b")])
        client.channel.isWritable = false
        session.sendIfWritable(Self.messages)
        #expect(try client.takeFrames() == [])
        session.send(text: ByteBuffer(string: "kept"))
        client.channel.isWritable = true
        session.sendIfWritable([.text(ByteBuffer(string: "again"))])
        #expect(try client.takeFrames() == [.text("4kept"), .text("4again")])
    }

    @Test func anEndedSessionTakesNothing() throws {
        let server = TestServer()
        let (client, target) = try server.openPolling()
        let session = try #require(server.listener.sessions.first)
        session.close()
        session.sendIfWritable(Self.messages)
        #expect(try client.request("GET \(target)").body == "1")
        session.sendIfWritable(Self.messages)
        #expect(try client.request("GET \(target)").status == 400)
    }
}
