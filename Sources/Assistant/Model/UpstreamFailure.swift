import JSON

/// Why a call to a chat completions server brought no whole answer.
enum UpstreamFailure: Error, Equatable, Sendable {
    /// A status other than 200, or an error object in place of an answer, which may name a status too.
    case refused(UpstreamRefusal)
    /// Refused, reset, closed early, or no such host.
    case connection
    /// The server's certificate is not to be trusted, or the handshake failed. Not tried again: it is a setting, not a mood.
    case certificate
    /// A redirect. Not followed: the key and the resume would go to a server that nobody configured.
    case redirect
    /// A 200 that holds no completion.
    case unintelligible
    /// A line, an event or the answer is longer than its bound.
    case tooLarge
    /// The model or its server refused by policy.
    case declined
    /// The model wanted to call a tool, though none was offered, or its server broke off with an error of its own.
    case noAnswer
}

/// What an error answer says, as far as it decides what to do next. Servers agree on little: `code` may be a string, a number
/// or absent, `error` an object or a bare string. The message is kept for recognition only and is never shown or logged, as
/// it quotes the prompt and parts of the key.
struct UpstreamRefusal: Equatable, Sendable {
    var status: Int
    var code = ""
    var type = ""
    var parameter = ""
    var message = ""
    var retryHint = RetryHint()

    init(status: Int, body: JSONValue? = nil, retryHint: RetryHint = RetryHint()) {
        (self.status, self.retryHint) = (status, retryHint)
        guard let body else { return }
        switch body["error"] {
        case .string(let text)?: self.message = text
        case .object(let error)?: self.read(error)
        default: if let object = body.objectValue { self.read(object) }
        }
        // FastAPI's form: {"detail": [{"loc": ["body", "response_format"], ...}]}
        if let detail = body["detail"] { self.message += detail.serialized }
        if self.status == 200 {
            self.status = self.code == "rate_limit_exceeded" ? 429 : self.type == "invalid_request_error" ? 400 : 502
        }
    }

    private mutating func read(_ error: JSONObject) {
        self.message = error["message"]?.stringValue ?? ""
        self.type = error["type"]?.stringValue ?? ""
        self.parameter = error["param"]?.stringValue ?? ""
        switch error["code"] {
        case .string(let code)?: self.code = code
        // OpenRouter and others put an upstream's status into the body of a 200.
        case .number(let number)?:
            if self.status == 200, let code = number.intValue, (400..<600).contains(code) { self.status = code }
        default: break
        }
    }

    var isQuotaExceeded: Bool {
        ["insufficient_quota", "credit_balance_exhausted", "billing_hard_limit_reached"].contains {
            $0 == self.code || $0 == self.type
        }
            || self.status == 402
    }

    var isContextExceeded: Bool {
        self.code == "context_length_exceeded" || self.type == "exceed_context_size_error" || self.status == 413
            || self.status == 400
                && ["context length", "context size", "context window"].contains(where: self.message.lowercased().contains)
    }

    var isDeclined: Bool { self.code == "content_filter" || self.code == "content_policy_violation" }

    var isModelMissing: Bool {
        if self.code == "model_not_found" { return true }
        let message = self.message.lowercased()
        return (self.status == 404 || self.status == 400) && message.contains("model")
            && ["not found", "does not exist", "not a valid model"].contains(where: message.contains)
    }

    /// For the log: what the server called it, if it is a plain word. Nothing else of the answer is repeated there.
    var word: String {
        let word = self.code.isEmpty ? self.type : self.code
        let isPlain =
            (1...64).contains(word.utf8.count)
            && word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_") }
        return isPlain ? word : "none"
    }
}
