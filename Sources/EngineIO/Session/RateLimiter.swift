import NIOCore

/// A token bucket, kept as the time at which it would be full again (the generic cell rate algorithm).
struct RateLimiter: Equatable, Sendable {
    private var full = NIODeadline.uptimeNanoseconds(0)

    /// - Parameters:
    ///   - rate: how many are allowed a second in the long run, at least 1.
    ///   - burst: how many are allowed at once after a silence, at least 1.
    mutating func take(now: NIODeadline, rate: Int, burst: Int) -> Bool {
        let interval = 1_000_000_000 / Int64(clamping: max(1, rate))
        let depth = interval.multipliedReportingOverflow(by: Int64(clamping: max(1, burst) - 1))
        let start = max(self.full, now)
        guard depth.overflow || start - now <= .nanoseconds(depth.partialValue) else { return false }
        self.full = start + .nanoseconds(interval)
        return true
    }
}
