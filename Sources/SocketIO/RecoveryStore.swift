public import EngineIO

/// A packet that clients may ask for again.
public struct RecoveryPacket: Sendable {
    /// Its place in the namespace, counted from 1.
    public let offset: Int
    public let target: BroadcastTarget
    /// The packet as it travels.
    public let messages: [EngineIOMessage]

    public init(offset: Int, target: BroadcastTarget, messages: [EngineIOMessage]) {
        (self.offset, self.target, self.messages) = (offset, target, messages)
    }
}

/// A client that went away and may come back.
public struct RecoverySession: Sendable {
    public struct Room: Sendable, Hashable {
        public let name: String
        /// The last packet before the socket entered.
        public let since: Int

        public init(name: String, since: Int) { (self.name, self.since) = (name, since) }
    }

    /// The recovery id, which proves that a client is this one: a secret.
    public let pid: String
    public let socketID: String
    /// See ``ConnectionStateRecovery/identity``.
    public let identity: String?
    /// The last packet before the socket's first connection.
    public let since: Int
    public let rooms: [Room]
    public let data: SocketData

    public init(pid: String, socketID: String, identity: String?, since: Int, rooms: [Room], data: SocketData) {
        (self.pid, self.socketID, self.identity) = (pid, socketID, identity)
        (self.since, self.rooms, self.data) = (since, rooms, data)
    }
}

/// Keeps what a namespace needs for recovery: its last packets and its absent clients, both within bounds and for a time.
///
/// Calls come from any thread, but never two at once, and while every emit of the server waits: nothing may block. A store
/// that survives a restart answers from memory and writes behind.
public protocol RecoveryStore: Sendable {
    /// Whether it has to know of clients while they are connected, as a process can end without a word.
    var survivesRestart: Bool { get }

    /// That of the packet appended last; 0 before the first. It never goes back.
    var lastOffset: Int { get }

    /// - Parameter packet: its offset is the next one.
    func append(_ packet: RecoveryPacket)

    /// This offset, the next one, was given to a packet that is not kept.
    func skip(_ offset: Int)

    /// What was appended after this offset, in order, without what is too old for any client to have missed. `nil` if some of
    /// it had to give way, or the offset lies ahead.
    func packets(after offset: Int) -> [RecoveryPacket]?

    /// A client connected, or is in other rooms than before. Called if the store survives a restart.
    func connected(_ session: RecoverySession)

    /// A client went away and may come back.
    func save(_ session: RecoverySession)
    func session(_ pid: String) -> RecoverySession?
    func remove(_ pid: String)

    /// Lets go of what is too old.
    func expire()
}

extension RecoveryStore {
    public var survivesRestart: Bool { false }
    public func connected(_ session: RecoverySession) {}
}
