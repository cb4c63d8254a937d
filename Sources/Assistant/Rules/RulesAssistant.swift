import Resume

/// The assistant that needs no language model: it reads resumes by rules, finds what is missing by rules, and understands
/// a handful of plain requests. It says what it is when it is asked for more.
package struct RulesAssistant: ResumeAssistant {
    private let reader = RulesReader()

    package init() {}

    package func read(_ text: String) async throws(AssistantError) -> Reading { try self.reader.read(text) }

    package func check(_ resume: Resume) async throws(AssistantError) -> Review { Review(byRules: resume) }

    package func answer(_ turn: Turn) -> AsyncThrowingStream<AnswerPart, any Error> {
        let reply = ChatReply(to: turn.message, about: turn.resume, reader: self.reader)
        return AsyncThrowingStream { continuation in
            for piece in reply.text.wordPieces { continuation.yield(.text(String(piece))) }
            if !reply.operations.isEmpty { continuation.yield(.operations(reply.operations)) }
            if !reply.styles.isEmpty { continuation.yield(.styles(reply.styles)) }
            continuation.finish()
        }
    }
}

extension Review {
    /// What rules find; a model may add to it.
    package init(byRules resume: Resume) {
        let derived = resume.withDerivedFields()
        self.init(resume: derived, missing: derived.missingFields(), issues: derived.issues())
    }
}

extension String {
    /// The text cut after each run of white space, so that the pieces joined are the text.
    var wordPieces: [Substring] {
        var pieces: [Substring] = []
        var start = self.startIndex
        var inSpace = false
        for index in self.indices {
            let space = self[index].isWhitespace
            if inSpace, !space {
                pieces.append(self[start..<index])
                start = index
            }
            inSpace = space
        }
        if start < self.endIndex { pieces.append(self[start...]) }
        return pieces
    }
}
