import ArgumentParser
import NIOCore

/// Each connection sends one chat message and gets its answer as it is written upstream. Tokens carry the moment at which they
/// were sent there.
struct Relay: AsyncParsableCommand {
    struct Report: Codable, Sendable {
        var streams: Int
        var tokens: Int
        var tokensPerSecond: Double
        var eventsPerToken: Double
        /// Microseconds.
        var serverCPUPerToken: Double
        var clientCPUPerToken: Double
        /// Microseconds from upstream's sending to the client's receiving.
        var p50: Double
        var p99: Double
        /// With all streams under way, and with the connections alone.
        var busyKilobytes: Int
        var idleKilobytes: Int
        /// Answers that came to their end; all of them in bursts, none when paced.
        var answers: Int
    }

    static let configuration = CommandConfiguration(commandName: "relay")

    @OptionGroup var target: Target

    @Option(help: "Connections with one answer each, up to 5,000.")
    var streams = 50

    @Option(help: "Measured time in seconds, up to 60; 0: from the first message to the last answer's end.")
    var seconds = 5.0

    func validate() throws {
        guard (1...5_000).contains(self.streams), (0...60).contains(self.seconds) else {
            throw ValidationError("Out of bounds.")
        }
    }

    func run() async throws {
        let server = try ServerProcess(pid: self.target.pid)
        let (target, streams, seconds) = (self.target, self.streams, self.seconds)
        let report = try await LoadLoop.run(limit: .seconds(150)) { loop, promise in
            RelayLoad(
                target: target, streams: streams, seconds: seconds == 0 ? nil : seconds, server: server, loop: loop,
                promise: promise
            ).start()
        }
        try printJSON(report)
    }
}

private final class RelayLoad {
    private let target: Target
    private let streams: Int
    private let seconds: Double?
    private let server: ServerProcess
    private let measurement: Measurement
    private let loop: any EventLoop
    private let promise: EventLoopPromise<Relay.Report>
    private let message = ClientFrame.text(#"42["user_message",{"message":"Please write me a summary."}]"#)
    private var clients: [WebSocketClient] = []
    private var typingEvents = 0
    private var answers = 0
    private var idleKilobytes = 0
    private var busyKilobytes = 0
    private var isStopping = false

    /// Paced streams begin one after the other within this time, and are measured when all have begun.
    private static let rampUp = 2.0

    init(
        target: Target, streams: Int, seconds: Double?, server: ServerProcess, loop: any EventLoop,
        promise: EventLoopPromise<Relay.Report>
    ) {
        (self.target, self.streams, self.seconds) = (target, streams, seconds)
        (self.server, self.loop, self.promise) = (server, loop, promise)
        self.measurement = Measurement(server: server)
    }

    func start() {
        self.loop.openWebSockets(self.streams, port: self.target.port) { client in
            client.onClosed = { _ in self.fail() }
            client.onEvent = { self.received($0) }
            self.clients.append(client)
        } failed: {
            self.fail()
        } opened: {
            self.idleKilobytes = self.server.residentKilobytes
            self.begin()
        }
    }

    private func begin() {
        guard let seconds else {
            self.measurement.start()
            return self.clients.forEach { $0.send(self.message) }
        }
        let loop = self.loop.assumeIsolated()
        for (index, client) in self.clients.enumerated() {
            let delay = Self.rampUp * 0.8 * Double(index) / Double(self.streams)
            loop.scheduleTask(in: .nanoseconds(Int64(delay * 1e9))) { client.send(self.message) }
        }
        loop.scheduleTask(in: .nanoseconds(Int64(Self.rampUp * 1e9))) { self.measurement.start() }
        loop.scheduleTask(in: .nanoseconds(Int64((Self.rampUp + seconds) * 1e9))) { self.end() }
    }

    private func received(_ payload: ByteBuffer) {
        guard !self.isStopping else { return }
        if payload.begins(with: #"42["user_message_response_typing",{"content":""#) {
            if self.measurement.isRunning { self.typingEvents += 1 }
            self.record(payload)
        } else if payload.begins(with: #"42["user_message_response_done""#) {
            self.answers += 1
            // The last but one, as the others' answers may be gone from memory with the last.
            if self.answers == max(1, self.streams / 2) { self.busyKilobytes = self.server.residentKilobytes }
            if self.seconds == nil, self.answers == self.streams { self.end() }
        } else {
            self.fail()
        }
    }

    private func record(_ payload: ByteBuffer) {
        let now = TokenStamp.now
        payload.withUnsafeReadableBytes { bytes in
            var index = 44
            while index + TokenStamp.length < bytes.count {
                guard bytes[index] == UInt8(ascii: " "), let stamp = TokenStamp(bytes[(index + 1)...].prefix(TokenStamp.length))
                else {
                    index += 1
                    continue
                }
                self.measurement.record(nanoseconds: now.nanoseconds(since: stamp))
                index += 1 + TokenStamp.length
            }
        }
    }

    private func end() {
        guard !self.isStopping else { return }
        self.isStopping = true
        if self.seconds != nil { self.busyKilobytes = self.server.residentKilobytes }
        let report = self.measurement.finish(connections: self.streams)
        for client in self.clients { client.close() }
        self.promise.succeed(
            Relay.Report(
                streams: self.streams, tokens: report.events, tokensPerSecond: report.eventsPerSecond,
                eventsPerToken: Double(self.typingEvents) / Double(max(1, report.events)),
                serverCPUPerToken: report.serverCPUPerEvent, clientCPUPerToken: report.clientCPUPerEvent, p50: report.p50,
                p99: report.p99, busyKilobytes: self.busyKilobytes, idleKilobytes: self.idleKilobytes, answers: self.answers))
    }

    private func fail() {
        guard !self.isStopping else { return }
        self.isStopping = true
        self.promise.fail(LoadLoop.ConnectionLost())
    }
}
