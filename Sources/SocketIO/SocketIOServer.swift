public import EngineIO
import JSON
public import Logging
public import NIOCore
import NIOConcurrencyHelpers

/// A Socket.IO server (protocol 5): the listener of an Engine.IO server, which carries its messages.
///
/// ```swift
/// let io = SocketIOServer(logger: logger)
/// io.of("/").onConnection { socket in
///     socket.on("greet") { event in event.acknowledge("hello") }
/// }
/// ```
public final class SocketIOServer: EngineIOListener {
    public let configuration: SocketIOConfiguration
    let packetLimits: PacketLimits
    let logger: Logger
    private let randomness: Randomness
    /// Orders what all namespaces send, as one session's packets may be of several. `nil` without recovery.
    private let delivery: OrderedDelivery?
    private let namespaces: NIOLockedValueBox<NamespaceRegistry>

    /// Where ids come from.
    struct Randomness: Sendable {
        /// 120 bits.
        var makeID: @Sendable () -> String = { RandomID.make(length: 20) }
        /// 144 bits.
        var makeRecoveryID: @Sendable () -> String = { RandomID.make(length: 24) }
    }

    public convenience init(configuration: SocketIOConfiguration = SocketIOConfiguration(), logger: Logger) {
        self.init(configuration: configuration, logger: logger, randomness: Randomness())
    }

    init(configuration: SocketIOConfiguration, logger: Logger, randomness: Randomness) {
        (self.configuration, self.logger, self.randomness) = (configuration, logger, randomness)
        self.packetLimits = configuration.packetLimits
        self.delivery = configuration.connectionStateRecovery.map { _ in OrderedDelivery() }
        self.namespaces = NIOLockedValueBox(NamespaceRegistry(maxDynamic: configuration.maxDynamicNamespaces))
        _ = self.of("/")
    }

    func makeID() -> String { self.randomness.makeID() }
    func makeRecoveryID() -> String { self.randomness.makeRecoveryID() }

    // MARK: Namespaces

    /// The namespace of this name, which exists from the first call on; a client that asks for any other is refused. Only `/`,
    /// to which clients connect unless told otherwise, is always there. A leading slash that is missing is added.
    public func of(_ name: String) -> Namespace {
        let name = Self.withSlash(name)
        if let namespace = self.namespaces.withLockedValue({ $0.named(name) }) { return namespace }
        let namespace = self.makeNamespace(name, parent: nil)
        return self.namespaces.withLockedValue { $0.insert(namespace) }
    }

    /// Lets clients make namespaces: one comes into being with the first client that asks for it, and goes with the last.
    /// Those of ``of(_:)`` come first, and then these in the order in which they were added.
    /// - Parameter matches: whether a client that says `auth` may enter `name`, asked for each client. It runs on the
    ///   session's event loop and must not block; who has to wait for an answer uses a middleware. For a regular expression:
    ///   `of { name, _ in name.wholeMatch(of: /\/order-\d+/) != nil }`.
    public func of(where matches: @escaping ParentNamespace.Match) -> ParentNamespace {
        let parent = ParentNamespace(server: self, matches: matches)
        self.namespaces.withLockedValue { $0.insert(parent) }
        return parent
    }

    /// As ``of(where:)``, for the names of a form such as `/order-*`, in which a star stands for any characters but a slash, or
    /// none. A leading slash that is missing is added.
    public func of(pattern: String) -> ParentNamespace {
        let pattern = Self.withSlash(pattern)
        return self.of { name, _ in NamespacePattern.matches(name, pattern) }
    }

    private static func withSlash(_ name: String) -> String {
        name.utf8.first == UInt8(ascii: "/") ? name : "/" + name
    }

    private func makeNamespace(_ name: String, parent: ParentNamespace?) -> Namespace {
        var recovery: NamespaceRecovery?
        if let delivery = self.delivery, let settings = self.configuration.connectionStateRecovery {
            let store = settings.makeStore?(name) ?? InMemoryRecoveryStore(limits: settings)
            recovery = NamespaceRecovery(settings, delivery: delivery, store: store)
        }
        return Namespace(
            name: name, parent: parent, configuration: self.configuration, recovery: recovery, logger: self.logger)
    }

    func children(of parent: ParentNamespace) -> [Namespace] { self.namespaces.withLockedValue { $0.children(of: parent) } }

    /// A client asks for a namespace, which then stays until ``leave(_:)``.
    func enter(_ name: String, auth: JSONObject) throws(ConnectError) -> Namespace {
        if let namespace = self.namespaces.withLockedValue({ $0.enterNamed(name) }) { return namespace }
        guard let parent = self.namespaces.withLockedValue({ $0.parents }).first(where: { $0.matches(name, auth) }) else {
            throw ConnectError("Invalid namespace")
        }
        let made = self.makeNamespace(name, parent: parent)
        guard let namespace = self.namespaces.withLockedValue({ $0.enterDynamic(name, make: made) }) else {
            throw ConnectError("Too many namespaces")
        }
        return namespace
    }

    /// As ``Namespace/inOrder(_:)``, for all namespaces.
    func inOrder(_ action: @escaping @Sendable () -> Void) {
        if let delivery = self.delivery { delivery.perform { action } } else { action() }
    }

    func leave(_ namespace: Namespace) { self.namespaces.withLockedValue { $0.leave(namespace) } }

    // MARK: EngineIOListener

    public func opened(_ session: EngineIOSession) { self.opened(session as any MessageSession) }

    public func received(text: ByteBuffer, on session: EngineIOSession) {
        self.connection(of: session)?.received(text: text)
    }

    public func received(binary: ByteBuffer, on session: EngineIOSession) {
        self.connection(of: session)?.received(binary: binary)
    }

    public func closed(_ session: EngineIOSession, reason: EngineIOCloseReason) {
        self.closed(session as any MessageSession, reason: reason)
    }

    // MARK: Any session

    func opened(_ session: any MessageSession) { session.companion = ClientConnection(session: session, server: self) }

    func closed(_ session: any MessageSession, reason: EngineIOCloseReason) {
        let connection = self.connection(of: session)
        session.companion = nil
        connection?.closed(reason: reason)
    }

    /// The session keeps it: finding it must cost nothing, as every message asks for it.
    func connection(of session: some MessageSession) -> ClientConnection? { session.companion as? ClientConnection }
}

enum RandomID {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Characters of base64url, six bits each, so that ids can neither collide nor be guessed.
    static func make(length: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        return String(unsafeUninitializedCapacity: length) { buffer in
            var bits: UInt64 = 0
            for index in 0..<length {
                // Ten letters of each word: one call of the system's generator costs more than all the rest.
                if index % 10 == 0 { bits = generator.next() }
                buffer.initializeElement(at: index, to: Self.alphabet[Int(bits & 63)])
                bits >>= 6
            }
            return length
        }
    }
}
