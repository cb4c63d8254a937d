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

    private struct Behaviour {
        var middlewares: [Middleware] = []
        var connectionHandlers: [ConnectionHandler] = []
    }

    /// With its leading slash; `/` is the default namespace.
    public let name: String
    let adapter: any Adapter
    let logger: Logger
    private let maxAttachments: Int
    private let behaviour = NIOLockedValueBox(Behaviour())

    init(name: String, configuration: SocketIOConfiguration, logger: Logger) {
        self.name = name
        self.adapter = InMemoryAdapter(maxRoomsPerSocket: configuration.maxRoomsPerSocket)
        self.logger = logger
        self.maxAttachments = configuration.maxAttachments
    }

    // MARK: Admission

    /// Adds a check of new connections. They run one after another, in the order they were added; events that the client
    /// sends before the last one has returned break the protocol, as it has not been told that it is connected.
    public func use(_ middleware: @escaping Middleware) {
        self.behaviour.withLockedValue { $0.middlewares.append(middleware) }
    }

    /// Adds a handler of new connections. It runs on the session's event loop before any event of the client is read, so
    /// that handlers added in it miss nothing; it must not block.
    public func onConnection(_ handler: @escaping ConnectionHandler) {
        self.behaviour.withLockedValue { $0.connectionHandlers.append(handler) }
    }

    var middlewares: [Middleware] { self.behaviour.withLockedValue { $0.middlewares } }
    var connectionHandlers: [ConnectionHandler] { self.behaviour.withLockedValue { $0.connectionHandlers } }

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

    /// Sends an event to every socket of the namespace.
    public func emit(_ event: String, _ arguments: JSONValue..., attachments: [ByteBuffer] = []) {
        self.everyone.emit(event, arguments: arguments, attachments: attachments)
    }

    public func emit(_ event: String, arguments: [JSONValue], attachments: [ByteBuffer] = []) {
        self.everyone.emit(event, arguments: arguments, attachments: attachments)
    }

    /// The connected sockets at this moment, in no particular order.
    public var sockets: [Socket] { self.everyone.sockets }

    /// ``Socket/disconnect(close:)`` for every socket.
    public func disconnectSockets(close: Bool = false) { self.everyone.disconnectSockets(close: close) }

    // MARK: Encoding

    /// `nil`, and logged, for an event that no client would accept.
    func encode(event: String, _ arguments: [JSONValue], attachments: [ByteBuffer], id: Int? = nil) -> EncodedPacket? {
        guard !ReservedEvent.contains(event) else {
            self.logger.error("Event not sent: its name is reserved", metadata: ["event": "\(event)"])
            return nil
        }
        guard self.canSend(arguments, attachments) else { return nil }
        return PacketEncoder.event(event, arguments, attachments: attachments, namespace: self.name, id: id)
    }

    func encode(acknowledgement arguments: [JSONValue], attachments: [ByteBuffer], id: Int) -> EncodedPacket? {
        guard self.canSend(arguments, attachments) else { return nil }
        return PacketEncoder.acknowledgement(arguments, attachments: attachments, namespace: self.name, id: id)
    }

    private func canSend(_ arguments: [JSONValue], _ attachments: [ByteBuffer]) -> Bool {
        guard attachments.count <= self.maxAttachments, Attachments.areValid(in: arguments, count: attachments.count) else {
            self.logger.error("Packet not sent: too many attachments, or a placeholder without one")
            return false
        }
        return true
    }
}
