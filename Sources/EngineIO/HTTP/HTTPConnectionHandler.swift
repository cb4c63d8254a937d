import DequeModule
import NIOCore
import NIOHTTP1

/// Sits between the HTTP/1 codec and Hummingbird: answers the requests below the server's path, makes WebSockets of
/// upgrade requests, and lets everything else through to the router.
///
/// It handles one request at a time. What a client pipelines behind it waits here, and reading stops meanwhile.
final class HTTPConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler, TimerClient {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// The request in hand.
    enum Current {
        /// None; a head leads to any of the others.
        case none
        /// The router answers it. Its end leads to `none`.
        case router
        /// One of ours. Its end leads to `none`.
        case polling(PollingRequest)
        /// Its `.end` leads to `upgraded`.
        case upgrade(HTTPRequestHead, WebSocketHandler.Purpose)
        case upgraded
        /// Our last answer has been given and our side closed; what still comes is thrown away until the other side
        /// closes too. Closing at once would make the client's kernel throw away an answer it has not yet read.
        case lingering
    }

    /// How often a connection is read while the application decides on its handshake: so much can be waiting behind it, and
    /// so the client's end is noticed.
    private static let maxReadsDuringAdmission = 4

    /// The time for the client to close its side after our last answer.
    private static let lingerTimeout = TimeAmount.seconds(5)

    let id = ConnectionID.next()
    let server: EngineIOServer
    let eventLoop: any EventLoop
    /// HTTP handlers around this one, which a WebSocket has no use for.
    let codec: (encoder: HTTPResponseEncoder, decoder: ByteToMessageHandler<HTTPRequestDecoder>)
    /// `nil` if the router stands behind this handler from the beginning.
    let router: RouterConnections?
    /// Empty until the first request for the router.
    var routerHandlers: [any RemovableChannelHandler] = []
    var hasRouter: Bool

    var context: ChannelHandlerContext?
    /// Where whole answers are written, so that they pass the encoder by. Looked up for the first one.
    var encoderContext: ChannelHandlerContext?
    var current = Current.none
    var requestNumber = 0
    var isHead = false
    var hasBody = false
    var requestEnded = true
    var responseEnded = true
    var closesAfterResponse = false
    /// Another handler has taken the connection over, and says when it closes.
    var isWebSocket = false
    private var isOneTooMany = false
    var inputClosed = false
    var held: Deque<HTTPServerRequestPart> = []
    private var isReplaying = false
    private var readIsPending = false
    let timers: TimerWheel
    var timerPlace = TimerPlace()
    /// The time by which the client has to have sent something; past it the connection is closed.
    var deadline: NIODeadline?
    /// The application decides on the request in hand.
    var admission: Task<Void, Never>?
    var readsDuringAdmission = 0

    init(
        server: EngineIOServer, eventLoop: any EventLoop,
        codec: (encoder: HTTPResponseEncoder, decoder: ByteToMessageHandler<HTTPRequestDecoder>),
        router: RouterConnections?
    ) {
        self.server = server
        self.eventLoop = eventLoop
        self.timers = server.timers(on: eventLoop)
        self.codec = codec
        self.router = router
        self.hasRouter = router == nil
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        self.setDeadline(in: self.server.configuration.requestHeadTimeout)
        let hasRoom = self.server.registry.connectionOpened()
        let mayStay = self.router?.opened(self.id, context.channel) ?? true
        self.isOneTooMany = !hasRoom || !mayStay
    }

    func channelActive(context: ChannelHandlerContext) {
        // Not before: a channel that fails to be set up would look to the listening socket like a fault of its own.
        if self.isOneTooMany { context.close(promise: nil) } else { context.fireChannelActive() }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.timers.remove(self)
        self.admission?.cancel()
        self.admission = nil
        self.abort()
        self.context = nil
        if !self.isWebSocket { self.server.connectionClosed(self.id, router: self.router) }
        self.encoderContext = nil
    }

    // MARK: Reading

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = self.unwrapInboundIn(data)
        if case .lingering = self.current { return }
        if case .head = part, !self.isIdle { return self.held.append(part) }
        guard self.held.isEmpty else { return self.held.append(part) }
        self.receive(part, context: context)
    }

    func channelReadComplete(context: ChannelHandlerContext) { context.fireChannelReadComplete() }

    func read(context: ChannelHandlerContext) {
        if self.admission != nil { self.readsDuringAdmission += 1 }
        let mayRead = self.held.isEmpty && (self.admission == nil || self.readsDuringAdmission <= Self.maxReadsDuringAdmission)
        if mayRead { context.read() } else { self.readIsPending = true }
    }

    private var isIdle: Bool {
        if case .none = self.current { true } else { false }
    }

    private func receive(_ part: HTTPServerRequestPart, context: ChannelHandlerContext) {
        switch part {
        case .head(let head):
            let fields = RequestFields(head.headers)
            self.requestNumber += 1
            self.requestEnded = false
            self.responseEnded = false
            self.closesAfterResponse = !head.isKeepAlive || head.method == .CONNECT || fields.hasUpgrade && head.asksForUpgrade
            self.isHead = head.method == .HEAD
            self.hasBody = fields.hasBody
            self.setDeadline(in: self.hasBody ? self.server.configuration.requestBodyTimeout : nil)
            self.begin(head, fields, context: context)
        case .body(let bytes):
            self.extendDeadline(bytes: bytes.readableBytes)
            self.receiveBody(bytes, context: context)
        case .end:
            self.requestEnded = true
            self.setDeadline(in: self.admission == nil ? nil : self.server.configuration.admissionTimeout)
            self.receiveEnd(part, context: context)
            self.endRequestIfDone()
        }
    }

    // MARK: Answering

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .router = self.current else { return context.write(data, promise: promise) }
        switch self.unwrapOutboundIn(data) {
        case .head(var head) where self.closesAfterResponse && head.status.code >= 200:
            head.headers.replaceOrAdd(name: "connection", value: "close")
            context.write(self.wrapOutboundOut(.head(head)), promise: promise)
        case .head, .body: context.write(data, promise: promise)
        case .end:
            self.responseEnded = true
            // Before the next request is begun, which would come behind it.
            context.writeAndFlush(data, promise: promise)
            self.endRequestIfDone()
        }
    }

    func endRequestIfDone() {
        guard self.responseEnded, let context = self.context else { return }
        switch self.current {
        case .none, .upgrade, .upgraded, .lingering: return
        case .router, .polling: break
        }
        if self.closesAfterResponse || self.inputClosed && self.held.isEmpty {
            // The router may still want the rest of the request it has answered.
            if case .router = self.current, !self.requestEnded, !self.inputClosed { return }
            return self.linger(context)
        }
        guard self.requestEnded else { return }
        self.current = .none
        self.setDeadline(in: self.server.configuration.keepAliveTimeout)
        self.replay(context)
    }

    func linger(_ context: ChannelHandlerContext) {
        self.current = .lingering
        self.held.removeAll()
        guard !self.inputClosed else { return context.close(promise: nil) }
        self.setDeadline(in: Self.lingerTimeout)
        context.close(mode: .output, promise: nil)
        self.resumeReading(context)
    }

    /// Takes up what was pipelined behind the request that has ended; in a loop, as a chain of calls could get too deep.
    private func replay(_ context: ChannelHandlerContext) {
        guard !self.isReplaying, !self.held.isEmpty else { return }
        self.isReplaying = true
        while let part = self.held.first {
            if case .head = part, !self.isIdle { break }
            self.held.removeFirst()
            self.receive(part, context: context)
        }
        self.isReplaying = false
        context.fireChannelReadComplete()
        guard self.held.isEmpty else { return }
        if self.inputClosed { self.actOnInputClosed(context) } else { self.resumeReading(context) }
    }

    func resumeReading(_ context: ChannelHandlerContext) {
        guard self.readIsPending, self.held.isEmpty else { return }
        self.readIsPending = false
        context.read()
    }
}
