import EngineIO
import JSON
import NIOConcurrencyHelpers
import NIOCore
import NIOEmbedded
import Testing

@testable import SocketIO

@Suite struct SocketTests {
    private let journal = Journal()
    private let loop = EmbeddedEventLoop()

    private func connected(_ server: SocketIOServer) throws -> (TestSession, Socket) {
        let session = TestSession(server, on: self.loop)
        session.say("0")
        _ = session.heard()
        return (session, try #require(server.of("/").sockets.first))
    }

    // MARK: Events

    @Test func aClientIsToldItsSocketsID() {
        let session = TestSession(.echo())
        session.say("0")
        #expect(session.heard() == [#"0{"sid":"s1"}"#])
    }

    @Test func handlersGetTheArgumentsInOrder() {
        let session = TestSession(.echo(self.journal))
        session.say("0", #"2["a",1,{"b":null}]"#, #"2["b"]"#, #"2["echo","é"]"#)
        #expect(self.journal.read() == [#"a[1,{"b":null}]"#, "b[]", #"echo["é"]"#])
        #expect(session.heard() == [#"0{"sid":"s1"}"#, #"2["echo","é"]"#])
    }

    @Test func handlersOfAllEventsComeFirst() throws {
        let (session, socket) = try self.connected(.forTests())
        socket.on("a") { _ in self.journal.note("first") }
        socket.on("a") { _ in self.journal.note("second") }
        socket.onAny { _ in self.journal.note("any") }
        session.say(#"2["a"]"#)
        #expect(self.journal.read() == ["any", "first", "second"])
    }

    @Test func attachmentsComeWithTheirEvent() throws {
        let (session, socket) = try self.connected(.echo(self.journal))
        socket.on("file") { event in
            let bytes = event.binary(in: event.arguments[0]["data"]).map { Array($0.readableBytesView) }
            self.journal.note(
                "\(bytes ?? []) \(event.binary(in: event.arguments[0]["name"]) == nil) \(event.binary(in: nil) == nil)")
        }
        session.say(#"51-["file",{"name":"x","data":{"_placeholder":true,"num":0}}]"#)
        session.say(binary: [1, 255])
        #expect(self.journal.read().last == "[1, 255] true true")
    }

    @Test func binaryGoesOutAfterItsEvent() {
        let session = TestSession(.echo())
        session.say("0", #"52-["echo",{"_placeholder":true,"num":1},{"_placeholder":true,"num":0}]"#)
        session.say(binary: [1])
        session.say(binary: [2, 3])
        let text = #"52-["echo",{"_placeholder":true,"num":1},{"_placeholder":true,"num":0}]"#
        #expect(session.flushes().last == [text, "<1>", "<2 3>"])
    }

    @Test func aBatchLeavesInOneFlush() throws {
        let (session, socket) = try self.connected(.forTests())
        socket.batch { batch in
            batch.emit("a", 1)
            batch.emit("b", .attachment(0), attachments: [ByteBuffer(bytes: [7])])
            batch.emit("disconnect")
        }
        #expect(session.flushes() == [[#"2["a",1]"#, #"51-["b",{"_placeholder":true,"num":0}]"#, "<7>"]])
    }

    @Test func whatNoClientWouldAcceptIsNotSent() throws {
        let (session, socket) = try self.connected(.forTests())
        socket.emit("connect")
        socket.emit("a", .attachment(1), attachments: [ByteBuffer(bytes: [1])])
        socket.emit("a", attachments: Array(repeating: ByteBuffer(), count: 11))
        #expect(session.heard().isEmpty)
        socket.emit("a", attachments: Array(repeating: ByteBuffer(), count: 10))
        #expect(session.heard().count == 11)
    }

    @Test func dataIsKeptByKey() throws {
        enum Name: SocketDataKey { typealias Value = String }
        enum Count: SocketDataKey { typealias Value = Int }
        let (_, socket) = try self.connected(.forTests())
        #expect(socket.data[Name.self] == nil)
        socket.data[Name.self] = "Ada"
        #expect(
            socket.data.update(Count.self) { count in
                count = (count ?? 0) + 1
                return count
            } == 1)
        #expect((socket.data[Name.self], socket.data[Count.self]) == ("Ada", 1))
        socket.data[Name.self] = nil
        #expect(socket.data[Name.self] == nil)
    }

    // MARK: The client's acknowledgements

    @Test func anEventIsAcknowledgedOnce() throws {
        let (session, socket) = try self.connected(.forTests())
        socket.on("a") { event in
            #expect(event.wantsAcknowledgement)
            event.acknowledge(["ok": true])
            event.acknowledge("again")
        }
        session.say(#"213["a"]"#)
        #expect(session.heard() == [#"313[{"ok":true}]"#])
    }

    @Test func acknowledgingWhatWantsNoneDoesNothing() throws {
        let (session, socket) = try self.connected(.forTests())
        socket.on("a") { event in
            #expect(!event.wantsAcknowledgement)
            event.acknowledge()
        }
        session.say(#"2["a"]"#)
        #expect(session.heard().isEmpty)
    }

    @Test func anAcknowledgementMayCarryBinary() {
        let session = TestSession(.echo())
        session.say("0", #"51-7["ack",{"_placeholder":true,"num":0}]"#)
        session.say(binary: [9])
        #expect(session.flushes().last == [#"61-7[{"_placeholder":true,"num":0}]"#, "<9>"])
    }

    @Test func anAcknowledgementMayComeLaterButNotAfterTheEnd() throws {
        let (session, socket) = try self.connected(.forTests())
        let events = NIOLockedValueBox<[SocketEvent]>([])
        socket.on("a") { event in events.withLockedValue { $0.append(event) } }
        session.say(#"21["a"]"#, #"22["a"]"#)
        let kept = events.withLockedValue { $0 }
        kept[0].acknowledge(1)
        #expect(session.heard() == ["31[1]"])
        session.say("1")
        kept[1].acknowledge(2)
        #expect(session.heard().isEmpty)
    }

    // MARK: Our acknowledgements

    private func ask(_ socket: Socket, _ event: String = "q") {
        socket.emit(event, arguments: [], timeout: .seconds(5)) { result in
            switch result {
            case .success(let answer):
                self.journal.note("\(JSONValue.array(answer.arguments).serialized) \(answer.attachments.count)")
            case .failure(let error): self.journal.note("\(error)")
            }
        }
    }

    @Test func anAnswerFindsWhoAsked() throws {
        let (session, socket) = try self.connected(.forTests())
        self.ask(socket)
        self.ask(socket)
        #expect(session.heard() == [#"20["q"]"#, #"21["q"]"#])
        session.say("31[1]", "30[0]")
        session.say("61-0[]")
        session.say(binary: [1])
        #expect(self.journal.read() == ["[1] 0", "[0] 0"])
        #expect(session.closeReason == nil)
    }

    @Test func anAnswerMayCarryBinary() throws {
        let (session, socket) = try self.connected(.forTests())
        self.ask(socket)
        session.say(#"61-0[{"_placeholder":true,"num":0}]"#)
        session.say(binary: [1])
        #expect(self.journal.read() == [#"[{"_placeholder":true,"num":0}] 1"#])
    }

    @Test(arguments: ["30[]", "31[]", "3999[]", "39007199254740991[]", "30[{"])
    func answersThatNobodyAwaitsAreIgnored(answer: String) throws {
        let (session, socket) = try self.connected(.forTests())
        self.ask(socket)
        session.say("30[]")
        _ = self.journal.read()
        session.say(answer)
        #expect(self.journal.read().isEmpty)
        #expect(session.closeReason == nil)
    }

    @Test func anAnswerThatComesTooLateIsNone() throws {
        let (session, socket) = try self.connected(.forTests())
        self.ask(socket)
        self.loop.advanceTime(by: .milliseconds(4_999))
        #expect(self.journal.read().isEmpty)
        self.loop.advanceTime(by: .milliseconds(1))
        #expect(self.journal.read() == ["timeout"])
        session.say("30[]")
        #expect(self.journal.read().isEmpty)
    }

    @Test func pendingAnswersAreBounded() throws {
        var configuration = SocketIOConfiguration()
        configuration.maxPendingAcknowledgements = 2
        let (session, socket) = try self.connected(.forTests(configuration))
        for _ in 1...3 { self.ask(socket) }
        #expect(self.journal.read() == ["tooManyPending(limit: 2)"])
        #expect(session.heard().count == 2)
        session.say("30[]")
        self.ask(socket)
        #expect(session.heard() == [#"22["q"]"#])
    }

    @Test func whoWaitsIsToldOfTheEnd() throws {
        let (session, socket) = try self.connected(.forTests())
        self.ask(socket)
        session.close(reason: .transportClose)
        self.ask(socket)
        #expect(self.journal.read() == ["disconnected", "disconnected"])
        self.loop.advanceTime(by: .seconds(10))
        #expect(self.journal.read().isEmpty)
    }

    @Test func aMalformedAnswerEndsTheConnection() throws {
        let (session, socket) = try self.connected(.forTests())
        self.ask(socket)
        session.say("30[{]")
        #expect(session.closeReason == .parseError)
        #expect(self.journal.read() == ["disconnected"])
    }

    @Test func whatCannotBeSentIsNotAwaited() throws {
        let (session, socket) = try self.connected(.forTests())
        self.ask(socket, "disconnect")
        #expect(self.journal.read() == ["invalidEvent"])
        #expect(session.heard().isEmpty)
    }

    // MARK: The end

    private func noteEnd(of socket: Socket) {
        socket.onDisconnecting { reason in
            self.journal.note("disconnecting: \(reason.rawValue), rooms \(socket.rooms.sorted())")
        }
        socket.onDisconnect { reason in self.journal.note("disconnect: \(reason.rawValue), rooms \(socket.rooms)") }
    }

    @Test func aClientLeavesANamespaceAndKeepsItsSession() throws {
        let (session, socket) = try self.connected(.forTests())
        socket.join("r")
        self.noteEnd(of: socket)
        session.say("1")
        #expect(
            self.journal.read() == [
                #"disconnecting: client namespace disconnect, rooms ["r", "s1"]"#,
                "disconnect: client namespace disconnect, rooms []",
            ])
        #expect(session.closeReason == nil)
        #expect(!socket.isConnected)
        session.say("0")
        #expect(session.heard() == [#"0{"sid":"s2"}"#])
    }

    @Test func theServerDisconnectsASocket() throws {
        let (session, socket) = try self.connected(.forTests())
        self.noteEnd(of: socket)
        socket.disconnect()
        socket.disconnect()
        socket.emit("late")
        #expect(session.heard() == ["1"])
        #expect(self.journal.read().last == "disconnect: server namespace disconnect, rooms []")
        #expect(session.closeReason == nil)
    }

    @Test func theServerClosesTheWholeSession() throws {
        let server = SocketIOServer.forTests()
        let (session, socket) = try self.connected(server)
        server.of("/admin").onConnection { self.noteEnd(of: $0) }
        session.say("0/admin,")
        _ = session.heard()
        socket.disconnect(close: true)
        #expect(session.heard() == ["1", "1/admin,"])
        #expect(session.closeReason == .forcedClose)
        #expect(self.journal.read().last == "disconnect: server namespace disconnect, rooms []")
    }

    @Test(
        arguments: [
            (.transportClose, "transport close"), (.transportError, "transport error"), (.pingTimeout, "ping timeout"),
            (.parseError, "parse error"), (.forcedClose, "forced close"), (.serverShuttingDown, "server shutting down"),
            (.slowClient, "slow client"),
        ] as [(EngineIOCloseReason, String)])
    func theEndOfASessionHasAReason(reason: EngineIOCloseReason, text: String) throws {
        let (session, socket) = try self.connected(.forTests())
        self.noteEnd(of: socket)
        session.close(reason: reason)
        #expect(self.journal.read().last == "disconnect: \(text), rooms []")
    }

    /// Handlers hold their socket as a rule; the socket must not hold them for ever.
    @Test func aSocketIsReleasedAfterItsEnd() throws {
        let server = SocketIOServer.echo()
        weak var released: Socket?
        do {
            let (session, socket) = try self.connected(server)
            released = socket
            self.ask(socket)
            session.say(#"21["ack"]"#)
            session.close(reason: .transportClose)
            self.loop.advanceTime(by: .seconds(60))
        }
        #expect(released == nil)
    }

    /// Once a full outbound queue ended the session within the answer to CONNECT, and the socket stayed in its namespace.
    @Test func aSessionThatEndsWhileItsClientIsToldLeavesNoSocket() {
        let server = SocketIOServer.echo(self.journal)
        let session = TestSession(server)
        session.failOnNextSend()
        session.say("0")
        #expect(session.closeReason == .slowClient)
        #expect(server.of("/").sockets.isEmpty)
        #expect(self.journal.read().isEmpty)
    }
}
