import NIOCore

/// Sets up the connections that a listening channel accepts.
///
/// Hummingbird's server learns of each connection by an asynchronous sequence, and starts a task for it. Ours have nothing
/// to do there, and the changes of thread cost a fifth of a WebSocket's setup. So connections take a way around it: from
/// behind the handler that has given them their options to the end of the pipeline, which registers them.
final class AcceptedConnections: ChannelInboundHandler {
    typealias InboundIn = any Channel
    typealias SetUp = @Sendable (_ connection: any Channel) throws -> Void

    /// Stands behind the asynchronous sequence, and only marks the place.
    private final class End: ChannelInboundHandler {
        typealias InboundIn = any Channel
    }

    /// NIO's name of the handler that gives an accepted connection its options. Without one of this name every connection
    /// goes the usual way.
    private static let acceptHandler = "AcceptHandler"

    private let end: ChannelHandlerContext
    private let setUp: SetUp

    private init(end: ChannelHandlerContext, setUp: @escaping SetUp) { (self.end, self.setUp) = (end, setUp) }

    /// Takes over what a listening channel accepts from now on.
    ///
    /// - Parameters:
    ///   - listener: on whose event loop this is called.
    ///   - setUp: adds a connection's handlers. It runs on that connection's event loop; if it fails, the connection is closed.
    static func takeOver(_ listener: any Channel, setUp: @escaping SetUp) throws {
        let pipeline = listener.pipeline.syncOperations
        guard let accepting = try? pipeline.context(name: self.acceptHandler) else { return }
        let end = End()
        try pipeline.addHandler(end)
        let handler = AcceptedConnections(end: try pipeline.context(handler: end), setUp: setUp)
        try pipeline.addHandler(handler, position: .after(accepting.handler))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let connection = self.unwrapInboundIn(data)
        let setUp = { @Sendable [setUp = self.setUp] in
            do { try setUp(connection) } catch { connection.close(promise: nil) }
        }
        // Either way before the connection is registered, which comes to its event loop behind this.
        if connection.eventLoop === context.eventLoop { setUp() } else { connection.eventLoop.execute(setUp) }
        self.end.fireChannelRead(data)
    }
}
