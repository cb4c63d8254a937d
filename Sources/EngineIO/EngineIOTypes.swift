public import NIOCore

/// One message of a session. The bytes of a text message are UTF-8.
public enum EngineIOMessage: Sendable, Hashable {
    case text(ByteBuffer)
    case binary(ByteBuffer)

    public var payload: ByteBuffer {
        switch self {
        case .text(let buffer), .binary(let buffer): buffer
        }
    }
}

/// How a session's messages travel at present.
public enum EngineIOTransport: String, Sendable, Hashable, CaseIterable {
    /// HTTP long-polling.
    case polling
    case websocket
}

/// Why a session ended. The raw values are the names that clients and logs of other Engine.IO and Socket.IO servers use.
public enum EngineIOCloseReason: String, Sendable, Hashable, Error {
    /// The client said goodbye, or its connection ended.
    case transportClose = "transport close"
    /// The connection failed, or the client broke a rule of its transport (two GETs at once, an unmasked frame).
    case transportError = "transport error"
    /// No pong came within ``EngineIOConfiguration/pingTimeout`` of a ping.
    case pingTimeout = "ping timeout"
    /// The client sent something that is no Engine.IO packet, or no valid packet of the protocol above.
    case parseError = "parse error"
    /// The server asked for it.
    case forcedClose = "forced close"
    case serverShuttingDown = "server shutting down"
    /// More than ``EngineIOConfiguration/maxOutboundBytes`` waited for a client that does not read fast enough.
    case slowClient = "slow client"
}
