import Logging
import Synchronization

/// The state that one call's two tasks share: the one that reads the answer and the one that watches the clock.
final class CompletionCall: Sendable {
    struct Expiry: Error {
        var why: AnswerDeadlines.Expired
        /// The server was silent for as long as it may be. That an answer takes longer than a caller cares to wait is no
        /// fault of the server.
        var saysNothingCame: Bool { self.why == .firstContent || self.why == .silence }
    }

    private struct State {
        var deadlines: AnswerDeadlines
        var accumulator: CompletionAccumulator
        var attempts = 0
        var requestBytes = 0
        var textBytes = 0
        /// Text that was not handed on yet.
        var arrived = ""
        var firstText: Duration?
        var usage: TokenUsage?
        var expired: Expiry?
    }

    private let state: Mutex<State>
    private let answerBytes: Int
    private let onText: @Sendable (String) -> Void
    private let later: @Sendable (@escaping @Sendable () -> Void) -> Void
    /// Held while text is handed on, so that its order is kept.
    private let handingOn = Mutex(())
    private let start = ContinuousClock.now

    /// - Parameters:
    ///   - later: runs something when what has arrived by now is read. Text that arrives together is handed on together.
    ///   - onText: called by one thread at a time.
    init(
        deadlines: AnswerDeadlines, answerBytes: Int, later: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void,
        onText: @escaping @Sendable (String) -> Void
    ) {
        self.state = Mutex(State(deadlines: deadlines, accumulator: CompletionAccumulator(limit: answerBytes)))
        (self.answerBytes, self.later, self.onText) = (answerBytes, later, onText)
    }

    private var elapsed: Duration { self.start.duration(to: .now) }

    /// Whether a piece of the answer went out.
    var hasText: Bool { self.state.withLock { $0.textBytes > 0 } }

    /// The deadline that ended the call.
    var expired: Expiry? { self.state.withLock { $0.expired } }

    func begin(requestBytes: Int) {
        self.state.withLock {
            $0.accumulator = CompletionAccumulator(limit: self.answerBytes)
            $0.attempts += 1
            $0.requestBytes = requestBytes
        }
    }

    /// - Returns: whether the answer has ended.
    func received(_ event: ServerSentEvent) throws(UpstreamFailure) -> Bool {
        try self.update { accumulator throws(UpstreamFailure) in try accumulator.received(event) }
    }

    func received(body: some Collection<UInt8>) throws(UpstreamFailure) {
        _ = try self.update { accumulator throws(UpstreamFailure) in try accumulator.received(body: body) }
    }

    func finish() throws(UpstreamFailure) -> ModelAnswer {
        self.handOn()
        return try self.state.withLock { state throws(UpstreamFailure) in
            let answer = try state.accumulator.finish(promptBytes: state.requestBytes)
            state.usage = answer.usage
            return answer
        }
    }

    /// Sleeps until a deadline passes that no content has moved.
    /// - Returns: the answer, if it is whole and only its stream's end did not come.
    func watch() async throws -> ModelAnswer {
        while true {
            if let why = self.state.withLock({ $0.deadlines.expired(at: self.elapsed) }) {
                if why == .grace { return try self.finish() }
                let expiry = Expiry(why: why)
                self.state.withLock { $0.expired = expiry }
                throw expiry
            }
            let next = self.state.withLock { $0.deadlines.next.at }
            // Finishing shortens the deadline, so one that is far away is looked at again.
            try await Task.sleep(until: self.start + min(next, self.elapsed + AnswerDeadlines.grace), clock: .continuous)
        }
    }

    private func update(
        _ read: (inout CompletionAccumulator) throws(UpstreamFailure) -> [CompletionAccumulator.Output]
    ) throws(UpstreamFailure) -> Bool {
        let (isFirst, isDone) = try self.state.withLock { state throws(UpstreamFailure) in
            let outputs = try read(&state.accumulator)
            let now = self.elapsed
            let wasEmpty = state.arrived.isEmpty
            for output in outputs {
                switch output {
                case .text(let text):
                    state.arrived += text
                    state.textBytes += text.utf8.count
                    state.firstText = state.firstText ?? now
                    state.deadlines.contentReceived(at: now)
                case .alive: state.deadlines.contentReceived(at: now)
                case .done: break
                }
            }
            if state.accumulator.isFinished { state.deadlines.finishReceived(at: now) }
            return (wasEmpty && !state.arrived.isEmpty, outputs.last == .done)
        }
        if isFirst { self.later { self.handOn() } }
        return isDone
    }

    /// Hands on the text that has arrived. Whoever ends the call does so before, so that nothing follows the end.
    func handOn() {
        self.handingOn.withLock { _ in
            let text = self.state.withLock { state in
                defer { state.arrived = "" }
                return state.arrived
            }
            if !text.isEmpty { self.onText(text) }
        }
    }

    /// Numbers only.
    var metadata: Logger.Metadata {
        self.state.withLock { state in
            [
                "attempts": "\(state.attempts)", "requestBytes": "\(state.requestBytes)", "textBytes": "\(state.textBytes)",
                "firstText": "\(state.firstText.map { "\($0)" } ?? "none")", "duration": "\(self.elapsed)",
                "promptTokens": "\(state.usage?.prompt ?? 0)", "completionTokens": "\(state.usage?.completion ?? 0)",
                "estimated": "\(state.usage?.isEstimate ?? true)",
            ]
        }
    }
}
