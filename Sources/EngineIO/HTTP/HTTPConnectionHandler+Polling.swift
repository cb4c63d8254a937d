import NIOCore
import NIOHTTP1

/// The requests below the server's path.
extension HTTPConnectionHandler {
    func begin(_ head: HTTPRequestHead, context: ChannelHandlerContext) {
        let verdict = self.server.verifier.verify(head)
        if case .pass = verdict {
            return self.beginForRouter(head, context: context)
        }
        let request = RequestID(connection: self.id, number: self.requestNumber)
        var polling = Polling(cors: CORSHeaders(origin: head.headers.first(name: "origin")))
        if case .refuseOrigin = verdict { polling.cors = CORSHeaders(origin: nil) }
        if self.server.configuration.headers != nil { polling.head = head }
        self.current = .polling(request, polling)

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
                self.beginGet(head, request, session, &polling)
            } else {
                self.beginPost(head, request, session, &polling)
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

    private func beginGet(_ head: HTTPRequestHead, _ id: RequestID, _ session: EngineIOSession, _ polling: inout Polling) {
        polling.session = session
        if self.server.configuration.compressionThreshold != nil {
            polling.acceptedEncodings = head.headers.first(name: "accept-encoding")
        }
        self.current = .polling(id, polling)
        let handle = self.handle(id)
        session.onEventLoop { $0.getReceived(handle) }
    }

    private func beginPost(_ head: HTTPRequestHead, _ id: RequestID, _ session: EngineIOSession, _ polling: inout Polling) {
        let length = head.headers.first(name: "content-length").flatMap(Int.init) ?? 0
        guard length <= self.server.configuration.maxPayload else { return self.respond(.payloadTooLarge, to: id) }
        let encoding = head.headers.first(name: "content-encoding")?.lowercased() ?? "identity"
        guard encoding == "identity" else { return self.respond(.unsupportedEncoding, to: id) }
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

    func receiveBody(_ bytes: ByteBuffer, context: ChannelHandlerContext) {
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

    func receiveEnd(_ part: HTTPServerRequestPart, context: ChannelHandlerContext) {
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
}
