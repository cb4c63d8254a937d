import Assistant
import Documents
import JSON
import Resume
import Storage

extension ResumeSession {
    /// Carries a request out.
    /// - Returns: the events to send at the end; the last one's payload is the acknowledgement's too.
    func perform(_ request: ClientRequest) async throws -> [ServerEvent] {
        switch request {
        case .uploadText(let text): return try await self.upload(text)
        case .uploadFile(let bytes, _): return try await self.upload(Self.text(of: bytes))
        case .check(let resume): return [.reviewed(try await self.check(resume))]
        case .preview: return try await self.preview()
        case .respond(let answer):
            guard self.round != nil else {
                throw ClientError(.invalidPayload, "No question is open. preview_resume asks for what is missing.")
            }
            return try await self.respond(answer)
        case .message(let text):
            return self.round == nil ? try await self.answer(text) : try await self.respond(Self.answer(text))
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
            return [.fieldUpdated(field, stored, revision: self.document.revision)]
        case .getResume: return [.updatedResume(try Self.current(self.document), revision: self.document.revision)]
        case .download(let format): return [.download(try Self.current(self.document), format: format)]
        case .undo(let revision):
            let resume = try await self.change { document in
                _ = try Self.current(document)
                guard let resume = document.undo(to: revision) else {
                    throw ClientError(
                        .revisionConflict, "There is nothing to take back\(revision == nil ? "" : " to that revision").")
                }
                return resume
            }
            return [.updatedResume(resume, revision: self.document.revision)]
        case .cancel: return []
        }
    }

    // MARK: Upload and check

    private func upload(_ text: String) async throws -> [ServerEvent] {
        let reading = try await self.assistant.read(text)
        try Task.checkCancellation()
        _ = try await self.change { $0.commit(reading.resume) }
        self.round = nil
        return [.uploaded(reading, revision: self.document.revision)]
    }

    private static func text(of bytes: [UInt8]) throws(ClientError) -> String {
        let text: String
        do throws(DocumentError) { text = try TextDocument(bytes).text } catch {
            throw ClientError(error == .empty ? .unreadableDocument : .unsupportedFormat, error.message)
        }
        try RequestLimits.checkResumeText(text)
        return text
    }

    /// Somebody without a resume here takes the one that they ask about: their page has kept it, and we have not.
    private func check(_ given: Resume?) async throws -> Review {
        let resume = try given ?? Self.current(self.document)
        let review = try await self.assistant.check(resume)
        try Task.checkCancellation()
        if given == nil || self.document.current == nil {
            _ = try await self.change { document in
                // Only onto the document that was checked: an edit made meanwhile is not undone by an old copy.
                if document.current == resume || document.current == nil { document.commit(review.resume) }
            }
        }
        return review
    }

    // MARK: Preview, question by question

    private func preview() async throws -> [ServerEvent] {
        let resume = try await self.change { document in
            let resume = try Self.current(document).withDerivedFields()
            document.commit(resume)
            return resume
        }
        self.round = QuestionRound(resume)
        return [self.round.map { .question($0.open) } ?? .previewed(resume)]
    }

    private func respond(_ answer: ClientRequest.Answer) async throws -> [ServerEvent] {
        guard var round = self.round else { return [] }
        let resume: Resume
        let goesOn: Bool
        var events: [ServerEvent] = []
        switch answer {
        case .skip:
            resume = try Self.current(self.document)
            goesOn = round.skip(in: resume)
        case .value(let value):
            let path = round.open.path
            let operation = Operation.set(path: path, value: await self.entries(value, for: path))
            var changes: [Change] = []
            resume = try await self.change { document in
                let (resume, made) = try Self.current(document).applying(operation)
                if let issue = resume.issues().first(where: { $0.path == path }) {
                    throw ClientError(.invalidPayload, "\(issue.problem) \(round.open.question)")
                }
                document.commit(resume)
                changes = made
                return resume
            }
            goesOn = round.advance(in: resume)
            if let event = ServerEvent.contentChanges(changes) { events.append(event) }
        }
        self.round = goesOn ? round : nil
        return events + [goesOn ? .question(round.open) : .previewed(resume)]
    }

    /// What a person types where a question is open.
    private static func answer(_ text: String) -> ClientRequest.Answer {
        text.trimmed.lowercased() == "skip" ? .skip : .value(.string(text))
    }

    /// A sentence about a job or a degree, read into entries; in the person's own words where it cannot be read.
    private func entries(_ value: JSONValue, for path: FieldPath) async -> JSONValue {
        guard path.components.count == 1, let core = CoreSection(rawValue: path.section), core.isList,
            let text = value.stringValue
        else { return value }
        let read = try? await self.entryReader.read("\(core.rawValue)\n\n\(text)").resume.entries(core)
        if let read, !read.isEmpty { return .array(read.map(JSONValue.object)) }
        return [.object([core == .experience ? "Description" : "Degree": .string(text.trimmed)])]
    }

    // MARK: The document

    /// Changes the document and stores it. The change is seen by nobody before it is stored, and if another one was stored
    /// meanwhile it is made again on top of that.
    func change<Result>(_ body: (inout ResumeHistory) throws -> Result) async throws -> Result {
        while true {
            var changed = self.document
            let result = try body(&changed)
            guard changed.revision != self.document.revision, let resume = changed.current else { return result }
            let base = self.document
            do throws(StorageError) {
                let stored = StoredResume(resume: resume, revision: changed.revision)
                try await self.store.save(stored, id: self.id, expecting: base.current == nil ? nil : base.revision)
            } catch {
                guard error == .conflict else { throw error }
                try Task.checkCancellation()
                continue
            }
            self.document = changed
            return result
        }
    }

    private static func current(_ document: ResumeHistory) throws(ClientError) -> Resume {
        guard let resume = document.current else { throw .noResume }
        return resume
    }

    private static func conflict(_ revision: Int) -> ClientError {
        ClientError(.revisionConflict, "The resume has changed meanwhile; it is at revision \(revision) now.", retryable: true)
    }
}
