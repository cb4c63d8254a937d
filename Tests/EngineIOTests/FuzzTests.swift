#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import NIOConcurrencyHelpers
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import EngineIO

/// Valid inputs, changed at random from a fixed seed, so that every run sees the same ones. What holds for all inputs is
/// checked for each, beside that nothing traps.
@Suite struct FuzzTests {
    #if DEBUG
        private static let count = 20_000
    #else
        private static let count = 200_000
    #endif

    // MARK: Decoders

    @Test func pollingPayloads() {
        var mutator = Mutator(
            seed: 1,
            corpus: [
                "4hello", "2\u{1E}3\u{1E}4é\u{1E}bAQIDBA==", "b", "bAA==", "6\u{1E}1", "0{\"sid\":\"x\"}", "2probe\u{1E}5",
                "4\u{1E}4\u{1E}4",
            ], words: ["\u{1E}", "b", "=", "4", "é"])
        var decoded = 0
        for _ in 0..<Self.count {
            let bytes = mutator.next()
            guard let packets = try? PollingPayload.decode(ByteBuffer(bytes: bytes), maxPackets: 4) else { continue }
            decoded += 1
            #expect(packets.count == bytes.count { $0 == 0x1E } + 1 && packets.count <= 4)
            // A ping's payload means nothing unless it is a probe, so what is written may be shorter, but no more changes.
            let again = try? PollingPayload.decode(PollingPayload.encode(packets), maxPackets: 4)
            #expect(again == packets, "\(bytes)")
        }
        #expect(decoded > Self.count / 20, "Most inputs are too broken to tell anything.")
    }

    @Test func packets() {
        var mutator = Mutator(
            seed: 2, corpus: ["4hello", "2", "2probe", "3", "3probe", "5", "6", "1", "0{}"], words: ["probe", "4"])
        for _ in 0..<Self.count {
            let bytes = mutator.next()
            let packet = EnginePacket(text: ByteBuffer(bytes: bytes))
            #expect((packet == nil) == !(bytes.first.map { (0x30...0x36).contains($0) } ?? false))
            guard let packet else { continue }
            #expect(packet.type == bytes.first)
            if case .text(let payload) = packet { #expect(payload.readableBytesView.elementsEqual(bytes.dropFirst())) }
        }
    }

    @Test func queries() {
        var mutator = Mutator(
            seed: 3,
            corpus: [
                "EIO=4&transport=polling&sid=AAAA", "a=%20%zz%4&%41=+x&=y&b", "token=%C3%A9&t=%ff%00", "&&==&",
                "sid&sid=b=c&j&transport=&EIO&EIO=4",
            ],
            words: ["&", "=", "%", "%4", "%41", "+"])
        for _ in 0..<Self.count {
            let text = String(decoding: mutator.next(), as: UTF8.self)
            let items = QueryString.parse(text[...].utf8)
            let parameters = Array(text.utf8).withUnsafeBufferPointer { RequestTarget.parameters($0) }
            #expect(
                parameters
                    == items.map { items in
                        RequestTarget.Parameters(
                            transport: items.first("transport"), session: items.first("sid"), version: items.first("EIO"),
                            jsonp: items.first("j"))
                    })
            guard let items else { continue }
            #expect(items.count <= QueryString.maxItems)
            // Decoding never makes a text longer, except for what stands for broken UTF-8.
            let length = items.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
            #expect(length <= 3 * text.utf8.count)
        }
    }

    @Test func requests() {
        var configuration = EngineIOConfiguration()
        configuration.cors.origins = ["https://*.example.com", "http://localhost:*"]
        let verifier = RequestVerifier(configuration: configuration)
        var uris = Mutator(
            seed: 4,
            corpus: [
                "/engine.io/?EIO=4&transport=polling", "/engine.io/?EIO=4&transport=websocket",
                "/engine.io/?transport=polling&sid=AAAA",
                "/engine.io?EIO=3&transport=polling&j=1",
            ], words: ["sid=", "&", "%", "/", "?", "EIO=4", "transport="])
        var values = Mutator(
            seed: 5, corpus: ["https://a.example.com", "Upgrade", "websocket", "13", "dGhlIHNhbXBsZSBub25jZQ==", "localhost"],
            words: [",", ":", "."])
        let names = [
            "origin", "host", "connection", "upgrade", "sec-websocket-version", "sec-websocket-key",
            "access-control-request-headers",
        ]
        let methods: [HTTPMethod] = [.GET, .POST, .OPTIONS, .PUT]
        for round in 0..<Self.count {
            let fields = names.prefix(round % 8).map { ($0, String(decoding: values.next(), as: UTF8.self)) }
            let head = HTTPRequestHead(
                version: .http1_1, method: methods[round % 4], uri: String(decoding: uris.next(), as: UTF8.self),
                headers: HTTPHeaders(fields))
            switch verifier.verify(head, RequestFields(head.headers)) {
            case .get(let id): #expect(SessionID.isPlausible(id) && head.method == .GET)
            case .post(let id): #expect(SessionID.isPlausible(id) && head.method == .POST)
            case .upgrade(let id): #expect(SessionID.isPlausible(id) && head.isWebSocketUpgrade)
            case .open: #expect(head.method == .GET)
            case .openWebSocket: #expect(head.isWebSocketUpgrade)
            case .pass, .preflight, .refuse, .refuseOrigin: break
            }
        }
    }

    /// Whatever origin a pattern takes has that host and scheme in the eyes of another parser too.
    @Test func origins() throws {
        let rules = OriginRules(["https://*.example.com", "http://localhost:*"])
        var mutator = Mutator(
            seed: 6,
            corpus: [
                "https://a.example.com", "https://a.b.example.com", "http://localhost:5173", "http://localhost",
                "https://evil.com", "https://a.example.com:8443",
            ], words: [".", ":", "/", "@", "?", "#", "example.com", "https://", ".."])
        var allowed = 0
        for _ in 0..<Self.count {
            let bytes = mutator.next()
            guard bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { continue }
            let origin = String(decoding: bytes, as: UTF8.self)
            guard rules.allow(origin) else { continue }
            allowed += 1
            let url = try #require(URL(string: origin), "\(origin)")
            #expect(url.path().isEmpty && url.user() == nil && url.query() == nil && url.fragment() == nil, "\(origin)")
            let host = try #require(url.host())
            #expect(
                url.scheme == "https" && host.hasSuffix(".example.com") && url.port == nil
                    || url.scheme == "http" && host == "localhost", "\(origin)")
        }
        #expect(allowed > Self.count / 100)
    }

    @Test func acceptedEncodings() {
        var mutator = Mutator(
            seed: 7, corpus: ["gzip, deflate, br", "gzip;q=0.5, *;q=0", "identity", "deflate;q=1.000"],
            words: [";", "q=", ",", "gzip", "*", "nan", "inf", "1e9"])
        for _ in 0..<Self.count {
            let accepted = String(decoding: mutator.next(), as: UTF8.self)
            if ContentEncoding(accepted: accepted) != nil {
                let lowercased = accepted.lowercased()
                #expect(["gzip", "deflate", "*"].contains { lowercased.contains($0) }, "\(accepted)")
            }
        }
    }

    @Test func openPackets() throws {
        var generator = SplitMix64(state: 8)
        for _ in 0..<1_000 {
            var configuration = EngineIOConfiguration()
            configuration.maxPayload = Int.random(in: 1...Int(UInt32.max), using: &generator)
            configuration.pingInterval = .milliseconds(Int64.random(in: 1...1_000_000, using: &generator))
            let id = SessionID.random(using: &generator)
            let packet = EnginePacket.open(id: id, transport: .polling, configuration: configuration)
            let open = try JSONDecoder().decode(Open.self, from: Data(packet.payload.readableBytesView))
            #expect(open.sid == id && open.upgrades == ["websocket"] && open.maxPayload == configuration.maxPayload)
            #expect(open.pingInterval == configuration.pingInterval.milliseconds && open.pingTimeout == 20_000)
        }
    }

    private struct Open: Decodable {
        var sid: String
        var upgrades: [String]
        var pingInterval: Int64
        var pingTimeout: Int64
        var maxPayload: Int
    }

    // MARK: Connections

    /// The same bytes mean the same, whether they come whole or in pieces.
    @Test func frames() throws {
        let corpus = [
            TestClient.frame(1, "4hello".utf8), TestClient.frame(2, [0, 1, 2, 255]), TestClient.frame(9, "x".utf8),
            TestClient.frame(1, "4".utf8, isFinal: false), TestClient.frame(0, "a".utf8), TestClient.frame(1, "3".utf8),
            TestClient.frame(8, [0x03, 0xE8]), TestClient.frame(2, [UInt8](repeating: 7, count: 130)),
        ].map { Array(buffer: $0) }
        var mutator = Mutator(
            seed: 9, corpus: corpus, words: [[0x81, 0x80], [0x80], [0xFF], [0x81, 0xFE, 0, 0], [0x88, 0x80]])
        for _ in 0..<(Self.count / 40) {
            let bytes = (0..<Int.random(in: 1...4, using: &mutator.generator)).flatMap { _ in mutator.next(changes: 0...1) }
            var answers: [Answer] = []
            for pieces in [bytes.count, 1, 3] {
                answers.append(
                    try self.answer(to: bytes, inPiecesOf: pieces, open: { try $0.openWebSocket() }) { client in
                        // A pong may overtake the messages of a burst (RFC 6455 section 5.5.3).
                        let frames = try client.takeFrames()
                        let isPong = { (frame: TestClient.Frame) in if case .pong = frame { true } else { false } }
                        return frames.filter { !isPong($0) }.map { "\($0)" } + frames.filter(isPong).map { "\($0)" }
                    })
            }
            #expect(answers[0] == answers[1] && answers[0] == answers[2], "\(bytes)")
        }
    }

    @Test func httpRequests() throws {
        let upgrade = TestClient.upgradeHeaders.joined(separator: "\r\n")
        let corpus = [
            "GET /engine.io/?EIO=4&transport=polling HTTP/1.1\r\nhost: x\r\n\r\n",
            "POST /engine.io/?transport=polling&sid=1 HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\n\r\n4a\u{1E}4b",
            "POST /engine.io/?transport=polling&sid=1 HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n2\r\n4a\r\n0\r\n\r\n",
            "GET /engine.io/?transport=polling&sid=1 HTTP/1.1\r\nhost: x\r\n\r\n",
            "GET /engine.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: x\r\n\(upgrade)\r\n\r\n",
            "OPTIONS /engine.io/ HTTP/1.1\r\nhost: x\r\norigin: https://app.example\r\n\r\n",
            "GET /health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
        ]
        var mutator = Mutator(
            seed: 10, corpus: corpus,
            words: ["\r\n", "\r\n\r\n", "content-length: ", "transfer-encoding: chunked\r\n", ":", " "])
        for _ in 0..<(Self.count / 80) {
            let bytes = (0..<Int.random(in: 1...3, using: &mutator.generator)).flatMap { _ in mutator.next(changes: 0...1) }
            var answers: [Answer] = []
            for pieces in [bytes.count, 1, 7] {
                answers.append(
                    try self.answer(
                        to: bytes, inPiecesOf: pieces,
                        open: { server in
                            _ = try server.openPolling()
                            return try server.connect()
                        },
                        read: { client in
                            let text = String(buffer: try client.takeBytes())
                            return text.split(separator: "\r\n", omittingEmptySubsequences: false)
                                .filter { !$0.hasPrefix("date: ") }.map(String.init)
                        }))
            }
            #expect(answers[0] == answers[1] && answers[0] == answers[2], "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    private struct Answer: Equatable {
        var output: [String]
        var events: [TestListener.Event]
        var sessions: Int
    }

    /// What a fresh server makes of the bytes; session ids are 1, 2, 3...
    private func answer(
        to bytes: [UInt8], inPiecesOf size: Int, open: (TestServer) throws -> TestClient, read: (TestClient) throws -> [String]
    ) throws -> Answer {
        let last = NIOLockedValueBox(0)
        let server = TestServer(
            TestListener(echoes: true), configure: { $0.maxPayload = 200 },
            generateID: {
                last.withLockedValue {
                    $0 += 1
                    return "\($0)"
                }
            })
        let client = try open(server)
        _ = try client.takeBytes()
        var rest = bytes[...]
        while !rest.isEmpty, client.isOpen {
            try? client.send(ByteBuffer(bytes: rest.prefix(max(1, size))))
            rest = rest.dropFirst(max(1, size))
        }
        let answer = Answer(
            output: try read(client), events: server.listener.takeEvents(), sessions: server.engine.sessionCount)
        client.channel.close(promise: nil)
        server.loop.run()
        return answer
    }

    // MARK: Sessions

    /// In whatever order things happen, a session ends once, delivers nothing afterwards, and owes nobody anything.
    @Test func sessions() {
        var generator = SplitMix64(state: 11)
        var ended = 0
        for _ in 0..<(Self.count / 20) {
            ended += Self.live(using: &generator) ? 1 : 0
        }
        #expect(ended > Self.count / 40)
    }

    private static func live(using generator: inout SplitMix64) -> Bool {
        typealias Machine = SessionStateMachine
        var configuration = EngineIOConfiguration()
        configuration.maxOutboundBytes = 300
        var now = NIODeadline.uptimeNanoseconds(1)
        var machine = Machine(
            configuration: configuration, webSocket: generator.next() % 4 == 0 ? ConnectionID(value: 1) : nil, now: now)
        var endings = 0
        let packets: [EnginePacket] = [
            .text(ByteBuffer(string: "a")), .binary(ByteBuffer()), .ping, .pong, .probe, .close, .upgrade, .noop, .probeAnswer,
        ]
        for number in 0..<40 {
            let request = RequestID(connection: ConnectionID(value: 5), number: Int(generator.next() % 3))
            let connection = ConnectionID(value: generator.next() % 3)
            let packet = packets[number % 3 == 0 ? 0 : Int(generator.next() % 9)]
            var ending: Machine.Ending?
            let hasEnded = endings > 0
            switch generator.next() % 12 {
            case 0: if case .end(let end) = machine.send(packet) { ending = end }
            case 1: #expect(machine.flush()?.packets.isEmpty != true)
            case 2: if case .refuseAndEnd(let end) = machine.getReceived(request) { ending = end }
            case 3: if case .refuseAndEnd(let end) = machine.postStarted(request) { ending = end }
            case 4: #expect(!machine.postEnded(request) || !hasEnded)
            case 5: ending = machine.requestAborted(request)
            case 6, 7:
                switch machine.packetReceived(packet, now: now) {
                case .end(let end): ending = end
                case .deliverText, .deliverBinary: #expect(!hasEnded)
                case .ignore: break
                }
            case 8: #expect(!machine.webSocketConnected(connection, now: now) || !hasEnded)
            case 9: if case .complete = machine.probePacketReceived(packet) { #expect(!hasEnded) }
            case 10:
                now = now + .milliseconds(Int64(generator.next() % 30_000))
                if case .end(let end) = machine.timePassed(now: now) { ending = end }
            default:
                ending =
                    switch generator.next() % 8 {
                    case 0: machine.close(reason: .forcedClose, now: now)
                    case 1: machine.clientFailed(.parseError)
                    default: machine.webSocketClosed(connection, reason: .transportClose)
                    }
            }
            if ending != nil { endings += 1 }
            #expect(endings <= 1)
        }
        // After its last deadline a session is closed, if it was not before.
        for _ in 0..<4 {
            now = now + .minutes(1)
            if case .end = machine.timePassed(now: now) { endings += 1 }
        }
        #expect(machine.state == .closed && machine.deadline == nil && endings == 1)
        return true
    }
}

/// Takes inputs of a corpus and changes them.
struct Mutator {
    var generator: SplitMix64
    private let corpus: [[UInt8]]
    private let words: [[UInt8]]

    init(seed: UInt64, corpus: [[UInt8]], words: [[UInt8]]) {
        self.generator = SplitMix64(state: seed)
        self.corpus = corpus
        self.words = words
    }

    init(seed: UInt64, corpus: [String], words: [String]) {
        self.init(seed: seed, corpus: corpus.map { Array($0.utf8) }, words: words.map { Array($0.utf8) })
    }

    mutating func next(changes: ClosedRange<Int> = 1...4) -> [UInt8] {
        var bytes = self.corpus.randomElement(using: &self.generator) ?? []
        for _ in 0..<Int.random(in: changes, using: &self.generator) { self.change(&bytes) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = Int.random(in: 0...bytes.count, using: &self.generator)
        let end = min(bytes.count, place + Int.random(in: 0...8, using: &self.generator))
        switch self.generator.next() % 7 {
        case 0: if place < bytes.count { bytes[place] ^= 1 << UInt8(self.generator.next() % 8) }
        case 1:
            if place < bytes.count {
                bytes[place] = [0, 0x1E, 0x7F, 0x80, 0xC3, 0xFF].randomElement(using: &self.generator) ?? 0
            }
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 4: bytes.insert(contentsOf: self.words.randomElement(using: &self.generator) ?? [], at: place)
        case 5: bytes.replaceSubrange(place..., with: (self.corpus.randomElement(using: &self.generator) ?? []).suffix(20))
        default: bytes.insert(UInt8(truncatingIfNeeded: self.generator.next() as UInt64), at: place)
        }
    }
}
