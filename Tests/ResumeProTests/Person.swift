import Assistant
import Documents
import JSON
import Logging
import Resume
import Storage
import Synchronization

@testable import ResumePro

/// Somebody at a page: submits events to a session and keeps what comes back.
final class Person: Sendable {
    let session: ResumeSession
    private let received: Received

    private final class Received: Sendable {
        let events = Mutex<[ServerEvent]>([])
        /// The offset of the last piece; nil while the person is away.
        let offset = Mutex<Int?>(0)

        var outlet: SessionOutlet {
            SessionOutlet(
                send: { events in self.events.withLock { $0 += events } },
                sendPiece: { piece in
                    self.offset.withLock { offset in
                        guard let last = offset else { return nil }
                        self.events.withLock { $0.append(piece) }
                        offset = last + 1
                        return last + 1
                    }
                })
        }
    }

    static let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    init(assistant: any ResumeAssistant, store: any Store = Person.store()) {
        self.received = Received()
        self.session = ResumeSession(
            id: "s", assistant: assistant, documents: DocumentReader(tools: DocumentTools(), processors: 2), store: store,
            log: Self.log, outlet: self.received.outlet)
    }

    static func store(maxMemory: Int = SQLiteStore.maxMemory) -> SQLiteStore {
        do { return try SQLiteStore(.memory, maxMemory: maxMemory) } catch { fatalError("no store in memory: \(error)") }
    }

    /// Pieces of answers do not arrive any more.
    func goAway() { self.received.offset.withLock { $0 = nil } }

    /// Comes back with all pieces up to an offset.
    func comeBack(after offset: Int) async {
        self.received.offset.withLock { $0 = 1_000 }
        await self.session.attach(self.received.outlet, after: offset)
    }

    /// Ada, with a name and a present job, and much missing; no event of hers is kept.
    static func withResume(
        assistant: any ResumeAssistant = RulesAssistant(), store: any Store = Person.store()
    ) async -> Person {
        let person = Person(assistant: assistant, store: store)
        _ = await person.ask(
            .checkResumeFields,
            [
                "resumeData": [
                    "Name": "Ada Byron", "Title": "Engineer", "Location": "London",
                    "Experience": [["Position": "Engineer", "Company": "Acme", "Dates": "2019"]],
                ]
            ])
        person.received.events.withLock { $0 = [] }
        return person
    }

    var events: [ServerEvent] { self.received.events.withLock { $0 } }

    /// Sends an event; returns what its callback gets.
    func ask(_ event: ClientEvent, _ payload: JSONValue? = nil) async -> JSONValue {
        await withCheckedContinuation { continuation in
            let submission = ResumeSession.Submission(
                event: event, decode: { () throws(ClientError) in try ClientRequest(event, payload: payload) },
                acknowledge: { continuation.resume(returning: $0) })
            Task { await self.session.submit(submission) }
        }
    }

    /// Returns once an event of this name has come.
    func sees(_ name: String) async {
        while !self.events.contains(where: { $0.name == name }) { await Task.yield() }
    }

    /// Returns once so many requests wait in the session.
    func waits(_ count: Int) async {
        while await self.session.waiting < count { await Task.yield() }
    }
}

/// An assistant that does what the test wrote down.
final class GatedAssistant: ResumeAssistant {
    enum Step: Sendable {
        case part(AnswerPart)
        case fail(AssistantError)
        /// Until the task is cancelled.
        case hang
        /// Until the test opens the gate.
        case wait
    }

    /// Opened once by the test.
    final class Gate: Sendable {
        private let (opened, opener) = AsyncStream.makeStream(of: Void.self)

        func open() { self.opener.finish() }
        func wait() async { for await _ in self.opened {} }
    }

    let gate = Gate()

    let script = Mutex<[Step]>([])

    func read(_ text: String, ratesConfidence: Bool) async throws(AssistantError) -> Reading {
        try await RulesAssistant().read(text, ratesConfidence: ratesConfidence)
    }
    func check(_ resume: Resume) async throws(AssistantError) -> Review { try await RulesAssistant().check(resume) }

    func answer(_ turn: Turn, send: @escaping @Sendable (AnswerPart) -> Void) async throws(AssistantError) {
        for step in self.script.withLock({ $0 }) {
            switch step {
            case .part(let part): send(part)
            case .fail(let error): throw error
            case .hang:
                try? await Task.sleep(for: .seconds(3600))
                throw AssistantError(.cancelled, "The answer was stopped.")
            case .wait: await self.gate.wait()
            }
        }
    }
}
