/// Which origins of browser pages may use the server.
///
/// A request without `Origin` does not come from a page of another site, and is allowed. Credentials are allowed, so an
/// answer names the origin, never `*`. A refused origin gets 400, code 3, on both transports and without CORS headers.
public struct EngineIOCORS: Sendable {
    /// The origins that may connect. An entry is one of:
    ///
    /// - an exact origin as browsers write it, in lower case, without a path and without the scheme's own port:
    ///   `https://app.example.com`, `http://localhost:5173`;
    /// - one with `*.` in front of its host: `https://*.example.com` stands for every host below `example.com`, one or more
    ///   labels deep (`a.example.com`, `a.b.example.com`), not for `example.com` itself, and for that scheme and port alone;
    /// - one with `*` for its port: `http://localhost:*` stands for every port of that host, and for none given; both may
    ///   be joined;
    /// - `*`, for any origin. Every page that a user opens may then act with that user's cookies.
    ///
    /// An entry that can match nothing (`https://app.example.com/`, `https://*`) is ignored, and logged when the server is
    /// made.
    public var origins: Set<String> = []

    /// Whether a page from the host that the request itself names (`Host`) may connect. On by default: the server's
    /// own pages need no entry in ``origins``.
    public var allowsSameOrigin = true

    /// Asked for an origin that ``origins`` does not have. It runs on an event loop and must not block.
    public var allowsOrigin: (@Sendable (_ origin: String) -> Bool)?

    public init(origins: Set<String> = []) { self.origins = origins }
}
