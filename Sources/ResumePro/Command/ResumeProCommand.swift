import ArgumentParser

@main
struct ResumeProCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resumepro", abstract: "A real-time resume builder server.",
        subcommands: [ServeCommand.self, ParseCommand.self], defaultSubcommand: ServeCommand.self)
}
