import Foundation

/// Reads Rich Text Format (Word 2007's specification, 1.9.1): one pass over the bytes with a stack of groups. What a group
/// holds that is no text (fonts, styles, pictures, embedded files) is passed over; nothing that a field names is opened.
struct RTFReader {
    static func read(_ bytes: [UInt8], limits: DocumentLimits) throws -> ExtractedDocument {
        guard bytes.count <= limits.markupBytes else {
            throw DocumentError.tooLarge("more than \(limits.markupBytes / 1_000_000) MB of RTF")
        }
        var reader = RTFReader(bytes, limits: limits)
        try reader.read()
        return ExtractedDocument(format: .rtf, text: try reader.builder.text())
    }

    private struct Group {
        var isSkipped = false
        var isInstruction = false
        /// Characters after `\u` that stand there for old programs.
        var fallback = 1
        var encoding = String.Encoding.windowsCP1252
    }

    private let bytes: [UInt8]
    private var place = 0
    private var group = Group()
    private var outer: [Group] = []
    private let depth: Int
    private var builder: TextBuilder

    private var line = ""
    private var isItem = false
    private var targets: [String] = []
    private var instruction = ""
    /// Bytes in the group's encoding that are not text yet: a letter may have two.
    private var pending: [UInt8] = []
    private var toSkip = 0
    private var highSurrogate: UInt32?
    private var fontTable: Int?
    private var font = 0
    private var fontEncodings: [Int: String.Encoding] = [:]
    private var documentEncoding = String.Encoding.windowsCP1252

    private init(_ bytes: [UInt8], limits: DocumentLimits) {
        (self.bytes, self.depth, self.builder) = (bytes, limits.depth, TextBuilder(limit: limits.textBytes))
    }

    private mutating func read() throws {
        var steps = 0
        while self.place < self.bytes.count, !self.builder.isFull {
            steps += 1
            if steps.isMultiple(of: 8_192) { try Task.checkCancellation() }
            let byte = self.bytes[self.place]
            self.place += 1
            switch byte {
            case UInt8(ascii: "{"):
                self.decodePending()
                guard self.outer.count < self.depth else { throw DocumentError.unsafe(.rtf) }
                self.outer.append(self.group)
            case UInt8(ascii: "}"): self.endGroup()
            case UInt8(ascii: "\\"): self.control()
            case 0x0A, 0x0D: break
            default: self.byte(byte)
            }
        }
        self.endLine()
    }

    private mutating func endGroup() {
        self.decodePending()
        let ended = self.group
        self.group = self.outer.popLast() ?? Group()
        if let table = self.fontTable, self.outer.count < table { self.fontTable = nil }
        if ended.isInstruction, !self.group.isInstruction {
            if let target = FieldInstruction.target(self.instruction) { self.targets.append(target) }
            self.instruction = ""
        }
    }

    // MARK: Text

    private mutating func byte(_ byte: UInt8) {
        if self.toSkip > 0 {
            self.toSkip -= 1
        } else if !self.group.isSkipped || self.group.isInstruction {
            self.pending.append(byte)
        }
    }

    private mutating func decodePending() {
        guard !self.pending.isEmpty else { return }
        let text =
            String(bytes: self.pending, encoding: self.group.encoding)
            ?? String(decoding: self.pending.filter { $0 < 0x80 }, as: UTF8.self)
        self.pending.removeAll(keepingCapacity: true)
        self.append(text)
    }

    private mutating func append(_ text: String) {
        if self.group.isInstruction {
            // Longer is no address.
            if self.instruction.utf8.count < 2_000 { self.instruction += text }
        } else if !self.group.isSkipped {
            self.line += text
        }
    }

    private mutating func endLine() {
        self.decodePending()
        if self.line.contains(where: { !$0.isWhitespace }) {
            self.builder.add(self.isItem ? .item : .paragraph, self.line, targets: self.targets)
        } else {
            self.builder.blank()
        }
        (self.line, self.isItem, self.targets) = ("", false, [])
    }

    // MARK: Control words

    private mutating func control() {
        guard self.place < self.bytes.count else { return }
        let byte = self.bytes[self.place]
        guard Self.isLetter(byte) else {
            self.place += 1
            return self.symbol(byte)
        }
        let start = self.place
        // A word has 32 letters at most.
        while self.place < self.bytes.count, self.place - start < 32, Self.isLetter(self.bytes[self.place]) { self.place += 1 }
        let word = String(decoding: self.bytes[start..<self.place], as: UTF8.self)
        let parameter = self.parameter()
        if self.place < self.bytes.count, self.bytes[self.place] == 0x20 { self.place += 1 }
        self.decodePending()
        self.word(word, parameter)
    }

    /// The number after a control word; of more than nine digits none, so that it cannot overflow.
    private mutating func parameter() -> Int? {
        var place = self.place
        let isNegative = place < self.bytes.count && self.bytes[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        let start = place
        var number = 0
        while place < self.bytes.count, (0x30...0x39).contains(self.bytes[place]), place - start < 9 {
            number = number * 10 + Int(self.bytes[place] - 0x30)
            place += 1
        }
        guard place > start else { return nil }
        self.place = place
        return isNegative ? -number : number
    }

    private mutating func symbol(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "'"):
            guard self.place + 1 < self.bytes.count,
                let value = UInt8(String(decoding: self.bytes[self.place...(self.place + 1)], as: UTF8.self), radix: 16)
            else { return }
            self.place += 2
            self.byte(value)
        case UInt8(ascii: "*"): self.optionalDestination()
        case UInt8(ascii: "~"): self.shown(" ")
        case UInt8(ascii: "_"): self.shown("-")
        case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): self.byte(byte)
        case 0x0A, 0x0D: self.endParagraph()
        default: break
        }
    }

    private mutating func shown(_ text: String) {
        self.decodePending()
        self.append(text)
    }

    /// `\*` says that who does not know what follows may pass over it; fields and the text of shapes are known.
    private mutating func optionalDestination() {
        var start = self.place
        while start < self.bytes.count, [0x5C, 0x20, 0x0A, 0x0D].contains(self.bytes[start]) { start += 1 }
        var end = start
        while end < self.bytes.count, end - start < 32, Self.isLetter(self.bytes[end]) { end += 1 }
        let word = String(decoding: self.bytes[start..<end], as: UTF8.self)
        if !["fldinst", "shptxt", "shpinst"].contains(word) { self.group.isSkipped = true }
    }

    private mutating func endParagraph() { if !self.group.isSkipped { self.endLine() } }

    private mutating func word(_ word: String, _ parameter: Int?) {
        switch word {
        case "par", "sect", "page", "row": self.endParagraph()
        case "line": self.append("\n")
        case "tab", "cell", "nestcell": self.append("\t")
        case "emdash": self.append("—")
        case "endash": self.append("–")
        case "bullet": self.append("•")
        case "lquote", "rquote": self.append("’")
        case "ldblquote", "rdblquote": self.append("\"")
        case "emspace", "enspace": self.append(" ")
        case "listtext", "pntext":
            // The bullet as old programs show it.
            self.group.isSkipped = true
            if self.outer.last?.isSkipped != true { self.isItem = true }
        case "ansicpg":
            self.documentEncoding = Self.encoding(codePage: parameter ?? 1252)
            self.group.encoding = self.documentEncoding
        case "mac": self.documentEncoding = .macOSRoman
        case "uc": self.group.fallback = min(max(parameter ?? 1, 0), 8)
        case "u": self.unicode(parameter)
        case "bin": self.place = min(self.bytes.count, self.place + max(0, parameter ?? 0))
        case "fonttbl":
            self.group.isSkipped = true
            self.fontTable = self.outer.count
        case "f": self.font(parameter ?? 0)
        case "fcharset":
            if self.fontTable != nil { self.fontEncodings[self.font] = Self.encoding(characterSet: parameter ?? 0) }
        case "fldinst":
            self.group.isInstruction = true
            self.group.isSkipped = true
        case "fldrslt":
            self.group.isInstruction = false
            self.group.isSkipped = self.outer.last?.isSkipped ?? false
        case "deleted", "v": if parameter != 0 { self.group.isSkipped = true }
        default: if Self.unread.contains(word) { self.group.isSkipped = true }
        }
    }

    private mutating func unicode(_ parameter: Int?) {
        guard let parameter else { return }
        self.toSkip = self.group.fallback
        // Numbers above 32,767 are written as negative ones.
        guard let unit = UInt32(exactly: parameter < 0 ? parameter + 65_536 : parameter), unit <= 0xFFFF else { return }
        switch unit {
        case 0xD800..<0xDC00: self.highSurrogate = unit
        case 0xDC00..<0xE000:
            guard let high = self.highSurrogate, let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00))
            else { return }
            self.highSurrogate = nil
            self.append(String(scalar))
        default: if let scalar = Unicode.Scalar(unit) { self.append(String(scalar)) }
        }
    }

    private mutating func font(_ number: Int) {
        self.font = number
        guard self.fontTable == nil, self.fontEncodings.count < 1_000 else { return }
        self.group.encoding = self.fontEncodings[number] ?? self.documentEncoding
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

    private static func encoding(codePage: Int) -> String.Encoding {
        switch codePage {
        case 1250: .windowsCP1250
        case 1251: .windowsCP1251
        case 1253: .windowsCP1253
        case 1254: .windowsCP1254
        case 932: .shiftJIS
        case 10000: .macOSRoman
        case 65001: .utf8
        default: .windowsCP1252
        }
    }

    private static func encoding(characterSet: Int) -> String.Encoding {
        switch characterSet {
        case 77: .macOSRoman
        case 128: .shiftJIS
        case 161: .windowsCP1253
        case 162: .windowsCP1254
        case 204: .windowsCP1251
        case 238: .windowsCP1250
        default: .windowsCP1252
        }
    }

    /// Destinations that hold no text of the document.
    private static let unread: Set<String> = [
        "stylesheet", "colortbl", "info", "pict", "object", "objdata", "themedata", "colorschememapping", "latentstyles",
        "datastore", "listtable", "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "filetbl", "revtbl", "mmathPr",
        "annotation", "atnid", "atnauthor", "bkmkstart", "bkmkend", "nonshppict", "sp", "pgdsctbl", "ftnsep", "ftnsepc",
        "aftnsep", "aftnsepc", "panose", "falt", "xe", "tc", "comment", "userprops", "template", "operator",
    ]
}
