import Assistant
import Resume
import Synchronization

/// What has come of an answer that is on its way, and its way to the client: pieces go on the thread on which they came.
final class AnswerParts: Sendable {
    private struct State {
        var answer = RunningAnswer()
        var operations: [Operation] = []
        var styles: [SectionStyle] = []
        var outlet: SessionOutlet
        var lastCheckpoint = ContinuousClock.now

        /// Sends all that was not sent, under the lock: pieces keep their order, whoever sends them.
        mutating func send(_ text: String) {
            if let offset = self.outlet.sendPiece(.typing(text)) { self.answer.sent(offset) }
        }
    }

    /// How much of an answer a restart may find missing.
    private static let checkpointInterval = Duration.seconds(1)

    private let state: Mutex<State>

    init(_ outlet: SessionOutlet) { self.state = Mutex(State(outlet: outlet)) }

    var all: (text: String, operations: [Operation], styles: [SectionStyle]) {
        self.state.withLock { ($0.answer.text, $0.operations, $0.styles) }
    }

    /// - Returns: the text so far, if it is time to write it down.
    func add(_ part: AnswerPart) -> String? {
        self.state.withLock { state in
            switch part {
            case .text(let piece):
                state.answer.append(piece)
                state.send(piece)
                guard ContinuousClock.now - state.lastCheckpoint >= Self.checkpointInterval else { return nil }
                state.lastCheckpoint = .now
                return state.answer.text
            case .operations(let operations): state.operations += operations
            case .styles(let styles): state.styles += styles
            }
            return nil
        }
    }

    /// The client came back: it gets in one piece what it lacks, and the rest as it comes.
    func attach(_ outlet: SessionOutlet, after offset: Int) {
        self.state.withLock { state in
            state.outlet = outlet
            let rest = state.answer.rest(after: offset)
            if !rest.isEmpty { state.send(rest) }
        }
    }
}
