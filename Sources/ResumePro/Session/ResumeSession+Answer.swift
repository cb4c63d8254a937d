import Assistant
import Resume
import Storage

extension ResumeSession {
    /// Streams the assistant's answer; its changes are made together, as one revision, when all of it has come.
    func answer(_ message: String) async throws -> [ServerEvent] {
        let turn = Turn(resume: self.document.current ?? Resume(), history: self.conversation.messages, message: message)
        try await self.keep([.answer(StoredAnswer(question: message, text: ""), resume: self.id)])
        let parts = AnswerParts(self.outlet)
        self.answering = parts
        let (store, id) = (self.store, self.id)
        defer {
            self.answering = nil
            // For an answer that failed; it is gone already with one that succeeded.
            store.submit([.answer(nil, resume: id)]) { _ in }
        }
        // From the thread on which they came, past this actor: a change of threads for each piece would cost more than the rest.
        try await AnswerRecipient.$eventLoop.withValue(self.outlet.eventLoop) {
            try await self.assistant.answer(turn) { part in
                guard let text = parts.add(part) else { return }
                // Nobody waits for it: one that fails only means that a restart finds an earlier one.
                store.submit([.answer(StoredAnswer(question: message, text: text), resume: id)]) { _ in }
            }
        }
        try Task.checkCancellation()
        var (text, operations, styles) = parts.all
        var changes: [Change] = []
        do {
            if !operations.isEmpty {
                changes = try await self.apply(operations, madeFor: turn.resume, storing: Self.said(message, text, self.id))
            }
        } catch let error as ResumeError {
            let note = "\(text.isEmpty ? "" : "\n\n")I could not change the resume: \(error.message)"
            text += note
            _ = parts.add(.text(note))
        } catch is OutdatedAnswer {
            let note =
                "\(text.isEmpty ? "" : "\n\n")I did not change the resume: you changed the same part meanwhile. Please ask again."
            text += note
            _ = parts.add(.text(note))
        }
        if changes.isEmpty { try await self.keep(Self.said(message, text, self.id)) }
        self.conversation.append(question: message, answer: text)
        var events: [ServerEvent] = []
        if let contents = ServerEvent.contentChanges(changes) { events.append(contents) }
        if !styles.isEmpty { events.append(.styleChanges(styles)) }
        return events + [.answered(text, changes: changes, document: self.document)]
    }

    private static func said(_ question: String, _ answer: String, _ id: String) -> [StoreChange] {
        let messages = [
            StoredMessage(role: Message.Role.user.rawValue, content: question),
            StoredMessage(role: Message.Role.assistant.rawValue, content: answer),
        ]
        return [.say(messages, resume: id), .answer(nil, resume: id)]
    }

    /// The person edited what the answer was about while it was on its way.
    private struct OutdatedAnswer: Error {}

    /// Operations name places in the resume as it was; what has changed there since is not theirs to overwrite.
    private func apply(
        _ operations: [Operation], madeFor base: Resume, storing more: [StoreChange]
    ) async throws -> [Change] {
        let sections = Set(operations.compactMap(\.section))
        return try await self.change(storing: more) { document in
            let current = document.current ?? Resume()
            guard sections.allSatisfy({ current[$0] == base[$0] }) else { throw OutdatedAnswer() }
            let (resume, changes) = try current.applying(operations)
            if !changes.isEmpty { document.commit(resume) }
            return changes
        }
    }
}
