import Synchronization

/// Two models, of which the second is asked when the first is gone or its server is down, and nothing of an answer was seen.
///
/// Not when the first refuses the key, the account or the content: those answers are meant.
package struct FallbackModel: LanguageModel {
    private let first: any LanguageModel
    private let second: any LanguageModel
    private let total: Duration

    /// - Parameter total: for both together, where a request does not ask for less.
    package init(_ first: any LanguageModel, then second: any LanguageModel, total: Duration) {
        (self.first, self.second, self.total) = (first, second, total)
    }

    package func complete(
        _ request: ModelRequest, onText: @escaping @Sendable (String) -> Void
    ) async throws(AssistantError) -> ModelAnswer {
        let start = ContinuousClock.now
        let begun = Flag()
        do throws(AssistantError) {
            return try await self.first.complete(request) { piece in
                begun.isSet.store(true, ordering: .relaxed)
                onText(piece)
            }
        } catch {
            let left = (request.timeLimit ?? self.total) - start.duration(to: .now)
            guard error.cause == .server, !begun.isSet.load(ordering: .relaxed), left > .zero, !Task.isCancelled else {
                throw error
            }
            var request = request
            request.timeLimit = left
            return try await self.second.complete(request, onText: onText)
        }
    }

    private final class Flag: Sendable { let isSet = Atomic(false) }
}
