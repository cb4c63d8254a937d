import EngineIO
import JSON
import NIOCore
import NIOEmbedded
import Testing

@testable import SocketIO

/// Valid conversations, damaged in a seeded and therefore repeatable way. Whatever comes of it, nothing traps, and how the
/// bytes lie in memory makes no difference.
@Suite struct FuzzTests {
    private static let rounds = 5_000

    private static let corpus: [String] = [
        "0", #"0{"token":"x"}"#, "0/a,", #"0/a,{"pid":"p1","offset":"1"}"#, "1", "1/a,", #"2["echo",1,"2",{"3":[true,null]}]"#,
        #"2/a,["echo","é\ud83d\ude80\ud800"]"#, #"213["ack",[[[[[[]]]]]],-0.5e-7]"#,
        #"52-["echo",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]"#,
        #"51-/a,9007199254740991["ack",{"b":{"_placeholder":true,"num":0}}]"#, #"30["yes"]"#,
        "61-0[{\"_placeholder\":true,\"num\":0}]",
        #"4{"message":"x"}"#, #"2["typed",{"piece":"p","x":1}]"#, #"25["typed",{"x":"1"}]"#,
    ]

    private struct Move: Codable {
        var piece: String
        var x: Int8
    }

    private static func damaged(_ text: String, _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2 where place < bytes.count: bytes.remove(at: place)
            case 3: bytes.insert(Array(#"{}[]",:\0123456789-/e"#.utf8).randomElement(using: &random) ?? 0, at: place)
            case 4: bytes.removeLast(bytes.count - place)
            default:
                bytes.insert(contentsOf: Array((Self.corpus.randomElement(using: &random) ?? "").utf8).prefix(9), at: place)
            }
        }
        return bytes
    }

    /// The same bytes alone, and glued between others.
    private static func forms(_ bytes: [UInt8]) -> [ByteBuffer] {
        var glued = ByteBuffer(bytes: Array("2[\"x".utf8) + bytes + Array("\"]9".utf8))
        glued.moveReaderIndex(forwardBy: 4)
        return [ByteBuffer(bytes: bytes), glued.readSlice(length: bytes.count) ?? ByteBuffer()]
    }

    @Test(arguments: [1, 2]) func packetsAreReadAlikeInEveryForm(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let limits = SocketIOConfiguration().packetLimits
        for _ in 0..<Self.rounds {
            let bytes = Self.damaged(Self.corpus.randomElement(using: &random) ?? "", &random)
            let results = Self.forms(bytes).map { buffer in
                Result { () throws(ProtocolViolation) -> String in
                    var decoder = PacketDecoder(limits: limits)
                    guard let packet = try decoder.decode(text: buffer) else { return "waits" }
                    guard packet.kind == .event || packet.kind == .acknowledgement else { return "\(packet)" }
                    let name = packet.kind == .event ? try PacketPayload.eventName(of: packet.payload, limits: limits) : ""
                    return name + JSONValue.array(try PacketPayload.arguments(of: packet, limits: limits)).serialized
                }
            }
            #expect(results[0] == results[1])
        }
    }

    @Test(arguments: [3, 4]) func jsonIsReadAlikeInEveryForm(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<Self.rounds {
            let text = Self.corpus.randomElement(using: &random) ?? ""
            let bytes = Self.damaged(String(text.drop { $0 != "[" && $0 != "{" }), &random)
            let whole = Result { () throws(JSONError) in try JSONValue(parsing: bytes) }
            // A collection without one piece of memory is read byte by byte into one.
            #expect(Result { () throws(JSONError) in try JSONValue(parsing: AnyCollection(bytes)) } == whole)
            for form in Self.forms(bytes) {
                #expect(Result { () throws(JSONError) in try JSONValue(parsing: form.readableBytesView) } == whole)
            }
            guard case .success(let value) = whole else { continue }
            #expect(Result { () throws(JSONError) in try JSONValue(parsing: value.serialized) } == whole)
            _ = try? JSONValueDecoder().decode([Move?].self, from: value)
        }
    }

    @Test(arguments: [5, 6]) func conversationsNeverTrap(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let loop = EmbeddedEventLoop()
        var configuration = SocketIOConfiguration()
        configuration.connectionStateRecovery = seed == 6 ? ConnectionStateRecovery() : nil
        let server = SocketIOServer.echo(Journal(), configuration)
        let children = server.of(pattern: "/*")
        for _ in 0..<Self.rounds / 10 {
            let session = TestSession(server, on: loop)
            session.say("0")
            server.of("/").sockets.first?.on("typed", as: Move.self) { _, event in event.acknowledge("ok") }
            for _ in 0..<10 {
                let bytes = Self.damaged(Self.corpus.randomElement(using: &random) ?? "", &random)
                for form in Self.forms(bytes).shuffled(using: &random).prefix(1) {
                    // Text is UTF-8 by the time it comes here.
                    let text = String(buffer: form)
                    session.say(text)
                }
                if Int.random(in: 0..<4, using: &random) == 0 { session.say(binary: [1]) }
            }
            session.close(reason: .transportClose)
        }
        loop.advanceTime(by: .minutes(5))
        #expect(server.of("/").sockets.isEmpty)
        #expect(children.namespaces.isEmpty)
    }
}
