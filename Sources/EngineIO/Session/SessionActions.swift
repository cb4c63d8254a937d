import NIOCore

/// What the machine's inputs ask of the shell, one type for each.
extension SessionStateMachine {
    /// A GET and what it is answered with.
    struct PollAnswer: Equatable, Sendable {
        let request: RequestID
        let packets: [EnginePacket]
    }

    /// What the end of a session leaves to do, beside telling the listener.
    struct Ending: Equatable, Sendable {
        let reason: EngineIOCloseReason
        /// The waiting GET.
        var poll: PollAnswer?
        /// Whether the session stays known until a GET has fetched the close packet.
        var lingers = false
    }

    /// What ``SessionStateMachine/send(_:)`` asks for.
    enum SendAction: Equatable, Sendable {
        /// The WebSocket takes it now.
        case transmit
        /// It waits for ``flush()``.
        case enqueued
        case drop
        case end(Ending)
    }

    /// What ``SessionStateMachine/getReceived(_:)`` asks for.
    enum GetAction: Equatable, Sendable {
        case wait
        case answer([EnginePacket])
        /// The close packet is among them; the session is not known any longer.
        case answerAndForget([EnginePacket])
        case refuse(EngineIOError)
        /// It is refused, and the session ends.
        case refuseAndEnd(Ending)
    }

    /// What ``SessionStateMachine/postStarted(_:)`` asks for.
    enum PostAction: Equatable, Sendable {
        case read
        case refuse(EngineIOError)
        case refuseAndEnd(Ending)
    }

    /// What ``SessionStateMachine/packetReceived(_:now:)`` asks for.
    enum PacketAction: Equatable, Sendable {
        case deliverText(ByteBuffer)
        case deliverBinary(ByteBuffer)
        case ignore
        case end(Ending)
    }

    /// What ``SessionStateMachine/probePacketReceived(_:)`` asks for.
    enum ProbeAction: Equatable, Sendable {
        /// `3probe` goes out on the new connection, and the waiting GET is answered.
        case answerProbe(PollAnswer?)
        /// The WebSocket has taken over; these packets go out on it, and the waiting GET is answered.
        case complete([EnginePacket], PollAnswer?)
        /// Only the new connection ends.
        case abandon
    }

    /// What ``SessionStateMachine/timePassed(now:)`` asks for.
    enum TimeAction: Equatable, Sendable {
        case wait
        case sendPing
        case abandonUpgrade
        case end(Ending)
        /// No GET fetched the close packet.
        case forget
    }
}
