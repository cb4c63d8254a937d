public import HummingbirdCore
public import Logging
public import NIOCore

/// Engine.IO sessions beside the routes of a Hummingbird application, on one port.
///
/// ```swift
/// let engine = EngineIOServer(configuration: configuration, listener: listener, logger: logger)
/// let app = Application(router: router, server: engine.httpServer)
/// ```
public final class EngineIOServer: Sendable {
    public let configuration: EngineIOConfiguration
    let listener: any EngineIOListener
    let registry: SessionRegistry
    let verifier: RequestVerifier
    private let logger: Logger
    private let generateID: @Sendable () -> String

    /// - Parameter generateID: makes session ids: letters, digits, `-`, `_` and `.`, never one twice and none that can be
    ///   guessed; ``EngineIOConfiguration/nodeTag`` comes in front, and both together have 64 characters at most. A
    ///   handshake that gets no such id is answered 503. By default 20 characters (120 bits) from a cryptographically
    ///   secure source.
    public init(
        configuration: EngineIOConfiguration = EngineIOConfiguration(), listener: any EngineIOListener, logger: Logger,
        generateID: (@Sendable () -> String)? = nil
    ) {
        precondition(configuration.pingInterval > .zero && configuration.pingTimeout > .zero, "a heartbeat takes time")
        precondition((1...Int(UInt32.max)).contains(configuration.maxPayload), "maxPayload out of range")
        precondition(configuration.nodeTag.map(SessionID.isTag) ?? true, "nodeTag: 1 to 32 letters, digits, - and _")
        precondition(configuration.cookie?.isValid ?? true, "the cookie cannot stand in a header")
        self.configuration = configuration
        self.listener = listener
        self.registry = SessionRegistry(configuration: configuration)
        self.verifier = RequestVerifier(configuration: configuration)
        self.logger = logger
        for origin in self.verifier.origins.unusable {
            logger.warning("No page can have this origin", metadata: ["origin": "\(origin)"])
        }
        self.generateID = generateID ?? SessionID.random
    }

    /// The server of a Hummingbird `Application`. Use it for one application.
    public var httpServer: HTTPServerBuilder { HTTPServerBuilder { self.makeHTTPChannel(responder: $0) } }

    /// What ``httpServer`` sets up for each connection.
    public func makeHTTPChannel(responder: @escaping HTTPChannelHandler.Responder) -> EngineIOHTTPChannel {
        EngineIOHTTPChannel(server: self, responder: responder)
    }

    /// The sessions that are open, or were closed by the server and wait for a GET to fetch that.
    public var sessionCount: Int { self.registry.count }

    /// Refuses new sessions, and closes those there are as ``EngineIOCloseReason/serverShuttingDown``.
    ///
    /// - Parameter gracePeriod: how long polling clients are given to fetch the close packet; WebSockets are told at once.
    public func shutdown(gracePeriod: Duration = .seconds(5)) async {
        let sessions = self.registry.close()
        self.logger.debug("Closing Engine.IO sessions", metadata: ["sessions": "\(sessions.count)"])
        for session in sessions { session.close(reason: .serverShuttingDown) }
        await self.registry.waitUntilEmpty(atMost: gracePeriod)
    }

    /// - Returns: `nil` if the application's generator gives what is no id, or one that is in use.
    func makeSessionID() -> String? {
        let tag = self.configuration.nodeTag.map { $0 + "." } ?? ""
        for _ in 0..<3 {
            let id = tag + self.generateID()
            if SessionID.isPlausible(id), self.registry[id] == nil { return id }
        }
        self.logger.error("The session id generator gives no new, valid ids")
        return nil
    }
}
