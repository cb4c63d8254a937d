import ArgumentParser
import Assistant
import Configuration
import Documents
import Foundation
import Logging
import Storage
import UnixSignals

/// The terminal's way to what a page does: read, ask, answer, change.
struct ChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat", abstract: "Read a resume and talk about it in the terminal.",
        discussion: """
            Prints what was read, asks for what is missing (Enter leaves it empty), and then does what you write, line by line. \
            /show, /undo, /save PATH, /help and /quit are commands. Ctrl-C stops a running answer, a second one ends.

            Settings come from the environment and a file .env, as for the server: with OPENAI_API_KEY or OPENAI_BASE_URL a \
            language model answers, without them built-in rules. Lines may be piped in. The exit code is 0, 1 if something \
            could not be done, or 130 after Ctrl-C.
            """)

    @Argument(help: "The resume, in any format that parse reads.", completion: .file())
    var file: String

    @Flag(inversion: .prefixedNo, help: "Ask for what is missing before anything else.")
    var questions = true

    func run() async throws {
        let reader = try await ServerConfiguration.reader()
        let configuration = try ServerConfiguration(reading: reader)
        // The log is for operators; a person at the terminal is told by the conversation itself.
        let level = reader.string(forKey: "log.level") == nil ? Logger.Level.critical : configuration.logLevel
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        let logger = Logger(label: "resumepro")
        let documents = await DocumentReader(
            settings: configuration.documents, processors: ProcessInfo.processInfo.activeProcessorCount)
        let bytes = try self.contents(limit: documents.limits.fileBytes)

        let (happenings, continuation) = AsyncStream.makeStream(of: Happening.self)
        let model = configuration.model.map {
            ModelUpstream($0, fallback: configuration.fallbackModel, limits: configuration.limits, logger: logger)
        }
        let session = ResumeSession(
            id: "terminal", assistant: model?.assistant(for: "terminal") ?? RulesAssistant(), documents: documents,
            store: try SQLiteStore(.memory), log: logger,
            outlet: SessionOutlet { events in for event in events { continuation.yield(.event(event)) } })
        let signals = Task { for await _ in await UnixSignalsSequence(trapping: .sigint) { continuation.yield(.interrupt) } }
        let clock = Task {
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(1))
                continuation.yield(.tick)
            }
        }
        var chat = TerminalChat(
            session: session, lines: LineReader { continuation.yield(.line($0)) }, happenings: happenings,
            continuation: continuation)
        var code = ExitCode.success
        do {
            if try await chat.read({ .uploadFile(bytes) }) {
                try await chat.talk(asking: self.questions)
            }
            if chat.hasFailed { code = .failure }
        } catch is TerminalChat.Interrupted { code = ExitCode(130) }
        clock.cancel()
        signals.cancel()
        await session.close()
        await model?.shutdown()
        if code != .success { throw code }
    }

    private func contents(limit: Int) throws -> [UInt8] {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: self.file))
            // One byte more than is read, to know of it.
            return Array(try file.read(upToCount: limit + 1) ?? Data())
        } catch { throw CommandFailure("\(self.file) cannot be read: \(error.localizedDescription)") }
    }
}
