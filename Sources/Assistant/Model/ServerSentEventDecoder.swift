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
        var events: [ServerSentEvent] = []
        // An array is searched several times faster than a buffer's view of unknown kind.
        var rest = Array(bytes)[...]
        while let byte = rest.first {
            if self.sawCarriageReturn {
                self.sawCarriageReturn = false
                if byte == UInt8(ascii: "\n") {
                    rest = rest.dropFirst()
                    continue
                }
            }
            guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
                try self.keep(rest)
                return events
            }
            try self.keep(rest[..<end])
            self.sawCarriageReturn = rest[end] == UInt8(ascii: "\r")
            rest = rest[rest.index(after: end)...]
            if let event = try self.lineEnded() { events.append(event) }
        }
        return events
    }

    private mutating func keep(_ bytes: some Collection<UInt8>) throws(Failure) {
        guard self.line.count + bytes.count <= self.limit else { throw .tooLong(limit: self.limit) }
        self.line.append(contentsOf: bytes)
    }

    private mutating func lineEnded() throws(Failure) -> ServerSentEvent? {
        defer { self.line.removeAll(keepingCapacity: true) }
        var line = self.line[...]
        if self.isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        self.isFirstLine = false
        if line.isEmpty { return self.eventEnded() }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[colon...].dropFirst()
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        switch String(decoding: line[..<colon], as: UTF8.self) {
        case "event": self.name = String(decoding: value, as: UTF8.self)
        case "data":
            guard self.data.utf8.count + value.count < self.limit else { throw .tooLong(limit: self.limit) }
            if self.dataLines > 0 { self.data.append("\n") }
            self.dataLines += 1
            self.data.append(String(decoding: value, as: UTF8.self))
        default: break
        }
        return nil
    }

    private mutating func eventEnded() -> ServerSentEvent? {
        defer { (self.name, self.data, self.dataLines) = ("", "", 0) }
        return self.data.isEmpty ? nil : ServerSentEvent(name: self.name, data: self.data)
    }
}
