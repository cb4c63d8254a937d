import EngineIO
import JSON
import NIOConcurrencyHelpers
import NIOCore
import NIOEmbedded
import Testing

@testable import SocketIO

@Suite struct BroadcastTests {
    private let server = SocketIOServer.forTests()
    private let loop = NIOAsyncTestingEventLoop()
    private var namespace: Namespace { self.server.of("/") }

    private func client() async throws -> TestSession {
        try await self.loop.executeInContext {
            let session = TestSession(self.server, on: self.loop)
            session.say("0")
            _ = session.heard()
            return session
        }
    }

    @Test func volatileEventsAreDroppedForWhoCannotTakeThem() async throws {
        let (ada, bob) = (try await self.client(), try await self.client())
        bob.isWritable.withLockedValue { $0 = false }
        self.namespace.volatile.emit("a")
        self.namespace.emit("b")
        for socket in self.namespace.sockets { socket.volatile.emit("c") }
        #expect(ada.heard() == [#"2["a"]"#, #"2["b"]"#, #"2["c"]"#])
        #expect(bob.heard() == [#"2["b"]"#])
    }

    @Test(.timeLimit(.minutes(1))) func answersAreCollectedAndTheMissingAreNamed() async throws {
        let sessions = [try await self.client(), try await self.client(), try await self.client()]
        let asking = Task { await self.namespace.emitWithAck("q", 1, timeout: .seconds(5)) }
        for session in sessions {
            while session.heard() != [#"20["q",1]"#] { await Task.yield() }
        }
        try await self.loop.executeInContext {
            sessions[1].say(#"30["one"]"#)
            sessions[2].close(reason: .transportClose)
        }
        // The timers are set by the asking thread; time moves until they have fired.
        let clock = Task { while !Task.isCancelled { await self.loop.advanceTime(by: .seconds(5)) } }
        let result = await asking.value
        clock.cancel()
        #expect(result.answers.map(\.socketID) == ["s2"])
        #expect(result.answers.first?.acknowledgement.arguments == ["one"])
        #expect(result.missing == ["s1": .timeout, "s3": .disconnected])
        #expect(!result.isComplete)
    }

    @Test(.timeLimit(.minutes(1))) func nobodyAnswersAtOnce() async {
        let result = await self.namespace.to("nobody").emitWithAck("q", timeout: .seconds(5))
        #expect(result.isComplete)
        #expect(result.answers.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func aCancelledTaskStopsWaitingForAll() async throws {
        let session = try await self.client()
        let asking = Task { await self.namespace.emitWithAck("q", timeout: .seconds(5)) }
        while session.heard().isEmpty { await Task.yield() }
        asking.cancel()
        #expect(await asking.value.missing == ["s1": .cancelled])
    }

    @Test func socketsAreMovedAndFetched() async throws {
        let (ada, bob) = (try await self.client(), try await self.client())
        self.namespace.to("s1").socketsJoin("r", "t")
        self.namespace.socketsJoin("all")
        self.namespace.in("r").socketsLeave("t")
        let sockets = try await self.namespace.fetchSockets().sorted { $0.id < $1.id }
        #expect(sockets.map { $0.rooms.sorted() } == [["all", "r", "s1"], ["all", "s2"]])
        #expect(try await self.namespace.in("r").fetchSockets().map(\.id) == ["s1"])
        sockets[1].operator.emit("hello")
        #expect((ada.heard(), bob.heard()) == ([], [#"2["hello"]"#]))
        self.namespace.socketsLeave("all")
        #expect(self.namespace.in("all").sockets.isEmpty)
        self.namespace.in("r").disconnectSockets(close: true)
        await self.loop.run()
        #expect((ada.closeReason, bob.closeReason) == (.forcedClose, nil))
    }

    // MARK: Other servers

    @Test func aServerThatIsAloneReachesNoOther() async throws {
        self.namespace.onServerEvent("q") { $0 + ["seen"] }
        self.namespace.serverSideEmit("q", 1)
        #expect(try await self.namespace.serverSideEmitWithAck("q", 1, timeout: .seconds(1)).isEmpty)
        #expect(try await self.namespace.adapter.serverCount == 1)
        #expect(await self.namespace.receivedServerEvent("q", [1]) == [1, "seen"])
        #expect(await self.namespace.receivedServerEvent("other", []) == nil)
    }
}

@Suite struct DynamicNamespaceTests {
    private let loop = EmbeddedEventLoop()

    private func say(_ message: String, _ server: SocketIOServer) -> TestSession {
        let session = TestSession(server, on: self.loop)
        session.say(message)
        return session
    }

    @Test func namespacesComeAndGoWithTheirClients() {
        let server = SocketIOServer.forTests()
        let journal = Journal()
        let orders = server.of(pattern: "order-*")
        orders.onConnection { journal.note("\($0.namespace.name) \($0.namespace.parent === orders)") }
        let (ada, bob) = (self.say("0/order-1,", server), self.say("0/order-1,", server))
        let eve = self.say("0/order-2,", server)
        #expect(journal.read() == ["/order-1 true", "/order-1 true", "/order-2 true"])
        #expect(Set(orders.namespaces.map(\.name)) == ["/order-1", "/order-2"])
        orders.emit("all")
        #expect(ada.heard().last == #"2/order-1,["all"]"#)
        #expect(eve.heard().last == #"2/order-2,["all"]"#)
        ada.close(reason: .transportClose)
        #expect(orders.namespaces.count == 2)
        bob.say("1/order-1,")
        eve.close(reason: .transportClose)
        #expect(orders.namespaces.isEmpty)
        #expect(self.say("0/other,", server).heard() == [#"4/other,{"message":"Invalid namespace"}"#])
    }

    @Test func aClosureSeesWhoAsks() {
        let server = SocketIOServer.forTests()
        _ = server.of { name, auth in name == "/room" && auth["key"] == "k" }
        let welcome = self.say(#"0/room,{"key":"k"}"#, server)
        #expect(welcome.heard() == [#"0/room,{"sid":"s1"}"#])
        #expect(self.say("0/room,", server).heard() == [#"4/room,{"message":"Invalid namespace"}"#], "though it exists by now")
    }

    @Test func namespacesThatClientsMakeAreBounded() {
        var configuration = SocketIOConfiguration()
        configuration.maxDynamicNamespaces = 2
        let server = SocketIOServer.forTests(configuration)
        _ = server.of(pattern: "/*")
        let first = self.say("0/a,", server)
        _ = self.say("0/b,", server)
        #expect(self.say("0/c,", server).heard() == [#"4/c,{"message":"Too many namespaces"}"#])
        first.say("1/a,")
        #expect(self.say("0/c,", server).heard().first?.hasPrefix("0/c,{") == true)
        // One that the application names afterwards stays, and no longer counts.
        _ = server.of("/b")
        #expect(self.say("0/d,", server).heard().first?.hasPrefix("0/d,{") == true)
    }

    @Test func aNamespaceWaitsForWhoMayComeBack() {
        var configuration = SocketIOConfiguration()
        configuration.connectionStateRecovery = ConnectionStateRecovery()
        let server = SocketIOServer.forTests(configuration)
        let parent = server.of(pattern: "/*")
        let session = self.say("0/a,", server)
        parent.emit("e")
        session.close(reason: .transportClose)
        parent.emit("missed")
        let back = self.say(#"0/a,{"pid":"p1","offset":"1"}"#, server)
        #expect(back.heard() == [#"0/a,{"sid":"s1","pid":"p1"}"#, #"2/a,["missed","2"]"#])
        back.say("1/a,")
        #expect(parent.namespaces.count == 1)
        self.loop.advanceTime(by: .minutes(2))
        #expect(parent.namespaces.isEmpty)
    }

    @Test(
        arguments: [
            ("/order-*", "/order-1", true), ("/order-*", "/order-", true), ("/order-*", "/order-1/x", false),
            ("/*/b", "/a/b", true), ("/*a*b", "/xaayb", true), ("/*", "/", true), ("/a", "/a", true), ("/a", "/ab", false),
            ("/a*", "/b", false), ("/**", "/ab", true), ("/*b", "/abab", true), ("/*a/*", "/ba/", true),
            ("/é*", "/e\u{301}", false),
        ])
    func starsStandForAnythingButASlash(pattern: String, name: String, matches: Bool) {
        #expect(NamespacePattern.matches(name, pattern) == matches)
    }
}
