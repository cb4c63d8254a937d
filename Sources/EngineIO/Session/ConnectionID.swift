import Synchronization

/// A TCP connection, unique within the process.
struct ConnectionID: Hashable, Sendable {
    private static let last = Atomic<UInt64>(0)

    let value: UInt64

    static func next() -> ConnectionID {
        ConnectionID(value: self.last.wrappingAdd(1, ordering: .relaxed).newValue)
    }
}

/// One HTTP request of a connection.
struct RequestID: Hashable, Sendable {
    let connection: ConnectionID
    let number: Int
}
