import EngineIO
import JSON
import NIOCore
import NIOPosix
import Testing

@testable import SocketIO

/// Several event loops and tasks at once; most telling under the thread sanitizer.
@Suite struct ConcurrencyTests {
    @Test(.timeLimit(.minutes(1))) func loopsAndTasksShareANamespace() async throws {
        let (sessions, events) = (8, 50)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        let server = SocketIOServer.forTests()
        let namespace = server.of("/")
        let (acknowledged, hint) = AsyncStream.makeStream(of: Void.self)
        namespace.onConnection { socket in
            socket.join("r")
            socket.on("a") { event in
                namespace.to("r").emit("b")
                Task {
                    socket.leave("other")
                    socket.join("other")
                    event.acknowledge()
                    hint.yield()
                }
            }
        }
        var clients: [TestSession] = []
        for _ in 0..<sessions {
            let loop = group.next()
            clients.append(try await loop.submit { TestSession(server, on: loop) }.get())
        }
        for client in clients { try await client.eventLoop.submit { client.say("0") }.get() }
        for client in clients {
            for number in 0..<events { client.eventLoop.execute { client.say("2\(number)[\"a\"]") } }
        }
        var waiting = acknowledged.makeAsyncIterator()
        for _ in 0..<sessions * events { _ = await waiting.next() }
        #expect(namespace.in("other").sockets.count == sessions)
        for client in clients {
            let heard = client.heard()
            #expect(heard.count { $0 == #"2["b"]"# } == sessions * events)
            #expect(Set(heard.filter { $0.hasPrefix("3") }).count == events)
        }
        for client in clients { try await client.eventLoop.submit { client.close(reason: .transportClose) }.get() }
        #expect(namespace.sockets.isEmpty)
        try await group.shutdownGracefully()
    }

    /// An offset says that everything before it has come, so no packet may overtake another.
    @Test(.timeLimit(.minutes(1))) func offsetsComeInOrderWhoeverEmits() async throws {
        let (sessions, emitters, events) = (6, 4, 100)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
        var configuration = SocketIOConfiguration()
        configuration.connectionStateRecovery = ConnectionStateRecovery()
        let server = SocketIOServer.forTests(configuration)
        let namespace = server.of("/")
        var clients: [TestSession] = []
        for _ in 0..<sessions {
            let loop = group.next()
            let client = try await loop.submit { TestSession(server, on: loop) }.get()
            try await loop.submit { client.say("0") }.get()
            clients.append(client)
        }
        let sockets = namespace.sockets
        await withTaskGroup(of: Void.self) { tasks in
            for emitter in 0..<emitters {
                tasks.addTask {
                    for number in 0..<events {
                        namespace.emit("all")
                        namespace.volatile.emit("volatile")
                        let socket = sockets[(emitter + number) % sockets.count]
                        socket.join("r\(number)")
                        socket.emit("own")
                        socket.leave("r\(number)")
                    }
                }
            }
        }
        // The last emitter may have left its packets to a thread that is still at work.
        await withCheckedContinuation { done in namespace.inOrder { done.resume() } }
        var heard = 0
        for client in clients {
            let offsets = client.heard().dropFirst().compactMap { message -> Int? in
                guard !message.contains("volatile") else { return nil }
                return message.split(separator: "\"").dropLast().last.flatMap { Int($0) }
            }
            #expect(offsets == Array(Set(offsets)).sorted())
            heard += offsets.count
        }
        #expect(heard == emitters * events * (sessions + 1))
        for client in clients { try await client.eventLoop.submit { client.close(reason: .transportClose) }.get() }
        #expect(namespace.sockets.isEmpty)
        try await group.shutdownGracefully()
    }
}
