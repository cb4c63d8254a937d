import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import Testing

@testable import EngineIO

/// A server on a free port of 127.0.0.1, with two event loops, for as long as `body` runs.
func withLiveServer(
    _ listener: any EngineIOListener, configure: (inout EngineIOConfiguration) -> Void = { _ in },
    onConnection: (@Sendable (any Channel) -> Void)? = nil, _ body: @Sendable (LiveServer) async throws -> Void
) async throws {
    var configuration = EngineIOConfiguration()
    configuration.cors.origins = ["https://app.example"]
    configure(&configuration)
    let engine = EngineIOServer(configuration: configuration, listener: listener, logger: Logger(label: "test"))
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let responder: HTTPChannelHandler.Responder = { request, writer, _ in
        let text = ByteBuffer(string: "router \(request.uri.path)")
        var body = try await writer.writeHead(
            HTTPResponse(status: .ok, headerFields: [.contentLength: "\(text.readableBytes)"]))
        try await body.write(text)
        try await body.finish(nil)
    }
    let http = EngineIOHTTPChannel(server: engine, responder: responder, isOutermost: onConnection == nil)
    let logger = Logger(label: "test")
    let server = try await ServerBootstrap(group: group)
        .childChannelOption(.allowRemoteHalfClosure, value: true)
        .bind(host: "127.0.0.1", port: 0) { channel in
            onConnection?(channel)
            return http.setup(channel: channel, logger: logger)
        }
    let port = try #require(server.channel.localAddress?.port)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask {
            try await server.executeThenClose { connections in
                await withDiscardingTaskGroup { handlers in
                    do {
                        for try await connection in connections {
                            handlers.addTask { await http.handle(value: connection, logger: logger) }
                        }
                    } catch {}
                    handlers.cancelAll()
                }
            }
        }
        let result = await Result { try await body(LiveServer(engine: engine, port: port, group: group)) }
        tasks.cancelAll()
        try? await tasks.waitForAll()
        try await group.shutdownGracefully()
        try result.get()
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}

struct LiveServer: Sendable {
    let engine: EngineIOServer
    let port: Int
    let group: MultiThreadedEventLoopGroup

    func connect(_ body: @Sendable (inout LiveClient) async throws -> Void) async throws {
        let port = self.port
        let channel = try await ClientBootstrap(group: self.group)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        try await channel.executeThenClose { inbound, outbound in
            var client = LiveClient(inbound: inbound.makeAsyncIterator(), outbound: outbound)
            try await body(&client)
        }
    }

    /// Opens a polling session. - Returns: the target for its further requests.
    func openPolling() async throws -> String {
        let open = try await self.request("GET /engine.io/?EIO=4&transport=polling")
        let sid = try #require(open.body.split(separator: "\"").dropFirst(3).first)
        return "/engine.io/?EIO=4&transport=polling&sid=\(sid)"
    }

    /// One request on a connection of its own.
    func request(_ line: String, headers: [String] = [], body: String? = nil) async throws -> TestClient.Response {
        try await withThrowingTaskGroup(of: TestClient.Response.self) { group in
            group.addTask {
                let (stream, continuation) = AsyncStream.makeStream(of: TestClient.Response.self)
                try await self.connect { continuation.yield(try await $0.request(line, headers: headers, body: body)) }
                continuation.finish()
                return try #require(await stream.first { _ in true })
            }
            return try #require(try await group.next())
        }
    }
}

/// A connection whose bytes are written and read by hand.
struct LiveClient {
    var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var received = ByteBuffer()

    init(inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator, outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>) {
        self.inbound = inbound
        self.outbound = outbound
    }

    /// The server ended the connection while more was awaited.
    struct ServerClosed: Error {}

    private mutating func more() async throws {
        guard var bytes = try await self.inbound.next() else { throw ServerClosed() }
        self.received.writeBuffer(&bytes)
    }

    /// Whether the server has closed, after any further bytes.
    mutating func isClosed() async throws -> Bool {
        while try await self.inbound.next() != nil {}
        return true
    }

    mutating func request(_ line: String, headers: [String] = [], body: String? = nil) async throws -> TestClient.Response {
        var lines = ["\(line) HTTP/1.1", "host: localhost"] + headers
        if let body { lines.append("content-length: \(body.utf8.count)") }
        try await self.outbound.write(ByteBuffer(string: lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")))
        return try await self.response()
    }

    mutating func response() async throws -> TestClient.Response {
        var end = self.received.readableBytesView.firstRange(of: Array("\r\n\r\n".utf8))
        while end == nil {
            try await self.more()
            end = self.received.readableBytesView.firstRange(of: Array("\r\n\r\n".utf8))
        }
        let headLength = (end?.upperBound ?? 0) - self.received.readerIndex
        let head = self.received.readString(length: headLength) ?? ""
        var response = TestClient.Response(head: head)
        let length = response.headers["content-length"].flatMap(Int.init) ?? 0
        while self.received.readableBytes < length { try await self.more() }
        response.body = self.received.readString(length: length) ?? ""
        return response
    }

    // MARK: WebSocket

    mutating func upgrade(_ query: String) async throws {
        #expect(try await self.request("GET /engine.io/?\(query)", headers: TestClient.upgradeHeaders).status == 101)
    }

    func send(_ frame: ByteBuffer) async throws { try await self.outbound.write(frame) }

    func sendText(_ text: String) async throws { try await self.send(TestClient.frame(1, text.utf8)) }

    /// The payload of the next frame.
    mutating func frame() async throws -> (opcode: UInt8, payload: ByteBuffer) {
        while true {
            var bytes = self.received
            if let opcode = bytes.readInteger(as: UInt8.self), let short = bytes.readInteger(as: UInt8.self) {
                let length: Int? =
                    switch short {
                    case 126: bytes.readInteger(as: UInt16.self).map(Int.init)
                    case 127: bytes.readInteger(as: UInt64.self).map(Int.init)
                    default: Int(short)
                    }
                if let length, let payload = bytes.readSlice(length: length) {
                    self.received = bytes
                    return (opcode & 0x0F, payload)
                }
            }
            try await self.more()
        }
    }

    mutating func text() async throws -> String {
        let frame = try await self.frame()
        #expect(frame.opcode == 1)
        return String(buffer: frame.payload)
    }
}
