import EngineIO
import JSON
import NIOConcurrencyHelpers
import NIOCore

/// How packets leave: each emitting call ends here.
extension Socket {
    /// - Returns: the number of the awaited acknowledgement; `nil` if nothing was sent.
    func ask(
        _ event: OutgoingEvent, timeout: TimeAmount, completion: @escaping SocketState.AcknowledgementHandler
    ) -> Int? {
        let id: Int
        switch self.state.withLockedValue({ $0.await(completion) }) {
        case .success(let number): id = number
        case .failure(let error):
            completion(.failure(error))
            return nil
        }
        guard let packet = self.namespace.encode(event, id: id)?.packet() else {
            self.abandonAcknowledgement(id, error: .invalidEvent)
            return nil
        }
        self.namespace.inOrder { self.deliver(packet, of: event) }
        // Not cancelled when the answer comes: that is a search through all timers of the loop, and finding nothing is cheap.
        self.eventLoop.scheduleTask(in: timeout) { [weak self] in self?.abandonAcknowledgement(id, error: .timeout) }
        return id
    }

    func abandonAcknowledgement(_ id: Int, error: AcknowledgementError) {
        self.state.withLockedValue { $0.removeWaiter(id) }?(.failure(error))
    }

    func acknowledge(_ arguments: [JSONValue], attachments: [ByteBuffer], id: Int) {
        guard let packet = self.namespace.encode(acknowledgement: arguments, attachments: attachments, id: id) else { return }
        self.namespace.inOrder { self.deliver(packet) }
    }

    /// Sends an event of this socket's own, or keeps it for its return.
    func send(_ event: OutgoingEvent) {
        guard self.namespace.recovery == nil else { return self.send([event]) }
        guard let handlers = self.outgoingHandlers, let open = self.namespace.encode(event) else { return }
        for handler in handlers { handler(event) }
        if event.attachments.isEmpty {
            self.connection.send(text: open.textMessage())
        } else {
            self.connection.send(open.packet().messages)
        }
    }

    /// Sends events of this socket's own in one flush, or keeps them for its return.
    func send(_ events: [OutgoingEvent]) {
        guard let recovery = self.namespace.recovery, let returning = self.returning else {
            guard let handlers = self.outgoingHandlers else { return }
            var messages: [EngineIOMessage] = []
            for event in events {
                guard let packet = self.namespace.encode(event)?.packet() else { continue }
                for handler in handlers { handler(event) }
                messages += packet.messages
            }
            return messages.isEmpty ? () : self.connection.send(messages)
        }
        let isConnected = self.isConnected
        guard isConnected || returning.withLockedValue({ $0.isAwaited }) else { return }
        let encoded = events.compactMap { event in self.namespace.encode(event).map { (event, $0) } }
        let target = BroadcastTarget(rooms: [ByteKey(self.id)])
        recovery.delivery.perform {
            let packets = encoded.map { ($0, recovery.keep($1, isVolatile: false, for: target)) }
            // The client may be back by now, as another socket of the same id.
            let sockets = isConnected ? [self] : self.namespace.adapter.sockets(in: target)
            return { for socket in sockets { socket.deliver(packets) } }
        }
    }

    func sendPiece(_ event: OutgoingEvent) -> Int? {
        guard let recovery = self.namespace.recovery else {
            self.send([event])
            return nil
        }
        guard self.isConnected, let open = self.namespace.encode(event) else { return nil }
        var offset: Int?
        recovery.delivery.perform {
            let piece = recovery.pass(open)
            offset = piece.offset
            return { self.deliver(piece.packet, of: event) }
        }
        return offset
    }

    private func deliver(_ packets: [(OutgoingEvent, EncodedPacket)]) {
        guard let handlers = self.outgoingHandlers else { return }
        for (event, _) in packets { for handler in handlers { handler(event) } }
        self.connection.send(packets.flatMap { $1.messages })
    }

    /// Sends a packet if the socket is connected.
    func deliver(_ packet: EncodedPacket, of event: OutgoingEvent? = nil) {
        guard let handlers = self.outgoingHandlers else { return }
        if let event { for handler in handlers { handler(event) } }
        if event?.isVolatile == true {
            self.connection.sendIfWritable(packet.messages)
        } else {
            self.connection.send(packet.messages)
        }
    }

    /// `nil` if the socket is not connected.
    private var outgoingHandlers: [SocketState.OutgoingHandler]? {
        self.state.withLockedValue { $0.phase == .connected ? $0.outgoingHandlers : nil }
    }
}
