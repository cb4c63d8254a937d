/// The events of one socket that wait for the client's answer, by the number that the answer will carry.
struct PendingAcknowledgements<Waiter: Sendable>: Sendable {
    private let limit: Int
    private var waiters: [Int: Waiter] = [:]
    private var nextID = 0

    init(limit: Int) { self.limit = limit }

    /// - Returns: the number to send with the event; `nil` if the limit is reached.
    mutating func add(_ waiter: Waiter) -> Int? {
        guard self.waiters.count < self.limit else { return nil }
        let id = self.nextID
        self.nextID += 1
        self.waiters[id] = waiter
        return id
    }

    /// `nil` for a number that was never given out or is answered already: a client may send any.
    mutating func remove(_ id: Int) -> Waiter? { self.waiters.removeValue(forKey: id) }

    mutating func removeAll() -> [Waiter] {
        defer { self.waiters = [:] }
        return Array(self.waiters.values)
    }
}
