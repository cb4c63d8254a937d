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
///
/// What the client sees of it: the code of the WebSocket's close frame (RFC 6455 section 7.4), or the answer to its polling
/// requests. A GET that waits is always answered.
///
/// | Reason | When | WebSocket | Polling |
/// | --- | --- | --- | --- |
/// | `transport close` | the client sends the close packet | 1000 | waiting GET: `6`, then 400, code 1 |
/// | `transport close` | the client sends a close frame | its own code | |
/// | `transport close` | the WebSocket's connection ends | | |
/// | `transport error` | a frame breaks RFC 6455: a reserved bit or opcode, no mask, a bad control or close frame | 1002 | |
/// | `transport error` | text that is no UTF-8 | 1007 | |
/// | `transport error` | more fragments than `maxFragments`, more control frames than `maxControlFramesPerSecond` | 1008 | |
/// | `transport error` | a frame or message larger than `maxPayload` | 1009 | (413, the session goes on) |
/// | `transport error` | two GETs or two POSTs at once, a POST of `application/octet-stream` | | 400, code 3; waiting GET: `1` |
/// | `transport error` | the connection of a GET or POST ends before its answer | | 400, code 1 |
/// | `ping timeout` | no pong in `pingTimeout` | 1000 | waiting GET: `1`, then 400, code 1 |
/// | `parse error` | no Engine.IO packet, or a client's ping | 1002 | 400, code 3; waiting GET: `1` |
/// | `parse error` | the protocol above refuses a message | 1002 | the next GET: `1` |
/// | `forced close` | ``EngineIOSession/close(reason:)`` | 1000 | the next GET: `1` |
/// | `server shutting down` | ``EngineIOServer/shutdown(gracePeriod:)`` | 1001 | the next GET: `1` |
/// | `slow client` | more than `maxOutboundBytes` wait | none: the connection is cut | waiting GET: `1`, then 400, code 1 |
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
