import NIOCore
import NIOHTTP1

/// The requests below the server's path.
extension HTTPConnectionHandler {
    func begin(_ head: HTTPRequestHead, context: ChannelHandlerContext) {
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

    func respond(_ response: PollingResponse, to request: RequestID) {
        guard let context = self.context, case .polling(request, var polling) = self.current, !self.responseEnded else {
            return
        }
        polling.session = nil
        polling.body = nil
        self.current = .polling(request, polling)
        self.responseEnded = true
        // Without the rest of the request's body the next request cannot be found.
        if !self.requestEnded, self.hasBody { self.closesAfterResponse = true }
        var headers = response.headers(cors: polling.cors)
        headers.add(name: "date", value: HTTPDate.now)
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
}
