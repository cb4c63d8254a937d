public import JSON
import Logging
public import NIOCore
import NIOConcurrencyHelpers

/// A part of a server with its own sockets, rooms and admission, such as `/admin`. A client connects to each one separately,
/// all over the same session.
///
/// Set up middleware and handlers before the server starts; what is added later holds for later connections.
public final class Namespace: Sendable {
    /// Decides about a connection: throws to refuse it, a ``ConnectError`` to say why. Whatever else it throws is logged, and
    /// the client is told `Internal server error`. It may keep what it found out in ``Socket/data``.
    public typealias Middleware = @Sendable (Socket) async throws -> Void
    public typealias ConnectionHandler = @Sendable (Socket) -> Void
    /// Gets what another server emitted, and gives the answer for one that waits for it.
    public typealias ServerEventHandler = @Sendable ([JSONValue]) async -> [JSONValue]

    /// With its leading slash; `/` is the default namespace.
    public let name: String
    /// The one that this namespace came into being by, if a client asked for it.
    public let parent: ParentNamespace?
    // Set once, at the end of `init`, before any other thread can know the namespace.
    nonisolated(unsafe) private var madeAdapter: (any Adapter)?
    let configuration: SocketIOConfiguration
    let recovery: NamespaceRecovery?
    let logger: Logger
    private let behaviour = NamespaceBehaviour()
    private let serverEvents = NIOLockedValueBox<[ByteKey: ServerEventHandler]>([:])

    init(
        name: String, parent: ParentNamespace? = nil, configuration: SocketIOConfiguration, recovery: NamespaceRecovery?,
        logger: Logger
    ) {
        (self.name, self.parent, self.configuration, self.recovery) = (name, parent, configuration, recovery)
        self.logger = logger
        self.madeAdapter = configuration.makeAdapter(self)
    }

    /// While it is being made there are no sockets, and an adapter that asks for itself finds none.
    var adapter: any Adapter { self.madeAdapter ?? InMemoryAdapter(namespace: self) }

    // MARK: Admission

    /// Adds a check of new connections. They run one after another, in the order they were added; events that the client
    /// sends before the last one has returned break the protocol, as it has not been told that it is connected.
    public func use(_ middleware: @escaping Middleware) { self.behaviour.add(middleware) }

    /// Adds a handler of new connections. It runs on the session's event loop before any event of the client is read, so
    /// that handlers added in it miss nothing; it must not block.
    public func onConnection(_ handler: @escaping ConnectionHandler) { self.behaviour.add(handler) }

    var middlewares: [Middleware] { (self.parent?.behaviour.middlewares ?? []) + self.behaviour.middlewares }
    var connectionHandlers: [ConnectionHandler] {
        (self.parent?.behaviour.connectionHandlers ?? []) + self.behaviour.connectionHandlers
    }

    // MARK: Broadcast

    private var everyone: BroadcastOperator { BroadcastOperator(self) }

    /// The sockets in any of these rooms.
    public func to(_ rooms: String...) -> BroadcastOperator { self.everyone.adding(rooms) }

    /// The same as ``to(_:)``.
    public func `in`(_ rooms: String...) -> BroadcastOperator { self.everyone.adding(rooms) }

    /// All sockets but those in any of these rooms.
    public func except(_ rooms: String...) -> BroadcastOperator { self.everyone.removing(rooms) }

    /// The sockets of this process.
    public var local: BroadcastOperator { self.everyone.local }

    /// As ``BroadcastOperator/volatile``.
    public var volatile: BroadcastOperator { self.everyone.volatile }

    /// Sends an event to every socket of the namespace.
    public func emit(_ event: String, _ arguments: JSONValue..., attachments: [ByteBuffer] = []) {
        self.everyone.emit(event, arguments: arguments, attachments: attachments)
    }

    public func emit(_ event: String, arguments: [JSONValue], attachments: [ByteBuffer] = []) {
        self.everyone.emit(event, arguments: arguments, attachments: attachments)
    }

    /// As ``BroadcastOperator/emitWithAck(_:_:attachments:timeout:)``, to every socket.
    public func emitWithAck(
        _ event: String, _ arguments: JSONValue..., attachments: [ByteBuffer] = [], timeout: TimeAmount
    ) async -> BroadcastAcknowledgements {
        await self.everyone.emitWithAck(event, arguments: arguments, attachments: attachments, timeout: timeout)
    }

    /// The connected sockets of this process at this moment, in no particular order.
    public var sockets: [Socket] { self.everyone.sockets }

    /// The connected sockets at this moment, of this and other servers.
    public func fetchSockets() async throws -> [RemoteSocket] { try await self.everyone.fetchSockets() }

    /// ``Socket/join(_:)-(String...)`` for every socket.
    public func socketsJoin(_ rooms: String...) { self.adapter.join(rooms, socketsIn: BroadcastTarget()) }

    /// ``Socket/leave(_:)`` for every socket.
    public func socketsLeave(_ rooms: String...) { self.adapter.leave(rooms, socketsIn: BroadcastTarget()) }

    /// ``Socket/disconnect(close:)`` for every socket.
    public func disconnectSockets(close: Bool = false) { self.everyone.disconnectSockets(close: close) }

    // MARK: Other servers

    /// Sends an event to the handlers of the other servers, where the ``Adapter`` knows of any.
    public func serverSideEmit(_ event: String, _ arguments: JSONValue...) { self.adapter.serverSideEmit(event, arguments) }

    /// Sends an event to the other servers and waits for their answers: none, where there is no other server.
    public func serverSideEmitWithAck(
        _ event: String, _ arguments: JSONValue..., timeout: TimeAmount
    ) async throws -> [[JSONValue]] {
        try await self.adapter.serverSideEmitWithAck(event, arguments, timeout: timeout)
    }

    /// Sets the handler of an event that another server emits to this one.
    public func onServerEvent(_ event: String, _ handler: @escaping ServerEventHandler) {
        self.serverEvents.withLockedValue { $0[ByteKey(event)] = handler }
    }

    /// For an adapter: passes on what another server emitted.
    /// - Returns: the answer; `nil` if there is no handler.
    public func receivedServerEvent(_ event: String, _ arguments: [JSONValue]) async -> [JSONValue]? {
        await self.serverEvents.withLockedValue { $0[ByteKey(event)] }?(arguments)
    }
}
