import HTTPTypes
import HummingbirdCore
import Logging
import NIOConcurrencyHelpers
import NIOCore
import NIOPosix
import Testing

@testable import EngineIO

/// The router beside Engine.IO in Hummingbird's own server, whose life ends with its connections.
@Suite(.timeLimit(.minutes(1))) struct RouterTests {
    /// What happened, in order.
    private final class Log: Sendable {
        private let lines = NIOLockedValueBox<[String]>([])

        func add(_ line: String) { self.lines.withLockedValue { $0.append(line) } }
        var all: [String] { self.lines.withLockedValue { $0 } }
    }

    private struct Running {
        let live: LiveServer
        let server: Server<EngineIOHTTPChannel>
        let run: Task<Void, any Error>
        let idle: any Channel
        let webSocket: any Channel
    }

    /// A server with an idle connection and a WebSocket.
    ///
    /// - Parameter isOutermost: whether the server takes over its connections from the second on.
    /// - Parameter requests: is told each request for the router; an answer to one waits for `answer`.
    private func withServer(
        isOutermost: Bool, answer: AsyncStream<Void>, requests: AsyncStream<String>.Continuation, log: Log,
        _ body: @Sendable (Running) async throws -> Void
    ) async throws {
        let (sessions, session) = AsyncStream.makeStream(of: EngineIOSession.self)
        let listener = TestListener(onOpen: { session.yield($0) })
        let engine = EngineIOServer(listener: listener, logger: Logger(label: "test"))
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        let responder: HTTPChannelHandler.Responder = { request, writer, _ in
            requests.yield(request.uri.path)
            for await _ in answer { break }
            log.add(Task.isCancelled ? "cancelled" : "answered")
            var body = try await writer.writeHead(HTTPResponse(status: .ok, headerFields: [.contentLength: "2"]))
            try await body.write(ByteBuffer(string: "ok"))
            try await body.finish(nil)
        }
        let http = EngineIOHTTPChannel(server: engine, responder: responder, isOutermost: isOutermost)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = Server(
            childChannelSetup: http, configuration: ServerConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { port.yield($0.localAddress?.port ?? 0) }, eventLoopGroup: group, logger: Logger(label: "test"))
        let run = Task {
            try await server.run()
            log.add("ended")
        }
        let live = LiveServer(engine: engine, port: try #require(await ports.first { _ in true }), group: group)
        let client = ClientBootstrap(group: group)
        let idle = try await client.connect(host: "127.0.0.1", port: live.port).get()
        let webSocket = try await client.connect(host: "127.0.0.1", port: live.port).get()
        let lines = ["GET /engine.io/?EIO=4&transport=websocket HTTP/1.1", "host: x"] + TestClient.upgradeHeaders
        try await webSocket.writeAndFlush(ByteBuffer(string: lines.joined(separator: "\r\n") + "\r\n\r\n"))
        let opened = await sessions.first { _ in true }
        #expect(opened != nil)
        try await body(Running(live: live, server: server, run: run, idle: idle, webSocket: webSocket))
        _ = await run.result
        try await group.shutdownGracefully()
    }

    @Test(arguments: [true, false]) func shutdownLetsRequestsEndFirst(isOutermost: Bool) async throws {
        let log = Log()
        let (answer, open) = AsyncStream.makeStream(of: Void.self)
        let (requests, arrived) = AsyncStream.makeStream(of: String.self)
        try await self.withServer(isOutermost: isOutermost, answer: answer, requests: arrived, log: log) { running in
            async let response = running.live.request("GET /slow")
            let path = await requests.first { _ in true }
            #expect(path == "/slow")
            async let shutdown: Void = running.server.shutdownGracefully()
            // Those without a request are closed at once, and the server waits for the other.
            try await running.idle.closeFuture.get()
            try await running.webSocket.closeFuture.get()
            #expect(log.all == [])
            open.yield()
            let answered = try await response
            #expect(answered.status == 200 && answered.body == "ok")
            try await shutdown
        }
        #expect(log.all == ["answered", "ended"])
    }

    @Test(arguments: [true, false]) func cancellationReachesRequestsAndClosesTheRest(isOutermost: Bool) async throws {
        let log = Log()
        let (answer, open) = AsyncStream.makeStream(of: Void.self)
        let (requests, arrived) = AsyncStream.makeStream(of: String.self)
        try await self.withServer(isOutermost: isOutermost, answer: answer, requests: arrived, log: log) { running in
            async let response = running.live.request("GET /slow")
            let path = await requests.first { _ in true }
            #expect(path == "/slow")
            running.run.cancel()
            try await running.idle.closeFuture.get()
            try await running.webSocket.closeFuture.get()
            _ = try? await response
        }
        open.finish()
        #expect(log.all == ["cancelled", "ended"])
    }

    /// One connection for all: the router first, then Engine.IO, then the router again, at last a WebSocket.
    @Test func aConnectionChangesBetweenTheTwo() async throws {
        try await withLiveServer(TestListener(echoes: true)) { server in
            try await server.connect { client in
                #expect(try await client.request("GET /a").body == "router /a")
                #expect(try await client.request("GET /engine.io/?transport=x").status == 400)
                #expect(try await client.request("POST /b", body: "body").body == "router /b")
                try await client.upgrade("EIO=4&transport=websocket")
                #expect(try await client.text().hasPrefix("0{"))
                try await client.sendText("4hello")
                #expect(try await client.text() == "4hello")
            }
        }
    }

    @Test func badHTTPForTheRouterIsAnswered400() async throws {
        try await withLiveServer(TestListener()) { server in
            try await server.connect { client in
                #expect(try await client.request("GET /a").status == 200)
                try await client.send(ByteBuffer(string: "nonsense\r\n\r\n"))
                let response = try await client.response()
                #expect(response.status == 400 && response.headers["connection"] == "close")
                #expect(try await client.isClosed())
            }
        }
    }

    /// A client that sends no more gets the answer it waits for, and an idle one is let go.
    @Test func theClientsEndEndsTheConnection() async throws {
        try await withLiveServer(TestListener()) { server in
            try await server.connect { client in
                let response = try await client.request("GET /a", headers: ["connection: close"])
                #expect(response.body == "router /a" && response.headers["connection"] == "close")
                #expect(try await client.isClosed())
            }
            let idle = try await ClientBootstrap(group: server.group).connect(host: "127.0.0.1", port: server.port).get()
            try await idle.close(mode: .output)
            try await idle.closeFuture.get()
        }
    }
}
