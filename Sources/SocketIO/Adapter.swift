import JSON
import NIOConcurrencyHelpers

/// Which sockets of a namespace a broadcast reaches.
struct BroadcastTarget: Sendable {
    /// Sockets in any of these; when empty, all.
    var rooms: Set<ByteKey> = []
    /// Except the sockets in any of these.
    var except: Set<ByteKey> = []
    /// Only sockets of this process, where an adapter knows of others.
    var isLocal = false
}

/// Knows which sockets a namespace has and which rooms they are in, and carries broadcasts to them. Any thread may call.
/// The place where servers that share their clients would be joined.
protocol Adapter: Sendable {
    /// Adds a socket, and puts it into the room named by its id.
    func add(_ socket: Socket)
    func remove(_ socket: Socket)
    /// - Returns: false, and nothing changed, if the socket was removed or its rooms are at their limit.
    func join(_ room: ByteKey, _ socket: Socket) -> Bool
    func leave(_ room: ByteKey, _ socket: Socket)
    func rooms(of socket: Socket) -> [String]
    func sockets(in target: BroadcastTarget) -> [Socket]
    func broadcast(_ packet: EncodedPacket, to target: BroadcastTarget)
}

/// The sockets of one process.
final class InMemoryAdapter: Adapter {
    private let index: NIOLockedValueBox<RoomIndex<Socket>>

    init(maxRoomsPerSocket: Int) { self.index = NIOLockedValueBox(RoomIndex(maxRoomsPerMember: maxRoomsPerSocket)) }

    func add(_ socket: Socket) {
        self.index.withLockedValue { index in
            index.add(socket)
            _ = index.join(ByteKey(socket.id), socket)
        }
    }

    func remove(_ socket: Socket) { self.index.withLockedValue { $0.remove(socket) } }

    func join(_ room: ByteKey, _ socket: Socket) -> Bool { self.index.withLockedValue { $0.join(room, socket) } }

    func leave(_ room: ByteKey, _ socket: Socket) { self.index.withLockedValue { $0.leave(room, socket) } }

    func rooms(of socket: Socket) -> [String] { self.index.withLockedValue { $0.rooms(of: socket).map(\.string) } }

    func sockets(in target: BroadcastTarget) -> [Socket] {
        self.index.withLockedValue { $0.members(in: target.rooms, except: target.except) }
    }

    func broadcast(_ packet: EncodedPacket, to target: BroadcastTarget) {
        // Sending outside the lock: on its own event loop a session acts at once.
        for socket in self.sockets(in: target) { socket.send(packet) }
    }
}
