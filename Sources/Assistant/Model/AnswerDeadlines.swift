/// The deadlines of one call, told in time since its start.
struct AnswerDeadlines: Equatable, Sendable {
    enum Expired: Equatable, Sendable {
        case firstContent
        case silence
        case total
        /// The answer is whole; only the end of its stream did not come.
        case grace
    }

    private let firstContent: Duration
    private let silence: Duration
    private let total: Duration
    private var lastContent: Duration?
    private var finished: Duration?

    /// How long a finished answer waits for what may follow it, the number of its tokens.
    static let grace = Duration.seconds(2)

    init(firstContent: Duration, silence: Duration, total: Duration) {
        (self.firstContent, self.silence, self.total) = (firstContent, silence, total)
    }

    /// A piece of the answer, or of the reasoning before it.
    mutating func contentReceived(at time: Duration) { self.lastContent = time }

    /// The answer is whole, though its stream is still open.
    mutating func finishReceived(at time: Duration) { self.finished = self.finished ?? time }

    /// The next moment at which the call ends unless content arrives, and why.
    var next: (at: Duration, why: Expired) {
        if let finished { return (min(finished + Self.grace, self.total), .grace) }
        let content =
            self.lastContent.map { (at: $0 + self.silence, why: Expired.silence) } ?? (self.firstContent, .firstContent)
        return content.at < self.total ? content : (self.total, .total)
    }

    func expired(at time: Duration) -> Expired? {
        let next = self.next
        return time >= next.at ? next.why : nil
    }
}
