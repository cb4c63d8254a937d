import Logging
import Synchronization

/// What is known of one server, shared by all who call it: whether it is up. There is one for each base URL.
package final class ServerHealth: Sendable {
    /// What a call that failed says about the server.
    enum Verdict: Sendable {
        case isUp
        case isDown
        /// Nothing: it was cancelled.
        case unknown
    }

    /// The server failed so often that it is not asked now.
    struct Down: Error, Equatable {
        var retryAfter: Duration
    }

    private let breaker: Mutex<CircuitBreaker>
    private let now: @Sendable () -> Duration
    private let logger: Logger
    private let host: String

    /// - Parameter now: the time since a fixed moment.
    init(
        _ configuration: ChatCompletionsConfiguration, logger: Logger,
        now: @escaping @Sendable () -> Duration = { ServerHealth.start.duration(to: .now) }
    ) {
        let limits = configuration.limits
        self.breaker = Mutex(CircuitBreaker(threshold: limits.breakerFailures, openTime: limits.breakerTime))
        (self.now, self.logger, self.host) = (now, logger, configuration.host)
    }

    private static let start = ContinuousClock.now

    /// Runs one call, if the server is not known to be down.
    /// - Throws: ``Down``, or what the call throws.
    func call<Result: Sendable>(
        judging verdict: (any Error) -> Verdict, _ body: () async throws -> Result
    ) async throws -> Result {
        let admission = self.breaker.withLock { $0.admit(at: self.now()) }
        if case .refuse(let retryAfter) = admission { throw Down(retryAfter: retryAfter) }
        do {
            let result = try await body()
            self.update { breaker, _ in breaker.succeeded(admission) }
            return result
        } catch {
            let verdict = verdict(error)
            self.update { breaker, time in
                switch verdict {
                case .isUp: breaker.succeeded(admission)
                case .isDown: breaker.failed(admission, at: time)
                case .unknown: breaker.abandoned(admission, at: time)
                }
            }
            throw error
        }
    }

    private func update(_ change: (inout CircuitBreaker, Duration) -> Void) {
        let (wasUp, isUp) = self.breaker.withLock { breaker in
            let wasUp = breaker.isClosed
            change(&breaker, self.now())
            return (wasUp, breaker.isClosed)
        }
        let server: Logger.Metadata = ["server": "\(self.host)"]
        if wasUp, !isUp { self.logger.error("The model's server keeps failing and is not asked for a while", metadata: server) }
        if !wasUp, isUp { self.logger.notice("The model's server answers again", metadata: server) }
    }
}
