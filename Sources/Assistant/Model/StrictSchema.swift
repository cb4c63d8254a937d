import JSON

/// Builds JSON schemas within the rules of OpenAI's strict mode: objects closed, every property required, no defaults, no
/// bounds on lengths (many models refuse them; they are kept here instead).
enum StrictSchema {
    static func object(_ properties: [(String, JSONValue)]) -> JSONValue {
        [
            "type": "object",
            "properties": .object(JSONObject(properties)),
            "required": .array(properties.map { .string($0.0) }),
            "additionalProperties": false,
        ]
    }

    static func list(of items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

    static let string: JSONValue = ["type": "string"]
    static let optionalString: JSONValue = ["type": ["string", "null"]]
    static let optionalInteger: JSONValue = ["type": ["integer", "null"]]

    static func choice(_ values: [String]) -> JSONValue { ["type": "string", "enum": .array(values.map { .string($0) })] }

    /// An object of texts.
    static func texts(_ names: [String]) -> JSONValue { self.object(names.map { ($0, self.string) }) }
}
