import NIOCore
import NIOPosix
import Synchronization

/// An HTTP server on loopback that answers each request with the bytes that a test has put in line, in the test's own cuts,
/// and remembers what it was sent and how many connections the other side closed.
final class ScriptedServer: Sendable {
    enum Step: Sendable {
        case send(String)
        /// Goes on when this is fulfilled.
        case wait(EventLoopFuture<Void>)
        /// Ends the connection.
        case close
        /// Sends it every 20 ms for as long as the connection is open.
        case keepSending(String)
    }

    struct Request: Sendable {
        /// Request line and headers.
        var head: String
        var body: String
    }

    fileprivate final class Script: Sendable {
        let replies: Mutex<[[Step]]>
        let requests = Mutex<[Request]>([])
        let closed = Mutex(0)

        init(_ replies: [[Step]]) { self.replies = Mutex(replies) }
    }

    private let script: Script
    private let channel: any Channel

    private init(script: Script, channel: any Channel) { (self.script, self.channel) = (script, channel) }

    /// Runs `body` with a server that has these replies; asked for more, it closes the connection.
    static func run<Result>(_ replies: [[Step]], _ body: (ScriptedServer) async throws -> Result) async throws -> Result {
        let script = Script(replies)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Handler(script)) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            let result = try await body(ScriptedServer(script: script, channel: channel))
            try await channel.close()
            return result
        } catch {
            try? await channel.close()
            throw error
        }
    }

    var baseURL: String { "http://127.0.0.1:\(self.channel.localAddress?.port ?? 0)/v1" }
    var requests: [Request] { self.script.requests.withLock { $0 } }
    var repliesLeft: Int { self.script.replies.withLock { $0.count } }

    /// Waits until the other side has closed so many connections.
    func connectionsClosed(_ count: Int) async {
        while self.script.closed.withLock({ $0 }) < count { await Task.yield() }
    }

    private final class Handler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let script: Script
        private var received = ""
        private var closing = false

        init(_ script: Script) { self.script = script }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            self.received += String(buffer: self.unwrapInboundIn(data))
            guard let end = self.received.firstRange(of: "\r\n\r\n") else { return }
            let head = String(self.received[..<end.lowerBound])
            let length =
                head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length: ") }.flatMap {
                    Int($0.dropFirst(16))
                } ?? 0
            let body = String(self.received[end.upperBound...])
            guard body.utf8.count >= length else { return }
            self.received = ""
            self.script.requests.withLock { $0.append(Request(head: head, body: body)) }
            let reply = self.script.replies.withLock { $0.isEmpty ? [.close] : $0.removeFirst() }
            self.run(reply[...], context: context)
        }

        private func run(_ steps: ArraySlice<Step>, context: ChannelHandlerContext) {
            switch steps.first {
            case .send(let text)?:
                // One write after the other has left, so that the cuts stay.
                let next = NIOLoopBound(context, eventLoop: context.eventLoop)
                context.writeAndFlush(self.wrapOutboundOut(ByteBuffer(string: text))).assumeIsolated().whenSuccess {
                    self.run(steps.dropFirst(), context: next.value)
                }
            case .wait(let future)?:
                let next = NIOLoopBound(context, eventLoop: context.eventLoop)
                future.hop(to: context.eventLoop).assumeIsolated().whenSuccess {
                    self.run(steps.dropFirst(), context: next.value)
                }
            case .close?:
                self.closing = true
                context.close(promise: nil)
            case .keepSending(let text)?:
                guard context.channel.isActive else { return }
                context.writeAndFlush(self.wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
                let next = NIOLoopBound(context, eventLoop: context.eventLoop)
                context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(20)) { self.run(steps, context: next.value) }
            case nil: break
            }
        }

        func channelInactive(context: ChannelHandlerContext) {
            if !self.closing { self.script.closed.withLock { $0 += 1 } }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}

extension ScriptedServer.Step {
    /// A whole answer of one JSON text.
    static func json(_ body: String, status: String = "200 OK", headers: String = "") -> ScriptedServer.Step {
        .send(
            "HTTP/1.1 \(status)\r\ncontent-type: application/json\r\n\(headers)content-length: \(body.utf8.count)\r\n\r\n\(body)"
        )
    }

    /// The head of an event stream that lasts until the connection ends, or to ``lastChunk``.
    static let stream = ScriptedServer.Step.send(
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\ntransfer-encoding: chunked\r\n\r\n")

    static let lastChunk = ScriptedServer.Step.send("0\r\n\r\n")

    static func events(_ text: String) -> ScriptedServer.Step { .send(self.chunk(text)) }

    static func text(_ text: String) -> ScriptedServer.Step { .events(self.delta(text)) }

    static func chunk(_ text: String) -> String { "\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n" }

    static func delta(_ text: String) -> String {
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\(text)\"},\"finish_reason\":null}]}\n\n"
    }

    static let stop = ScriptedServer.Step.events(
        "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n")
    static let done = ScriptedServer.Step.events("data: [DONE]\n\n")
}
