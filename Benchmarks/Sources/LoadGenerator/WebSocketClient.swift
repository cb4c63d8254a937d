import NIOCore

/// One WebSocket, from the HTTP request to the namespace `/`; then it counts the events that come.
///
/// It is written for few instructions rather than for strictness: what the load costs is taken from the same two cores.
final class WebSocketClient: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// What the connection is for.
    enum Purpose {
        case echo
        case socketIO
        /// Takes over a polling session.
        case upgrade(sid: String)
    }

    private enum Phase { case handshake, open, connect, probe, ready, closed }

    /// When it is usable, on its event loop.
    var onReady: (WebSocketClient) -> Void = { _ in }
    /// A number of events has come in one read.
    var onEvents: (WebSocketClient, Int) -> Void = { _, _ in }
    /// One event, as it came.
    var onEvent: ((ByteBuffer) -> Void)?
    var onClosed: (WebSocketClient) -> Void = { _ in }
    /// When the events that are under way were sent; used by the echo scenario.
    var sent: [UInt64] = []
    var oldest = 0

    private let purpose: Purpose
    private var phase = Phase.handshake
    private var context: ChannelHandlerContext?
    private var rest: ByteBuffer?

    private static let pong = ClientFrame.text("3")
    private static let connect = ClientFrame.text("40")
    private static let probe = ClientFrame.text("2probe")
    private static let upgrade = ClientFrame.text("5")

    init(_ purpose: Purpose) { self.purpose = purpose }

    func send(_ frames: ByteBuffer) { self.context?.writeAndFlush(self.wrapOutboundOut(frames), promise: nil) }

    func close() { self.context?.close(promise: nil) }

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        let path =
            switch self.purpose {
            case .echo: "/"
            case .socketIO: "/socket.io/?EIO=4&transport=websocket"
            case .upgrade(let sid): "/socket.io/?EIO=4&transport=websocket&sid=\(sid)"
            }
        self.send(
            ByteBuffer(
                string: "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"))
    }

    func channelInactive(context: ChannelHandlerContext) {
        self.context = nil
        guard self.phase != .closed else { return }
        self.phase = .closed
        self.onClosed(self)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = self.unwrapInboundIn(data)
        if var rest = self.rest {
            rest.writeBuffer(&bytes)
            bytes = rest
            self.rest = nil
        }
        if self.phase == .handshake {
            guard let end = bytes.endOfHead else { return self.rest = bytes }
            guard bytes.begins(with: "HTTP/1.1 101") else { return context.close(promise: nil) }
            bytes.moveReaderIndex(to: end)
            self.handshakeEnded()
        }
        var events = 0
        while let (opcode, payload) = bytes.readServerFrame() {
            guard opcode == 1 else {
                if opcode == 8 { context.close(promise: nil) }
                continue
            }
            if self.received(payload) { events += 1 }
        }
        if bytes.readableBytes > 0 { self.rest = bytes }
        if events > 0 { self.onEvents(self, events) }
    }

    private func handshakeEnded() {
        switch self.purpose {
        case .echo: self.becomeReady()
        case .socketIO: self.phase = .open
        case .upgrade:
            self.phase = .probe
            self.send(Self.probe)
        }
    }

    private func becomeReady() {
        self.phase = .ready
        self.onReady(self)
    }

    /// - Returns: whether it is an event.
    private func received(_ payload: ByteBuffer) -> Bool {
        switch self.phase {
        case .ready:
            if case .echo = self.purpose { return true }
            if payload.begins(with: "42") {
                self.onEvent?(payload)
                return true
            }
            if payload.begins(with: "2") { self.send(Self.pong) }
        case .open where payload.begins(with: "0"):
            self.phase = .connect
            self.send(Self.connect)
        case .connect where payload.begins(with: "40"): self.becomeReady()
        case .probe where payload.begins(with: "3probe"):
            self.send(Self.upgrade)
            self.becomeReady()
        case .handshake, .open, .connect, .probe, .closed: break
        }
        return false
    }
}

extension ByteBuffer {
    /// The index behind an HTTP message's head; `nil` if its end has not come.
    var endOfHead: Int? {
        self.withUnsafeReadableBytes { bytes in
            var index = 0
            while index + 3 < bytes.count {
                if bytes[index] == 13, bytes[index + 1] == 10, bytes[index + 2] == 13, bytes[index + 3] == 10 {
                    return self.readerIndex + index + 4
                }
                index += 1
            }
            return nil
        }
    }
}
