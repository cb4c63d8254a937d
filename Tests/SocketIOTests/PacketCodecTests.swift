import EngineIO
import JSON
import NIOCore
import Testing

@testable import SocketIO

@Suite struct PacketCodecTests {
    private static let limits = SocketIOConfiguration().packetLimits

    private func decode(_ text: String) throws -> SocketPacket? {
        var decoder = PacketDecoder(limits: Self.limits)
        return try decoder.decode(text: ByteBuffer(string: text))
    }

    private static func packet(
        _ kind: SocketPacket.Kind, _ namespace: String = "/", id: Int? = nil, _ payload: String = "",
        attachments: [ByteBuffer] = []
    ) -> SocketPacket {
        SocketPacket(
            kind: kind, namespace: namespace, id: id, payload: ByteBuffer(string: payload), attachments: attachments)
    }

    @Test(arguments: [
        ("0", packet(.connect)),
        (#"0{"token":"x"}"#, packet(.connect, "/", #"{"token":"x"}"#)),
        ("0/admin,", packet(.connect, "/admin")),
        ("0/admin", packet(.connect, "/admin")),
        (#"0/admin,{"a":1}"#, packet(.connect, "/admin", #"{"a":1}"#)),
        ("1", packet(.disconnect)),
        ("1/admin,", packet(.disconnect, "/admin")),
        (#"2["a"]"#, packet(.event, "/", #"["a"]"#)),
        (#"2/admin,456["a",1]"#, packet(.event, "/admin", id: 456, #"["a",1]"#)),
        (#"213["a",{}]"#, packet(.event, id: 13, #"["a",{}]"#)),
        (#"29007199254740991["a"]"#, packet(.event, id: 9_007_199_254_740_991, #"["a"]"#)),
        ("3/admin,0[]", packet(.acknowledgement, "/admin", id: 0, "[]")),
        (#"50-["a"]"#, packet(.event, "/", #"["a"]"#)),
        (#"60-7["a"]"#, packet(.acknowledgement, id: 7, #"["a"]"#)),
        (#"4{"message":"no"}"#, packet(.connectError, "/", #"{"message":"no"}"#)),
    ])
    func headersAreRead(text: String, expected: SocketPacket) throws {
        #expect(try self.decode(text) == expected)
    }

    @Test(
        arguments: [
            ("", .unknownPacketType), ("7", .unknownPacketType), ("abc", .unknownPacketType), ("-1", .unknownPacketType),
            ("2", .invalidPayload), ("2{}", .invalidPayload), (#"2"a""#, .invalidPayload), ("2abc[]", .invalidPayload),
            ("2-1[]", .invalidPayload), (#"2 ["a"]"#, .invalidPayload), (#"21e1["a"]"#, .invalidPayload),
            ("0[]", .invalidPayload), ("0null", .invalidPayload), (#"0"token""#, .invalidPayload), ("07", .invalidPayload),
            (#"1["a"]"#, .invalidPayload), ("17", .invalidPayload), ("3[]", .invalidAcknowledgementID), ("31", .invalidPayload),
            ("31{}", .invalidPayload), (#"29007199254740992["a"]"#, .invalidAcknowledgementID),
            (#"299999999999999999999["a"]"#, .invalidAcknowledgementID),
            (#"5["a"]"#, .invalidAttachmentCount), (#"5-["a"]"#, .invalidAttachmentCount),
            (#"51["a"]"#, .invalidAttachmentCount),
            (#"5-1-["a"]"#, .invalidAttachmentCount), (#"51e1-["a"]"#, .invalidAttachmentCount),
            (#"51.0-["a"]"#, .invalidAttachmentCount), (#"511-["a"]"#, .tooManyAttachments),
            (#"51000000000-["a"]"#, .tooManyAttachments), (#"599999999999999999999-["a"]"#, .tooManyAttachments),
            ("5", .invalidAttachmentCount),
        ] as [(String, ProtocolViolation)])
    func violationsAreNamed(text: String, violation: ProtocolViolation) {
        #expect(throws: violation) { try self.decode(text) }
    }

    @Test func namespacesAreBoundedInBytes() throws {
        let longest = "/" + String(repeating: "n", count: 255)
        #expect(try self.decode("0\(longest),")?.namespace == longest)
        #expect(throws: ProtocolViolation.namespaceTooLong) { try self.decode("0\(longest)n,") }
        #expect(throws: ProtocolViolation.namespaceTooLong) { try self.decode("0\(longest)n") }
    }

    // MARK: Names and payloads

    private func name(_ payload: String) throws -> String {
        try PacketPayload.eventName(of: ByteBuffer(string: payload), limits: Self.limits)
    }

    @Test(arguments: [
        (#"["a"]"#, "a"), (#"["",1]"#, ""), (#"[ "a b" , 1]"#, "a b"), (#"["\u0061\n"]"#, "a\n"), (#"["\"]"]"#, "\"]"),
        (#"["履歴書"]"#, "履歴書"), (#"["__proto__"]"#, "__proto__"),
    ])
    func eventNamesAreReadFromTheFront(payload: String, name: String) throws {
        #expect(try self.name(payload) == name)
    }

    @Test(
        arguments: [
            ("[]", .invalidEventName), ("[null]", .invalidEventName), ("[{}]", .invalidEventName), ("[1]", .invalidEventName),
            ("[", .invalidEventName), (#"["a"#, .invalidEventName), (#"["a\"#, .invalidEventName),
            (#"["\x"]"#, .invalidEventName),
            (#"["\ud800"]"#, .invalidEventName), (#"[{"_placeholder":true,"num":0}]"#, .invalidEventName),
            (#"["connect"]"#, .reservedEventName), (#"["connect_error"]"#, .reservedEventName),
            (#"["disconnect"]"#, .reservedEventName), (#"["disconnecting"]"#, .reservedEventName),
            (#"["newListener"]"#, .reservedEventName), (#"["removeListener"]"#, .reservedEventName),
            (#"["dis\u0063onnect"]"#, .reservedEventName),
        ] as [(String, ProtocolViolation)])
    func eventNamesThatAreNoneAreRefused(payload: String, violation: ProtocolViolation) {
        #expect(throws: violation) { try self.name(payload) }
    }

    @Test func eventNamesAreBoundedInBytes() throws {
        let longest = String(repeating: "n", count: 256)
        #expect(try self.name("[\"\(longest)\"]") == longest)
        #expect(throws: ProtocolViolation.eventNameTooLong) { try self.name("[\"\(longest)n\"]") }
    }

    private func arguments(_ payload: String, attachments: Int = 0) throws -> [JSONValue] {
        let packet = Self.packet(.event, "/", payload, attachments: Array(repeating: ByteBuffer(), count: attachments))
        return try PacketPayload.arguments(of: packet, limits: Self.limits)
    }

    @Test(
        arguments: [
            ("[\"a\",", .invalidPayload), ("[\"a\",]", .invalidPayload), ("[\"a\"]]", .invalidPayload),
            ("[\"a\n\"]", .invalidPayload),
            (#"["a",NaN]"#, .invalidPayload), ("[\"a\",\(String(repeating: "[", count: 64))", .payloadTooComplex),
            ("[\"a\",\(String(repeating: "[", count: 100_000))", .payloadTooComplex),
            ("[\"a\"\(String(repeating: ",0", count: 250_000))]", .payloadTooComplex),
        ] as [(String, ProtocolViolation)])
    func payloadsAreBoundedJSON(payload: String, violation: ProtocolViolation) {
        #expect(throws: violation) { try self.arguments(payload) }
    }

    @Test func payloadsMayBeAsDeepAsTheLimit() throws {
        let nested = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
        #expect(try self.arguments("[\"a\",\(nested)]").count == 1)
        #expect(throws: ProtocolViolation.payloadTooComplex) { try self.arguments("[\"a\",[\(nested)]]") }
    }

    @Test(arguments: [
        "1", "-1", "0.5", "1e0", #""0""#, "{}", "null", "99999999999999999999", #"{"_placeholder":true,"num":0}"#,
    ])
    func aPlaceholderNamesAnAttachmentThatIsThere(number: String) throws {
        let placeholder = #"["a",{"b":[{"_placeholder":true,"num":\#(number)}]}]"#
        #expect(throws: ProtocolViolation.invalidPlaceholder) { try self.arguments(placeholder, attachments: 1) }
        // In a text packet it is an object like any other.
        #expect(try self.arguments(placeholder)[0]["b"]?[0]?["_placeholder"] == true)
    }

    @Test func anObjectThatOnlyLooksLikeAPlaceholderIsData() throws {
        let arguments = try self.arguments(#"["a",{"_placeholder":"true","num":7},{"num":7}]"#, attachments: 1)
        #expect(arguments == [["_placeholder": "true", "num": 7], ["num": 7]])
    }

    // MARK: Attachments

    /// A decoder that an expectation can change.
    private final class DecoderBox {
        private var decoder: PacketDecoder

        init(_ limits: PacketLimits) { self.decoder = PacketDecoder(limits: limits) }

        func text(_ text: String) throws -> SocketPacket? { try self.decoder.decode(text: ByteBuffer(string: text)) }
        func binary(_ byte: UInt8) throws -> SocketPacket? { try self.decoder.decode(binary: ByteBuffer(bytes: [byte])) }
    }

    @Test func attachmentsAreJoinedToTheirPacketInOrder() throws {
        let decoder = DecoderBox(Self.limits)
        let text = #"52-/admin,7["a",{"_placeholder":true,"num":1},{"_placeholder":true,"num":0}]"#
        #expect(try decoder.text(text) == nil)
        #expect(try decoder.binary(1) == nil)
        let packet = try #require(try decoder.binary(2))
        #expect(packet.attachments == [ByteBuffer(bytes: [1]), ByteBuffer(bytes: [2])])
        #expect((packet.namespace, packet.id, packet.kind) == ("/admin", 7, .event))
        #expect(throws: ProtocolViolation.unexpectedBinary) { try decoder.binary(3) }
    }

    @Test func messagesThatAreNotDueAreViolations() throws {
        let decoder = DecoderBox(Self.limits)
        #expect(throws: ProtocolViolation.unexpectedBinary) { try decoder.binary(1) }
        #expect(try decoder.text(#"51-["a"]"#) == nil)
        #expect(throws: ProtocolViolation.unexpectedText) { try decoder.text(#"2["b"]"#) }
    }

    // MARK: Writing

    @Test func packetsAreWrittenAsTheProtocolSays() {
        let bytes = ByteBuffer(bytes: [1, 2])
        func text(_ packet: EncodedPacket) -> String { packet.messages.first.map { String(buffer: $0.payload) } ?? "" }
        #expect(text(PacketEncoder.connect(namespace: "/", id: "x")) == #"0{"sid":"x"}"#)
        #expect(text(PacketEncoder.connect(namespace: "/a", id: "x")) == #"0/a,{"sid":"x"}"#)
        #expect(text(PacketEncoder.connectError(ConnectError("no"), namespace: "/a")) == #"4/a,{"message":"no"}"#)
        #expect(
            text(PacketEncoder.connectError(ConnectError("no", data: [1]), namespace: "/")) == #"4{"message":"no","data":[1]}"#)
        #expect(text(PacketEncoder.disconnect(namespace: "/a")) == "1/a,")
        #expect(
            text(PacketEncoder.event("e", [1, nil], attachments: [], namespace: "/a", id: 7).packet()) == #"2/a,7["e",1,null]"#)
        #expect(text(PacketEncoder.acknowledgement([], attachments: [], namespace: "/", id: 0)) == "30[]")
        let binary = PacketEncoder.event("e", [.attachment(0)], attachments: [bytes], namespace: "/").packet()
        #expect(text(binary) == #"51-["e",{"_placeholder":true,"num":0}]"#)
        #expect(binary.messages.dropFirst() == [.binary(bytes)])
    }

    @Test(
        arguments: [("/", nil), ("/admin", 0), ("/", 9_007_199_254_740_991)], [[], [ByteBuffer(bytes: [1, 2]), ByteBuffer()]])
    func whatIsWrittenIsReadAgain(address: (String, Int?), attachments: [ByteBuffer]) throws {
        let (namespace, id) = address
        let arguments: [JSONValue] = ["é\u{0}\"", ["b": [.attachment(0), nil, 1]]]
        let encoded = PacketEncoder.event("n\\", arguments, attachments: attachments, namespace: namespace, id: id).packet()
        var decoder = PacketDecoder(limits: Self.limits)
        var packets: [SocketPacket] = []
        for message in encoded.messages {
            let packet =
                switch message {
                case .text(let text): try decoder.decode(text: text)
                case .binary(let bytes): try decoder.decode(binary: bytes)
                }
            if let packet { packets.append(packet) }
        }
        let packet = try #require(packets.first)
        #expect(packets.count == 1)
        #expect((packet.namespace, packet.id, packet.attachments) == (namespace, id, attachments))
        #expect(try PacketPayload.eventName(of: packet.payload, limits: Self.limits) == "n\\")
        #expect(try PacketPayload.arguments(of: packet, limits: Self.limits) == arguments)
    }

    // MARK: Damage

    private static let samples = [
        #"0/admin,{"token":"x"}"#, #"2/admin,13["name\n",{"a":[1,null]},"é"]"#, #"3/admin,13[{"ok":true}]"#,
        #"51-/admin,7["name",{"_placeholder":true,"num":0}]"#, #"4/admin,{"message":"no"}"#, "1/admin,",
    ].map { Array($0.utf8) }

    /// Reads whatever the bytes are as far as it goes.
    private func read(_ bytes: some Sequence<UInt8>) {
        var decoder = PacketDecoder(limits: Self.limits)
        guard
            let packet = try? decoder.decode(text: ByteBuffer(bytes: bytes)) ?? decoder.decode(binary: ByteBuffer(bytes: [1]))
        else { return }
        _ = try? PacketPayload.eventName(of: packet.payload, limits: Self.limits)
        _ = try? PacketPayload.arguments(of: packet, limits: Self.limits)
        _ = try? PacketPayload.object(of: packet, limits: Self.limits)
    }

    @Test(arguments: samples) func everyCutAndEveryChangedByteIsReadOrRefused(sample: [UInt8]) {
        for end in sample.indices { self.read(sample[..<end]) }
        for place in sample.indices {
            for byte in UInt8.min...UInt8.max {
                var damaged = sample
                damaged[place] = byte
                self.read(damaged)
            }
        }
    }

    @Test func randomDamageNeverTraps() {
        var random = SeededGenerator(seed: 1)
        let pieces = ["[", "]", "{", "}", "\"", "\\", ",", "-", "/", "9999999999", "_placeholder", "\u{0}", "é", " "].map {
            Array($0.utf8)
        }
        for _ in 0..<5_000 {
            var bytes = Self.samples.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
                case 1: bytes.removeSubrange(place..<min(place + 3, bytes.count))
                default: bytes.insert(UInt8.random(in: .min ... .max, using: &random), at: place)
                }
            }
            self.read(bytes)
        }
    }
}
