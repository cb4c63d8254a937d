import JSON
import Testing

@testable import Assistant

@Suite struct UpstreamFailureTests {
    private func refusal(_ status: Int, _ body: String) throws -> UpstreamRefusal {
        UpstreamRefusal(status: status, body: try JSONValue(parsing: body))
    }

    @Test func errorsOfEveryShapeAreRead() throws {
        #expect(try self.refusal(400, #"{"error":{"message":"m","type":"t","param":"p","code":"c"}}"#).code == "c")
        #expect(
            try self.refusal(401, #"{"error":{"message":"m","type":"authentication_error","code":401}}"#).type
                == "authentication_error")
        #expect(try self.refusal(400, #"{"error":"model is required"}"#).message == "model is required")
        #expect(try self.refusal(400, #"{"object":"error","message":"bad","code":40001}"#).message == "bad")
        #expect(try self.refusal(422, #"{"detail":[{"loc":["body","response_format"]}]}"#).message.contains("response_format"))
        #expect(try self.refusal(500, "[]") == UpstreamRefusal(status: 500))
    }

    @Test func anErrorInsideASuccessHasAStatus() throws {
        #expect(try self.refusal(200, #"{"error":{"code":503}}"#).status == 503)
        #expect(try self.refusal(200, #"{"error":{"code":"rate_limit_exceeded"}}"#).status == 429)
        #expect(try self.refusal(200, #"{"error":{"type":"invalid_request_error"}}"#).status == 400)
        #expect(try self.refusal(200, #"{"error":{"code":7}}"#).status == 502)
    }

    @Test(arguments: [
        (401, #"{"error":{"code":"invalid_api_key"}}"#, AssistantError.Code.upstreamRejected, false),
        (404, #"{"error":{"code":"model_not_found"}}"#, .upstreamRejected, false),
        (404, #"{"error":{"message":"model 'x' not found, try pulling it first"}}"#, .upstreamRejected, false),
        (429, #"{"error":{"code":"rate_limit_exceeded"}}"#, .rateLimited, true),
        (429, #"{"error":{"type":"insufficient_quota"}}"#, .quotaExceeded, false), (402, "{}", .quotaExceeded, false),
        (400, #"{"error":{"code":"context_length_exceeded"}}"#, .payloadTooLarge, false),
        (400, #"{"error":{"type":"exceed_context_size_error"}}"#, .payloadTooLarge, false),
        (413, "{}", .payloadTooLarge, false),
        (400, #"{"error":{"code":"content_filter"}}"#, .upstreamRejected, false), (422, "{}", .upstreamRejected, false),
        (408, "{}", .upstreamUnavailable, true), (500, "{}", .upstreamUnavailable, true),
        (503, "{}", .upstreamUnavailable, true),
    ])
    func aRefusalBecomesACode(status: Int, body: String, code: AssistantError.Code, retryable: Bool) throws {
        let error = AssistantError(.refused(try self.refusal(status, body)), interrupted: false)
        #expect(error.code == code)
        #expect(error.retryable == retryable)
    }

    @Test func nothingOfWhatTheServerWroteIsRepeated() throws {
        for code in ["sk-secret-123", "SECRET", "secret value", "secret1"] {
            let refusal = try self.refusal(
                400, #"{"error":{"message":"secret","type":"secret2","param":"secret3","code":"\#(code)"}}"#)
            let error = AssistantError(.refused(refusal), interrupted: false)
            #expect(!"\(error)".lowercased().contains("secret"))
        }
        #expect(try self.refusal(503, #"{"error":{"code":"slow_down"}}"#).word == "slow_down")
    }

    @Test func theOperatorHearsOfWhatOnlyTheOperatorCanMend() throws {
        for status in [400, 401, 403, 404, 422] {
            #expect(UpstreamFailure.refused(UpstreamRefusal(status: status)).operatorNote != nil)
        }
        for status in [408, 413, 429, 500, 503] {
            #expect(UpstreamFailure.refused(UpstreamRefusal(status: status)).operatorNote == nil)
        }
        #expect(UpstreamFailure.redirect.operatorNote != nil)
        #expect(UpstreamFailure.certificate.operatorNote != nil)
        #expect(UpstreamFailure.connection.operatorNote == nil)
    }
}

@Suite struct RetryPolicyTests {
    private func delay(
        _ status: Int, retries: Int = 0, code: String = "", hint: RetryHint = RetryHint(), random: Double = 0
    ) -> Duration? {
        var refusal = UpstreamRefusal(status: status, retryHint: hint)
        refusal.code = code
        return RetryPolicy().delay(after: .refused(refusal), retries: retries, random: random)
    }

    @Test func transientFailuresAreTriedTwiceMore() {
        for status in [408, 429, 500, 502, 503, 504, 529] {
            #expect(self.delay(status) == .seconds(0.5))
            #expect(self.delay(status, retries: 1) == .seconds(1))
            #expect(self.delay(status, retries: 2) == nil)
        }
        #expect(self.delay(500, random: 1) == .seconds(0.375))
        #expect(RetryPolicy().delay(after: .connection, retries: 1, random: 0) == .seconds(1))
    }

    @Test func othersAreNot() {
        for status in [400, 401, 402, 403, 404, 413, 422] { #expect(self.delay(status) == nil) }
        #expect(self.delay(429, code: "insufficient_quota") == nil)
        for failure in [UpstreamFailure.certificate, .redirect, .tooLarge, .declined, .noAnswer] {
            #expect(RetryPolicy().delay(after: failure, retries: 0, random: 0) == nil)
        }
        #expect(RetryPolicy().delay(after: .unintelligible, retries: 0, random: 0) != nil)
        #expect(RetryPolicy().delay(after: .unintelligible, retries: 1, random: 0) == nil)
    }

    @Test func aShortRetryAfterIsHonouredAndALongOnePassedOn() {
        #expect(self.delay(429, hint: RetryHint(after: .seconds(10))) == .seconds(10))
        #expect(self.delay(429, hint: RetryHint(after: .seconds(10.001))) == nil)
        var refusal = UpstreamRefusal(status: 429, retryHint: RetryHint(after: .seconds(59.5)))
        refusal.code = "rate_limit_exceeded"
        #expect(AssistantError(.refused(refusal), interrupted: false).retryAfter == 60)
    }

    @Test func theServerMayOverruleTheStatus() {
        #expect(self.delay(500, hint: RetryHint(shouldRetry: false)) == nil)
        #expect(self.delay(409, hint: RetryHint(shouldRetry: true)) != nil)
    }

    @Test(arguments: [
        (["retry-after": "2"], Duration.seconds(2)), (["retry-after-ms": "250", "retry-after": "60"], .seconds(0.25)),
        (["retry-after": "1.5"], .seconds(1.5)), (["retry-after": "soon"], nil), (["retry-after": "-1"], nil),
        (["retry-after": "nan"], nil), (["retry-after": "1e300"], nil), (["retry-after": "inf"], nil), ([:], nil),
        // By the server's own clock, and by ours where it tells none.
        (["retry-after": "Wed, 21 Oct 2015 07:28:10 GMT", "date": "Wed, 21 Oct 2015 07:28:00 GMT"], .seconds(10)),
        (["retry-after": "Fri, 01 Jan 2027 00:00:30 GMT"], .seconds(30)),
        (["retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"], nil), (["retry-after": "Fri, 01 Jan 9999 00:00:00 GMT"], nil),
    ])
    func headersAreRead(headers: [String: String], after: Duration?) {
        // 2027-01-01T00:00:00Z
        #expect(RetryHint(now: 1_798_761_600) { headers[$0] }.after == after)
    }

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("Tue, 29 Feb 2000 23:59:59 GMT", 951_868_799), ("Fri, 31 Dec 9999 23:59:60 GMT", 253_402_300_800),
    ])
    func datesAreRead(text: String, seconds: Int) { #expect(HTTPDate.seconds(text) == seconds) }

    @Test(arguments: [
        "", "soon", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Nov 1994 24:49:37 GMT",
        "Sun, 06 Non 1994 08:49:37 GMT", "Sun, 06 Nov 99999999999999999999 08:49:37 GMT", "Sun, 32 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 -8:49:37 GMT",
    ])
    func otherTextsAreNoDates(text: String) { #expect(HTTPDate.seconds(text) == nil) }
}

@Suite struct RequestAdaptationsTests {
    private func adapted(
        _ body: String, after adaptations: RequestAdaptations = .init(), status: Int = 400, wantsFormat: Bool = true
    ) throws -> RequestAdaptations? {
        adaptations.adapted(to: UpstreamRefusal(status: status, body: try JSONValue(parsing: body)), wantsFormat: wantsFormat)
    }

    @Test func theFormatStepsDownAndStopsAtTheBottom() throws {
        let body = #"{"error":{"message":"This response_format type is unavailable now"}}"#
        let second = try #require(try self.adapted(body))
        #expect(second.format == .object)
        let third = try #require(try self.adapted(body, after: second))
        #expect(third.format == .instructions)
        #expect(try self.adapted(body, after: third) == nil)
        #expect(try self.adapted(body, wantsFormat: false) == nil)
    }

    @Test func theTokenLimitGetsItsOldNameAndThenGoes() throws {
        let named = #"{"error":{"param":"max_completion_tokens","code":"unsupported_parameter","message":"Unsupported"}}"#
        let old = try #require(try self.adapted(named))
        #expect(old.usesMaxTokens)
        let none = try #require(try self.adapted(#"{"error":"unknown field max_tokens"}"#, after: old))
        #expect(none.omitsTokenLimit)
        #expect(try self.adapted(named, after: none) == nil)
    }

    @Test func roomThatAServerDoesNotHaveIsNotAskedForAgain() throws {
        let body = #"""
            {"object":"error","message":"This model's maximum context length is 4096 tokens. However, you requested 16500 tokens (500 in \#
            the messages, 16000 in the completion).","type":"BadRequestError","code":400}
            """#
        let next = try #require(try self.adapted(body))
        #expect(next.omitsTokenLimit)
        #expect(try self.adapted(body, after: next) == nil)
    }

    @Test func aValidationErrorOfStatus422IsUnderstood() throws {
        #expect(try self.adapted(#"{"detail":[{"loc":["body","stream_options"]}]}"#, status: 422)?.omitsStreamOptions == true)
    }

    @Test(arguments: [
        #"{"error":"model is required"}"#, #"{"error":{"code":"context_length_exceeded","param":"messages"}}"#,
        #"{"error":{"code":"content_filter","param":"response_format"}}"#,
        #"{"error":{"param":"messages","message":"no json_object in messages"}}"#,
    ])
    func otherRefusalsAreNoReasonToAdapt(body: String) throws { #expect(try self.adapted(body) == nil) }

    @Test func aServerErrorIsNoReasonEither() throws {
        #expect(try self.adapted(#"{"error":"response_format"}"#, status: 500) == nil)
    }
}

@Suite struct AnswerDeadlinesTests {
    private var deadlines = AnswerDeadlines(firstContent: .seconds(60), silence: .seconds(30), total: .seconds(180))

    @Test func theFirstPieceHasItsTime() {
        #expect(self.deadlines.expired(at: .seconds(59.9)) == nil)
        #expect(self.deadlines.expired(at: .seconds(60)) == .firstContent)
    }

    @Test func eachPieceMovesTheSilence() {
        var deadlines = self.deadlines
        deadlines.contentReceived(at: .seconds(50))
        #expect(deadlines.expired(at: .seconds(79.9)) == nil)
        #expect(deadlines.expired(at: .seconds(80)) == .silence)
        deadlines.contentReceived(at: .seconds(79))
        #expect(deadlines.next.at == .seconds(109))
    }

    @Test func nothingMovesTheTotal() {
        var deadlines = self.deadlines
        deadlines.contentReceived(at: .seconds(179))
        #expect(deadlines.expired(at: .seconds(179.9)) == nil)
        #expect(deadlines.expired(at: .seconds(180)) == .total)
    }

    @Test func aWholeAnswerWaitsOnlyAMomentForItsStreamsEnd() {
        var deadlines = self.deadlines
        deadlines.finishReceived(at: .seconds(10))
        deadlines.contentReceived(at: .seconds(11))
        #expect(deadlines.expired(at: .seconds(12)) == .grace)
    }
}
