import NIOCore
import NIOWebSocket

/// What comes from a session's connections.
extension SessionRunner {
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
}
