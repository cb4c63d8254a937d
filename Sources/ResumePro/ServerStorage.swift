import Foundation
import Logging
import NIOCore
import ServiceLifecycle
import SocketIO
import Storage

/// The store of a running server, and what has to be done about it now and then.
struct ServerStorage: Service {
    /// Connection state recovery, as far as sockets are told of it.
    struct Recovery: Sendable {
        let settings: ConnectionStateRecovery
        let store: DurableRecoveryStore
    }

    let store: SQLiteStore
    /// nil: no client can come back.
    let recovery: Recovery?
    private let clock: SteadyClock
    private let log: Logger

    /// How long what has expired may stay.
    private static let sweepInterval = Duration.seconds(1)

    static func open(_ configuration: ServerConfiguration, logger: Logger) async throws(StorageError) -> ServerStorage {
        let store = try SQLiteStore(configuration.database)
        let clock = SteadyClock()
        // Nobody is connected yet. Whoever was has as long as ever from now.
        try await store.expireSessions(at: clock.now + Int64(configuration.sessionRetention) * 1_000)
        guard configuration.sessionRetention > 0 else {
            return ServerStorage(store: store, recovery: nil, clock: clock, log: logger)
        }
        var settings = ConnectionStateRecovery()
        settings.maxDisconnectionDuration = .seconds(Int64(configuration.sessionRetention))
        let recovery = try await DurableRecoveryStore("/", limits: settings, store: store, log: logger)
        let limits = settings
        settings.makeStore = { name -> any RecoveryStore in
            name == "/" ? recovery as any RecoveryStore : InMemoryRecoveryStore(limits: limits)
        }
        return ServerStorage(
            store: store, recovery: Recovery(settings: settings, store: recovery), clock: clock, log: logger)
    }

    /// Erases what has expired, until the program stops; then closes the store.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            var lastDay: Int64 = 0
            while (try? await Task.sleep(for: Self.sweepInterval)) != nil {
                self.recovery?.store.flush()
                let now = self.clock.now
                let day = now / 86_400_000
                do throws(StorageError) {
                    _ = try await self.store.eraseExpired(now: now)
                    if day != lastDay { try await self.store.eraseUsage(before: Int(day)) }
                    lastDay = day
                } catch {
                    self.log.error("What has expired could not be erased", metadata: ["error": "\(error)"])
                }
            }
        }
        await self.store.close()
    }
}

/// Milliseconds since 1970 at the start and, from then on, as they pass: a step of the machine's clock changes nothing.
struct SteadyClock: Sendable {
    private let start = ContinuousClock.now
    private let startTime = Int64(Date().timeIntervalSince1970 * 1_000)

    var now: Int64 { self.startTime + Int64((ContinuousClock.now - self.start) / .milliseconds(1)) }
}
