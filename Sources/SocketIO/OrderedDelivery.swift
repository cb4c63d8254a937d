import DequeModule
import NIOConcurrencyHelpers

/// Makes each client get its packets in the order of their offsets, whichever threads emit them: an offset says that
/// everything before it has come. Offsets are given out under one lock; what follows from each is done outside the lock, as
/// sending can end a session, by one thread at a time and in order.
final class OrderedDelivery: Sendable {
    typealias Action = @Sendable () -> Void

    private struct State {
        var actions: Deque<Action> = []
        /// Whether a thread is at work on them. It takes over what other threads add.
        var isAtWork = false
    }

    private let state = NIOLockedValueBox(State())

    /// Runs `prepare` under the lock, where it must not send anything, and then, before or after this returns, the action that
    /// it gives.
    func perform(_ prepare: () -> Action?) {
        let isMine = self.state.withLockedValue { state in
            guard let action = prepare() else { return false }
            state.actions.append(action)
            defer { state.isAtWork = true }
            return !state.isAtWork
        }
        guard isMine else { return }
        while let action = self.next() { action() }
    }

    /// Runs `body` alone under the lock.
    func locked<Value>(_ body: () -> Value) -> Value { self.state.withLockedValue { _ in body() } }

    private func next() -> Action? {
        self.state.withLockedValue { state in
            if let action = state.actions.popFirst() { return action }
            state.isAtWork = false
            return nil
        }
    }
}
