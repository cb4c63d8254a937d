import CZlib
import NIOCore
import Testing

@testable import EngineIO

@Suite struct CompressionTests {
    /// The bytes of the answer to a GET with a message of `length` bytes waiting.
    private func answer(length: Int, accepting: String?, threshold: Int? = 1_024) throws -> (head: String, body: ByteBuffer) {
        let server = TestServer(configure: { $0.compressionThreshold = threshold })
        let (client, target) = try server.openPolling()
        server.listener.sessions.first?.send(text: ByteBuffer(repeating: UInt8(ascii: "x"), count: length))
        try client.start("GET \(target)", headers: accepting.map { ["accept-encoding: \($0)"] } ?? [])
        var bytes = try client.takeBytes()
        let end = try #require(bytes.readableBytesView.firstRange(of: Array("\r\n\r\n".utf8)))
        let head = bytes.readString(length: end.upperBound - bytes.readerIndex) ?? ""
        #expect(head.contains("content-length: \(bytes.readableBytes)\r\n"))
        return (head, bytes)
    }

    @Test(arguments: [
        ("gzip", "gzip"), ("deflate", "deflate"), ("gzip, deflate, br", "gzip"), ("br;q=1, DEFLATE;q=0.5", "deflate"),
    ])
    func compressesFromTheThreshold(accepting: String, encoding: String) throws {
        // One byte is the packet's type.
        let answer = try self.answer(length: 1_023, accepting: accepting)
        #expect(answer.head.contains("content-encoding: \(encoding)\r\n"))
        #expect(answer.head.contains("vary: Accept-Encoding\r\n") && answer.head.contains("vary: Origin\r\n"))
        #expect(answer.head.contains("content-type: text/plain; charset=UTF-8\r\n"))
        #expect(answer.body.readableBytes < 100)
        #expect(try Self.inflate(answer.body) == "4" + String(repeating: "x", count: 1_023))
    }

    @Test func leavesSmallAnswersAlone() throws {
        let answer = try self.answer(length: 1_022, accepting: "gzip")
        #expect(!answer.head.contains("content-encoding") && answer.body.readableBytes == 1_023)
    }

    @Test(arguments: [nil, "", "br", "gzip;q=0", "identity, gzip;q=0.5", "gzip;q=2", "gzip;q=x", "*;q=0"])
    func compressesOnlyIfTheClientLikesIt(accepting: String?) throws {
        #expect(try !self.answer(length: 5_000, accepting: accepting).head.contains("content-encoding"))
    }

    @Test func isOffWithoutAThreshold() throws {
        #expect(try !self.answer(length: 5_000, accepting: "gzip", threshold: nil).head.contains("content-encoding"))
    }

    @Test(arguments: [
        ("gzip;q=0.2, deflate;q=0.8", ContentEncoding.deflate), ("deflate, gzip", .gzip), ("*", .gzip),
        ("*;q=0.1, gzip;q=0", .deflate),
        ("x-gzip", .gzip), (" gzip ; q=0.5 ", .gzip), ("gzip;a=b;q=0, deflate", .deflate), (",,gzip,", .gzip),
        ("identity;q=0.5, gzip", .gzip), (String(repeating: "a,", count: 15) + "gzip", .gzip),
    ])
    func prefers(accepted: String, encoding: ContentEncoding) {
        #expect(ContentEncoding(accepted: accepted) == encoding)
    }

    @Test func looksAtSoManyCodingsOnly() {
        #expect(ContentEncoding(accepted: String(repeating: "a,", count: 16) + "gzip") == nil)
    }

    /// Bytes that do not compress take a little more room, not less.
    @Test(arguments: [0, 1, 100, 65_536, 1_000_000])
    func anyBytes(length: Int) throws {
        var generator = SplitMix64(state: UInt64(length))
        let body = ByteBuffer(bytes: (0..<length).map { _ in UInt8.random(in: 0x20...0x7E, using: &generator) })
        for encoding in [ContentEncoding.gzip, .deflate] {
            let compressed = try #require(encoding.compress(body))
            #expect(try Self.inflate(compressed) == String(buffer: body))
        }
    }

    private static func inflate(_ compressed: ByteBuffer) throws -> String {
        var input = Array(buffer: compressed)
        var output = [UInt8](repeating: 0, count: 2_000_000)
        let length = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                czlib_uncompress(input.baseAddress, input.count, output.baseAddress, output.count)
            }
        }
        try #require(length >= 0)
        return String(decoding: output[..<length], as: UTF8.self)
    }
}
