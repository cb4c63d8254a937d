/// One event of an event stream.
struct ServerSentEvent: Equatable, Sendable {
    /// The `event` field; empty where there was none, which means `message`.
    var name: String
    /// The `data` fields, joined with line feeds.
    var data: String
}

/// Decodes an event stream (WHATWG HTML, section 9.2.6) from bytes in any cut.
///
/// Lines end in LF, CR or CRLF. Comments, `id`, `retry` and unknown fields are skipped, an event without data is none, and
/// an event that the stream's end leaves unfinished is dropped. Bytes that are no UTF-8 become U+FFFD.
struct ServerSentEventDecoder: Sendable {
    enum Failure: Error, Equatable {
        /// A line, or the data of one event, is longer than the limit.
        case tooLong(limit: Int)
    }

    private let limit: Int
    private var line: [UInt8] = []
    private var name = ""
    private var data = ""
    private var dataLines = 0
    private var sawCarriageReturn = false
    private var isFirstLine = true

    /// - Parameter limit: bytes of a line, and of an event's data. 1 MB: a chunk carries some words; a server that sends all
    ///   in one event stays below it too, as an answer is bounded by the same number.
    init(limit: Int = 1 << 20) { self.limit = limit }

    mutating func decode(_ bytes: some Collection<UInt8>) throws(Failure) -> [ServerSentEvent] {
        let result =
            bytes.withContiguousStorageIfAvailable { self.decode($0) }
            ?? Array(bytes).withUnsafeBufferPointer { self.decode($0) }
        return try result.get()
    }

    private mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<[ServerSentEvent], Failure> {
        Result { () throws(Failure) in
            var events: [ServerSentEvent] = []
            var start = 0
            while start < bytes.count {
                if self.sawCarriageReturn {
                    self.sawCarriageReturn = false
                    if bytes[start] == UInt8(ascii: "\n") {
                        start += 1
                        continue
                    }
                }
                var end = start
                while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
                let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
                guard self.line.count + part.count <= self.limit else { throw .tooLong(limit: self.limit) }
                guard end < bytes.count else {
                    self.line += part
                    return events
                }
                self.sawCarriageReturn = bytes[end] == UInt8(ascii: "\r")
                start = end + 1
                if let event = try self.lineEnded(part) { events.append(event) }
            }
            return events
        }
    }

    /// - Parameter part: what came of the line since the last cut; mostly all of it.
    private mutating func lineEnded(_ part: UnsafeBufferPointer<UInt8>) throws(Failure) -> ServerSentEvent? {
        guard !self.line.isEmpty else { return try self.lineRead(part) }
        let line = self.line + part
        self.line = []
        return try line.withUnsafeBufferPointer { bytes in Result { () throws(Failure) in try self.lineRead(bytes) } }.get()
    }

    private mutating func lineRead(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) -> ServerSentEvent? {
        var line = bytes[...]
        if self.isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        self.isFirstLine = false
        if line.isEmpty { return self.eventEnded() }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[colon...].dropFirst()
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        let name = line[..<colon]
        if name.elementsEqual("data".utf8) {
            guard self.data.utf8.count + value.count < self.limit else { throw .tooLong(limit: self.limit) }
            if self.dataLines > 0 { self.data.append("\n") }
            self.dataLines += 1
            self.data.append(String(decoding: UnsafeBufferPointer(rebasing: value), as: UTF8.self))
        } else if name.elementsEqual("event".utf8) {
            self.name = String(decoding: UnsafeBufferPointer(rebasing: value), as: UTF8.self)
        }
        return nil
    }

    private mutating func eventEnded() -> ServerSentEvent? {
        defer { (self.name, self.data, self.dataLines) = ("", "", 0) }
        return self.data.isEmpty ? nil : ServerSentEvent(name: self.name, data: self.data)
    }
}
