import Assistant
import Configuration

/// Reads the settings of the language model and of its limits. What is wrong is collected in ``problems``.
struct ModelSettings {
    /// All names, as the environment has them.
    static let names = [
        "OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL", "OPENAI_API_VERSION", "OPENAI_STREAM", "OPENAI_FALLBACK_MODEL",
        "OPENAI_FALLBACK_BASE_URL", "OPENAI_FALLBACK_API_KEY", "OPENAI_CONNECT_TIMEOUT", "OPENAI_FIRST_CONTENT_TIMEOUT",
        "OPENAI_SILENCE_TIMEOUT", "OPENAI_TOTAL_TIMEOUT", "OPENAI_RETRIES", "OPENAI_RETRY_DELAY", "OPENAI_BREAKER_FAILURES",
        "OPENAI_BREAKER_TIME", "LIMIT_ANSWERS_PER_USER", "LIMIT_ANSWERS", "LIMIT_REQUESTS_PER_USER", "LIMIT_REQUESTS",
        "LIMIT_TOKENS_PER_USER", "LIMIT_TOKENS",
    ]

    private let text: (_ key: ConfigKey, _ isSecret: Bool) -> String?
    private(set) var problems: [String] = []

    /// - Parameter text: the value of a setting, if it has one.
    init(text: @escaping (_ key: ConfigKey, _ isSecret: Bool) -> String?) { self.text = text }

    /// nil without a key and a base URL: the assistant then works by rules.
    mutating func model() -> ChatCompletionsConfiguration? {
        let key = self.text("openai.api.key", true)
        let baseURL = self.text("openai.base.url", false)
        guard key != nil || baseURL != nil else { return nil }
        return self.configuration(
            baseURL: baseURL, key: key, model: self.text("openai.model", false),
            apiVersion: self.text("openai.api.version", false), names: "OPENAI_BASE_URL", "OPENAI_API_KEY")
    }

    /// The first model's server and key serve the second too, unless it names a server of its own: a key goes nowhere but to
    /// the server that it was configured for.
    mutating func fallback() -> ChatCompletionsConfiguration? {
        let baseURL = self.text("openai.fallback.base.url", false)
        let key = self.text("openai.fallback.api.key", true)
        guard let model = self.text("openai.fallback.model", false) else {
            if baseURL != nil || key != nil {
                self.problems.append(
                    "OPENAI_FALLBACK_MODEL must name the model that OPENAI_FALLBACK_BASE_URL and its key are for.")
            }
            return nil
        }
        return self.configuration(
            baseURL: baseURL ?? self.text("openai.base.url", false),
            key: key ?? (baseURL == nil ? self.text("openai.api.key", true) : nil), model: model,
            apiVersion: baseURL == nil ? self.text("openai.api.version", false) : nil, names: "OPENAI_FALLBACK_BASE_URL",
            "OPENAI_FALLBACK_API_KEY")
    }

    mutating func usageLimits() -> UsageLimits {
        var limits = UsageLimits()
        self.read("limit.answers.per.user", named: "LIMIT_ANSWERS_PER_USER", into: &limits.user.answers)
        self.read("limit.answers", named: "LIMIT_ANSWERS", into: &limits.total.answers)
        self.read("limit.requests.per.user", named: "LIMIT_REQUESTS_PER_USER", into: &limits.user.requestsPerMinute)
        self.read("limit.requests", named: "LIMIT_REQUESTS", into: &limits.total.requestsPerMinute)
        self.read("limit.tokens.per.user", named: "LIMIT_TOKENS_PER_USER", into: &limits.user.tokensPerDay)
        self.read("limit.tokens", named: "LIMIT_TOKENS", into: &limits.total.tokensPerDay)
        return limits
    }

    private mutating func configuration(
        baseURL: String?, key: String?, model: String?, apiVersion: String?, names urlName: String, _ keyName: String
    ) -> ChatCompletionsConfiguration? {
        do throws(ChatCompletionsConfiguration.Failure) {
            var configuration = try ChatCompletionsConfiguration(
                baseURL: baseURL ?? ChatCompletionsConfiguration.defaultBaseURL, apiKey: key,
                model: model ?? ChatCompletionsConfiguration.defaultModel, apiVersion: apiVersion)
            configuration.limits = self.callLimits()
            switch self.text("openai.stream", false)?.lowercased() {
            case "false", "no", "0": configuration.streams = false
            case nil, "true", "yes", "1": break
            case let other?: self.add("OPENAI_STREAM must be true or false, not “\(other)”.")
            }
            return configuration
        } catch {
            let problem =
                switch error {
                case .invalidBaseURL:
                    "\(urlName) must be an http or https address, such as \(ChatCompletionsConfiguration.defaultBaseURL)."
                case .emptyModel: "OPENAI_MODEL must name a model."
                case .invalidKey: "\(keyName) has characters that no key has, such as blanks or line breaks."
                case .missingAPIVersion:
                    "\(urlName) names a deployment of Azure: OPENAI_API_VERSION must say which version of its API to use."
                }
            self.add(problem)
            return nil
        }
    }

    private mutating func callLimits() -> ChatCompletionsConfiguration.Limits {
        var limits = ChatCompletionsConfiguration.Limits()
        self.read("openai.connect.timeout", named: "OPENAI_CONNECT_TIMEOUT", into: &limits.connect)
        self.read("openai.first.content.timeout", named: "OPENAI_FIRST_CONTENT_TIMEOUT", into: &limits.firstContent)
        self.read("openai.silence.timeout", named: "OPENAI_SILENCE_TIMEOUT", into: &limits.silence)
        self.read("openai.total.timeout", named: "OPENAI_TOTAL_TIMEOUT", into: &limits.total)
        self.read("openai.retries", named: "OPENAI_RETRIES", into: &limits.retries, atMost: 10)
        self.read("openai.retry.delay", named: "OPENAI_RETRY_DELAY", into: &limits.retryDelay)
        self.read("openai.breaker.failures", named: "OPENAI_BREAKER_FAILURES", into: &limits.breakerFailures)
        self.read("openai.breaker.time", named: "OPENAI_BREAKER_TIME", into: &limits.breakerTime)
        return limits
    }

    private mutating func read(
        _ key: ConfigKey, named name: String, into value: inout Int, atMost limit: Int = 1_000_000_000_000
    ) {
        guard let text = self.text(key, false) else { return }
        guard let number = Int(text), (0...limit).contains(number) else {
            return self.add("\(name) must be a whole number from 0 to \(limit), not “\(text)”.")
        }
        value = number
    }

    /// At most an hour: nobody waits longer for an answer.
    private mutating func read(_ key: ConfigKey, named name: String, into value: inout Duration) {
        guard let text = self.text(key, false) else { return }
        guard let seconds = Double(text), seconds > 0, seconds <= 3_600 else {
            return self.add("\(name) must be a number of seconds, more than 0 and at most 3600, not “\(text)”.")
        }
        value = .seconds(seconds)
    }

    /// The settings of calls are read for each of two models, and told once.
    private mutating func add(_ problem: String) {
        if !self.problems.contains(problem) { self.problems.append(problem) }
    }
}
