/// A cookie with the session id, for proxies that keep a client on one node by cookie. The server itself never reads it.
public struct EngineIOCookie: Sendable, Hashable {
    public enum SameSite: String, Sendable, Hashable {
        case strict = "Strict"
        case lax = "Lax"
        /// Browsers take it only together with ``EngineIOCookie/isSecure``.
        case none = "None"
    }

    public var name = "io"
    public var path: String? = "/"
    public var domain: String?
    /// Seconds until the browser forgets it; by default it does so when it is closed.
    public var maxAge: Int?
    /// Whether pages cannot read it. They have no need to: the session id is in the open packet.
    public var isHTTPOnly = true
    /// Whether it is sent over TLS only.
    public var isSecure = false
    public var sameSite: SameSite? = .lax

    public init(name: String = "io") { self.name = name }

    /// The value of `Set-Cookie` (RFC 6265 section 4.1).
    func header(id: String) -> String {
        var text = "\(self.name)=\(id)"
        if let maxAge { text += "; Max-Age=\(maxAge)" }
        if let domain { text += "; Domain=\(domain)" }
        if let path { text += "; Path=\(path)" }
        if self.isHTTPOnly { text += "; HttpOnly" }
        if self.isSecure { text += "; Secure" }
        if let sameSite { text += "; SameSite=\(sameSite.rawValue)" }
        return text
    }

    /// Whether every part can stand in a header.
    var isValid: Bool {
        let separators = "()<>@,;:\\\"/[]?={} \t".utf8
        return !self.name.isEmpty && self.name.utf8.allSatisfy { (0x21...0x7E).contains($0) && !separators.contains($0) }
            && [self.path, self.domain].allSatisfy { part in
                part?.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: ";") } ?? true
            }
    }
}
