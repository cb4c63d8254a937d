import ArgumentParser
import EngineIO
import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import SocketIO
import UnixSignals

/// A server for protocol suites and clients of others to be pointed at.
@main
struct ProtocolServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ProtocolServer",
        abstract: "An Engine.IO 4 or Socket.IO 5 server to test clients and protocol suites against.")

    enum Mode: String, CaseIterable, ExpressibleByArgument {
        case engineio, socketio, echo
    }

    @Argument(
        help: """
            engineio: Engine.IO alone at /engine.io/, sends every message back. socketio: what protocol suites expect at \
            /socket.io/. echo: events for client tests at /socket.io/. The README lists them.
            """)
    var mode: Mode

    @Option(help: "The address to listen on; :: takes all, of IPv4 too.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 takes any free one.")
    var port = 3000

    @Option(help: "Milliseconds from a pong to the next ping (default: 25000).")
    var pingInterval: Int?

    @Option(help: "Milliseconds that a client has to answer a ping (default: 20000).")
    var pingTimeout: Int?

    @Option(help: "Milliseconds that a client has to join a namespace (default: 45000).")
    var connectTimeout: Int?

    @Option(help: "A browser origin that may connect, or * for any. Repeat it for more.")
    var origin: [String] = []

    func validate() throws {
        guard (0...65_535).contains(self.port) else { throw ValidationError("The port must be a number from 0 to 65535.") }
        for time in [self.pingInterval, self.pingTimeout, self.connectTimeout].compactMap(\.self) {
            // A day is more than any test waits.
            guard (1...86_400_000).contains(time) else { throw ValidationError("Times must be 1 to 86400000 milliseconds.") }
        }
    }

    func run() async throws {
        var logger = Logger(label: "protocol-server")
        logger.logLevel = .warning
        let engine = self.engine(logger: logger)
        let application = Application(
            router: Router(), server: engine.httpServer,
            configuration: ApplicationConfiguration(address: .hostname(self.host, port: self.port), backlog: 1_024),
            onServerRunning: { [mode, host, port] channel in
                let port = channel.localAddress?.port ?? port
                let url = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)\(engine.configuration.path)"
                FileHandle.standardOutput.write(Data("ProtocolServer \(mode) is listening on \(url)\n".utf8))
            },
            logger: logger)
        // Stopped in the opposite order: clients are told while the server still carries it.
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [.init(service: application), .init(service: SessionService(engine: engine))],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do { try await group.run() } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw ValidationError("Port \(self.port) is in use.")
        }
    }

    private func engine(logger: Logger) -> EngineIOServer {
        var configuration = EngineIOConfiguration()
        configuration.cors = EngineIOCORS(origins: Set(self.origin))
        if let pingInterval { configuration.pingInterval = .milliseconds(Int64(pingInterval)) }
        if let pingTimeout { configuration.pingTimeout = .milliseconds(Int64(pingTimeout)) }
        guard self.mode != .engineio else {
            return EngineIOServer(configuration: configuration, listener: MessageEcho(), logger: logger)
        }
        configuration.path = "/socket.io/"
        var socketConfiguration = SocketIOConfiguration()
        if let connectTimeout { socketConfiguration.connectTimeout = .milliseconds(Int64(connectTimeout)) }
        let io = SocketIOServer(configuration: socketConfiguration, logger: logger)
        if self.mode == .socketio { serveProtocolSuites(on: io) } else { serveClientTests(on: io) }
        return EngineIOServer(configuration: configuration, listener: io, logger: logger)
    }
}

/// Closes the sessions when the program stops.
private struct SessionService: Service {
    let engine: EngineIOServer

    func run() async throws {
        try? await gracefulShutdown()
        await self.engine.shutdown(gracePeriod: .seconds(2))
    }
}
