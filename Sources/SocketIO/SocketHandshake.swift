public import EngineIO
public import JSON

/// What a client said when it connected to a namespace.
public struct SocketHandshake: Sendable {
    /// The client's `auth` option, which comes in the `CONNECT` packet: a client says something else to each namespace.
    /// Empty if it says nothing. Tokens belong here rather than in the query string, which proxies log.
    public let auth: JSONObject
    /// The request that opened the session beneath: headers, query, address, time.
    public let request: EngineIOHandshake
}
