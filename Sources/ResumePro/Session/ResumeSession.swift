import Assistant
import Documents
import JSON
import Logging
import Resume
import Storage

/// One person's work on one resume: the document, the conversation, the open question, what runs and what waits.
///
/// Requests come in through ``submit(_:)`` in the order in which they were sent. ``RequestQueue`` says when each runs;
/// whatever it is, the resume and the conversation change only when it has succeeded and is stored.
actor ResumeSession {
    /// A request with the way to acknowledge it.
    struct Submission: Sendable {
        var event: ClientEvent
        /// Decodes the payload; run in the session, not where the bytes arrived.
        var decode: @Sendable () throws(ClientError) -> ClientRequest
        /// Called once, with what the client's callback gets.
        var acknowledge: @Sendable (JSONValue) -> Void
    }

    let id: String
    let assistant: any ResumeAssistant
    let documents: DocumentReader
    let store: any Store
    let log: Logger
    private(set) var outlet: SessionOutlet

    var document = ResumeDocument()
    var conversation = Conversation()
    var round: QuestionRound?
    /// How the page looks that the preview ends with; nil for none.
    var previewStyle: ExportStyle?
    /// The answer that is on its way.
    var answering: AnswerParts?
    /// Whether an answer was on its way when the program ended.
    var interrupted = false
    /// Whether the store knows of the session.
    var isKept = false
    /// What the store has of ``round``.
    var keptState: JSONValue?
    private var queue = RequestQueue<(submission: Submission, request: ClientRequest)>()
    private var running: Task<Void, Never>?
    private var closed = false

    init(
        id: String, assistant: any ResumeAssistant, documents: DocumentReader, store: any Store, log: Logger,
        outlet: SessionOutlet
    ) {
        (self.id, self.assistant, self.documents, self.store) = (id, assistant, documents, store)
        (self.log, self.outlet) = (log, outlet)
    }

    func send(_ events: [ServerEvent]) { self.outlet.send(events) }

    /// The client came back on another connection, with all packets up to an offset.
    func attach(_ outlet: SessionOutlet, after offset: Int) {
        self.outlet = outlet
        self.answering?.attach(outlet, after: offset)
    }

    /// The client came back, and it was another process that it left.
    func resume() async {
        await self.restore()
        self.tellRestored()
        self.tellInterrupted()
    }

    /// Requests that wait for others.
    var waiting: Int { self.queue.waitingCount }

    /// Takes a request in; returns when it runs or waits, not when it is done.
    func submit(_ submission: Submission) async {
        guard !self.closed else { return }
        let request: ClientRequest
        do { request = try submission.decode() } catch {
            return self.fail(submission, event: submission.event.errorEvent, error)
        }
        if case .cancel = request { return self.cancel(submission) }
        switch self.queue.arrived((submission, request), kind: request.kind) {
        case .run: self.start(submission, request)
        case .runBeside: await self.run(submission, request)
        case .wait: break
        case .refuse:
            let error = ClientError(
                .busy, "Too much is waiting already. Please wait for the answers.", retryable: true, retryAfter: 1)
            self.fail(submission, event: submission.event.errorEvent, error)
        }
    }

    /// The connection has ended and will not come back: what runs is stopped, what was kept is deleted.
    func close() async {
        self.closed = true
        self.running?.cancel()
        _ = self.queue.cancelled()
        // What runs may still be storing; the end of it is waited for, so that nothing is kept after this.
        await self.running?.value
        await self.forget()
    }

    private func start(_ submission: Submission, _ request: ClientRequest) {
        self.running = Task {
            await self.run(submission, request)
            self.running = nil
            if let next = self.queue.finished() { self.start(next.submission, next.request) }
        }
    }

    private func run(_ submission: Submission, _ request: ClientRequest) async {
        do {
            let outcome = try await self.perform(request)
            try await self.keepRound()
            guard !self.closed else { return }
            self.send(outcome.events)
            var payload: JSONObject = ["ok": true]
            for member in outcome.acknowledgement { payload[member.name] = member.value }
            submission.acknowledge(.object(payload))
        } catch {
            // An answer that was asked for and failed has an event of its own; one that answers a question has not.
            let answering = if case .message = request, self.round == nil { true } else { false }
            self.fail(submission, event: answering ? "user_message_response_error" : submission.event.errorEvent, error)
        }
    }

    private func cancel(_ submission: Submission) {
        let waiting = self.queue.cancelled()
        self.running?.cancel()
        for item in waiting { self.fail(item.submission, event: item.submission.event.errorEvent, ClientError.cancelled) }
        if self.running == nil, self.round != nil {
            self.round = nil
            self.send([.error(ClientEvent.previewResume.errorEvent, .cancelled)])
        }
        submission.acknowledge(["ok": true])
    }

    private func fail(_ submission: Submission, event: String, _ error: any Error) {
        guard !self.closed else { return }
        let told = ClientError(error)
        self.note(error, told, during: submission.event)
        self.send([.error(event, told)])
        submission.acknowledge(["ok": false, "error": told.json])
    }

    /// What an operator should see: our own faults, and what the model's server did. Never a value or a sentence of a client.
    private func note(_ error: any Error, _ told: ClientError, during event: ClientEvent) {
        var metadata: Logger.Metadata = ["event": "\(event.rawValue)", "code": "\(told.code.rawValue)"]
        switch error {
        case let error as AssistantError where error.code != .cancelled && error.code != .unreadableDocument:
            metadata["detail"] = "\(error.detail)"
            self.log.warning("The assistant could not do its work", metadata: metadata)
        case let error as StorageError:
            metadata["error"] = "\(error)"
            self.log.error("The store failed", metadata: metadata)
        case is ClientError, is ResumeError, is AssistantError, is DocumentError, is CancellationError:
            self.log.debug("Refused", metadata: metadata)
        default:
            metadata["error"] = "\(type(of: error))"
            self.log.error("An event failed", metadata: metadata)
        }
    }
}

extension ClientRequest {
    fileprivate var kind: RequestQueue<(submission: ResumeSession.Submission, request: ClientRequest)>.Kind {
        if self.isEdit { return .edit }
        if case .message = self { return .answer }
        return .other
    }
}
