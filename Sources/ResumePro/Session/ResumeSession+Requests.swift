import Assistant
import Documents
import JSON
import Resume

extension ResumeSession {
    /// What came of a request: events to send, and what the client's callback gets beside `ok`.
    struct Outcome {
        var events: [ServerEvent]
        var acknowledgement: JSONObject

        /// The last event is the answer.
        init(_ events: [ServerEvent]) { (self.events, self.acknowledgement) = (events, events.last?.payload ?? [:]) }

        /// The answer and what follows from it.
        init(_ answer: ServerEvent, then events: [ServerEvent]) {
            (self.events, self.acknowledgement) = ([answer] + events, answer.payload)
        }
    }

    func perform(_ request: ClientRequest) async throws -> Outcome {
        switch request {
        case .uploadText(let text, let ratesConfidence):
            let reading = try await self.assistant.read(text, ratesConfidence: ratesConfidence)
            return Outcome([try await self.uploaded(reading)])
        case .uploadFile(let bytes, let ratesConfidence):
            return Outcome([try await self.upload(bytes, ratesConfidence: ratesConfidence)])
        case .check(let resume): return Outcome([try await self.check(resume)])
        case .preview(let style): return Outcome([try await self.preview(style)])
        case .respond(let answer):
            guard self.round != nil else {
                throw ClientError(.invalidPayload, "No question is open. preview_resume asks for what is missing.")
            }
            return Outcome(try await self.respond(answer))
        case .message(let text):
            return Outcome(self.round == nil ? try await self.answer(text) : try await self.respond(.value(.string(text))))
        case .update(let path, let field, let value, let revision):
            let resume = try await self.change { document in
                let resume = try Self.current(document)
                guard revision == nil || revision == document.revision else { throw Self.conflict(document.revision) }
                let changed = try resume.applying(.set(path: path, value: value)).resume
                document.commit(changed)
                return changed
            }
            // What was stored, where that is not what was sent: a phone number's digits are kept as text.
            let stored = value.isNull ? value : resume.value(at: path) ?? value
            return Outcome(.fieldUpdated(field, stored, revision: self.document.revision), then: self.reviewedRound(resume))
        case .getResume: return Outcome([.updatedResume(try Self.current(self.document), revision: self.document.revision)])
        case .download(let request): return Outcome([try await self.download(request)])
        case .undo(let revision):
            let resume = try await self.undo(to: revision)
            return Outcome(.updatedResume(resume, revision: self.document.revision), then: self.reviewedRound(resume))
        case .cancel: return Outcome([])
        }
    }

    // MARK: Upload and check

    private func upload(_ file: [UInt8], ratesConfidence: Bool) async throws -> ServerEvent {
        let resumes = ResumeImport(documents: self.documents, reader: self.assistant)
        let send = self.send
        let reading = try await resumes.read(file, ratesConfidence: ratesConfidence) { send([.uploading($0)]) }
        return try await self.uploaded(reading)
    }

    private func uploaded(_ reading: Reading) async throws -> ServerEvent {
        try Task.checkCancellation()
        _ = try await self.change { $0.commit(reading.resume) }
        self.round = nil
        return .uploaded(reading, revision: self.document.revision)
    }

    /// Somebody without a resume here takes the one that they ask about: their page has kept it, and we have not.
    private func check(_ given: Resume?) async throws -> ServerEvent {
        let resume = try given ?? Self.current(self.document)
        let review = try await self.assistant.check(resume)
        try Task.checkCancellation()
        if given == nil || self.document.current == nil {
            _ = try await self.change { document in
                // Only onto the document that was checked: an edit made meanwhile is not undone by an old copy.
                if document.current == resume || document.current == nil { document.commit(review.resume) }
            }
        }
        return .reviewed(review, revision: self.document.revision)
    }

    // MARK: Preview, question by question

    private func preview(_ style: ExportStyle?) async throws -> ServerEvent {
        let resume = try await self.change { document in
            let resume = try Self.current(document).withDerivedFields()
            document.commit(resume)
            return resume
        }
        self.previewStyle = style
        self.round = QuestionRound(resume)
        return self.roundEvent(resume)
    }

    /// The open question, or the end of the preview.
    private func roundEvent(_ resume: Resume) -> ServerEvent {
        guard let round = self.round else {
            let html = self.previewStyle.map { self.documents.writer.html(resume, style: $0) }
            return .previewed(resume, revision: self.document.revision, html: html)
        }
        return .question(round.open, revision: self.document.revision)
    }

    /// What follows for the open question from an edit beside it: an answer to what was filled in meanwhile would overwrite it.
    private func reviewedRound(_ resume: Resume) -> [ServerEvent] {
        guard var round = self.round, !round.isOpen(in: resume) else { return [] }
        self.round = round.advance(in: resume) ? round : nil
        return [self.roundEvent(resume)]
    }

    private func respond(_ answer: ClientRequest.Answer) async throws -> [ServerEvent] {
        guard var round = self.round else { return [] }
        switch Self.meaning(of: answer, to: round.open.path) {
        case .skip:
            let resume = try Self.current(self.document)
            self.round = round.skip(in: resume) ? round : nil
            return [self.roundEvent(resume)]
        case .stop:
            self.round = nil
            throw ClientError.cancelled
        case .unclear: return [.question(round.open, revision: self.document.revision)]
        case .value(let value):
            let path = round.open.path
            let (resume, changes) = try await self.change { document in
                let (resume, changes) = try Self.current(document).applying(.set(path: path, value: value))
                if let issue = resume.issues().first(where: { $0.path == path }) {
                    throw ClientError(.invalidPayload, "\(issue.problem) \(round.open.question)")
                }
                document.commit(resume)
                return (resume, changes)
            }
            self.round = round.advance(in: resume) ? round : nil
            return [ServerEvent.contentChanges(changes), self.roundEvent(resume)].compactMap { $0 }
        }
    }

    private static func meaning(of answer: ClientRequest.Answer, to path: FieldPath) -> QuestionAnswer {
        switch answer {
        case .skip: .skip
        case .value(.string(let text)): QuestionAnswer(text, to: path)
        case .value(let value): .value(value)
        }
    }

    // MARK: Download

    /// When to say that a file is being made: what comes sooner needs no word.
    private static let patience = Duration.milliseconds(500)

    private func download(_ request: ExportRequest?) async throws -> ServerEvent {
        let resume = try Self.current(self.document)
        guard let request else { return .download(resume) }
        let outlet = self.outlet
        let notice = Task {
            try await Task.sleep(for: Self.patience)
            outlet.send([.rendering])
        }
        defer { notice.cancel() }
        return .download(
            resume, file: try await self.documents.writer.file(resume, as: request.format, style: request.style))
    }

    // MARK: The document

    private static func current(_ document: ResumeDocument) throws(ClientError) -> Resume {
        guard let resume = document.current else { throw .noResume }
        return resume
    }

    private static func conflict(_ revision: Int) -> ClientError {
        ClientError(.revisionConflict, "The resume has changed meanwhile; it is at revision \(revision) now.", retryable: true)
    }
}
