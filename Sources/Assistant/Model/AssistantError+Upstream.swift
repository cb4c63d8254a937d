extension AssistantError {
    static let cancelled = AssistantError(.cancelled, "The answer was stopped.")

    private static let interruption = "The answer was interrupted. Please try again."

    /// - Parameter interrupted: whether a part of the answer was seen before.
    init(_ failure: UpstreamFailure, interrupted: Bool) {
        self.init(describing: failure, interrupted: interrupted)
        self.cause = failure.isOfServer ? .server : .model
    }

    init(_ down: ServerHealth.Down) {
        self.init(
            .upstreamUnavailable, "The assistant is not available at the moment.",
            detail: "not asked, as its server keeps failing",
            retryable: true, retryAfter: down.retryAfter.wholeSeconds, cause: .server)
    }

    private init(describing failure: UpstreamFailure, interrupted: Bool) {
        let unreachable = "The assistant cannot be reached at the moment."
        let unusable = interrupted ? Self.interruption : "The assistant gave no usable answer. Please try again."
        switch failure {
        case .refused(let refusal): self.init(refusal, interrupted: interrupted)
        case .connection:
            self.init(
                .upstreamUnavailable, interrupted ? Self.interruption : unreachable, detail: "no connection, or it broke",
                retryable: true)
        case .certificate: self.init(.upstreamUnavailable, unreachable, detail: "TLS handshake or certificate refused")
        case .redirect: self.init(.upstreamUnavailable, unreachable, detail: "the base URL answers with a redirect")
        case .unintelligible: self.init(.upstreamInvalidResponse, unusable, detail: "no chat completion", retryable: true)
        case .noAnswer: self.init(.upstreamInvalidResponse, unusable, detail: "ended without an answer", retryable: true)
        case .tooLarge:
            self.init(
                .upstreamInvalidResponse, "The assistant's answer was too long.", detail: "the answer passed its size limit")
        case .declined: self.init(.upstreamRejected, "The assistant declined to answer this.", detail: "declined by policy")
        }
    }

    init(_ expired: AnswerDeadlines.Expired, interrupted: Bool) {
        self.init(
            .upstreamTimeout,
            interrupted ? Self.interruption : "The assistant took too long to answer.",
            detail: "deadline: \(expired)", retryable: true, cause: .server)
    }

    private init(_ refusal: UpstreamRefusal, interrupted: Bool) {
        let detail = "status \(refusal.status), \(refusal.word)"
        let retryAfter = refusal.retryHint.after.flatMap { $0 > .zero ? $0.wholeSeconds : nil }
        let notSetUp = "The assistant is not set up correctly. Please tell whoever runs this service."
        if refusal.isDeclined {
            self.init(.declined, interrupted: interrupted)
        } else if refusal.isModelMissing {
            self.init(.upstreamRejected, notSetUp, detail: "model not found")
        } else if refusal.isQuotaExceeded {
            self.init(.quotaExceeded, "The assistant's quota is used up for now.", detail: detail)
        } else if refusal.isContextExceeded {
            self.init(.payloadTooLarge, "This is too long for the assistant. Please shorten it.", detail: detail)
        } else {
            switch refusal.status {
            case 429:
                self.init(
                    .rateLimited, "The assistant has too much to do. Please try again later.", detail: detail, retryable: true,
                    retryAfter: retryAfter)
            case 408, 500...:
                self.init(
                    .upstreamUnavailable,
                    interrupted ? Self.interruption : "The assistant is not available at the moment.",
                    detail: detail, retryable: true, retryAfter: retryAfter)
            default: self.init(.upstreamRejected, notSetUp, detail: detail)
            }
        }
    }
}

extension Duration {
    /// Rounded up.
    var wholeSeconds: Int { Int(self.components.seconds) + (self.components.attoseconds > 0 ? 1 : 0) }
}

extension UpstreamFailure {
    /// Whether another model, or another server, may do better: this one is gone or down.
    var isOfServer: Bool {
        switch self {
        case .connection, .certificate, .redirect, .unintelligible: true
        case .refused(let refusal): refusal.isModelMissing || [404, 405, 408].contains(refusal.status) || refusal.status >= 500
        case .tooLarge, .declined, .noAnswer: false
        }
    }

    /// Whether it counts against the server in ``CircuitBreaker``: it cannot be reached, or says itself that it cannot work.
    var isOutage: Bool {
        switch self {
        case .connection: true
        case .refused(let refusal): refusal.status == 408 || refusal.status >= 500
        case .certificate, .redirect, .unintelligible, .tooLarge, .declined, .noAnswer: false
        }
    }

    /// What only the operator can put right, in words for the log; nil for all else.
    var operatorNote: String? {
        switch self {
        case .refused(let refusal):
            if refusal.isModelMissing { return "The configured model does not exist at this server, or the key may not use it" }
            if refusal.isQuotaExceeded { return "The account's quota is used up" }
            if refusal.isContextExceeded || refusal.isDeclined { return nil }
            return switch refusal.status {
            case 401: "The server refused the API key"
            case 403: "The server forbids the use of this model, key or region"
            case 404, 405: "There is no chat completions API at this base URL"
            case 408, 429, 500...: nil
            default: "The server refused the form of the request"
            }
        case .certificate: return "The server's TLS certificate was refused, or the handshake failed"
        case .redirect: return "The base URL answers with a redirect, which is not followed: the API key must not travel"
        case .connection, .unintelligible, .tooLarge, .declined, .noAnswer: return nil
        }
    }
}
