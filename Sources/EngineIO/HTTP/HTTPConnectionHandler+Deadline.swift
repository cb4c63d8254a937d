import NIOCore

/// The time that a client has to go on. It moves with each request and is rarely met, so it is looked at only when the timer
/// fires that was once set for it.
extension HTTPConnectionHandler {
    /// Each such number of bytes gives a request body another second.
    private static let minBytesPerSecond: Int64 = 10 * 1024

    /// - Parameter time: `nil` if nothing is awaited.
    func setDeadline(in time: TimeAmount?) {
        self.deadline = time.map { self.eventLoop.now + $0 }
        if let deadline = self.deadline { self.timers.add(self, at: deadline) }
    }

    func extendDeadline(bytes: Int) {
        self.deadline = self.deadline.map { $0 + .nanoseconds(Int64(bytes) * 1_000_000_000 / Self.minBytesPerSecond) }
    }

    func timerFired() {
        guard let context = self.context, let deadline = self.deadline else { return }
        if self.eventLoop.now >= deadline { context.close(promise: nil) } else { self.timers.add(self, at: deadline) }
    }
}
