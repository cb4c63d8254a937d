/// Bounds of what a parser accepts. The size in bytes is the caller's to limit, before it keeps the bytes.
public struct JSONLimits: Sendable {
    /// Arrays and objects inside one another. 64: far beyond any honest document, and the recursion stays within a few
    /// kilobytes of stack.
    public var maxDepth: Int
    /// Values in all. 250,000: a megabyte of `[0,0,…]` has twice that, and would need forty times its size in memory.
    public var maxValues: Int

    public init(maxDepth: Int = 64, maxValues: Int = 250_000) {
        (self.maxDepth, self.maxValues) = (maxDepth, maxValues)
    }
}

/// Why a text is no JSON that we accept.
public enum JSONError: Error, Equatable, Sendable {
    /// Not JSON; `offset` is the byte where reading stopped.
    case malformed(offset: Int)
    case tooDeep(limit: Int)
    case tooManyValues(limit: Int)
}

extension JSONValue {
    /// Reads one JSON text: UTF-8 without a byte order mark, nothing but white space around the value.
    /// A repeated member name takes its last value.
    public init(parsing bytes: some Collection<UInt8>, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        let result =
            bytes.withContiguousStorageIfAvailable { JSONParser.parse($0, limits: limits) }
            ?? Array(bytes).withUnsafeBufferPointer { JSONParser.parse($0, limits: limits) }
        self = try result.get()
    }

    public init(parsing text: String, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        try self.init(parsing: text.utf8, limits: limits)
    }
}

struct JSONParser {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: JSONLimits
    private var offset = 0
    private var values = 0

    static func parse(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits) -> Result<JSONValue, JSONError> {
        var parser = JSONParser(bytes: bytes, limits: limits)
        return Result { () throws(JSONError) in
            let value = try parser.value(depth: 0)
            parser.skipWhiteSpace()
            guard parser.offset == bytes.count else { throw parser.malformed }
            return value
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
        (self.bytes, self.limits) = (bytes, limits)
    }

    private var malformed: JSONError { .malformed(offset: self.offset) }
    private var next: UInt8? { self.offset < self.bytes.count ? self.bytes[self.offset] : nil }

    private mutating func skipWhiteSpace() {
        while let byte = self.next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { self.offset += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard self.next == byte else { return false }
        self.offset += 1
        return true
    }

    private mutating func expect(_ word: StaticString) throws(JSONError) {
        for index in 0..<word.utf8CodeUnitCount {
            guard self.take(word.utf8Start[index]) else { throw self.malformed }
        }
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        self.values += 1
        guard self.values <= self.limits.maxValues else { throw .tooManyValues(limit: self.limits.maxValues) }
        self.skipWhiteSpace()
        switch self.next {
        case UInt8(ascii: "{"): return try self.object(depth: depth + 1)
        case UInt8(ascii: "["): return try self.array(depth: depth + 1)
        case UInt8(ascii: "\""): return try self.string()
        case UInt8(ascii: "t"):
            try self.expect("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try self.expect("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try self.expect("null")
            return .null
        default: return .number(try self.number())
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
        guard depth <= self.limits.maxDepth else { throw .tooDeep(limit: self.limits.maxDepth) }
        self.offset += 1
        var elements: [JSONValue] = []
        self.skipWhiteSpace()
        if self.take(UInt8(ascii: "]")) { return .array(elements) }
        repeat {
            elements.append(try self.value(depth: depth))
            self.skipWhiteSpace()
        } while self.take(UInt8(ascii: ","))
        guard self.take(UInt8(ascii: "]")) else { throw self.malformed }
        return .array(elements)
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
        guard depth <= self.limits.maxDepth else { throw .tooDeep(limit: self.limits.maxDepth) }
        self.offset += 1
        var members = JSONObject()
        self.skipWhiteSpace()
        if self.take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            self.skipWhiteSpace()
            guard self.next == UInt8(ascii: "\"") else { throw self.malformed }
            let name = try self.string().memberName
            self.skipWhiteSpace()
            guard self.take(UInt8(ascii: ":")) else { throw self.malformed }
            members[name] = try self.value(depth: depth)
            self.skipWhiteSpace()
        } while self.take(UInt8(ascii: ","))
        guard self.take(UInt8(ascii: "}")) else { throw self.malformed }
        return .object(members)
    }

    /// RFC 8259 section 6: no leading zeros, no leading plus, digits on both sides of the point.
    private mutating func number() throws(JSONError) -> JSONNumber {
        let start = self.offset
        _ = self.take(UInt8(ascii: "-"))
        if !self.take(UInt8(ascii: "0")) { try self.digits() }
        if self.take(UInt8(ascii: ".")) { try self.digits() }
        if self.take(UInt8(ascii: "e")) || self.take(UInt8(ascii: "E")) {
            if !self.take(UInt8(ascii: "+")) { _ = self.take(UInt8(ascii: "-")) }
            try self.digits()
        }
        return JSONNumber(uncheckedLiteral: String(decoding: self.bytes[start..<self.offset], as: UTF8.self))
    }

    private mutating func digits() throws(JSONError) {
        let start = self.offset
        while let byte = self.next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { self.offset += 1 }
        guard self.offset > start else { throw self.malformed }
    }

    private mutating func string() throws(JSONError) -> JSONValue {
        self.offset += 1
        let start = self.offset
        var plain = true
        while true {
            self.offset = PlainBytes.end(in: self.bytes, from: self.offset)
            guard let byte = self.next, byte != UInt8(ascii: "\"") else { break }
            guard byte >= 0x20 else { throw self.malformed }
            if byte == UInt8(ascii: "\\") {
                plain = false
                self.offset += 1
                guard self.next != nil else { throw self.malformed }
            }
            self.offset += 1
        }
        let end = self.offset
        guard self.take(UInt8(ascii: "\"")) else { throw self.malformed }
        let raw = UnsafeBufferPointer(rebasing: self.bytes[start..<end])
        if plain {
            guard let text = String(checking: raw) else { throw .malformed(offset: start) }
            return .string(text)
        }
        return try JSONEscapes.decode(raw, offset: start)
    }
}

extension JSONValue {
    /// A member's name. One with a lone surrogate cannot be a Swift string: the surrogate becomes U+FFFD.
    fileprivate var memberName: String {
        switch self {
        case .string(let text): text
        case .malformedString(let escaped): JSONEscapes.replacingLoneSurrogates(in: escaped)
        case .null, .bool, .number, .array, .object: ""
        }
    }
}
