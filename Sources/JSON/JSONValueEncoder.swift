/// Makes a ``JSONValue`` of an `Encodable` value, without going through text. Members stand in the order in which the type
/// writes them.
public struct JSONValueEncoder {
    /// Containers inside one another; a deeper value is refused before it can exhaust the stack.
    public var maxDepth: Int
    /// As `Encoder.userInfo`.
    public var userInfo: [CodingUserInfoKey: any Sendable] = [:]

    public init(maxDepth: Int = 64) { self.maxDepth = maxDepth }

    /// - Throws: `EncodingError` for NaN, an infinity, or a value that is too deep; what the type itself throws.
    public func encode(_ value: some Encodable) throws -> JSONValue {
        let encoder = ValueEncoder(codingPath: [], maxDepth: self.maxDepth, userInfo: self.userInfo)
        return try encoder.encoded(value)
    }
}

/// Where one value is written; the containers it hands out write into its parts.
private final class ValueEncoder: Encoder, SingleValueEncodingContainer {
    private enum Content {
        case nothing
        case value(JSONValue)
        case array([ValueEncoder])
        case object([(String, ValueEncoder)])
    }

    let codingPath: [any CodingKey]
    private let maxDepth: Int
    private let storedInfo: [CodingUserInfoKey: any Sendable]
    private var content = Content.nothing

    init(codingPath: [any CodingKey], maxDepth: Int, userInfo: [CodingUserInfoKey: any Sendable]) {
        (self.codingPath, self.maxDepth, self.storedInfo) = (codingPath, maxDepth, userInfo)
    }

    var userInfo: [CodingUserInfoKey: Any] { self.storedInfo }
    var count: Int { if case .array(let parts) = self.content { parts.count } else { 0 } }

    var result: JSONValue {
        switch self.content {
        case .nothing: [:]
        case .value(let value): value
        case .array(let parts): .array(parts.map(\.result))
        case .object(let parts): .object(JSONObject(parts.map { ($0, $1.result) }))
        }
    }

    func encoded<Value: Encodable>(_ value: Value) throws -> JSONValue {
        try self.encode(value)
        return self.result
    }

    private func part(_ key: any CodingKey) -> ValueEncoder {
        ValueEncoder(codingPath: self.codingPath + [key], maxDepth: self.maxDepth, userInfo: self.storedInfo)
    }

    func element() -> ValueEncoder {
        var parts: [ValueEncoder] = []
        if case .array(let written) = self.content { parts = written }
        let part = self.part(JSONKey(parts.count))
        self.content = .nothing
        parts.append(part)
        self.content = .array(parts)
        return part
    }

    func member(_ key: any CodingKey) -> ValueEncoder {
        var parts: [(String, ValueEncoder)] = []
        if case .object(let written) = self.content { parts = written }
        let part = self.part(key)
        self.content = .nothing
        parts.append((key.stringValue, part))
        self.content = .object(parts)
        return part
    }

    func beginArray() { if case .array = self.content {} else { self.content = .array([]) } }
    func beginObject() { if case .object = self.content {} else { self.content = .object([]) } }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        self.beginObject()
        return KeyedEncodingContainer(ObjectWriter<Key>(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        self.beginArray()
        return ArrayWriter(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    func encodeNil() { self.content = .value(.null) }
    func encode(_ value: Bool) { self.content = .value(.bool(value)) }
    func encode(_ value: String) { self.content = .value(.string(value)) }
    func encode(_ value: Float) throws { try self.floatingPoint(value, Double("\(value)") ?? .nan) }
    func encode(_ value: Double) throws { try self.floatingPoint(value, value) }

    private func floatingPoint(_ value: some BinaryFloatingPoint, _ double: Double) throws {
        guard let number = JSONNumber(double) else { throw self.invalid(value, "JSON has no number for \(value).") }
        self.content = .value(.number(number))
    }

    func encode<Value: Encodable>(_ value: Value) throws {
        switch value {
        case let value as JSONValue: self.content = .value(value)
        case let value as any FixedWidthInteger: self.content = .value(.number(JSONNumber(value)))
        default:
            guard self.codingPath.count <= self.maxDepth else { throw self.invalid(value, "The value is too deep.") }
            try value.encode(to: self)
        }
    }

    private func invalid(_ value: Any, _ text: String) -> EncodingError {
        .invalidValue(value, .init(codingPath: self.codingPath, debugDescription: text))
    }
}

private struct ObjectWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: ValueEncoder
    var codingPath: [any CodingKey] { self.encoder.codingPath }

    mutating func encodeNil(forKey key: Key) { self.encoder.member(key).encodeNil() }
    mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        try self.encoder.member(key).encode(value)
    }
    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        self.encoder.member(key).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        self.encoder.member(key).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { self.encoder.member(JSONKey("super")) }
    mutating func superEncoder(forKey key: Key) -> any Encoder { self.encoder.member(key) }
}

private struct ArrayWriter: UnkeyedEncodingContainer {
    let encoder: ValueEncoder
    var codingPath: [any CodingKey] { self.encoder.codingPath }
    var count: Int { self.encoder.count }

    mutating func encodeNil() { self.encoder.element().encodeNil() }
    mutating func encode<Value: Encodable>(_ value: Value) throws { try self.encoder.element().encode(value) }
    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        self.encoder.element().container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self.encoder.element().unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { self.encoder.element() }
}
