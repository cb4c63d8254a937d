public import HummingbirdCore
public import Logging
public import NIOCore
import NIOHTTP1

/// An HTTP/1.1 connection of a Hummingbird server, with Engine.IO below its path and the router elsewhere.
public struct EngineIOHTTPChannel: ServerChildChannel, HTTPChannelHandler {
    /// A connection as the server holds it.
    public struct Value: ServerChildChannelValue {
        /// The listening channel. The connection's own would stay in memory with the one call of
        /// ``EngineIOHTTPChannel/handle(value:logger:)`` that lasts.
        public let channel: any Channel
    }

    public let responder: Responder
    private let server: EngineIOServer
    private let router: RouterConnections

    init(server: EngineIOServer, responder: @escaping Responder) {
        self.server = server
        self.responder = responder
        self.router = RouterConnections(server: server)
    }

    public func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let encoder = HTTPResponseEncoder()
            var limits = NIOHTTPDecoderLimitConfiguration()
            limits.maxHeaderListSize = self.server.configuration.maxHeaderBytes
            limits.maxHeaderFieldSize = min(limits.maxHeaderFieldSize, self.server.configuration.maxHeaderBytes)
            let decoder = ByteToMessageHandler(
                HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes, limitConfiguration: limits))
            let handler = HTTPConnectionHandler(
                server: self.server, eventLoop: channel.eventLoop, codec: (encoder, decoder), router: self.router)
            try channel.pipeline.syncOperations.addHandlers([encoder, decoder, handler])
            // NIO keeps the buffer for as long as the channel, and it still grows with what comes. It does not shrink: a read
            // that fills its buffer costs another one.
            try channel.syncOptions?.setOption(
                .recvAllocator,
                value: AdaptiveRecvByteBufferAllocator(minimum: 512, initial: 512, maximum: 64 * 1024))
            return Value(channel: channel.parent ?? channel)
        }
    }

    /// Returns at once for all connections but the server's first: that call runs the router for all of them, and lasts until
    /// the listening channel and every connection is closed, or its task is cancelled and the running requests have ended.
    public func handle(value: Value, logger: Logger) async {
        await self.router.supervise { await self.handleHTTP(asyncChannel: $0, logger: logger) }
    }
}
