#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif
public import NIOCore
public import NIOHTTP1

/// The request that opened a session, kept as long as the session lives.
public struct EngineIOHandshake: Sendable {
    /// A parameter of the query string, percent-decoded.
    public struct QueryItem: Sendable, Hashable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public var headers: HTTPHeaders
    /// In the order of the request; a name may occur more than once.
    public var query: [QueryItem]
    /// The other end of the TCP connection, which may be a proxy.
    public var remoteAddress: SocketAddress?
    /// Whether the client used TLS, as ``EngineIOConfiguration/isSecure`` says.
    public var isSecure: Bool
    public var time: Date
    /// Who the client is, as ``EngineIOConfiguration/allowRequest`` has found out: a value of the application's own type.
    public var user: (any Sendable)?

    public init(
        headers: HTTPHeaders, query: [QueryItem], remoteAddress: SocketAddress?, isSecure: Bool, time: Date = Date()
    ) {
        self.headers = headers
        self.query = query
        self.remoteAddress = remoteAddress
        self.isSecure = isSecure
        self.time = time
    }

    /// The first value of a query parameter. Names are compared byte by byte.
    public func query(_ name: String) -> String? {
        self.query.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }
}
