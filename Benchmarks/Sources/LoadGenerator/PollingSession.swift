import NIOCore

/// A Socket.IO client on HTTP long-polling, with one connection for its GETs and one for its POSTs, as browsers have.
final class PollingSession {
    /// Connected to the namespace `/`.
    var onReady: (PollingSession) -> Void = { _ in }
    /// An event has come back, and the POST that had carried the last one is answered.
    var onEvents: (PollingSession, Int) -> Void = { _, _ in }
    var onFailed: () -> Void = {}
    var sent: UInt64 = 0
    private(set) var sid = ""

    private let gets = HTTPClient()
    private let posts = HTTPClient()
    private let loop: any EventLoop
    private let port: Int
    private var getRequest = ByteBuffer()
    private var isReady = false
    private var events = 0
    private var awaitsPost = false
    private var isClosing = false

    init(loop: any EventLoop, port: Int) { (self.loop, self.port) = (loop, port) }

    func open() {
        self.gets.onReady = { _ in self.connect(self.posts) }
        self.posts.onReady = { _ in self.gets.send(HTTPClient.get(nil)) }
        self.gets.onResponse = { self.getAnswered($0) }
        self.posts.onResponse = { _ in self.postAnswered() }
        for client in [self.gets, self.posts] { client.onClosed = { _ in if !self.isClosing { self.onFailed() } } }
        self.connect(self.gets)
    }

    private func connect(_ client: HTTPClient) { self.loop.connect(port: self.port, client) { self.onFailed() } }

    func close() {
        self.isClosing = true
        self.gets.close()
        self.posts.close()
    }

    func post(_ request: ByteBuffer) {
        self.awaitsPost = true
        self.posts.send(request)
    }

    private func getAnswered(_ body: ByteBuffer) {
        if self.sid.isEmpty {
            guard let sid = body.sessionID else { return self.onFailed() }
            self.sid = sid
            self.getRequest = HTTPClient.get(sid)
            self.post(HTTPClient.post(sid, "40"))
            return self.gets.send(self.getRequest)
        }
        for packet in body.readableBytesView.split(separator: 0x1E) {
            if packet.starts(with: "42".utf8) { self.events += 1 }
            if !self.isReady, packet.starts(with: "40".utf8) {
                self.isReady = true
                self.onReady(self)
            }
        }
        self.gets.send(self.getRequest)
        self.tell()
    }

    private func postAnswered() {
        self.awaitsPost = false
        self.tell()
    }

    private func tell() {
        guard self.events > 0, !self.awaitsPost else { return }
        let events = self.events
        self.events = 0
        self.onEvents(self, events)
    }
}

extension ByteBuffer {
    /// What stands after `"sid":"` in an open packet.
    var sessionID: String? {
        let parts = String(buffer: self).split(separator: "\"", omittingEmptySubsequences: false)
        guard let name = parts.firstIndex(of: "sid"), name + 2 < parts.count else { return nil }
        return String(parts[name + 2])
    }
}
