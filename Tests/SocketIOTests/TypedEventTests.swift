import JSON
import NIOCore
import NIOEmbedded
import Testing

@testable import SocketIO

@Suite struct TypedEventTests {
    private struct Move: Codable, Equatable {
        var piece: String
        var x: Int
    }

    private let journal = Journal()
    private let loop = EmbeddedEventLoop()

    private func connected() throws -> (TestSession, Socket) {
        let server = SocketIOServer.forTests()
        let session = TestSession(server, on: self.loop)
        session.say("0")
        _ = session.heard()
        return (session, try #require(server.of("/").sockets.first))
    }

    @Test func argumentsAreRead() throws {
        let (session, socket) = try self.connected()
        socket.on("move", as: Move.self) { move, event in
            self.journal.note("\(move.piece) \(move.x) \((try? event.decode(Int.self, at: 1)) ?? -1)")
            try? event.acknowledge(Move(piece: "reply", x: 2))
        }
        socket.on("maybe", as: Int?.self) { value, _ in self.journal.note("\(value ?? 0)") }
        session.say(#"21["move",{"x":1,"piece":"rook"},7]"#, #"2["maybe"]"#, #"2["maybe",3]"#)
        #expect(self.journal.read() == ["rook 1 7", "0", "3"])
        #expect(session.heard() == [#"31[{"piece":"reply","x":2}]"#])
    }

    @Test func aClientIsToldOfArgumentsThatDoNotFit() throws {
        let (session, socket) = try self.connected()
        socket.on("move", as: Move.self) { _, _ in self.journal.note("never") }
        session.say(#"21["move",{"x":"1","piece":"p"}]"#, #"2["move"]"#, #"2["move",{"piece":"p"}]"#)
        #expect(
            session.heard() == [
                #"31[{"error":{"message":"Invalid arguments","data":{"path":[0,"x"]}}}]"#,
                #"2["error",{"message":"Invalid arguments","data":{"path":[0]}}]"#,
                #"2["error",{"message":"Invalid arguments","data":{"path":[0,"x"]}}]"#,
            ])
        #expect(self.journal.read().isEmpty)
    }

    @Test func anApplicationMayDecideAboutThem() throws {
        let (session, socket) = try self.connected()
        socket.on("move", as: Move.self) { _, _ in self.journal.note("never") }
        socket.onInvalidArguments { error, event in
            self.journal.note("\(event.name) \(error is DecodingError)")
            event.acknowledge("own answer")
        }
        session.say(#"21["move",5]"#)
        #expect(self.journal.read() == ["move true"])
        #expect(session.heard() == [#"31["own answer"]"#])
    }

    @Test func valuesAreSent() throws {
        let (session, socket) = try self.connected()
        let (move, name) = (Move(piece: "p", x: 1), "text")
        try socket.emit("m", move, name)
        try socket.namespace.emit("n", [move])
        try socket.namespace.to("s1").emit("o", name)
        // Literals are JSON, whose members keep their order.
        socket.emit("l", ["b": 1, "a": 2])
        #expect(throws: EncodingError.self) { try socket.emit("m", Double.nan) }
        #expect(
            session.heard() == [
                #"2["m",{"piece":"p","x":1},"text"]"#, #"2["n",[{"piece":"p","x":1}]]"#, #"2["o","text"]"#,
                #"2["l",{"b":1,"a":2}]"#,
            ])
    }

    @Test(.timeLimit(.minutes(1))) func anAnswerIsRead() async throws {
        let answer = SocketAcknowledgement(arguments: [["piece": "q", "x": 3]], attachments: [])
        #expect(try answer.decode(Move.self) == Move(piece: "q", x: 3))
        #expect(throws: DecodingError.self) { try SocketAcknowledgement(arguments: [], attachments: []).decode(Int.self) }
        let (_, socket) = try self.connected()
        socket.disconnect()
        await #expect(throws: AcknowledgementError.disconnected) {
            try await socket.emitWithAck("q", Move(piece: "p", x: 1), timeout: .seconds(1), as: Move.self)
        }
    }

    // MARK: Middleware

    @Test func middlewareMayRefuseAnEvent() throws {
        struct Secret: Error {}
        let (session, socket) = try self.connected()
        socket.use { event in
            if event.name == "no" { throw EventError("Not now", data: ["wait": 1]) }
            if event.name == "fault" { throw Secret() }
        }
        socket.use { self.journal.note("second: \($0.name)") }
        socket.onAny { self.journal.note($0.name) }
        session.say(#"21["no"]"#, #"2["no"]"#, #"22["fault"]"#, #"2["yes"]"#)
        #expect(
            session.heard() == [
                #"31[{"error":{"message":"Not now","data":{"wait":1}}}]"#,
                #"2["error",{"message":"Not now","data":{"wait":1}}]"#,
                #"32[{"error":{"message":"Internal server error"}}]"#,
            ])
        #expect(self.journal.read() == ["second: yes", "yes"])
    }

    @Test func whatGoesOutIsSeen() throws {
        let (session, socket) = try self.connected()
        socket.onAnyOutgoing { self.journal.note($0.name + JSONValue.array($0.arguments).serialized) }
        socket.emit("a", 1)
        socket.namespace.emit("b")
        socket.to("nobody").emit("c")
        socket.batch { $0.emit("d") }
        socket.emit("e", arguments: [], timeout: .seconds(1)) { _ in }
        #expect(self.journal.read() == ["a[1]", "b[]", "d[]", "e[]"])
        #expect(session.heard().count == 4)
        socket.disconnect()
        socket.emit("f")
        #expect(self.journal.read().isEmpty)
    }
}
