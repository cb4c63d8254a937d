import Assistant
import AsyncHTTPClient
import Documents
import EngineIO
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import SocketIO

/// The place where everything meets: the socket server, the routes, the assistant and the store, wired into services.
struct ServerAssembly {
    /// Bytes of one packet. Half a megabyte more than the megabyte of text that a careless page may send: what is too long
    /// for a resume then gets an answer that says so, instead of a closed connection.
    static let maxPayload = 1_500_000

    let configuration: ServerConfiguration
    let documents: DocumentReader
    let storage: ServerStorage
    let logger: Logger

    /// - Parameter onRunning: called with the port once connections are accepted.
    func services(onRunning: @escaping @Sendable (_ port: Int) -> Void) -> [any Service] {
        let model = self.configuration.model.map {
            ModelUpstream(
                $0, fallback: self.configuration.fallbackModel, limits: self.configuration.limits,
                store: StoredUsageCounters(store: self.storage.store), logger: self.logger)
        }
        let assistant = { @Sendable (user: String) -> any ResumeAssistant in model?.assistant(for: user) ?? RulesAssistant() }
        let documents = self.documents
        let sessions = SessionRegistry(
            assistant: assistant, documents: documents, store: self.storage.store,
            retention: .seconds(Int64(self.configuration.sessionRetention)), log: self.logger)
        let routes = SocketRoutes(sessions: sessions)
        let resumes = { @Sendable user in ResumeImport(documents: documents, reader: assistant(user)) }

        let io = SocketIOServer(configuration: self.socketConfiguration, logger: self.logger)
        routes.install(on: io)
        let engine = EngineIOServer(configuration: self.engineConfiguration, listener: io, logger: self.logger)
        let application = Application(
            router: HTTPRoutes.router(cors: self.configuration.cors, resumes: resumes), server: engine.httpServer,
            configuration: ApplicationConfiguration(
                address: .hostname(self.configuration.host, port: self.configuration.port), backlog: 1_024),
            onServerRunning: { channel in onRunning(channel.localAddress?.port ?? self.configuration.port) },
            logger: self.logger)
        // Stopped in the opposite order: sockets are told and closed while the server still carries their last words.
        return [self.storage, application, SocketService(engine: engine), ModelService(upstream: model)]
    }

    private var socketConfiguration: SocketIOConfiguration {
        var configuration = SocketIOConfiguration()
        configuration.connectionStateRecovery = self.storage.recovery?.settings
        return configuration
    }

    private var engineConfiguration: EngineIOConfiguration {
        var engine = EngineIOConfiguration()
        engine.path = "/socket.io/"
        engine.maxPayload = Self.maxPayload
        engine.cors = EngineIOCORS(origins: self.configuration.cors.origins)
        return engine
    }
}

/// Ends the sockets when the program stops.
private struct SocketService: Service {
    let engine: EngineIOServer

    func run() async throws {
        try? await gracefulShutdown()
        await self.engine.shutdown(gracePeriod: .seconds(5))
    }
}
