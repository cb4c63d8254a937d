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
}
