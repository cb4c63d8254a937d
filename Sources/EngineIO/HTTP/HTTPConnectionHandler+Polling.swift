import NIOCore
import NIOHTTP1

/// The requests below the server's path.
extension HTTPConnectionHandler {
    func begin(_ head: HTTPRequestHead, _ fields: RequestFields, context: ChannelHandlerContext) {
        let verdict = self.server.verifier.verify(head, fields)
        if case .pass = verdict {
            return self.beginForRouter(head, context: context)
        }
        let request = RequestID(connection: self.id, number: self.requestNumber)
        var origin = fields.origin
        if case .refuseOrigin = verdict { origin = nil }
        let polling = PollingRequest(id: request, cors: CORSHeaders(origin: origin))
        if self.server.configuration.headers != nil { polling.head = head }
        self.current = .polling(polling)

        switch verdict {
        case .pass: break
        case .preflight(let requested): self.respond(.preflight(requestedHeaders: requested.value), to: request)
        case .refuse(let error): self.respond(self.refusal(error, of: head), to: request)
        case .refuseOrigin: self.respond(self.refusal(.badRequest, of: head), to: request)
        case .open(let query): self.beginHandshake(head, query, .polling, request, context: context)
        case .openWebSocket(let query): self.beginHandshake(head, query, .websocket, request, context: context)
        case .get(let sid), .post(let sid), .upgrade(let sid):
            guard let session = self.server.registry[sid] else {
                return self.respond(self.refusal(.unknownSession, of: head), to: request)
            }
            if case .upgrade = verdict {
                self.current = .upgrade(head, .upgrade(session))
            } else if case .get = verdict {
                self.beginGet(fields, session, polling)
            } else {
                self.beginPost(fields, session, polling)
            }
        }
    }

    private func beginForRouter(_ head: HTTPRequestHead, context: ChannelHandlerContext) {
        self.current = .router
        // A router that starts on a closed connection would wait for its end for ever.
        guard context.channel.isActive else { return }
        if !self.hasRouter, let router = self.router {
            do {
                self.routerHandlers = try router.start(self.id, context.channel)
                self.hasRouter = true
            } catch {
                return context.close(promise: nil)
            }
        }
        context.fireChannelRead(self.wrapInboundOut(.head(head)))
    }

    private func refusal(_ error: EngineIOError, of head: HTTPRequestHead) -> PollingResponse {
        head.asksForUpgrade ? .refusedUpgrade(message: error.message) : .error(error)
    }

    private func beginGet(_ fields: RequestFields, _ session: EngineIOSession, _ polling: PollingRequest) {
        polling.session = session
        if self.server.configuration.compressionThreshold != nil { polling.acceptedEncodings = fields.acceptEncoding }
        session.onEventLoop(self.handle(polling.id)) { $0.getReceived($1) }
    }

    private func beginPost(_ fields: RequestFields, _ session: EngineIOSession, _ polling: PollingRequest) {
        let id = polling.id
        let length = fields.contentLength.flatMap { Int($0) } ?? 0
        guard length <= self.server.configuration.maxPayload else { return self.respond(.payloadTooLarge, to: id) }
        guard (fields.contentEncoding?.lowercased() ?? "identity") == "identity" else {
            return self.respond(.unsupportedEncoding, to: id)
        }
        // In version 3 of the protocol this was the binary form of a payload.
        guard fields.contentType?.lowercased().hasPrefix("application/octet-stream") != true else {
            session.onEventLoop { $0.fail(.transportError) }
            return self.respond(.error(.badRequest), to: id)
        }
        polling.session = session
        polling.body = ByteBuffer()
        session.onEventLoop(self.handle(id)) { $0.postStarted($1) }
        if fields.expect?.lowercased() == "100-continue", !self.responseEnded {
            self.context?.writeAndFlush(
                self.wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
        }
    }

    private func handle(_ id: RequestID) -> RequestHandle { RequestHandle(id: id, handler: self, eventLoop: self.eventLoop) }

    func receiveBody(_ bytes: ByteBuffer, context: ChannelHandlerContext) {
        switch self.current {
        case .router: context.fireChannelRead(self.wrapInboundOut(.body(bytes)))
        case .polling(let polling):
            guard let session = polling.session, let length = polling.body?.readableBytes else { return }
            guard length + bytes.readableBytes <= self.server.configuration.maxPayload else {
                session.onEventLoop(polling.id) { $0.postRefused($1) }
                return self.respond(.payloadTooLarge, to: polling.id)
            }
            polling.body?.writeImmutableBuffer(bytes)
        case .none, .upgrade, .upgraded, .lingering: break
        }
    }

    func receiveEnd(_ part: HTTPServerRequestPart, context: ChannelHandlerContext) {
        switch self.current {
        case .router: context.fireChannelRead(self.wrapInboundOut(part))
        case .upgrade(let head, let purpose): self.upgrade(head, for: purpose, context: context)
        case .polling(let polling):
            guard let session = polling.session, let body = polling.body else { return }
            let packets = try? PollingPayload.decode(body, maxPackets: self.server.configuration.maxPacketsPerPayload)
            session.onEventLoop((self.handle(polling.id), packets)) { $0.postEnded($1.0, packets: $1.1) }
        case .none, .upgraded, .lingering: break
        }
    }
}
