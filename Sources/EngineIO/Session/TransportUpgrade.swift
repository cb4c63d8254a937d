import NIOCore

/// A polling session's move to a WebSocket, up to the moment when the WebSocket takes over.
enum TransportUpgrade: Equatable, Sendable {
    /// No WebSocket has come. One leads to `connected`.
    case none
    /// A WebSocket is there. `2probe` leads to `probed`; anything else, its end and the deadline lead to `none`.
    case connected(ConnectionID, until: NIODeadline)
    /// The probe was answered: GETs are no longer kept waiting. `5` completes the upgrade, after which this value is not
    /// used any more; anything else, the connection's end and the deadline lead to `none`.
    case probed(ConnectionID, until: NIODeadline)

    enum PacketAction: Equatable, Sendable {
        case answerProbe
        case complete
        case abandon
    }

    var connection: ConnectionID? {
        switch self {
        case .none: nil
        case .connected(let id, _), .probed(let id, _): id
        }
    }

    var deadline: NIODeadline? {
        switch self {
        case .none: nil
        case .connected(_, let until), .probed(_, let until): until
        }
    }

    var isProbed: Bool {
        switch self {
        case .none, .connected: false
        case .probed: true
        }
    }

    /// - Returns: whether the WebSocket may try. Of two at a time the first goes on; to say so twice changes nothing.
    mutating func connected(_ id: ConnectionID, until: NIODeadline) -> Bool {
        guard case .none = self else { return self.connection == id }
        self = .connected(id, until: until)
        return true
    }

    mutating func packetReceived(_ packet: EnginePacket) -> PacketAction {
        switch (self, packet) {
        case (.connected(let id, let until), .probe):
            self = .probed(id, until: until)
            return .answerProbe
        case (.probed, .upgrade):
            return .complete
        case (.none, _), (.connected, _), (.probed, _):
            self = .none
            return .abandon
        }
    }

    mutating func abandoned() { self = .none }
}
