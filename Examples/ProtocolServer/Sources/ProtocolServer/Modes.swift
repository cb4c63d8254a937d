import JSON
import NIOCore
import SocketIO

/// The mode `socketio`: the handlers that suites of the protocol itself count on.
func serveProtocolSuites(on io: SocketIOServer) {
    for name in ["/", "/custom"] {
        io.of(name).onConnection { socket in socket.emit("auth", .object(socket.handshake.auth)) }
    }
    io.of("/").onConnection { socket in
        socket.on("message") { event in
            socket.emit("message-back", arguments: event.arguments, attachments: event.attachments)
        }
        socket.on("message-with-ack") { event in
            event.acknowledge(arguments: event.arguments, attachments: event.attachments)
        }
    }
}

/// The mode `echo`: one event for each thing that a client library does.
func serveClientTests(on io: SocketIOServer) {
    for name in ["/", "/custom"] {
        let namespace = io.of(name)
        namespace.onConnection { socket in addHandlers(to: socket, of: namespace) }
    }
    io.of("/auth").use { socket in
        guard socket.handshake.auth["token"]?.stringValue == "good" else {
            throw ConnectError("not authorized", data: ["code": 42])
        }
    }
}

private func addHandlers(to socket: Socket, of namespace: Namespace) {
    socket.on("echo") { event in
        socket.emit("echoed", arguments: event.arguments, attachments: event.attachments)
    }
    socket.on("update_field") { event in
        let change = event.arguments.first
        socket.emit(
            "field_updated", ["field": change?["field"] ?? .null, "value": change?["value"] ?? .null],
            attachments: event.attachments)
    }
    socket.on("ack") { event in
        event.acknowledge(arguments: event.arguments, attachments: event.attachments)
    }
    socket.on("join") { event in
        guard let room = event.arguments.first?.stringValue, socket.join(room) else { return }
        event.acknowledge("ok")
    }
    socket.on("room") { event in
        guard let room = event.arguments.first?.stringValue, let message = event.arguments.dropFirst().first else { return }
        namespace.to(room).emit("roommsg", message, attachments: event.attachments)
    }
    socket.on("callme") { _ in
        socket.emit("call", arguments: [7], timeout: .seconds(10)) { result in
            guard case .success(let answer) = result else { return }
            socket.emit("called", arguments: answer.arguments, attachments: answer.attachments)
        }
    }
    socket.on("kick") { _ in socket.disconnect(close: true) }
}
