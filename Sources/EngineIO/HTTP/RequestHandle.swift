import NIOCore

/// An open polling request as a session holds it. The session may live on another event loop; then the answer is handed over.
struct RequestHandle: Sendable {
    let id: RequestID
    private let handler: NIOLoopBound<HTTPConnectionHandler>

    init(id: RequestID, handler: HTTPConnectionHandler, eventLoop: any EventLoop) {
        self.id = id
        self.handler = NIOLoopBound(handler, eventLoop: eventLoop)
    }

    func isOn(_ eventLoop: any EventLoop) -> Bool { self.handler.eventLoop === eventLoop }

    /// An answer to a request that has been answered already, or whose connection is gone, is dropped.
    func answer(_ response: PollingResponse) {
        let id = self.id
        let handler = self.handler
        if handler.eventLoop.inEventLoop {
            handler.value.respond(response, to: id)
        } else {
            handler.eventLoop.execute { handler.value.respond(response, to: id) }
        }
    }
}
