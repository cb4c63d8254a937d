/// What ``EngineIOConfiguration/allowRequest`` decides.
public struct EngineIOAdmission: Sendable {
    enum Decision: Sendable {
        case allow(user: (any Sendable)?)
        case refuse(message: String)
    }

    let decision: Decision

    /// The client may connect.
    public static let allow = EngineIOAdmission(decision: .allow(user: nil))

    /// The client may connect, and is known from now on.
    ///
    /// - Parameter user: whatever the application has found out about who it is; see ``EngineIOHandshake/user``.
    public static func allow(user: any Sendable) -> EngineIOAdmission { EngineIOAdmission(decision: .allow(user: user)) }

    /// The client may not connect. On polling it gets 403 with code 4 and the message; on WebSocket, as from any refusal, 400
    /// with the message as text, which a browser does not show to its page.
    public static func refuse(_ message: String = "Forbidden") -> EngineIOAdmission {
        EngineIOAdmission(decision: .refuse(message: message))
    }
}
