import HummingbirdCore
import Logging
import NIOConcurrencyHelpers
import NIOCore
import NIOPosix
import Testing

@testable import EngineIO

/// Which connections are set up on the short way, and that they work like the others.
@Suite(.timeLimit(.minutes(1))) struct AcceptedConnectionsTests {
    /// Stands around the server's own channel, and counts the connections that it gets to see.
    private struct Counting: ServerChildChannel {
        let base: EngineIOHTTPChannel
        var addsHandler = false
        let count = NIOLockedValueBox(0)

        func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<EngineIOHTTPChannel.Value> {
            self.count.withLockedValue { $0 += 1 }
            return channel.eventLoop.makeCompletedFuture {
                if self.addsHandler { try channel.pipeline.syncOperations.addHandler(Passing()) }
            }.flatMap { self.base.setup(channel: channel, logger: logger) }
        }

        func handle(value: EngineIOHTTPChannel.Value, logger: Logger) async {
            await self.base.handle(value: value, logger: logger)
        }
    }

    private final class Passing: ChannelInboundHandler { typealias InboundIn = Any }

    /// - Returns: how many of nine connections one after another were set up the usual way.
    private func usualConnections(threads: Int, isOutermost: Bool = true, addsHandler: Bool = false) async throws -> Int {
        let engine = EngineIOServer(listener: TestListener(), logger: Logger(label: "test"))
        let base = EngineIOHTTPChannel(server: engine, responder: { _, _, _ in }, isOutermost: isOutermost)
        let channel = Counting(base: base, addsHandler: addsHandler)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = Server(
            childChannelSetup: channel, configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { port.yield($0.localAddress?.port ?? 0) }, eventLoopGroup: group, logger: Logger(label: "test"))
        let run = Task { try await server.run() }
        let live = LiveServer(engine: engine, port: try #require(await ports.first { _ in true }), group: group)
        for _ in 0..<9 {
            try await live.connect { client in
                let response = try await client.request("GET /engine.io/?EIO=4&transport=polling")
                #expect(response.status == 200)
            }
        }
        await engine.shutdown()
        try await server.shutdownGracefully()
        _ = await run.result
        #expect(engine.registry.connectionCount == 0)
        try await group.shutdownGracefully()
        return channel.count.withLockedValue { $0 }
    }

    @Test(arguments: [1, 3]) func onlyTheFirstGoesTheUsualWay(threads: Int) async throws {
        #expect(try await self.usualConnections(threads: threads) == 1)
    }

    @Test func whoBuildsTheServerIntoAnotherSeesAll() async throws {
        #expect(try await self.usualConnections(threads: 2, isOutermost: false) == 9)
    }

    /// As Hummingbird's TLS does it, whose handler no connection may miss.
    @Test func handlersInFrontAreKept() async throws {
        #expect(try await self.usualConnections(threads: 2, addsHandler: true) == 9)
    }
}
