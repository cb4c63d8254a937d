import NIOCore

/// What stands above Engine.IO: it learns of sessions through these four calls and of nothing else.
///
/// Calls for one session come one at a time, in order, on that session's event loop; they must not block. None comes
/// from within a call of a session's method.
public protocol EngineIOListener: Sendable {
    /// A handshake has succeeded; nothing was received yet.
    func opened(_ session: EngineIOSession)
    /// A text message, valid UTF-8.
    func received(text: ByteBuffer, on session: EngineIOSession)
    func received(binary: ByteBuffer, on session: EngineIOSession)
    /// The last call for a session.
    func closed(_ session: EngineIOSession, reason: EngineIOCloseReason)
}
