import HummingbirdCore
import NIOConcurrencyHelpers
import NIOCore
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// The connections of one server, and the tasks of those that have asked for the router.
///
/// Hummingbird runs a task for each connection. Most of ours never need one, and a suspended task is the largest part of an
/// idle connection. So ``supervise(_:)`` returns at once for every connection but the first, which stays until the
/// server's end and runs the router's tasks as children of its own: they inherit the server's task-local values, are
/// cancelled with it, and it does not end before them.
final class RouterConnections: Sendable {
    typealias RouterChannel = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    private struct State {
        /// Those that have not asked for the router, WebSockets among them.
        var waiting: [ConnectionID: any Channel] = [:]
        /// The listening channels.
        var listeners: Set<ObjectIdentifier> = []
        var requests = AsyncStream.makeStream(of: RouterChannel.self)
        var isSupervised = false
        var isCancelled = false

        /// Nothing can ask for the router any more. What comes later belongs to another run of the server.
        mutating func endIfDone() {
            guard self.isSupervised, self.waiting.isEmpty, self.listeners.isEmpty else { return }
            self.requests.continuation.finish()
            self = State()
        }
    }

    private let state = NIOLockedValueBox(State())
    private let server: EngineIOServer

    init(server: EngineIOServer) { self.server = server }

    // MARK: Connections

    /// A listening channel has accepted a connection.
    ///
    /// - Returns: whether it is its first.
    func opened(listener: any Channel) -> Bool {
        let id = ObjectIdentifier(listener)
        guard self.state.withLockedValue({ $0.listeners.insert(id).inserted }) else { return false }
        listener.closeFuture.whenComplete { _ in
            self.state.withLockedValue { state in
                state.listeners.remove(id)
                state.endIfDone()
            }
        }
        return true
    }

    /// - Returns: whether the connection may stay: `false` once its listening channel is closed, as the router may be gone by
    ///   then, or the server's task is cancelled.
    func opened(_ id: ConnectionID, _ channel: any Channel) -> Bool {
        self.state.withLockedValue { state in
            if let listener = channel.parent, !state.listeners.contains(ObjectIdentifier(listener)) { return false }
            state.waiting[id] = channel
            return !state.isCancelled
        }
    }

    func closed(_ id: ConnectionID) {
        self.state.withLockedValue { state in
            if state.waiting.removeValue(forKey: id) != nil { state.endIfDone() }
        }
    }

    /// Adds to a channel what the router needs, and has its requests handled. Call it on the channel's event loop.
    ///
    /// - Returns: the handlers that a WebSocket has no use for.
    func start(_ id: ConnectionID, _ channel: any Channel) throws -> [any RemovableChannelHandler] {
        let pipeline = channel.pipeline.syncOperations
        let handlers: [any RemovableChannelHandler & ChannelHandler] = [
            HTTP1ToHTTPServerCodec(secure: self.server.configuration.isSecure),
            HTTPConnectionStateHandler(logger: self.server.logger),
        ]
        try pipeline.addHandlers(handlers)
        let routerChannel = try RouterChannel(
            wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        let result = self.state.withLockedValue { state in
            defer { state.endIfDone() }
            state.waiting[id] = nil
            return state.requests.continuation.yield(routerChannel)
        }
        // The server's task has been cancelled; NIO insists that each such channel is ended.
        if case .terminated = result { Task { try? await routerChannel.executeThenClose { _, _ in } } }
        return handlers
    }

    // MARK: The server's task

    func supervise(_ handle: @escaping @Sendable (RouterChannel) async -> Void) async {
        let requests = self.state.withLockedValue { state -> AsyncStream<RouterChannel>? in
            guard !state.isSupervised else { return nil }
            defer { state.endIfDone() }
            state.isSupervised = true
            return state.requests.stream
        }
        guard let requests else { return }
        await withDiscardingTaskGroup { group in
            for await channel in requests { group.addTask { await handle(channel) } }
            if Task.isCancelled { await self.closeWaiting() }
        }
    }

    private func closeWaiting() async {
        let waiting = self.state.withLockedValue { state in
            // Until the listening channel is closed too, there may be more.
            state.isCancelled = state.isSupervised
            return Array(state.waiting.values)
        }
        for channel in waiting { channel.close(promise: nil) }
        for channel in waiting { try? await channel.closeFuture.get() }
    }
}
