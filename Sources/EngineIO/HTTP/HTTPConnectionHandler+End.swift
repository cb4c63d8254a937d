import NIOCore
import NIOHTTP1

/// How a connection ends: by the client, by the server, or by what is no HTTP.
extension HTTPConnectionHandler {
    /// The connection is gone: the session of an unanswered request learns it.
    func abort() {
        guard case .polling(let polling) = self.current, let session = polling.session else { return }
        self.current = .lingering
        session.onEventLoop(polling.id) { $0.requestAborted($1) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case let event as ChannelEvent where event == .inputClosed:
            self.inputClosed = true
            if self.held.isEmpty { self.actOnInputClosed(context) }
        case is ChannelShouldQuiesceEvent:
            guard case .polling(let polling) = self.current else {
                // Hummingbird lets a running request end first.
                return self.hasRouter ? context.fireUserInboundEventTriggered(event) : context.close(promise: nil)
            }
            self.closesAfterResponse = true
            polling.session?.close(reason: .serverShuttingDown)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    /// The client sends no more, and all that it had sent has been begun.
    func actOnInputClosed(_ context: ChannelHandlerContext) {
        switch self.current {
        case .none where !self.hasRouter: context.close(promise: nil)
        case .none, .router: context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        // A POST that has come in whole is still answered.
        case .polling(let polling) where polling.body != nil && self.requestEnded: break
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
        case .polling(let polling) where error is HTTPParserError:
            self.closesAfterResponse = true
            polling.session?.onEventLoop(polling.id) { $0.requestAborted($1) }
            self.respond(.error(.badRequest), to: polling.id)
        case .none, .polling, .upgrade, .upgraded, .lingering: context.close(promise: nil)
        }
    }
}
