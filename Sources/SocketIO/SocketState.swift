import JSON

/// What a socket keeps under its lock: handlers and waiting callbacks. They can hold the socket itself, so all are given up
/// when it disconnects.
struct SocketState: Sendable {
    typealias EventHandler = @Sendable (SocketEvent) -> Void
    typealias RefusedEventHandler = @Sendable (RefusedSocketEvent) -> Void
    typealias InvalidArgumentsHandler = @Sendable (any Error, SocketEvent) -> Void
    typealias EventMiddleware = @Sendable (SocketEvent) throws -> Void
    typealias OutgoingHandler = @Sendable (OutgoingEvent) -> Void
    typealias DisconnectHandler = @Sendable (DisconnectReason) -> Void
    typealias AcknowledgementHandler = @Sendable (Result<SocketAcknowledgement, AcknowledgementError>) -> Void

    enum Phase {
        /// Middleware decides; nothing is sent. To `connected` or `disconnected`.
        case connecting
        /// To `disconnecting`.
        case connected
        /// Nothing is sent any more; the socket is still in its rooms. To `disconnected`.
        case disconnecting
        case disconnected
    }

    private(set) var phase = Phase.connecting
    private let maxPendingAcknowledgements: Int
    private var eventHandlers = EventHandlers()
    private var anyHandlers: [EventHandler] = []
    private(set) var refusedEventHandlers: [RefusedEventHandler] = []
    private(set) var invalidArgumentsHandlers: [InvalidArgumentsHandler] = []
    private(set) var middlewares: [EventMiddleware] = []
    private(set) var outgoingHandlers: [OutgoingHandler] = []
    private var disconnectingHandlers: [DisconnectHandler] = []
    private var disconnectHandlers: [DisconnectHandler] = []
    private var waiters: PendingAcknowledgements<AcknowledgementHandler>

    init(maxPendingAcknowledgements: Int) {
        self.maxPendingAcknowledgements = maxPendingAcknowledgements
        self.waiters = PendingAcknowledgements(limit: maxPendingAcknowledgements)
    }

    // MARK: Handlers

    mutating func add(_ handler: @escaping EventHandler, for event: String?) {
        guard self.phase != .disconnected else { return }
        if let event {
            self.eventHandlers.add(handler, for: event)
        } else {
            self.anyHandlers.append(handler)
        }
    }

    mutating func addRefusedEvent(_ handler: @escaping RefusedEventHandler) {
        if self.phase != .disconnected { self.refusedEventHandlers.append(handler) }
    }

    mutating func addInvalidArguments(_ handler: @escaping InvalidArgumentsHandler) {
        if self.phase != .disconnected { self.invalidArgumentsHandlers.append(handler) }
    }

    mutating func addMiddleware(_ middleware: @escaping EventMiddleware) {
        if self.phase != .disconnected { self.middlewares.append(middleware) }
    }

    mutating func addOutgoing(_ handler: @escaping OutgoingHandler) {
        if self.phase != .disconnected { self.outgoingHandlers.append(handler) }
    }

    mutating func addDisconnecting(_ handler: @escaping DisconnectHandler) {
        if self.phase != .disconnected { self.disconnectingHandlers.append(handler) }
    }

    mutating func addDisconnect(_ handler: @escaping DisconnectHandler) {
        if self.phase != .disconnected { self.disconnectHandlers.append(handler) }
    }

    func handlers(for event: String) -> [EventHandler] {
        let handlers = self.eventHandlers[event]
        return self.anyHandlers.isEmpty ? handlers : self.anyHandlers + handlers
    }

    // MARK: Acknowledgements

    mutating func await(_ handler: @escaping AcknowledgementHandler) -> Result<Int, AcknowledgementError> {
        guard self.phase == .connected else { return .failure(.disconnected) }
        guard let id = self.waiters.add(handler) else {
            return .failure(.tooManyPending(limit: self.maxPendingAcknowledgements))
        }
        return .success(id)
    }

    mutating func removeWaiter(_ id: Int) -> AcknowledgementHandler? { self.waiters.remove(id) }

    // MARK: Life

    /// - Returns: false if the socket is disconnected already: telling the client that it is connected can find the session
    ///   at its end.
    mutating func connected() -> Bool {
        guard self.phase == .connecting else { return false }
        self.phase = .connected
        return true
    }

    /// - Returns: who is to be told; nobody when the socket was never connected.
    mutating func disconnecting() -> [DisconnectHandler] {
        guard self.phase == .connected else { return [] }
        self.phase = .disconnecting
        return self.disconnectingHandlers
    }

    mutating func disconnected() -> ([DisconnectHandler], [AcknowledgementHandler]) {
        let handlers = self.phase == .disconnecting ? self.disconnectHandlers : []
        let waiters = self.waiters.removeAll()
        self = SocketState(maxPendingAcknowledgements: self.maxPendingAcknowledgements)
        self.phase = .disconnected
        return (handlers, waiters)
    }
}

/// Handlers by event. A socket has a few, which are found faster from the front than by hashing; many get a table.
private struct EventHandlers: Sendable {
    private static let linearSearchLimit = 16

    private var names: [String] = []
    private var handlers: [[SocketState.EventHandler]] = []
    private var places: [ByteKey: Int]?

    subscript(event: String) -> [SocketState.EventHandler] { self.place(of: event).map { self.handlers[$0] } ?? [] }

    mutating func add(_ handler: @escaping SocketState.EventHandler, for event: String) {
        if let place = self.place(of: event) { return self.handlers[place].append(handler) }
        self.names.append(event)
        self.handlers.append([handler])
        if self.places != nil {
            self.places?[ByteKey(event)] = self.names.count - 1
        } else if self.names.count > Self.linearSearchLimit {
            self.places = Dictionary(uniqueKeysWithValues: self.names.enumerated().map { (ByteKey($1), $0) })
        }
    }

    private func place(of event: String) -> Int? {
        if let places = self.places { return places[ByteKey(event)] }
        return self.names.firstIndex { $0.hasSameBytes(as: event) }
    }
}
