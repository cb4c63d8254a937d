import Foundation
import Logging
import Synchronization

/// Holds everybody to ``UsageLimits``, and keeps what was used in a store: soon after it was counted, together with what else
/// was, and in order. A store that fails costs nobody an answer.
package actor UsageMeter {
    private var ledger: UsageLedger
    private let store: any UsageStore
    private let logger: Logger
    private let now: @Sendable () -> Double
    /// By day and key.
    private var unsaved: [Int: [String: Int]] = [:]
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
            let day = UsageLedger.day(self.now())
            // Of a person who was forgotten and comes back, nothing may be left on its way to the store.
            await self.saving?.value
            do { self.ledger.restore(try await self.store.tokens(key, day: day), day: day, for: key) } catch {
                self.logger.error("What was used today could not be loaded", metadata: ["error": "\(type(of: error))"])
                self.ledger.restore(0, day: day, for: key)
            }
        }
        let reservation = try self.ledger.reserve(user: user, tokens: tokens, at: self.now())
        self.save(reservation.tokens, for: reservation)
        return reservation
    }

    func settle(_ reservation: UsageLedger.Reservation, tokens: Int) {
        self.ledger.settle(reservation, tokens: tokens)
        self.save(max(0, tokens).addingClamped(-reservation.tokens), for: reservation)
    }

    /// Returns when all that was counted is stored.
    package func flush() async { await self.saving?.value }

    private func save(_ tokens: Int, for reservation: UsageLedger.Reservation) {
        for key in [reservation.user, UsageLedger.total] {
            self.unsaved[reservation.day, default: [:]][key, default: 0] =
                (self.unsaved[reservation.day]?[key] ?? 0).addingClamped(tokens)
        }
        guard self.saving == nil else { return }
        // In a task of its own: whoever used the model may have been cancelled.
        self.saving = Task {
            while let (day, tokens) = self.unsaved.popFirst() {
                do { try await self.store.add(tokens, day: day) } catch {
                    self.logger.error("What was used could not be stored", metadata: ["error": "\(type(of: error))"])
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
