/// What is known of a socket that another server may hold.
public struct RemoteSocket: Sendable {
    public let id: String
    public let rooms: [String]
    public let handshake: SocketHandshake
    /// That of the socket itself, if it is one of this process; a copy otherwise.
    public let data: SocketData
    private let namespace: Namespace

    /// For an adapter that learned of it from another server.
    public init(id: String, rooms: [String], handshake: SocketHandshake, data: SocketData, namespace: Namespace) {
        (self.id, self.rooms, self.handshake) = (id, rooms, handshake)
        (self.data, self.namespace) = (data, namespace)
    }

    init(_ socket: Socket) {
        self.init(
            id: socket.id, rooms: socket.rooms, handshake: socket.handshake, data: socket.data, namespace: socket.namespace)
    }

    /// The socket, as a choice of one: `remote.operator.emit("hello")`, `.socketsJoin("room")`, `.disconnectSockets()`.
    public var `operator`: BroadcastOperator { self.namespace.to(self.id) }
}
