/// Why the assistant could not do what it was asked. `message` is for the person and carries nothing of what an upstream
/// server said; `detail` is for the operator's log, and carries no prompt, answer or key either.
package struct AssistantError: Error, Equatable, Sendable {
    package enum Code: String, Sendable {
        /// The text is empty or holds nothing that a resume is made of.
        case unreadableDocument = "unreadable_document"
        case cancelled
        case rateLimited = "rate_limited"
        case quotaExceeded = "quota_exceeded"
        case upstreamUnavailable = "upstream_unavailable"
        case upstreamTimeout = "upstream_timeout"
        /// The model's server refused the request: key, model name, or content.
        case upstreamRejected = "upstream_rejected"
        case upstreamInvalidResponse = "upstream_invalid_response"
        case payloadTooLarge = "payload_too_large"
    }

    /// What failed, and so who else may be asked.
    package enum Cause: Sendable {
        /// The request, or a bound of ours: nobody else would do better.
        case request
        /// Our account with the model's server, its rules or the model's answer: rules of our own can still do the work.
        case model
        /// The model is gone, or its server is down: another model may answer.
        case server
    }

    package var code: Code
    package var message: String
    package var detail: String
    package var retryable: Bool
    /// Seconds.
    package var retryAfter: Int?
    package var cause: Cause

    package init(
        _ code: Code, _ message: String, detail: String = "", retryable: Bool = false, retryAfter: Int? = nil,
        cause: Cause = .request
    ) {
        (self.code, self.message, self.detail) = (code, message, detail)
        (self.retryable, self.retryAfter, self.cause) = (retryable, retryAfter, cause)
    }
}
