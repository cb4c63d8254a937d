import ArgumentParser
import NIOCore

/// Opens connections and closes them at once, over and over, some at a time.
struct Setup: AsyncParsableCommand {
    enum Transport: String, ExpressibleByArgument, CaseIterable {
        /// The WebSocket's handshake, `CONNECT` and its answer, the end.
        case websocket
        /// The same with a session that begins on long-polling (four requests) and is upgraded.
        case upgrade
    }

    @OptionGroup var target: Target
    @OptionGroup var amount: Amount

    @Option(help: "How a session begins.")
    var transport = Transport.websocket

    func run() async throws {
        let server = try ServerProcess(pid: self.target.pid)
        let (target, amount, transport) = (self.target, self.amount, self.transport)
        let report = try await LoadLoop.run(limit: .seconds(150)) { loop, promise in
            SetupLoad(target: target, amount: amount, transport: transport, server: server, loop: loop, promise: promise)
                .start()
        }
        try printJSON(report)
    }
}

/// An event of the report is here a connection, and its latency the time until it was usable.
private final class SetupLoad {
    private let target: Target
    private let amount: Amount
    private let transport: Setup.Transport
    private let measurement: Measurement
    private let loop: any EventLoop
    private let promise: EventLoopPromise<Measurement.Report>
    private var isStopping = false

    init(
        target: Target, amount: Amount, transport: Setup.Transport, server: ServerProcess, loop: any EventLoop,
        promise: EventLoopPromise<Measurement.Report>
    ) {
        (self.target, self.amount, self.transport) = (target, amount, transport)
        (self.loop, self.promise) = (loop, promise)
        self.measurement = Measurement(server: server)
    }

    func start() {
        for _ in 0..<self.amount.connections { self.open() }
        let loop = self.loop.assumeIsolated()
        let warmUp = TimeAmount.nanoseconds(Int64(self.amount.warmUp * 1e9))
        loop.scheduleTask(in: warmUp) { self.measurement.start() }
        loop.scheduleTask(in: warmUp + .nanoseconds(Int64(self.amount.seconds * 1e9))) {
            self.isStopping = true
            self.promise.succeed(self.measurement.finish(connections: self.amount.connections))
        }
    }

    private func open() {
        guard !self.isStopping else { return }
        let began = Measurement.now
        switch self.transport {
        case .websocket:
            self.open(self.target.purpose) { client in
                self.measurement.record(nanoseconds: Measurement.now - began)
                client.close()
            } closed: {
                self.open()
            }
        case .upgrade: self.openUpgraded(began: began)
        }
    }

    private func open(
        _ purpose: WebSocketClient.Purpose, ready: @escaping (WebSocketClient) -> Void, closed: @escaping () -> Void
    ) {
        let client = WebSocketClient(purpose)
        var isReady = false
        client.onReady = { client in
            isReady = true
            ready(client)
        }
        client.onClosed = { _ in if isReady { closed() } else { self.fail() } }
        self.loop.connect(port: self.target.port, client) { self.fail() }
    }

    /// GET, POST and GET on one connection, the WebSocket on another.
    private func openUpgraded(began: UInt64) {
        let http = HTTPClient()
        var answers = 0
        var sid = ""
        var isDone = false
        http.onReady = { $0.send(HTTPClient.get(nil)) }
        http.onClosed = { _ in if !isDone { self.fail() } }
        http.onResponse = { [unowned http] body in
            answers += 1
            switch answers {
            case 1:
                guard let opened = body.sessionID else { return self.fail() }
                sid = opened
                http.send(HTTPClient.post(sid, "40"))
            case 2: http.send(HTTPClient.get(sid))
            default:
                self.open(.upgrade(sid: sid)) { client in
                    self.measurement.record(nanoseconds: Measurement.now - began)
                    isDone = true
                    http.close()
                    client.close()
                } closed: {
                    self.open()
                }
            }
        }
        self.loop.connect(port: self.target.port, http) { self.fail() }
    }

    private func fail() {
        guard !self.isStopping else { return }
        self.isStopping = true
        self.promise.fail(LoadLoop.ConnectionLost())
    }
}
