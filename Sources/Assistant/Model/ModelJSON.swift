import JSON

/// The one rule by which a model's text becomes a JSON object.
///
/// 1. A leading `<think>` block goes, and a text that is one JSON string is taken out of its quotes.
/// 2. The first `{` up to its closing brace is the object, whatever stands around it: a code fence, a sentence, an array.
///    One that is no JSON is passed over.
/// 3. Inside it, raw control characters in strings and commas before a closing bracket are put right; nothing else is.
/// 4. A further object that says something else, or a name twice in one object, makes the whole answer ambiguous: refused.
///
/// A text that breaks off inside the object is refused too: a repair would pass half an answer for a whole one.
enum ModelJSON {
    enum Failure: Error, Equatable {
        case noObject
        case ambiguous
    }

    static func object(in text: String) throws(Failure) -> JSONObject {
        var bytes = Array(text.utf8)[...]
        if let rest = self.afterThinking(text) { bytes = Array(rest.utf8)[...] }
        if let first = bytes.first(where: { !$0.isJSONWhiteSpace }), first == UInt8(ascii: "\""),
            let inner = (try? JSONValue(parsing: Array(bytes)))?.stringValue
        {
            bytes = Array(inner.utf8)[...]
        }
        var found: JSONObject?
        while let start = bytes.firstIndex(of: UInt8(ascii: "{")) {
            guard let end = BalancedObject(bytes[start...]) else { break }
            bytes = bytes[end.end...]
            guard case .object(let object)? = try? JSONValue(parsing: end.cleaned) else { continue }
            guard end.colons == self.members(in: .object(object)) else { throw .ambiguous }
            if found == nil {
                found = object
            } else if found != object {
                throw .ambiguous
            }
        }
        guard let found else { throw .noObject }
        return found
    }

    private static func afterThinking(_ text: String) -> Substring? {
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard start.hasPrefix("<think>") else { return nil }
        guard let end = start.firstRange(of: "</think>") else { return start.suffix(0) }
        return start[end.upperBound...]
    }

    /// Members of all objects in a value. A text has a colon outside its strings for each; fewer members were read if names
    /// were repeated.
    private static func members(in value: JSONValue) -> Int {
        switch value {
        case .object(let object): object.values.reduce(object.count) { $0 + self.members(in: $1) }
        case .array(let elements): elements.reduce(0) { $0 + self.members(in: $1) }
        case .null, .bool, .number, .string, .malformedString: 0
        }
    }
}

/// The bytes from an opening brace to the one that closes it, in one pass and without recursion.
private struct BalancedObject {
    private(set) var cleaned: [UInt8] = []
    private(set) var end: Int
    private(set) var colons = 0

    /// nil if the object does not end.
    init?(_ bytes: ArraySlice<UInt8>) {
        var depth = 0
        var (inString, escaped) = (false, false)
        self.end = bytes.startIndex
        for byte in bytes {
            self.end += 1
            if inString {
                self.appendInString(byte)
                if escaped {
                    escaped = false
                } else if byte == UInt8(ascii: "\\") {
                    escaped = true
                } else if byte == UInt8(ascii: "\"") {
                    inString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): inString = true
            case UInt8(ascii: ":"): self.colons += 1
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                let last = self.cleaned.lastIndex { !$0.isJSONWhiteSpace }
                if let last, self.cleaned[last] == UInt8(ascii: ",") { self.cleaned.remove(at: last) }
            default: break
            }
            self.cleaned.append(byte)
            if depth == 0 { return }
        }
        return nil
    }

    private mutating func appendInString(_ byte: UInt8) {
        switch byte {
        case 0x0A: self.cleaned += Array("\\n".utf8)
        case 0x0D: self.cleaned += Array("\\r".utf8)
        case 0x09: self.cleaned += Array("\\t".utf8)
        case 0..<0x20: break
        default: self.cleaned.append(byte)
        }
    }
}

extension UInt8 {
    fileprivate var isJSONWhiteSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
