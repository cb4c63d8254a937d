import ArgumentParser
import NIOCore

/// Opens connections in steps, and says what each step has added to the server's resident memory.
struct Idle: AsyncParsableCommand {
    struct Report: Codable, Sendable {
        struct Step: Codable, Sendable {
            var connections: Int
            var kilobytesPerConnection: Double
        }

        var emptyKilobytes: Int
        var steps: [Step]
    }

    @OptionGroup var target: Target

    @Option(parsing: .upToNextOption, help: "Connections at each step, rising, up to 15,000.")
    var connections = [1_000, 5_000, 10_000]

    @Option(help: "Time for the server to settle at each step, in seconds, up to 10.")
    var settle = 1.5

    func validate() throws {
        guard !self.connections.isEmpty, self.connections == self.connections.sorted(),
            self.connections.allSatisfy({ (1...15_000).contains($0) }), (0.1...10).contains(self.settle)
        else { throw ValidationError("Out of bounds.") }
    }

    func run() async throws {
        let server = try ServerProcess(pid: self.target.pid)
        let (target, steps, settle) = (self.target, self.connections, self.settle)
        let report = try await LoadLoop.run(limit: .seconds(150)) { loop, promise in
            IdleLoad(target: target, steps: steps, settle: settle, server: server, loop: loop, promise: promise).start()
        }
        try printJSON(report)
    }
}

private final class IdleLoad {
    private let target: Target
    private var steps: [Int]
    private let settle: TimeAmount
    private let server: ServerProcess
    private let loop: any EventLoop
    private let promise: EventLoopPromise<Idle.Report>
    private var clients: [WebSocketClient] = []
    private var report = Idle.Report(emptyKilobytes: 0, steps: [])
    private var isStopping = false

    init(
        target: Target, steps: [Int], settle: Double, server: ServerProcess, loop: any EventLoop,
        promise: EventLoopPromise<Idle.Report>
    ) {
        (self.target, self.steps, self.server, self.loop, self.promise) = (target, steps, server, loop, promise)
        self.settle = .nanoseconds(Int64(settle * 1e9))
    }

    /// The first connections pay for what is made once.
    func start() {
        self.open(50) {
            self.isStopping = true
            for client in self.clients { client.close() }
            self.clients = []
            self.afterSettling {
                self.isStopping = false
                self.report.emptyKilobytes = self.server.residentKilobytes
                self.nextStep()
            }
        }
    }

    private func nextStep() {
        guard !self.steps.isEmpty else {
            self.isStopping = true
            for client in self.clients { client.close() }
            return self.promise.succeed(self.report)
        }
        let connections = self.steps.removeFirst()
        self.open(connections - self.clients.count) {
            self.afterSettling {
                let grown = self.server.residentKilobytes - self.report.emptyKilobytes
                self.report.steps.append(
                    Idle.Report.Step(
                        connections: connections, kilobytesPerConnection: Double(grown) / Double(max(1, connections))))
                self.nextStep()
            }
        }
    }

    private func afterSettling(_ body: @escaping () -> Void) {
        _ = self.loop.assumeIsolated().scheduleTask(in: self.settle, body)
    }

    private func open(_ count: Int, then done: @escaping () -> Void) {
        let fail = { if !self.isStopping { self.promise.fail(LoadLoop.ConnectionLost()) } }
        self.loop.openWebSockets(count, self.target.purpose, port: self.target.port) { client in
            client.onClosed = { _ in fail() }
            self.clients.append(client)
        } failed: {
            fail()
        } opened: {
            done()
        }
    }
}
