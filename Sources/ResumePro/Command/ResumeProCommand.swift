import ArgumentParser

@main
struct ResumeProCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resumepro", abstract: "A real-time resume builder server.", version: "0.1.0",
        subcommands: [
            ServeCommand.self, ChatCommand.self, ParseCommand.self, ExportCommand.self, BackupCommand.self, RestoreCommand.self,
            CheckCommand.self,
        ], defaultSubcommand: ServeCommand.self)
}

/// Why a command ended, for the person at the terminal. The arguments were right, so no usage is shown.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
