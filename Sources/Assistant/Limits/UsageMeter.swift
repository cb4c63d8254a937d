import Foundation
import Logging
import Synchronization

/// Holds everybody to ``UsageLimits``, and keeps the counters in a store: soon after each change, together, and in order. A
/// store that fails costs nobody an answer.
package actor UsageMeter {
    private var ledger: UsageLedger
    private let store: any UsageStore
    private let logger: Logger
    private let now: @Sendable () -> Double
    private var unsaved: Set<String> = []
    private var saving: Task<Void, Never>?

    /// - Parameter now: seconds since 1970.
    package init(
        _ limits: UsageLimits, store: any UsageStore, logger: Logger,
        now: @escaping @Sendable () -> Double = { Date().timeIntervalSince1970 }
    ) {
        (self.ledger, self.store, self.logger, self.now) = (UsageLedger(limits), store, logger, now)
    }

    func reserve(user: String, tokens: Int) async throws(AssistantError) -> UsageLedger.Reservation {
        for key in [user, UsageLedger.total] where self.ledger.isUnknown(key) {
            var counter: UsageCounter?
            do { counter = try await self.store.load(key) } catch {
                self.logger.error("A usage counter could not be loaded", metadata: ["error": "\(type(of: error))"])
            }
            self.ledger.restore(counter, for: key)
        }
        let reservation = try self.ledger.reserve(user: user, tokens: tokens, at: self.now())
        self.save(user)
        return reservation
    }

    func settle(_ reservation: UsageLedger.Reservation, tokens: Int) {
        self.ledger.settle(reservation, tokens: tokens)
        self.save(reservation.user)
    }

    /// Returns when all that was counted is stored.
    package func flush() async { await self.saving?.value }

    private func save(_ user: String) {
        self.unsaved.formUnion([user, UsageLedger.total])
        guard self.saving == nil else { return }
        // In a task of its own: whoever used the model may have been cancelled.
        self.saving = Task {
            while !self.unsaved.isEmpty {
                let counters = Dictionary(
                    self.unsaved.compactMap { key in self.ledger.counter(key).map { (key, $0) } }, uniquingKeysWith: { $1 })
                self.unsaved = []
                do { try await self.store.save(counters) } catch {
                    self.logger.error("Usage counters could not be stored", metadata: ["error": "\(type(of: error))"])
                }
            }
            self.saving = nil
        }
    }
}

/// A model as one person may use it.
package struct MeteredModel: LanguageModel {
    private let model: any LanguageModel
    private let user: String
    private let meter: UsageMeter

    /// - Parameter user: what tells people apart: an account, or without one an address. Not empty.
    package init(_ model: any LanguageModel, user: String, meter: UsageMeter) {
        (self.model, self.user, self.meter) = (model, user, meter)
    }

    package func complete(
        _ request: ModelRequest, onText: @escaping @Sendable (String) -> Void
    ) async throws(AssistantError) -> ModelAnswer {
        let prompt = request.messages.reduce(0) { $0 + TokenUsage.estimate($1.content) }
        let reservation = try await self.meter.reserve(user: self.user, tokens: prompt + request.maxOutputTokens)
        let written = Bytes()
        do throws(AssistantError) {
            let answer = try await self.model.complete(request) { piece in
                written.count.add(piece.utf8.count, ordering: .relaxed)
                onText(piece)
            }
            await self.meter.settle(reservation, tokens: answer.usage.prompt + answer.usage.completion)
            return answer
        } catch {
            let bytes = written.count.load(ordering: .relaxed)
            // A server that was at work counts what it read, whether or not the answer arrived; one that refused does not.
            let wasAtWork = bytes > 0 || error.code == .cancelled || error.code == .upstreamTimeout
            await self.meter.settle(
                reservation, tokens: wasAtWork ? prompt + bytes / TokenUsage.bytesPerToken : 0)
            throw error
        }
    }

    private final class Bytes: Sendable { let count = Atomic(0) }
}
