import NIOCore
import NIOPosix

/// The one event loop on which a load runs.
enum LoadLoop {
    struct TimedOut: Error, CustomStringConvertible {
        let description = "The server did not keep up: the load did not end in time."
    }

    struct ConnectionLost: Error, CustomStringConvertible {
        let description = "The server refused or ended a connection."
    }

    /// - Parameter start: runs on the loop, and completes the promise when the load has ended.
    static func run<Report: Sendable>(
        limit: TimeAmount, _ start: @escaping @Sendable (any EventLoop, EventLoopPromise<Report>) -> Void
    ) async throws -> Report {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let loop = group.next()
        let promise = loop.makePromise(of: Report.self)
        loop.execute { start(loop, promise) }
        loop.scheduleTask(in: limit) { promise.fail(TimedOut()) }
        return try await promise.futureResult.get()
    }
}

extension EventLoop {
    /// On the loop. - Parameter failed: the connection did not come about.
    func connect(port: Int, _ handler: some ChannelInboundHandler, failed: @escaping () -> Void) {
        let bound = NIOLoopBound(handler, eventLoop: self)
        ClientBootstrap(group: self)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(bound.value) }
            }
            .connect(host: "127.0.0.1", port: port)
            .assumeIsolated().whenFailure { _ in failed() }
    }
}

extension EventLoop {
    /// On the loop: opens a number of WebSockets, some at a time.
    /// - Parameters:
    ///   - ready: one is usable; it is to set what happens when it closes.
    ///   - failed: one did not become usable.
    func openWebSockets(
        _ count: Int, _ purpose: WebSocketClient.Purpose = .socketIO, port: Int, ready: @escaping (WebSocketClient) -> Void,
        failed: @escaping () -> Void, opened: @escaping () -> Void
    ) {
        guard count > 0 else { return opened() }
        var opener: Opener?
        opener = Opener(count) { _ in
            let client = WebSocketClient(purpose)
            client.onClosed = { _ in failed() }
            client.onReady = { client in
                ready(client)
                opener?.ready()
            }
            self.connect(port: port, client, failed: failed)
        } opened: {
            opener = nil
            opened()
        }
        opener?.start()
    }
}

/// Opens a number of connections, some at a time.
final class Opener {
    /// As many handshakes at once as fit into any server's backlog.
    private static let atATime = 64

    private let open: (Int) -> Void
    private let opened: () -> Void
    private let total: Int
    private var begun = 0
    private var done = 0

    /// - Parameters:
    ///   - open: begins to open one connection, whose end is told by ``ready()``.
    ///   - opened: all are there.
    init(_ total: Int, open: @escaping (Int) -> Void, opened: @escaping () -> Void) {
        (self.total, self.open, self.opened) = (total, open, opened)
    }

    func start() { for _ in 0..<min(Self.atATime, self.total) { self.next() } }

    func ready() {
        self.done += 1
        if self.done == self.total { self.opened() } else { self.next() }
    }

    private func next() {
        guard self.begun < self.total else { return }
        self.begun += 1
        self.open(self.begun)
    }
}
