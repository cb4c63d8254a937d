import JSON
import Testing

@testable import Assistant

@Suite struct CompletionAccumulatorTests {
    /// - Returns: the text as it went out, and the answer.
    private func read(_ events: String...) throws -> (shown: String, answer: ModelAnswer) {
        var accumulator = CompletionAccumulator(limit: 100)
        var shown = ""
        for event in events {
            for output in try accumulator.received(ServerSentEvent(name: "", data: event)) {
                if case .text(let text) = output { shown += text }
            }
        }
        return (shown, try accumulator.finish(promptBytes: 30))
    }

    private func delta(_ delta: String, _ reason: String? = nil) -> String {
        #"{"choices":[{"index":0,"delta":\#(delta),"finish_reason":\#(reason.map { "\"\($0)\"" } ?? "null")}]}"#
    }

    private func text(_ text: String) -> String { self.delta(#"{"content":"\#(text)"}"#) }

    @Test func aStreamBecomesAnAnswer() throws {
        let result = try self.read(
            self.delta(#"{"role":"assistant","content":""}"#), self.text("Hel"), self.text("lo"), self.delta("{}", "stop"),
            #"{"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":2}}"#, "[DONE]")
        #expect(result.shown == "Hello")
        #expect(result.answer == ModelAnswer(text: "Hello", usage: TokenUsage(prompt: 7, completion: 2, isEstimate: false)))
    }

    @Test func withoutNumbersTheUsageIsEstimated() throws {
        #expect(
            try self.read(self.text("Hello"), self.delta("{}", "stop")).answer.usage == TokenUsage(prompt: 10, completion: 2))
    }

    @Test(arguments: [
        ("stop" as String?, ModelAnswer.Finish.complete), ("length", .cutOff), ("eos_token", .unknown), (nil, .unknown),
    ])
    func theReasonDecidesWhetherAnAnswerIsWhole(reason: String?, finish: ModelAnswer.Finish) throws {
        #expect(try self.read(self.text("Hi"), self.delta("{}", reason), "[DONE]").answer.finish == finish)
    }

    @Test(arguments: [
        ("content_filter", UpstreamFailure.declined), ("error", .noAnswer), ("tool_calls", .noAnswer),
        ("function_call", .noAnswer),
    ])
    func someReasonsAreFailures(reason: String, failure: UpstreamFailure) {
        #expect(throws: failure) { try self.read(self.delta("{}", reason)) }
    }

    @Test func aRefusalIsNoAnswer() {
        #expect(throws: UpstreamFailure.declined) {
            try self.read(self.delta(#"{"refusal":"I cannot."}"#), self.delta("{}", "stop"))
        }
    }

    @Test func reasoningIsLifeAndNotText() throws {
        var accumulator = CompletionAccumulator()
        for name in ["reasoning", "reasoning_content"] {
            let event = ServerSentEvent(name: "", data: self.delta(#"{"\#(name)":"hm"}"#))
            #expect(try accumulator.received(event) == [.alive])
        }
    }

    @Test func aSurrogatePairOverTwoPiecesIsOneCharacter() throws {
        let result = try self.read(self.text(#"a\ud83d"#), self.text(#"\ude80b"#), self.delta("{}", "stop"))
        #expect(result.shown == "a🚀b")
        #expect(result.answer.text == "a🚀b")
        #expect(
            try self.read(self.text(#"\ud83d"#), self.text("x"), self.text(#"\ud83d"#), "[DONE]").shown == "\u{FFFD}x\u{FFFD}")
    }

    @Test func otherChoicesAreNotMixedIn() throws {
        let other = #"{"choices":[{"index":1,"delta":{"content":"no"},"finish_reason":"stop"}]}"#
        #expect(try self.read(other, self.text("yes"), self.delta("{}", "stop")).shown == "yes")
    }

    @Test(arguments: ["{oops}", "[]", "7", "null", "\"x\""])
    func whatIsNoChunkIsAFailure(event: String) {
        #expect(throws: UpstreamFailure.unintelligible) { try self.read(self.text("Hi"), event) }
    }

    @Test func aStreamWithoutAChoiceIsNoAnswer() {
        #expect(throws: UpstreamFailure.unintelligible) { try self.read(#"{"choices":[]}"#, "[DONE]") }
    }

    @Test func anErrorInTheStreamIsAFailure() {
        let busy = #"{"error":{"message":"secret","type":"server_error","param":null,"code":null}}"#
        #expect(throws: UpstreamFailure.refused(UpstreamRefusal(status: 200, body: try? JSONValue(parsing: busy)))) {
            try self.read(self.text("Hi"), busy)
        }
    }

    @Test func anAnswerOfTheLimitPassesAndOneByteMoreDoesNot() throws {
        #expect(try self.read(self.text(String(repeating: "x", count: 100)), "[DONE]").shown.count == 100)
        #expect(throws: UpstreamFailure.tooLarge) {
            try self.read(self.text(String(repeating: "x", count: 99)), self.text("é"))
        }
    }

    /// Most chunks of a stream are not parsed; they must mean what they would mean alone.
    @Test(arguments: [
        #"{"choices":[{"index":0,"delta":{"content":"@"},"finish_reason":null}]}"#,
        #"{ "x": "@", "choices": [ {"delta": {"content": "@" }, "x": "Hi" } ] }"#,
        #"{"choices":[{"delta":{"content":"@"}}],"x":{"content":"@"}}"#,
        #"{"choices":[{"delta":{"content":"no","content":"@"}}]}"#,
        #"{"choices":[{"delta":{"content":"@","reasoning":"@"}}]}"#,
    ])
    func chunksThatAreAlikeMeanWhatEachMeansAlone(form: String) throws {
        var accumulator = CompletionAccumulator()
        let texts = [
            "Hi", "Hi", " there", "é🚀", "", #"a\nb"#, #"\u00e9"#, "x", #"\"q\""#, #"c"},"x":{"content":"#, "no", "stop",
        ]
        for text in texts {
            let event = ServerSentEvent(name: "", data: form.replacing("@", with: text))
            var alone = CompletionAccumulator()
            let (read, expected) = (try? accumulator.received(event), try? alone.received(event))
            #expect(read == expected, "\(event.data)")
        }
    }

    @Test func theEndOfAStreamIsNotTakenForOneOfItsPieces() throws {
        let result = try self.read(
            self.text("a"), self.text("b"), self.delta(#"{"content":"c"}"#, "length"), self.text("d"), "[DONE]")
        #expect(result.answer.finish == .cutOff)
        #expect(result.answer.text == "abcd")
    }

    private func whole(_ body: String) throws -> ModelAnswer {
        var accumulator = CompletionAccumulator()
        _ = try accumulator.received(body: Array(body.utf8))
        return try accumulator.finish(promptBytes: 0)
    }

    @Test func aWholeAnswerIsReadToo() throws {
        let body =
            #"{"choices":[{"index":0,"message":{"content":"Hi"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1}}"#
        #expect(try self.whole(body).text == "Hi")
        let parts =
            #"{"choices":[{"message":{"content":[{"type":"text","text":"A"},{"type":"text","text":"B"}]},"finish_reason":"length"}]}"#
        #expect(try self.whole(parts) == ModelAnswer(text: "AB", finish: .cutOff, usage: TokenUsage(completion: 1)))
    }

    @Test(arguments: [
        "", "<html>", "null", "[]", "{}", #"{"choices":[]}"#, #"{"choices":{"0":"x"}}"#,
        #"{"choices":[{"finish_reason":"stop"}]}"#,
    ])
    func aBodyWithoutAMessageIsNoAnswer(body: String) {
        #expect(throws: UpstreamFailure.unintelligible) { try self.whole(body) }
    }
}
