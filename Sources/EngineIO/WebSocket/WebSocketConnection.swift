import NIOCore
import NIOWebSocket

/// A WebSocket as its session holds it. The session may live on another event loop; then every call is handed over.
struct WebSocketConnection: Sendable {
    let id: ConnectionID
    private let handler: NIOLoopBound<WebSocketHandler>
    private let channel: any Channel

    init(id: ConnectionID, handler: WebSocketHandler, channel: any Channel) {
        self.id = id
        self.handler = NIOLoopBound(handler, eventLoop: channel.eventLoop)
        self.channel = channel
    }

    /// Whether little enough waits for the network.
    var isWritable: Bool { self.channel.isWritable }

    /// Writes and flushes whole frames.
    func write(_ frames: ByteBuffer) { self.run { $0.write(frames) } }

    /// Sends a close frame behind everything written before, then ends the connection.
    func close(_ code: WebSocketErrorCode) { self.run { $0.close(code) } }

    private func run(_ body: @escaping @Sendable (WebSocketHandler) -> Void) {
        let handler = self.handler
        if handler.eventLoop.inEventLoop {
            body(handler.value)
        } else {
            handler.eventLoop.execute { body(handler.value) }
        }
    }
}
