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
    let logger: Logger
    /// A new socket's id.
    let makeID: @Sendable () -> String
    private let namespaces = NIOLockedValueBox<[ByteKey: Namespace]>([:])
    private let connections = NIOLockedValueBox<[ObjectIdentifier: ClientConnection]>([:])

    public convenience init(configuration: SocketIOConfiguration = SocketIOConfiguration(), logger: Logger) {
        self.init(configuration: configuration, logger: logger, makeID: { RandomID.make() })
    }

    init(configuration: SocketIOConfiguration, logger: Logger, makeID: @escaping @Sendable () -> String) {
        (self.configuration, self.logger, self.makeID) = (configuration, logger, makeID)
        _ = self.of("/")
    }

    /// The namespace of this name, which exists from the first call on; a client that asks for any other is refused. Only `/`,
    /// to which clients connect unless told otherwise, is always there. A leading slash that is missing is added.
    public func of(_ name: String) -> Namespace {
        let name = name.utf8.first == UInt8(ascii: "/") ? name : "/" + name
        return self.namespaces.withLockedValue { namespaces in
            if let namespace = namespaces[ByteKey(name)] { return namespace }
            let namespace = Namespace(name: name, configuration: self.configuration, logger: self.logger)
            namespaces[ByteKey(name)] = namespace
            return namespace
        }
    }

    func namespace(_ name: String) -> Namespace? { self.namespaces.withLockedValue { $0[ByteKey(name)] } }

    // MARK: EngineIOListener

    public func opened(_ session: EngineIOSession) { self.opened(session as any MessageSession) }

    public func received(text: ByteBuffer, on session: EngineIOSession) {
        self.received(text: text, on: session as any MessageSession)
    }

    public func received(binary: ByteBuffer, on session: EngineIOSession) {
        self.received(binary: binary, on: session as any MessageSession)
    }

    public func closed(_ session: EngineIOSession, reason: EngineIOCloseReason) {
        self.closed(session as any MessageSession, reason: reason)
    }

    // MARK: Any session

    func opened(_ session: any MessageSession) {
        let connection = ClientConnection(session: session, server: self)
        self.connections.withLockedValue { $0[ObjectIdentifier(session)] = connection }
    }

    func received(text: ByteBuffer, on session: any MessageSession) { self.connection(session)?.received(text: text) }

    func received(binary: ByteBuffer, on session: any MessageSession) { self.connection(session)?.received(binary: binary) }

    func closed(_ session: any MessageSession, reason: EngineIOCloseReason) {
        let connection = self.connections.withLockedValue { $0.removeValue(forKey: ObjectIdentifier(session)) }
        connection?.closed(reason: reason)
    }

    private func connection(_ session: any MessageSession) -> ClientConnection? {
        self.connections.withLockedValue { $0[ObjectIdentifier(session)] }
    }
}

enum RandomID {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// 20 characters of base64url: 120 bits, so that ids can neither collide nor be guessed.
    static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return String(unsafeUninitializedCapacity: 20) { buffer in
            for index in 0..<20 {
                let letter = Self.alphabet[Int(generator.next(upperBound: UInt64(64)))]
                buffer.initializeElement(at: index, to: letter)
            }
            return 20
        }
    }
}
