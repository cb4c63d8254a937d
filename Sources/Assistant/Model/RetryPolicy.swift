/// What an error answer's headers say about trying again.
struct RetryHint: Equatable, Sendable {
    /// `retry-after-ms`, or else `retry-after` in seconds or as a date (RFC 9110, section 10.2.3).
    var after: Duration?
    /// `x-should-retry`, which overrules the status (OpenAI's client libraries follow it).
    var shouldRetry: Bool?

    init(after: Duration? = nil, shouldRetry: Bool? = nil) { (self.after, self.shouldRetry) = (after, shouldRetry) }

    /// - Parameters:
    ///   - header: the first value of a header, by its lower-case name.
    ///   - now: seconds since 1970; used where the answer has no `date` of its own to count from.
    init(now: Int, header: (String) -> String?) {
        func number(_ name: String) -> Double? {
            header(name).flatMap(Double.init).flatMap { $0 >= 0 && $0 <= 86_400_000 ? $0 : nil }
        }
        self.after = number("retry-after-ms").map { .seconds($0 / 1000) } ?? number("retry-after").map { .seconds($0) }
        if self.after == nil, let date = header("retry-after").flatMap(HTTPDate.seconds) {
            // Counted from the server's own clock, which may not agree with ours.
            let wait = date - (header("date").flatMap(HTTPDate.seconds) ?? now)
            if (0...86_400_000).contains(wait) { self.after = .seconds(wait) }
        }
        self.shouldRetry =
            switch header("x-should-retry") {
            case "true": true
            case "false": false
            default: nil
            }
    }
}

/// The dates of HTTP headers (RFC 9110, section 5.6.7).
enum HTTPDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Seconds since 1970 of `Sun, 06 Nov 1994 08:49:37 GMT`; nil for any other form. The two obsolete forms are not read: no
    /// server of this century writes them.
    static func seconds(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), (1...31).contains(day),
            let month = Self.months.firstIndex(of: String(words[2])), let year = Int(words[3]), (1970...9999).contains(year)
        else { return nil }
        let clock = words[4].split(separator: ":").map { Int($0) ?? -1 }
        guard clock.count == 3, (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...60).contains(clock[2]) else {
            return nil
        }
        return self.days(year: year, month: month + 1, day: day) * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2]
    }

    /// Days since 1970-01-01 in the Gregorian calendar. The year is taken to begin in March, so that a leap day is its last.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
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
