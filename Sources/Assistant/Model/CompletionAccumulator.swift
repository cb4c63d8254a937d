import JSON

/// Turns what a chat completions server sends, an event stream or one JSON text, into an answer.
///
/// An answer is whole when a `finish_reason` was seen and it is `stop`; the end of the stream alone says nothing, as a proxy
/// that gives up ends it just so. Reasoning is never part of the text.
struct CompletionAccumulator: Sendable {
    enum Output: Equatable, Sendable {
        /// A piece of the answer.
        case text(String)
        /// The model is at work on something that is not shown.
        case alive
        /// The answer's end; what follows is not to be read.
        case done
    }

    /// Bytes of the answer. 1 MB: ten times what any honest answer here has.
    private let limit: Int
    private var text = ""
    private var unescaper = JSONStringUnescaper()
    private var finishReason: String?
    private var usage: TokenUsage?
    private var isRefusal = false
    private var wasIntelligible = false
    private var callsTool = false
    private var template: ChunkTemplate?
    /// Where chunks differ in more than their text, as with random padding, looking for what they share is given up.
    private var templatesLeft = 4

    init(limit: Int = 1 << 20) { self.limit = limit }

    /// Whether a reason for the end was given, so that nothing but the usage can be missing.
    var isFinished: Bool { self.finishReason != nil }

    mutating func received(_ event: ServerSentEvent) throws(UpstreamFailure) -> [Output] {
        if event.data == "[DONE]" { return self.flush() + [.done] }
        if let text = self.template?.text(of: event.data) { return try self.append(.string(text)) }
        guard let chunk = try? JSONValue(parsing: event.data), chunk.objectValue != nil else { throw .unintelligible }
        let outputs = try self.received(chunk, part: "delta")
        if self.templatesLeft > 0, self.finishReason == nil, outputs.count == 1, case .text(let text) = outputs[0] {
            self.templatesLeft -= 1
            self.template = ChunkTemplate(event.data, text: text, isSound: Self.isText)
        }
        return outputs
    }

    /// Whether a chunk brings this text and has no other effect.
    private static func isText(_ chunk: String, _ text: String) -> Bool {
        var accumulator = CompletionAccumulator()
        guard let chunk = try? JSONValue(parsing: chunk), let outputs = try? accumulator.received(chunk, part: "delta") else {
            return false
        }
        return outputs == [.text(text)] && !accumulator.isFinished && accumulator.usage == nil && !accumulator.callsTool
    }

    /// A whole answer, from a server that does not stream.
    mutating func received(body: some Collection<UInt8>) throws(UpstreamFailure) -> [Output] {
        guard let completion = try? JSONValue(parsing: body), completion.objectValue != nil else { throw .unintelligible }
        let outputs = try self.received(completion, part: "message")
        guard self.wasIntelligible else { throw .unintelligible }
        return outputs + self.flush() + [.done]
    }

    /// - Parameter promptText: for an estimate where the server does not count tokens.
    mutating func finish(promptBytes: Int) throws(UpstreamFailure) -> ModelAnswer {
        _ = self.flush()
        guard self.wasIntelligible else { throw .unintelligible }
        if self.isRefusal { throw .declined }
        if self.text.isEmpty, self.callsTool { throw .noAnswer }
        let finish: ModelAnswer.Finish =
            switch self.finishReason {
            case "stop": .complete
            case "length": .cutOff
            default: .unknown
            }
        let usage =
            self.usage
            ?? TokenUsage(
                prompt: promptBytes / TokenUsage.bytesPerToken, completion: TokenUsage.estimate(self.text))
        return ModelAnswer(text: self.text, finish: finish, usage: usage)
    }

    private mutating func received(_ message: JSONValue, part: String) throws(UpstreamFailure) -> [Output] {
        if let error = message["error"], !error.isNull {
            let refusal = UpstreamRefusal(status: 200, body: message)
            throw refusal.isDeclined ? .declined : .refused(refusal)
        }
        if message["usage"]?.objectValue != nil { self.readUsage(message["usage"]) }
        guard let choices = message["choices"]?.arrayValue else { return [] }
        // Azure's first chunk and the usage chunk have no choices; only one answer was asked for.
        guard let choice = choices.first, (choice["index"]?.intValue ?? 0) == 0 else { return [] }
        let content = choice[part]
        guard content?.objectValue != nil else {
            if part == "delta", let reason = choice["finish_reason"]?.stringValue { try self.finished(reason) }
            return []
        }
        self.wasIntelligible = true
        var outputs: [Output] = []
        if let refusal = content?["refusal"]?.stringValue, !refusal.isEmpty {
            self.isRefusal = true
            outputs.append(.alive)
        }
        if ["reasoning_content", "reasoning"].contains(where: { content?[$0]?.stringValue?.isEmpty == false }) {
            outputs.append(.alive)
        }
        if content?["tool_calls"]?.arrayValue?.isEmpty == false { self.callsTool = true }
        if let piece = content?["content"] { outputs += try self.append(piece) }
        if let reason = choice["finish_reason"]?.stringValue { try self.finished(reason) }
        return outputs
    }

    private mutating func finished(_ reason: String) throws(UpstreamFailure) {
        self.finishReason = reason
        switch reason {
        case "content_filter": throw .declined
        case "error": throw .noAnswer
        case "tool_calls", "function_call": self.callsTool = true
        default: break
        }
    }

    private mutating func append(_ piece: JSONValue) throws(UpstreamFailure) -> [Output] {
        switch piece {
        case .string(let text):
            // The usual piece has no half characters: only one that waits from before needs the slow way.
            let held = self.unescaper.finish()
            return try self.append(held + text)
        // Some servers cut between the halves of a surrogate pair.
        case .malformedString(let escaped):
            for byte in escaped.utf8 { self.unescaper.feed(byte) }
            return try self.append(self.unescaper.take())
        // Content parts, as in a request: [{"type": "text", "text": "..."}]
        case .array(let parts):
            return try self.append(parts.compactMap { $0["text"]?.stringValue }.joined())
        case .null, .bool, .number, .object: return []
        }
    }

    private mutating func append(_ text: String) throws(UpstreamFailure) -> [Output] {
        guard !text.isEmpty else { return [] }
        guard self.text.utf8.count + text.utf8.count <= self.limit else { throw .tooLarge }
        self.text += text
        return [.text(text)]
    }

    private mutating func flush() -> [Output] {
        let rest = self.unescaper.finish()
        self.text += rest
        return rest.isEmpty ? [] : [.text(rest)]
    }

    private mutating func readUsage(_ usage: JSONValue?) {
        guard let prompt = usage?["prompt_tokens"]?.intValue, let completion = usage?["completion_tokens"]?.intValue else {
            return
        }
        self.usage = TokenUsage(prompt: max(0, prompt), completion: max(0, completion), isEstimate: false)
    }
}
