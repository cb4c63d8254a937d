import AsyncHTTPClient
import Logging
import NIOCore
import NIOPosix
import Synchronization
import Testing

@testable import Assistant

@Suite(.timeLimit(.minutes(1))) struct EventLoopClientsTests {
    private final class Count: Sendable { let value = Atomic(0) }

    @Test func theClientIsThatOfTheRecipientsEventLoop() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 3)
        let clients = EventLoopClients(configuration: HTTPClient.Configuration(), group: group)
        for eventLoop in group.makeIterator() {
            let member = AnswerRecipient.$eventLoop.withValue(eventLoop) { clients.current }
            #expect(member.eventLoop === eventLoop && member.client.eventLoopGroup === eventLoop)
        }
        let loops = group.makeIterator().map { ObjectIdentifier($0) }
        #expect(loops.contains(ObjectIdentifier(clients.current.eventLoop)))
        let foreign = AnswerRecipient.$eventLoop.withValue(MultiThreadedEventLoopGroup.singleton.any()) { clients.current }
        #expect(loops.contains(ObjectIdentifier(foreign.eventLoop)))
        await clients.shutdown()
        try await group.shutdownGracefully()
    }

    @Test func piecesAreHandedOnOnTheRecipientsEventLoop() async throws {
        let reply: [ScriptedServer.Step] = [.stream, .text("Hel"), .text("lo"), .stop, .done, .lastChunk]
        let request = ModelRequest(messages: [ModelMessage(.user, "a")], maxOutputTokens: 5)
        let loops = Array(HTTPClient.defaultEventLoopGroup.makeIterator())
        let elsewhere = Count()
        try await ScriptedServer.run(Array(repeating: reply, count: 16)) { server in
            let client = ChatCompletionsClient(
                try ChatCompletionsConfiguration(baseURL: server.baseURL, model: "m"), logger: Logger(label: "test"))
            // All at once, so that connections of every event loop are made at the same time.
            try await withThrowingTaskGroup(of: String.self) { group in
                for call in 0..<16 {
                    let eventLoop = loops[call % loops.count]
                    group.addTask {
                        try await AnswerRecipient.$eventLoop.withValue(eventLoop) {
                            try await client.complete(request) { _ in
                                if !eventLoop.inEventLoop { elsewhere.value.add(1, ordering: .relaxed) }
                            }.text
                        }
                    }
                }
                for try await text in group { #expect(text == "Hello") }
            }
            await client.shutdown()
        }
        #expect(elsewhere.value.load(ordering: .relaxed) == 0)
    }
}
