import NIOCore
import NIOEmbedded
import NIOWebSocket
import Testing

@testable import EngineIO

@Suite struct EnginePacketTests {
    @Test(arguments: [
        ("0{}", EnginePacket.open(ByteBuffer(string: "{}"))), ("1", .close), ("2", .ping), ("2x", .ping), ("2probe", .probe),
        ("3", .pong), ("3probe", .probeAnswer), ("4", .text(ByteBuffer())), ("4hé", .text(ByteBuffer(string: "hé"))),
        ("5", .upgrade), ("6", .noop),
    ])
    func readsText(encoded: String, packet: EnginePacket) {
        #expect(EnginePacket(text: ByteBuffer(string: encoded)) == packet)
    }

    @Test(arguments: ["", "7", "9", "b", "bAQ==", "x", "\u{0}", " 4", "é"])
    func refusesOtherText(encoded: String) {
        #expect(EnginePacket(text: ByteBuffer(string: encoded)) == nil)
    }

    @Test(arguments: [0, 1, 124, 125, 126, 65_534, 65_535, 65_536, 70_000])
    func framesAreReadByAnIndependentDecoder(length: Int) throws {
        let channel = EmbeddedChannel(handler: ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: 100_000)))
        var frames = ByteBuffer()
        frames.writeFrame(.text(ByteBuffer(repeating: UInt8(ascii: "a"), count: length)))
        frames.writeFrame(.binary(ByteBuffer(repeating: 0xFF, count: length)))
        try channel.writeInbound(frames)
        let text = try #require(try channel.readInbound(as: WebSocketFrame.self))
        #expect(
            text
                == WebSocketFrame(
                    fin: true, opcode: .text, data: ByteBuffer(string: "4" + String(repeating: "a", count: length))))
        let binary = try #require(try channel.readInbound(as: WebSocketFrame.self))
        #expect(binary == WebSocketFrame(fin: true, opcode: .binary, data: ByteBuffer(repeating: 0xFF, count: length)))
    }

    @Test func openPacketHasExactlyTheProtocolsKeys() {
        var configuration = EngineIOConfiguration()
        let text = { (transport: EngineIOTransport) in
            String(buffer: EnginePacket.open(id: "abc", transport: transport, configuration: configuration).payload)
        }
        #expect(
            text(.polling)
                == #"{"sid":"abc","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}"#)
        #expect(
            text(.websocket) == #"{"sid":"abc","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}"#)
        configuration.allowUpgrades = false
        #expect(text(.polling).contains(#""upgrades":[]"#))
        configuration.allowUpgrades = true
        configuration.transports = [.polling]
        #expect(text(.polling).contains(#""upgrades":[]"#))
    }
}

@Suite struct UTF8ValidationTests {
    @Test func acceptsWhatSwiftWrites() {
        for text in ["", "a", "12345678", "123456789", "12345678é", "é12345678", "\u{10FFFF}\u{0}\u{7F}\u{80}", "😀"] {
            #expect(ByteBuffer(string: text).isValidUTF8)
        }
    }

    /// Overlong forms, surrogates, too large, cut off, stray continuation.
    @Test(
        arguments: [[0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3], [0x80], [0xFF]]
            as [[UInt8]])
    func refuses(bytes: [UInt8]) {
        for padding in 0...9 {
            let ascii = [UInt8](repeating: 0x61, count: padding)
            #expect(!ByteBuffer(bytes: ascii + bytes).isValidUTF8)
            #expect(!ByteBuffer(bytes: ascii + bytes + ascii).isValidUTF8)
        }
    }
}
