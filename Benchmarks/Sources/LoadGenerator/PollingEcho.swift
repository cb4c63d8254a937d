import ArgumentParser
import NIOCore

/// Each session keeps one event under way: a POST carries it, the waiting GET brings the answer.
struct PollingEcho: AsyncParsableCommand {
    @OptionGroup var target: Target
    @OptionGroup var amount: Amount

    func run() async throws {
        let server = try ServerProcess(pid: self.target.pid)
        let (target, amount) = (self.target, self.amount)
        let report = try await LoadLoop.run(limit: .seconds(150)) { loop, promise in
            PollingEchoLoad(target: target, amount: amount, server: server, loop: loop, promise: promise).start()
        }
        try printJSON(report)
    }
}

private final class PollingEchoLoad {
    private let target: Target
    private let amount: Amount
    private let measurement: Measurement
    private let loop: any EventLoop
    private let promise: EventLoopPromise<Measurement.Report>
    private let event: String
    private var sessions: [(session: PollingSession, request: ByteBuffer)] = []
    private var isStopping = false

    init(
        target: Target, amount: Amount, server: ServerProcess, loop: any EventLoop,
        promise: EventLoopPromise<Measurement.Report>
    ) {
        (self.target, self.amount, self.loop, self.promise) = (target, amount, loop, promise)
        self.measurement = Measurement(server: server)
        self.event = #"42["echo","\#(String(repeating: "x", count: amount.payload))"]"#
    }

    func start() {
        var opener: Opener?
        opener = Opener(self.amount.connections) { _ in
            let session = PollingSession(loop: self.loop, port: self.target.port)
            session.onFailed = { if !self.isStopping { self.promise.fail(LoadLoop.ConnectionLost()) } }
            session.onReady = { session in
                let request = HTTPClient.post(session.sid, self.event)
                session.onEvents = { session, _ in self.received(on: session, request) }
                self.sessions.append((session, request))
                opener?.ready()
            }
            session.open()
        } opened: {
            opener = nil
            self.begin()
        }
        opener?.start()
    }

    private func begin() {
        // A moment for the answers to the last POSTs.
        let loop = self.loop.assumeIsolated()
        let start = TimeAmount.milliseconds(200)
        let warmUp = TimeAmount.nanoseconds(Int64(self.amount.warmUp * 1e9))
        let measured = TimeAmount.nanoseconds(Int64(self.amount.seconds * 1e9))
        loop.scheduleTask(in: start) {
            for (session, request) in self.sessions { self.send(session, request) }
        }
        loop.scheduleTask(in: start + warmUp) { self.measurement.start() }
        loop.scheduleTask(in: start + warmUp + measured) { self.end() }
    }

    private func send(_ session: PollingSession, _ request: ByteBuffer) {
        session.sent = Measurement.now
        session.post(request)
    }

    private func received(on session: PollingSession, _ request: ByteBuffer) {
        guard !self.isStopping else { return }
        self.measurement.record(nanoseconds: Measurement.now - session.sent)
        self.send(session, request)
    }

    private func end() {
        let report = self.measurement.finish(connections: self.sessions.count)
        self.isStopping = true
        for (session, _) in self.sessions { session.close() }
        self.promise.succeed(report)
    }
}
