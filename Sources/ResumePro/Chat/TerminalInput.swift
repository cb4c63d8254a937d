import Foundation
import UnixSignals

/// What `resumepro chat` waits for, in the order in which it comes.
enum Happening: Sendable {
    /// A line of standard input; nil is its end.
    case line(String?)
    /// Ctrl-C.
    case interrupt
    case event(ServerEvent)
    /// What a client's callback gets: the running request is over.
    case acknowledged(isOK: Bool, error: String?)
    /// A second has passed.
    case tick
}

/// Reads standard input on a thread of its own, one line for each that is asked for: what is piped in waits in the pipe.
final class LineReader: Sendable {
    private let wanted = DispatchSemaphore(value: 0)

    init(onLine: @escaping @Sendable (String?) -> Void) {
        let wanted = self.wanted
        // Never joined: a thread that waits for a person's line ends with the process.
        Thread.detachNewThread {
            while true {
                wanted.wait()
                let line = readLine()
                onLine(line)
                if line == nil { return }
            }
        }
    }

    func ask() { self.wanted.signal() }
}
