import ArgumentParser
import Assistant
import Documents
import Foundation
import JSON
import Resume

/// Reads resumes by rules, offline, and prints them as JSON.
struct ParseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "Read resumes from files and print them as JSON.",
        discussion: """
            PDF, Word, OpenDocument, RTF, HTML, Markdown, plain text and JSON Resume; what a file is says its content. Reads by \
            rules, without a language model. Of several files each gives one JSON object, in their order. Text that found no \
            place in the resume is listed under "unplaced". SANDBOX and OCR are read as by the server.

            With --batch, standard input has a JSON line {"id","file"} for each file, and standard output answers each with \
            {"id","out","ms"} or {"id","error"}.
            """)

    @Argument(help: "Files; - for standard input.", completion: .file())
    var files: [String] = []

    @Flag(help: "Read many files in one process: JSON lines in, JSON lines out.")
    var batch = false

    @Flag(help: "Say of every value how sure it is, from 0 to 1.")
    var confidence = false

    func validate() throws {
        guard self.batch == self.files.isEmpty else { throw ValidationError("Name files, or give --batch.") }
    }

    func run() async throws {
        let configuration = try await ServerConfiguration(reading: ServerConfiguration.reader())
        let documents = await DocumentReader(
            settings: configuration.documents, processors: ProcessInfo.processInfo.activeProcessorCount)
        let resumes = ResumeImport(documents: documents, reader: RulesAssistant())
        if self.batch { return await ParseBatch(resumes: resumes, ratesConfidence: self.confidence).run() }
        var failures: [String] = []
        for file in self.files {
            do {
                let reading = try await self.read(file, resumes)
                for warning in reading.warnings { self.tell(self.files.count > 1 ? "\(file): \(warning)" : warning) }
                print(JSONValue.object(reading.output).prettyPrinted)
            } catch let failure as CommandFailure { failures.append(failure.description) }
        }
        guard failures.isEmpty else { throw CommandFailure(failures.joined(separator: "\n")) }
    }

    private func read(_ file: String, _ resumes: ResumeImport) async throws -> Reading {
        let data: Data
        do {
            let handle = try file == "-" ? .standardInput : FileHandle(forReadingFrom: URL(fileURLWithPath: file))
            // One byte more than is read, to know of it.
            data = try handle.read(upToCount: resumes.documents.limits.fileBytes + 1) ?? Data()
        } catch { throw CommandFailure("\(file) cannot be read: \(error.localizedDescription)") }
        let line = ProgressLine(file)
        defer { line.clear() }
        do { return try await resumes.read(Array(data), ratesConfidence: self.confidence) { line.show($0) } } catch {
            throw CommandFailure("\(file): \(ClientError(error).message)")
        }
    }

    private func tell(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }
}

/// A line on standard error that says how far the reading of a file is; only where somebody looks at it.
private struct ProgressLine: Sendable {
    private let file: String
    private let isSeen = isatty(STDERR_FILENO) == 1

    init(_ file: String) { self.file = file }

    func show(_ progress: DocumentProgress) {
        let percent = progress.fraction.map { " \(Int(($0 * 100).rounded())) %" } ?? ""
        self.write("\r\u{1B}[K\(self.file): \(progress.stage.rawValue)\(percent)")
    }

    func clear() { self.write("\r\u{1B}[K") }

    private func write(_ text: String) {
        guard self.isSeen else { return }
        FileHandle.standardError.write(Data(text.utf8))
    }
}
