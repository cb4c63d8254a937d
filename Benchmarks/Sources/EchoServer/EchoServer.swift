import ArgumentParser
import Hummingbird
import Logging
import NIOPosix
import EngineIO
import SocketIO

/// A Socket.IO server at `/socket.io/` whose every `echo` is answered by an `echoed` with the same arguments.
@main
struct EchoServer: AsyncParsableCommand {
    @Option(help: "Where to listen on 127.0.0.1.")
    var port = 3100

    @Option(help: "Event-loop threads.")
    var threads = 1

    func run() async throws {
        var logger = Logger(label: "echo")
        logger.logLevel = .warning
        let io = SocketIOServer(logger: logger)
        io.of("/").onConnection { socket in
            socket.on("echo") { event in socket.emit("echoed", arguments: event.arguments) }
        }
        var configuration = EngineIOConfiguration()
        configuration.path = "/socket.io/"
        // The load sets up more connections a second than the default admits.
        configuration.maxHandshakesPerSecond = nil
        let engine = EngineIOServer(configuration: configuration, listener: io, logger: logger)
        let router = Router()
        router.get("/") { _, _ in "Connect with a Socket.IO client." }
        try await Application(
            router: router, server: engine.httpServer,
            configuration: .init(address: .hostname("127.0.0.1", port: self.port)),
            eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup(numberOfThreads: self.threads)), logger: logger
        ).runService()
    }
}
