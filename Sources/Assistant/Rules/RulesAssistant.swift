import Resume

/// The assistant that needs no language model: it reads resumes by rules, finds what is missing by rules, and understands
/// a handful of plain requests. It says what it is when it is asked for more.
package struct RulesAssistant: ResumeAssistant {
    private let reader = RulesReader()

    package init() {}

    package func read(_ text: String, ratesConfidence: Bool) async throws(AssistantError) -> Reading {
        try self.reader.read(text, ratesConfidence: ratesConfidence)
    }

    package func check(_ resume: Resume) async throws(AssistantError) -> Review { Review(byRules: resume) }

    package func answer(_ turn: Turn, send: @escaping @Sendable (AnswerPart) -> Void) async throws(AssistantError) {
        let reply = ChatReply(to: turn.message, about: turn.resume, reader: self.reader)
        guard !Task.isCancelled else { throw .cancelled }
        for piece in reply.text.answerPieces { send(.text(String(piece))) }
        if !reply.operations.isEmpty { send(.operations(reply.operations)) }
        if !reply.styles.isEmpty { send(.styles(reply.styles)) }
    }
}

extension Review {
    /// What rules find; a model may add to it.
    package init(byRules resume: Resume) {
        let derived = resume.withDerivedFields()
        let filled = CoreSection.allCases.filter { derived[$0.rawValue] != resume[$0.rawValue] }
        self.init(
            resume: derived, missing: derived.missingFields(), issues: derived.issues() + derived.overlaps(),
            derived: filled.map { FieldPath($0.rawValue) }, source: .rules)
    }
}
