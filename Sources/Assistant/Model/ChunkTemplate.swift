import Foundation

/// What the chunks of a stream have in common. They differ in little but their text, so that of most of them no more than
/// that need be read: parsing each costs more than all else that becomes of a token here.
struct ChunkTemplate: Sendable {
    private let prefix: [UInt8]
    private let suffix: [UInt8]

    /// - Parameters:
    ///   - chunk: one that was parsed.
    ///   - text: the text that it brought.
    ///   - isSound: whether this chunk, parsed, means nothing but the text that is given with it. The place at which the text
    ///     was found may be another's with the same text; the question put to a chunk with a text of its own tells.
    init?(_ chunk: String, text: String, isSound: (_ chunk: String, _ text: String) -> Bool) {
        guard Self.isPlain(text.utf8), let place = chunk.range(of: "\"\(text)\"", options: [.literal, .backwards]) else {
            return nil
        }
        self.prefix = Array(chunk[..<place.lowerBound].utf8) + [UInt8(ascii: "\"")]
        self.suffix = [UInt8(ascii: "\"")] + Array(chunk[place.upperBound...].utf8)
        let probe = "\(text) too"
        guard isSound(String(decoding: self.prefix + probe.utf8 + self.suffix, as: UTF8.self), probe) else { return nil }
    }

    /// - Returns: the chunk's text, if it is written without escapes and all else is as in the first; otherwise the chunk is
    ///   to be parsed.
    func text(of chunk: String) -> String? {
        var chunk = chunk
        return chunk.withUTF8 { bytes in
            let end = bytes.count - self.suffix.count
            guard let start = bytes.baseAddress, end >= self.prefix.count,
                memcmp(start, self.prefix, self.prefix.count) == 0, memcmp(start + end, self.suffix, self.suffix.count) == 0
            else { return nil }
            let text = UnsafeBufferPointer(rebasing: bytes[self.prefix.count..<end])
            return Self.isPlain(text) ? String(decoding: text, as: UTF8.self) : nil
        }
    }

    /// Whether bytes stand for themselves in a JSON string (RFC 8259 section 7).
    private static func isPlain(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }
}
