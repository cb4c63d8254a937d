import ArgumentParser
import Documents
import Foundation
import JSON
import Resume

/// Writes a resume as a document, offline.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a resume as a document.",
        discussion: """
            Takes the JSON that `resumepro parse` prints, or JSON Resume. Formats: \
            \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).
            """)

    @Argument(help: "The resume as JSON; - for standard input.", completion: .file())
    var resume: String

    @Option(help: "The format (default: what the output's name ends with).")
    var format: String?

    @Option(help: "The look: classic, modern, compact or sidebar (default: classic).")
    var template: String?

    @Option(help: "The paper: a4 or letter (default: a4).")
    var paper: String?

    @Option(help: "The colour of headings, such as #1f4e79.")
    var color: String?

    @Option(help: "The language of headings: en, de, fr, es, pt, it, nl or pl (default: en).")
    var language: String?

    @Option(name: .shortAndLong, help: "The file to write; - for standard output (default: the person's name).")
    var output: String?

    func run() async throws {
        let configuration = try await ServerConfiguration(reading: ServerConfiguration.reader())
        let documents = await DocumentReader(
            settings: configuration.documents, processors: ProcessInfo.processInfo.activeProcessorCount)
        let file: ExportedFile
        do {
            let format = try self.chosenFormat()
            let values = ["template": self.template, "paper": self.paper, "color": self.color, "language": self.language]
            let style = try ExportRequest.style { values[$0] ?? nil }
            let contents = try await documents.contents(of: try self.read(atMost: documents.limits.fileBytes))
            guard case .resume(let resume, _) = contents else {
                throw CommandFailure("\(self.resume) is no resume as JSON. `resumepro parse` makes one of a document.")
            }
            file = try await documents.writer.file(resume, as: format, style: style)
        } catch let error as CommandFailure { throw error } catch { throw CommandFailure(ClientError(error).message) }
        let name = self.output ?? file.name
        guard name != "-" else { return FileHandle.standardOutput.write(Data(file.bytes)) }
        do { try Data(file.bytes).write(to: URL(fileURLWithPath: name), options: .atomic) } catch {
            throw CommandFailure("\(name) cannot be written: \(error.localizedDescription)")
        }
        if self.output == nil { FileHandle.standardError.write(Data("\(name)\n".utf8)) }
    }

    private func chosenFormat() throws -> ExportFormat {
        if let format = self.format { return try ExportRequest.format(format) }
        let end = self.output?.split(separator: ".").last?.lowercased()
        guard let format = ExportFormat.allCases.first(where: { $0.fileExtension == end }) else {
            throw CommandFailure("Please name the format by --format, such as --format pdf.")
        }
        return format
    }

    private func read(atMost limit: Int) throws -> [UInt8] {
        do {
            let handle =
                try self.resume == "-"
                ? FileHandle.standardInput : FileHandle(forReadingFrom: URL(fileURLWithPath: self.resume))
            // One byte more than is read, to know of it.
            return Array(try handle.read(upToCount: limit + 1) ?? Data())
        } catch { throw CommandFailure("\(self.resume) cannot be read: \(error.localizedDescription)") }
    }
}
