import NIOCore

/// The time by which a connection has to have sent something; past it the connection is closed.
final class ConnectionDeadline {
    /// Each such number of bytes gives a request body another second.
    private static let minBytesPerSecond: Int64 = 10 * 1024

    private let context: ChannelHandlerContext
    private var deadline: NIODeadline?
    private var timer = DeadlineTimer()

    init(context: ChannelHandlerContext) { self.context = context }

    /// - Parameter time: `nil` if nothing is awaited.
    func set(in time: TimeAmount?) {
        self.deadline = time.map { self.context.eventLoop.now + $0 }
        self.setTimer()
    }

    func bodyReceived(bytes: Int) {
        self.deadline = self.deadline.map { $0 + .nanoseconds(Int64(bytes) * 1_000_000_000 / Self.minBytesPerSecond) }
    }

    func cancel() {
        self.deadline = nil
        self.timer.cancel()
    }

    private func setTimer() {
        guard let deadline = self.deadline else { return }
        self.timer.set(deadline, on: self.context.eventLoop.assumeIsolated()) {
            self.timer.hasFired()
            guard let deadline = self.deadline else { return }
            if self.context.eventLoop.now >= deadline { self.context.close(promise: nil) } else { self.setTimer() }
        }
    }
}
