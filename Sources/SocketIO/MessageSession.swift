import EngineIO
import NIOCore

/// What a connection needs of the session beneath it; ``EngineIOSession`` documents the calls.
protocol MessageSession: AnyObject, Sendable {
    var handshake: EngineIOHandshake { get }
    var eventLoop: any EventLoop { get }
    /// For callers on the event loop.
    var timers: TimerWheel { get }
    var companion: AnyObject? { get set }
    func send(text: [UInt8])
    func send(_ messages: [EngineIOMessage])
    func sendIfWritable(_ messages: [EngineIOMessage])
    func close(reason: EngineIOCloseReason)
}

extension EngineIOSession: MessageSession {}
