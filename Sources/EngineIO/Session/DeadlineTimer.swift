import NIOCore

/// One timer for a deadline that moves often and mostly away: it is set again only when it fires or has to fire earlier.
struct DeadlineTimer {
    private var scheduled: (task: Scheduled<Void>, at: NIODeadline)?

    /// - Parameter fired: has to call ``hasFired()``, look at its clock, and set the timer again.
    mutating func set(_ deadline: NIODeadline, on eventLoop: NIOIsolatedEventLoop, fired: @escaping () -> Void) {
        if let scheduled = self.scheduled {
            guard deadline < scheduled.at else { return }
            scheduled.task.cancel()
        }
        self.scheduled = (eventLoop.scheduleTask(deadline: deadline, fired), deadline)
    }

    mutating func hasFired() { self.scheduled = nil }

    mutating func cancel() {
        self.scheduled?.task.cancel()
        self.scheduled = nil
    }
}
