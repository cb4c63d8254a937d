import ArgumentParser
import Assistant
import Documents
import Foundation
import JSON
import Resume

/// Reads a resume by rules, offline, and prints it as JSON.
struct ParseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "Read a resume from a text file and print it as JSON.",
        discussion: "Reads by rules, without a language model. What could not be placed is said on standard error.")

    @Argument(help: "A text file; - for standard input.", completion: .file())
    var file: String

    func run() async throws {
        let data: Data
        do {
            let file = try self.file == "-" ? .standardInput : FileHandle(forReadingFrom: URL(fileURLWithPath: self.file))
            data = try file.readToEnd() ?? Data()
        } catch { throw CommandFailure("\(self.file) cannot be read: \(error.localizedDescription)") }
        let reading: Reading
        do { reading = try await RulesAssistant().read(TextDocument(Array(data)).text) } catch {
            let message = (error as? DocumentError)?.message ?? (error as? AssistantError)?.message ?? "It could not be read."
            throw CommandFailure("\(self.file): \(message)")
        }
        for warning in reading.warnings { FileHandle.standardError.write(Data("\(warning)\n".utf8)) }
        print(reading.resume.json.prettyPrinted)
    }
}
