public import JSON
import NIOConcurrencyHelpers
public import NIOCore

/// Namespaces that come into being when a client asks for them, and go with their last client: see
/// ``SocketIOServer/of(where:)``. Middleware and handlers that are added here hold for all of them.
public final class ParentNamespace: Sendable {
    /// Whether a client that says this may enter a namespace of this name.
    public typealias Match = @Sendable (_ name: String, _ auth: JSONObject) -> Bool

    let matches: Match
    let behaviour = NamespaceBehaviour()
    private weak let server: SocketIOServer?

    init(server: SocketIOServer, matches: @escaping Match) { (self.server, self.matches) = (server, matches) }

    /// As ``Namespace/use(_:)``.
    public func use(_ middleware: @escaping Namespace.Middleware) { self.behaviour.add(middleware) }

    /// As ``Namespace/onConnection(_:)``.
    public func onConnection(_ handler: @escaping Namespace.ConnectionHandler) { self.behaviour.add(handler) }

    /// Those that exist at this moment.
    public var namespaces: [Namespace] { self.server?.children(of: self) ?? [] }

    /// Sends an event to every socket of every namespace.
    public func emit(_ event: String, _ arguments: JSONValue..., attachments: [ByteBuffer] = []) {
        for namespace in self.namespaces { namespace.emit(event, arguments: arguments, attachments: attachments) }
    }
}

/// What happens to who connects.
final class NamespaceBehaviour: Sendable {
    private struct State {
        var middlewares: [Namespace.Middleware] = []
        var connectionHandlers: [Namespace.ConnectionHandler] = []
    }

    private let state = NIOLockedValueBox(State())

    func add(_ middleware: @escaping Namespace.Middleware) {
        self.state.withLockedValue { $0.middlewares.append(middleware) }
    }

    func add(_ handler: @escaping Namespace.ConnectionHandler) {
        self.state.withLockedValue { $0.connectionHandlers.append(handler) }
    }

    var middlewares: [Namespace.Middleware] { self.state.withLockedValue { $0.middlewares } }
    var connectionHandlers: [Namespace.ConnectionHandler] { self.state.withLockedValue { $0.connectionHandlers } }
}

/// Names with stars.
enum NamespacePattern {
    /// Whether `name` has the form of `pattern`, in which a star stands for any bytes but a slash, or none. Time grows with the
    /// product of the lengths at most.
    static func matches(_ name: String, _ pattern: String) -> Bool {
        let (name, pattern) = (Array(name.utf8), Array(pattern.utf8))
        var (place, next) = (0, 0)
        /// Where to go on when what follows the last star turns out to stand further on.
        var retry: (place: Int, next: Int)?
        while place < name.count {
            if next < pattern.count, pattern[next] == UInt8(ascii: "*") {
                next += 1
                retry = (place, next)
            } else if next < pattern.count, pattern[next] == name[place] {
                place += 1
                next += 1
            } else if let last = retry, name[last.place] != UInt8(ascii: "/") {
                retry = (last.place + 1, last.next)
                (place, next) = (last.place + 1, last.next)
            } else {
                return false
            }
        }
        return pattern[next...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
