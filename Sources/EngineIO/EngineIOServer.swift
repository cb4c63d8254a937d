public import HummingbirdCore
public import Logging
import NIOConcurrencyHelpers
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
    let logger: Logger
    private let generateID: @Sendable () -> String
    private let timers = NIOLockedValueBox<[ObjectIdentifier: NIOLoopBound<TimerWheel>]>([:])

    /// A configuration that can never work (no heartbeat time, a node tag or cookie with characters that it may not have) is a
    /// programming error, and traps.
    ///
    /// - Parameters:
    ///   - configuration: read once; later changes have no effect.
    ///   - listener: learns of sessions and their messages.
    ///   - logger: gets what an operator should know, at `debug` what clients do wrong.
    ///   - generateID: makes session ids: letters, digits, `-`, `_` and `.`, never one twice and none that can be guessed;
    ///     ``EngineIOConfiguration/nodeTag`` comes in front, and both together have 64 characters at most. A handshake that
    ///     gets no such id is answered 503. By default 20 characters (120 bits) from a cryptographically secure source.
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
    public var httpServer: HTTPServerBuilder {
        HTTPServerBuilder { EngineIOHTTPChannel(server: self, responder: $0, isOutermost: true) }
    }

    /// What ``httpServer`` sets up for each connection, to be built into a `ServerChildChannel` of the application's own.
    /// Connections cost a little more this way: each is handed to a task first.
    public func makeHTTPChannel(responder: @escaping HTTPChannelHandler.Responder) -> EngineIOHTTPChannel {
        EngineIOHTTPChannel(server: self, responder: responder, isOutermost: false)
    }

    /// The sessions that are open, or were closed by the server and wait for a GET to fetch that.
    public var sessionCount: Int { self.registry.count }

    /// Refuses new sessions with 503, and closes those there are as ``EngineIOCloseReason/serverShuttingDown``.
    ///
    /// Sessions are told in batches (``EngineIOConfiguration/shutdownBatchSize``), all within half the grace period. A
    /// WebSocket gets everything that was sent before, then a close frame with code 1001, and two seconds to
    /// answer it; a polling client gets the close packet by the GET that waits, or by its next one. It returns when all are
    /// gone: usually as soon as the last batch is told.
    ///
    /// - Parameter gracePeriod: the hard limit, after which whoever is left is cut off. The default is enough for
    ///   clients that are there; those that have silently gone take it whole.
    public func shutdown(gracePeriod: Duration = .seconds(5)) async {
        let end = ContinuousClock.now + gracePeriod
        var rest = self.registry.close(until: .now() + TimeAmount(gracePeriod))[...]
        self.logger.debug("Closing Engine.IO sessions", metadata: ["sessions": "\(rest.count)"])
        let plan = DrainPlan(sessions: rest.count, configuration: self.configuration, gracePeriod: gracePeriod)
        while true {
            for session in rest.prefix(plan.batchSize) { session.close(reason: .serverShuttingDown) }
            rest = rest.dropFirst(plan.batchSize)
            guard !rest.isEmpty, !Task.isCancelled else { break }
            try? await Task.sleep(for: plan.pause(fraction: .random(in: 0...1)))
        }
        for session in rest { session.close(reason: .serverShuttingDown) }
        await self.registry.waitUntilEmpty(atMost: end - .now)
        for session in self.registry.all { session.onEventLoop { $0.cut() } }
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

    func connectionClosed(_ id: ConnectionID, router: RouterConnections?) {
        self.registry.connectionClosed()
        router?.closed(id)
    }

    /// The timers of an event loop's connections. Call it there.
    func timers(on eventLoop: any EventLoop) -> TimerWheel {
        let id = ObjectIdentifier(eventLoop)
        if let timers = self.timers.withLockedValue({ $0[id] }) { return timers.value }
        // Only this event loop can ask for it. The wheel keeps the loop, so that no other gets its identity.
        let timers = TimerWheel(eventLoop: eventLoop)
        self.timers.withLockedValue { $0[id] = NIOLoopBound(timers, eventLoop: eventLoop) }
        return timers
    }
}
