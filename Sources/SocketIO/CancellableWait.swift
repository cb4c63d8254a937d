import NIOConcurrencyHelpers

/// Connects the cancellation of a task, which may come at any time, with the acknowledgement that the task waits for.
final class CancellableWait: Sendable {
    private enum State {
        case beforeStart
        case waiting(Int?)
        case cancelled
    }

    private let socket: Socket
    private let state = NIOLockedValueBox(State.beforeStart)

    init(_ socket: Socket) { self.socket = socket }

    /// - Parameter id: `nil` if there is nothing to wait for.
    func started(_ id: Int?) {
        let isCancelled = self.state.withLockedValue { state in
            if case .cancelled = state { return true }
            state = .waiting(id)
            return false
        }
        if isCancelled { self.abandon(id) }
    }

    func cancel() {
        let id: Int? = self.state.withLockedValue { state in
            defer { state = .cancelled }
            guard case .waiting(let id) = state else { return nil }
            return id
        }
        self.abandon(id)
    }

    private func abandon(_ id: Int?) {
        if let id { self.socket.abandonAcknowledgement(id, error: .cancelled) }
    }
}
