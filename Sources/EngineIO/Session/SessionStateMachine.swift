import NIOCore

/// One session: what it may do, what waits, and what has to happen next. It knows no socket, timer or task.
struct SessionStateMachine: Sendable {
    enum State: Equatable, Sendable {
        /// Messages travel in GETs and POSTs. Leads to `webSocket`, `closing` and `closed`.
        case polling(Polling)
        /// Messages travel in frames. Leads to `closed`.
        case webSocket(ConnectionID)
        /// Ended for the layers above; what still waits, and the close packet, go out with the next GETs. That, another
        /// request or `until` lead to `closed`.
        case closing(until: NIODeadline)
        /// The client said goodbye by a POST while no GET waited. One that it sent at the same moment on another connection
        /// gets its last answer until then. That, or `until`, lead to `closed`.
        case parting(until: NIODeadline)
        case closed
    }

    struct Polling: Equatable, Sendable {
        /// The GET that waits for something to send.
        var get: RequestID?
        /// The POST whose body is still coming.
        var post: RequestID?
        var upgrade = TransportUpgrade.none
    }

    /// How long a GET may take that was sent together with a goodbye: connections are read by several threads, and a busy
    /// machine lets one wait. The goodbye is answered only then, so that whoever waits for that answer finds the session gone.
    static let partingTime = TimeAmount.milliseconds(250)

    private(set) var state: State
    private var heartbeat: Heartbeat
    private var queue: OutboundQueue
    private let upgradeTimeout: TimeAmount
    private let closeTimeout: TimeAmount
    private let maxPacketsPerResponse: Int

    /// - Parameter webSocket: the connection that opened the session, `nil` if that was a GET.
    init(configuration: EngineIOConfiguration, webSocket: ConnectionID?, now: NIODeadline) {
        self.state = webSocket.map(State.webSocket) ?? .polling(Polling())
        self.heartbeat = Heartbeat(interval: configuration.pingInterval, timeout: configuration.pingTimeout, now: now)
        self.queue = OutboundQueue(maxBytes: configuration.maxOutboundBytes)
        self.upgradeTimeout = configuration.upgradeTimeout
        self.closeTimeout = configuration.closeTimeout
        self.maxPacketsPerResponse = max(1, configuration.maxPacketsPerResponse)
    }

    // MARK: Sending

    mutating func send(_ packet: EnginePacket) -> SendAction {
        switch self.state {
        case .webSocket: .transmit
        case .polling: self.queue.append(packet) ? .enqueued : .end(self.end(.slowClient))
        case .closing, .parting, .closed: .drop
        }
    }

    /// Called once for all that was sent in one turn. Gives the waiting GET what waits for it.
    mutating func flush() -> PollAnswer? {
        guard case .polling(var polling) = self.state, let get = polling.get, !self.queue.isEmpty else { return nil }
        polling.get = nil
        self.state = .polling(polling)
        return PollAnswer(request: get, packets: self.queue.removeFirst(upTo: self.maxPacketsPerResponse))
    }

    // MARK: Polling requests

    mutating func getReceived(_ request: RequestID) -> GetAction {
        switch self.state {
        case .polling(var polling):
            guard polling.get == nil else { return .refuseAndEnd(self.end(.transportError)) }
            if !self.queue.isEmpty { return .answer(self.queue.removeFirst(upTo: self.maxPacketsPerResponse)) }
            // The client stops polling to change over, so that no GET must be in flight for long.
            if polling.upgrade.isProbed { return .answer([.noop]) }
            polling.get = request
            self.state = .polling(polling)
            return .wait
        case .webSocket:
            return .refuse(.badRequest)
        case .closing:
            // The close packet has an answer of its own: clients act on it before the messages that come with it, and so
            // would miss the words that say why.
            guard self.queue.isEmpty else { return .answer(self.queue.removeFirst(upTo: self.maxPacketsPerResponse)) }
            self.state = .closed
            return .answerAndForget([.close])
        case .parting:
            self.state = .closed
            return .answerAndForget([.noop])
        case .closed:
            return .refuse(.unknownSession)
        }
    }

    /// A POST's head has come.
    mutating func postStarted(_ request: RequestID) -> PostAction {
        switch self.state {
        case .polling(var polling):
            guard polling.post == nil else { return .refuseAndEnd(self.end(.transportError)) }
            polling.post = request
            self.state = .polling(polling)
            return .read
        case .webSocket: return .refuse(.badRequest)
        case .closing, .parting, .closed: return .refuse(.unknownSession)
        }
    }

    /// A POST's body is complete. - Returns: whether its packets count; it may have been refused meanwhile.
    mutating func postEnded(_ request: RequestID) -> Bool {
        guard case .polling(var polling) = self.state, polling.post == request else { return false }
        polling.post = nil
        self.state = .polling(polling)
        return true
    }

    /// The connection ended before its request was answered.
    mutating func requestAborted(_ request: RequestID) -> Ending? {
        guard case .polling(var polling) = self.state, polling.get == request || polling.post == request else { return nil }
        if polling.get == request { polling.get = nil }
        self.state = .polling(polling)
        return self.end(.transportError)
    }

    // MARK: Packets

    /// A packet from a POST or from the session's own WebSocket; those of a probing one go to ``probePacketReceived(_:)``.
    ///
    /// - Parameter now: read only where it matters, as most packets are messages.
    mutating func packetReceived(_ packet: EnginePacket, now: @autoclosure () -> NIODeadline) -> PacketAction {
        switch self.state {
        case .closing, .parting, .closed: return .ignore
        case .polling, .webSocket: break
        }
        switch packet {
        case .text(let payload): return .deliverText(payload)
        case .binary(let payload): return .deliverBinary(payload)
        case .pong, .probeAnswer:
            self.heartbeat.pongReceived(now: now())
            return .ignore
        case .close: return .end(self.part(now: now()))
        // In version 4 of the protocol the server alone pings.
        case .ping, .probe: return .end(self.end(.parseError))
        case .open, .upgrade, .noop: return .ignore
        }
    }

    // MARK: WebSockets

    /// A WebSocket for this session has been opened. - Returns: whether it may probe.
    mutating func webSocketConnected(_ connection: ConnectionID, now: NIODeadline) -> Bool {
        guard case .polling(var polling) = self.state else { return false }
        let accepted = polling.upgrade.connected(connection, until: now + self.upgradeTimeout)
        self.state = .polling(polling)
        return accepted
    }

    mutating func probePacketReceived(_ packet: EnginePacket) -> ProbeAction {
        guard case .polling(var polling) = self.state else { return .abandon }
        let action = polling.upgrade.packetReceived(packet)
        switch action {
        case .answerProbe:
            let poll = self.releasePoll(&polling)
            self.state = .polling(polling)
            return .answerProbe(poll)
        case .complete:
            guard let connection = polling.upgrade.connection else { return .abandon }
            let poll = self.releasePoll(&polling)
            self.state = .webSocket(connection)
            return .complete(self.queue.removeAll(), poll)
        case .abandon:
            self.state = .polling(polling)
            return .abandon
        }
    }

    private func releasePoll(_ polling: inout Polling) -> PollAnswer? {
        defer { polling.get = nil }
        return polling.get.map { PollAnswer(request: $0, packets: [.noop]) }
    }

    /// A WebSocket has ended or is being closed for a fault of the client's. A failed probe leaves the session as it is.
    mutating func webSocketClosed(_ connection: ConnectionID, reason: EngineIOCloseReason) -> Ending? {
        switch self.state {
        case .polling(var polling):
            guard polling.upgrade.connection == connection else { return nil }
            polling.upgrade.abandoned()
            self.state = .polling(polling)
            return nil
        case .webSocket(let current): return current == connection ? self.end(reason) : nil
        case .closing, .parting, .closed: return nil
        }
    }

    /// Whether a GET that has just come may have been sent after what the probing WebSocket has brought and what is not read
    /// yet: the upgrade packet, after which it is refused.
    var isUpgrading: Bool {
        guard case .polling(let polling) = self.state else { return false }
        return polling.upgrade.connection != nil
    }

    // MARK: Time

    /// When ``timePassed(now:)`` is next due. It becomes earlier only by ``webSocketConnected(_:now:)`` and by closing.
    var deadline: NIODeadline? {
        switch self.state {
        case .polling(let polling): polling.upgrade.deadline.map { min($0, self.heartbeat.deadline) } ?? self.heartbeat.deadline
        case .webSocket: self.heartbeat.deadline
        case .closing(let until), .parting(let until): until
        case .closed: nil
        }
    }

    mutating func timePassed(now: NIODeadline) -> TimeAction {
        switch self.state {
        case .closed: return .wait
        case .closing(let until), .parting(let until):
            guard now >= until else { return .wait }
            self.state = .closed
            return .forget
        case .polling(var polling):
            if let until = polling.upgrade.deadline, now >= until {
                polling.upgrade.abandoned()
                self.state = .polling(polling)
                return .abandonUpgrade
            }
        case .webSocket: break
        }
        switch self.heartbeat.timePassed(now: now) {
        case .wait: return .wait
        case .sendPing: return .sendPing
        case .timeOut: return .end(self.end(.pingTimeout))
        }
    }

    // MARK: Closing

    /// The server ends the session. What was sent before is not lost: a polling client fetches it with its next GET.
    mutating func close(reason: EngineIOCloseReason, now: NIODeadline) -> Ending? {
        switch self.state {
        case .closing, .parting, .closed: return nil
        case .webSocket: return self.end(reason)
        case .polling(let polling):
            if polling.get != nil, self.queue.isEmpty { return self.end(reason) }
            self.state = .closing(until: now + self.closeTimeout)
            var ending = Ending(reason: reason, lingers: true)
            guard let get = polling.get else { return ending }
            switch self.getReceived(get) {
            case .answerAndForget(let packets):
                ending.poll = PollAnswer(request: get, packets: packets)
                ending.lingers = false
            case .answer(let packets):
                ending.poll = PollAnswer(request: get, packets: packets)
            case .wait, .refuse, .refuseAndEnd: break
            }
            return ending
        }
    }

    /// The client broke a rule: the session ends at once, and is not known to its next request.
    mutating func clientFailed(_ reason: EngineIOCloseReason) -> Ending? {
        switch self.state {
        case .polling, .webSocket: self.end(reason)
        case .closing, .parting, .closed: nil
        }
    }

    /// The client ends the session.
    private mutating func part(now: NIODeadline) -> Ending {
        guard case .polling(let polling) = self.state, polling.get == nil else {
            return self.end(.transportClose, lastPacket: .noop)
        }
        var ending = self.end(.transportClose)
        self.state = .parting(until: now + Self.partingTime)
        ending.lingers = true
        return ending
    }

    private mutating func end(_ reason: EngineIOCloseReason, lastPacket: EnginePacket = .close) -> Ending {
        var ending = Ending(reason: reason)
        if case .polling(let polling) = self.state, let get = polling.get {
            ending.poll = PollAnswer(request: get, packets: [lastPacket])
        }
        self.state = .closed
        _ = self.queue.removeAll()
        return ending
    }
}
