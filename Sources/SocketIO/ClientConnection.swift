import EngineIO
import JSON
import Logging
import NIOCore

/// Carries out what a ``ClientStateMachine`` decides, for one session. Everything but `send` happens on the session's event
/// loop.
final class ClientConnection: Sendable, TimerClient {
    private struct Client {
        let member: Int
        let socket: Socket
        var middleware: Task<Void, Never>?
    }

    private struct State {
        var machine: ClientStateMachine
        /// In the order in which they came.
        var clients: [Client] = []
        var isAttachmentTimerSet = false
        let connectDeadline: NIODeadline
        var timerPlace = TimerPlace()

        func socket(_ member: Int) -> Socket? { self.clients.first { $0.member == member }?.socket }

        mutating func setMiddleware(_ task: Task<Void, Never>?, of member: Int) {
            guard let place = self.clients.firstIndex(where: { $0.member == member }) else { return }
            self.clients[place].middleware = task
        }

        mutating func remove(_ member: Int) -> Client? {
            self.clients.firstIndex { $0.member == member }.map { self.clients.remove(at: $0) }
        }
    }

    private let session: any MessageSession
    private let server: SocketIOServer
    private let limits: PacketLimits
    private let state: NIOLoopBoundBox<State>

    var eventLoop: any EventLoop { self.session.eventLoop }

    /// On the session's event loop.
    init(session: any MessageSession, server: SocketIOServer) {
        let configuration = server.configuration
        (self.session, self.server, self.limits) = (session, server, server.packetLimits)
        let machine = ClientStateMachine(limits: self.limits, maxNamespaces: configuration.maxNamespacesPerClient)
        let deadline = session.eventLoop.now + configuration.connectTimeout
        self.state = NIOLoopBoundBox(State(machine: machine, connectDeadline: deadline), eventLoop: session.eventLoop)
        session.timers.add(self, at: deadline)
    }

    /// From any thread.
    func send(text: [UInt8]) { self.session.send(text: text) }

    /// From any thread.
    func send(_ messages: [EngineIOMessage]) { self.session.send(messages) }

    /// From any thread: drops what the client cannot take at once.
    func sendIfWritable(_ messages: [EngineIOMessage]) { self.session.sendIfWritable(messages) }

    // MARK: From the session

    func received(text: ByteBuffer) { self.run(self.state.value.machine.received(text: text)) }

    func received(binary: ByteBuffer) { self.run(self.state.value.machine.received(binary: binary)) }

    func closed(reason: EngineIOCloseReason) {
        self.state.value.machine.closed()
        self.session.timers.remove(self)
        let clients = self.state.value.clients
        self.state.value.clients = []
        for client in clients { self.release(client, reason: DisconnectReason(reason)) }
    }

    private func run(_ action: ClientStateMachine.ReceiveAction) {
        switch action {
        case .ignore: break
        case .awaitAttachments(let packet): self.setAttachmentTimer(packet: packet)
        case .connect(let member, let namespace, let auth): self.connect(member: member, namespace: namespace, auth: auth)
        case .refuse(let namespace, let error): self.send(PacketEncoder.connectError(error, namespace: namespace).messages)
        case .deliver(let member, let event, let packet):
            self.pass(to: member) { socket throws(ProtocolViolation) in
                try socket.received(event, packet, limits: self.limits)
            }
        case .acknowledge(let member, let id, let packet):
            self.pass(to: member) { socket throws(ProtocolViolation) in
                try socket.received(acknowledgement: id, packet, limits: self.limits)
            }
        case .leave(let member): self.remove(member, reason: .clientNamespaceDisconnect)
        case .close(let violation): self.close(violation)
        }
    }

    private func pass(to member: Int, _ body: (Socket) throws(ProtocolViolation) -> Void) {
        guard let socket = self.state.value.socket(member) else { return }
        do {
            try body(socket)
        } catch {
            self.run(self.state.value.machine.violated(error))
        }
    }

    private func close(_ violation: ProtocolViolation) {
        self.server.logger.debug("Closing a session that broke the protocol", metadata: ["violation": "\(violation)"])
        self.session.close(reason: .parseError)
    }

    // MARK: Connecting

    private func connect(member: Int, namespace name: String, auth: JSONObject) {
        let namespace: Namespace
        do {
            namespace = try self.server.enter(name, auth: auth)
        } catch {
            return self.refuse(member: member, namespace: name, error)
        }
        let handshake = SocketHandshake(auth: auth, request: self.session.handshake)
        guard let old = namespace.recovery?.halfOpen(handshake) else {
            return self.join(member: member, namespace, handshake)
        }
        // The client is back before the loss of its connection was noticed. That one ends first, so that what it leaves can be
        // taken up, and the application sees the one go before the other comes.
        old.connection.giveWay { self.eventLoop.execute { self.join(member: member, namespace, handshake) } }
    }

    /// Ends the session, and calls back once its sockets have left.
    private func giveWay(then body: @escaping @Sendable () -> Void) {
        self.eventLoop.execute {
            self.session.close(reason: .transportClose)
            // The end is told in a turn of its own.
            self.eventLoop.execute(body)
        }
    }

    private func join(member: Int, _ namespace: Namespace, _ handshake: SocketHandshake) {
        guard self.state.value.machine.isConnecting(member: member) else { return self.server.leave(namespace) }
        let socket = Socket(
            identity: self.identity(in: namespace, handshake), handshake: handshake, namespace: namespace, connection: self,
            member: member)
        self.state.value.clients.append(Client(member: member, socket: socket))
        let middlewares = namespace.middlewares
        if middlewares.isEmpty || socket.recovered && namespace.recovery?.configuration.skipMiddlewares == true {
            self.admit(member: member)
        } else {
            let task = Task { await self.ask(middlewares, about: socket, member: member) }
            self.state.value.setMiddleware(task, of: member)
        }
    }

    private func identity(in namespace: Namespace, _ handshake: SocketHandshake) -> SocketIdentity {
        guard let recovery = namespace.recovery else { return SocketIdentity(id: self.server.makeID()) }
        if let claim = recovery.claim(handshake) { return SocketIdentity(claim) }
        return SocketIdentity(
            id: self.server.makeID(), pid: self.server.makeRecoveryID(), identity: recovery.identity(of: handshake))
    }

    private func ask(_ middlewares: [Namespace.Middleware], about socket: Socket, member: Int) async {
        let namespace = socket.namespace
        do {
            for middleware in middlewares { try await middleware(socket) }
            self.eventLoop.execute { self.admit(member: member) }
        } catch let error as ConnectError {
            self.eventLoop.execute { self.refuse(member: member, namespace: namespace.name, error) }
        } catch {
            // Cancelled: the client is gone.
            guard !Task.isCancelled else { return }
            namespace.logger.error("A middleware failed", metadata: ["namespace": "\(namespace.name)", "error": "\(error)"])
            let error = ConnectError("Internal server error")
            self.eventLoop.execute { self.refuse(member: member, namespace: namespace.name, error) }
        }
    }

    private func admit(member: Int) {
        guard self.state.value.machine.accepted(member: member), let socket = self.state.value.socket(member) else {
            return
        }
        self.session.timers.remove(self)
        self.state.value.setMiddleware(nil, of: member)
        socket.connected(otherPID: { self.server.makeRecoveryID() })
    }

    private func refuse(member: Int, namespace: String, _ error: ConnectError) {
        guard self.state.value.machine.refused(member: member) else { return }
        self.remove(member, reason: .serverNamespaceDisconnect)
        self.send(PacketEncoder.connectError(error, namespace: namespace).messages)
    }

    // MARK: Leaving

    func disconnect(member: Int, close: Bool) {
        let members = close ? self.state.value.clients.map(\.member) : [member]
        for member in members where self.state.value.machine.ended(member: member) {
            guard let socket = self.state.value.socket(member) else { continue }
            let messages = PacketEncoder.disconnect(namespace: socket.namespace.name).messages
            socket.namespace.inOrder { self.send(messages) }
            self.remove(member, reason: .serverNamespaceDisconnect)
        }
        if close { self.server.inOrder { self.session.close(reason: .forcedClose) } }
    }

    private func remove(_ member: Int, reason: DisconnectReason) {
        guard let client = self.state.value.remove(member) else { return }
        self.release(client, reason: reason)
    }

    private func release(_ client: Client, reason: DisconnectReason) {
        client.middleware?.cancel()
        let (socket, server) = (client.socket, self.server)
        let mayReturn = socket.disconnected(reason)
        guard mayReturn, let recovery = socket.namespace.recovery else { return server.leave(socket.namespace) }
        // A namespace that goes with its last client takes what it keeps for absent ones along.
        self.eventLoop.scheduleTask(in: recovery.configuration.maxDisconnectionDuration) {
            recovery.expire()
            server.leave(socket.namespace)
        }
    }

    // MARK: Time

    var timerPlace: TimerPlace {
        get { self.state.value.timerPlace }
        set { self.state.value.timerPlace = newValue }
    }

    /// Of the time to connect.
    func timerFired() {
        let deadline = self.state.value.connectDeadline
        guard self.eventLoop.now >= deadline else { return self.session.timers.add(self, at: deadline) }
        self.run(self.state.value.machine.connectTimerFired())
    }

    private func setAttachmentTimer(packet: Int) {
        guard !self.state.value.isAttachmentTimerSet else { return }
        self.state.value.isAttachmentTimerSet = true
        self.eventLoop.scheduleTask(in: self.server.configuration.attachmentTimeout) { [weak self] in
            self?.attachmentTimerFired(packet: packet)
        }
    }

    private func attachmentTimerFired(packet: Int) {
        self.state.value.isAttachmentTimerSet = false
        self.run(self.state.value.machine.attachmentTimerFired(packet: packet))
    }

    private func run(_ action: ClientStateMachine.TimeoutAction) {
        switch action {
        case .ignore: break
        case .wait(let packet): self.setAttachmentTimer(packet: packet)
        case .close(let violation): self.close(violation)
        }
    }
}
