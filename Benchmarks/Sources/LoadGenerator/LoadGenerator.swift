import ArgumentParser

/// Loads one server on 127.0.0.1 for a bounded time and prints one line of JSON: what the server's process spent on it.
@main
struct LoadGenerator: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "LoadGenerator",
        subcommands: [WebSocketEcho.self, PollingEcho.self, Idle.self, Setup.self, Relay.self, ScriptedUpstream.self])
}

/// Which server, and what it speaks.
struct Target: ParsableArguments {
    enum Dialect: String, ExpressibleByArgument, CaseIterable {
        case socketIO = "socket.io"
        /// WebSocket messages without any protocol above, for the bare server.
        case bare
    }

    @Option(help: "The server's port on 127.0.0.1.")
    var port: Int

    @Option(help: "The server's process.")
    var pid: Int32

    @Option(help: "What the server speaks.")
    var dialect = Dialect.socketIO

    var purpose: WebSocketClient.Purpose { self.dialect == .bare ? .echo : .socketIO }

    func validate() throws {
        guard (1...65_535).contains(self.port), self.pid > 0 else { throw ValidationError("No such port or process.") }
    }
}

/// How much, within bounds that keep a mistake from filling the machine.
struct Amount: ParsableArguments {
    @Option(help: "Connections at a time, up to 15,000.")
    var connections = 50

    @Option(help: "Measured time in seconds, up to 60.")
    var seconds = 2.0

    @Option(help: "Time before the measured time, in seconds, up to 10.")
    var warmUp = 0.5

    @Option(help: "Bytes of the string in each event, up to 100,000.")
    var payload = 64

    func validate() throws {
        guard (1...15_000).contains(self.connections), (0.1...60).contains(self.seconds), (0...10).contains(self.warmUp),
            (0...100_000).contains(self.payload)
        else { throw ValidationError("Out of bounds.") }
    }
}
