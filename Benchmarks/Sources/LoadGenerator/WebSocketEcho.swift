import ArgumentParser
import NIOCore

/// Each connection keeps a window of events under way: for each that comes back, another goes out.
struct WebSocketEcho: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "websocket-echo")

    @OptionGroup var target: Target
    @OptionGroup var amount: Amount

    @Option(help: "Events under way on each connection, up to 256.")
    var window = 1

    func validate() throws {
        guard (1...256).contains(self.window) else { throw ValidationError("Out of bounds.") }
    }

    func run() async throws {
        let server = try ServerProcess(pid: self.target.pid)
        let (target, amount, window) = (self.target, self.amount, self.window)
        let report = try await LoadLoop.run(limit: .seconds(150)) { loop, promise in
            WebSocketEchoLoad(target: target, amount: amount, window: window, server: server, loop: loop, promise: promise)
                .start()
        }
        try printJSON(report)
    }
}

private final class WebSocketEchoLoad {
    private let target: Target
    private let amount: Amount
    private let window: Int
    private let measurement: Measurement
    private let loop: any EventLoop
    private let promise: EventLoopPromise<Measurement.Report>
    /// At place N, N events one behind the other.
    private let bursts: [ByteBuffer]
    private var clients: [WebSocketClient] = []
    private var isStopping = false

    init(
        target: Target, amount: Amount, window: Int, server: ServerProcess, loop: any EventLoop,
        promise: EventLoopPromise<Measurement.Report>
    ) {
        (self.target, self.amount, self.window, self.loop, self.promise) = (target, amount, window, loop, promise)
        self.measurement = Measurement(server: server)
        let frame = ClientFrame.text(#"42["echo","\#(String(repeating: "x", count: amount.payload))"]"#)
        self.bursts = (0...window).map { count in
            var burst = ByteBuffer()
            for _ in 0..<count { burst.writeImmutableBuffer(frame) }
            return burst
        }
    }

    func start() {
        let fail = { if !self.isStopping { self.promise.fail(LoadLoop.ConnectionLost()) } }
        self.loop.openWebSockets(self.amount.connections, self.target.purpose, port: self.target.port) { client in
            client.onClosed = { _ in fail() }
            client.onEvents = { self.received($1, on: $0) }
            self.clients.append(client)
        } failed: {
            fail()
        } opened: {
            self.begin()
        }
    }

    private func begin() {
        for client in self.clients {
            client.sent = Array(repeating: Measurement.now, count: self.window)
            client.send(self.bursts[self.window])
        }
        let warmUp = TimeAmount.nanoseconds(Int64(self.amount.warmUp * 1e9))
        let measured = TimeAmount.nanoseconds(Int64(self.amount.seconds * 1e9))
        _ = self.loop.assumeIsolated().scheduleTask(in: warmUp) { self.measurement.start() }
        _ = self.loop.assumeIsolated().scheduleTask(in: warmUp + measured) { self.end() }
    }

    private func received(_ events: Int, on client: WebSocketClient) {
        guard !self.isStopping else { return }
        let now = Measurement.now
        for _ in 0..<events {
            self.measurement.record(nanoseconds: now - client.sent[client.oldest])
            client.sent[client.oldest] = now
            client.oldest = client.oldest + 1 == self.window ? 0 : client.oldest + 1
        }
        client.send(self.bursts[min(events, self.window)])
    }

    private func end() {
        let report = self.measurement.finish(connections: self.clients.count)
        self.isStopping = true
        for client in self.clients { client.close() }
        self.promise.succeed(report)
    }
}
