import JSON
import NIOConcurrencyHelpers
import NIOCore
import NIOEmbedded
import Testing

@testable import SocketIO

/// An adapter of the application's own carries what is meant for many.
@Suite struct AdapterTests {
    /// Notes what is broadcast, and leaves all else to the one in memory.
    private final class NotingAdapter: Adapter {
        let memory: InMemoryAdapter
        let journal: Journal

        init(_ namespace: Namespace, _ journal: Journal) {
            (self.memory, self.journal) = (InMemoryAdapter(namespace: namespace), journal)
        }

        func add(_ socket: Socket) { self.memory.add(socket) }
        func remove(_ socket: Socket) { self.memory.remove(socket) }
        func join(_ room: String, _ socket: Socket) -> Bool { self.memory.join(room, socket) }
        func leave(_ room: String, _ socket: Socket) { self.memory.leave(room, socket) }
        func rooms(of socket: Socket) -> [String] { self.memory.rooms(of: socket) }
        func sockets(in target: BroadcastTarget) -> [Socket] { self.memory.sockets(in: target) }

        func broadcast(_ event: OutgoingEvent, to target: BroadcastTarget) {
            self.journal.note("\(event.name) to \(target.rooms.map(\.string).sorted()), local: \(target.isLocal)")
            self.memory.broadcast(event, to: target)
        }

        func broadcastWithAck(
            _ event: OutgoingEvent, to target: BroadcastTarget, timeout: TimeAmount
        ) async -> BroadcastAcknowledgements { await self.memory.broadcastWithAck(event, to: target, timeout: timeout) }

        func fetchSockets(in target: BroadcastTarget) async throws -> [RemoteSocket] { self.memory.fetchSockets(in: target) }
        func join(_ rooms: [String], socketsIn target: BroadcastTarget) { self.memory.join(rooms, socketsIn: target) }
        func leave(_ rooms: [String], socketsIn target: BroadcastTarget) { self.memory.leave(rooms, socketsIn: target) }
        func disconnect(socketsIn target: BroadcastTarget, close: Bool) {
            self.memory.disconnect(socketsIn: target, close: close)
        }
        func serverSideEmit(_ event: String, _ arguments: [JSONValue]) { self.journal.note("others: \(event)") }

        func serverSideEmitWithAck(
            _ event: String, _ arguments: [JSONValue], timeout: TimeAmount
        ) async throws -> [[JSONValue]] { [arguments + ["answer"]] }

        var serverCount: Int { get async throws { 2 } }
    }

    @Test func theApplicationMakesIt() async throws {
        let journal = Journal()
        var configuration = SocketIOConfiguration()
        configuration.makeAdapter = { NotingAdapter($0, journal) }
        let server = SocketIOServer.forTests(configuration)
        let client = TestSession(server)
        client.say("0")
        _ = client.heard()
        server.of("/").emit("a")
        server.of("/").to("s1").local.emit("b")
        server.of("/").serverSideEmit("c")
        #expect(client.heard() == [#"2["a"]"#, #"2["b"]"#])
        #expect(journal.read() == ["a to [], local: false", #"b to ["s1"], local: true"#, "others: c"])
        let answers = try await server.of("/").serverSideEmitWithAck("d", 1, timeout: .seconds(1))
        #expect(answers == [[1, "answer"]])
    }
}
