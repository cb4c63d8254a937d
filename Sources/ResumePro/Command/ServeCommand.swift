import ArgumentParser
import Assistant
import Documents
import Foundation
import Logging
import NIOCore
import ServiceLifecycle
import Storage
import UnixSignals

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Start the server.",
        discussion: """
            Settings come from flags, the environment, and a file .env in the working directory, in this order: HOST, PORT, \
            CORS_ORIGINS, LOG_LEVEL, DATABASE, SESSION_RETENTION, SANDBOX, OCR, OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL, and \
            more for the assistant (docs/assistant.md). Without a key the assistant works by rules, offline.
            """)

    @Option(help: "The address to listen on (default: 127.0.0.1).")
    var host: String?

    @Option(help: "The port to listen on; 0 takes any free one (default: 3001).")
    var port: Int?

    func run() async throws {
        let configuration = try ServerConfiguration(
            reading: await ServerConfiguration.reader(),
            flags: ServerConfiguration.Flags(host: self.host, port: self.port))
        for warning in EnvironmentFile.warnings(at: ".env") { FileHandle.standardError.write(Data("\(warning)\n".utf8)) }
        let level = configuration.logLevel
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        let logger = Logger(label: "resumepro")
        let documents = await DocumentReader(
            settings: configuration.documents, processors: ProcessInfo.processInfo.activeProcessorCount)
        for problem in documents.tools.problems { logger.warning("\(problem)") }
        let storage: ServerStorage
        do throws(StorageError) { storage = try await ServerStorage.open(configuration, logger: logger) } catch {
            throw CommandFailure(DatabaseCommand.sentence(error, configuration.database))
        }
        let assembly = ServerAssembly(
            configuration: configuration, documents: documents, storage: storage, logger: logger)
        let host = ["127.0.0.1", "::1", "0.0.0.0", "::"].contains(configuration.host) ? "localhost" : configuration.host
        let assistant = configuration.model.map { "the model \($0.model)" } ?? "built-in rules (no OPENAI_API_KEY is set)"
        let services = assembly.services { port in
            FileHandle.standardOutput.write(
                Data("ResumePro is listening on http://\(host):\(port) and answers by \(assistant).\n".utf8))
        }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map { .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup) },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        do {
            try await group.run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw CommandFailure(
                "Port \(configuration.port) is in use. Stop what listens there, or choose another with --port.")
        } catch let error as IOError where error.errnoCode == EADDRNOTAVAIL || error.errnoCode == EACCES {
            throw CommandFailure("This machine cannot listen on \(configuration.host), port \(configuration.port).")
        } catch is SocketAddressError {
            throw CommandFailure("HOST “\(configuration.host)” is no address of this machine.")
        }
    }
}
