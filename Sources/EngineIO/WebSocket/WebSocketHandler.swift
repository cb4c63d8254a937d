import NIOCore
import NIOWebSocket

/// Stands between a WebSocket's bytes and its session.
final class WebSocketHandler: ChannelInboundHandler, TimerClient {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// What the connection was opened for.
    enum Purpose {
        case open(id: String, EngineIOHandshake)
        case upgrade(EngineIOSession)
    }

    /// How long the other side may take to end the connection once our close frame has left.
    private static let lingerTimeout = TimeAmount.seconds(2)

    private let id: ConnectionID
    private let server: EngineIOServer
    private let purpose: Purpose
    private var session: EngineIOSession?
    private var context: ChannelHandlerContext?
    private var decoder: WebSocketDecoder
    /// The client broke the rules of framing: no more frames can be found.
    private var isBroken = false
    /// The session is being told of the end; what it still sends goes out before the close frame.
    private var isEnding = false
    /// A close frame has been sent.
    private var isClosing = false
    /// Control frames that leave at the end of the burst.
    private var unflushed = false
    private var isReading = false
    /// Packets for a session on another event loop, handed over once per burst.
    private var batch: [EnginePacket] = []
    private var isRemote = false
    private var controlFrames = RateLimiter()
    /// When the connection is cut, once it is closing.
    private var endDeadline: NIODeadline?
    private let router: RouterConnections?
    private let timers: TimerWheel
    var timerPlace = TimerPlace()

    init(
        id: ConnectionID, purpose: Purpose, server: EngineIOServer, router: RouterConnections?, timers: TimerWheel
    ) {
        self.id = id
        self.purpose = purpose
        self.server = server
        self.router = router
        self.timers = timers
        self.decoder = WebSocketDecoder(
            maxMessageLength: server.configuration.maxPayload, maxFragments: server.configuration.maxFragments)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        self.server.registry.webSocketOpened()
        let connection = WebSocketConnection(id: self.id, handler: self, channel: context.channel)
        switch self.purpose {
        case .open(let id, let handshake):
            self.session =
                SessionRunner.open(
                    id: id, handshake: handshake, webSocket: connection, server: self.server,
                    eventLoop: context.eventLoop, timers: self.timers
                ).session
        case .upgrade(let session):
            self.session = session
            self.isRemote = !session.eventLoop.inEventLoop
            session.onEventLoop { $0.webSocketConnected(connection) }
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        // No close frame, and no timers that would keep the channel, for a client that has gone.
        self.isEnding = true
        self.tellClosed(.transportClose)
        self.timers.remove(self)
        self.context = nil
        self.server.registry.webSocketClosed()
        self.server.connectionClosed(self.id, router: self.router)
    }

    // MARK: Reading

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !self.isBroken else { return }
        var bytes = self.unwrapInboundIn(data)
        var space = ByteBuffer()
        self.isReading = true
        do {
            while let item = try self.decoder.next(in: &bytes, space: &space) { self.receive(item, context) }
        } catch {
            self.isBroken = true
            self.fail(error.code)
        }
    }

    private func receive(_ item: WebSocketDecoder.Item, _ context: ChannelHandlerContext) {
        guard !self.isClosing else {
            // The other side's answer to our close frame; what else still comes is of no interest.
            if case .close = item { context.close(promise: nil) }
            return
        }
        switch item {
        case .text(let payload):
            guard let packet = EnginePacket(text: payload) else { return self.fail(.protocolError, reason: .parseError) }
            self.deliver(packet)
        case .binary(let payload): self.deliver(.binary(payload))
        case .ping(let payload): if self.takesControlFrame(context) { self.writeControl(.pong, payload) }
        case .pong: _ = self.takesControlFrame(context)
        case .close(let code):
            self.finish(code.map { ByteBuffer(integer: $0) } ?? ByteBuffer(), reason: .transportClose)
        }
    }

    private func takesControlFrame(_ context: ChannelHandlerContext) -> Bool {
        let rate = self.server.configuration.maxControlFramesPerSecond
        guard self.controlFrames.take(now: context.eventLoop.now, rate: rate, burst: rate) else {
            self.fail(.policyViolation)
            return false
        }
        return true
    }

    private func deliver(_ packet: EnginePacket) {
        if self.isRemote {
            self.batch.append(packet)
        } else {
            self.session?.localRunner.webSocketReceived(packet, on: self.id)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) { self.readEnded() }

    /// Also called where a burst ends without a `channelReadComplete`.
    func readEnded() {
        guard self.isReading else { return }
        self.isReading = false
        if self.isRemote {
            self.handOver()
        } else {
            self.session?.localRunner.webSocketReadEnded()
        }
        if self.unflushed {
            self.unflushed = false
            self.context?.flush()
        }
    }

    private func handOver() {
        guard !self.batch.isEmpty else { return }
        let batch = self.batch
        self.batch = []
        self.session?.onEventLoop { [id = self.id] runner in
            for packet in batch { runner.webSocketReceived(packet, on: id) }
            runner.webSocketReadEnded()
        }
    }

    // MARK: Writing

    func write(_ frames: ByteBuffer) {
        guard let context = self.context, !self.isClosing else { return }
        guard !self.isTooSlow(context) else {
            self.tellClosed(.slowClient)
            return context.close(promise: nil)
        }
        context.writeAndFlush(self.wrapOutboundOut(frames), promise: nil)
    }

    /// A channel is writable up to a mark far below the bound, so the exact count is rarely needed.
    private func isTooSlow(_ context: ChannelHandlerContext) -> Bool {
        guard !context.channel.isWritable else { return false }
        let buffered = try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)
        return (buffered ?? 0) > self.server.configuration.maxOutboundBytes
    }

    private func writeControl(_ opcode: WebSocketOpcode, _ payload: ByteBuffer) {
        guard let context = self.context else { return }
        guard !self.isTooSlow(context) else {
            self.tellClosed(.slowClient)
            return context.close(promise: nil)
        }
        var frame = ByteBuffer()
        frame.writeFrameHead(opcode, length: payload.readableBytes)
        frame.writeImmutableBuffer(payload)
        context.write(self.wrapOutboundOut(frame), promise: nil)
        self.unflushed = true
    }

    // MARK: The end

    func close(_ code: WebSocketErrorCode) {
        self.session = nil
        self.fail(code)
    }

    private func fail(_ code: WebSocketErrorCode, reason: EngineIOCloseReason = .transportError) {
        var data = ByteBuffer()
        data.write(webSocketErrorCode: code)
        self.finish(data, reason: reason)
    }

    /// Sends a close frame and ends our side; the other side gets a moment to end its own.
    private func finish(_ payload: ByteBuffer, reason: EngineIOCloseReason) {
        guard let context = self.context, !self.isEnding else { return }
        self.isEnding = true
        self.tellClosed(reason)
        self.isClosing = true
        var frame = ByteBuffer()
        frame.writeFrameHead(.connectionClose, length: payload.readableBytes)
        frame.writeImmutableBuffer(payload)
        // What was sent before may be much for a slow line.
        self.setEndTimer(self.server.configuration.closeTimeout)
        let left = context.eventLoop.makePromise(of: Void.self)
        left.futureResult.assumeIsolated().whenComplete { _ in self.setEndTimer(Self.lingerTimeout) }
        context.writeAndFlush(self.wrapOutboundOut(frame), promise: left)
        context.close(mode: .output, promise: nil)
    }

    private func setEndTimer(_ time: TimeAmount) {
        guard let context = self.context else { return }
        let deadline = self.server.registry.deadline(in: time, now: context.eventLoop.now)
        self.endDeadline = deadline
        self.timers.add(self, at: deadline)
    }

    func timerFired() {
        guard let context = self.context, let deadline = self.endDeadline else { return }
        if context.eventLoop.now >= deadline { context.close(promise: nil) } else { self.timers.add(self, at: deadline) }
    }

    /// What came before the end is delivered before it.
    private func tellClosed(_ reason: EngineIOCloseReason) {
        self.handOver()
        self.session?.onEventLoop { [id = self.id] in $0.webSocketClosed(id, reason: reason) }
        self.session = nil
    }

    // MARK: Events

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent:
            if let session = self.session { session.close(reason: .serverShuttingDown) } else { self.fail(.goingAway) }
        case let event as ChannelEvent where event == .inputClosed:
            self.isEnding = true
            self.tellClosed(.transportClose)
            context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        self.isEnding = true
        self.tellClosed(.transportError)
        context.close(promise: nil)
    }
}
