import DequeModule
import EngineIO
import JSON
import NIOConcurrencyHelpers
import NIOCore

/// Keeps a namespace's recovery in this process.
public final class InMemoryRecoveryStore: RecoveryStore {
    private struct State {
        var lastOffset = 0
        /// Without gaps, up to `lastOffset`.
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
    private let now: @Sendable () -> NIODeadline
    private let state = NIOLockedValueBox(State())

    public convenience init(limits: ConnectionStateRecovery) { self.init(limits: limits, now: { .now() }) }

    init(limits: ConnectionStateRecovery, now: @escaping @Sendable () -> NIODeadline) {
        (self.limits, self.now) = (limits, now)
    }

    public var lastOffset: Int { self.state.withLockedValue { $0.lastOffset } }

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
            }
        }
    }

    public func packets(after offset: Int) -> [RecoveryPacket]? {
        let now = self.now()
        return self.state.withLockedValue { state in
            self.expire(&state, now: now)
            guard (0...state.lastOffset).contains(offset) else { return nil }
            if let lost = state.lost, offset < lost.offset, now < lost.until { return nil }
            return state.packets.suffix(state.lastOffset - offset).map(\.packet)
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
            while state.sessions.count > self.limits.maxSessions { Self.removeFirstSession(&state) }
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
        while let first = state.packets.first, first.until <= now { Self.removeFirstPacket(&state) }
        while let first = state.endings.first, first.until <= now { Self.removeFirstSession(&state) }
    }

    private static func removeFirstPacket(_ state: inout State) {
        guard let first = state.packets.popFirst() else { return }
        state.bytes -= self.size(of: first.packet)
    }

    private static func removeFirstSession(_ state: inout State) {
        guard let ending = state.endings.popFirst(), state.sessions[ending.pid]?.number == ending.number else { return }
        state.sessions[ending.pid] = nil
    }

    private static func removeNeedlessEndings(_ state: inout State) {
        state.endings = state.endings.filter { state.sessions[$0.pid]?.number == $0.number }
    }

    private static func size(of packet: RecoveryPacket) -> Int {
        packet.messages.reduce(self.overhead) { $0 + $1.payload.readableBytes }
    }
}
