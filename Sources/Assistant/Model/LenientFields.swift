import JSON

/// Reads a model's object with patience for the slips that cannot mislead: letter case of names, a number or a list where a
/// text belongs, one entry without its list, a wrapper around the whole.
struct LenientFields {
    private let object: JSONObject

    init(_ object: JSONObject) { self.object = object }

    /// - Parameter names: if the object has none of them and holds nothing but one other object, that one is meant.
    init(_ object: JSONObject, unwrappedFor names: [String]) {
        self.init(object)
        guard object.count == 1, let inner = object.values.first?.objectValue, !names.contains(where: self.contains) else {
            return
        }
        self.init(inner)
    }

    func contains(_ name: String) -> Bool { self[name] != nil }

    subscript(name: String) -> JSONValue? {
        if let exact = self.object[name] { return exact }
        let wanted = Self.plain(name)
        return zip(self.object.names, self.object.values).first { Self.plain($0.0) == wanted }?.1
    }

    /// Empty if absent or of no use.
    func text(_ name: String) -> String { self[name].flatMap(Self.text) ?? "" }

    /// Texts of a list; a single text is parted at commas and line breaks.
    func texts(_ name: String) -> [String] {
        switch self[name] {
        case .array(let elements)?: elements.compactMap(Self.text).filter { !$0.isEmpty }
        case .string(let text)?: text.split { $0 == "," || $0 == "\n" }.map { Self.cleaned(String($0)) }.filter { !$0.isEmpty }
        default: []
        }
    }

    func entries(_ name: String) -> [LenientFields] {
        switch self[name] {
        case .array(let elements)?: elements.compactMap { $0.objectValue.map { LenientFields($0) } }
        case .object(let object)?: [LenientFields(object)]
        default: []
        }
    }

    /// nil for what is no text in any reading.
    static func text(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): self.cleaned(text)
        case .malformedString(let escaped): self.cleaned(JSONStringUnescaper.text(ofEscaped: escaped))
        case .number(let number): number.literal
        case .null: ""
        case .array(let elements):
            elements.compactMap { $0.stringValue.map(self.cleaned) }.filter { !$0.isEmpty }.joined(separator: "\n")
        case .bool, .object: nil
        }
    }

    private static func cleaned(_ text: String) -> String {
        let text = UntrustedText.cleaned(text).filter { $0 != "\u{FFFD}" }
        guard let first = text.firstIndex(where: { !$0.isWhitespace }), let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }

    private static func plain(_ name: String) -> String {
        String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter { $0 != "_" && $0 != "-" && $0 != " " }))
    }
}
