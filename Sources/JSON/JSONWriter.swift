extension JSONValue {
    /// The shortest JSON text, escaping only what RFC 8259 demands, as JavaScript's `JSON.stringify` does.
    public var serialized: String { String(decoding: self.serializedBytes, as: UTF8.self) }

    public var serializedBytes: [UInt8] {
        var bytes: [UInt8] = []
        self.write(into: &bytes)
        return bytes
    }

    /// A text for people: two spaces an indent, a space after the colon.
    public var prettyPrinted: String {
        var bytes: [UInt8] = []
        self.write(into: &bytes, indent: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the JSON text. `indent` nil: on one line.
    public func write(into bytes: inout [UInt8], indent: Int? = nil) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let number): bytes.append(contentsOf: number.literal.utf8)
        case .string(let text): Self.write(text, into: &bytes)
        case .malformedString(let escaped):
            bytes.append(UInt8(ascii: "\""))
            bytes.append(contentsOf: escaped.utf8)
            bytes.append(UInt8(ascii: "\""))
        case .array(let elements):
            Self.write(elements, between: ("[", "]"), into: &bytes, indent: indent) { element, bytes, indent in
                element.write(into: &bytes, indent: indent)
            }
        case .object(let object):
            Self.write(Array(object), between: ("{", "}"), into: &bytes, indent: indent) { member, bytes, indent in
                Self.write(member.name, into: &bytes)
                bytes.append(UInt8(ascii: ":"))
                if indent != nil { bytes.append(UInt8(ascii: " ")) }
                member.value.write(into: &bytes, indent: indent)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item], between brackets: (StaticString, StaticString), into bytes: inout [UInt8], indent: Int?,
        item: (Item, inout [UInt8], Int?) -> Void
    ) {
        bytes.append(brackets.0.utf8Start[0])
        for (place, element) in items.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            Self.breakLine(indent.map { $0 + 1 }, into: &bytes)
            item(element, &bytes, indent.map { $0 + 1 })
        }
        if !items.isEmpty { Self.breakLine(indent, into: &bytes) }
        bytes.append(brackets.1.utf8Start[0])
    }

    private static func breakLine(_ indent: Int?, into bytes: inout [UInt8]) {
        guard let indent else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: indent * 2))
    }

    private static func write(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { self.write($0, into: &bytes) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Copies run by run what stands between characters to escape: most strings are one run.
    private static func write(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
        var start = 0
        while true {
            let end = PlainBytes.end(in: text, from: start)
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
            guard end < text.count else { return }
            self.writeEscaped(text[end], into: &bytes)
            start = end + 1
        }
    }

    private static func writeEscaped(_ byte: UInt8, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0..<0x20:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(Self.hexDigit(byte >> 4))
            bytes.append(Self.hexDigit(byte & 15))
        default: bytes.append(byte)
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
