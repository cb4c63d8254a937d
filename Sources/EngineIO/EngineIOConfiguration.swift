public import NIOCore
public import NIOHTTP1

/// The settings of an ``EngineIOServer``. The defaults are those of the reference server where it has the setting.
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

    /// Decides on each handshake that is otherwise in order; a refused one is answered 403 with code 4. It runs on an event
    /// loop and must not block.
    public var allowsHandshake: (@Sendable (_ head: HTTPRequestHead, _ remoteAddress: SocketAddress?) -> Bool)?

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

    /// The largest request head, in bytes. 32 KiB leaves room for large cookies and tokens.
    public var maxHeaderBytes = 32 * 1024

    // MARK: Limits on what the server keeps

    /// The most sessions at a time; a handshake beyond it is answered 503. An idle session costs a few KiB.
    public var maxSessions = 100_000

    /// The most bytes that wait for one client; past it the session is closed as ``EngineIOCloseReason/slowClient``.
    /// A message that finds less waiting is always taken, however large it is. 1 MiB is room for a message of
    /// ``maxPayload`` and keeps 1,000 clients that stopped reading within 1 GiB; raise it to send larger messages to
    /// slow clients, because whatever follows such a message meets the bound.
    public var maxOutboundBytes = 1_048_576

    // MARK: Time limits

    /// The time from a WebSocket connection for an open session until its upgrade packet.
    public var upgradeTimeout = TimeAmount.seconds(10)

    /// The time a new connection has to finish its first request head.
    public var requestHeadTimeout = TimeAmount.seconds(10)

    /// The time from a request head to the end of its body; it grows by a second for each 10 KiB received, so that
    /// large uploads to the router pass on slow lines.
    public var requestBodyTimeout = TimeAmount.seconds(30)

    /// The time an idle connection is kept for another request.
    public var keepAliveTimeout = TimeAmount.seconds(60)

    /// How long a polling session that the server closed waits for a GET that can carry the close packet.
    public var closeTimeout = TimeAmount.seconds(30)

    public init() {}
}

/// Which origins of browser pages may use the server.
///
/// A request without `Origin` does not come from a page of another site, and is allowed. Credentials are allowed, so an
/// answer names the origin, never `*`. A refused origin gets 400, code 3, on both transports and without CORS headers.
public struct EngineIOCORS: Sendable {
    /// Exact origins, such as `https://app.example.com`, or `*` for any.
    public var origins: Set<String> = []

    /// Whether a page from the host that the request itself names (`Host`) may connect. On by default: the server's
    /// own pages need no entry in ``origins``.
    public var allowsSameOrigin = true

    /// Asked for an origin that ``origins`` does not have. It runs on an event loop and must not block.
    public var allowsOrigin: (@Sendable (_ origin: String) -> Bool)?

    public init(origins: Set<String> = []) { self.origins = origins }
}
