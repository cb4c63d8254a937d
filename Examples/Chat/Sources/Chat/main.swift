import EngineIO
import Hummingbird
import JSON
import Logging
import SocketIO

/// The name that a client chose when it connected.
enum Name: SocketDataKey { typealias Value = String }

func serveChat(on namespace: Namespace) {
    namespace.use { socket in
        guard let name = socket.handshake.auth["name"]?.stringValue, !name.isEmpty else {
            throw ConnectError("A name is needed", data: ["field": "auth.name"])
        }
        socket.data[Name.self] = name
    }

    namespace.onConnection { socket in
        let name = JSONValue.string(socket.data[Name.self] ?? "")

        socket.on("join") { event in
            guard let room = event.arguments.first?.stringValue, socket.join("chat:" + room) else {
                return event.acknowledge(["ok": false])
            }
            socket.to("chat:" + room).emit("joined", ["room": .string(room), "name": name])
            let members = namespace.in("chat:" + room).sockets.compactMap { $0.data[Name.self] }
            event.acknowledge(["ok": true, "members": .array(members.sorted().map { .string($0) })])
        }

        // {room, text}, and a file if there is one: {room, text, file: <binary>}.
        socket.on("message") { event in
            guard let message = event.arguments.first, let room = message["room"]?.stringValue,
                let text = message["text"], socket.rooms.contains("chat:" + room)
            else { return event.acknowledge(["ok": false]) }
            var out: JSONObject = ["room": .string(room), "from": name, "text": .string(text.stringValue ?? "")]
            let file = event.binary(in: message["file"])
            if file != nil { out["file"] = .attachment(0) }
            namespace.to("chat:" + room).emit("message", .object(out), attachments: file.map { [$0] } ?? [])
            event.acknowledge(["ok": true])
        }

        socket.on("leave") { event in
            if let room = event.arguments.first?.stringValue { socket.leave("chat:" + room) }
            event.acknowledge(["ok": true])
        }

        socket.onDisconnecting { _ in
            for room in socket.rooms where room.hasPrefix("chat:") {
                socket.to(room).emit("left", ["room": .string(String(room.dropFirst("chat:".count))), "name": name])
            }
        }
    }
}

let logger = Logger(label: "chat")
let io = SocketIOServer(logger: logger)
serveChat(on: io.of("/"))

var configuration = EngineIOConfiguration()
configuration.path = "/socket.io/"
let engine = EngineIOServer(configuration: configuration, listener: io, logger: logger)
let router = Router()
router.get("/") { _, _ in "Connect with a Socket.IO client." }
try await Application(
    router: router, server: engine.httpServer, configuration: .init(address: .hostname("127.0.0.1", port: 3002)), logger: logger
).runService()
