public import JSON
import NIOCore

extension JSONValue {
    /// Stands for the binary attachment at `index` in the arguments of an event or acknowledgement:
    /// `socket.emit("file", ["name": "cv.pdf", "data": .attachment(0)], attachments: [pdf])`.
    public static func attachment(_ index: Int) -> JSONValue {
        ["_placeholder": true, "num": .number(JSONNumber(index))]
    }
}

/// Placeholders: objects `{"_placeholder":true,"num":N}` that stand for attachment N.
enum Attachments {
    private enum Placeholder {
        case none
        case index(Int)
        case invalid
    }

    /// Whether every placeholder names one of `count` attachments. Without attachments a packet is a text packet, in which
    /// such an object is plain data.
    static func areValid(in values: [JSONValue], count: Int) -> Bool {
        count == 0 || values.allSatisfy { self.isValid($0, count: count) }
    }

    /// The attachment that `value` stands for.
    static func bytes(for value: JSONValue, in attachments: [ByteBuffer]) -> ByteBuffer? {
        guard case .index(let index) = self.placeholder(value), attachments.indices.contains(index) else { return nil }
        return attachments[index]
    }

    /// Recursion is as deep as the value, which the parser's depth limit bounds for whatever a client sent.
    private static func isValid(_ value: JSONValue, count: Int) -> Bool {
        switch value {
        case .null, .bool, .number, .string, .malformedString: true
        case .array(let values): values.allSatisfy { self.isValid($0, count: count) }
        case .object(let object):
            switch self.placeholder(value) {
            case .none: object.values.allSatisfy { self.isValid($0, count: count) }
            case .index(let index): (0..<count).contains(index)
            case .invalid: false
            }
        }
    }

    private static func placeholder(_ value: JSONValue) -> Placeholder {
        guard value["_placeholder"]?.boolValue == true else { return .none }
        return value["num"]?.intValue.map { .index($0) } ?? .invalid
    }
}
