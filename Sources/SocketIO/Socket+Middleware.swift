import JSON
import Logging
import NIOConcurrencyHelpers

/// Looking at what passes through a socket.
extension Socket {
    /// Adds a check of every event before its handlers. It runs on the event loop, in the order of the events, and must not
    /// block. Throwing refuses the event: its handlers do not see it, and the client is told by the acknowledgement that it
    /// wants, as `{"error": {"message", "data"}}`, or else by the event `error` with `{"message", "data"}`. Errors other than
    /// ``EventError`` are logged, and the client reads `Internal server error`.
    public func use(_ middleware: @escaping @Sendable (SocketEvent) throws -> Void) {
        self.state.withLockedValue { $0.addMiddleware(middleware) }
    }

    /// Adds a handler that sees every event on its way to this client, broadcasts included, and not acknowledgements. It runs
    /// on the thread that sends.
    public func onAnyOutgoing(_ handler: @escaping @Sendable (OutgoingEvent) -> Void) {
        self.state.withLockedValue { $0.addOutgoing(handler) }
    }

    /// - Returns: whether all middleware agreed.
    func isAdmitted(_ event: SocketEvent, by middlewares: [SocketState.EventMiddleware]) -> Bool {
        for middleware in middlewares {
            do {
                try middleware(event)
            } catch let error as EventError {
                self.refuse(event.name, event.acknowledgement, error)
                return false
            } catch {
                self.namespace.logger.error(
                    "A middleware failed", metadata: ["event": "\(event.name)", "error": "\(error)"])
                self.refuse(event.name, event.acknowledgement, EventError("Internal server error"))
                return false
            }
        }
        return true
    }

    func refuse(_ event: String, _ acknowledgement: Acknowledger?, _ error: EventError) {
        var payload: JSONObject = ["message": .string(error.message)]
        payload["data"] = error.data
        if let acknowledgement {
            acknowledgement.send([["error": .object(payload)]], attachments: [])
        } else {
            self.emit("error", arguments: [.object(payload)])
        }
    }
}
