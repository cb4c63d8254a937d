import NIOCore
import NIOWebSocket

/// Carries out what a ``SessionStateMachine`` decides: the one place where a session meets its connections, its timers and
/// its listener. It lives on the session's event loop.
final class SessionRunner: TimerClient {
    /// Frames wait for the end of the turn up to this size; then they are handed on, and the bound on what waits applies.
    private static let maxGatheredBytes = 64 * 1024

    private let isolated: NIOIsolatedEventLoop
    private let server: EngineIOServer
    private var machine: SessionStateMachine
    /// Set while the session is known; it owns this runner.
    private var session: EngineIOSession?
    private var get: RequestHandle?
    /// GETs that wait for what a probing WebSocket has brought.
    private var crossing: [RequestHandle] = []
    /// The POST that brought the client's goodbye, while a GET may be on its way.
    private var goodbye: RequestHandle?
    private var webSocket: WebSocketConnection?
    private var probe: WebSocketConnection?
    /// Frames that leave with the next flush.
    private var frames = ByteBuffer()
    private var isReading = false
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

    private var eventLoop: any EventLoop { self.isolated.nonisolated() }

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

    private func transmit(_ packet: EnginePacket) {
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

    private func flush() {
        if self.frames.readableBytes > 0, let webSocket = self.webSocket {
            let frames = self.frames
            self.frames = ByteBuffer()
            webSocket.write(frames)
        }
        if let answer = self.machine.flush() { self.answer(answer) }
    }

    private func answer(_ answer: SessionStateMachine.PollAnswer) {
        guard let get = self.get, get.id == answer.request else { return }
        self.get = nil
        get.answer(.payload(PollingPayload.encode(answer.packets)))
    }

    // MARK: Polling requests

    func getReceived(_ request: RequestHandle) {
        guard let probe = self.probe, self.machine.isUpgrading, !(probe.isOn(self.eventLoop) && request.isOn(self.eventLoop)),
            let session = self.session
        else { return self.getReceivedInTurn(request) }
        // Several event loops read these connections: the WebSocket's frames count first if they came first.
        self.crossing.append(request)
        probe.afterNextRead {
            session.onEventLoop(request) { runner, request in
                let count = runner.crossing.count
                runner.crossing.removeAll { $0.id == request.id }
                // Otherwise its connection has ended.
                if runner.crossing.count < count { runner.getReceivedInTurn(request) }
            }
        }
    }

    private func getReceivedInTurn(_ request: RequestHandle) {
        switch self.machine.getReceived(request.id) {
        case .wait:
            self.get = request
        case .answer(let packets):
            request.answer(.payload(PollingPayload.encode(packets)))
        case .answerAndForget(let packets):
            request.answer(.payload(PollingPayload.encode(packets)))
            self.forget()
        case .refuse(let error):
            request.answer(.error(error))
        case .refuseAndEnd(let ending):
            request.answer(.error(.badRequest))
            self.finish(ending)
        }
    }

    func postStarted(_ request: RequestHandle) {
        switch self.machine.postStarted(request.id) {
        case .read: break
        case .refuse(let error): request.answer(.error(error))
        case .refuseAndEnd(let ending):
            request.answer(.error(.badRequest))
            self.finish(ending)
        }
    }

    /// - Parameter packets: `nil` if the body was no payload.
    func postEnded(_ request: RequestHandle, packets: [EnginePacket]?) {
        guard self.machine.postEnded(request.id) else { return request.answer(.error(.unknownSession)) }
        guard let packets else {
            request.answer(.error(.badRequest))
            return self.fail(.parseError)
        }
        // The client may go on while the listener works.
        let isGoodbye = packets.contains(.close)
        if !isGoodbye { request.answer(.ok) }
        self.isReading = true
        for packet in packets { self.packetReceived(packet) }
        self.endRead()
        guard isGoodbye else { return }
        if case .parting = self.machine.state { self.goodbye = request } else { request.answer(.ok) }
    }

    /// The body was too large, and was answered 413. The session goes on.
    func postRefused(_ request: RequestID) { _ = self.machine.postEnded(request) }

    /// The client broke a rule of its transport.
    func fail(_ reason: EngineIOCloseReason) {
        if let ending = self.machine.clientFailed(reason) { self.finish(ending) }
    }

    func requestAborted(_ request: RequestID) {
        if self.crossing.contains(where: { $0.id == request }) {
            self.crossing.removeAll { $0.id == request }
            self.fail(.transportError)
        }
        if let ending = self.machine.requestAborted(request) { self.finish(ending) }
    }

    private func packetReceived(_ packet: EnginePacket) {
        guard let session = self.session else { return }
        switch self.machine.packetReceived(packet, now: self.eventLoop.now) {
        case .deliverText(let payload): self.server.listener.received(text: payload, on: session)
        case .deliverBinary(let payload): self.server.listener.received(binary: payload, on: session)
        case .ignore: break
        case .end(let ending): self.finish(ending)
        }
    }

    private func endRead() {
        self.isReading = false
        self.flush()
    }

    // MARK: WebSockets

    /// A connection that is about to become this session's WebSocket; ``webSocketConnected(_:)`` follows, or the upgrade
    /// timeout. Of several the first goes on.
    func webSocketClaimed(_ connection: ConnectionID) {
        if self.machine.webSocketConnected(connection, now: self.eventLoop.now) { self.setTimer() }
    }

    func webSocketConnected(_ connection: WebSocketConnection) {
        guard self.machine.webSocketConnected(connection.id, now: self.eventLoop.now) else {
            return connection.close(.normalClosure)
        }
        self.probe = connection
        self.setTimer()
    }

    /// One packet of a burst. Once ``webSocketReadEnded()`` follows, what was sent in answer leaves.
    func webSocketReceived(_ packet: EnginePacket, on connection: ConnectionID) {
        if let webSocket = self.webSocket, webSocket.id == connection {
            self.isReading = true
            self.packetReceived(packet)
        } else if let probe = self.probe, probe.id == connection {
            self.probeReceived(packet, on: probe)
        }
    }

    func webSocketReadEnded() { if self.isReading { self.endRead() } }

    private func probeReceived(_ packet: EnginePacket, on connection: WebSocketConnection) {
        switch self.machine.probePacketReceived(packet) {
        case .answerProbe(let poll):
            var frames = ByteBuffer()
            frames.writeFrame(.probeAnswer)
            connection.write(frames)
            if let poll { self.answer(poll) }
        case .complete(let packets, let poll):
            self.probe = nil
            self.webSocket = connection
            self.session?.webSocketTookOver()
            if let poll { self.answer(poll) }
            for packet in packets { self.transmit(packet) }
        case .abandon:
            self.probe = nil
            connection.close(.protocolError)
        }
    }

    func webSocketClosed(_ connection: ConnectionID, reason: EngineIOCloseReason) {
        if self.probe?.id == connection { self.probe = nil }
        if let ending = self.machine.webSocketClosed(connection, reason: reason) { self.finish(ending) }
    }

    // MARK: Time

    private func setTimer() {
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

    private func finish(_ ending: SessionStateMachine.Ending) {
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

    private func forget() {
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
