import NIOCore

/// Runs a task's steps on an event loop. A task that reads what arrives on that loop then changes threads for nothing: it
/// goes on at the end of the loop's turn, and finds all there that came in it.
final class EventLoopTaskExecutor: TaskExecutor {
    private let eventLoop: any EventLoop

    init(_ eventLoop: any EventLoop) { self.eventLoop = eventLoop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        self.eventLoop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
