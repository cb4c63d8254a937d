import DequeModule
import NIOCore
import NIOHTTP1
import NIOWebSocket

/// Sits between the HTTP/1 codec and Hummingbird: answers the requests below the server's path, makes WebSockets of
/// upgrade requests, and lets everything else through to the router.
///
/// It handles one request at a time. What a client pipelines behind it waits here, and reading stops meanwhile.
final class HTTPConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// The request in hand.
    private enum Current {
        /// None; a head leads to any of the others.
        case none
        /// The router answers it. Its end leads to `none`.
        case router
        /// One of ours. Its end leads to `none`.
        case polling(RequestID, Polling)
        /// Its `.end` leads to `upgraded`.
        case upgrade(HTTPRequestHead, WebSocketHandler.Purpose)
        case upgraded
        /// Our last answer has been given and our side closed; what still comes is thrown away until the other side
        /// closes too. Closing at once would make the client's kernel throw away an answer it has not yet read.
        case lingering
    }

    private struct Polling {
        var cors: CORSHeaders
        /// `nil` once answered, and for what was answered without a session.
        var session: EngineIOSession?
        /// Of a POST.
        var body: ByteBuffer?
    }

    /// The time for the client to close its side after our last answer.
    private static let lingerTimeout = TimeAmount.seconds(5)
    /// Each such number of bytes gives a request body another second.
    private static let minBodyBytesPerSecond = 10 * 1024

    private let id = ConnectionID.next()
    private let server: EngineIOServer
    private let eventLoop: any EventLoop
    /// HTTP handlers around this one, which a WebSocket has no use for.
    private let codec: (encoder: HTTPResponseEncoder, decoder: ByteToMessageHandler<HTTPRequestDecoder>)
    private let routerHandlers: [any RemovableChannelHandler]

    private var context: ChannelHandlerContext?
    private var current = Current.none
    private var requestNumber = 0
    private var isHead = false
    private var hasBody = false
    private var requestEnded = true
    private var responseEnded = true
    private var closesAfterResponse = false
    private var inputClosed = false
    private var held: Deque<HTTPServerRequestPart> = []
    private var isReplaying = false
    private var readIsPending = false
    private var deadline: NIODeadline?
    private var timer = DeadlineTimer()

    init(
        server: EngineIOServer, eventLoop: any EventLoop,
        codec: (encoder: HTTPResponseEncoder, decoder: ByteToMessageHandler<HTTPRequestDecoder>),
        routerHandlers: [any RemovableChannelHandler]
    ) {
        self.server = server
        self.eventLoop = eventLoop
        self.codec = codec
        self.routerHandlers = routerHandlers
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        self.setDeadline(in: self.server.configuration.requestHeadTimeout)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.timer.cancel()
        self.abort()
        self.context = nil
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
        if self.held.isEmpty { context.read() } else { self.readIsPending = true }
    }

    private var isIdle: Bool {
        if case .none = self.current { true } else { false }
    }

    private func receive(_ part: HTTPServerRequestPart, context: ChannelHandlerContext) {
        switch part {
        case .head(let head):
            self.requestNumber += 1
            self.requestEnded = false
            self.responseEnded = false
            self.closesAfterResponse = !head.isKeepAlive || head.asksForUpgrade
            self.isHead = head.method == .HEAD
            self.hasBody = head.hasBody
            self.setDeadline(in: self.hasBody ? self.server.configuration.requestBodyTimeout : nil)
            self.begin(head, context: context)
        case .body(let bytes):
            if let deadline = self.deadline {
                let nanoseconds = Int64(bytes.readableBytes) * 1_000_000_000 / Int64(Self.minBodyBytesPerSecond)
                self.deadline = deadline + .nanoseconds(nanoseconds)
            }
            self.receiveBody(bytes, context: context)
        case .end:
            self.requestEnded = true
            self.setDeadline(in: nil)
            self.receiveEnd(part, context: context)
            self.endRequestIfDone()
        }
    }

    private func begin(_ head: HTTPRequestHead, context: ChannelHandlerContext) {
        let verdict = self.server.verifier.verify(head)
        if case .pass = verdict {
            self.current = .router
            return context.fireChannelRead(self.wrapInboundOut(.head(head)))
        }
        let request = RequestID(connection: self.id, number: self.requestNumber)
        var polling = Polling(cors: CORSHeaders(origin: head.headers.first(name: "origin")))
        if case .refuseOrigin = verdict { polling.cors = CORSHeaders(origin: nil) }
        self.current = .polling(request, polling)
        let refusal: (EngineIOError) -> PollingResponse = { head.asksForUpgrade ? .refusedUpgrade($0) : .error($0) }

        switch verdict {
        case .pass: break
        case .preflight(let requested): self.respond(.preflight(requestedHeaders: requested.value), to: request)
        case .refuse(let error): self.respond(refusal(error), to: request)
        case .refuseOrigin: self.respond(refusal(.badRequest), to: request)
        case .open(let query), .openWebSocket(let query):
            guard self.server.registry.hasRoom else { return self.respond(.unavailable, to: request) }
            let configuration = self.server.configuration
            guard configuration.allowsHandshake?(head, context.remoteAddress) ?? true else {
                return self.respond(refusal(.forbidden), to: request)
            }
            let handshake = EngineIOHandshake(
                headers: head.headers, query: query, remoteAddress: context.remoteAddress,
                isSecure: configuration.isSecure)
            if case .openWebSocket = verdict {
                self.current = .upgrade(head, .open(id: self.server.makeSessionID(), handshake))
            } else {
                let opened = SessionRunner.open(
                    id: self.server.makeSessionID(), handshake: handshake, webSocket: nil, server: self.server,
                    eventLoop: context.eventLoop)
                self.respond(.payload(PollingPayload.encode([opened.packet])), to: request)
            }
        case .get(let sid), .post(let sid), .upgrade(let sid):
            guard let session = self.server.registry[sid] else {
                return self.respond(refusal(.unknownSession), to: request)
            }
            if case .upgrade = verdict {
                self.current = .upgrade(head, .upgrade(session))
            } else if case .get = verdict {
                self.beginGet(head, request, session, &polling)
            } else {
                self.beginPost(head, request, session, &polling)
            }
        }
    }

    private func beginGet(_ head: HTTPRequestHead, _ id: RequestID, _ session: EngineIOSession, _ polling: inout Polling) {
        polling.session = session
        self.current = .polling(id, polling)
        let handle = self.handle(id)
        session.onEventLoop { $0.getReceived(handle) }
    }

    private func beginPost(_ head: HTTPRequestHead, _ id: RequestID, _ session: EngineIOSession, _ polling: inout Polling) {
        let length = head.headers.first(name: "content-length").flatMap(Int.init) ?? 0
        guard length <= self.server.configuration.maxPayload else { return self.respond(.payloadTooLarge, to: id) }
        // In version 3 of the protocol this was the binary form of a payload.
        let type = head.headers.first(name: "content-type")?.lowercased() ?? ""
        guard !type.hasPrefix("application/octet-stream") else {
            session.onEventLoop { $0.fail(.transportError) }
            return self.respond(.error(.badRequest), to: id)
        }
        polling.session = session
        polling.body = ByteBuffer()
        self.current = .polling(id, polling)
        let handle = self.handle(id)
        session.onEventLoop { $0.postStarted(handle) }
        if head.headers.first(name: "expect")?.lowercased() == "100-continue", !self.responseEnded {
            self.context?.writeAndFlush(
                self.wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
        }
    }

    private func handle(_ id: RequestID) -> RequestHandle { RequestHandle(id: id, handler: self, eventLoop: self.eventLoop) }

    private func receiveBody(_ bytes: ByteBuffer, context: ChannelHandlerContext) {
        switch self.current {
        case .router: context.fireChannelRead(self.wrapInboundOut(.body(bytes)))
        case .polling(let id, var polling):
            guard let session = polling.session, let length = polling.body?.readableBytes else { return }
            guard length + bytes.readableBytes <= self.server.configuration.maxPayload else {
                session.onEventLoop { $0.postRefused(id) }
                return self.respond(.payloadTooLarge, to: id)
            }
            // Nothing else may hold the buffer, or each part would copy all those before it.
            self.current = .lingering
            polling.body?.writeImmutableBuffer(bytes)
            self.current = .polling(id, polling)
        case .none, .upgrade, .upgraded, .lingering: break
        }
    }

    private func receiveEnd(_ part: HTTPServerRequestPart, context: ChannelHandlerContext) {
        switch self.current {
        case .router: context.fireChannelRead(self.wrapInboundOut(part))
        case .upgrade(let head, let purpose): self.upgrade(head, for: purpose, context: context)
        case .polling(let id, let polling):
            guard let session = polling.session, let body = polling.body else { return }
            let packets = try? PollingPayload.decode(body, maxPackets: self.server.configuration.maxPacketsPerPayload)
            let handle = self.handle(id)
            session.onEventLoop { $0.postEnded(handle, packets: packets) }
        case .none, .upgraded, .lingering: break
        }
    }

    // MARK: Answering

    func respond(_ response: PollingResponse, to request: RequestID) {
        guard let context = self.context, case .polling(request, var polling) = self.current, !self.responseEnded else { return }
        polling.session = nil
        polling.body = nil
        self.current = .polling(request, polling)
        self.responseEnded = true
        // Without the rest of the request's body the next request cannot be found.
        if !self.requestEnded, self.hasBody { self.closesAfterResponse = true }
        var headers = response.headers(cors: polling.cors)
        if self.closesAfterResponse { headers.add(name: "connection", value: "close") }
        let head = HTTPResponseHead(version: .http1_1, status: response.status, headers: headers)
        context.write(self.wrapOutboundOut(.head(head)), promise: nil)
        let body = response.body
        if body.readableBytes > 0, !self.isHead {
            context.write(self.wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        }
        context.writeAndFlush(self.wrapOutboundOut(.end(nil)), promise: nil)
        self.endRequestIfDone()
    }

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

    private func endRequestIfDone() {
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

    private func linger(_ context: ChannelHandlerContext) {
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

    private func resumeReading(_ context: ChannelHandlerContext) {
        guard self.readIsPending else { return }
        self.readIsPending = false
        context.read()
    }

    // MARK: WebSockets

    private func upgrade(_ head: HTTPRequestHead, for purpose: WebSocketHandler.Purpose, context: ChannelHandlerContext) {
        var headers = HTTPHeaders()
        CORSHeaders(origin: head.headers.first(name: "origin")).add(to: &headers)
        WebSocketHandshake.responseHeaders(for: head, adding: headers, channel: context.channel)
            .assumeIsolated().whenComplete { result in
                switch result {
                case .success(let headers): self.becomeWebSocket(headers, for: purpose, context: context)
                case .failure: context.close(promise: nil)
                }
            }
    }

    private func becomeWebSocket(_ headers: HTTPHeaders, for purpose: WebSocketHandler.Purpose, context: ChannelHandlerContext) {
        self.current = .upgraded
        self.timer.cancel()
        let response = HTTPResponseHead(version: .http1_1, status: .switchingProtocols, headers: headers)
        context.writeAndFlush(self.wrapOutboundOut(.head(response)), promise: nil)
        let pipeline = context.pipeline.syncOperations
        let handler = WebSocketHandler(id: self.id, purpose: purpose, server: self.server)
        let decoder = ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: self.server.configuration.maxPayload))
        do {
            pipeline.removeHandler(self.codec.encoder, promise: nil)
            try pipeline.addHandlers([decoder, handler], position: .before(self))
            // The HTTP decoder hands on what it had read too far, without a `channelReadComplete`.
            pipeline.removeHandler(self.codec.decoder).assumeIsolated().whenComplete { _ in handler.readEnded() }
            for handler in self.routerHandlers { pipeline.removeHandler(handler, promise: nil) }
            pipeline.removeHandler(self, promise: nil)
        } catch {
            context.close(promise: nil)
        }
    }

    // MARK: Time

    private func setDeadline(in time: TimeAmount?) {
        guard let context = self.context else { return }
        self.deadline = time.map { self.eventLoop.now + $0 }
        if let deadline = self.deadline { self.setTimer(deadline, context: context) }
    }

    private func setTimer(_ deadline: NIODeadline, context: ChannelHandlerContext) {
        self.timer.set(deadline, on: self.eventLoop.assumeIsolated()) {
            self.timer.hasFired()
            guard let deadline = self.deadline, let context = self.context else { return }
            if self.eventLoop.now >= deadline { context.close(promise: nil) } else { self.setTimer(deadline, context: context) }
        }
    }

    // MARK: The end

    /// The connection is gone: the session of an unanswered request learns it.
    private func abort() {
        guard case .polling(let id, let polling) = self.current, let session = polling.session else { return }
        self.current = .lingering
        session.onEventLoop { $0.requestAborted(id) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case let event as ChannelEvent where event == .inputClosed:
            self.inputClosed = true
            if self.held.isEmpty { self.actOnInputClosed(context) }
        case is ChannelShouldQuiesceEvent:
            guard case .polling(_, let polling) = self.current else { return context.fireUserInboundEventTriggered(event) }
            self.closesAfterResponse = true
            polling.session?.close(reason: .serverShuttingDown)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    /// The client sends no more, and all that it had sent has been begun.
    private func actOnInputClosed(_ context: ChannelHandlerContext) {
        switch self.current {
        case .none, .router: context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        // A POST that has come in whole is still answered.
        case .polling(_, let polling) where polling.body != nil && self.requestEnded: break
        case .polling, .upgrade, .lingering: context.close(promise: nil)
        case .upgraded: break
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch self.current {
        // Hummingbird answers 400 where the router still reads, and closes.
        case .router: context.fireErrorCaught(error)
        case .none where error is HTTPParserError:
            let status: HTTPResponseStatus =
                (error as? HTTPParserError) == .headerOverflow ? .requestHeaderFieldsTooLarge : .badRequest
            let head = HTTPResponseHead(
                version: .http1_1, status: status, headers: ["connection": "close", "content-length": "0"])
            context.write(self.wrapOutboundOut(.head(head)), promise: nil)
            context.writeAndFlush(self.wrapOutboundOut(.end(nil)), promise: nil)
            self.linger(context)
        case .polling(let id, let polling) where error is HTTPParserError:
            self.closesAfterResponse = true
            polling.session?.onEventLoop { $0.requestAborted(id) }
            self.respond(.error(.badRequest), to: id)
        case .none, .polling, .upgrade, .upgraded, .lingering: context.close(promise: nil)
        }
    }
}
