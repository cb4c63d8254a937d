import EngineIO
import NIOCore

/// The mode `engineio`: sends every message back as it came.
struct MessageEcho: EngineIOListener {
    func opened(_ session: EngineIOSession) {}
    func received(text: ByteBuffer, on session: EngineIOSession) { session.send(text: text) }
    func received(binary: ByteBuffer, on session: EngineIOSession) { session.send(binary: binary) }
    func closed(_ session: EngineIOSession, reason: EngineIOCloseReason) {}
}
