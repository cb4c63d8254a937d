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
    private let isOutermost: Bool

    /// - Parameter isOutermost: whether no other `ServerChildChannel` stands around this one, which would miss the connections
    ///   that ``AcceptedConnections`` takes over.
    init(server: EngineIOServer, responder: @escaping Responder, isOutermost: Bool) {
        self.server = server
        self.responder = responder
        self.router = RouterConnections(server: server)
        self.isOutermost = isOutermost
    }

    public func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let isFirst = channel.parent.map { self.router.opened(listener: $0) } ?? false
            let first = try self.setUp(channel)
            // NIO's name of a pipeline's first handler: Hummingbird's TLS would have added its own before.
            if isFirst, self.isOutermost, first.name == "handler0", let listener = channel.parent {
                self.takeOver(listener, logger)
            }
            return Value(channel: channel.parent ?? channel)
        }
    }

    private func takeOver(_ listener: any Channel, _ logger: Logger) {
        listener.eventLoop.execute {
            do {
                try AcceptedConnections.takeOver(listener) { _ = try self.setUp($0) }
            } catch {
                // It is closed already.
                logger.debug("Connections are not taken over", metadata: ["error": "\(error)"])
            }
        }
    }

    /// - Returns: the first of the connection's handlers.
    private func setUp(_ channel: any Channel) throws -> ChannelHandlerContext {
        let encoder = HTTPResponseEncoder()
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderListSize = self.server.configuration.maxHeaderBytes
        limits.maxHeaderFieldSize = min(limits.maxHeaderFieldSize, self.server.configuration.maxHeaderBytes)
        let decoder = ByteToMessageHandler(
            HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes, limitConfiguration: limits))
        let handler = HTTPConnectionHandler(
            server: self.server, eventLoop: channel.eventLoop, codec: (encoder, decoder), router: self.router)
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandlers([encoder, decoder, handler])
        // NIO keeps the buffer for as long as the channel, and it still grows with what comes. It does not shrink: a read
        // that fills its buffer costs another one.
        try channel.syncOptions?.setOption(
            .recvAllocator,
            value: AdaptiveRecvByteBufferAllocator(minimum: 512, initial: 512, maximum: 64 * 1024))
        return try pipeline.context(handler: encoder)
    }

    /// Returns at once for all connections but the server's first: that call runs the router for all of them, and lasts until
    /// the listening channel and every connection is closed, or its task is cancelled and the running requests have ended.
    public func handle(value: Value, logger: Logger) async {
        await self.router.supervise { await self.handleHTTP(asyncChannel: $0, logger: logger) }
    }
}
