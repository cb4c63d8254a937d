import AsyncHTTPClient
import Foundation
import JSON
import Logging
import NIOCore
import NIOHTTP1
import Synchronization

/// A language model behind an OpenAI-compatible server: `POST {base}/chat/completions`.
///
/// It logs what only an operator can put right at level `error`, all else at `debug`; never a prompt, an answer, the key, or
/// what the server wrote in its error messages.
package final class ChatCompletionsClient: LanguageModel {
    let configuration: ChatCompletionsConfiguration
    let logger: Logger
    private let clients: EventLoopClients
    private let random: @Sendable () -> Double
    package let health: ServerHealth
    /// What the server turned out to do without.
    private let adaptations = Mutex(RequestAdaptations())
    /// What the operator was told last. It is told once, not with every person who meets it.
    private let operatorNote = Mutex<String?>(nil)

    /// - Parameters:
    ///   - health: that of the server, where another client talks to it too; nil for one of its own.
    ///   - random: from 0 to 1, for the delays between retries.
    package init(
        _ configuration: ChatCompletionsConfiguration, logger: Logger, health: ServerHealth? = nil,
        random: @escaping @Sendable () -> Double = { .random(in: 0...1) }
    ) {
        (self.configuration, self.logger, self.random) = (configuration, logger, random)
        self.health = health ?? ServerHealth(configuration, logger: logger)
        var http = HTTPClient.Configuration()
        http.redirectConfiguration = .disallow
        http.timeout.connect = TimeAmount(configuration.limits.connect)
        // Answers run for a minute and more: the usual 8 connections would make the ninth person wait for one of the others.
        // How many run at once is for ``UsageLimits`` to say; this is above its 1,024, and below the usual limits on sockets.
        http.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 4_096
        // Connecting is tried again here, with the other failures, and not for as long as the request may take.
        http.connectionPool.retryConnectionEstablishment = false
        self.clients = EventLoopClients(configuration: http)
    }

    /// Closes the connections. To be called once, when no call is under way.
    package func shutdown() async {
        await self.clients.shutdown()
    }

    package func complete(
        _ request: ModelRequest, onText: @escaping @Sendable (String) -> Void
    ) async throws(AssistantError) -> ModelAnswer {
        let limits = self.configuration.limits
        let total = min(limits.total, request.timeLimit ?? limits.total)
        // A whole answer in one piece has no first piece to wait for.
        let upstream = self.clients.current
        let executor = EventLoopTaskExecutor(upstream.eventLoop)
        let call = CompletionCall(
            deadlines: AnswerDeadlines(
                firstContent: self.configuration.streams ? limits.firstContent : total, silence: limits.silence, total: total),
            answerBytes: limits.answerBytes, later: { upstream.eventLoop.execute($0) }, onText: onText)
        do {
            let answer = try await withThrowingTaskGroup(of: ModelAnswer.self) { group in
                group.addTask(executorPreference: executor) {
                    try await self.answer(request, from: upstream.client, call: call, total: total)
                }
                group.addTask { try await call.watch() }
                defer { group.cancelAll() }
                guard let answer = try await group.next() else { throw CancellationError() }
                return answer
            }
            self.operatorNote.withLock { $0 = nil }
            self.logger.debug("answer received", metadata: call.metadata.merging(["finish": "\(answer.finish)"]) { $1 })
            return answer
        } catch {
            throw self.failed(error, call: call)
        }
    }

    private func failed(_ error: any Error, call: CompletionCall) -> AssistantError {
        // The beginning of an answer is the person's, whatever became of its end.
        call.handOn()
        if Task.isCancelled { return .cancelled }
        let interrupted = call.hasText
        let result: AssistantError
        switch error {
        case let failure as UpstreamFailure:
            result = AssistantError(failure, interrupted: interrupted)
            if let note = failure.operatorNote, self.operatorNote.withLock({ exchange(&$0, with: note) }) != note {
                self.logger.error(
                    "\(note)",
                    metadata: [
                        "model": "\(self.configuration.model)", "server": "\(self.configuration.host)",
                        "detail": "\(result.detail)",
                    ])
            }
        case let expired as CompletionCall.Expiry: result = AssistantError(expired.why, interrupted: interrupted)
        case let down as ServerHealth.Down: result = AssistantError(down)
        default: result = .cancelled
        }
        self.logger.debug(
            "no answer",
            metadata: call.metadata.merging(["code": "\(result.code.rawValue)", "detail": "\(result.detail)"]) { $1 })
        return result
    }

    /// Calls until there is an answer, a refusal that another call would meet again, or a piece of an answer was seen.
    private func answer(
        _ request: ModelRequest, from client: HTTPClient, call: CompletionCall, total: Duration
    ) async throws -> ModelAnswer {
        let policy = RetryPolicy(maxRetries: self.configuration.limits.retries, maxDelay: self.configuration.limits.retryDelay)
        var adaptations = self.adaptations.withLock { $0 }
        var retries = 0
        var last: UpstreamFailure?
        while true {
            do {
                let sent = adaptations
                let answer = try await self.health.call(judging: { Self.verdict($0, call: call) }) {
                    try await self.attempt(request, from: client, adaptations: sent, call: call, total: total)
                }
                self.adaptations.withLock { $0 = $0.joined(with: adaptations) }
                return answer
            } catch let down as ServerHealth.Down {
                if let last { throw last }
                throw down
            } catch let failure as UpstreamFailure {
                try Task.checkCancellation()
                last = failure
                if call.hasText { throw failure }
                if case .refused(let refusal) = failure,
                    let next = adaptations.adapted(to: refusal, wantsFormat: request.schema != nil)
                {
                    adaptations = next
                    self.logger.debug("request adapted", metadata: ["status": "\(refusal.status)"])
                    continue
                }
                guard let delay = policy.delay(after: failure, retries: retries, random: self.random()) else { throw failure }
                retries += 1
                self.logger.debug("call again", metadata: ["retry": "\(retries)", "delay": "\(delay)"])
                try await Task.sleep(for: delay)
            }
        }
    }

    private static func verdict(_ error: any Error, call: CompletionCall) -> ServerHealth.Verdict {
        // A deadline ends the attempt by cancelling it.
        if let expired = call.expired { return expired.saysNothingCame ? .isDown : .unknown }
        if Task.isCancelled { return .unknown }
        return (error as? UpstreamFailure)?.isOutage == true ? .isDown : .isUp
    }

    private func attempt(
        _ request: ModelRequest, from client: HTTPClient, adaptations: RequestAdaptations, call: CompletionCall, total: Duration
    ) async throws -> ModelAnswer {
        let streams = self.configuration.streams
        let body = ChatCompletionBody.json(request, model: self.configuration.model, streams: streams, adaptations: adaptations)
            .serializedBytes
        var http = self.request(.POST, "chat/completions")
        http.headers.add(name: "content-type", value: "application/json")
        http.headers.add(name: "accept", value: streams ? "text/event-stream, application/json" : "application/json")
        http.body = .bytes(ByteBuffer(bytes: body))
        call.begin(requestBytes: body.count)
        // A backstop: the call's own deadlines come first, and say which of them it was.
        let response = try await self.execute(http, from: client, deadline: total + .seconds(5))
        do {
            if response.headers.first(name: "content-type")?.lowercased().hasPrefix("text/event-stream") == true {
                var decoder = ServerSentEventDecoder()
                for try await buffer in response.body {
                    for event in try decoder.decode(buffer.readableBytesView) where try call.received(event) {
                        return try call.finish()
                    }
                }
            } else {
                let bytes = try await response.body.collect(upTo: 4 * self.configuration.limits.answerBytes)
                try call.received(body: bytes.readableBytesView)
            }
        } catch is ServerSentEventDecoder.Failure {
            throw UpstreamFailure.tooLarge
        } catch is NIOTooManyBytesError {
            throw UpstreamFailure.tooLarge
        } catch {
            throw Self.failure(error)
        }
        return try call.finish()
    }

    func request(_ method: HTTPMethod, _ path: String) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: self.configuration.url(path))
        request.method = method
        // An answer is small, and one that is not compressed cannot unpack to gigabytes.
        request.headers.add(name: "accept-encoding", value: "identity")
        // Some gateways turn away requests without one.
        request.headers.add(name: "user-agent", value: "resumepro")
        if let key = self.configuration.keyHeader { request.headers.add(name: key.name, value: key.value) }
        return request
    }

    /// - Returns: a response with a status of success.
    func execute(
        _ request: HTTPClientRequest, from client: HTTPClient? = nil, deadline: Duration
    ) async throws -> HTTPClientResponse {
        do {
            let client = client ?? self.clients.current.client
            let response = try await client.execute(request, timeout: TimeAmount(deadline))
            switch response.status.code {
            case 200..<300: return response
            case 300..<400: throw UpstreamFailure.redirect
            default:
                let hint = RetryHint(now: Int(Date().timeIntervalSince1970)) { response.headers.first(name: $0) }
                // An error's body helps to tell errors apart; one that is huge or breaks off does not help, and does no harm.
                let body = try? await response.body.collect(upTo: 65_536)
                let json = body.flatMap { try? JSONValue(parsing: $0.readableBytesView) }
                throw UpstreamFailure.refused(UpstreamRefusal(status: Int(response.status.code), body: json, retryHint: hint))
            }
        } catch {
            throw Self.failure(error)
        }
    }

    private static func failure(_ error: any Error) -> any Error {
        switch error {
        case is UpstreamFailure, is CancellationError: error
        case let error as HTTPClientError where error == .tlsHandshakeTimeout: UpstreamFailure.certificate
        // NIOSSL is no dependency of this module, and its errors differ by platform.
        case _ where String(reflecting: type(of: error)).hasPrefix("NIOSSL."): UpstreamFailure.certificate
        default: UpstreamFailure.connection
        }
    }
}

private func exchange<Value>(_ value: inout Value, with new: Value) -> Value {
    defer { value = new }
    return value
}
