import JSON
import NIOCore

/// What one connection may do next, and what each thing it does asks for. It performs nothing itself.
///
/// Each accepted `CONNECT` packet gets a member number, never used again on the connection, by which the caller finds the
/// socket that belongs to it.
struct ClientStateMachine {
    private enum State {
        /// Packets are read. To `closed`.
        case open
        /// The connection ended or broke the protocol; whatever still arrives is ignored.
        case closed
    }

    private enum Phase {
        /// Middleware decides. To `connected`, or the member is removed.
        case connecting
        /// The client was told the socket's id. Until the member is removed.
        case connected
    }

    private struct Member {
        let number: Int
        let namespace: ByteKey
        var phase: Phase
    }

    enum ReceiveAction: Equatable {
        case ignore
        /// Attachments of the packet with this number have to come in time.
        case awaitAttachments(packet: Int)
        case connect(member: Int, namespace: String, auth: JSONObject)
        case refuse(namespace: String, ConnectError)
        case deliver(member: Int, event: String, SocketPacket)
        case acknowledge(member: Int, id: Int, SocketPacket)
        /// The client left a namespace.
        case leave(member: Int)
        case close(ProtocolViolation)
    }

    enum TimeoutAction: Equatable {
        case ignore
        /// Another packet has begun to wait since the timer was set.
        case wait(packet: Int)
        case close(ProtocolViolation)
    }

    private let limits: PacketLimits
    private let maxNamespaces: Int
    private var state = State.open
    private var decoder: PacketDecoder
    /// In an array, as there is one as a rule, and `maxNamespaces` at most.
    private var members: [Member] = []
    private var lastMember = 0
    /// Namespaces that the server ended. What the client sent there before it knew is not its fault.
    private var ended: Set<ByteKey> = []
    private var hasConnected = false
    private var lastPacket = 0
    private var awaitedPacket: Int?

    init(limits: PacketLimits, maxNamespaces: Int) {
        (self.limits, self.maxNamespaces) = (limits, maxNamespaces)
        self.decoder = PacketDecoder(limits: limits)
    }

    // MARK: What the client does

    mutating func received(text: ByteBuffer) -> ReceiveAction {
        self.received { decoder throws(ProtocolViolation) in try decoder.decode(text: text) }
    }

    mutating func received(binary: ByteBuffer) -> ReceiveAction {
        self.received { decoder throws(ProtocolViolation) in try decoder.decode(binary: binary) }
    }

    private mutating func received(
        _ decode: (inout PacketDecoder) throws(ProtocolViolation) -> SocketPacket?
    ) -> ReceiveAction {
        switch self.state {
        case .closed: return .ignore
        case .open:
            do {
                guard let packet = try decode(&self.decoder) else { return self.awaitAttachments() }
                self.awaitedPacket = nil
                return try self.received(packet)
            } catch {
                self.state = .closed
                return .close(error)
            }
        }
    }

    private mutating func awaitAttachments() -> ReceiveAction {
        guard self.awaitedPacket == nil else { return .ignore }
        self.lastPacket += 1
        self.awaitedPacket = self.lastPacket
        return .awaitAttachments(packet: self.lastPacket)
    }

    private mutating func received(_ packet: SocketPacket) throws(ProtocolViolation) -> ReceiveAction {
        let namespace = ByteKey(packet.namespace)
        switch packet.kind {
        case .connect: return try self.connect(packet, namespace)
        case .connectError: throw .unexpectedConnectError
        case .disconnect:
            // A client that connects and leaves without waiting for the answer could start any number of middlewares.
            guard let member = self.connectedMember(namespace) else { return try self.unaddressed(namespace) }
            self.remove(member)
            return .leave(member: member)
        case .event:
            let name = try PacketPayload.eventName(of: packet.payload, limits: self.limits)
            guard let member = self.connectedMember(namespace) else { return try self.unaddressed(namespace) }
            return .deliver(member: member, event: name, packet)
        case .acknowledgement:
            guard let id = packet.id else { throw .invalidAcknowledgementID }
            guard let member = self.connectedMember(namespace) else { return try self.unaddressed(namespace) }
            return .acknowledge(member: member, id: id, packet)
        }
    }

    private mutating func connect(_ packet: SocketPacket, _ namespace: ByteKey) throws(ProtocolViolation) -> ReceiveAction {
        guard !self.members.contains(where: { $0.namespace == namespace }) else { throw .alreadyConnected }
        let auth = try PacketPayload.object(of: packet, limits: self.limits)
        guard self.members.count < self.maxNamespaces else {
            return .refuse(namespace: packet.namespace, ConnectError("Too many namespaces"))
        }
        self.ended.remove(namespace)
        self.lastMember += 1
        self.members.append(Member(number: self.lastMember, namespace: namespace, phase: .connecting))
        return .connect(member: self.lastMember, namespace: packet.namespace, auth: auth)
    }

    private func connectedMember(_ namespace: ByteKey) -> Int? {
        guard let member = self.members.first(where: { $0.namespace == namespace }), member.phase == .connected
        else { return nil }
        return member.number
    }

    private func unaddressed(_ namespace: ByteKey) throws(ProtocolViolation) -> ReceiveAction {
        guard self.ended.contains(namespace) else { throw .notConnected }
        return .ignore
    }

    /// Whether the member has neither been accepted nor has gone.
    func isConnecting(member: Int) -> Bool { self.place(of: member).map { self.members[$0].phase } == .connecting }

    // MARK: What the server does

    /// - Returns: whether the member still waits for it; the connection may be over.
    mutating func accepted(member: Int) -> Bool {
        guard let place = self.place(of: member), self.members[place].phase == .connecting else { return false }
        self.members[place].phase = .connected
        self.hasConnected = true
        return true
    }

    /// - Returns: as ``accepted(member:)``.
    mutating func refused(member: Int) -> Bool {
        guard let place = self.place(of: member), self.members[place].phase == .connecting else { return false }
        self.remove(member)
        return true
    }

    /// The server ends a member.
    /// - Returns: whether it was connected until now.
    mutating func ended(member: Int) -> Bool {
        guard let place = self.place(of: member), self.members[place].phase == .connected else { return false }
        let namespace = self.members[place].namespace
        self.remove(member)
        // No more can be in flight at once than were connected at once, but clients may come and go for days.
        if self.ended.count >= self.maxNamespaces { self.ended.removeAll() }
        self.ended.insert(namespace)
        return true
    }

    /// The connection is over.
    mutating func closed() {
        self.state = .closed
        self.members = []
    }

    /// A payload turned out to be no valid JSON, or to name an attachment that is not there.
    mutating func violated(_ violation: ProtocolViolation) -> ReceiveAction {
        switch self.state {
        case .closed: return .ignore
        case .open:
            self.state = .closed
            return .close(violation)
        }
    }

    private mutating func remove(_ member: Int) {
        if let place = self.place(of: member) { self.members.remove(at: place) }
    }

    private func place(of member: Int) -> Int? { self.members.firstIndex { $0.number == member } }

    // MARK: Time

    /// The time to join a first namespace is over. A client whose middleware still hangs counts as not joined.
    mutating func connectTimerFired() -> TimeoutAction {
        switch self.state {
        case .closed: return .ignore
        case .open:
            guard !self.hasConnected else { return .ignore }
            self.state = .closed
            return .close(.connectTooLate)
        }
    }

    /// The timer that was set for `packet` has fired.
    mutating func attachmentTimerFired(packet: Int) -> TimeoutAction {
        switch (self.state, self.awaitedPacket) {
        case (.closed, _), (.open, nil): return .ignore
        case (.open, let awaited?) where awaited != packet: return .wait(packet: awaited)
        case (.open, _?):
            self.state = .closed
            return .close(.attachmentsTooLate)
        }
    }
}
