import NIOConcurrencyHelpers
import NIOCore

@testable import EngineIO

/// Remembers its calls, and echoes messages if it is to.
final class TestListener: EngineIOListener {
    enum Event: Equatable {
        case opened
        case text(String)
        case binary([UInt8])
        case closed(EngineIOCloseReason)
    }

    private struct State {
        var events: [Event] = []
        var sessions: [EngineIOSession] = []
    }

    private let state = NIOLockedValueBox(State())
    private let echoes: Bool
    private let onOpen: (@Sendable (EngineIOSession) -> Void)?

    init(echoes: Bool = false, onOpen: (@Sendable (EngineIOSession) -> Void)? = nil) {
        self.echoes = echoes
        self.onOpen = onOpen
    }

    /// Those since the last call.
    func takeEvents() -> [Event] {
        self.state.withLockedValue { state in
            defer { state.events = [] }
            return state.events
        }
    }

    var sessions: [EngineIOSession] { self.state.withLockedValue { $0.sessions } }

    func opened(_ session: EngineIOSession) {
        self.state.withLockedValue { state in
            state.events.append(.opened)
            state.sessions.append(session)
        }
        self.onOpen?(session)
    }

    func received(text: ByteBuffer, on session: EngineIOSession) {
        self.state.withLockedValue { $0.events.append(.text(String(buffer: text))) }
        if self.echoes { session.send(text: text) }
    }

    func received(binary: ByteBuffer, on session: EngineIOSession) {
        self.state.withLockedValue { $0.events.append(.binary(Array(buffer: binary))) }
        if self.echoes { session.send(binary: binary) }
    }

    func closed(_ session: EngineIOSession, reason: EngineIOCloseReason) {
        self.state.withLockedValue { $0.events.append(.closed(reason)) }
    }
}
