import EngineIO
public import JSON

/// Refuses a client that connects to a namespace. Thrown by a middleware, it reaches the client's `connect_error` handler
/// with this message and data; the client's other namespaces are unaffected.
public struct ConnectError: Error, Sendable, Hashable {
    public var message: String
    public var data: JSONValue?

    public init(_ message: String, data: JSONValue? = nil) {
        self.message = message
        self.data = data
    }
}

/// Refuses an event of a client: see ``Socket/use(_:)``.
public struct EventError: Error, Sendable, Hashable {
    public var message: String
    public var data: JSONValue?

    public init(_ message: String, data: JSONValue? = nil) {
        self.message = message
        self.data = data
    }
}

/// Why ``Socket/emitWithAck(_:_:attachments:timeout:)`` got no answer.
public enum AcknowledgementError: Error, Sendable, Hashable {
    /// The client did not answer in time. It may still have acted on the event.
    case timeout
    /// The socket is, or was meanwhile, disconnected.
    case disconnected
    /// ``SocketIOConfiguration/maxPendingAcknowledgements`` events wait already; nothing was sent.
    case tooManyPending(limit: Int)
    /// The waiting task was cancelled. The event was sent all the same.
    case cancelled
    /// The event's name is reserved, or its arguments do not fit its attachments; nothing was sent.
    case invalidEvent
}

/// Why a socket left its namespace. The raw values are those of the reference server.
public enum DisconnectReason: String, Sendable, Hashable {
    /// The client left the namespace; its session lives on.
    case clientNamespaceDisconnect = "client namespace disconnect"
    /// The server disconnected the socket.
    case serverNamespaceDisconnect = "server namespace disconnect"
    /// The client closed its session, or its connection ended.
    case transportClose = "transport close"
    case transportError = "transport error"
    /// The client did not answer a heartbeat.
    case pingTimeout = "ping timeout"
    /// The client sent something that the protocol does not allow.
    case parseError = "parse error"
    /// The server closed the session beneath.
    case forcedClose = "forced close"
    case serverShuttingDown = "server shutting down"
    /// More waited for the client than the server keeps. (The reference server knows no such bound.)
    case slowClient = "slow client"

    init(_ reason: EngineIOCloseReason) {
        switch reason {
        case .transportClose: self = .transportClose
        case .transportError: self = .transportError
        case .pingTimeout: self = .pingTimeout
        case .parseError: self = .parseError
        case .forcedClose: self = .forcedClose
        case .serverShuttingDown: self = .serverShuttingDown
        case .slowClient: self = .slowClient
        }
    }
}
