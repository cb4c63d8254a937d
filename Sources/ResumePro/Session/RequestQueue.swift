/// In which order a session's requests run. All run one at a time and in order, but for this: while answers are all that
/// runs and waits, an edit runs at once. A person who types into a field while the assistant is talking sees the field
/// change; an upload, which replaces the document, is waited for.
struct RequestQueue<Item> {
    enum Kind {
        case edit
        case answer
        case other
    }

    enum Decision: Equatable {
        case run
        /// At once, beside the answer that is running; ``RequestQueue/finished()`` is not called for it.
        case runBeside
        case wait
        /// The queue is full.
        case refuse
    }

    private var running: Kind?
    private var waiting: [(kind: Kind, item: Item)] = []
    let maxWaiting: Int

    /// - Parameter maxWaiting: 32 by default: a page that sends more before it has an answer is broken, not fast.
    init(maxWaiting: Int = 32) { self.maxWaiting = maxWaiting }

    mutating func arrived(_ item: Item, kind: Kind) -> Decision {
        if self.running == nil {
            self.running = kind
            return .run
        }
        if kind == .edit, self.running == .answer, self.waiting.allSatisfy({ $0.kind == .answer }) { return .runBeside }
        guard self.waiting.count < self.maxWaiting else { return .refuse }
        self.waiting.append((kind, item))
        return .wait
    }

    /// - Returns: what runs next.
    mutating func finished() -> Item? {
        guard !self.waiting.isEmpty else {
            self.running = nil
            return nil
        }
        let next = self.waiting.removeFirst()
        self.running = next.kind
        return next.item
    }

    var waitingCount: Int { self.waiting.count }

    /// Empties the queue. What runs goes on.
    mutating func cancelled() -> [Item] {
        defer { self.waiting = [] }
        return self.waiting.map(\.item)
    }
}
