import NIOCore
import Testing

@testable import EngineIO

@Suite struct PollingPayloadTests {
    @Test func joinsPacketsInOrder() throws {
        let packets: [EnginePacket] = [
            .text(ByteBuffer(string: "hello")), .ping, .binary(ByteBuffer(bytes: [1, 2, 3, 4])), .text(ByteBuffer()), .noop,
            .close,
        ]
        #expect(String(buffer: PollingPayload.encode(packets)) == "4hello\u{1E}2\u{1E}bAQIDBA==\u{1E}4\u{1E}6\u{1E}1")
        #expect(try PollingPayload.decode(PollingPayload.encode(packets), maxPackets: 6) == packets)
    }

    @Test func everyByteTravelsAsBase64() throws {
        for length in 0...300 {
            let payload = ByteBuffer(bytes: (0..<length).map { UInt8(truncatingIfNeeded: $0) })
            let encoded = PollingPayload.encode([.binary(payload)])
            #expect(try PollingPayload.decode(encoded, maxPackets: 1) == [.binary(payload)])
        }
    }

    @Test func readsASliceThatDoesNotBeginAtZero() throws {
        var buffer = ByteBuffer(string: "xxxx4a\u{1E}4b")
        buffer.moveReaderIndex(forwardBy: 4)
        #expect(
            try PollingPayload.decode(buffer, maxPackets: 2)
                == [.text(ByteBuffer(string: "a")), .text(ByteBuffer(string: "b"))])
    }

    @Test(arguments: ["", "\u{1E}", "4a\u{1E}", "\u{1E}4a", "4a\u{1E}\u{1E}4b", "x", "4a\u{1E}x"])
    func refusesWhatIsNoPacket(body: String) {
        #expect(throws: PollingPayload.DecodingError.invalidPacket) {
            try PollingPayload.decode(ByteBuffer(string: body), maxPackets: 10)
        }
    }

    @Test(arguments: ["b!", "bAQ", "bAQ=", "bA Q=", "bAQI=\n", "b=AQI"])
    func refusesBrokenBase64(body: String) {
        #expect(throws: PollingPayload.DecodingError.invalidBase64) {
            try PollingPayload.decode(ByteBuffer(string: body), maxPackets: 10)
        }
    }

    @Test func refusesInvalidUTF8AnywhereInTheBody() {
        #expect(throws: PollingPayload.DecodingError.invalidUTF8) {
            try PollingPayload.decode(ByteBuffer(bytes: [0x34, 0x61, 0x1E, 0x34, 0xC3]), maxPackets: 10)
        }
    }

    @Test func boundsThePackets() throws {
        let body = ByteBuffer(string: Array(repeating: "4", count: 100).joined(separator: "\u{1E}"))
        #expect(try PollingPayload.decode(body, maxPackets: 100).count == 100)
        #expect(throws: PollingPayload.DecodingError.tooManyPackets) { try PollingPayload.decode(body, maxPackets: 99) }
    }

    /// Whatever bytes come, decoding ends in packets or an error.
    @Test func survivesRandomBytes() {
        var generator = SplitMix64(state: 42)
        let alphabet: [UInt8] = [0x1E, 0x30, 0x31, 0x34, 0x35, 0x62, 0x41, 0x3D, 0xC3, 0xA9, 0x00]
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            guard let packets = try? PollingPayload.decode(ByteBuffer(bytes: bytes), maxPackets: 50) else { continue }
            #expect(packets.count == bytes.count { $0 == 0x1E } + 1)
        }
    }
}

/// A generator whose numbers repeat from run to run.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var z = self.state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
