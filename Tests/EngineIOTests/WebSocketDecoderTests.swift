import NIOCore
import Testing

@testable import EngineIO

@Suite struct WebSocketDecoderTests {
    typealias Item = WebSocketDecoder.Item
    typealias Violation = WebSocketDecoder.Violation

    /// What a decoder makes of pieces, each of which is one read.
    private static func decode(
        _ pieces: [ByteBuffer], maxMessageLength: Int = 100_000, maxFragments: Int = 4
    ) -> ([Item], Violation?) {
        var decoder = WebSocketDecoder(maxMessageLength: maxMessageLength, maxFragments: maxFragments)
        var items: [Item] = []
        for var piece in pieces {
            var space = ByteBuffer()
            do throws(Violation) {
                while let item = try decoder.next(in: &piece, space: &space) { items.append(item) }
            } catch {
                return (items, error)
            }
            #expect(piece.readableBytes == 0)
        }
        return (items, nil)
    }

    /// Whoever keeps a message keeps no more memory than it needs: not a copy of all that one read has brought.
    @Test func messagesThatAreKeptShareNoCopies() {
        let count = 4_000
        var bytes = ByteBuffer()
        for _ in 0..<count { bytes.writeImmutableBuffer(TestClient.frame(2, [1, 2, 3])) }
        let (items, violation) = Self.decode([bytes])
        #expect(violation == nil && items.count == count)
        let sizes = items.map { item -> Int in
            guard case .binary(let payload) = item else { return .max }
            return payload.storageCapacity
        }
        #expect(sizes.allSatisfy { $0 <= 64 })
    }

    private static func join(_ frames: ByteBuffer...) -> ByteBuffer {
        frames.reduce(into: ByteBuffer()) { $0.writeImmutableBuffer($1) }
    }

    private static func cut(_ bytes: ByteBuffer, every size: Int) -> [ByteBuffer] {
        var (bytes, pieces) = (bytes, [ByteBuffer]())
        while let piece = bytes.readSlice(length: min(max(1, size), bytes.readableBytes)), piece.readableBytes > 0 {
            pieces.append(piece)
        }
        return pieces
    }

    private static func pattern(_ length: Int) -> [UInt8] { (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7) } }

    /// Everything that may come, glued together.
    private static let stream: (bytes: ByteBuffer, items: [Item]) = {
        let long = Self.pattern(300)
        let huge = Self.pattern(70_000)
        let bytes = Self.join(
            TestClient.frame(1, "4a".utf8), TestClient.frame(2, long, mask: [0xFF, 0, 0x80, 9]), TestClient.frame(9, "p".utf8),
            TestClient.frame(1, [0x34, 0xC3], isFinal: false), TestClient.frame(10, []),
            TestClient.frame(0, [], isFinal: false), TestClient.frame(9, "between".utf8), TestClient.frame(0, [0xA9, 0x21]),
            TestClient.frame(2, []),
            TestClient.frame(2, huge), TestClient.frame(1, "é".utf8), TestClient.frame(8, [0x03, 0xE8, 0x62]),
            TestClient.frame(8, []))
        let items: [Item] = [
            .text(ByteBuffer(string: "4a")), .binary(ByteBuffer(bytes: long)), .ping(ByteBuffer(string: "p")), .pong,
            .ping(ByteBuffer(string: "between")), .text(ByteBuffer(string: "4é!")), .binary(ByteBuffer()),
            .binary(ByteBuffer(bytes: huge)), .text(ByteBuffer(string: "é")), .close(code: 1000), .close(code: nil),
        ]
        return (bytes, items)
    }()

    @Test(arguments: [1, 2, 3, 5, 7, 13, 64, 511, 512, 4_096, 1_000_000])
    func bytesMayBeCutAnywhere(size: Int) {
        let (items, violation) = Self.decode(Self.cut(Self.stream.bytes, every: size))
        #expect(items == Self.stream.items && violation == nil)
    }

    @Test func anyTwoPieces() {
        let frames = Self.join(
            TestClient.frame(1, "4hello, world".utf8, isFinal: false), TestClient.frame(9, "ping".utf8),
            TestClient.frame(0, Self.pattern(200).map { $0 & 0x7F }))
        let whole = Self.decode([frames])
        #expect(whole.0.count == 2 && whole.1 == nil)
        for place in 0...frames.readableBytes {
            var rest = frames
            let pieces = [rest.readSlice(length: place), rest].compactMap { $0 }
            let (items, violation) = Self.decode(pieces)
            #expect(items == whole.0 && violation == nil, "cut at \(place)")
        }
    }

    /// Each is found as soon as the bytes that show it have come: the payloads of these frames are not there.
    @Test(arguments: [
        ([0x81, 0x02], Violation.protocolError),
        ([0xC1, 0x82], .protocolError),
        ([0xA1, 0x82], .protocolError),
        ([0x91, 0x82], .protocolError),
        ([0x83, 0x80], .protocolError),
        ([0x8B, 0x80], .protocolError),
        ([0x80, 0x80], .protocolError),
        ([0x09, 0x80], .protocolError),
        ([0x89, 0xFE], .protocolError),
        ([0x88, 0xFF], .protocolError),
        // Longer forms than the length needs.
        ([0x81, 0xFE, 0x00, 0x7D], .protocolError),
        ([0x81, 0xFF, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], .protocolError),
        ([0x82, 0xFE, 0x03, 0xE9], .tooLarge),
        ([0x82, 0xFF, 0, 0, 0, 0, 0, 1, 0, 0], .tooLarge),
        ([0x82, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .tooLarge),
    ])
    func refusesByTheHead(head: [UInt8], expected: Violation) {
        let bytes = ByteBuffer(bytes: head)
        for pieces in [[bytes], Self.cut(bytes, every: 1)] {
            let (items, violation) = Self.decode(pieces, maxMessageLength: 1_000)
            #expect(items.isEmpty && violation == expected)
            let shorter = bytes.getSlice(at: 0, length: head.count - 1).map { Self.decode([$0], maxMessageLength: 1_000) }
            #expect(head.count == 2 || shorter?.1 == nil)
        }
    }

    @Test func aMessageBeginsOnce() {
        let first = TestClient.frame(1, "4".utf8, isFinal: false)
        for opcode: UInt8 in [1, 2] {
            #expect(Self.decode([first, TestClient.frame(opcode, [])]).1 == .protocolError)
        }
    }

    // MARK: Bounds

    @Test func lengths() {
        let most = TestClient.frame(2, [UInt8](repeating: 1, count: 1_000))
        #expect(Self.decode([most], maxMessageLength: 1_000).0.count == 1)
        let tooMuch = TestClient.frame(2, [UInt8](repeating: 1, count: 1_001))
        #expect(Self.decode([tooMuch], maxMessageLength: 1_000).1 == .tooLarge)
        let half = TestClient.frame(2, [UInt8](repeating: 1, count: 500), isFinal: false)
        #expect(Self.decode([half, half, TestClient.frame(0, [])], maxMessageLength: 1_000).1 == .protocolError)
        let next = { (count: Int) in TestClient.frame(0, [UInt8](repeating: 1, count: count)) }
        #expect(Self.decode([half, next(500)], maxMessageLength: 1_000).0.count == 1)
        #expect(Self.decode([half, next(501)], maxMessageLength: 1_000).1 == .tooLarge)
    }

    @Test func fragments() {
        let first = TestClient.frame(2, [], isFinal: false)
        let next = TestClient.frame(0, [], isFinal: false)
        let last = TestClient.frame(0, [])
        #expect(Self.decode([first, next, next, last], maxFragments: 4).0 == [.binary(ByteBuffer())])
        #expect(Self.decode([first, next, next, next, last], maxFragments: 4).1 == .tooManyFragments)
        // The next message counts anew.
        #expect(Self.decode([first, next, last, first, next, last], maxFragments: 4).0.count == 2)
    }

    // MARK: Content

    @Test(arguments: [[0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF4, 0x90, 0x80, 0x80], [0xFF]])
    func textIsUTF8(bytes: [UInt8]) {
        #expect(Self.decode([TestClient.frame(1, bytes)]).1 == .invalidUTF8)
        let ended = [TestClient.frame(1, bytes, isFinal: false), TestClient.frame(0, [])]
        #expect(Self.decode(ended).1 == .invalidUTF8)
        #expect(Self.decode([TestClient.frame(2, bytes)]).1 == nil)
        #expect(Self.decode([TestClient.frame(8, [0x03, 0xE8] + bytes)]).1 == .invalidUTF8)
    }

    @Test func closeCodes() {
        let valid = Set(1000...1003).union(1007...1014).union(3000...4999)
        for code in 0...UInt16.max where code < 6_000 || code % 997 == 0 {
            let (items, violation) = Self.decode([TestClient.frame(8, [UInt8(code >> 8), UInt8(code & 0xFF)])])
            let isValid = valid.contains(Int(code))
            #expect(items == (isValid ? [.close(code: code)] : []) && (violation == nil) == isValid)
        }
        #expect(Self.decode([TestClient.frame(8, [3])]).1 == .protocolError)
    }

    /// Whatever comes, and however it is cut, the outcome is the same.
    @Test func mutatedFrames() {
        let long = TestClient.frame(2, Self.pattern(200))
        let corpus = [
            Array(buffer: Self.join(TestClient.frame(1, "4é".utf8, isFinal: false), TestClient.frame(0, "x".utf8))),
            Array(buffer: Self.join(TestClient.frame(9, "p".utf8), TestClient.frame(8, [0x03, 0xE8]))), Array(buffer: long),
        ]
        var generator = SplitMix64(state: 7)
        var items = 0
        for round in 0..<5_000 {
            var bytes = corpus[round % corpus.count]
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            let whole = Self.decode([ByteBuffer(bytes: bytes)], maxMessageLength: 150)
            let size = Int.random(in: 1...9, using: &generator)
            let cut = Self.decode(Self.cut(ByteBuffer(bytes: bytes), every: size), maxMessageLength: 150)
            #expect(whole.0 == cut.0 && whole.1 == cut.1, "\(bytes)")
            items += whole.0.count
        }
        #expect(items > 500, "Most inputs are too broken to tell anything.")
    }
}
