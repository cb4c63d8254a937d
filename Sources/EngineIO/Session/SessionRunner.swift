import NIOCore
import NIOWebSocket

/// Carries out what a ``SessionStateMachine`` decides: the one place where a session meets its connections, its timers and
/// its listener. It lives on the session's event loop.
final class SessionRunner: TimerClient {
    /// Frames wait for the end of the turn up to this size; then they are handed on, and the bound on what waits applies.
    private static let maxGatheredBytes = 64 * 1024

    private let isolated: NIOIsolatedEventLoop
    let server: EngineIOServer
    var machine: SessionStateMachine
    /// Set while the session is known; it owns this runner.
    var session: EngineIOSession?
    var get: RequestHandle?
    /// GETs that wait for what a probing WebSocket has brought.
    var crossing: [RequestHandle] = []
    /// The POST that brought the client's goodbye, while a GET may be on its way.
    var goodbye: RequestHandle?
    var webSocket: WebSocketConnection?
    var probe: WebSocketConnection?
    /// Frames that leave with the next flush.
    private var frames = ByteBuffer()
    var isReading = false
    private var isFlushScheduled = false
    let timers: TimerWheel
    var timerPlace = TimerPlace()
    /// See ``EngineIOSession/companion``.
    var companion: AnyObject?

    /// Opens a session: it is registered, its listener told, and its open packet returned and, on a WebSocket, sent.
    static func open(
        id: String, handshake: EngineIOHandshake, webSocket: WebSocketConnection?, server: EngineIOServer,
        eventLoop: any EventLoop, timers: TimerWheel
    ) -> (session: EngineIOSession, packet: EnginePacket) {
        let runner = SessionRunner(webSocket: webSocket, server: server, eventLoop: eventLoop, timers: timers)
        let session = EngineIOSession(
            id: id, handshake: handshake, runner: runner, eventLoop: eventLoop,
            maxOutboundBytes: server.configuration.maxOutboundBytes)
        runner.session = session
        let isWelcome = server.registry.insert(session)
        let packet = EnginePacket.open(
            id: id, transport: webSocket == nil ? .polling : .websocket, configuration: server.configuration)
        if webSocket != nil {
            session.webSocketTookOver()
            runner.transmit(packet)
        }
        runner.setTimer()
        server.listener.opened(session)
        if !isWelcome { runner.close(reason: .serverShuttingDown) }
        return (session, packet)
    }

    private init(webSocket: WebSocketConnection?, server: EngineIOServer, eventLoop: any EventLoop, timers: TimerWheel) {
        self.timers = timers
        self.isolated = eventLoop.assumeIsolated()
        self.server = server
        self.webSocket = webSocket
        self.machine = SessionStateMachine(
            configuration: server.configuration, webSocket: webSocket?.id, now: eventLoop.now)
    }

    var eventLoop: any EventLoop { self.isolated.nonisolated() }

    // MARK: Sending

    /// Whether a message would leave at once.
    var isWritable: Bool {
        switch self.machine.state {
        case .polling: self.get != nil
        case .webSocket: self.webSocket?.isWritable ?? false
        case .closing, .parting, .closed: false
        }
    }

    func send(_ message: EngineIOMessage) { self.send(EnginePacket(message)) }

    /// Sends a text message. On a WebSocket its bytes go into the frame without a buffer of their own.
    func send(text: [UInt8]) {
        guard case .webSocket = self.machine.state else { return self.send(EnginePacket.text(ByteBuffer(bytes: text))) }
        self.frames.writeTextFrame(text)
        self.gathered()
    }

    private func send(_ packet: EnginePacket) {
        switch self.machine.send(packet) {
        case .transmit: self.transmit(packet)
        case .enqueued: self.scheduleFlush()
        case .drop: break
        case .end(let ending): self.finish(ending)
        }
    }

    func transmit(_ packet: EnginePacket) {
        self.frames.writeFrame(packet)
        self.gathered()
    }

    private func gathered() {
        if self.frames.readableBytes >= Self.maxGatheredBytes { self.flush() } else { self.scheduleFlush() }
    }

    private func scheduleFlush() {
        guard !self.isReading, !self.isFlushScheduled else { return }
        self.isFlushScheduled = true
        self.isolated.execute {
            self.isFlushScheduled = false
            self.flush()
        }
    }

    func flush() {
        if self.frames.readableBytes > 0, let webSocket = self.webSocket {
            let frames = self.frames
            self.frames = ByteBuffer()
            webSocket.write(frames)
        }
        if let answer = self.machine.flush() { self.answer(answer) }
    }

    func answer(_ answer: SessionStateMachine.PollAnswer) {
        guard let get = self.get, get.id == answer.request else { return }
        self.get = nil
        get.answer(.payload(PollingPayload.encode(answer.packets)))
    }

    // MARK: Time

    func setTimer() {
        if let deadline = self.machine.deadline { self.timers.add(self, at: deadline) } else { self.timers.remove(self) }
    }

    func timerFired() {
        switch self.machine.timePassed(now: self.eventLoop.now) {
        case .wait: break
        case .sendPing: self.send(.ping)
        case .abandonUpgrade:
            self.probe?.close(.normalClosure)
            self.probe = nil
        case .end(let ending): self.finish(ending)
        case .forget: self.forget()
        }
        self.setTimer()
    }

    // MARK: The end

    func close(reason: EngineIOCloseReason) {
        if let ending = self.machine.close(reason: reason, now: self.eventLoop.now) { self.finish(ending) }
    }

    /// The time to fetch the close packet is over.
    func cut() {
        self.close(reason: .serverShuttingDown)
        self.forget()
    }

    func finish(_ ending: SessionStateMachine.Ending) {
        if let poll = ending.poll { self.answer(poll) }
        self.flush()
        self.webSocket?.close(ending.reason.webSocketCode)
        self.probe?.close(.normalClosure)
        self.webSocket = nil
        self.probe = nil
        self.get = nil
        self.frames = ByteBuffer()
        if let session = self.session {
            // In a turn of its own, because the end may come of a call that the listener itself is making.
            self.isolated.execute {
                self.server.listener.closed(session, reason: ending.reason)
                self.companion = nil
            }
        }
        if ending.lingers { self.setTimer() } else { self.forget() }
    }

    func forget() {
        self.timers.remove(self)
        self.goodbye?.answer(.ok)
        self.goodbye = nil
        if let session = self.session { self.server.registry.remove(session.id) }
        self.session = nil
    }
}

extension EngineIOCloseReason {
    /// RFC 6455 section 7.4.1.
    fileprivate var webSocketCode: WebSocketErrorCode {
        switch self {
        case .transportClose, .forcedClose, .pingTimeout: .normalClosure
        case .transportError, .parseError: .protocolError
        case .serverShuttingDown: .goingAway
        case .slowClient: .policyViolation
        }
    }
}
