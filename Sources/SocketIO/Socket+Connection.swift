import JSON
import NIOConcurrencyHelpers
import NIOCore

/// Called by the connection, on its event loop.
extension Socket {
    /// - Parameter otherPID: makes the recovery id of a client that cannot be recovered after all.
    func connected(otherPID: () -> String) {
        if let recovery = self.namespace.recovery {
            guard self.state.withLockedValue({ $0.connected() }) else { return }
            self.enter(recovery, newPID: otherPID)
        } else {
            // Before the socket can be found by a broadcast: a client knows nothing of a namespace until this.
            self.connection.send(PacketEncoder.connect(namespace: self.namespace.name, id: self.id).messages)
            guard self.state.withLockedValue({ $0.connected() }) else { return }
            self.namespace.adapter.add(self)
        }
        // Telling the client can have ended the session.
        guard self.isConnected else { return }
        for handler in self.namespace.connectionHandlers { handler(self) }
    }

    func received(_ event: String, _ packet: SocketPacket, limits: PacketLimits) throws(ProtocolViolation) {
        let (handlers, middlewares) = self.state.withLockedValue { ($0.handlers(for: event), $0.middlewares) }
        guard !handlers.isEmpty else { return }
        let acknowledgement = packet.id.map { Acknowledger(socket: self, id: $0) }
        let arguments: [JSONValue]
        do {
            arguments = try PacketPayload.arguments(of: packet, limits: limits)
        } catch {
            let refused = self.state.withLockedValue { $0.refusedEventHandlers }
            guard error == .payloadTooComplex, !refused.isEmpty else { throw error }
            for handler in refused { handler(RefusedSocketEvent(name: event, acknowledgement: acknowledgement)) }
            return
        }
        let event = SocketEvent(
            name: event, arguments: arguments, attachments: packet.attachments, acknowledgement: acknowledgement)
        guard self.isAdmitted(event, by: middlewares) else { return }
        for handler in handlers { handler(event) }
    }

    func received(acknowledgement id: Int, _ packet: SocketPacket, limits: PacketLimits) throws(ProtocolViolation) {
        guard let waiter = self.state.withLockedValue({ $0.removeWaiter(id) }) else { return }
        let result = Result { () throws(ProtocolViolation) in try PacketPayload.arguments(of: packet, limits: limits) }
        switch result {
        case .success(let arguments):
            waiter(.success(SocketAcknowledgement(arguments: arguments, attachments: packet.attachments)))
        case .failure(let violation):
            waiter(.failure(.disconnected))
            throw violation
        }
    }

    /// The socket left, or was refused before it was connected.
    /// - Returns: whether its client may come back.
    func disconnected(_ reason: DisconnectReason) -> Bool {
        let wasConnected = self.isConnected
        for handler in self.state.withLockedValue({ $0.disconnecting() }) { handler(reason) }
        let mayReturn = self.save(reason, wasConnected: wasConnected)
        self.namespace.adapter.remove(self)
        let (handlers, waiters) = self.state.withLockedValue { $0.disconnected() }
        for handler in handlers { handler(reason) }
        for waiter in waiters { waiter(.failure(.disconnected)) }
        return mayReturn
    }
}
