import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOWebSocket
import Testing

@testable import EngineIO

/// A server and connections to it on one embedded event loop: bytes in, bytes out, and time that moves when told to.
struct TestServer {
    let loop = EmbeddedEventLoop()
    let listener: TestListener
    let engine: EngineIOServer

    init(
        _ listener: TestListener = TestListener(), configure: (inout EngineIOConfiguration) -> Void = { _ in },
        generateID: (@Sendable () -> String)? = nil
    ) {
        var configuration = EngineIOConfiguration()
        configuration.cors.origins = ["https://app.example"]
        configure(&configuration)
        self.listener = listener
        self.engine = EngineIOServer(
            configuration: configuration, listener: listener, logger: Logger(label: "test"), generateID: generateID)
    }

    func connect() throws -> TestClient { try TestClient(server: self) }

    /// Opens a polling session. - Returns: its connection and the target for its further requests.
    func openPolling() throws -> (client: TestClient, target: String) {
        let client = try self.connect()
        let response = try client.request("GET /engine.io/?EIO=4&transport=polling")
        let sid = try #require(response.body.split(separator: "\"").dropFirst(3).first)
        return (client, "/engine.io/?EIO=4&transport=polling&sid=\(sid)")
    }

    func openWebSocket(_ query: String = "EIO=4&transport=websocket") throws -> TestClient {
        let client = try self.connect()
        try client.upgrade(query)
        return client
    }
}

/// One connection of a client that writes its bytes by hand.
final class TestClient {
    struct Response: Equatable {
        var status = 0
        var headers: [String: String] = [:]
        var body = ""

        init(head: String) {
            let lines = head.split(separator: "\r\n")
            let words = lines.first?.split(separator: " ") ?? []
            self.status = words.count > 1 ? Int(words[1]) ?? 0 : 0
            for line in lines.dropFirst() {
                let name = line.prefix { $0 != ":" }
                self.headers[name.lowercased()] = String(line.dropFirst(name.count + 2))
            }
        }
    }

    let channel: EmbeddedChannel
    private let loop: EmbeddedEventLoop
    private var received = ByteBuffer()

    init(server: TestServer) throws {
        self.loop = server.loop
        self.channel = EmbeddedChannel(handler: nil, loop: server.loop)
        let encoder = HTTPResponseEncoder()
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderListSize = server.engine.configuration.maxHeaderBytes
        limits.maxHeaderFieldSize = server.engine.configuration.maxHeaderBytes
        let decoder = ByteToMessageHandler(
            HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes, limitConfiguration: limits))
        let handler = HTTPConnectionHandler(
            server: server.engine, eventLoop: server.loop, codec: (encoder, decoder), router: nil)
        try self.channel.pipeline.syncOperations.addHandlers([encoder, decoder, handler, TestRouter()])
        try self.channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    var isOpen: Bool { self.channel.isActive }

    func send(_ bytes: ByteBuffer) throws {
        try self.channel.writeInbound(bytes)
        self.loop.run()
    }

    func send(_ text: String) throws { try self.send(ByteBuffer(string: text)) }

    /// Everything that has come since the last call.
    func takeBytes() throws -> ByteBuffer {
        self.loop.run()
        var all = self.received
        self.received = ByteBuffer()
        while let part = try self.channel.readOutbound(as: ByteBuffer.self) { all.writeImmutableBuffer(part) }
        return all
    }

    // MARK: HTTP

    /// Sends a request without waiting for its response.
    func start(_ line: String, headers: [String] = [], body: String? = nil) throws {
        var lines = ["\(line) HTTP/1.1", "host: localhost"] + headers
        if let body { lines.append("content-length: \(body.utf8.count)") }
        try self.send(lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? ""))
    }

    /// The next response; `nil` if none has come.
    func response() throws -> Response? {
        var bytes = try self.takeBytes()
        guard let end = bytes.readableBytesView.firstRange(of: Array("\r\n\r\n".utf8)) else {
            self.received = bytes
            return nil
        }
        var response = Response(head: bytes.readString(length: end.upperBound - bytes.readerIndex) ?? "")
        let length = response.headers["content-length"].flatMap(Int.init) ?? 0
        response.body = bytes.readString(length: length) ?? "cut off"
        self.received = bytes
        return response
    }

    func request(_ line: String, headers: [String] = [], body: String? = nil) throws -> Response {
        try self.start(line, headers: headers, body: body)
        return try #require(try self.response())
    }

    // MARK: WebSocket

    static let upgradeHeaders = [
        "connection: Upgrade", "upgrade: websocket", "sec-websocket-version: 13", "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==",
    ]

    @discardableResult
    func upgrade(_ query: String, headers: [String] = []) throws -> Response {
        let response = try self.request("GET /engine.io/?\(query)", headers: Self.upgradeHeaders + headers)
        #expect(response.status == 101)
        return response
    }

    /// - Parameter mask: `nil` sends an unmasked frame.
    static func frame(
        _ opcode: UInt8, _ payload: some Collection<UInt8>, isFinal: Bool = true, mask: [UInt8]? = [1, 2, 3, 4]
    ) -> ByteBuffer {
        var frame = ByteBuffer(bytes: [(isFinal ? 0x80 : 0) | opcode])
        let bit: UInt8 = mask == nil ? 0 : 0x80
        switch payload.count {
        case ...125: frame.writeInteger(bit | UInt8(payload.count))
        case ...0xFFFF: frame.writeMultipleIntegers(bit | 126, UInt16(payload.count))
        default: frame.writeMultipleIntegers(bit | 127, UInt64(payload.count))
        }
        if let mask {
            frame.writeBytes(mask)
            frame.writeBytes(payload.enumerated().map { $1 ^ mask[$0 % 4] })
        } else {
            frame.writeBytes(payload)
        }
        return frame
    }

    func sendText(_ text: String) throws { try self.send(Self.frame(1, text.utf8)) }

    enum Frame: Equatable {
        case text(String)
        case binary([UInt8])
        case pong(String)
        case close(Int?)
    }

    /// The frames that have come since the last call.
    func takeFrames() throws -> [Frame] {
        let decoder = EmbeddedChannel(handler: ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: 10_000_000)))
        try decoder.writeInbound(try self.takeBytes())
        var frames: [Frame] = []
        while let frame = try decoder.readInbound(as: WebSocketFrame.self) {
            #expect(frame.fin && frame.maskKey == nil)
            var data = frame.data
            switch frame.opcode {
            case .text: frames.append(.text(String(buffer: data)))
            case .binary: frames.append(.binary(Array(buffer: data)))
            case .pong: frames.append(.pong(String(buffer: data)))
            case .connectionClose: frames.append(.close(data.readInteger(as: UInt16.self).map(Int.init)))
            default: Issue.record("\(frame)")
            }
        }
        return frames
    }
}

/// Answers each request that reaches the router, when it is complete, with its target.
private final class TestRouter: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private var target = ""

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch self.unwrapInboundIn(data) {
        case .head(let head): self.target = head.uri
        case .body: break
        case .end:
            let body = ByteBuffer(string: self.target)
            let head = HTTPResponseHead(
                version: .http1_1, status: .ok, headers: ["content-length": String(body.readableBytes)])
            context.write(self.wrapOutboundOut(.head(head)), promise: nil)
            context.write(self.wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
            context.writeAndFlush(self.wrapOutboundOut(.end(nil)), promise: nil)
        }
    }
}
