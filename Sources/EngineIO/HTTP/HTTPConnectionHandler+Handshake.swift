import NIOCore
import NIOHTTP1

/// From a request for a new session to the session, by way of the application's decision.
extension HTTPConnectionHandler {
    func beginHandshake(
        _ head: HTTPRequestHead, _ query: [EngineIOHandshake.QueryItem], _ transport: EngineIOTransport, _ id: RequestID,
        context: ChannelHandlerContext
    ) {
        guard self.server.registry.admitsHandshake(now: self.eventLoop.now) else { return self.respond(.unavailable, to: id) }
        let handshake = EngineIOHandshake(
            headers: head.headers.kept, query: query,
            // Not the context's, which asks the system.
            remoteAddress: context.channel.remoteAddress,
            isSecure: self.server.configuration.isSecure)
        guard let allowRequest = self.server.configuration.allowRequest else {
            return self.open(handshake, by: head, transport, id)
        }
        let handler = NIOLoopBound(self, eventLoop: self.eventLoop)
        self.admission = Task {
            let admission = await allowRequest(handshake)
            handler.eventLoop.execute { handler.value.decided(admission, on: handshake, by: head, transport, id) }
        }
        self.readsDuringAdmission = 0
    }

    private func decided(
        _ admission: EngineIOAdmission, on handshake: EngineIOHandshake, by head: HTTPRequestHead,
        _ transport: EngineIOTransport, _ id: RequestID
    ) {
        // The client may have gone, or been refused for what it sent meanwhile.
        guard let context = self.context, case .polling(let polling) = self.current, polling.id == id, !self.responseEnded
        else { return }
        self.admission = nil
        self.setDeadline(in: nil)
        self.resumeReading(context)
        switch admission.decision {
        case .allow(let user):
            if self.server.registry.hasRoom {
                var handshake = handshake
                handshake.user = user
                self.open(handshake, by: head, transport, id)
            } else {
                self.respond(.unavailable, to: id)
            }
        case .refuse(let message):
            self.respond(
                head.asksForUpgrade ? .refusedUpgrade(message: message) : .forbidden(message: message), to: id)
        }
    }

    private func open(
        _ handshake: EngineIOHandshake, by head: HTTPRequestHead, _ transport: EngineIOTransport, _ id: RequestID
    ) {
        guard let context = self.context, case .polling(let polling) = self.current, polling.id == id,
            let sessionID = self.server.makeSessionID()
        else { return self.respond(.unavailable, to: id) }
        switch transport {
        case .websocket:
            self.current = .upgrade(head, .open(id: sessionID, handshake))
            if self.requestEnded { self.upgrade(head, for: .open(id: sessionID, handshake), context: context) }
        case .polling:
            polling.opened = PollingRequest.Opened(id: sessionID, handshake: handshake)
            let opened = SessionRunner.open(
                id: sessionID, handshake: handshake, webSocket: nil, server: self.server, eventLoop: context.eventLoop,
                timers: self.timers)
            self.respond(.payload(PollingPayload.encode([opened.packet])), to: id)
        }
    }
}

extension HTTPHeaders {
    /// Names of more bytes than a `String` holds in itself, as clients write them.
    private static let longNames: Set<String> = [
        "Sec-WebSocket-Key", "Sec-WebSocket-Version", "Sec-WebSocket-Extensions", "Sec-WebSocket-Protocol",
        "sec-websocket-key", "sec-websocket-version", "sec-websocket-extensions", "sec-websocket-protocol",
        "sec-ch-ua-mobile", "sec-ch-ua-platform", "X-Forwarded-Host", "X-Forwarded-Proto",
        "x-forwarded-host", "x-forwarded-proto",
    ]

    /// A copy that takes no more memory than it has to, as it stays as long as the session: the parser's array has room
    /// for more fields, and each long name in it is an object of its own.
    fileprivate var kept: HTTPHeaders {
        HTTPHeaders(
            self.map { name, value in
                guard name.utf8.count > 15, let known = Self.longNames.firstIndex(of: name) else { return (name, value) }
                return (Self.longNames[known], value)
            })
    }
}
