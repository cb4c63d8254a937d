public import NIOCore
public import NIOHTTP1

/// The settings of an ``EngineIOServer``. The defaults are those of the reference server where it has the setting.
///
/// Times are kept to 25 ms: nothing happens early, and nothing later than that unless the event loop is held up.
public struct EngineIOConfiguration: Sendable {
    /// Where the server listens. A request for this path, with or without the slash at its end, is the server's; all
    /// others go to the router. `/engine.io/` is the protocol's own; a Socket.IO server uses `/socket.io/`.
    public var path = "/engine.io/"

    /// The transports that a client may use. A session that may not use WebSocket is not offered the upgrade either.
    public var transports: Set<EngineIOTransport> = [.polling, .websocket]

    /// Whether a polling session may move to WebSocket.
    public var allowUpgrades = true

    /// Which browser origins may connect.
    public var cors = EngineIOCORS()

    /// Whether clients reach this server by TLS, ended here or in a proxy. It only fills ``EngineIOHandshake/isSecure``.
    public var isSecure = false

    /// Decides on each handshake that is otherwise in order, whichever transport it asks for, and may say who the client is.
    /// Without it everyone is allowed.
    ///
    /// It runs in a task of its own, as long as ``admissionTimeout`` at most; the task is cancelled if the client goes away
    /// meanwhile. The connection's next requests wait for it, other connections do not.
    public var allowRequest: (@Sendable (_ handshake: EngineIOHandshake) async -> EngineIOAdmission)?

    // MARK: Answers

    /// A cookie with the session id, set by the answer to a handshake. Off by default: clients send the id themselves.
    public var cookie: EngineIOCookie?

    /// Changes the header fields of the answer to a successful handshake, the 101 of a WebSocket included. It runs on an event
    /// loop, before ``headers``, and must not block. Fields that frame the answer stay the server's, and one
    /// with a control character is left out.
    public var initialHeaders: (@Sendable (_ headers: inout HTTPHeaders, _ handshake: EngineIOHandshake) -> Void)?

    /// Changes the header fields of every answer, those to errors and preflights and the 101 of a WebSocket included; otherwise
    /// like ``initialHeaders``.
    public var headers: (@Sendable (_ headers: inout HTTPHeaders, _ request: HTTPRequestHead) -> Void)?

    /// The answer to a GET is compressed (gzip or deflate, as the client likes) from this number of bytes; `nil` never does.
    /// Below 1 KiB the bytes that are saved fit into the same packets of the network.
    public var compressionThreshold: Int? = 1_024

    // MARK: Session ids

    /// Names this node in its session ids, as `TAG.` in front of the id: `a1.Zw3x...`. A proxy can then send each
    /// request to the node that its `sid` parameter names, without cookies. 1 to 32 letters, digits, `-` and `_`.
    public var nodeTag: String?

    // MARK: Heartbeat

    /// The time from a pong to the next ping. 25 s is below the 30 to 60 s after which common proxies drop a silent
    /// connection.
    public var pingInterval = TimeAmount.seconds(25)

    /// The time a client has to answer a ping. A dead client is found after ``pingInterval`` and this together.
    public var pingTimeout = TimeAmount.seconds(20)

    // MARK: Limits on what a client sends

    /// The largest message, WebSocket frame and polling body, in bytes. It is told to the client in the open packet.
    public var maxPayload = 1_000_000

    /// The most packets in one polling body. A body of ``maxPayload`` can hold half a million empty packets, each of
    /// which costs a call into the listener; clients send a few dozen at most.
    public var maxPacketsPerPayload = 10_000

    /// The most packets in the answer to one GET; more wait for the next. python-engineio's clients give up on more than 16.
    public var maxPacketsPerResponse = 16

    /// The most fragments of one WebSocket message, empty ones included; one more closes with code 1008.
    /// 131,072 is the bound that the reference server's WebSocket library took after endless fragments had exhausted it.
    public var maxFragments = 131_072

    /// The most control frames (pings, pongs) that a WebSocket client may send a second, with as many at once; past it the
    /// connection is closed with code 1008. Clients send one in many seconds, and each ping has to be answered.
    public var maxControlFramesPerSecond = 100

    /// The largest request head, in bytes. 32 KiB leaves room for large cookies and tokens. A head may have 256 fields.
    public var maxHeaderBytes = 32 * 1024

    // MARK: Limits on what the server keeps

    /// The most sessions at a time; a handshake beyond it is answered 503. An idle session costs a few KiB.
    public var maxSessions = 100_000

    /// The most TCP connections at a time, those for the router included; one more is closed at once. Twice
    /// ``maxSessions``, because a polling client uses two.
    public var maxConnections = 200_000

    /// The most handshakes a second, of all clients together; one more is answered 503 with `Retry-After`. A session
    /// that nobody uses lives for 45 s, so that at this rate they end as fast as they come before ``maxSessions`` is reached.
    /// `nil` sets no bound.
    public var maxHandshakesPerSecond: Int? = 2_000

    /// The most handshakes at once after a quiet time: five seconds' worth, for clients that all reconnect together.
    public var maxHandshakeBurst = 10_000

    /// The most bytes that wait for one client; past it the session is closed as ``EngineIOCloseReason/slowClient``.
    /// A message that finds less waiting is always taken, however large it is. 1 MiB is room for a message of
    /// ``maxPayload`` and keeps 1,000 clients that stopped reading within 1 GiB; raise it to send larger messages to
    /// slow clients, because whatever follows such a message meets the bound.
    public var maxOutboundBytes = 1_048_576

    // MARK: Time limits

    /// The time from a WebSocket connection for an open session until its upgrade packet.
    public var upgradeTimeout = TimeAmount.seconds(10)

    /// The time that ``allowRequest`` may take; past it the connection is closed without an answer.
    public var admissionTimeout = TimeAmount.seconds(10)

    /// The time a new connection has to finish its first request head; for the next ones it has ``keepAliveTimeout``.
    public var requestHeadTimeout = TimeAmount.seconds(10)

    /// The time from a request head to the end of its body; it grows by a second for each 10 KiB received, so that
    /// large uploads to the router pass on slow lines.
    public var requestBodyTimeout = TimeAmount.seconds(30)

    /// The time an idle connection is kept for another request.
    public var keepAliveTimeout = TimeAmount.seconds(60)

    /// How long a polling session that the server closed waits for a GET that can carry the close packet.
    public var closeTimeout = TimeAmount.seconds(30)

    // MARK: The server's end

    /// How many sessions ``EngineIOServer/shutdown(gracePeriod:)`` closes at a time, so that their clients do not all
    /// reconnect elsewhere at once. With the default interval 5,000 a second.
    public var shutdownBatchSize = 500

    /// The mean time between two such batches; each is half to one and a half of it, by chance.
    public var shutdownBatchInterval = TimeAmount.milliseconds(100)

    public init() {}
}
