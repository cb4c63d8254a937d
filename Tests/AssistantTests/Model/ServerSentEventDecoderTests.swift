import Testing

@testable import Assistant

@Suite struct ServerSentEventDecoderTests {
    private func decode(_ pieces: [[UInt8]], limit: Int = 1 << 20) throws -> [ServerSentEvent] {
        var decoder = ServerSentEventDecoder(limit: limit)
        return try pieces.flatMap { try decoder.decode($0) }
    }

    private func decode(_ text: String) throws -> [ServerSentEvent] { try self.decode([Array(text.utf8)]) }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func everyCutGivesTheSameEvents(lineEnd: String) throws {
        let stream =
            "\u{FEFF}: hello\n\nretry: 10\nid: 7\nevent: note\ndata: {\"a\":\ndata: \"é🚀\"}\n\ndata:bare\n\ndata:  two blanks\n\n"
        let bytes = Array(stream.replacing("\n", with: lineEnd).utf8)
        let expected = [
            ServerSentEvent(name: "note", data: "{\"a\":\n\"é🚀\"}"), ServerSentEvent(name: "", data: "bare"),
            ServerSentEvent(name: "", data: " two blanks"),
        ]
        for pieces in cuts(of: bytes) { #expect(try self.decode(pieces) == expected) }
    }

    @Test func anEventWithoutDataIsNone() throws {
        #expect(try self.decode("event: ping\n\ndata:\n\ndata\n\n: x\n\n\n\n").isEmpty)
    }

    @Test func anEventsNameDoesNotReachTheNext() throws {
        #expect(try self.decode("event: error\ndata: 1\n\ndata: 2\n\n").map(\.name) == ["error", ""])
    }

    @Test func anUnfinishedEventIsDropped() throws {
        #expect(try self.decode("data: 1\n\ndata: 2\n").map(\.data) == ["1"])
    }

    @Test func aByteOrderMarkCountsOnlyAtTheStart() throws {
        #expect(try self.decode("data: 1\n\n\u{FEFF}data: 2\n\n").map(\.data) == ["1"])
    }

    @Test func badUTF8BecomesReplacementCharacters() throws {
        let bytes = Array("data: a".utf8) + [0xFF, 0xC3] + Array("\n\n".utf8)
        #expect(try self.decode([bytes]).map(\.data) == ["a\u{FFFD}\u{FFFD}"])
    }

    @Test func aLineOfTheLimitPassesAndOneByteMoreDoesNot() throws {
        let line = Array("data: 34567890".utf8)
        #expect(try self.decode([line, Array("\n\n".utf8)], limit: line.count).count == 1)
        for pieces in [[line + [0x78]], [line, [0x78]]] {
            #expect(throws: ServerSentEventDecoder.Failure.tooLong(limit: line.count)) {
                try self.decode(pieces, limit: line.count)
            }
        }
    }

    @Test func manyShortLinesOfOneEventAreBoundedToo() {
        let lines = Array(String(repeating: "data: 1234\n", count: 3).utf8)
        #expect(throws: ServerSentEventDecoder.Failure.tooLong(limit: 12)) { try self.decode([lines], limit: 12) }
    }
}
