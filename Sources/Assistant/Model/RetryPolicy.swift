/// What an error answer's headers say about trying again.
struct RetryHint: Equatable, Sendable {
    /// `retry-after-ms`, or else `retry-after` in seconds. A date is not read: no chat API is known to send one, and it would
    /// need the clock; the ordinary delay is used then.
    var after: Duration?
    /// `x-should-retry`, which overrules the status (OpenAI's client libraries follow it).
    var shouldRetry: Bool?

    init(after: Duration? = nil, shouldRetry: Bool? = nil) { (self.after, self.shouldRetry) = (after, shouldRetry) }

    /// - Parameter header: the first value of a header, by its lower-case name.
    init(header: (String) -> String?) {
        func number(_ name: String) -> Double? {
            header(name).flatMap(Double.init).flatMap { $0 >= 0 && $0 <= 86_400_000 ? $0 : nil }
        }
        self.after = number("retry-after-ms").map { .seconds($0 / 1000) } ?? number("retry-after").map { .seconds($0) }
        self.shouldRetry =
            switch header("x-should-retry") {
            case "true": true
            case "false": false
            default: nil
            }
    }
}

/// Whether and when a failed call is made again. Only calls of which nothing was shown yet come here.
struct RetryPolicy: Sendable {
    /// Calls after the first. 2, as in OpenAI's own libraries: enough for a lost connection or a moment's overload; more
    /// would multiply the load on a server in trouble.
    var maxRetries = 2
    /// A longer Retry-After is passed on to the person instead of keeping them waiting.
    var maxDelay = Duration.seconds(10)

    /// - Parameters:
    ///   - retries: those made so far.
    ///   - random: from 0 to 1; spreads the clients that a server turned away together.
    /// - Returns: how long to wait before the next call, or nil if there is to be none.
    func delay(after failure: UpstreamFailure, retries: Int, random: Double) -> Duration? {
        guard retries < self.maxRetries else { return nil }
        let backoff = Duration.seconds(0.5) * Double(1 << min(retries, 4)) * (1 - 0.25 * random)
        switch failure {
        case .refused(let refusal):
            guard self.isTransient(refusal) else { return nil }
            guard let told = refusal.retryHint.after, told > .zero else { return backoff }
            return told <= self.maxDelay ? told : nil
        case .connection: return backoff
        // A gateway's page in place of an answer: once more may reach a healthier machine, twice is waiting for nothing.
        case .unintelligible: return retries == 0 ? backoff : nil
        case .certificate, .redirect, .tooLarge, .declined, .noAnswer: return nil
        }
    }

    private func isTransient(_ refusal: UpstreamRefusal) -> Bool {
        if refusal.isQuotaExceeded { return false }
        if let shouldRetry = refusal.retryHint.shouldRetry { return shouldRetry }
        return refusal.status == 408 || refusal.status == 429 || refusal.status >= 500
    }
}
