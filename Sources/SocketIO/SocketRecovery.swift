import JSON
import NIOConcurrencyHelpers

/// What a socket keeps for its return, under its lock.
struct SocketRecovery: Sendable {
    var pid: String
    let identity: String?
    /// The connection that it takes up; `nil` for a new one.
    var claim: NamespaceRecovery.Claim?
    /// The last packet before the first connection.
    var since = 0
    /// The last packet before it entered each room.
    var rooms: [ByteKey: Int] = [:]
    /// Whether the socket is gone, and its client may come back for what is sent to it.
    var isAwaited = false

    init?(_ identity: SocketIdentity) {
        guard let pid = identity.pid else { return nil }
        (self.pid, self.identity, self.claim) = (pid, identity.identity, identity.claim)
    }

    /// - Returns: what was missed.
    mutating func enter(_ recovery: NamespaceRecovery, newPID: () -> String) -> [RecoveryPacket] {
        if let claim = self.claim, let missed = recovery.missed(claim) {
            self.since = claim.session.since
            for room in claim.session.rooms { self.rooms[ByteKey(room.name)] = room.since }
            return missed
        }
        // Too much was sent while a middleware took its time: a new connection after all.
        if self.claim != nil { self.pid = newPID() }
        self.claim = nil
        self.since = recovery.lastOffset
        return []
    }

    mutating func entered(_ room: String, after offset: Int) {
        if self.rooms[ByteKey(room)] == nil { self.rooms[ByteKey(room)] = offset }
    }

    func session(of socket: Socket) -> RecoverySession {
        let rooms = Set(socket.rooms).union([socket.id]).map { room in
            RecoverySession.Room(name: room, since: self.rooms[ByteKey(room)] ?? self.since)
        }
        return RecoverySession(
            pid: self.pid, socketID: socket.id, identity: self.identity, since: self.since, rooms: rooms, data: socket.data)
    }
}

extension Socket {
    /// Tells the client that it is connected, and gives it what it missed, before anything that is sent from now on.
    func enter(_ recovery: NamespaceRecovery, newPID: () -> String) {
        let connection = self.connection
        recovery.delivery.perform {
            let missed = self.returning?.withLockedValue { $0.enter(recovery, newPID: newPID) } ?? []
            self.namespace.adapter.add(self)
            let own = self.returning?.withLockedValue { $0 }
            if let pid = own?.pid { recovery.entered(self, pid: pid) }
            for room in own?.rooms.keys.map(\.string) ?? [] { _ = self.namespace.adapter.join(room, self) }
            recovery.changed { own?.session(of: self) }
            let connect = PacketEncoder.connect(namespace: self.namespace.name, id: self.id, pid: own?.pid)
            let messages = connect.messages + missed.flatMap(\.messages)
            return { connection.send(messages) }
        }
    }

    /// Keeps what the client needs if it comes back.
    /// - Returns: false if it may not.
    func save(_ reason: DisconnectReason, wasConnected: Bool) -> Bool {
        guard let recovery = self.namespace.recovery, let returning = self.returning else { return false }
        let pid = returning.withLockedValue { $0.pid }
        recovery.left(self, pid: pid)
        guard reason.isRecoverable else {
            recovery.forget(pid)
            return false
        }
        let own = returning.withLockedValue { own in
            own.isAwaited = wasConnected
            return own
        }
        if wasConnected {
            recovery.save(own.session(of: self))
        } else if let claim = own.claim {
            // Gone again before its middleware was done.
            recovery.save(claim.session)
        } else {
            return false
        }
        return true
    }
}
