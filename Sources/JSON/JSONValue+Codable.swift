/// A value of any kind inside a type that has a form: only ``JSONValueDecoder`` reads it, at once and whole.
extension JSONValue: Codable {
    public init(from decoder: any Decoder) throws {
        // Other decoders could only try one type after another, at each level again.
        let text = "JSONValue is read by JSONValueDecoder only."
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: text))
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .null:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .bool(let value): try value.encode(to: encoder)
        case .number(let number):
            if let value = number.intValue { try value.encode(to: encoder) } else { try number.doubleValue.encode(to: encoder) }
        case .string(let text): try text.encode(to: encoder)
        case .malformedString(let escaped): try JSONEscapes.replacingLoneSurrogates(in: escaped).encode(to: encoder)
        case .array(let values): try values.encode(to: encoder)
        case .object(let object):
            var container = encoder.container(keyedBy: JSONKey.self)
            for (name, value) in object { try container.encode(value, forKey: JSONKey(name)) }
        }
    }
}
