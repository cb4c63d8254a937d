import NIOCore
import NIOHTTP1

/// From HTTP to a WebSocket, on the same connection.
extension HTTPConnectionHandler {
    func upgrade(_ head: HTTPRequestHead, for purpose: WebSocketHandler.Purpose, context: ChannelHandlerContext) {
        var headers = HTTPHeaders()
        CORSHeaders(origin: head.headers.first(name: "origin")).add(to: &headers)
        var opened: PollingRequest.Opened?
        if case .open(let id, let handshake) = purpose { opened = PollingRequest.Opened(id: id, handshake: handshake) }
        self.addApplicationHeaders(to: &headers, opened: opened, head: head)
        WebSocketHandshake.responseHeaders(for: head, adding: headers, channel: context.channel)
            .assumeIsolated().whenComplete { result in
                switch result {
                case .success(let headers): self.claimSession(headers, for: purpose, context: context)
                case .failure: context.close(promise: nil)
                }
            }
    }

    /// A session on another event loop learns of its WebSocket before the 101 leaves: the client may open a second one as
    /// soon as it has read that, and the first must go on.
    private func claimSession(_ headers: HTTPHeaders, for purpose: WebSocketHandler.Purpose, context: ChannelHandlerContext) {
        self.current = .upgraded
        guard case .upgrade(let session) = purpose, !session.eventLoop.inEventLoop else {
            return self.becomeWebSocket(headers, for: purpose, context: context)
        }
        let (id, eventLoop) = (self.id, context.eventLoop)
        let waiting = NIOLoopBound((handler: self, context: context), eventLoop: eventLoop)
        session.onEventLoop { runner in
            runner.webSocketClaimed(id)
            eventLoop.execute {
                let (handler, context) = waiting.value
                guard context.channel.isActive else { return }
                handler.becomeWebSocket(headers, for: .upgrade(session), context: context)
            }
        }
    }

    private func becomeWebSocket(_ headers: HTTPHeaders, for purpose: WebSocketHandler.Purpose, context: ChannelHandlerContext)
    {
        let response = HTTPResponseHead(version: .http1_1, status: .switchingProtocols, headers: headers)
        context.write(self.wrapOutboundOut(.head(response)), promise: nil)
        // The open packet follows within this turn of the event loop, and takes the 101 with it.
        if case .upgrade = purpose { context.flush() }
        let pipeline = context.pipeline.syncOperations
        let handler = WebSocketHandler(
            id: self.id, purpose: purpose, server: self.server, router: self.router, timers: self.timers)
        do {
            pipeline.removeHandler(self.codec.encoder, promise: nil)
            try pipeline.addHandler(handler, position: .before(self))
            self.isWebSocket = true
            // The HTTP decoder hands on what it had read too far, without a `channelReadComplete`.
            pipeline.removeHandler(self.codec.decoder).assumeIsolated().whenComplete { _ in handler.readEnded() }
            for handler in self.routerHandlers { pipeline.removeHandler(handler, promise: nil) }
            pipeline.removeHandler(self, promise: nil)
        } catch {
            context.close(promise: nil)
        }
    }
}
