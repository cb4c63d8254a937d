import Testing

@testable import Assistant

@Suite struct FallbackModelTests {
    private let request = ModelRequest(messages: [ModelMessage(.user, "Hi")], maxOutputTokens: 5)

    private func ask(_ first: ScriptedModel, _ second: ScriptedModel) async -> Result<ModelAnswer, AssistantError> {
        do throws(AssistantError) {
            return .success(
                try await FallbackModel(first, then: second, total: .seconds(60)).complete(self.request) { _ in })
        } catch { return .failure(error) }
    }

    private func failure(_ status: Int, code: String = "") -> AssistantError {
        var refusal = UpstreamRefusal(status: status)
        refusal.code = code
        return AssistantError(.refused(refusal), interrupted: false)
    }

    @Test func theSecondAnswersWhereTheFirstIsGoneOrDown() async throws {
        for error in [
            self.failure(404, code: "model_not_found"), self.failure(404), self.failure(500), self.failure(503),
            self.failure(408),
            AssistantError(.connection, interrupted: false), AssistantError(.unintelligible, interrupted: false),
            AssistantError(AnswerDeadlines.Expired.firstContent, interrupted: false),
            AssistantError(ServerHealth.Down(retryAfter: .seconds(3))),
        ] {
            let second = ScriptedModel(.text("Yes"))
            #expect(try await self.ask(ScriptedModel(.failure([], error)), second).get().text == "Yes", "\(error)")
            // What the first took of the time is gone.
            let left = try #require(second.requests.first?.timeLimit)
            #expect(left <= .seconds(60) && left > .seconds(50))
        }
    }

    @Test func aRefusalThatIsMeantIsNotCarriedElsewhere() async {
        for error in [
            self.failure(401), self.failure(403), self.failure(429), self.failure(429, code: "insufficient_quota"),
            self.failure(402), self.failure(400), self.failure(413), self.failure(400, code: "content_filter"),
            AssistantError(.declined, interrupted: false), AssistantError(.noAnswer, interrupted: false), .cancelled,
        ] {
            let second = ScriptedModel()
            #expect(await self.ask(ScriptedModel(.failure([], error)), second) == .failure(error))
            #expect(second.requests.isEmpty)
        }
    }

    @Test func anAnswerThatWasBegunIsNotBegunAgain() async {
        let error = self.failure(500)
        #expect(await self.ask(ScriptedModel(.failure(["Hal"], error)), ScriptedModel()) == .failure(error))
    }

    @Test func whereBothFailTheSecondsErrorIsTold() async {
        let (first, second) = (self.failure(404), self.failure(503))
        #expect(await self.ask(ScriptedModel(.failure([], first)), ScriptedModel(.failure([], second))) == .failure(second))
    }
}
