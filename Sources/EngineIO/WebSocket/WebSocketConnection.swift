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

    func isOn(_ eventLoop: any EventLoop) -> Bool { self.channel.eventLoop === eventLoop }

    /// Runs `body` once everything is read that has come by now. An event loop reads, then runs what was handed to it: so in
    /// a turn after the next.
    func afterNextRead(_ body: @escaping @Sendable () -> Void) {
        let eventLoop = self.channel.eventLoop
        eventLoop.execute { eventLoop.scheduleTask(in: .milliseconds(1), body) }
    }

    /// Writes and flushes whole frames.
    func write(_ frames: ByteBuffer) {
        let handler = self.handler
        if handler.eventLoop.inEventLoop {
            handler.value.write(frames)
        } else {
            handler.eventLoop.execute { handler.value.write(frames) }
        }
    }

    /// Sends a close frame behind everything written before, then ends the connection.
    func close(_ code: WebSocketErrorCode) {
        let handler = self.handler
        if handler.eventLoop.inEventLoop {
            handler.value.close(code)
        } else {
            handler.eventLoop.execute { handler.value.close(code) }
        }
    }
}
