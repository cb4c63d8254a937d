import EngineIO
import JSON
import NIOCore
import NIOEmbedded
import Testing

@testable import SocketIO

@Suite struct NamespaceTests {
    private let server = SocketIOServer.forTests()
    private let loop = EmbeddedEventLoop()

    private func client(_ namespace: String = "/") -> TestSession {
        let session = TestSession(self.server, on: self.loop)
        session.say(namespace == "/" ? "0" : "0\(namespace),")
        _ = session.heard()
        return session
    }

    // MARK: Connecting

    @Test func namespacesHaveSocketsOfTheirOwn() {
        let admin = self.server.of("admin")
        #expect(admin === self.server.of("/admin"))
        let session = TestSession(self.server)
        session.say("0", #"0/admin,{"token":"x"}"#)
        #expect(session.heard() == [#"0{"sid":"s1"}"#, #"0/admin,{"sid":"s2"}"#])
        #expect(admin.sockets.map(\.id) == ["s2"])
        #expect(admin.sockets.first?.handshake.auth["token"] == "x")
        #expect(admin.sockets.first?.handshake.request.query("EIO") == "4")
        session.say("1/admin,")
        #expect(admin.sockets.isEmpty)
        #expect(self.server.of("/").sockets.count == 1)
    }

    @Test(arguments: [("0/random,", "4/random,"), ("0/random", "4/random,")])
    func anUnknownNamespaceIsRefused(message: String, header: String) {
        let session = TestSession(self.server)
        session.say(message)
        #expect(session.heard() == [header + #"{"message":"Invalid namespace"}"#])
        #expect(session.closeReason == nil)
    }

    @Test func aConnectionHandlerMissesNoEvent() {
        let journal = Journal()
        self.server.of("/").onConnection { socket in
            socket.emit("welcome")
            socket.on("a") { journal.note($0) }
        }
        let session = TestSession(self.server)
        session.say("0", #"2["a"]"#)
        #expect(session.heard() == [#"0{"sid":"s1"}"#, #"2["welcome"]"#])
        #expect(journal.read() == ["a[]"])
    }

    // MARK: Broadcast

    @Test func aBroadcastReachesWhomItNames() throws {
        let namespace = self.server.of("/")
        let (ada, bob, eve) = (self.client(), self.client(), self.client())
        let sockets = namespace.sockets.sorted { $0.id < $1.id }
        sockets[0].join("a", "both")
        sockets[1].join("b", "both")
        func heard() -> [[String]] { [ada.heard(), bob.heard(), eve.heard()] }
        let hello = [#"2["hello",1]"#]

        namespace.emit("hello", 1)
        #expect(heard() == [hello, hello, hello])
        namespace.to("both").emit("hello", 1)
        #expect(heard() == [hello, hello, []])
        namespace.to("a", "both").in("b").emit("hello", 1)
        #expect(heard() == [hello, hello, []])
        namespace.except("a").emit("hello", 1)
        #expect(heard() == [[], hello, hello])
        namespace.to("both").except("b").local.emit("hello", 1)
        #expect(heard() == [hello, [], []])
        sockets[0].broadcast.emit("hello", 1)
        #expect(heard() == [[], hello, hello])
        sockets[0].to("both").emit("hello", 1)
        #expect(heard() == [[], hello, []])
        namespace.to(sockets[2].id).emit("hello", 1)
        #expect(heard() == [[], [], hello])
        sockets[0].leave("both")
        namespace.to("both").emit("hello", 1)
        #expect(heard() == [[], hello, []])
        namespace.to("nobody").emit("hello", 1)
        #expect(heard() == [[], [], []])
        #expect(Set(namespace.in("both").sockets) == [sockets[1]])
    }

    @Test func theSocketsOfABroadcastShareItsBytes() {
        let (ada, bob) = (self.client(), self.client())
        self.server.of("/").emit("hello", 1)
        #expect(ada.lastAddress != nil)
        #expect(ada.lastAddress == bob.lastAddress)
    }

    @Test func aBroadcastStaysInItsNamespace() {
        let (main, admin) = (self.server.of("/"), self.server.of("/admin"))
        let (ada, bob) = (self.client(), self.client("/admin"))
        for socket in main.sockets + admin.sockets { socket.join("r") }
        admin.to("r").emit("hello", .attachment(0), attachments: [ByteBuffer(bytes: [1])])
        #expect(ada.heard().isEmpty)
        #expect(bob.heard() == [#"51-/admin,["hello",{"_placeholder":true,"num":0}]"#, "<1>"])
    }

    @Test func whoDisconnectsMayStillTellItsRooms() {
        self.server.of("/").onConnection { socket in
            socket.join("r")
            socket.onDisconnecting { _ in socket.to("r").emit("gone", .string(socket.id)) }
            socket.onDisconnect { _ in socket.to("r").emit("out") }
        }
        let (ada, bob) = (self.client(), self.client())
        ada.close(reason: .transportClose)
        #expect(bob.heard() == [#"2["gone","s1"]"#, #"2["out"]"#])
    }

    @Test func allSocketsCanBeDisconnected() {
        let namespace = self.server.of("/")
        let (ada, bob) = (self.client(), self.client())
        namespace.to("s1").disconnectSockets()
        #expect((ada.heard(), bob.heard()) == (["1"], []))
        namespace.disconnectSockets(close: true)
        #expect((ada.closeReason, bob.closeReason) == (nil, .forcedClose))
    }

    @Test func roomsPerSocketAreBounded() throws {
        var configuration = SocketIOConfiguration()
        configuration.maxRoomsPerSocket = 3
        let server = SocketIOServer.forTests(configuration)
        let namespace = server.of("/")
        let session = TestSession(server)
        session.say("0")
        let socket = try #require(namespace.sockets.first)
        #expect(socket.join("a", "b"))
        #expect(!socket.join("c"))
        #expect(socket.rooms.sorted() == ["a", "b", "s1"])
    }
}

extension NamespaceTests {
    /// Middleware is the one asynchronous part: these run on a loop that other threads may hand work to.
    @Suite struct MiddlewareTests {
        private enum UserName: SocketDataKey { typealias Value = String }

        private let server = SocketIOServer.forTests()
        private let loop = NIOAsyncTestingEventLoop()
        private let journal = Journal()

        private func say(_ messages: [String], in session: TestSession) async throws {
            try await self.loop.executeInContext { for message in messages { session.say(message) } }
        }

        private func session() async throws -> TestSession {
            try await self.loop.executeInContext { TestSession(self.server, on: self.loop) }
        }

        /// What the client hears next, once the middleware's task has handed its decision over.
        private func heard(by session: TestSession) async -> [String] {
            while true {
                await self.loop.run()
                let heard = session.heard()
                if !heard.isEmpty { return heard }
                await Task.yield()
            }
        }

        @Test(.timeLimit(.minutes(1))) func theyRunInOrderBeforeTheClientIsConnected() async throws {
            let namespace = self.server.of("/")
            namespace.use { socket in
                self.journal.note("first, connected: \(socket.isConnected)")
                socket.emit("too early")
                socket.data[UserName.self] = socket.handshake.auth["user"]?.stringValue
            }
            namespace.use { _ in self.journal.note("second") }
            namespace.onConnection { self.journal.note("connected: \($0.data[UserName.self] ?? "")") }
            let session = try await self.session()
            try await self.say([#"0{"user":"Ada"}"#], in: session)
            #expect(await self.heard(by: session) == [#"0{"sid":"s1"}"#])
            #expect(self.journal.read() == ["first, connected: false", "second", "connected: Ada"])
        }

        @Test(.timeLimit(.minutes(1))) func oneMayRefuseWithAReason() async throws {
            let namespace = self.server.of("/admin")
            namespace.use { _ in throw ConnectError("Not allowed", data: ["code": 7]) }
            namespace.use { _ in self.journal.note("never") }
            namespace.onConnection { _ in self.journal.note("never") }
            let session = try await self.session()
            try await self.say(["0/admin,"], in: session)
            #expect(await self.heard(by: session) == [#"4/admin,{"message":"Not allowed","data":{"code":7}}"#])
            #expect(self.journal.read().isEmpty)
            #expect(namespace.sockets.isEmpty)
            #expect(session.closeReason == nil)
        }

        @Test(.timeLimit(.minutes(1))) func otherErrorsGiveNothingAway() async throws {
            struct DatabasePassword: Error {}
            self.server.of("/").use { _ in throw DatabasePassword() }
            let session = try await self.session()
            try await self.say(["0"], in: session)
            #expect(await self.heard(by: session) == [#"4{"message":"Internal server error"}"#])
        }

        @Test(.timeLimit(.minutes(1))) func oneThatHangsIsCancelledWithItsClient() async throws {
            let (cancelled, hint) = AsyncStream.makeStream(of: Void.self)
            self.server.of("/").use { _ in
                await withTaskCancellationHandler {
                    for await _ in AsyncStream<Never>.makeStream().stream {}
                } onCancel: {
                    hint.finish()
                }
            }
            let session = try await self.session()
            try await self.say(["0"], in: session)
            await self.loop.advanceTime(by: .seconds(45))
            #expect(session.closeReason == .parseError)
            for await _ in cancelled {}
            await self.loop.run()
            #expect(session.heard().isEmpty)
        }

        // MARK: Waiting for the client

        private func connected() async throws -> (TestSession, Socket) {
            let session = try await self.session()
            try await self.say(["0"], in: session)
            _ = session.heard()
            return (session, try #require(self.server.of("/").sockets.first))
        }

        @Test(.timeLimit(.minutes(1))) func aTaskWaitsForTheAnswer() async throws {
            let (session, socket) = try await self.connected()
            async let answer = socket.emitWithAck("q", 1, timeout: .seconds(5))
            #expect(await self.heard(by: session) == [#"20["q",1]"#])
            try await self.say([#"30["yes"]"#], in: session)
            #expect(try await answer.arguments == ["yes"])
        }

        @Test(.timeLimit(.minutes(1))) func aTaskDoesNotWaitForEver() async throws {
            let (session, socket) = try await self.connected()
            let waiting = Task { try await socket.emitWithAck("q", timeout: .seconds(5)) }
            _ = await self.heard(by: session)
            // The event is out, and its timer is set right after: time moves until both have happened.
            let clock = Task { while !Task.isCancelled { await self.loop.advanceTime(by: .seconds(5)) } }
            await #expect(throws: AcknowledgementError.timeout) { try await waiting.value }
            clock.cancel()
        }

        @Test(.timeLimit(.minutes(1))) func aCancelledTaskStopsWaiting() async throws {
            let (session, socket) = try await self.connected()
            let waiting = Task { try await socket.emitWithAck("q", timeout: .seconds(5)) }
            _ = await self.heard(by: session)
            waiting.cancel()
            await #expect(throws: AcknowledgementError.cancelled) { try await waiting.value }
            try await self.say(["30[]"], in: session)
            #expect(session.closeReason == nil)
        }
    }
}
