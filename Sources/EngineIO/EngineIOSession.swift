public import NIOCore
import NIOConcurrencyHelpers
import Synchronization

/// One client, from its handshake to its end, whichever transports it uses meanwhile.
///
/// Every method may be called from any thread. Calls from one thread, or ordered in another way, keep their order.
/// On ``eventLoop`` they act at once; from elsewhere they are handed over, all that wait in one go.
/// After the session's end they do nothing.
public final class EngineIOSession: Sendable {
    /// 20 characters of base64url, behind ``EngineIOConfiguration/nodeTag`` and a dot if that is set.
    public let id: String
    public let handshake: EngineIOHandshake
    /// The event loop of the session's first connection, on which its listener is called.
    public let eventLoop: any EventLoop

    private let runner: NIOLoopBound<SessionRunner>
    private let mailbox = NIOLockedValueBox(Mailbox())
    /// Spares the event loop the lock while nothing has been posted.
    private let hasMail = Atomic(false)
    private let maxOutboundBytes: Int
    private let usesWebSocket = Atomic(false)

    private enum PostOutcome { case first, later, tooMuch }

    /// What other threads have sent and the event loop has not yet taken.
    private struct Mailbox {
        var messages: [EngineIOMessage] = []
        var bytes = 0
    }

    init(id: String, handshake: EngineIOHandshake, runner: SessionRunner, eventLoop: any EventLoop, maxOutboundBytes: Int) {
        self.id = id
        self.handshake = handshake
        self.eventLoop = eventLoop
        self.runner = NIOLoopBound(runner, eventLoop: eventLoop)
        self.maxOutboundBytes = maxOutboundBytes
    }

    /// How messages travel at present.
    public var transport: EngineIOTransport { self.usesWebSocket.load(ordering: .relaxed) ? .websocket : .polling }

    /// - Parameter text: UTF-8, which is not checked.
    public func send(text: ByteBuffer) { self.send(.text(text)) }

    public func send(binary: ByteBuffer) { self.send(.binary(binary)) }

    /// Sends a text message of these bytes, as ``send(text:)-(ByteBuffer)``.
    package func send(text: [UInt8]) {
        if self.eventLoop.inEventLoop {
            self.localRunner.send(text: text)
        } else {
            self.post(CollectionOfOne(.text(ByteBuffer(bytes: text))))
        }
    }

    /// Sends messages that leave in one flush. Messages sent within one turn of the event loop leave together anyway.
    public func send(_ messages: [EngineIOMessage]) {
        if self.eventLoop.inEventLoop {
            self.takeMail()
            for message in messages { self.runner.value.send(message) }
        } else {
            self.post(messages)
        }
    }

    /// Sends messages that are worth nothing later: dropped if the client cannot take them at once, because its polling request
    /// is under way or what was sent before still waits for the network.
    public func sendIfWritable(_ messages: [EngineIOMessage]) {
        self.onEventLoop { runner in
            guard runner.isWritable else { return }
            for message in messages { runner.send(message) }
        }
    }

    private func send(_ message: EngineIOMessage) {
        if self.eventLoop.inEventLoop {
            self.takeMail()
            self.runner.value.send(message)
        } else {
            self.post(CollectionOfOne(message))
        }
    }

    /// Ends the session once everything sent before has left. The listener's `closed` follows in a
    /// turn of its own, never from within this call.
    public func close(reason: EngineIOCloseReason = .forcedClose) {
        self.onEventLoop { $0.close(reason: reason) }
    }

    /// What the listener keeps with the session, to find it again with each message. For the session's event loop alone; it
    /// is let go after ``EngineIOListener/closed(_:reason:)``.
    package var companion: AnyObject? {
        get { self.runner.value.companion }
        set { self.runner.value.companion = newValue }
    }

    // MARK: Hand-over

    private func post(_ messages: some Collection<EngineIOMessage>) {
        let outcome: PostOutcome = self.mailbox.withLockedValue { mailbox in
            guard mailbox.bytes <= self.maxOutboundBytes else { return .tooMuch }
            let first = mailbox.messages.isEmpty
            for message in messages {
                mailbox.bytes += message.payload.readableBytes + OutboundQueue.overhead
                mailbox.messages.append(message)
            }
            self.hasMail.store(true, ordering: .releasing)
            return first ? .first : .later
        }
        switch outcome {
        case .first: self.eventLoop.execute { self.takeMail() }
        case .later: break
        case .tooMuch: self.close(reason: .slowClient)
        }
    }

    private func takeMail() {
        guard self.hasMail.load(ordering: .acquiring) else { return }
        let messages = self.mailbox.withLockedValue { mailbox in
            defer { mailbox = Mailbox() }
            self.hasMail.store(false, ordering: .relaxed)
            return mailbox.messages
        }
        for message in messages { self.runner.value.send(message) }
    }

    /// Runs `body` after everything that was sent before, at once if this is the session's event loop.
    func onEventLoop(_ body: @escaping @Sendable (SessionRunner) -> Void) {
        if self.eventLoop.inEventLoop {
            self.takeMail()
            body(self.runner.value)
        } else {
            self.eventLoop.execute {
                self.takeMail()
                body(self.runner.value)
            }
        }
    }

    /// As ``onEventLoop(_:)``, for a `body` that captures nothing and so costs no memory.
    func onEventLoop<Value: Sendable>(_ value: Value, _ body: @escaping @Sendable (SessionRunner, Value) -> Void) {
        if self.eventLoop.inEventLoop {
            body(self.localRunner, value)
        } else {
            self.onEventLoop { body($0, value) }
        }
    }

    /// For callers on the session's event loop.
    var localRunner: SessionRunner {
        self.takeMail()
        return self.runner.value
    }

    /// The timers of its event loop, for callers there.
    package var timers: TimerWheel { self.runner.value.timers }

    func webSocketTookOver() { self.usesWebSocket.store(true, ordering: .relaxed) }
}
