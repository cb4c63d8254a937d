import DequeModule
import EngineIO
import JSON
import NIOConcurrencyHelpers
import NIOCore

/// Keeps a namespace's recovery in this process.
public final class InMemoryRecoveryStore: RecoveryStore {
    private struct State {
        var lastOffset = 0
        /// In the order of their offsets, which have gaps.
        var packets: Deque<(packet: RecoveryPacket, until: NIODeadline)> = []
        var bytes = 0
        /// The last packet that had to give way while it was of use.
        var lost: (offset: Int, until: NIODeadline)?
        var sessions: [ByteKey: (session: RecoverySession, number: Int)] = [:]
        var lastNumber = 0
        /// In the order of their ends; those of sessions that were removed or saved again do not count.
        var endings: Deque<(pid: ByteKey, number: Int, until: NIODeadline)> = []
    }

    /// Counted per packet beside its bytes, so that short ones meet the bound too.
    private static let overhead = 128

    /// A connection can be dead for as long as heartbeats need to tell, 45 s by default, before the client's absence begins.
    /// What is older than that came, so that a client which rarely gets an event can still be recovered.
    private static let heartbeatAllowance = TimeAmount.minutes(1)

    private let limits: ConnectionStateRecovery
    private let removed: (@Sendable (Removal) -> Void)?
    private let now: @Sendable () -> NIODeadline
    private let state = NIOLockedValueBox(State())

    /// What a store begins with after a restart: all clients are absent, and have their whole time to come back.
    public struct Snapshot: Sendable {
        /// Beyond every offset that was ever given out.
        public var lastOffset: Int
        /// The last packet that had to give way; 0: none.
        public var lostOffset: Int
        /// In the order of their offsets.
        public var packets: [RecoveryPacket]
        public var sessions: [RecoverySession]

        public init(lastOffset: Int, lostOffset: Int, packets: [RecoveryPacket], sessions: [RecoverySession]) {
            (self.lastOffset, self.lostOffset) = (lastOffset, lostOffset)
            (self.packets, self.sessions) = (packets, sessions)
        }
    }

    /// What the store let go of by itself.
    public enum Removal: Sendable {
        /// `wereNeeded` if a client may miss one of them.
        case packets(through: Int, wereNeeded: Bool)
        case session(pid: String)
    }

    public convenience init(limits: ConnectionStateRecovery) { self.init(limits: limits, now: { .now() }) }

    /// A store that another one, which survives a restart, answers from.
    /// - Parameters:
    ///   - limits: how much is kept, and how long.
    ///   - snapshot: what was kept when the process before this one ended.
    ///   - removed: is told of all that the store lets go of by itself. It must not call the store.
    public convenience init(
        limits: ConnectionStateRecovery, restoring snapshot: Snapshot, removed: @escaping @Sendable (Removal) -> Void
    ) {
        self.init(limits: limits, removed: removed, now: { .now() })
        self.restore(snapshot)
    }

    init(
        limits: ConnectionStateRecovery, removed: (@Sendable (Removal) -> Void)? = nil,
        now: @escaping @Sendable () -> NIODeadline
    ) {
        (self.limits, self.removed, self.now) = (limits, removed, now)
    }

    func restore(_ snapshot: Snapshot) {
        for packet in snapshot.packets { self.append(packet) }
        for session in snapshot.sessions { self.save(session) }
        let until = self.now() + self.limits.maxDisconnectionDuration + Self.heartbeatAllowance
        self.state.withLockedValue { state in
            state.lastOffset = max(state.lastOffset, snapshot.lastOffset)
            if snapshot.lostOffset > state.lost?.offset ?? 0 { state.lost = (snapshot.lostOffset, until) }
        }
    }

    public var lastOffset: Int { self.state.withLockedValue { $0.lastOffset } }

    public func skip(_ offset: Int) { self.state.withLockedValue { $0.lastOffset = offset } }

    public func append(_ packet: RecoveryPacket) {
        let now = self.now()
        self.state.withLockedValue { state in
            state.lastOffset = packet.offset
            state.packets.append((packet, now + self.limits.maxDisconnectionDuration + Self.heartbeatAllowance))
            state.bytes += Self.size(of: packet)
            self.expire(&state, now: now)
            while state.packets.count > self.limits.maxPackets || state.bytes > self.limits.maxBytes {
                state.lost = state.packets.first.map { ($0.packet.offset, $0.until) }
                Self.removeFirstPacket(&state)
                if let lost = state.lost { self.removed?(.packets(through: lost.offset, wereNeeded: true)) }
            }
        }
    }

    public func packets(after offset: Int) -> [RecoveryPacket]? {
        let now = self.now()
        return self.state.withLockedValue { state in
            self.expire(&state, now: now)
            guard (0...state.lastOffset).contains(offset) else { return nil }
            if let lost = state.lost, offset < lost.offset, now < lost.until { return nil }
            return state.packets[Self.place(after: offset, in: state.packets)...].map(\.packet)
        }
    }

    public func save(_ session: RecoverySession) {
        let now = self.now()
        let (pid, until) = (ByteKey(session.pid), now + self.limits.maxDisconnectionDuration)
        self.state.withLockedValue { state in
            self.expire(&state, now: now)
            state.lastNumber += 1
            state.sessions[pid] = (session, state.lastNumber)
            state.endings.append((pid, state.lastNumber, until))
            while state.sessions.count > self.limits.maxSessions { self.removeFirstSession(&state) }
            // Clients that come and go leave endings of no session behind.
            if state.endings.count > 2 * self.limits.maxSessions + 16 { Self.removeNeedlessEndings(&state) }
        }
    }

    public func session(_ pid: String) -> RecoverySession? {
        let now = self.now()
        return self.state.withLockedValue { state in
            self.expire(&state, now: now)
            return state.sessions[ByteKey(pid)]?.session
        }
    }

    public func remove(_ pid: String) { self.state.withLockedValue { $0.sessions[ByteKey(pid)] = nil } }

    public func expire() {
        let now = self.now()
        self.state.withLockedValue { self.expire(&$0, now: now) }
    }

    /// For tests.
    var size: (packets: Int, sessions: Int, endings: Int) {
        self.state.withLockedValue { ($0.packets.count, $0.sessions.count, $0.endings.count) }
    }

    private func expire(_ state: inout State, now: NIODeadline) {
        var last: Int?
        while let first = state.packets.first, first.until <= now {
            last = first.packet.offset
            Self.removeFirstPacket(&state)
        }
        if let last { self.removed?(.packets(through: last, wereNeeded: false)) }
        while let first = state.endings.first, first.until <= now { self.removeFirstSession(&state) }
    }

    /// The first packet beyond an offset, by halving.
    private static func place(after offset: Int, in packets: Deque<(packet: RecoveryPacket, until: NIODeadline)>) -> Int {
        var (low, high) = (0, packets.count)
        while low < high {
            let middle = (low + high) / 2
            if packets[middle].packet.offset <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func removeFirstPacket(_ state: inout State) {
        guard let first = state.packets.popFirst() else { return }
        state.bytes -= self.size(of: first.packet)
    }

    private func removeFirstSession(_ state: inout State) {
        guard let ending = state.endings.popFirst(), state.sessions[ending.pid]?.number == ending.number else { return }
        state.sessions[ending.pid] = nil
        self.removed?(.session(pid: ending.pid.string))
    }

    private static func removeNeedlessEndings(_ state: inout State) {
        state.endings = state.endings.filter { state.sessions[$0.pid]?.number == $0.number }
    }

    private static func size(of packet: RecoveryPacket) -> Int {
        packet.messages.reduce(self.overhead) { $0 + $1.payload.readableBytes }
    }
}
