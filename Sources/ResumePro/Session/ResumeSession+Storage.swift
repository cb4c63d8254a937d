import Assistant
import JSON
import Logging
import Resume
import Storage

/// What a session keeps, so that nothing which was acknowledged is lost.
extension ResumeSession {
    /// Changes the document and stores it. The change is seen by nobody before it is stored, and if another one was stored
    /// meanwhile it is made again on top of that.
    /// - Parameter more: stored together with the change; not at all if nothing changes.
    func change<Result>(
        storing more: [StoreChange] = [], _ body: (inout ResumeDocument) throws -> Result
    ) async throws -> Result {
        while true {
            let base = self.document
            var changed = base
            let result = try body(&changed)
            guard changed.revision != base.revision, let resume = changed.current else { return result }
            let commit = ResumeCommit(id: self.id, from: base.stored, to: resume)
            do throws(StorageError) { try await self.keep([.commit(commit)] + more) } catch {
                guard error == .conflict else { throw error }
                try await self.reload(ifStill: base)
                continue
            }
            self.document = changed
            return result
        }
    }

    /// Takes back the last change, or all since a revision.
    func undo(to revision: Int?) async throws -> Resume {
        while true {
            let base = self.document
            guard let current = base.stored else { throw ClientError.noResume }
            guard let earlier = try await self.store.earlier(self.id, to: revision) else {
                throw ClientError(
                    .revisionConflict, "There is nothing to take back\(revision == nil ? "" : " to that revision").")
            }
            let commit = ResumeCommit(id: self.id, undoing: current, to: earlier)
            do throws(StorageError) { try await self.keep([.commit(commit)]) } catch {
                guard error == .conflict else { throw error }
                try await self.reload(ifStill: base)
                continue
            }
            self.document = ResumeDocument(StoredResume(resume: commit.resume, revision: commit.revision))
            return earlier.resume
        }
    }

    /// A request beside this one may have changed the document; if none has, somebody else did.
    private func reload(ifStill base: ResumeDocument) async throws {
        try Task.checkCancellation()
        guard self.document == base else { return }
        let stored = try await self.store.resume(self.id)
        // A change that was under way when the document was read is newer than what was read.
        if stored?.revision ?? 0 > self.document.revision { self.document = ResumeDocument(stored) }
    }

    /// Stores changes, and that there is a session to which they belong: what has none is erased.
    func keep(_ changes: [StoreChange]) async throws(StorageError) {
        let state = self.round?.state
        try await self.store.write(self.isKept ? changes : [.session(self.stored(state))] + changes)
        if !self.isKept { (self.isKept, self.keptState) = (true, state) }
    }

    /// Stores the open question, if it is another.
    func keepRound() async throws(StorageError) {
        let state = self.round?.state
        guard state != self.keptState else { return }
        try await self.store.write([.session(self.stored(state))])
        (self.isKept, self.keptState) = (true, state)
    }

    private func stored(_ state: JSONValue?) -> StoredSession { StoredSession(id: self.id, resume: self.id, state: state) }

    /// Lets go of what is kept. The store erases it at its next round, from the disk too.
    func forget() async {
        guard self.isKept else { return }
        do throws(StorageError) {
            try await self.store.write([.session(StoredSession(id: self.id, resume: self.id, expires: 0))])
        } catch {
            // It is tried again at the next start.
            self.log.error("A session's data could not be marked for erasure", metadata: ["error": "\(error)"])
        }
    }

    // MARK: After a restart

    /// Takes up what was stored of this session before the program started.
    func restore() async {
        do throws(StorageError) {
            self.document = ResumeDocument(try await self.store.resume(self.id))
            let messages = try await self.store.messages(of: self.id, maxBytes: Conversation.maxBytes)
            self.conversation = Conversation(messages)
            self.interrupted = try await self.store.answer(of: self.id) != nil
            guard let session = try await self.store.session(self.id) else { return }
            if let resume = self.document.current, let state = session.state {
                self.round = QuestionRound(state, resume)
            }
            // Its client is here: it does not expire.
            try await self.store.write([.session(self.stored(session.state)), .answer(nil, resume: self.id)])
            (self.isKept, self.keptState) = (true, session.state)
        } catch {
            // Whatever is asked for now meets the same error, or reads it then.
            self.log.error("A session could not be taken up", metadata: ["error": "\(error)"])
        }
    }

    /// Tells a client whose server was restarted how things are. What was sent in the moment of the end may be missing from
    /// what it got, so it gets the whole.
    func tellRestored() {
        guard let resume = self.document.current else { return }
        self.send([.updatedResume(resume, revision: self.document.revision)])
    }

    func tellInterrupted() {
        guard self.interrupted else { return }
        self.interrupted = false
        let error = ClientError(
            .internal, "The server was restarted while it answered. Please ask again.", retryable: true)
        self.send([.error("user_message_response_error", error)])
    }
}

extension QuestionRound {
    /// For ``init(_:_:)``.
    var state: JSONValue {
        [
            "open": .string(self.open.path.description),
            "skipped": .array(self.skipped.map { .string($0.description) }),
        ]
    }

    /// nil if the open question has been answered.
    init?(_ state: JSONValue, _ resume: Resume) {
        let open = state["open"]?.stringValue
        guard let field = resume.missingFields().first(where: { $0.path.description == open }) else { return nil }
        self.init(
            open: field,
            skipped: state["skipped"]?.arrayValue?.compactMap { $0.stringValue.flatMap { try? FieldPath(parsing: $0) } } ?? [])
    }
}
