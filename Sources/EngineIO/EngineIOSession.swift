public import NIOCore

/// One client, from its handshake to its end, whichever transports it uses meanwhile.
///
/// Every method may be called from any thread. Calls from one thread, or ordered in another way, keep their order.
/// On ``eventLoop`` they act at once; from elsewhere they are handed over, all that wait in one go.
/// After the session's end they do nothing.
public final class EngineIOSession: Sendable {
    /// 20 characters of base64url.
    public let id: String
    public let handshake: EngineIOHandshake
    /// The event loop of the session's first connection, on which its listener is called.
    public let eventLoop: any EventLoop

    init(id: String, handshake: EngineIOHandshake, eventLoop: any EventLoop) {
        self.id = id
        self.handshake = handshake
        self.eventLoop = eventLoop
    }

    /// How messages travel at present.
    public var transport: EngineIOTransport { .polling }

    /// - Parameter text: UTF-8, which is not checked.
    public func send(text: ByteBuffer) { self.send([.text(text)]) }

    public func send(binary: ByteBuffer) { self.send([.binary(binary)]) }

    /// Sends messages that leave in one flush. Messages sent within one turn of the event loop leave together anyway.
    public func send(_ messages: [EngineIOMessage]) {}

    /// Ends the session once everything sent before has left. The listener's `closed` follows at once.
    public func close(reason: EngineIOCloseReason = .forcedClose) {}
}
