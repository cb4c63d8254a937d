import NIOCore
import NIOHTTP1
import NIOWebSocket

/// The headers of a 101, `Sec-WebSocket-Accept` among them; NIO computes that only within its own upgrader.
enum WebSocketHandshake {
    static func responseHeaders(
        for head: HTTPRequestHead, adding headers: HTTPHeaders, channel: any Channel
    ) -> EventLoopFuture<HTTPHeaders> {
        let upgrader = NIOWebSocketServerUpgrader(
            shouldUpgrade: { channel, _ in channel.eventLoop.makeSucceededFuture(headers) },
            upgradePipelineHandler: { channel, _ in channel.eventLoop.makeSucceededVoidFuture() })
        return upgrader.buildUpgradeResponse(channel: channel, upgradeRequest: head, initialResponseHeaders: HTTPHeaders())
            .map { built in
                var built = built
                built.replaceOrAdd(name: "connection", value: "Upgrade")
                built.replaceOrAdd(name: "upgrade", value: "websocket")
                return built
            }
    }
}
