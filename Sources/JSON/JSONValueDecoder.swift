/// Reads `Decodable` values from a ``JSONValue``, without going through text. A value is looked at once for each question that
/// the type asks, so time grows with the value; its depth is the parser's to bound.
///
/// Strings with a lone surrogate are read with U+FFFD in its place. Strategies for dates and binary data are not built in:
/// types say how they are written.
public struct JSONValueDecoder {
    /// As `Decoder.userInfo`.
    public var userInfo: [CodingUserInfoKey: any Sendable] = [:]

    public init() {}

    /// - Throws: `DecodingError`, with the path of what does not fit.
    /// - Parameters:
    ///   - type: what to make of the value.
    ///   - value: read without a detour through text.
    ///   - path: where the value itself stands, for errors.
    public func decode<Value: Decodable>(
        _ type: Value.Type, from value: JSONValue, at path: [any CodingKey] = []
    ) throws -> Value {
        try ValueDecoder(value: value, codingPath: path, userInfo: self.userInfo).decode(type)
    }
}

private struct ValueDecoder: Decoder, SingleValueDecodingContainer {
    let value: JSONValue
    let codingPath: [any CodingKey]
    let storedInfo: [CodingUserInfoKey: any Sendable]

    init(value: JSONValue, codingPath: [any CodingKey], userInfo: [CodingUserInfoKey: any Sendable]) {
        (self.value, self.codingPath, self.storedInfo) = (value, codingPath, userInfo)
    }

    var userInfo: [CodingUserInfoKey: Any] { self.storedInfo }

    func child(_ value: JSONValue, _ key: any CodingKey) -> ValueDecoder {
        ValueDecoder(value: value, codingPath: self.codingPath + [key], userInfo: self.storedInfo)
    }

    func mismatch(_ expected: String, _ type: Any.Type) -> DecodingError {
        let text = "Expected \(expected), found \(self.value.typeName)."
        let context = DecodingError.Context(codingPath: self.codingPath, debugDescription: text)
        return self.value.isNull ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let object) = self.value else { throw self.mismatch("an object", JSONObject.self) }
        return KeyedDecodingContainer(ObjectReader<Key>(object: object, decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let values) = self.value else { throw self.mismatch("an array", [JSONValue].self) }
        return ArrayReader(values: values, decoder: self)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    func decodeNil() -> Bool { self.value.isNull }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard case .bool(let value) = self.value else { throw self.mismatch("a boolean", type) }
        return value
    }

    func decode(_ type: String.Type) throws -> String {
        switch self.value {
        case .string(let text): return text
        case .malformedString(let escaped): return JSONEscapes.replacingLoneSurrogates(in: escaped)
        case .null, .bool, .number, .array, .object: throw self.mismatch("a string", type)
        }
    }

    func decode(_ type: Double.Type) throws -> Double { try self.floatingPoint(type) }
    func decode(_ type: Float.Type) throws -> Float { try self.floatingPoint(type) }

    private func floatingPoint<Number: LosslessStringConvertible & BinaryFloatingPoint>(_ type: Number.Type) throws -> Number {
        guard case .number(let number) = self.value else { throw self.mismatch("a number", type) }
        guard let value = Number(number.literal), value.isFinite else { throw self.outOfRange(number, type) }
        return value
    }

    private func integer<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        guard case .number(let number) = self.value else { throw self.mismatch("a number", type) }
        // 1.0 and 1e2 are integers too.
        if let value = Number(number.literal) { return value }
        guard let value = Double(number.literal).flatMap({ Number(exactly: $0) }) else { throw self.outOfRange(number, type) }
        return value
    }

    private func outOfRange(_ number: JSONNumber, _ type: Any.Type) -> DecodingError {
        // The digits may be a client's, of any length.
        let text = "The number \(number.literal.prefix(40)) does not fit \(type)."
        return .dataCorrupted(.init(codingPath: self.codingPath, debugDescription: text))
    }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        switch type {
        case is JSONValue.Type: if let value = self.value as? Value { return value }
        case let type as any FixedWidthInteger.Type: if let value = try self.integer(type) as? Value { return value }
        default: break
        }
        return try Value(from: self)
    }
}

private struct ObjectReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let object: JSONObject
    let decoder: ValueDecoder

    var codingPath: [any CodingKey] { self.decoder.codingPath }
    var allKeys: [Key] { self.object.names.compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { self.object.contains(key.stringValue) }

    private func member(_ key: Key) throws -> ValueDecoder {
        guard let value = self.object[key.stringValue] else {
            let text = "The member \"\(key.stringValue)\" is missing."
            throw DecodingError.keyNotFound(key, .init(codingPath: self.codingPath, debugDescription: text))
        }
        return self.decoder.child(value, key)
    }

    func decodeNil(forKey key: Key) throws -> Bool { try self.member(key).decodeNil() }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try self.member(key).decode(type) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try self.member(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try self.member(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { self.decoder.child(self.object["super"] ?? .null, JSONKey("super")) }
    func superDecoder(forKey key: Key) throws -> any Decoder { self.decoder.child(self.object[key.stringValue] ?? .null, key) }
}

private struct ArrayReader: UnkeyedDecodingContainer {
    let values: [JSONValue]
    let decoder: ValueDecoder
    private(set) var currentIndex = 0

    init(values: [JSONValue], decoder: ValueDecoder) { (self.values, self.decoder) = (values, decoder) }

    var codingPath: [any CodingKey] { self.decoder.codingPath }
    var count: Int? { self.values.count }
    var isAtEnd: Bool { self.currentIndex >= self.values.count }

    private func element() throws -> ValueDecoder {
        guard !self.isAtEnd else {
            let context = DecodingError.Context(
                codingPath: self.codingPath + [JSONKey(self.currentIndex)], debugDescription: "The array ends here.")
            throw DecodingError.valueNotFound(JSONValue.self, context)
        }
        return self.decoder.child(self.values[self.currentIndex], JSONKey(self.currentIndex))
    }

    private mutating func next<Value>(_ read: (ValueDecoder) throws -> Value) throws -> Value {
        let value = try read(try self.element())
        self.currentIndex += 1
        return value
    }

    mutating func decodeNil() throws -> Bool {
        guard try self.element().decodeNil() else { return false }
        self.currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try self.next { try $0.decode(type) } }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
        try self.next { try $0.container(keyedBy: type) }
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try self.next { try $0.unkeyedContainer() }
    }
    mutating func superDecoder() throws -> any Decoder { try self.next { $0 } }
}

struct JSONKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ name: String) { (self.stringValue, self.intValue) = (name, nil) }
    init(_ index: Int) { (self.stringValue, self.intValue) = ("Index \(index)", index) }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { self.init(intValue) }
}
