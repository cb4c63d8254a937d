/// Splits and decodes what stands behind the `?` of a request target.
enum QueryString {
    /// Bounds the work for one request; the protocol itself uses six names.
    static let maxItems = 64

    /// - Returns: `nil` if there are more than ``maxItems``.
    static func parse(_ query: Substring.UTF8View) -> [EngineIOHandshake.QueryItem]? {
        var items: [EngineIOHandshake.QueryItem] = []
        for part in query.split(separator: UInt8(ascii: "&")) {
            guard items.count < self.maxItems else { return nil }
            let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            items.append(
                EngineIOHandshake.QueryItem(
                    name: self.decode(part[..<equals]), value: self.decode(part[equals...].dropFirst())))
        }
        return items
    }

    /// A percent sign without two hexadecimal digits stands for itself. Bytes that are no UTF-8 become U+FFFD.
    private static func decode(_ encoded: Substring.UTF8View) -> String {
        guard encoded.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
            return String(Substring(encoded))
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(encoded.count)
        var rest = encoded
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let high = rest.first?.hexDigit, let low = rest.dropFirst().first?.hexDigit {
                bytes.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var hexDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
