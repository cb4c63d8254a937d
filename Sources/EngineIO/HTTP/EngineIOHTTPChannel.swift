public import HummingbirdCore
public import Logging
public import NIOCore
import NIOHTTP1
public import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// An HTTP/1.1 connection of a Hummingbird server, with Engine.IO below its path and the router elsewhere.
public struct EngineIOHTTPChannel: ServerChildChannel, HTTPChannelHandler {
    public typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    public let responder: Responder
    private let server: EngineIOServer

    init(server: EngineIOServer, responder: @escaping Responder) {
        self.server = server
        self.responder = responder
    }

    public func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            let encoder = HTTPResponseEncoder()
            var limits = NIOHTTPDecoderLimitConfiguration()
            limits.maxHeaderListSize = self.server.configuration.maxHeaderBytes
            limits.maxHeaderFieldSize = min(limits.maxHeaderFieldSize, self.server.configuration.maxHeaderBytes)
            let decoder = ByteToMessageHandler(
                HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes, limitConfiguration: limits))
            let routerHandlers: [any RemovableChannelHandler & ChannelHandler] = [
                HTTP1ToHTTPServerCodec(secure: self.server.configuration.isSecure),
                HTTPConnectionStateHandler(logger: logger),
            ]
            let handler = HTTPConnectionHandler(
                server: self.server, eventLoop: channel.eventLoop, codec: (encoder, decoder), routerHandlers: routerHandlers)
            try pipeline.addHandlers([encoder, decoder, handler])
            try pipeline.addHandlers(routerHandlers)
            return try Value(wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
    }

    public func handle(value: Value, logger: Logger) async {
        await self.handleHTTP(asyncChannel: value, logger: logger)
    }
}
