public import JSON
public import NIOCore

/// The settings of a ``SocketIOServer``. Message sizes, heartbeats and queues are Engine.IO's to bound.
public struct SocketIOConfiguration: Sendable {
    /// The time from the start of a session until the client is connected to a first namespace, middleware included; then
    /// the session is closed. 45 s is the reference server's.
    public var connectTimeout = TimeAmount.seconds(45)

    /// The time within which the attachments that a packet announced have to arrive; then the session is closed. It is
    /// checked by one timer a session, so a packet may get up to twice as long. 30 s carries ten messages of a megabyte
    /// over a line of 3 Mbit/s.
    public var attachmentTimeout = TimeAmount.seconds(30)

    /// The most attachments of one packet, in either direction: clients refuse more than the reference's default of 10.
    /// With Engine.IO's `maxPayload` it bounds what a session holds back while it waits for the last one.
    public var maxAttachments = 10

    /// The most namespaces that one session is connected to; a further `CONNECT` is refused. Pages use one to five.
    public var maxNamespacesPerClient = 32

    /// The most namespaces that exist because a client asked for them, see ``SocketIOServer/of(where:)``; a client that asks for
    /// one more is refused. Each holds a few kilobytes.
    public var maxDynamicNamespaces = 10_000

    /// The longest namespace in a packet, in bytes; a longer one closes the session.
    public var maxNamespaceLength = 256

    /// The longest event name from a client, in bytes as it is written in JSON; a longer one closes the session.
    public var maxEventNameLength = 256

    /// The most rooms of one socket, the room named by its own id included. Applications often join what a client names.
    public var maxRoomsPerSocket = 1_000

    /// The most events of one socket that wait for the client's acknowledgement.
    public var maxPendingAcknowledgements = 1_000

    /// Bounds of the JSON that a client sends.
    public var jsonLimits = JSONLimits()

    /// Lets clients take up a lost connection where it was. Off by default, as at the reference server: each event then
    /// carries an offset, and what was sent is kept for a time.
    public var connectionStateRecovery: ConnectionStateRecovery?

    /// Makes a namespace's adapter. By default an ``InMemoryAdapter``, for a server that is alone.
    public var makeAdapter: @Sendable (Namespace) -> any Adapter = { InMemoryAdapter(namespace: $0) }

    public init() {}

    var packetLimits: PacketLimits {
        PacketLimits(
            maxAttachments: self.maxAttachments, maxNamespaceLength: self.maxNamespaceLength,
            maxEventNameLength: self.maxEventNameLength, json: self.jsonLimits)
    }
}
