import EngineIO
import Foundation
import JSON
import Logging
import NIOConcurrencyHelpers
import NIOCore
import NIOEmbedded
import NIOHTTP1

@testable import SocketIO

/// The two ends of a session without a network: the test speaks as the client and reads what the server sent.
final class TestSession: MessageSession {
    private struct Record {
        var flushes: [[EngineIOMessage]] = []
        var closeReason: EngineIOCloseReason?
    }

    let eventLoop: any EventLoop
    let handshake: EngineIOHandshake
    private let wheel: NIOLoopBound<TimerWheel>
    var timers: TimerWheel { self.wheel.value }
    private let server: SocketIOServer
    private let record = NIOLockedValueBox(Record())
    /// Ends the session at the next message sent to it, as a full outbound queue does.
    private let failsOnSend = NIOLockedValueBox(false)

    init(_ server: SocketIOServer, on eventLoop: any EventLoop = EmbeddedEventLoop()) {
        (self.server, self.eventLoop) = (server, eventLoop)
        self.wheel = NIOLoopBound(TimerWheel(eventLoop: eventLoop), eventLoop: eventLoop)
        self.handshake = EngineIOHandshake(
            headers: ["user-agent": "test"], query: [.init(name: "EIO", value: "4")], remoteAddress: nil, isSecure: false,
            time: Date(timeIntervalSince1970: 0))
        server.opened(self)
    }

    // MARK: The client's end

    func say(_ messages: String...) {
        for message in messages { self.server.connection(of: self)?.received(text: ByteBuffer(string: message)) }
    }

    func say(binary: [UInt8]) { self.server.connection(of: self)?.received(binary: ByteBuffer(bytes: binary)) }

    /// What came since the last call: text as it is, binary as `<01 ff>`.
    func heard() -> [String] { self.flushes().flatMap { $0 } }

    /// As ``heard()``, by what was handed over in one call.
    func flushes() -> [[String]] {
        let flushes = self.record.withLockedValue { record in
            defer { record.flushes = [] }
            return record.flushes
        }
        return flushes.map { $0.map(Self.describe) }
    }

    /// Where the bytes of the last message lie in memory.
    var lastAddress: UnsafeRawPointer? {
        self.record.withLockedValue { $0.flushes.last?.last?.payload.withUnsafeReadableBytes { $0.baseAddress } }
    }

    var closeReason: EngineIOCloseReason? { self.record.withLockedValue { $0.closeReason } }

    func failOnNextSend() { self.failsOnSend.withLockedValue { $0 = true } }

    private static func describe(_ message: EngineIOMessage) -> String {
        switch message {
        case .text(let text): String(buffer: text)
        case .binary(let bytes): "<" + bytes.readableBytesView.map { String($0, radix: 16) }.joined(separator: " ") + ">"
        }
    }

    // MARK: MessageSession

    // Any thread may have made the session, but one at a time uses it.
    nonisolated(unsafe) var companion: AnyObject?

    func send(text: [UInt8]) { self.send([.text(ByteBuffer(bytes: text))]) }

    func send(_ messages: [EngineIOMessage]) {
        guard self.closeReason == nil else { return }
        self.record.withLockedValue { $0.flushes.append(messages) }
        if self.failsOnSend.withLockedValue({ $0 }) { self.close(reason: .slowClient) }
    }

    /// Whether the client takes messages at once.
    let isWritable = NIOLockedValueBox(true)

    func sendIfWritable(_ messages: [EngineIOMessage]) {
        if self.isWritable.withLockedValue({ $0 }) { self.send(messages) }
    }

    func close(reason: EngineIOCloseReason) {
        let isFirst = self.record.withLockedValue { record in
            defer { record.closeReason = record.closeReason ?? reason }
            return record.closeReason == nil
        }
        if isFirst { self.server.closed(self, reason: reason) }
    }
}

/// What happened in handlers, in order.
final class Journal: Sendable {
    private let entries = NIOLockedValueBox<[String]>([])

    func note(_ entry: String) { self.entries.withLockedValue { $0.append(entry) } }

    func note(_ event: SocketEvent) { self.note(event.name + JSONValue.array(event.arguments).serialized) }

    /// What was noted since the last call.
    func read() -> [String] {
        self.entries.withLockedValue { entries in
            defer { entries = [] }
            return entries
        }
    }
}

extension SocketIOServer {
    /// Sockets get the ids `s1`, `s2` and so on, and the recovery ids `p1`, `p2`.
    static func forTests(_ configuration: SocketIOConfiguration = SocketIOConfiguration()) -> SocketIOServer {
        let (count, pids) = (NIOLockedValueBox(0), NIOLockedValueBox(0))
        let randomness = Randomness(
            makeID: { "s\(count.withLockedValue { ($0 += 1, $0).1 })" },
            makeRecoveryID: { "p\(pids.withLockedValue { ($0 += 1, $0).1 })" })
        return SocketIOServer(configuration: configuration, logger: .silent, randomness: randomness)
    }

    /// One that answers `echo`, acknowledges `ack` with the arguments, and notes every event.
    static func echo(
        _ journal: Journal = Journal(), _ configuration: SocketIOConfiguration = SocketIOConfiguration()
    ) -> SocketIOServer {
        let server = SocketIOServer.forTests(configuration)
        server.of("/").onConnection { socket in
            socket.onAny { journal.note($0) }
            socket.on("echo") { socket.emit($0.name, arguments: $0.arguments, attachments: $0.attachments) }
            socket.on("ack") { $0.acknowledge(arguments: $0.arguments, attachments: $0.attachments) }
            socket.onDisconnect { journal.note("left: \($0.rawValue)") }
        }
        return server
    }
}

extension Logger {
    static var silent: Logger { Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }) }
}

/// Small, fast and the same on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { self.state = seed }

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = self.state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
