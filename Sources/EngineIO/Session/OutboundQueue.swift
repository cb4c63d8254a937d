import DequeModule
import NIOCore

/// Packets that wait for a transport to take them.
struct OutboundQueue: Equatable, Sendable {
    private var packets: Deque<EnginePacket> = []
    private(set) var bytes = 0
    private let maxBytes: Int

    init(maxBytes: Int) { self.maxBytes = maxBytes }

    var isEmpty: Bool { self.packets.isEmpty }

    /// Counted per packet beside its payload, so that endless empty messages meet the bound too.
    static let overhead = 64

    /// - Returns: `false` if more than the bound waited already. So a single message of any size can be sent, and what
    ///   waits is never more than the bound and one message.
    mutating func append(_ packet: EnginePacket) -> Bool {
        guard self.bytes <= self.maxBytes else { return false }
        self.bytes += packet.payload.readableBytes + Self.overhead
        self.packets.append(packet)
        return true
    }

    mutating func removeFirst(upTo maxPackets: Int) -> [EnginePacket] {
        guard self.packets.count > maxPackets else { return self.removeAll() }
        let first = Array(self.packets.prefix(maxPackets))
        self.packets.removeFirst(maxPackets)
        for packet in first { self.bytes -= packet.payload.readableBytes + Self.overhead }
        return first
    }

    mutating func removeAll() -> [EnginePacket] {
        // An array of an empty deque writes to the empty array that all threads share, which Thread Sanitizer reports.
        guard !self.packets.isEmpty else { return [] }
        let all = Array(self.packets)
        self.packets.removeAll()
        self.bytes = 0
        return all
    }
}
