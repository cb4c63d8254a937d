import NIOCore

/// How the sessions are told of the server's end: in batches, so that their clients do not all reconnect to the next server
/// at the same moment.
struct DrainPlan: Equatable, Sendable {
    let batchSize: Int
    private let interval: Duration

    /// Batches grow beyond the configured size where all would not be told within half the grace period; the other half is
    /// for the answers of the last ones.
    init(sessions: Int, configuration: EngineIOConfiguration, gracePeriod: Duration) {
        self.interval = .nanoseconds(max(1, configuration.shutdownBatchInterval.nanoseconds))
        let batches = Int(min(1e9, max(1, gracePeriod / 2 / self.interval)))
        self.batchSize = max(1, configuration.shutdownBatchSize, (sessions + batches - 1) / batches)
    }

    /// The time to the next batch: half to one and a half of the interval.
    ///
    /// - Parameter fraction: from 0 to 1, by chance.
    func pause(fraction: Double) -> Duration { self.interval * (0.5 + fraction) }
}
