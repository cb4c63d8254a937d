import NIOConcurrencyHelpers

/// Names a value that an application keeps with a socket, and gives its type:
/// `enum UserID: SocketDataKey { typealias Value = Int }`.
public protocol SocketDataKey {
    associatedtype Value: Sendable
}

/// Values that an application keeps with a socket, such as who has signed in. Any thread may use it.
public final class SocketData: Sendable {
    private let values = NIOLockedValueBox<[ObjectIdentifier: any Sendable]>([:])

    public init() {}

    public subscript<Key: SocketDataKey>(key: Key.Type) -> Key.Value? {
        get { self.values.withLockedValue { $0[ObjectIdentifier(key)] as? Key.Value } }
        set { self.values.withLockedValue { $0[ObjectIdentifier(key)] = newValue } }
    }

    /// Reads and changes a value in one step. `body` must not use this storage itself.
    public func update<Key: SocketDataKey, Result: Sendable>(
        _ key: Key.Type, _ body: @Sendable (inout Key.Value?) throws -> Result
    ) rethrows -> Result {
        try self.values.withLockedValue { values in
            var value = values[ObjectIdentifier(key)] as? Key.Value
            defer { values[ObjectIdentifier(key)] = value }
            return try body(&value)
        }
    }
}
