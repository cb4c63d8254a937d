import JSON
import Resume
import Testing

@testable import Assistant

@Suite struct FallbackAssistantTests {
    private let document = "Jane Doe\njane@example.com\n(503) 555-0142\n\nExperience\nEngineer, Acme, 2020 - Present"

    private func assistant(_ replies: ScriptedModel.Reply...) -> FallbackAssistant {
        let model = replies.count == 1 ? ScriptedModel(replies[0]) : ScriptedModel(replies[0], replies[1])
        return FallbackAssistant(ModelAssistant(model))
    }

    private static let failures: [UpstreamFailure] = [
        .connection, .certificate, .redirect, .unintelligible, .declined, .noAnswer, .tooLarge,
        .refused(UpstreamRefusal(status: 401)), .refused(UpstreamRefusal(status: 402)), .refused(UpstreamRefusal(status: 404)),
        .refused(UpstreamRefusal(status: 413)), .refused(UpstreamRefusal(status: 429)), .refused(UpstreamRefusal(status: 500)),
    ]

    @Test func whateverKeepsTheModelFromReadingTheRulesReadAndSayIt() async throws {
        for failure in Self.failures {
            let reading = try await self.assistant(.failure([], AssistantError(failure, interrupted: false))).read(
                self.document)
            #expect(reading.source == .rules)
            #expect(reading.resume.text(.email) == "jane@example.com")
            #expect(reading.warnings.first?.hasSuffix(", so this was read by built-in rules. Please look it over.") == true)
        }
        let nonsense = try await self.assistant(.text("Sorry?"), .text("Sorry?")).read(self.document)
        #expect(nonsense.source == .rules)
        #expect(nonsense.warnings.first?.hasPrefix("The language model gave no usable answer, so") == true)
    }

    @Test func aTextThatIsTooLongForTheModelIsReadByRules() async throws {
        let long = self.document + "\n" + String(repeating: "word ", count: 40_000)
        let reading = try await FallbackAssistant(ModelAssistant(ScriptedModel())).read(long)
        #expect(reading.source == .rules && reading.resume.text(.email) == "jane@example.com")
        #expect(reading.warnings.first?.hasPrefix("This is too long for the language model") == true)
    }

    @Test func aReviewByRulesSaysSo() async throws {
        let resume = try Resume(["Name": "Jane Doe", "Email": "jane@"])
        let rules = Review(byRules: resume)
        for reply in [
            ScriptedModel.Reply.text("nonsense"), .text(""), .text("{", .cutOff),
            .failure([], AssistantError(.connection, interrupted: false)),
        ] {
            var review = try await self.assistant(reply).check(resume)
            #expect(review.source == .rules && review.warnings.count == 1)
            review.warnings = []
            #expect(review == rules)
        }
        let byModel = try await self.assistant(.text("{}")).check(resume)
        #expect(byModel.source == .model && byModel.warnings.isEmpty)
    }

    @Test func whatTheRulesWouldRefuseTooIsRefused() async {
        for error in [
            AssistantError.cancelled, AssistantError(.rateLimited, "Too many requests.", retryable: true, retryAfter: 1),
            AssistantError(.quotaExceeded, "Used up.", retryable: true, retryAfter: 1),
        ] {
            #expect(
                await #expect(throws: AssistantError.self) { try await self.assistant(.failure([], error)).read(self.document) }
                    == error)
            #expect(
                await #expect(throws: AssistantError.self) {
                    try await self.assistant(.failure([], error)).check(Resume(["Name": "Jane"]))
                } == error)
        }
        let empty = await #expect(throws: AssistantError.self) { try await self.assistant(.text("{}")).read(" ") }
        #expect(empty?.code == .unreadableDocument)
    }

    @Test func aChatHasNoSecond() async {
        let error = AssistantError(.connection, interrupted: true)
        let (parts, continuation) = AsyncStream.makeStream(of: AnswerPart.self)
        let thrown = await #expect(throws: AssistantError.self) {
            let turn = Turn(resume: Resume(), history: [], message: "Hi")
            try await self.assistant(.failure([#"{"reply":"Hal"#], error)).answer(turn) { continuation.yield($0) }
        }
        continuation.finish()
        #expect(thrown == error && error.retryable)
        #expect(await parts.reduce(into: []) { $0.append($1) } == [.text("Hal")])
    }
}
