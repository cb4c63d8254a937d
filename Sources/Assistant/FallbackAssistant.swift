import Resume

/// Lets a language model do the work, and reads and checks by rules where it cannot. Either says so. A chat has no such
/// second: what the rules understand of a conversation is not what was asked for, so its error is passed on.
package struct FallbackAssistant: ResumeAssistant {
    private let model: any ResumeAssistant
    private let rules = RulesAssistant()

    package init(_ model: any ResumeAssistant) { self.model = model }

    package func read(_ text: String, ratesConfidence: Bool) async throws(AssistantError) -> Reading {
        do throws(AssistantError) { return try await self.model.read(text, ratesConfidence: ratesConfidence) } catch {
            guard error.cause != .request else { throw error }
            var reading = try await self.rules.read(text, ratesConfidence: ratesConfidence)
            reading.warnings.insert(
                "\(Self.reason(error)), so this was read by built-in rules. Please look it over.", at: 0)
            return reading
        }
    }

    package func check(_ resume: Resume) async throws(AssistantError) -> Review {
        do throws(AssistantError) { return try await self.model.check(resume) } catch {
            guard error.cause != .request else { throw error }
            var review = try await self.rules.check(resume)
            review.warnings.insert("\(Self.reason(error)), so this was checked by built-in rules alone.", at: 0)
            return review
        }
    }

    package func answer(_ turn: Turn, send: @escaping @Sendable (AnswerPart) -> Void) async throws(AssistantError) {
        try await self.model.answer(turn, send: send)
    }

    private static func reason(_ error: AssistantError) -> String {
        switch error.code {
        case .upstreamTimeout: "The language model took too long"
        case .rateLimited: "The language model has too much to do"
        case .quotaExceeded: "The language model's quota is used up"
        case .payloadTooLarge: "This is too long for the language model"
        case .upstreamInvalidResponse: "The language model gave no usable answer"
        case .upstreamRejected: "The language model did not take this"
        case .upstreamUnavailable, .cancelled, .unreadableDocument: "The language model is not available at the moment"
        }
    }
}
