import AsyncHTTPClient
import NIOCore

/// Where the person is to whom an answer goes.
package enum AnswerRecipient {
    /// The event loop of the person's connection. An answer that is read there reaches it without a change of threads.
    @TaskLocal package static var eventLoop: (any EventLoop)?
}

/// An HTTP client for each event loop, with connections of its own: one for all would give a request any connection that is
/// free, or that is made first, whatever its event loop.
struct EventLoopClients: Sendable {
    struct Member: Sendable {
        let eventLoop: any EventLoop
        let client: HTTPClient
    }

    private let first: Member
    private let others: [Member]
    private let group: any EventLoopGroup

    init(configuration: HTTPClient.Configuration, group: any EventLoopGroup = HTTPClient.defaultEventLoopGroup) {
        let member = { (eventLoop: any EventLoop) in
            Member(eventLoop: eventLoop, client: HTTPClient(eventLoopGroup: eventLoop, configuration: configuration))
        }
        let eventLoop = group.any()
        self.group = group
        self.first = member(eventLoop)
        self.others = group.makeIterator().filter { $0 !== eventLoop }.map(member)
    }

    /// That of the recipient's event loop; of any, if there is no recipient or the loop is none of the group's.
    var current: Member {
        let eventLoop = AnswerRecipient.eventLoop ?? self.group.any()
        return self.others.first { $0.eventLoop === eventLoop } ?? self.first
    }

    /// Closes the connections. To be called once, when no call is under way.
    func shutdown() async {
        for member in [self.first] + self.others { try? await member.client.shutdown() }
    }
}
