/// A request target whose path is the server's: what the protocol itself wants to know from its query. Most requests name a
/// session and nothing else, and need no list of parameters.
struct RequestTarget {
    struct Parameters: Equatable {
        var transport: String?
        var session: String?
        var version: String?
        var jsonp: String?
    }

    /// The first values of the parameters; `nil` if there are more parameters than ``QueryString/maxItems``.
    let parameters: Parameters?

    /// - Returns: `nil` if the path is another.
    init?(_ target: UnsafeBufferPointer<UInt8>, isOurs: (UnsafeBufferPointer<UInt8>) -> Bool) {
        let pathEnd = target.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
        guard isOurs(UnsafeBufferPointer(rebasing: target[..<pathEnd])) else { return nil }
        self.parameters = Self.parameters(UnsafeBufferPointer(rebasing: target[pathEnd...].dropFirst()))
    }

    static func parameters(_ query: UnsafeBufferPointer<UInt8>) -> Parameters? {
        // Names may be encoded too.
        guard !query.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
            return QueryString.parse(String(decoding: query, as: UTF8.self)[...].utf8).map { items in
                Parameters(
                    transport: items.first("transport"), session: items.first("sid"), version: items.first("EIO"),
                    jsonp: items.first("j"))
            }
        }
        var parameters = Parameters()
        var (start, count) = (0, 0)
        while start < query.count {
            var (end, equals) = (start, query.count)
            while end < query.count, query[end] != UInt8(ascii: "&") {
                if query[end] == UInt8(ascii: "="), equals == query.count { equals = end }
                end += 1
            }
            if end > start {
                count += 1
                guard count <= QueryString.maxItems else { return nil }
                let nameEnd = min(equals, end)
                let name = UnsafeBufferPointer(rebasing: query[start..<nameEnd])
                parameters.add(name, UnsafeBufferPointer(rebasing: query[min(nameEnd + 1, end)..<end]))
            }
            start = end + 1
        }
        return parameters
    }
}

extension RequestTarget.Parameters {
    fileprivate mutating func add(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
        switch name.count {
        case 1 where self.jsonp == nil && name.elementsEqual("j".utf8): self.jsonp = Self.string(value)
        case 3 where self.session == nil && name.elementsEqual("sid".utf8): self.session = Self.string(value)
        case 3 where self.version == nil && name.elementsEqual("EIO".utf8): self.version = Self.string(value)
        case 9 where self.transport == nil && name.elementsEqual("transport".utf8): self.transport = Self.string(value)
        default: break
        }
    }

    private static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
