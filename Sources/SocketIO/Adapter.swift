public import JSON
import NIOConcurrencyHelpers
public import NIOCore

/// Which sockets of a namespace a broadcast reaches.
public struct BroadcastTarget: Sendable, Hashable {
    /// Sockets in any of these; when empty, all.
    public var rooms: Set<ByteKey> = []
    /// Except the sockets in any of these.
    public var except: Set<ByteKey> = []
    /// Only sockets of this process, where an adapter knows of others.
    public var isLocal = false

    public init(rooms: Set<ByteKey> = [], except: Set<ByteKey> = [], isLocal: Bool = false) {
        (self.rooms, self.except, self.isLocal) = (rooms, except, isLocal)
    }
}

/// Knows which sockets a namespace has and which rooms they are in, and carries to all of them what is meant for many. Any
/// thread may call. Servers that share their clients have an adapter each, which pass on to one another what concerns the
/// others' sockets; ``InMemoryAdapter`` serves a server that is alone, and each of the many for its own part.
///
/// The first group is about the sockets of this process and must not send anything: it is called under locks.
public protocol Adapter: Sendable {
    /// Adds a socket, and puts it into the room named by its id.
    func add(_ socket: Socket)
    func remove(_ socket: Socket)
    /// - Returns: false, and nothing changed, if the socket was removed or its rooms are at their limit.
    func join(_ room: String, _ socket: Socket) -> Bool
    func leave(_ room: String, _ socket: Socket)
    func rooms(of socket: Socket) -> [String]
    /// The sockets of this process, in no particular order.
    func sockets(in target: BroadcastTarget) -> [Socket]

    /// Sends an event to all that it is meant for; to those of this process by ``Namespace/deliver(_:to:)``.
    func broadcast(_ event: OutgoingEvent, to target: BroadcastTarget)
    /// Sends an event and waits for the answers; to and of this process by ``Namespace/deliverWithAck(_:to:timeout:)``.
    func broadcastWithAck(
        _ event: OutgoingEvent, to target: BroadcastTarget, timeout: TimeAmount
    ) async -> BroadcastAcknowledgements
    func fetchSockets(in target: BroadcastTarget) async throws -> [RemoteSocket]
    func join(_ rooms: [String], socketsIn target: BroadcastTarget)
    func leave(_ rooms: [String], socketsIn target: BroadcastTarget)
    func disconnect(socketsIn target: BroadcastTarget, close: Bool)

    /// Passes an event to the handlers of the other servers, by ``Namespace/receivedServerEvent(_:_:)``.
    func serverSideEmit(_ event: String, _ arguments: [JSONValue])
    /// - Returns: one list of arguments for each other server that answered.
    func serverSideEmitWithAck(
        _ event: String, _ arguments: [JSONValue], timeout: TimeAmount
    ) async throws -> [[JSONValue]]
    /// This one included.
    var serverCount: Int { get async throws }
}

/// The sockets of one process. There is no other server: what is meant for others reaches nobody, as at the reference server.
public final class InMemoryAdapter: Adapter {
    private weak let namespace: Namespace?
    private let index: NIOLockedValueBox<RoomIndex<Socket>>

    public init(namespace: Namespace) {
        self.namespace = namespace
        let maxRooms = namespace.configuration.maxRoomsPerSocket
        self.index = NIOLockedValueBox(RoomIndex(maxRoomsPerMember: maxRooms))
    }

    public func add(_ socket: Socket) {
        self.index.withLockedValue { index in
            index.add(socket)
            _ = index.join(ByteKey(socket.id), socket)
        }
    }

    public func remove(_ socket: Socket) { self.index.withLockedValue { $0.remove(socket) } }

    public func join(_ room: String, _ socket: Socket) -> Bool {
        self.index.withLockedValue { $0.join(ByteKey(room), socket) }
    }

    public func leave(_ room: String, _ socket: Socket) {
        self.index.withLockedValue { $0.leave(ByteKey(room), socket) }
    }

    public func rooms(of socket: Socket) -> [String] {
        self.index.withLockedValue { $0.rooms(of: socket).map(\.string) }
    }

    public func sockets(in target: BroadcastTarget) -> [Socket] {
        self.index.withLockedValue { $0.members(in: target.rooms, except: target.except) }
    }

    public func broadcast(_ event: OutgoingEvent, to target: BroadcastTarget) {
        self.namespace?.deliver(event, to: target)
    }

    public func broadcastWithAck(
        _ event: OutgoingEvent, to target: BroadcastTarget, timeout: TimeAmount
    ) async -> BroadcastAcknowledgements {
        await self.namespace?.deliverWithAck(event, to: target, timeout: timeout) ?? BroadcastAcknowledgements()
    }

    public func fetchSockets(in target: BroadcastTarget) -> [RemoteSocket] {
        self.sockets(in: target).map(RemoteSocket.init)
    }

    public func join(_ rooms: [String], socketsIn target: BroadcastTarget) {
        for socket in self.sockets(in: target) { socket.join(rooms) }
    }

    public func leave(_ rooms: [String], socketsIn target: BroadcastTarget) {
        for socket in self.sockets(in: target) { for room in rooms { socket.leave(room) } }
    }

    public func disconnect(socketsIn target: BroadcastTarget, close: Bool) {
        for socket in self.sockets(in: target) { socket.disconnect(close: close) }
    }

    public func serverSideEmit(_ event: String, _ arguments: [JSONValue]) {}

    public func serverSideEmitWithAck(
        _ event: String, _ arguments: [JSONValue], timeout: TimeAmount
    ) -> [[JSONValue]] { [] }

    public var serverCount: Int { 1 }
}
