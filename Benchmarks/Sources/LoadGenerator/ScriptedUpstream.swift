import ArgumentParser
import NIOCore
import NIOPosix

/// A language model that is only a script: an OpenAI-compatible server on 127.0.0.1 whose every answer has the same number of
/// tokens. A token is a blank and the moment at which it was sent, see ``TokenStamp``; so whoever gets it knows its age.
struct ScriptedUpstream: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "upstream")

    @Option(help: "Where to listen on 127.0.0.1.")
    var port: Int

    @Option(help: "Tokens of an answer, up to 100,000.")
    var tokens = 1_000

    @Option(help: "Tokens a second of each stream, up to 50; 0: as fast as it goes.")
    var rate = 50

    @Option(help: "Ends by itself after so many seconds, up to 600.")
    var limit = 300

    func validate() throws {
        guard (1...65_535).contains(self.port), (1...100_000).contains(self.tokens), (0...50).contains(self.rate),
            (1...600).contains(self.limit)
        else { throw ValidationError("Out of bounds.") }
    }

    func run() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let loop = group.next()
        let (tokens, rate) = (self.tokens, self.rate)
        let pace = try await loop.submit {
            NIOLoopBound(rate == 0 ? nil : Pace(rate: rate, loop: loop), eventLoop: loop)
        }.get()
        _ = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1_024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ScriptedAnswer(tokens: tokens, pace: pace.value))
                }
            }
            .bind(host: "127.0.0.1", port: self.port).get()
        try await Task.sleep(for: .seconds(self.limit))
    }
}

/// The metronome of all streams: each is told to send once in a period, all of them spread over it.
final class Pace {
    private var slots: [[ScriptedAnswer]]
    private var nextSlot = 0
    private var joined = 0
    private let slotLength: TimeAmount
    private var due: NIODeadline

    init(rate: Int, loop: any EventLoop) {
        let period = 1_000 / rate
        self.slots = Array(repeating: [], count: period)
        self.slotLength = .nanoseconds(1_000_000_000 / Int64(rate) / Int64(period))
        self.due = .now()
        self.wait(on: loop)
    }

    func join(_ stream: ScriptedAnswer) {
        self.slots[self.joined % self.slots.count].append(stream)
        self.joined += 1
    }

    private func wait(on loop: any EventLoop) {
        let bound = NIOLoopBound(self, eventLoop: loop)
        loop.scheduleTask(deadline: self.due) {
            bound.value.run()
            bound.value.wait(on: loop)
        }
    }

    /// All slots whose time has come: of a late timer no token is left out.
    private func run() {
        while self.due <= .now() {
            self.slots[self.nextSlot].removeAll { !$0.sendToken() }
            self.nextSlot = (self.nextSlot + 1) % self.slots.count
            self.due = self.due + self.slotLength
        }
    }
}

/// Answers one request after another on a connection.
final class ScriptedAnswer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Tokens written at once where nothing holds them back.
    private static let burst = 64

    private let tokens: Int
    private let pace: Pace?
    private var left = 0
    private var isStructured = false
    private var request = ByteBuffer()
    private var context: ChannelHandlerContext?

    init(tokens: Int, pace: Pace?) { (self.tokens, self.pace) = (tokens, pace) }

    func channelActive(context: ChannelHandlerContext) { self.context = context }

    func channelInactive(context: ChannelHandlerContext) { self.context = nil }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = self.unwrapInboundIn(data)
        self.request.writeBuffer(&bytes)
        guard let end = self.request.endOfHead,
            let head = self.request.getString(at: self.request.readerIndex, length: end - self.request.readerIndex)
        else { return }
        let length = head.bodyLength ?? 0
        guard self.request.writerIndex - end >= length else { return }
        let body = self.request.getString(at: end, length: length) ?? ""
        self.request.clear()
        guard head.hasPrefix("POST") else {
            let models = #"{"object":"list","data":[{"id":"scripted","object":"model"}]}"#
            return self.write(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(models.utf8.count)\r\n\r\n\(models)")
        }
        self.isStructured = body.contains("\"response_format\"")
        self.left = self.tokens
        self.write(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                + (self.isStructured ? Self.chunk(#"{\"reply\":\""#) : ""))
        if let pace { pace.join(self) } else { self.sendBursts() }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if self.pace == nil, self.left > 0 { self.sendBursts() }
    }

    private func sendBursts() {
        while self.left > 0, let context, context.channel.isWritable { self.send(min(Self.burst, self.left)) }
    }

    /// - Returns: whether more tokens will follow.
    func sendToken() -> Bool {
        guard self.context != nil, self.left > 0 else { return false }
        self.send(1)
        return self.left > 0
    }

    private func send(_ count: Int) {
        guard let context else { return }
        var bytes = context.channel.allocator.buffer(capacity: count * Self.template.readableBytes)
        let stamp = TokenStamp.now
        for _ in 0..<count {
            let start = bytes.writerIndex
            bytes.writeImmutableBuffer(Self.template)
            stamp.write(into: &bytes, at: start + Self.stampOffset)
        }
        self.left -= count
        if self.left == 0 { bytes.writeString(self.isStructured ? Self.structuredEnd : Self.end) }
        context.writeAndFlush(self.wrapOutboundOut(bytes), promise: nil)
    }

    private func write(_ text: String) {
        self.context?.writeAndFlush(self.wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    }

    // MARK: What is sent

    private static let template = ByteBuffer(string: chunk(" 000000"))
    /// Behind the line with the chunk's length, and the blank.
    private static let stampOffset = 5 + eventStart.utf8.count + 1
    private static let end = event(choices: #"[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}]"#) + done
    private static let structuredEnd = chunk(#"\",\"operations\":[],\"styles\":[]}"#) + end
    private static let done =
        event(choices: #"[],"usage":{"prompt_tokens":700,"completion_tokens":1000,"total_tokens":1700}"#)
        + framed("data: [DONE]\n\n") + "0\r\n\r\n"

    private static let objectStart =
        #"data: {"id":"chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG","object":"chat.completion.chunk","created":1763900000,"#
        + #""model":"scripted","service_tier":"default","system_fingerprint":"fp_50cad350e4","choices":"#
    private static let eventStart = objectStart + #"[{"index":0,"delta":{"content":""#

    private static func chunk(_ content: String) -> String {
        self.framed(self.eventStart + content + #""},"logprobs":null,"finish_reason":null}]}"# + "\n\n")
    }

    private static func event(choices: String) -> String { self.framed("\(self.objectStart)\(choices)}\n\n") }

    /// A chunk of its own, RFC 9112 section 7.1.
    private static func framed(_ text: String) -> String {
        let length = String(text.utf8.count, radix: 16)
        return "\(String(repeating: "0", count: max(0, 3 - length.count)))\(length)\r\n\(text)\r\n"
    }
}
