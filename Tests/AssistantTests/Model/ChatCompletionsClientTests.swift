import JSON
import Logging
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import Assistant

/// Lines of a log, for tests that say what must be in them and what must not.
private final class LogLines: Sendable {
    private let lines = Mutex<[(level: Logger.Level, text: String)]>([])

    var all: [String] { self.lines.withLock { $0.map(\.text) } }
    func at(_ level: Logger.Level) -> [String] { self.lines.withLock { $0.filter { $0.level == level }.map(\.text) } }

    var logger: Logger {
        var logger = Logger(label: "test") { _ in Handler(lines: self) }
        logger.logLevel = .trace
        return logger
    }

    private struct Handler: LogHandler {
        let lines: LogLines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { self.metadata[key] }
            set { self.metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            self.lines.lines.withLock { $0.append((event.level, "\(event.message) \(event.metadata ?? [:])")) }
        }
    }
}

/// The texts that a call handed out.
private final class Pieces: Sendable {
    private let pieces = Mutex<[String]>([])
    var all: [String] { self.pieces.withLock { $0 } }
    func add(_ piece: String) { self.pieces.withLock { $0.append(piece) } }
}

@Suite(.timeLimit(.minutes(1))) struct ChatCompletionsClientTests {
    private let request = ModelRequest(
        messages: [ModelMessage(.user, "secret prompt")], schema: OutputSchema(name: "x", schema: StrictSchema.texts(["a"])),
        maxOutputTokens: 5)
    private let log = LogLines()

    /// What came of one call or more.
    private struct Outcome {
        var pieces: [String] = []
        var answer: ModelAnswer?
        var error: AssistantError?
        var requests: [ScriptedServer.Request] = []
    }

    /// Runs calls one after the other against a server with these replies.
    /// - Parameter limits: the delays between retries are random and at most as long as the server asks for (`retry-after-ms`).
    private func call(
        _ replies: [ScriptedServer.Step]..., times: Int = 1,
        limits change: (inout ChatCompletionsConfiguration.Limits) -> Void = { _ in },
        closes: Int = 0
    ) async throws -> Outcome {
        try await ScriptedServer.run(replies) { server in
            var configuration = try ChatCompletionsConfiguration(
                baseURL: server.baseURL, apiKey: "secret-key", model: "test-model")
            change(&configuration.limits)
            let client = ChatCompletionsClient(configuration, logger: self.log.logger, random: { 1 })
            var outcome = Outcome()
            for _ in 0..<times {
                let pieces = Pieces()
                do throws(AssistantError) {
                    outcome.answer = try await client.complete(self.request) { pieces.add($0) }
                } catch {
                    outcome.error = error
                }
                outcome.pieces = pieces.all
            }
            await server.connectionsClosed(closes)
            await client.shutdown()
            outcome.requests = server.requests
            #expect(server.repliesLeft == 0)
            return outcome
        }
    }

    private let busy = ScriptedServer.Step.json("{}", status: "503 Busy", headers: "retry-after-ms: 1\r\n")

    @Test func aStreamIsReadAsItComes() async throws {
        let outcome = try await self.call([.stream, .text("Hel"), .text("lo"), .stop, .done, .lastChunk])
        #expect(outcome.pieces.joined() == "Hello")
        #expect(outcome.answer?.text == "Hello" && outcome.answer?.finish == .complete)
        let head = try #require(outcome.requests.first?.head.lowercased())
        #expect(head.hasPrefix("post /v1/chat/completions http/1.1\r\n"))
        #expect(head.contains("authorization: bearer secret-key") && head.contains("content-type: application/json"))
        #expect(
            try JSONValue(parsing: outcome.requests[0].body)
                == ChatCompletionBody.json(self.request, model: "test-model", streams: true))
    }

    @Test func aPieceIsHandedOnWhileTheNextIsStillBeingWritten() async throws {
        let shown = MultiThreadedEventLoopGroup.singleton.next().makePromise(of: Void.self)
        let steps: [ScriptedServer.Step] = [.stream, .text("Hel"), .wait(shown.futureResult), .text("lo"), .stop, .done]
        try await ScriptedServer.run([steps]) { server in
            let client = ChatCompletionsClient(
                try ChatCompletionsConfiguration(baseURL: server.baseURL, model: "test-model"), logger: self.log.logger)
            let pieces = Pieces()
            _ = try await client.complete(self.request) { piece in
                pieces.add(piece)
                shown.succeed()
            }
            #expect(pieces.all == ["Hel", "lo"])
            await client.shutdown()
        }
    }

    @Test func whatArrivesTogetherIsHandedOnTogether() async throws {
        let text = ScriptedServer.Step.delta("Hel") + ScriptedServer.Step.delta("lo")
        #expect(try await self.call([.stream, .events(text), .stop, .done, .lastChunk]).pieces == ["Hello"])
    }

    @Test func theCutsDoNotMatter() async throws {
        let ascii = ScriptedServer.Step.delta(#"He\u0301llo \ud83d\ude80"#) + "data: [DONE]\r\n\r\n"
        let outcome = try await self.call([.stream] + ascii.map { .events(String($0)) } + [.lastChunk])
        #expect(outcome.answer?.text == "He\u{301}llo 🚀")
    }

    @Test func anAnswerInOnePieceIsTakenToo() async throws {
        let outcome = try await self.call([.json(#"{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}"#)])
        #expect(outcome.pieces == ["Hi"])
    }

    @Test func theReadingEndsWithDoneThoughTheConnectionIsOpen() async throws {
        #expect(try await self.call([.stream, .text("Hi"), .stop, .done], closes: 1).answer?.text == "Hi")
    }

    @Test func aWholeAnswerIsNotLostWhenItsStreamDoesNotEnd() async throws {
        #expect(try await self.call([.stream, .text("Hi"), .stop], closes: 1).answer?.finish == .complete)
    }

    @Test func aBusyServerIsAskedTwiceMore() async throws {
        let outcome = try await self.call([self.busy], [self.busy], [.stream, .text("Hi"), .stop, .done, .lastChunk])
        #expect(outcome.answer?.text == "Hi" && outcome.requests.count == 3)
        let failed = try await self.call([self.busy], [self.busy], [self.busy])
        #expect(failed.error?.code == .upstreamUnavailable && failed.error?.retryable == true)
    }

    @Test func aConnectionThatBreaksIsTriedAgain() async throws {
        #expect(try await self.call([.close], [.stream, .text("Hi"), .stop, .done, .lastChunk]).answer?.text == "Hi")
        #expect(try await self.call([.stream, .close], [.stream, .text("Hi"), .stop, .done, .lastChunk]).answer?.text == "Hi")
    }

    @Test func anAnswerThatHasBegunIsNotAskedForAgain() async throws {
        let outcome = try await self.call([.stream, .text("Hal"), .close])
        #expect(outcome.pieces == ["Hal"])
        #expect(outcome.error?.code == .upstreamUnavailable && outcome.error?.message.contains("interrupted") == true)
    }

    @Test func aServerThatKeepsFailingIsLeftAloneUntilOneCallSucceeds() async throws {
        let clock = Mutex(Duration.zero)
        try await ScriptedServer.run([
            [self.busy], [self.busy], [self.busy], [self.busy], [self.busy], [.stream, .text("Hi"), .stop, .done, .lastChunk],
        ]) { server in
            let configuration = try ChatCompletionsConfiguration(baseURL: server.baseURL, model: "test-model")
            let health = ServerHealth(configuration, logger: self.log.logger, now: { clock.withLock { $0 } })
            let client = ChatCompletionsClient(configuration, logger: self.log.logger, health: health, random: { 1 })
            func fails() async -> AssistantError? {
                await #expect(throws: AssistantError.self) { try await client.complete(self.request) { _ in } }
            }
            #expect(await fails()?.detail == "status 503, none")
            // The fifth failure in a row opens it: the third call of this one is not made.
            #expect(await fails()?.detail == "status 503, none")
            #expect(server.requests.count == 5)
            let open = await fails()
            #expect(open?.code == .upstreamUnavailable && open?.retryable == true && open?.retryAfter == 30)
            #expect(server.requests.count == 5)
            clock.withLock { $0 = .seconds(29.5) }
            #expect(await fails()?.retryAfter == 1)
            clock.withLock { $0 = .seconds(30) }
            #expect(try await client.complete(self.request) { _ in }.text == "Hi")
            #expect(server.requests.count == 6)
            #expect(self.log.at(.error).count == 1 && self.log.at(.notice).count == 1)
            await client.shutdown()
        }
    }

    @Test func silenceOpensTheCircuitAndWhatACallerDoesNotWaitForDoesNot() async throws {
        try await ScriptedServer.run(Array(repeating: [.stream], count: 8)) { server in
            var configuration = try ChatCompletionsConfiguration(baseURL: server.baseURL)
            configuration.limits.breakerFailures = 1
            var request = self.request
            request.timeLimit = .milliseconds(50)
            let patient = ChatCompletionsClient(configuration, logger: self.log.logger)
            for _ in 0..<3 {
                let error = await #expect(throws: AssistantError.self) { try await patient.complete(request) { _ in } }
                #expect(error?.detail == "deadline: total")
            }
            configuration.limits.firstContent = .milliseconds(50)
            let client = ChatCompletionsClient(configuration, logger: self.log.logger)
            for (detail, retryAfter) in [("deadline: firstContent", nil), ("not asked, as its server keeps failing", 30)] {
                let error = await #expect(throws: AssistantError.self) { try await client.complete(self.request) { _ in } }
                #expect(error?.detail == detail && error?.retryAfter == retryAfter)
            }
            await patient.shutdown()
            await client.shutdown()
        }
    }

    @Test func azureGetsItsOwnHeaderAndVersion() throws {
        func configuration(_ url: String, key: String? = "k", version: String? = nil) throws -> ChatCompletionsConfiguration {
            try ChatCompletionsConfiguration(baseURL: url, apiKey: key, apiVersion: version)
        }
        let azure = try configuration("https://res.openai.azure.com/openai/v1/")
        #expect(azure.keyHeader?.name == "api-key" && azure.keyHeader?.value == "k")
        #expect(azure.url("chat/completions") == "https://res.openai.azure.com/openai/v1/chat/completions")
        #expect(
            try configuration("https://res.openai.azure.com/openai/v1", key: "eyJhbGci.x").keyHeader?.name == "authorization")
        let old = "https://res.openai.azure.com/openai/deployments/gpt"
        #expect(
            try configuration(old, version: "2024-10-21").url("chat/completions")
                == old + "/chat/completions?api-version=2024-10-21")
        #expect(
            try configuration(old + "?api-version=1", version: "2").url("x") == old + "/x?api-version=1")
        #expect(throws: ChatCompletionsConfiguration.Failure.missingAPIVersion) { try configuration(old) }
        for url in ["https://api.openai.com/v1", "https://evil-openai.azure.com.example/v1", "http://127.0.0.1:1/v1"] {
            #expect(try configuration(url).keyHeader?.value == "Bearer k")
        }
        #expect(try configuration("http://127.0.0.1:1/v1", key: nil).keyHeader == nil)
    }

    @Test func noServerIsAnErrorInShortTime() async throws {
        var configuration = try ChatCompletionsConfiguration(baseURL: "http://127.0.0.1:1/v1")
        configuration.limits.retries = 0
        let client = ChatCompletionsClient(configuration, logger: self.log.logger)
        let error = await #expect(throws: AssistantError.self) { try await client.complete(self.request) { _ in } }
        #expect(error?.code == .upstreamUnavailable)
        #expect(await client.verifyModel() == .unknown)
        #expect(self.log.at(.warning).count == 1 && self.log.at(.error).isEmpty)
        await client.shutdown()
    }

    @Test func aRedirectIsNotFollowed() async throws {
        let outcome = try await self.call([
            .send("HTTP/1.1 307 Elsewhere\r\nlocation: /elsewhere/v1/chat/completions\r\ncontent-length: 0\r\n\r\n")
        ])
        #expect(outcome.requests.count == 1)
        #expect(outcome.error?.code == .upstreamUnavailable && outcome.error?.retryable == false)
        #expect(self.log.at(.error).count == 1)
    }

    @Test func aModelThatDoesNotExistIsToldToTheOperatorOnce() async throws {
        let gone = ScriptedServer.Step.json(
            #"{"error":{"message":"The model `secret` does not exist","type":"invalid_request_error","param":null,"code":"model_not_found"}}"#,
            status: "404 Not Found")
        let outcome = try await self.call([gone], [gone], times: 2)
        #expect(outcome.error?.code == .upstreamRejected && outcome.error?.retryable == false)
        #expect(self.log.at(.error).count == 1)
        let line = try #require(self.log.at(.error).first)
        #expect(line.contains("test-model") && line.contains("127.0.0.1") && line.contains("does not exist"))
    }

    @Test func nothingSecretIsLogged() async throws {
        let secret = ScriptedServer.Step.json(
            #"{"error":{"message":"secret sk-secret","code":"secret-code","type":"SECRET"}}"#, status: "401 No")
        _ = try await self.call([secret])
        _ = try await self.call([.stream, .text("secret answer"), .stop, .done, .lastChunk])
        _ = try await self.call([.stream, .text("secret answer"), .close])
        #expect(self.log.all.count >= 4)
        #expect(self.log.all.allSatisfy { !$0.lowercased().contains("secret") })
    }

    @Test func aRefusedParameterIsLeftOutAndRemembered() async throws {
        let noSchema = ScriptedServer.Step.json(#"{"error":"'response_format.type' must be 'json_object'"}"#, status: "400 Bad")
        let noName = ScriptedServer.Step.json(
            #"{"error":{"param":"max_completion_tokens","code":"unsupported_parameter"}}"#, status: "400 Bad")
        let answer: [ScriptedServer.Step] = [.stream, .text("Hi"), .stop, .done, .lastChunk]
        let outcome = try await self.call([noSchema], [noName], answer, answer, times: 2)
        let bodies = try outcome.requests.map { try JSONValue(parsing: $0.body) }
        #expect(bodies.map { $0["response_format"]?["type"] } == ["json_schema", "json_object", "json_object", "json_object"])
        #expect(bodies.map { $0["max_tokens"] } == [nil, nil, 5, 5])
    }

    @Test func aRefusalThatHelpedNothingIsForgotten() async throws {
        let noSchema = ScriptedServer.Step.json(#"{"error":"bad response_format"}"#, status: "400 Bad")
        let outcome = try await self.call(
            [noSchema], [noSchema], [noSchema], [.stream, .text("Hi"), .stop, .done, .lastChunk], times: 2)
        #expect(try JSONValue(parsing: outcome.requests[3].body)["response_format"]?["type"] == "json_schema")
    }

    @Test func aServerThatSendsNothingIsGivenUp() async throws {
        for reply in [[], [ScriptedServer.Step.stream], [.stream, .keepSending(ScriptedServer.Step.chunk(": ping\n\n"))]] {
            let outcome = try await self.call(reply, limits: { $0.firstContent = .milliseconds(150) }, closes: 1)
            #expect(outcome.error?.code == .upstreamTimeout && outcome.error?.detail == "deadline: firstContent")
        }
    }

    @Test func silenceIsGivenUpThoughBytesCome() async throws {
        let pings = ScriptedServer.Step.keepSending(ScriptedServer.Step.chunk(": ping\n\n"))
        let outcome = try await self.call(
            [.stream, .text("Hi"), pings], limits: { $0.silence = .milliseconds(150) }, closes: 1)
        #expect(outcome.error?.detail == "deadline: silence" && outcome.pieces == ["Hi"])
    }

    @Test func anEndlessAnswerIsGivenUpAfterItsTimeAndAfterItsSize() async throws {
        let more = ScriptedServer.Step.keepSending(ScriptedServer.Step.chunk(ScriptedServer.Step.delta("more ")))
        var late = try await self.call([.stream, more], limits: { $0.total = .milliseconds(300) }, closes: 1)
        // A machine that is busy with other tests may need longer for the first piece than the whole answer may take.
        for seconds in [1, 4, 16, 64] where late.pieces.isEmpty {
            late = try await self.call([.stream, more], limits: { $0.total = .seconds(seconds) }, closes: 1)
        }
        #expect(late.error?.detail == "deadline: total" && !late.pieces.isEmpty)
        let long = try await self.call([.stream, more], limits: { $0.answerBytes = 12 }, closes: 1)
        #expect(long.error?.code == .upstreamInvalidResponse && long.pieces == ["more ", "more "])
    }

    @Test func aRequestsOwnTimeIsKept() async throws {
        try await ScriptedServer.run([[.stream]]) { server in
            let client = ChatCompletionsClient(
                try ChatCompletionsConfiguration(baseURL: server.baseURL), logger: self.log.logger)
            var request = self.request
            request.timeLimit = .milliseconds(100)
            let error = await #expect(throws: AssistantError.self) { try await client.complete(request) { _ in } }
            #expect(error?.code == .upstreamTimeout)
            await client.shutdown()
        }
    }

    @Test func cancellingClosesTheConnectionAtOnce() async throws {
        try await ScriptedServer.run([[.stream, .text("Hi")], [.stream]]) { server in
            let client = ChatCompletionsClient(
                try ChatCompletionsConfiguration(baseURL: server.baseURL), logger: self.log.logger)
            let (started, continuation) = AsyncStream<Void>.makeStream()
            let task = Task { try await client.complete(self.request) { _ in continuation.yield() } }
            for await _ in started { break }
            task.cancel()
            let error = await #expect(throws: AssistantError.self) { try await task.value }
            #expect(error?.code == .cancelled)
            await server.connectionsClosed(1)
            // And before anything has come.
            let waiting = Task { try await client.complete(self.request) { _ in } }
            while server.requests.count < 2 { await Task.yield() }
            // This server asks for no key.
            #expect(server.requests.allSatisfy { !$0.head.lowercased().contains("authorization") })
            waiting.cancel()
            await #expect(throws: AssistantError.cancelled) { try await waiting.value }
            await server.connectionsClosed(2)
            await client.shutdown()
        }
        #expect(self.log.at(.error).isEmpty)
    }

    @Test func aLongWaitIsPassedOn() async throws {
        let outcome = try await self.call([
            .json(#"{"error":{"code":"rate_limit_exceeded"}}"#, status: "429 Slow", headers: "retry-after: 3600\r\n")
        ])
        #expect(
            outcome.error
                == AssistantError(
                    .rateLimited, "The assistant has too much to do. Please try again later.",
                    detail: "status 429, rate_limit_exceeded", retryable: true,
                    retryAfter: 3600, cause: .model))
    }

    @Test func aModelThatIsPastItsEndIsAnError() async throws {
        try await ScriptedServer.run([[.json(#"{"data":[{"id":"test-model","shutdown_date":"2027-01-14"}]}"#)]]) { server in
            let client = ChatCompletionsClient(
                try ChatCompletionsConfiguration(baseURL: server.baseURL, model: "test-model"), logger: self.log.logger)
            await client.verifyModel(today: "2027-01-14")
            #expect(self.log.at(.error).count == 1 && self.log.at(.warning).isEmpty)
            await client.shutdown()
        }
    }

    @Test(arguments: [
        (#"{"data":[{"id":"a"},{"id":"test-model"}]}"#, ChatCompletionsClient.ModelStatus.available, 0),
        (#"{"data":[{"id":"test-model","shutdown_date":"2027-01-14"}]}"#, .shutsDown(on: "2027-01-14"), 1),
        (#"{"data":[{"id":"test-model","shutdown_date":"secret text"}]}"#, .available, 0), (#"{"data":[]}"#, .notListed, 1),
        ("<html>", .unknown, 1),
    ])
    func theModelIsLookedForAtTheStart(list: String, status: ChatCompletionsClient.ModelStatus, warnings: Int) async throws {
        try await ScriptedServer.run([[.json(list)]]) { server in
            let client = ChatCompletionsClient(
                try ChatCompletionsConfiguration(baseURL: server.baseURL + "/", model: "test-model"), logger: self.log.logger)
            #expect(await client.verifyModel(today: "2027-01-13") == status)
            #expect(self.log.at(.warning).count == warnings && self.log.at(.error).isEmpty)
            #expect(server.requests.first?.head.hasPrefix("GET /v1/models HTTP/1.1\r\n") == true)
            await client.shutdown()
        }
    }
}
