import JSON
import NIOConcurrencyHelpers
import NIOCore

/// Recovery in one namespace: who may come back, and what it missed.
///
/// What concerns offsets happens under the delivery's lock, so that a packet is either kept for a client or sent to it, and
/// its offset tells which.
final class NamespaceRecovery: Sendable {
    /// A client that showed the id of a connection of its own that ended.
    struct Claim: Sendable {
        let session: RecoverySession
        /// The last packet that the client has.
        let offset: Int
    }

    let configuration: ConnectionStateRecovery
    let delivery: OrderedDelivery
    private let store: any RecoveryStore
    /// The sockets of clients that may come back, by recovery id, as long as they are connected.
    private let connected = NIOLockedValueBox<[ByteKey: Socket]>([:])

    init(_ configuration: ConnectionStateRecovery, delivery: OrderedDelivery, store: any RecoveryStore) {
        (self.configuration, self.delivery, self.store) = (configuration, delivery, store)
    }

    // MARK: Sending

    /// Gives an event its offset, keeps it unless it is volatile, and hands it on in its turn.
    /// - Parameters:
    ///   - event: as it travels, up to its closing bracket.
    ///   - sockets: asked for under the lock.
    func send(
        _ event: OpenEvent, isVolatile: Bool, to target: BroadcastTarget, sockets: () -> [Socket],
        action: @escaping @Sendable (EncodedPacket, [Socket]) -> Void
    ) {
        self.delivery.perform {
            let packet = self.keep(event, isVolatile: isVolatile, for: target)
            let receivers = sockets()
            guard !receivers.isEmpty else { return nil }
            return { action(packet, receivers) }
        }
    }

    /// Under the delivery's lock.
    func keep(_ event: OpenEvent, isVolatile: Bool, for target: BroadcastTarget) -> EncodedPacket {
        // A volatile event says how far the client is, as a string at its end would be taken for an offset anyway.
        guard !isVolatile else { return event.packet(offset: self.store.lastOffset) }
        let offset = self.store.lastOffset + 1
        let packet = event.packet(offset: offset)
        self.store.append(RecoveryPacket(offset: offset, target: target, messages: packet.messages))
        return packet
    }

    /// Gives an event an offset of its own, without keeping it. Under the delivery's lock.
    func pass(_ event: OpenEvent) -> (offset: Int, packet: EncodedPacket) {
        let offset = self.store.lastOffset + 1
        self.store.skip(offset)
        return (offset, event.packet(offset: offset))
    }

    /// Under the delivery's lock.
    var lastOffset: Int { self.store.lastOffset }

    /// Under the delivery's lock: a client connected, or is in other rooms than before.
    func changed(_ session: () -> RecoverySession?) {
        guard self.store.survivesRestart, let session = session() else { return }
        self.store.connected(session)
    }

    // MARK: Going and coming back

    func entered(_ socket: Socket, pid: String) { self.connected.withLockedValue { $0[ByteKey(pid)] = socket } }

    func left(_ socket: Socket, pid: String) {
        self.connected.withLockedValue { connected in
            if connected[ByteKey(pid)] === socket { connected[ByteKey(pid)] = nil }
        }
    }

    /// The socket of the connection that this client had and has lost, which the server has not noticed yet.
    func halfOpen(_ handshake: SocketHandshake) -> Socket? {
        guard let pid = handshake.auth["pid"]?.stringValue, pid.utf8.count <= 256,
            let socket = self.connected.withLockedValue({ $0[ByteKey(pid)] }),
            let returning = socket.returning,
            returning.withLockedValue({ $0.identity }).map({ ByteKey($0) }) == self.identity(of: handshake).map({ ByteKey($0) })
        else { return nil }
        return socket
    }

    func save(_ session: RecoverySession) { self.delivery.locked { self.store.save(session) } }

    /// The client left for good.
    func forget(_ pid: String) {
        self.delivery.locked { if self.store.survivesRestart { self.store.remove(pid) } }
    }

    func expire() { self.delivery.locked { self.store.expire() } }

    /// The client's ended connection, which is then taken. `nil` for a client that shows no id, or one that is unknown, used,
    /// too old or another's; it is a new connection then.
    func claim(_ handshake: SocketHandshake) -> Claim? {
        guard let pid = handshake.auth["pid"]?.stringValue, pid.utf8.count <= 256 else { return nil }
        let (offset, identity) = (handshake.auth["offset"], self.identity(of: handshake).map { ByteKey($0) })
        return self.delivery.locked {
            guard let session = self.store.session(pid), session.identity.map({ ByteKey($0) }) == identity else { return nil }
            // Absent if the client got no event before it lost its connection.
            guard let offset = offset == nil ? session.since : Self.parse(offset?.stringValue),
                offset >= session.since, self.store.packets(after: offset) != nil
            else { return nil }
            self.store.remove(pid)
            return Claim(session: session, offset: offset)
        }
    }

    func identity(of handshake: SocketHandshake) -> String? { self.configuration.identity?(handshake) }

    /// Under the delivery's lock: what was sent after the client's offset to rooms that it was already in. `nil` if that is
    /// no longer known in full.
    func missed(_ claim: Claim) -> [RecoveryPacket]? {
        var rooms: [ByteKey: Int] = [:]
        for room in claim.session.rooms { rooms[ByteKey(room.name)] = room.since }
        return self.store.packets(after: claim.offset)?.filter { packet in
            let target = packet.target
            let isIn = target.rooms.isEmpty || target.rooms.contains { rooms[$0].map { $0 < packet.offset } ?? false }
            return isIn && !target.except.contains { rooms[$0].map { $0 < packet.offset } ?? false }
        }
    }

    /// Sixteen decimal digits at most, so that no number overflows.
    private static func parse(_ offset: String?) -> Int? {
        guard let digits = offset?.utf8, (1...16).contains(digits.count),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}

extension DisconnectReason {
    /// Whether a client that went for this reason may mean to come back. See ``ConnectionStateRecovery``.
    public var isRecoverable: Bool {
        switch self {
        case .transportClose, .transportError, .pingTimeout, .forcedClose, .serverShuttingDown, .slowClient: true
        case .clientNamespaceDisconnect, .serverNamespaceDisconnect, .parseError: false
        }
    }
}
