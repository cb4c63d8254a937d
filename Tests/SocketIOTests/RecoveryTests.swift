import EngineIO
import JSON
import NIOConcurrencyHelpers
import NIOCore
import NIOEmbedded
import Testing

@testable import SocketIO

@Suite struct RecoveryTests {
    private let loop = EmbeddedEventLoop()
    private let clock = NIOLockedValueBox(NIODeadline.uptimeNanoseconds(0))

    private func server(_ change: (inout ConnectionStateRecovery) -> Void = { _ in }) -> SocketIOServer {
        var recovery = ConnectionStateRecovery()
        change(&recovery)
        let (limits, clock) = (recovery, self.clock)
        recovery.makeStore = { _ in InMemoryRecoveryStore(limits: limits, now: { clock.withLockedValue { $0 } }) }
        var configuration = SocketIOConfiguration()
        configuration.connectionStateRecovery = recovery
        return SocketIOServer.forTests(configuration)
    }

    private func advance(_ time: TimeAmount) {
        self.clock.withLockedValue { $0 = $0 + time }
        self.loop.advanceTime(by: time)
    }

    /// Connects and forgets what was heard so far.
    private func client(_ server: SocketIOServer, _ auth: String = "") -> TestSession {
        let session = TestSession(server, on: self.loop)
        session.say("0" + auth)
        _ = session.heard()
        return session
    }

    /// Connects with a recovery id.
    private func comeBack(_ server: SocketIOServer, _ pid: String = "p1", _ offset: String? = "1") -> TestSession {
        let session = TestSession(server, on: self.loop)
        session.say(#"0{"pid":"\#(pid)"\#(offset.map { #","offset":"\#($0)""# } ?? "")}"#)
        return session
    }

    private func socket(_ server: SocketIOServer, _ id: String = "s1") -> Socket? {
        server.of("/").sockets.first { $0.id == id }
    }

    private static let isNew = #"0{"sid":"s2","pid":"p2"}"#

    // MARK: On the wire

    @Test func theClientGetsARecoveryIDAndOffsets() throws {
        let server = self.server()
        let session = TestSession(server, on: self.loop)
        session.say("0")
        let socket = try #require(self.socket(server))
        #expect(!socket.recovered)
        socket.emit("a", 1)
        server.of("/").emit("b")
        socket.batch {
            $0.emit("c")
            $0.emit("d", .attachment(0), attachments: [ByteBuffer(bytes: [7])])
        }
        #expect(
            session.flushes() == [
                [#"0{"sid":"s1","pid":"p1"}"#], [#"2["a",1,"1"]"#], [#"2["b","2"]"#],
                [#"2["c","3"]"#, #"51-["d",{"_placeholder":true,"num":0},"4"]"#, "<7>"],
            ])
    }

    @Test func acknowledgementsCarryNoOffset() throws {
        let server = self.server()
        let session = self.client(server)
        let socket = try #require(self.socket(server))
        socket.on("q") { $0.acknowledge("yes") }
        socket.emit("ask", arguments: ["x"], timeout: .seconds(1)) { _ in }
        session.say(#"25["q"]"#)
        #expect(session.heard() == [#"20["ask","x"]"#, #"35["yes"]"#])
    }

    /// A client takes the string at the end of any event for an offset, so a volatile event has to name the right one.
    @Test func aVolatileEventNamesTheLastOffsetAndIsNotKept() throws {
        let server = self.server()
        let session = self.client(server)
        let socket = try #require(self.socket(server))
        socket.emit("a")
        socket.volatile.emit("b", "text")
        #expect(session.heard() == [#"2["a","1"]"#, #"2["b","text","1"]"#])
        session.close(reason: .transportClose)
        socket.namespace.volatile.emit("missed")
        #expect(self.comeBack(server).heard() == [#"0{"sid":"s1","pid":"p1"}"#])
    }

    @Test func withoutRecoveryThereIsNone() {
        let server = SocketIOServer.echo()
        let session = self.comeBack(server)
        session.say(#"2["echo"]"#)
        #expect(session.heard() == [#"0{"sid":"s1"}"#, #"2["echo"]"#])
    }

    // MARK: Coming back

    private enum Name: SocketDataKey { typealias Value = String }

    @Test func aClientGetsItsSocketBackAndWhatItMissed() throws {
        let server = self.server()
        let namespace = server.of("/")
        let recovered = NIOLockedValueBox<[Bool]>([])
        namespace.onConnection { socket in recovered.withLockedValue { $0.append(socket.recovered) } }
        let session = self.client(server)
        let first = try #require(self.socket(server))
        first.data[Name.self] = "Ada"
        first.join("r", "gone")
        first.leave("gone")
        namespace.emit("seen")
        session.close(reason: .transportClose)
        namespace.emit("all", .attachment(0), attachments: [ByteBuffer(bytes: [1])])
        namespace.to("r").emit("room")
        namespace.to("other").emit("other")
        namespace.to("gone").emit("left")
        namespace.except("r").emit("not in r")
        first.emit("own", 5)
        #expect(namespace.sockets.isEmpty)

        let back = self.comeBack(server)
        #expect(
            back.flushes() == [
                [
                    #"0{"sid":"s1","pid":"p1"}"#, #"51-["all",{"_placeholder":true,"num":0},"2"]"#, "<1>", #"2["room","3"]"#,
                    #"2["own",5,"7"]"#,
                ]
            ])
        let second = try #require(self.socket(server))
        #expect(second !== first)
        #expect(second.recovered)
        #expect(second.data[Name.self] == "Ada")
        #expect(second.rooms.sorted() == ["r", "s1"])
        #expect(recovered.withLockedValue { $0 } == [false, true])
        namespace.to("r").emit("live")
        first.emit("late")
        #expect(back.heard() == [#"2["live","8"]"#, #"2["late","9"]"#])
    }

    @Test func aClientMayComeBackAgainAndAgain() {
        let server = self.server()
        var session = self.client(server)
        for offset in 1...3 {
            server.of("/").emit("e")
            session.close(reason: .pingTimeout)
            server.of("/").emit("missed")
            session = self.comeBack(server, "p1", String(offset * 2 - 1))
            #expect(session.heard() == [#"0{"sid":"s1","pid":"p1"}"#, #"2["missed","\#(offset * 2)"]"#])
        }
    }

    /// The first packet can be the one that is lost.
    @Test func aClientThatGotNothingYetComesBackWithoutAnOffset() {
        let server = self.server()
        server.of("/").emit("before")
        let session = self.client(server)
        session.close(reason: .transportError)
        server.of("/").emit("missed")
        #expect(self.comeBack(server, "p1", nil).heard() == [#"0{"sid":"s1","pid":"p1"}"#, #"2["missed","2"]"#])
    }

    @Test func nothingIsReplayedFromBeforeARoomWasEntered() throws {
        let server = self.server()
        let session = self.client(server)
        let socket = try #require(self.socket(server))
        server.of("/").emit("e")
        server.of("/").to("r").emit("secret")
        socket.join("r")
        server.of("/").to("r").emit("open")
        session.close(reason: .transportClose)
        #expect(self.comeBack(server).heard() == [#"0{"sid":"s1","pid":"p1"}"#, #"2["open","3"]"#])
        // Rooms are entered as often as they were left.
        let second = try #require(self.socket(server))
        second.leave("r")
        server.of("/").to("r").emit("secret")
        second.join("r")
    }

    @Test(
        arguments: [.transportClose, .transportError, .pingTimeout, .forcedClose, .serverShuttingDown, .slowClient]
            as [EngineIOCloseReason])
    func whoLostTheConnectionMayComeBack(reason: EngineIOCloseReason) {
        let server = self.server()
        let session = self.client(server)
        server.of("/").emit("e")
        session.close(reason: reason)
        #expect(self.comeBack(server).heard() == [#"0{"sid":"s1","pid":"p1"}"#])
    }

    @Test(arguments: ["client", "server", "violation"]) func whoLeftIsNew(how: String) throws {
        let server = self.server()
        let session = self.client(server)
        server.of("/").emit("e")
        switch how {
        case "client": session.say("1")
        case "server": try #require(self.socket(server)).disconnect()
        default: session.say("nonsense")
        }
        #expect(self.comeBack(server).heard() == [Self.isNew])
        #expect(self.socket(server, "s2")?.recovered == false)
    }

    // MARK: Forgery

    @Test(
        arguments: [
            ("p1", "9"), ("p1", "-1"), ("p1", "+1"), ("p1", ""), ("p1", "1e0"), ("p1", "'; DROP"), ("p2", "1"), ("", "1"),
            ("p1", String(repeating: "9", count: 16)), ("p1", String(repeating: "9", count: 400)), ("p1", "0"),
            (String(repeating: "p", count: 100_000), "1"),
        ])
    func whatWasNotGivenOutIsNotBelieved(pid: String, offset: String) {
        let server = self.server()
        server.of("/").emit("before")
        let session = self.client(server)
        server.of("/").emit("e")
        session.close(reason: .transportClose)
        #expect(self.comeBack(server, pid, offset).heard() == [Self.isNew])
        #expect(self.comeBack(server, "p1", "2").heard() == [#"0{"sid":"s1","pid":"p1"}"#], "the owner can still come back")
    }

    @Test(arguments: [
        #"{"pid":1,"offset":"1"}"#, #"{"pid":"p1","offset":1}"#, #"{"pid":"p1","offset":null}"#, #"{"pid":["p1"]}"#,
    ])
    func otherTypesAreNotBelieved(auth: String) {
        let server = self.server()
        let session = self.client(server)
        server.of("/").emit("e")
        session.close(reason: .transportClose)
        let other = TestSession(server, on: self.loop)
        other.say("0" + auth)
        #expect(other.heard() == [Self.isNew])
    }

    /// Its network was gone, and the server has not noticed.
    @Test func aClientTakesOverItsHalfOpenConnection() throws {
        let server = self.server()
        let journal = Journal()
        server.of("/").onConnection { socket in
            journal.note("\(socket.id) came")
            socket.onDisconnect { journal.note("\(socket.id) left: \($0.rawValue)") }
        }
        let old = self.client(server)
        let socket = try #require(self.socket(server))
        socket.join("room")
        server.of("/").emit("a")
        server.of("/").to("room").emit("lost")
        let new = self.comeBack(server)
        self.loop.run()
        #expect(new.heard() == [#"0{"sid":"s1","pid":"p1"}"#, #"2["lost","2"]"#])
        #expect(old.closeReason == .transportClose && new.closeReason == nil)
        let back = try #require(self.socket(server))
        #expect(back !== socket && back.recovered && Set(back.rooms) == ["s1", "room"])
        #expect(journal.read() == ["s1 came", "s1 left: transport close", "s1 came"])
        server.of("/").to("room").emit("b")
        #expect(new.heard() == [#"2["b","3"]"#] && server.of("/").sockets.count == 1)
    }

    @Test func onlyTheSameClientTakesOver() {
        let server = self.server { $0.identity = { $0.auth["user"]?.stringValue } }
        let old = self.client(server, #"{"user":"ann"}"#)
        let thief = TestSession(server, on: self.loop)
        thief.say(#"0{"user":"bob","pid":"p1"}"#)
        self.loop.run()
        #expect(thief.heard() == [Self.isNew] && old.closeReason == nil && server.of("/").sockets.count == 2)
    }

    @Test func aClientThatGoesWhileItTakesOverLeavesNothing() {
        let server = self.server()
        let old = self.client(server)
        let new = self.comeBack(server, "p1", nil)
        new.close(reason: .transportError)
        self.loop.run()
        #expect(new.heard().isEmpty && old.closeReason == .transportClose && server.of("/").sockets.isEmpty)
        #expect(self.comeBack(server, "p1", nil).heard() == [#"0{"sid":"s1","pid":"p1"}"#])
    }

    @Test func anEndedConnectionIsTakenUpOnce() {
        let server = self.server()
        let session = self.client(server)
        server.of("/").emit("e")
        session.close(reason: .transportClose)
        #expect(self.comeBack(server, "p9").heard() == [Self.isNew])
        #expect(self.comeBack(server).heard() == [#"0{"sid":"s1","pid":"p1"}"#])
    }

    /// Both find the old connection half open.
    @Test func ofTwoThatTakeOverOneIsNew() {
        let server = self.server()
        let old = self.client(server)
        server.of("/").emit("e")
        let (first, second) = (self.comeBack(server), self.comeBack(server))
        self.loop.run()
        #expect(old.closeReason == .transportClose && server.of("/").sockets.count == 2)
        #expect(first.heard() == [#"0{"sid":"s1","pid":"p1"}"#] && second.heard() == [Self.isNew])
    }

    @Test func aRecoveryIDIsOfNoUseToAnother() {
        let server = self.server { $0.identity = { $0.auth["user"]?.stringValue } }
        let session = self.client(server, #"{"user":"ada"}"#)
        server.of("/").emit("e")
        session.close(reason: .transportClose)
        let (eve, ada) = (TestSession(server, on: self.loop), TestSession(server, on: self.loop))
        eve.say(#"0{"user":"eve","pid":"p1","offset":"1"}"#)
        #expect(eve.heard() == [Self.isNew])
        ada.say(#"0{"user":"ada","pid":"p1","offset":"1"}"#)
        #expect(ada.heard() == [#"0{"sid":"s1","pid":"p1"}"#])
    }

    @Test func aRecoveryIDIsLongAndRandom() {
        let ids = (0..<1_000).map { _ in SocketIOServer.Randomness().makeRecoveryID() }
        #expect(Set(ids).count == 1_000)
        #expect(ids.allSatisfy { $0.utf8.count == 24 })
    }

    // MARK: Bounds

    @Test func whoStaysAwayTooLongIsNew() {
        for (seconds, comesBack) in [(Int64(119), true), (120, false)] {
            let server = self.server()
            let session = self.client(server)
            server.of("/").emit("e")
            session.close(reason: .transportClose)
            self.advance(.seconds(seconds))
            // The packet of its offset is as old as its absence.
            #expect((self.comeBack(server).heard() == [#"0{"sid":"s1","pid":"p1"}"#]) == comesBack)
        }
    }

    /// Its last event is older than anything that is kept, and it missed nothing since.
    @Test func whoRarelyGetsAnEventComesBackToo() {
        let server = self.server { $0.maxPackets = 10 }
        let session = self.client(server)
        server.of("/").emit("e")
        for _ in 1...5 {
            server.of("/").to("others").emit("e")
            self.advance(.minutes(1))
        }
        session.close(reason: .transportClose)
        server.of("/").emit("missed")
        #expect(self.comeBack(server).heard() == [#"0{"sid":"s1","pid":"p1"}"#, #"2["missed","7"]"#])
    }

    @Test func packetsAreBoundedInNumber() {
        for (missed, comesBack) in [(3, true), (4, false)] {
            let server = self.server { $0.maxPackets = 3 }
            let session = self.client(server)
            server.of("/").emit("e")
            session.close(reason: .transportClose)
            for _ in 0..<missed { server.of("/").emit("missed") }
            #expect((self.comeBack(server).heard().count == missed + 1) == comesBack)
        }
    }

    @Test func packetsAreBoundedInBytes() {
        for (missed, comesBack) in [(2, true), (3, false)] {
            let server = self.server { $0.maxBytes = 2_400 }
            let session = self.client(server)
            server.of("/").emit("e")
            session.close(reason: .transportClose)
            for _ in 0..<missed { server.of("/").emit("missed", .string(String(repeating: "x", count: 1_000))) }
            #expect((self.comeBack(server).heard().count == missed + 1) == comesBack)
        }
    }

    @Test func absentClientsAreBounded() {
        let server = self.server { $0.maxSessions = 2 }
        let sessions = (1...3).map { _ in self.client(server) }
        server.of("/").emit("e")
        for session in sessions { session.close(reason: .transportClose) }
        #expect(self.comeBack(server, "p1").heard() == [#"0{"sid":"s4","pid":"p4"}"#])
        #expect(self.comeBack(server, "p2").heard() == [#"0{"sid":"s2","pid":"p2"}"#])
        #expect(self.comeBack(server, "p3").heard() == [#"0{"sid":"s3","pid":"p3"}"#])
    }

    @Test func clientsThatComeAndGoLeaveNothing() {
        let store = InMemoryRecoveryStore(limits: ConnectionStateRecovery(), now: { [clock] in clock.withLockedValue { $0 } })
        let session = RecoverySession(pid: "p", socketID: "s", identity: nil, since: 0, rooms: [], data: SocketData())
        for _ in 0..<50_000 {
            store.save(session)
            store.remove("p")
        }
        store.save(session)
        #expect(store.session("p") != nil)
        #expect(store.size.endings <= 20_017)
        store.append(RecoveryPacket(offset: 1, target: BroadcastTarget(), messages: []))
        self.advance(.minutes(3))
        store.expire()
        #expect(store.size == (0, 0, 0))
    }

    // MARK: Middleware

    @Test func middlewareIsSkippedOnlyIfAsked() throws {
        let server = self.server { $0.skipMiddlewares = true }
        let session = self.client(server)
        server.of("/").emit("e")
        session.close(reason: .transportClose)
        // A middleware cannot finish on this loop, so whoever is connected has passed by it.
        server.of("/").use { _ in }
        #expect(self.comeBack(server).heard() == [#"0{"sid":"s1","pid":"p1"}"#])
        #expect(TestSession(server, on: self.loop).heard().isEmpty)
    }

    @Test func whoGoesAgainBeforeTheMiddlewareIsDoneMayComeBack() throws {
        let server = self.server { $0.skipMiddlewares = false }
        let session = self.client(server)
        server.of("/").emit("e")
        session.close(reason: .transportClose)
        server.of("/").use { _ in
            // Ends only by cancellation, which throws.
            try await Task.sleep(for: .seconds(600))
        }
        let waiting = self.comeBack(server)
        #expect(waiting.heard().isEmpty)
        waiting.close(reason: .transportClose)
        let store = try #require(server.of("/").recovery)
        #expect(store.claim(SocketHandshake(auth: ["pid": "p1", "offset": "1"], request: session.handshake)) != nil)
    }

    /// While a middleware takes its time, more can be sent than is kept.
    @Test func whoCannotGetAllItMissedIsNewAfterAll() throws {
        let server = self.server { $0.maxPackets = 1 }
        let session = self.client(server)
        server.of("/").emit("e")
        session.close(reason: .transportClose)
        let recovery = try #require(server.of("/").recovery)
        let handshake = SocketHandshake(auth: ["pid": "p1", "offset": "1"], request: session.handshake)
        let claim = try #require(recovery.claim(handshake))
        for _ in 1...2 { server.of("/").emit("missed") }
        var state = try #require(SocketRecovery(SocketIdentity(claim)))
        let missed = state.enter(recovery, newPID: { "new" })
        #expect(missed.isEmpty)
        #expect((state.pid, state.since, state.claim == nil) == ("new", 3, true))
    }

    // MARK: Pieces

    @Test func aPieceHasAnOffsetAndIsNotKept() throws {
        let server = self.server()
        let session = self.client(server)
        let socket = try #require(self.socket(server))
        socket.emit("a")
        #expect(socket.emitPiece("piece", "x") == 2)
        #expect(socket.emitPiece("piece", "y") == 3)
        socket.emit("b")
        #expect(session.heard() == [#"2["a","1"]"#, #"2["piece","x","2"]"#, #"2["piece","y","3"]"#, #"2["b","4"]"#])
        session.close(reason: .transportClose)
        #expect(socket.emitPiece("piece", "z") == nil)
        let back = self.comeBack(server, "p1", "2")
        #expect(back.heard() == [#"0{"sid":"s1","pid":"p1"}"#, #"2["b","4"]"#])
        #expect(self.socket(server)?.recoveredOffset == 2)
    }

    @Test func withoutRecoveryAPieceIsAnEvent() throws {
        let server = SocketIOServer.forTests(SocketIOConfiguration())
        let session = self.client(server)
        let socket = try #require(self.socket(server))
        #expect(socket.emitPiece("piece", "x") == nil)
        #expect(session.heard() == [#"2["piece","x"]"#])
        #expect(socket.recoveredOffset == nil)
    }

    // MARK: Over a restart

    /// Writes down what it is told, and answers from memory.
    private final class WrittenStore: RecoveryStore {
        let memory: InMemoryRecoveryStore
        let told = NIOLockedValueBox<[String: RecoverySession]>([:])
        let packets = NIOLockedValueBox<[RecoveryPacket]>([])
        let survivesRestart = true

        init(_ memory: InMemoryRecoveryStore) { self.memory = memory }

        var lastOffset: Int { self.memory.lastOffset }
        func append(_ packet: RecoveryPacket) {
            self.packets.withLockedValue { $0.append(packet) }
            self.memory.append(packet)
        }
        func skip(_ offset: Int) { self.memory.skip(offset) }
        func packets(after offset: Int) -> [RecoveryPacket]? { self.memory.packets(after: offset) }
        func connected(_ session: RecoverySession) { self.told.withLockedValue { $0[session.pid] = session } }
        func save(_ session: RecoverySession) { self.memory.save(session) }
        func session(_ pid: String) -> RecoverySession? { self.memory.session(pid) }
        func remove(_ pid: String) {
            self.told.withLockedValue { $0[pid] = nil }
            self.memory.remove(pid)
        }
        func expire() { self.memory.expire() }
    }

    private func server(_ store: WrittenStore) -> SocketIOServer {
        self.server { _ in
        } store: { _ in
            store
        }
    }

    private func server(
        _ change: (inout ConnectionStateRecovery) -> Void, store: @escaping @Sendable (String) -> any RecoveryStore
    ) -> SocketIOServer {
        var recovery = ConnectionStateRecovery()
        change(&recovery)
        recovery.makeStore = store
        var configuration = SocketIOConfiguration()
        configuration.connectionStateRecovery = recovery
        return SocketIOServer.forTests(configuration)
    }

    private func memory(_ limits: ConnectionStateRecovery = ConnectionStateRecovery()) -> InMemoryRecoveryStore {
        InMemoryRecoveryStore(limits: limits, now: { [clock] in clock.withLockedValue { $0 } })
    }

    @Test func aClientComesBackToAnotherProcess() throws {
        let written = WrittenStore(self.memory())
        let server = self.server(written)
        let session = self.client(server)
        let socket = try #require(self.socket(server))
        socket.join("r", "left")
        socket.leave("left")
        server.of("/").emit("seen")
        for event in ["one", "two"] { server.of("/").to("r").emit(event) }
        server.of("/").to("left").emit("three")
        #expect(session.heard().count == 3)
        // Nobody says goodbye. The next process has what was written.
        let next = WrittenStore(self.memory())
        next.memory.restore(
            .init(
                lastOffset: 1_000, lostOffset: 0, packets: written.packets.withLockedValue { $0 },
                sessions: written.told.withLockedValue { Array($0.values) }))
        let second = self.server(next)
        let back = self.comeBack(second, "p1", "2")
        #expect(back.heard() == [#"0{"sid":"s1","pid":"p1"}"#, #"2["two","3"]"#])
        let again = try #require(self.socket(second))
        #expect(Set(again.rooms) == ["s1", "r"])
        #expect(again.recovered)
        second.of("/").to("r").emit("new")
        #expect(back.heard() == [#"2["new","1001"]"#])
        // What the first process sent last and did not write is not asked for.
        back.close(reason: .transportClose)
        #expect(self.comeBack(second, "p1", "900").heard() == [#"0{"sid":"s1","pid":"p1"}"#, #"2["new","1001"]"#])
    }

    @Test(arguments: [("4", false), ("5", true)])
    func whoMissedWhatWasLostBeforeARestartIsNew(offset: String, isRecovered: Bool) {
        let written = WrittenStore(self.memory())
        let session = self.client(self.server(written))
        let next = WrittenStore(self.memory())
        let sessions = written.told.withLockedValue { Array($0.values) }
        #expect(sessions.count == 1)
        next.memory.restore(.init(lastOffset: 1_000, lostOffset: 5, packets: [], sessions: sessions))
        // Taken, or left for nobody. The client's new id would tell nothing: the ids of tests begin anew with the server.
        let back = self.comeBack(self.server(next), "p1", offset)
        #expect((next.memory.session("p1") == nil) == isRecovered)
        _ = (session, back)
    }

    @Test func whoLeftBeforeARestartIsForgotten() {
        let written = WrittenStore(self.memory())
        let server = self.server(written)
        let (leaving, losing) = (self.client(server), self.client(server))
        #expect(written.told.withLockedValue { $0.keys.sorted() } == ["p1", "p2"])
        leaving.say("1")
        losing.close(reason: .transportClose)
        #expect(written.told.withLockedValue { $0.keys.sorted() } == ["p2"])
    }

    @Test func theStoreTellsWhatItLetsGoOf() {
        let removals = NIOLockedValueBox<[String]>([])
        var limits = ConnectionStateRecovery()
        (limits.maxPackets, limits.maxSessions) = (2, 1)
        let store = InMemoryRecoveryStore(
            limits: limits,
            removed: { removal in
                removals.withLockedValue {
                    switch removal {
                    case .packets(let offset, let wereNeeded): $0.append("\(offset) \(wereNeeded)")
                    case .session(let pid): $0.append(pid)
                    }
                }
            }, now: { [clock] in clock.withLockedValue { $0 } })
        for offset in 1...3 { store.append(RecoveryPacket(offset: offset, target: BroadcastTarget(), messages: [])) }
        for pid in ["p1", "p2"] {
            store.save(
                RecoverySession(pid: pid, socketID: "s", identity: nil, since: 0, rooms: [], data: SocketData()))
        }
        #expect(removals.withLockedValue { $0 } == ["1 true", "p1"])
        self.advance(.minutes(10))
        store.expire()
        #expect(removals.withLockedValue { $0 } == ["1 true", "p1", "3 false", "p2"])
    }
}
