/// What a server does without. Servers that speak this API differ in the parameters that they know; each refusal that names
/// one takes us one step down, and what was accepted is remembered for the next request.
struct RequestAdaptations: Equatable, Sendable {
    /// How the answer's form is asked for.
    enum Format: Int, Sendable {
        /// `response_format` of type `json_schema`, strict.
        case schema
        /// `response_format` of type `json_object`, the schema in the instructions.
        case object
        /// The schema in the instructions alone.
        case instructions
    }

    var format = Format.schema
    /// `max_tokens`, the old name of `max_completion_tokens`.
    var usesMaxTokens = false
    /// Without any bound on the output.
    var omitsTokenLimit = false
    /// Without `stream_options`, so without usage numbers in a stream.
    var omitsStreamOptions = false

    /// The next step down for what was refused, or nil if the refusal is about something else.
    /// - Parameter wantsFormat: whether the request asked for a form at all.
    func adapted(to refusal: UpstreamRefusal, wantsFormat: Bool) -> RequestAdaptations? {
        guard refusal.status == 400 || refusal.status == 422 else { return nil }
        guard !refusal.isDeclined, !refusal.isModelMissing else { return nil }
        if refusal.isContextExceeded {
            // A server with a small context counts the room that we ask for as if it were used (vLLM). Without a bound the
            // answer gets what is left.
            let message = refusal.message.lowercased()
            let blamesOutput = ["max_tokens", "max_completion_tokens", "in the completion"].contains(where: message.contains)
            guard blamesOutput, !self.omitsTokenLimit else { return nil }
            var next = self
            next.omitsTokenLimit = true
            return next
        }
        func concerns(_ words: String...) -> Bool {
            let named = refusal.parameter.lowercased()
            let message = refusal.message.lowercased()
            return words.contains { named.isEmpty ? message.contains($0) : named.hasPrefix($0) }
        }
        var next = self
        // Some servers refuse the whole of an unknown schema without naming the parameter.
        if wantsFormat, concerns("response_format", "json_schema", "json_object", "json schema", "structured output") {
            guard let lower = Format(rawValue: self.format.rawValue + 1) else { return nil }
            next.format = lower
        } else if concerns("stream_options"), !self.omitsStreamOptions {
            next.omitsStreamOptions = true
        } else if !self.usesMaxTokens, !self.omitsTokenLimit, concerns("max_completion_tokens") {
            next.usesMaxTokens = true
        } else if self.usesMaxTokens, !self.omitsTokenLimit, concerns("max_tokens", "max_completion_tokens") {
            next.omitsTokenLimit = true
        } else {
            return nil
        }
        return next
    }

    /// Both at once: what two calls found out about a server is true together.
    func joined(with other: RequestAdaptations) -> RequestAdaptations {
        RequestAdaptations(
            format: self.format.rawValue >= other.format.rawValue ? self.format : other.format,
            usesMaxTokens: self.usesMaxTokens || other.usesMaxTokens,
            omitsTokenLimit: self.omitsTokenLimit || other.omitsTokenLimit,
            omitsStreamOptions: self.omitsStreamOptions || other.omitsStreamOptions)
    }
}
