import NIOHTTP1

/// Decides from a request's head what is asked for, in the reference server's order: transport, origin, session, method.
struct RequestVerifier: Sendable {
    enum Verdict: Equatable, Sendable {
        /// Not for this server.
        case pass
        case preflight(RequestedHeaders)
        case open(query: [EngineIOHandshake.QueryItem])
        case get(session: String)
        case post(session: String)
        case openWebSocket(query: [EngineIOHandshake.QueryItem])
        case upgrade(session: String)
        case refuse(EngineIOError)
        /// The origin may not even learn why.
        case refuseOrigin
    }

    /// The value of `Access-Control-Request-Headers`.
    struct RequestedHeaders: Equatable, Sendable {
        let value: String?
    }

    /// With the slash at its end.
    private let path: [UInt8]
    private let transports: Set<EngineIOTransport>
    private let allowUpgrades: Bool
    private let cors: EngineIOCORS
    let origins: OriginRules

    init(configuration: EngineIOConfiguration) {
        let path = configuration.path.hasSuffix("/") ? configuration.path : configuration.path + "/"
        self.path = Array(path.utf8)
        self.transports = configuration.transports
        self.allowUpgrades = configuration.allowUpgrades
        self.cors = configuration.cors
        self.origins = OriginRules(configuration.cors.origins)
    }

    func verify(_ head: HTTPRequestHead, _ fields: RequestFields) -> Verdict {
        var uri = head.uri
        let target = uri.withUTF8 { RequestTarget($0, isOurs: { self.isOurs($0) }) }
        guard let target else { return .pass }

        guard self.allowsOrigin(of: fields) else { return .refuseOrigin }
        if head.method == .OPTIONS {
            return .preflight(RequestedHeaders(value: self.requestedHeaders(of: head)))
        }
        guard let parameters = target.parameters else { return .refuse(.badRequest) }
        guard let transport = EngineIOTransport(name: parameters.transport), self.transports.contains(transport) else {
            return .refuse(.unknownTransport)
        }
        let isWebSocket = transport == .websocket
        guard isWebSocket == false || head.isWebSocketUpgrade else { return .refuse(.badRequest) }
        // JSONP went with version 3 of the protocol.
        guard parameters.jsonp == nil else { return .refuse(.badRequest) }

        guard let session = parameters.session else {
            guard head.method == .GET else { return .refuse(.badHandshakeMethod) }
            guard parameters.version == "4", let query = QueryString.parse(Self.query(of: head.uri)) else {
                return .refuse(.unsupportedProtocolVersion)
            }
            return isWebSocket ? .openWebSocket(query: query) : .open(query: query)
        }
        guard SessionID.isPlausible(session) else { return .refuse(.unknownSession) }
        switch (transport, head.method) {
        case (.websocket, _): return self.allowUpgrades ? .upgrade(session: session) : .refuse(.badRequest)
        case (.polling, .GET): return .get(session: session)
        case (.polling, .POST): return .post(session: session)
        case (.polling, _): return .refuse(.badRequest)
        }
    }

    private func isOurs(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
        path.elementsEqual(self.path) || path.elementsEqual(self.path.dropLast())
    }

    private static func query(of uri: String) -> Substring.UTF8View {
        (uri.utf8.firstIndex(of: UInt8(ascii: "?")).map { uri.utf8[$0...] } ?? uri.utf8[uri.utf8.endIndex...]).dropFirst()
    }

    // MARK: Origins

    /// A request with two origins, or with one that no browser would send, is nobody's.
    private func allowsOrigin(of fields: RequestFields) -> Bool {
        guard let origin = fields.origin else { return true }
        guard !fields.hasSeveralOrigins, origin.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return false }
        if self.origins.allow(origin) { return true }
        if self.cors.allowsSameOrigin, let host = fields.host, origin.hasAuthority(host) { return true }
        return self.cors.allowsOrigin?(origin) ?? false
    }

    private func requestedHeaders(of head: HTTPRequestHead) -> String? {
        let names = head.headers["access-control-request-headers"].joined(separator: ", ")
        let isToken: (UInt8) -> Bool = { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ","),
                UInt8(ascii: " "):
                true
            default: false
            }
        }
        return names.isEmpty || names.utf8.count > 1024 || !names.utf8.allSatisfy(isToken) ? nil : names
    }
}

extension String {
    /// Whether this origin is `http` or `https` and of that host and port.
    fileprivate func hasAuthority(_ host: String) -> Bool {
        let origin = self.utf8
        for scheme in ["http://", "https://"] where origin.starts(with: scheme.utf8) {
            return origin.dropFirst(scheme.utf8.count).elementsEqual(host.lowercased().utf8)
        }
        return false
    }
}

extension EngineIOTransport {
    fileprivate init?(name: String?) {
        guard let name, let transport = Self.allCases.first(where: { $0.rawValue.utf8.elementsEqual(name.utf8) }) else {
            return nil
        }
        self = transport
    }
}

extension [EngineIOHandshake.QueryItem] {
    func first(_ name: String) -> String? { self.first { $0.name.utf8.elementsEqual(name.utf8) }?.value }
}

extension HTTPRequestHead {
    /// Whether NIO's decoder takes this request for the last of HTTP on its connection.
    var asksForUpgrade: Bool {
        self.method == .CONNECT
            || (self.headers.contains(name: "upgrade") && self.headers.hasToken("upgrade", in: "connection"))
    }

    /// Whether it is a WebSocket's opening handshake (RFC 6455 section 4.2.1).
    var isWebSocketUpgrade: Bool {
        let keys = self.headers["sec-websocket-key"]
        return self.method == .GET && self.version == .http1_1 && self.headers["sec-websocket-version"] == ["13"]
            && self.headers.hasToken("upgrade", in: "connection") && self.headers.hasToken("websocket", in: "upgrade")
            && keys.count == 1 && keys.allSatisfy { $0.utf8.count == 24 }
    }
}

extension HTTPHeaders {
    fileprivate func hasToken(_ token: String, in name: String) -> Bool {
        self[canonicalForm: name].contains { $0.lowercased() == token }
    }
}
