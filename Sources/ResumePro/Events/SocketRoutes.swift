import EngineIO
import JSON
import NIOCore
import SocketIO

/// Gives every client a resume session of its own, and carries events between the two.
struct SocketRoutes: Sendable {
    let sessions: SessionRegistry

    func install(on io: SocketIOServer) {
        io.of("/").onConnection { socket in self.serve(socket) }
    }

    private func serve(_ socket: Socket) {
        // Without sign-in, people are told apart by address; where that is not known, each connection is somebody.
        let user = socket.handshake.request.remoteAddress?.ipAddress ?? socket.id
        let outlet = SessionOutlet(
            eventLoop: socket.eventLoop,
            send: { events in socket.batch { batch in for event in events { batch.emit(event) } } },
            sendPiece: { socket.emitPiece($0.name, .object($0.payload)) })
        // The one hand-over from the event loop: handlers put submissions in, in order, and the session's task takes them out.
        let (mailbox, connection) = self.sessions.enter(
            socket.id, user: user, outlet: outlet, backAfter: socket.recovered ? socket.recoveredOffset : nil)
        for event in ClientEvent.allCases {
            socket.on(event.rawValue) { received in
                let submission = ResumeSession.Submission(event: event, received)
                guard case .dropped = mailbox.yield(.submission(submission)) else { return }
                let error = ClientError(
                    .busy, "Too many requests at once. Please wait for the answers.", retryable: true, retryAfter: 1)
                socket.batch { $0.emit(.error(event.errorEvent, error)) }
                submission.acknowledge(["ok": false, "error": error.json])
            }
        }
        socket.onAny { received in
            guard ClientEvent(rawValue: received.name) == nil else { return }
            let error = ClientError(.invalidPayload, "This server knows no event of that name.")
            received.acknowledge(["ok": false, "error": error.json])
        }
        socket.onRefusedEvent { refused in
            let error = ClientError(.invalidPayload, "The payload is nested too deeply or has too many values.")
            if let event = ClientEvent(rawValue: refused.name) { socket.batch { $0.emit(.error(event.errorEvent, error)) } }
            refused.acknowledge(["ok": false, "error": error.json])
        }
        socket.onDisconnect { reason in
            self.sessions.leave(
                socket.id, connection: connection, mayReturn: reason.isRecoverable, on: socket.eventLoop)
        }
    }
}

extension ResumeSession.Submission {
    init(event: ClientEvent, _ received: SocketEvent) {
        self.init(
            event: event,
            decode: { () throws(ClientError) in
                try ClientRequest(event, payload: received.arguments.first) { value in
                    received.binary(in: value).map { Array($0.readableBytesView) }
                }
            },
            acknowledge: { received.acknowledge($0) })
    }
}

extension SocketBatch {
    mutating func emit(_ event: ServerEvent) {
        guard let file = event.file else { return self.emit(event.name, .object(event.payload)) }
        var payload = event.payload
        payload["file"] = .attachment(0)
        self.emit(event.name, .object(payload), attachments: [ByteBuffer(bytes: file)])
    }
}
