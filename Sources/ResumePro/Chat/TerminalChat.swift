import Foundation
import JSON

/// `resumepro chat`: the conversation that a browser has by events, held at a terminal. All that it does with the resume is
/// what ``ResumeSession`` does for a page.
struct TerminalChat {
    /// Ctrl-C, twice, or while nothing ran.
    struct Interrupted: Error {}

    private let session: ResumeSession
    private let lines: LineReader
    private let happenings: AsyncStream<Happening>.Continuation
    private var next: AsyncStream<Happening>.Iterator
    private var terminal = Terminal()
    /// The resume as it was shown last, to tell what an edit changed.
    private var shown = JSONObject()
    private var isQuestionOpen = false
    private var isAnswering = false
    private var saved: Set<String> = []
    private var isCancelled = false
    /// Whether something could not be done that nobody was there to see.
    private(set) var hasFailed = false

    static let help = """
        Write what you want changed, or ask. Commands:
          /show        print the resume
          /undo        take the last change back
          /save PATH   write the resume to a new file
          /quit        end
        Ctrl-C stops a running answer; a second one ends.
        """

    init(
        session: ResumeSession, lines: LineReader, happenings: AsyncStream<Happening>,
        continuation: AsyncStream<Happening>.Continuation
    ) {
        (self.session, self.lines, self.happenings) = (session, lines, continuation)
        self.next = happenings.makeAsyncIterator()
    }

    /// - Returns: whether there is a resume to talk about.
    mutating func read(_ request: @escaping @Sendable () throws(ClientError) -> ClientRequest) async throws -> Bool {
        guard try await self.perform(.uploadResume, request, doing: "Reading") else {
            if self.isCancelled { throw Interrupted() }
            self.hasFailed = true
            return false
        }
        for line in ResumeOutline.lines(self.shown) { self.terminal.writeLine(line) }
        return true
    }

    /// Asks what is missing, then does what each line says, to the end of the input.
    mutating func talk(asking: Bool) async throws {
        if asking {
            self.terminal.writeLine("")
            _ = try await self.perform(.previewResume)
        }
        if self.isQuestionOpen, self.terminal.isInteractive { self.terminal.writeLine("(Enter leaves it empty.)") }
        if !self.isQuestionOpen, self.terminal.isInteractive { self.terminal.writeLine(Self.help) }
        while let line = try await self.line() {
            let wasOpen = self.isQuestionOpen
            if line.hasPrefix("/") {
                guard try await self.run(line) else { return }
            } else if wasOpen {
                let answer: JSONValue = line.allSatisfy(\.isWhitespace) ? ["skip": true] : .string(line)
                _ = try await self.perform(.userResponse, answer)
                if !self.isQuestionOpen {
                    self.terminal.writeLine(self.terminal.isInteractive ? Self.help : "")
                }
            } else if !line.allSatisfy(\.isWhitespace) {
                _ = try await self.perform(.userMessage, ["message": .string(line)], doing: "Thinking")
            }
        }
    }

    /// - Returns: false to end.
    private mutating func run(_ line: String) async throws -> Bool {
        let words = line.split(separator: " ", maxSplits: 1).map { String($0).trimmingCharacters(in: .whitespaces) }
        switch (words[0], words.count > 1 ? words[1] : "") {
        case ("/quit", _), ("/exit", _): return false
        case ("/show", _):
            guard try await self.perform(.getUpdatedResume) else { break }
            for line in ResumeOutline.lines(self.shown) { self.terminal.writeLine(line) }
        case ("/undo", _): _ = try await self.perform(.undo)
        case ("/save", ""): self.fail("Please name the file: /save resume.json")
        case ("/save", let path): try await self.save(path)
        case ("/help", _): self.terminal.writeLine(Self.help)
        default: self.fail("There is no command \(words[0]). /help tells which there are.")
        }
        return true
    }

    private mutating func save(_ path: String) async throws {
        let format = URL(fileURLWithPath: path).pathExtension.lowercased()
        self.saved.insert(path)
        defer { self.saved.remove(path) }
        _ = try await self.perform(.downloadResume, ["format": .string(format.isEmpty ? "json" : format)])
    }

    private mutating func write(_ file: [UInt8]) {
        for path in self.saved {
            do {
                // A slip of the keyboard must not cost a file, the resume that was read among them.
                try Data(file).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
                self.terminal.writeLine("Saved \(path).")
            } catch CocoaError.fileWriteFileExists {
                self.fail("\(path) is there already. Please choose another name.")
            } catch { self.fail("\(path) cannot be written.") }
        }
    }

    // MARK: Waiting

    /// The next line of input; nil at its end.
    private mutating func line() async throws -> String? {
        self.terminal.prompt()
        self.lines.ask()
        while let happening = await self.next.next() {
            switch happening {
            case .line(let line):
                self.terminal.endPrompt(withLineFeed: line != nil)
                return line
            case .interrupt:
                self.terminal.endPrompt(withLineFeed: false)
                throw Interrupted()
            case .event(let event): self.show(event)
            case .acknowledged, .tick: break
            }
        }
        return nil
    }

    private mutating func perform(_ event: ClientEvent, _ payload: JSONValue? = nil, doing: String = "") async throws -> Bool {
        try await self.perform(event, { () throws(ClientError) in try ClientRequest(event, payload: payload) }, doing: doing)
    }

    /// Has the session do something, and shows what comes of it.
    /// - Returns: whether it was done.
    private mutating func perform(
        _ event: ClientEvent, _ request: @escaping @Sendable () throws(ClientError) -> ClientRequest, doing: String
    ) async throws -> Bool {
        let happenings = self.happenings
        await self.session.submit(
            ResumeSession.Submission(event: event, decode: request) { acknowledgement in
                let error = acknowledgement["error"]?["error"]?.stringValue
                happenings.yield(.acknowledged(isOK: acknowledgement["ok"] == true, error: error))
            })
        var seconds = 0
        self.isCancelled = false
        if !doing.isEmpty { self.terminal.showProgress("\(doing) …") }
        defer { self.terminal.clearProgress() }
        while let happening = await self.next.next() {
            switch happening {
            case .event(let event): self.show(event)
            case .acknowledged(let isOK, let error):
                self.isAnswering = false
                self.terminal.endLine()
                if let error { self.fail(error) }
                return isOK
            case .interrupt:
                guard !self.isCancelled else { throw Interrupted() }
                self.isCancelled = true
                // Its own acknowledgement says nothing that the other's does not.
                await self.session.submit(ResumeSession.Submission(event: .cancel, decode: { .cancel }, acknowledge: { _ in }))
            case .tick:
                seconds += 1
                if !doing.isEmpty, !self.isAnswering { self.terminal.showProgress("\(doing) … \(seconds) s") }
            // Asked for only at the prompt.
            case .line: break
            }
        }
        return false
    }

    private mutating func fail(_ message: String) {
        if !self.terminal.isInteractive { self.hasFailed = true }
        self.terminal.writeError(message)
    }

    // MARK: Showing

    private mutating func show(_ event: ServerEvent) {
        let payload = event.payload
        switch event.name {
        case "upload_resume_done":
            let source = payload["source"] == "model" ? "by the model" : "by rules"
            self.terminal.writeLine("Read \(source):\n")
            for warning in payload["warnings"]?.arrayValue ?? [] { self.terminal.writeError(warning.stringValue ?? "") }
            self.shown = payload["resumeData"]?.objectValue ?? [:]
        case "user_message_response_typing":
            self.isAnswering = true
            self.terminal.write(payload["content"]?.stringValue ?? "")
        case "user_message_response_done":
            self.isQuestionOpen = payload["field"] != nil
            if !self.isAnswering { self.terminal.writeLine(payload["content"]?.stringValue ?? "") }
            if let resume = payload["resumeData"]?.objectValue { self.showChanges(to: resume) }
        case "preview_resume_done", "preview_resume_error":
            self.isQuestionOpen = false
            if let resume = payload["resumeData"]?.objectValue { self.showChanges(to: resume) }
        case "content_changes":
            var resume = self.shown
            for member in payload["contentChanges"]?.objectValue ?? [:] {
                resume[member.name] = member.value.isNull ? nil : member.value
            }
            self.showChanges(to: resume)
        case "updated_resume": if let resume = payload["resumeData"]?.objectValue { self.showChanges(to: resume) }
        case "style_changes":
            for section in payload["styleChanges"]?.objectValue ?? [:] {
                let properties = (section.value.objectValue ?? [:]).map { "\($0.name): \($0.value.stringValue ?? "")" }
                self.terminal.writeLine("  \(section.name) { \(properties.joined(separator: "; ")) }")
            }
        case "download_resume_data": if let file = event.file { self.write(file) }
        // Errors come with the acknowledgement.
        default: break
        }
    }

    private mutating func showChanges(to resume: JSONObject) {
        let names = self.shown.map(\.name)
        for name in names + resume.map(\.name).filter({ self.shown[$0] == nil }) {
            for line in ResumeOutline.changes(section: name, from: self.shown[name], to: resume[name]) {
                self.terminal.writeLine("  \(line)")
            }
        }
        let kept = resume.map(\.name)
        if names.filter(kept.contains) != kept.filter(names.contains) {
            self.terminal.writeLine("  The sections are now: \(kept.joined(separator: ", "))")
        }
        self.shown = resume
    }
}
