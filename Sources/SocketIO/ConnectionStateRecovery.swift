public import NIOCore

/// Lets a client that lost its connection take up where it was: a ``Socket`` with the same id, rooms and data, which gets the
/// packets that it missed.
///
/// A client often comes back before the server has noticed that its connection is gone. It then takes over: the old session
/// ends as ``DisconnectReason/transportClose`` first. The reference server treats such a client as new.
///
/// With recovery on, each event without acknowledgement carries one more argument, the offset that the client gives back.
/// Clients take any string at the end of an event for it. This costs a lock that all emits of the server pass in turn, and the
/// memory of what is kept.
public struct ConnectionStateRecovery: Sendable {
    /// How long a client may be away. 2 minutes is the reference server's.
    public var maxDisconnectionDuration = TimeAmount.minutes(2)

    /// Whether a client that comes back passes by the middleware of its namespace. Off, unlike at the reference server: what
    /// a middleware checked, such as a token's expiry, may have changed meanwhile.
    public var skipMiddlewares = false

    /// The most packets that one namespace keeps. 10,000: two minutes of 80 events a second.
    public var maxPackets = 10_000

    /// The most bytes of packets that one namespace keeps, 16 MiB; the oldest give way. Clients that miss one of those are
    /// not recovered.
    public var maxBytes = 16 * 1024 * 1024

    /// The most absent clients that one namespace remembers; the oldest give way. 10,000: a server's whole load in a
    /// network fault.
    public var maxSessions = 10_000

    /// Who a client is: only the same one may take up a connection again, so that a stolen recovery id is of no use. Called
    /// on the event loop at each connection; it must not block. By default nobody is told apart from anybody, and the
    /// recovery id, 144 random bits that only its client knows, is the one proof.
    public var identity: (@Sendable (SocketHandshake) -> String?)?

    /// Makes the memory of a namespace, given its name. By default an ``InMemoryRecoveryStore``.
    public var makeStore: (@Sendable (String) -> any RecoveryStore)?

    public init() {}
}
