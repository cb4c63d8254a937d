#if os(Linux)
    import Foundation
    import Glibc
    import NIOConcurrencyHelpers
    import NIOCore
    import NIOPosix
    import Testing

    @testable import EngineIO

    /// Clients that behave badly, round after round, in a process of their own. Afterwards sessions, connections, descriptors and
    /// memory are where they were, and no timer holds on to anything.
    ///
    /// `SOAK_ROUNDS` sets the number of rounds; one takes about a second.
    @Suite struct SoakTests {
        @Test(.timeLimit(.minutes(30))) func badClientsLeaveNothing() async {
            let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
                let rounds = ProcessInfo.processInfo.environment["SOAK_ROUNDS"].flatMap(Int.init) ?? 3
                try await Soak().run(rounds: rounds)
            }
            print(String(decoding: result?.standardOutputContent ?? [], as: UTF8.self))
        }
    }

    private struct Soak {
        private let tracker = Tracker()
        private let clients = 40

        func run(rounds: Int) async throws {
            let configure: (inout EngineIOConfiguration) -> Void = {
                $0.pingInterval = .milliseconds(500)
                $0.pingTimeout = .milliseconds(300)
                $0.requestHeadTimeout = .milliseconds(500)
                $0.requestBodyTimeout = .milliseconds(500)
                $0.keepAliveTimeout = .milliseconds(500)
                // Longer than the test, so that a timer that outlives its connection shows.
                $0.closeTimeout = .minutes(10)
                $0.maxOutboundBytes = 100_000
            }
            let tracker = self.tracker
            try await withLiveServer(tracker, configure: configure, onConnection: { tracker.opened(channel: $0) }) { server in
                // The first rounds fill pools and caches.
                for _ in 0..<2 { await self.round(server) }
                let before = try await self.settled(server)
                for _ in 0..<rounds { await self.round(server) }
                let after = try await self.settled(server)
                print("soak: \(rounds) rounds, \(tracker.total) connections, before \(before), after \(after)")
                #expect(after.descriptors == before.descriptors)
                // A round is of 100 connections, each of which needs several KiB while it is open.
                // Thread Sanitizer keeps a record of every access, which is many times that.
                let limit = Self.hasThreadSanitizer ? Int.max : 4_096 + rounds * 32
                #expect(after.residentKiB - before.residentKiB < limit)
            }
        }

        private static var hasThreadSanitizer: Bool { dlsym(nil, "__tsan_init") != nil }

        private struct Usage {
            var descriptors: Int
            var residentKiB: Int
        }

        /// Waits until nothing is left; whatever hangs on is found by the time limit.
        private func settled(_ server: LiveServer) async throws -> Usage {
            let end = ContinuousClock.now + .seconds(20)
            while ContinuousClock.now < end {
                if server.engine.sessionCount == 0, server.engine.registry.connectionCount == 0, self.tracker.alive == 0 {
                    break
                }
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(server.engine.sessionCount == 0)
            #expect(server.engine.registry.connectionCount == 0)
            #expect(self.tracker.alive == 0, "A timer or a closure keeps a connection or a session.")
            // What the allocator keeps for later use is no leak.
            Self.trimMemory()
            let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")[1]
            return Usage(
                descriptors: try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count,
                residentKiB: (Int(pages) ?? 0) * 4)
        }

        /// `malloc_trim`, which the C library's module does not show.
        private static func trimMemory() {
            guard let symbol = dlsym(nil, "malloc_trim") else { return }
            _ = unsafeBitCast(symbol, to: (@convention(c) (Int) -> Int32).self)(0)
        }

        private func round(_ server: LiveServer) async {
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<self.clients {
                    // What it gets to see matters less here than what stays behind.
                    group.addTask { try? await self.client(number, server) }
                }
                await group.waitForAll()
            }
        }

        private func upgrade(_ client: inout LiveClient, _ query: String) async throws {
            _ = try await client.request("GET /engine.io/?\(query)", headers: TestClient.upgradeHeaders)
        }

        private func client(_ number: Int, _ server: LiveServer) async throws {
            switch number % 8 {
            case 0:
                // Opens a session and never comes back.
                _ = try await server.request("GET /engine.io/?EIO=4&transport=polling")
            case 1:
                // Sends nothing, or half a head.
                try await server.connect { client in
                    if number % 2 == 0 { try await client.outbound.write(ByteBuffer(string: "GET /engine.io/?EIO")) }
                    _ = try await client.isClosed()
                }
            case 2:
                // Never reads what is sent to it.
                try await server.connect { client in
                    try await self.upgrade(&client, "EIO=4&transport=websocket&push")
                    try await Task.sleep(for: .milliseconds(300))
                }
            case 3:
                // Sends its body byte by byte.
                let target = try await server.openPolling()
                try await server.connect { client in
                    try await client.outbound.write(
                        ByteBuffer(string: "POST \(target) HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n"))
                    for _ in 0..<30 {
                        do { try await client.outbound.write(ByteBuffer(string: "4")) } catch { break }
                        try await Task.sleep(for: .milliseconds(20))
                    }
                }
            case 4:
                // Reconnects again and again, without a word.
                for _ in 0..<10 {
                    try await server.connect { try await self.upgrade(&$0, "EIO=4&transport=websocket") }
                }
            case 5:
                // Never answers a ping.
                try await server.connect { client in
                    try await self.upgrade(&client, "EIO=4&transport=websocket")
                    _ = try await client.isClosed()
                }
            case 6:
                // Leaves in the midst of an upgrade.
                let target = try await server.openPolling()
                try await server.connect { client in
                    try await self.upgrade(
                        &client,
                        String(target.dropFirst("/engine.io/?".count)).replacing("polling", with: "websocket"))
                    try await client.sendText("2probe")
                    _ = try await client.frame()
                }
            default:
                // Leaves while its GET waits.
                let target = try await server.openPolling()
                try await server.connect { client in
                    try await client.outbound.write(ByteBuffer(string: "GET \(target) HTTP/1.1\r\nhost: x\r\n\r\n"))
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
        }
    }

    /// Knows which connections, sessions and runners are still in memory.
    private final class Tracker: EngineIOListener {
        /// Unchecked: whether a weak reference is there may be asked on any thread, and nothing else is asked of the object.
        private struct Weak: @unchecked Sendable {
            weak let object: AnyObject?
        }

        private let objects = NIOLockedValueBox<[Weak]>([])
        private let channels = NIOLockedValueBox<[any Channel]>([])
        private let count = NIOLockedValueBox(0)

        var total: Int { self.count.withLockedValue { $0 } }

        var alive: Int {
            self.objects.withLockedValue { objects in
                objects.removeAll { $0.object == nil }
                return objects.count
            }
        }

        func opened(channel: any Channel) {
            self.count.withLockedValue { $0 += 1 }
            self.track(channel)
            self.channels.withLockedValue { $0.append(channel) }
            channel.closeFuture.whenComplete { _ in
                self.channels.withLockedValue { channels in channels.removeAll { $0 === channel } }
            }
        }

        private func track(_ object: AnyObject) {
            self.objects.withLockedValue { $0.append(Weak(object: object)) }
        }

        func opened(_ session: EngineIOSession) {
            self.track(session)
            self.track(session.localRunner)
            for channel in self.channels.withLockedValue({ $0 }) where channel.eventLoop === session.eventLoop {
                if let handler = try? channel.pipeline.syncOperations.handler(type: WebSocketHandler.self) {
                    self.track(handler)
                }
                if let handler = try? channel.pipeline.syncOperations.handler(type: HTTPConnectionHandler.self) {
                    self.track(handler)
                }
            }
            guard session.handshake.query("push") != nil else { return }
            for _ in 0..<100 { session.send(text: ByteBuffer(repeating: UInt8(ascii: "x"), count: 100_000)) }
        }

        func received(text: ByteBuffer, on session: EngineIOSession) {}
        func received(binary: ByteBuffer, on session: EngineIOSession) {}
        func closed(_ session: EngineIOSession, reason: EngineIOCloseReason) {}
    }
#endif
