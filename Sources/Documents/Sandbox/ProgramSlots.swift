/// Lets so many external programs run at once; who comes later waits in line.
actor ProgramSlots {
    private var free: Int
    private let maxWaiting: Int
    private var line: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    private var lastID = 0

    /// - Parameters:
    ///   - count: programs at once, at least one.
    ///   - waiting: who may wait; one more is refused.
    init(count: Int, waiting: Int) { (self.free, self.maxWaiting) = (max(1, count), waiting) }

    /// Whether the next one would have to wait.
    var isFull: Bool { self.free == 0 }

    /// How many wait.
    var waiting: Int { self.line.count }

    /// Runs `body` when there is a place for it.
    func run<Result: Sendable>(_ body: @Sendable () async throws -> Result) async throws -> Result {
        try await self.enter()
        defer { self.leave() }
        try Task.checkCancellation()
        return try await body()
    }

    private func enter() async throws {
        if self.free > 0 {
            self.free -= 1
            return
        }
        guard self.line.count < self.maxWaiting else { throw DocumentError.busy }
        self.lastID &+= 1
        let id = self.lastID
        let entered = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled { return continuation.resume(returning: false) }
                self.line.append((id, continuation))
            }
        } onCancel: {
            Task { await self.abandon(id) }
        }
        if !entered { throw CancellationError() }
    }

    private func abandon(_ id: Int) {
        guard let place = self.line.firstIndex(where: { $0.id == id }) else { return }
        self.line.remove(at: place).continuation.resume(returning: false)
    }

    /// The place goes to the next in line without becoming free in between.
    private func leave() {
        if self.line.isEmpty { self.free += 1 } else { self.line.removeFirst().continuation.resume(returning: true) }
    }
}
