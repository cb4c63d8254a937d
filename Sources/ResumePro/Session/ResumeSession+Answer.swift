import Assistant
import Resume
import Synchronization

extension ResumeSession {
    /// Streams the assistant's answer; its changes are made together, as one revision, when all of it has come.
    func answer(_ message: String) async throws -> [ServerEvent] {
        let turn = Turn(resume: self.document.current ?? Resume(), history: self.conversation.messages, message: message)
        let parts = AnswerParts()
        let send = self.send
        // From the thread on which they came, past this actor: a change of threads for each piece would cost more than the rest.
        try await self.assistant.answer(turn) { part in
            if let piece = parts.add(part) { send([.typing(piece)]) }
        }
        try Task.checkCancellation()
        var (text, operations, styles) = parts.all
        var changes: [Change] = []
        do {
            if !operations.isEmpty { changes = try await self.apply(operations, madeFor: turn.resume) }
        } catch let error as ResumeError {
            let note = "\(text.isEmpty ? "" : "\n\n")I could not change the resume: \(error.message)"
            text += note
            self.send([.typing(note)])
        } catch is OutdatedAnswer {
            let note =
                "\(text.isEmpty ? "" : "\n\n")I did not change the resume: you changed the same part meanwhile. Please ask again."
            text += note
            self.send([.typing(note)])
        }
        self.conversation.append(question: message, answer: text)
        var events: [ServerEvent] = []
        if let contents = ServerEvent.contentChanges(changes) { events.append(contents) }
        if !styles.isEmpty { events.append(.styleChanges(styles)) }
        return events + [.answered(text, changes: changes, document: self.document)]
    }

    /// What came of an answer so far.
    private final class AnswerParts: Sendable {
        private let parts = Mutex((text: "", operations: [Operation](), styles: [SectionStyle]()))

        var all: (text: String, operations: [Operation], styles: [SectionStyle]) { self.parts.withLock { $0 } }

        /// - Returns: what is to be shown of it.
        func add(_ part: AnswerPart) -> String? {
            self.parts.withLock { parts in
                switch part {
                case .text(let piece):
                    parts.text += piece
                    return piece
                case .operations(let operations): parts.operations += operations
                case .styles(let styles): parts.styles += styles
                }
                return nil
            }
        }
    }

    /// The person edited what the answer was about while it was on its way.
    private struct OutdatedAnswer: Error {}

    /// Operations name places in the resume as it was; what has changed there since is not theirs to overwrite.
    private func apply(_ operations: [Operation], madeFor base: Resume) async throws -> [Change] {
        let sections = Set(operations.compactMap(\.section))
        return try await self.change { document in
            let current = document.current ?? Resume()
            guard sections.allSatisfy({ current[$0] == base[$0] }) else { throw OutdatedAnswer() }
            let (resume, changes) = try current.applying(operations)
            if !changes.isEmpty { document.commit(resume) }
            return changes
        }
    }
}
