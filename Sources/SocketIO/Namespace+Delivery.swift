import JSON
import Logging
public import NIOCore

/// Carrying events to the sockets of this process.
extension Namespace {
    /// For an adapter: sends an event to sockets of this process. It is encoded once, and they share the bytes.
    public func deliver(_ event: OutgoingEvent, to target: BroadcastTarget) {
        guard let open = self.encode(event) else { return }
        guard let recovery = self.recovery else {
            let packet = open.packet()
            // Sending outside the adapter's lock: on its own event loop a session acts at once.
            for socket in self.adapter.sockets(in: target) { socket.deliver(packet, of: event) }
            return
        }
        recovery.send(open, isVolatile: event.isVolatile, to: target, sockets: { self.adapter.sockets(in: target) }) {
            for socket in $1 { socket.deliver($0, of: event) }
        }
    }

    /// For an adapter: sends an event to sockets of this process and waits until all have answered, are gone, or the time is
    /// over.
    public func deliverWithAck(
        _ event: OutgoingEvent, to target: BroadcastTarget, timeout: TimeAmount
    ) async -> BroadcastAcknowledgements {
        let sockets = self.adapter.sockets(in: target)
        let (answers, hint) = AsyncStream.makeStream(of: (Int, Result<SocketAcknowledgement, AcknowledgementError>).self)
        let numbers = sockets.enumerated().map { place, socket in
            socket.ask(event, timeout: timeout) { hint.yield((place, $0)) }
        }
        var result = BroadcastAcknowledgements()
        var open = Set(sockets.indices)
        if open.isEmpty { hint.finish() }
        for await (place, answer) in answers {
            open.remove(place)
            if open.isEmpty { hint.finish() }
            switch answer {
            case .success(let acknowledgement):
                result.answers.append(.init(socketID: sockets[place].id, acknowledgement: acknowledgement))
            case .failure(let error): result.missing[sockets[place].id] = error
            }
        }
        // The task was cancelled.
        for place in open {
            result.missing[sockets[place].id] = .cancelled
            if let number = numbers[place] { sockets[place].abandonAcknowledgement(number, error: .cancelled) }
        }
        return result
    }

    /// Runs `action` in its turn where clients rely on an order across threads, at once otherwise.
    func inOrder(_ action: @escaping @Sendable () -> Void) {
        guard let recovery = self.recovery else { return action() }
        recovery.delivery.perform { action }
    }

    // MARK: Encoding

    /// `nil`, and logged, for an event that no client would accept.
    func encode(_ event: OutgoingEvent, id: Int? = nil) -> OpenEvent? {
        guard !ReservedEvent.contains(event.name) else {
            self.logger.error("Event not sent: its name is reserved", metadata: ["event": "\(event.name)"])
            return nil
        }
        guard self.canSend(event.arguments, event.attachments) else { return nil }
        return PacketEncoder.event(
            event.name, event.arguments, attachments: event.attachments, namespace: self.name, id: id)
    }

    func encode(acknowledgement arguments: [JSONValue], attachments: [ByteBuffer], id: Int) -> EncodedPacket? {
        guard self.canSend(arguments, attachments) else { return nil }
        return PacketEncoder.acknowledgement(arguments, attachments: attachments, namespace: self.name, id: id)
    }

    private func canSend(_ arguments: [JSONValue], _ attachments: [ByteBuffer]) -> Bool {
        guard attachments.count <= self.configuration.maxAttachments,
            Attachments.areValid(in: arguments, count: attachments.count)
        else {
            self.logger.error("Packet not sent: too many attachments, or a placeholder without one")
            return false
        }
        return true
    }
}
