import EngineIO
import JSON
import Logging
import NIOCore
import SocketIO
import Storage
import Synchronization

/// Keeps a namespace's recovery over a restart: it answers from memory and writes behind.
///
/// A packet leaves before it is on the disk, so that a crash can lose the last ones. Their offsets are never given out again,
/// and a session that comes back from before a restart is told its whole state.
final class DurableRecoveryStore: RecoveryStore {
    /// What memory has let go of and the disk has not.
    fileprivate struct Removals {
        var packets: Int?
        var wereNeeded = false
        var clients: [String] = []
    }

    private let namespace: String
    private let store: any Store
    private let log: Logger
    private let memory: InMemoryRecoveryStore
    private let removals: RemovalBox

    private final class RemovalBox: Sendable {
        let value = Mutex(Removals())
        /// Whether writes fail: it is logged once.
        let isFailing = Atomic(false)
    }

    init(_ namespace: String, limits: ConnectionStateRecovery, store: any Store, log: Logger) async throws(StorageError) {
        (self.namespace, self.store, self.log) = (namespace, store, log)
        let stored = try await store.beginRecovery(namespace)
        let snapshot = InMemoryRecoveryStore.Snapshot(
            lastOffset: stored.lastOffset, lostOffset: stored.lostOffset,
            packets: stored.packets.compactMap(RecoveryPacket.init), sessions: stored.clients.map(RecoverySession.init))
        let removals = RemovalBox()
        self.removals = removals
        self.memory = InMemoryRecoveryStore(limits: limits, restoring: snapshot) { removal in
            removals.value.withLock { $0.add(removal) }
        }
    }

    let survivesRestart = true

    var lastOffset: Int { self.memory.lastOffset }

    func append(_ packet: RecoveryPacket) {
        self.memory.append(packet)
        let stored = StoredPacket(
            namespace: self.namespace, offset: packet.offset, rooms: packet.target.rooms.map(\.string),
            except: packet.target.except.map(\.string), bytes: Self.bytes(of: packet.messages))
        self.write([.packet(stored)]) { $0.add(.packets(through: packet.offset, wereNeeded: true)) }
    }

    func skip(_ offset: Int) { self.memory.skip(offset) }

    func packets(after offset: Int) -> [RecoveryPacket]? { self.memory.packets(after: offset) }

    func connected(_ session: RecoverySession) { self.write([.client(self.stored(session))]) }

    func save(_ session: RecoverySession) {
        self.memory.save(session)
        self.write([.client(self.stored(session))])
    }

    func session(_ pid: String) -> RecoverySession? { self.memory.session(pid) }

    func remove(_ pid: String) {
        self.memory.remove(pid)
        self.write([.removeClient(namespace: self.namespace, pid: pid)])
    }

    func expire() { self.memory.expire() }

    /// Lets the disk forget what memory has forgotten. Called now and then.
    func flush() {
        self.memory.expire()
        let removals = self.removals.value.withLock { removals in
            defer { removals = Removals() }
            return removals
        }
        var changes = removals.clients.map { StoreChange.removeClient(namespace: self.namespace, pid: $0) }
        if let offset = removals.packets {
            changes.append(.removePackets(namespace: self.namespace, through: offset, wereNeeded: removals.wereNeeded))
        }
        guard !changes.isEmpty else { return }
        self.write(changes) { later in
            later.clients += removals.clients
            if let offset = removals.packets { later.add(.packets(through: offset, wereNeeded: removals.wereNeeded)) }
        }
    }

    private func write(_ changes: [StoreChange], onFailure: @escaping @Sendable (inout Removals) -> Void = { _ in }) {
        self.store.submit(changes) { [removals, log] result in
            switch result {
            case .success: removals.isFailing.store(false, ordering: .relaxed)
            case .failure(let error):
                removals.value.withLock { onFailure(&$0) }
                guard !removals.isFailing.exchange(true, ordering: .relaxed), error != .closed else { return }
                log.error("What clients may come back for cannot be stored", metadata: ["error": "\(error)"])
            }
        }
    }

    // MARK: As stored

    private func stored(_ session: RecoverySession) -> StoredClient {
        StoredClient(
            namespace: self.namespace, pid: session.pid, socketID: session.socketID, identity: session.identity,
            since: session.since, rooms: session.rooms.map { StoredClient.Room(name: $0.name, since: $0.since) })
    }

    /// Each message as its kind, its length in four bytes, and its bytes.
    private static func bytes(of messages: [EngineIOMessage]) -> [UInt8] {
        var buffer = ByteBuffer()
        for message in messages {
            let isBinary = if case .binary = message { true } else { false }
            buffer.writeInteger(UInt8(isBinary ? 1 : 0))
            buffer.writeInteger(UInt32(clamping: message.payload.readableBytes))
            buffer.writeImmutableBuffer(message.payload)
        }
        return Array(buffer.readableBytesView)
    }

    fileprivate static func messages(from bytes: [UInt8]) -> [EngineIOMessage]? {
        var buffer = ByteBuffer(bytes: bytes)
        var messages: [EngineIOMessage] = []
        while buffer.readableBytes > 0 {
            guard let kind = buffer.readInteger(as: UInt8.self), let length = buffer.readInteger(as: UInt32.self),
                let payload = buffer.readSlice(length: Int(length))
            else { return nil }
            messages.append(kind == 1 ? .binary(payload) : .text(payload))
        }
        return messages
    }
}

extension DurableRecoveryStore.Removals {
    fileprivate mutating func add(_ removal: InMemoryRecoveryStore.Removal) {
        switch removal {
        case .packets(let offset, let wereNeeded):
            self.packets = max(self.packets ?? 0, offset)
            self.wereNeeded = self.wereNeeded || wereNeeded
        case .session(let pid): self.clients.append(pid)
        }
    }
}

extension RecoveryPacket {
    fileprivate init?(_ stored: StoredPacket) {
        guard let messages = DurableRecoveryStore.messages(from: stored.bytes) else { return nil }
        let target = BroadcastTarget(rooms: Set(stored.rooms.map(ByteKey.init)), except: Set(stored.except.map(ByteKey.init)))
        self.init(offset: stored.offset, target: target, messages: messages)
    }
}

extension RecoverySession {
    fileprivate init(_ stored: StoredClient) {
        self.init(
            pid: stored.pid, socketID: stored.socketID, identity: stored.identity, since: stored.since,
            rooms: stored.rooms.map { Room(name: $0.name, since: $0.since) }, data: SocketData())
    }
}
