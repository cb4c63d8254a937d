import ArgumentParser
import Configuration
import Foundation
import Storage

/// What commands on the database share.
enum DatabaseCommand {
    /// The path of the database: as given, or as the server's settings say.
    static func path(_ given: String?) async throws -> String {
        if let given { return given }
        let configuration = try ServerConfiguration(reading: await ServerConfiguration.reader())
        guard case .file(let path) = configuration.database else {
            throw CommandFailure("DATABASE is “memory”: there is no file.")
        }
        return path
    }

    /// An error for the person at the terminal.
    static func sentence(_ error: StorageError, _ location: SQLiteStore.Location) -> String {
        guard case .file(let path) = location else { return "\(error)" }
        return "\(path): \(error)"
    }
}

/// Copies the database of a server, which may be running.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the database into a file, also while the server runs.",
        discussion: "The copy is complete and checked before it has its name. It holds people's data: keep it as safe.")

    @Argument(help: "The file to make; it must not exist.", completion: .file())
    var file: String

    @Option(help: "The database (default: the setting DATABASE).")
    var database: String?

    func run() async throws {
        let path = try await DatabaseCommand.path(self.database)
        do throws(StorageError) { try DatabaseMaintenance.backup(path, to: self.file) } catch {
            throw CommandFailure(DatabaseCommand.sentence(error, .file(path)))
        }
        print("\(self.file) is a copy of \(path).")
    }
}

/// Puts a copy in the place of the database.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the place of the database, while no server runs.")

    @Argument(help: "The backup; it is checked first, and stays.", completion: .file())
    var file: String

    @Option(help: "The database (default: the setting DATABASE).")
    var database: String?

    @Flag(help: "Replace a database that is there; it is kept with “.replaced” behind its name, in the place of an older one.")
    var replace = false

    func run() async throws {
        let path = try await DatabaseCommand.path(self.database)
        do throws(StorageError) { try DatabaseMaintenance.restore(self.file, to: path, replacing: self.replace) } catch {
            throw CommandFailure(DatabaseCommand.sentence(error, .file(self.file)))
        }
        print("\(path) is as \(self.file) was.")
    }
}

/// Reads all of a database and says whether it is sound.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read all of the database, or of a backup, and say whether it is sound.")

    @Argument(help: "The file (default: the setting DATABASE).", completion: .file())
    var file: String?

    func run() async throws {
        let path = try await DatabaseCommand.path(self.file)
        let report: DatabaseMaintenance.Report
        do throws(StorageError) { report = try DatabaseMaintenance.check(path) } catch {
            throw CommandFailure(DatabaseCommand.sentence(error, .file(path)))
        }
        guard report.problems.isEmpty else {
            throw CommandFailure("\(path) is damaged:\n" + report.problems.map { "  \($0)" }.joined(separator: "\n"))
        }
        print(
            "\(path) is sound: \(report.resumes) resumes with \(report.revisions) revisions, \(report.messages) messages, "
                + "\(report.sessions) sessions.")
    }
}
