/// Unescapes the inside of a JSON string (RFC 8259 section 7) that comes in pieces, cut anywhere: inside a character, an
/// escape, or a surrogate pair. Half characters wait for their other half; what has none becomes U+FFFD.
struct JSONStringUnescaper: Sendable, Equatable {
    private enum State: Sendable, Equatable {
        case text
        /// After a backslash.
        case escape
        /// Inside `\uXXXX`: the digits so far.
        case unicode(unit: UInt32, digits: Int)
    }

    private var state = State.text
    /// Decoded bytes that were not handed out yet.
    private var bytes: [UInt8] = []
    private var highSurrogate: UInt32?

    /// Whether the next byte is part of an escape, so that a quotation mark would not end the string.
    var isInEscape: Bool { self.state != .text }

    mutating func feed(_ byte: UInt8) {
        switch self.state {
        case .text:
            if byte == UInt8(ascii: "\\") {
                self.state = .escape
            } else {
                self.dropHighSurrogate()
                self.bytes.append(byte)
            }
        case .escape:
            if byte == UInt8(ascii: "u") {
                self.state = .unicode(unit: 0, digits: 0)
                return
            }
            self.state = .text
            self.dropHighSurrogate()
            switch byte {
            case UInt8(ascii: "b"): self.bytes.append(0x08)
            case UInt8(ascii: "f"): self.bytes.append(0x0C)
            case UInt8(ascii: "n"): self.bytes.append(0x0A)
            case UInt8(ascii: "r"): self.bytes.append(0x0D)
            case UInt8(ascii: "t"): self.bytes.append(0x09)
            // `\"`, `\\`, `\/`, and what the format does not know, which models write all the same (`\'`).
            default: self.bytes.append(byte)
            }
        case .unicode(let unit, let digits):
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                self.state = .text
                self.dropHighSurrogate()
                self.append(0xFFFD)
                self.feed(byte)
                return
            }
            let value = unit << 4 | UInt32(digit)
            self.state = digits == 3 ? .text : .unicode(unit: value, digits: digits + 1)
            if digits == 3 { self.unitEnded(value) }
        }
    }

    /// All text decoded since the last call; an unfinished character stays until its other bytes come.
    mutating func take() -> String {
        var end = self.bytes.count
        let lead = self.bytes.suffix(4).lastIndex { $0 & 0xC0 != 0x80 }
        if let lead, self.bytes.count - lead < Self.length(lead: self.bytes[lead]) { end = lead }
        let text = String(decoding: self.bytes[..<end], as: UTF8.self)
        self.bytes.removeFirst(end)
        return text
    }

    /// The rest, now that nothing more comes.
    mutating func finish() -> String {
        self.dropHighSurrogate()
        if self.state != .text { self.append(0xFFFD) }
        self.state = .text
        defer { self.bytes = [] }
        return String(decoding: self.bytes, as: UTF8.self)
    }

    private mutating func unitEnded(_ unit: UInt32) {
        if let high = self.highSurrogate, (0xDC00..<0xE000).contains(unit) {
            self.highSurrogate = nil
            self.append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00))
        } else {
            self.dropHighSurrogate()
            if (0xD800..<0xDC00).contains(unit) { self.highSurrogate = unit } else { self.append(unit) }
        }
    }

    private mutating func dropHighSurrogate() {
        guard self.highSurrogate != nil else { return }
        self.highSurrogate = nil
        self.append(0xFFFD)
    }

    private mutating func append(_ value: UInt32) {
        self.bytes.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    }

    private static func length(lead: UInt8) -> Int {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }
}

extension JSONStringUnescaper {
    /// A whole string in which a lone surrogate was kept escaped.
    static func text(ofEscaped escaped: String) -> String {
        var unescaper = JSONStringUnescaper()
        for byte in escaped.utf8 { unescaper.feed(byte) }
        return unescaper.finish()
    }
}
