import NIOCore
import NIOHTTP1

/// A request below the server's path, while it is in hand. A class, as a connection's state is looked at many times for each.
final class PollingRequest {
    /// The session that an answer opens.
    struct Opened {
        let id: String
        let handshake: EngineIOHandshake
    }

    let id: RequestID
    let cors: CORSHeaders
    /// `nil` once answered, and for what was answered without a session.
    var session: EngineIOSession?
    /// Of a POST.
    var body: ByteBuffer?
    /// What a GET says about compression.
    var acceptedEncodings: String?
    var opened: Opened?
    /// Kept only if the application looks at every answer.
    var head: HTTPRequestHead?

    init(id: RequestID, cors: CORSHeaders) { (self.id, self.cors) = (id, cors) }

    /// Lets go of all that is not needed once the answer is on its way.
    func answered() { (self.session, self.body, self.acceptedEncodings, self.opened, self.head) = (nil, nil, nil, nil, nil) }
}
