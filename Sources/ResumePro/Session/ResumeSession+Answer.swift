import Assistant
import Resume

extension ResumeSession {
    /// Streams the assistant's answer; its changes are made together, as one revision, when all of it has come.
    func answer(_ message: String) async throws -> [ServerEvent] {
        let turn = Turn(resume: self.document.current ?? Resume(), history: self.conversation.messages, message: message)
        var text = ""
        var operations: [Operation] = []
        var styles: [SectionStyle] = []
        for try await part in self.assistant.answer(turn) {
            switch part {
            case .text(let piece):
                text += piece
                self.send([.typing(piece)])
            case .operations(let more): operations += more
            case .styles(let more): styles += more
            }
        }
        try Task.checkCancellation()
        var changes: [Change] = []
        do {
            if !operations.isEmpty { changes = try await self.apply(operations) }
        } catch let error as ResumeError {
            let note = "\(text.isEmpty ? "" : "\n\n")I could not change the resume: \(error.message)"
            text += note
            self.send([.typing(note)])
        }
        self.conversation.append(question: message, answer: text)
        var events: [ServerEvent] = []
        if let contents = ServerEvent.contentChanges(changes) { events.append(contents) }
        if !styles.isEmpty { events.append(.styleChanges(styles)) }
        return events + [.answered(text, changes: changes, document: self.document)]
    }

    private func apply(_ operations: [Operation]) async throws -> [Change] {
        try await self.change { document in
            let (resume, changes) = try (document.current ?? Resume()).applying(operations)
            if !changes.isEmpty { document.commit(resume) }
            return changes
        }
    }
}
