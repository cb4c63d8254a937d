/// Reads what is to be shown out of an answer while it arrives: the `reply` of `{"reply": "…", …}`, in pieces cut anywhere.
///
/// A server that does not know schemas may answer in plain text; that is shown as it is. From the first `{` or code fence on
/// it is held back, as an object with a reply may follow a sentence; ``ModelJSON`` judges the whole at the end. Nothing but
/// the first member named `reply` of the outermost object counts.
struct ReplyReader: Sendable {
    private enum Mode: Sendable {
        /// White space and the like so far.
        case undecided
        /// Inside `<think>`, which some models write into their answer.
        case thinking
        case object(ReplyScanner)
        case plain
        /// What comes is judged at the end.
        case held
    }

    private var mode = Mode.undecided
    private var held = ""
    private(set) var hasShownText = false

    /// - Returns: what can be shown now.
    mutating func feed(_ piece: String) -> String {
        switch self.mode {
        case .undecided:
            self.held += piece
            return self.decide()
        case .thinking:
            self.held += piece
            guard let end = self.held.firstRange(of: "</think>") else {
                // The end may be cut; no more of it is kept, so that a long thought is not searched again with each piece.
                self.held = String(self.held.suffix(7))
                return ""
            }
            self.held = String(self.held[end.upperBound...])
            self.mode = .undecided
            return self.decide()
        case .object(var scanner):
            let text = scanner.feed(piece)
            self.mode = .object(scanner)
            return self.shown(text)
        case .plain:
            self.held += piece
            return self.releasePlain()
        case .held:
            self.held += piece
            return ""
        }
    }

    private mutating func decide() -> String {
        let text = String(self.held.drop { $0.isWhitespace || $0 == "\u{FEFF}" })
        self.held = text
        if text.hasPrefix("<think>") {
            self.mode = .thinking
            self.held = ""
            return self.feed(String(text.dropFirst(7)))
        }
        guard let first = text.first, !"<think>".hasPrefix(text) else { return "" }
        switch first {
        case "{":
            self.held = ""
            var scanner = ReplyScanner()
            let shown = scanner.feed(text)
            self.mode = .object(scanner)
            return self.shown(shown)
        case "`":
            // A fence may announce an object; the line says no more than that.
            if let newline = text.firstIndex(where: \.isNewline) {
                let rest = text[newline...].drop { $0.isWhitespace }
                if rest.first == "{" {
                    self.held = String(rest)
                    return self.decide()
                }
                if rest.isEmpty, text.hasPrefix("```") {
                    self.held = text[..<newline] + "\n"
                    return ""
                }
            } else if text.count < 20 {
                return ""
            }
            self.mode = .held
            return ""
        // An object in quotes or in a list.
        case "\"", "[":
            self.mode = .held
            return ""
        default:
            self.mode = .plain
            return self.releasePlain()
        }
    }

    private mutating func releasePlain() -> String {
        let end = [self.held.firstIndex(of: "{"), self.held.firstRange(of: "```")?.lowerBound].compactMap { $0 }.min()
        if let end {
            let text = String(self.held[..<end])
            self.held = String(self.held[end...])
            self.mode = .held
            return self.shown(text)
        }
        // Back quotes at the end may become a fence.
        let backQuotes = self.held.reversed().prefix { $0 == "`" }.count
        let text = String(self.held.dropLast(backQuotes))
        self.held = String(self.held.suffix(backQuotes))
        return self.shown(text)
    }

    private mutating func shown(_ text: String) -> String {
        let text = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }))
        if text.contains(where: { !$0.isWhitespace }) { self.hasShownText = true }
        return text
    }

    /// Whether the answer is an object from its first byte on.
    var isObject: Bool { if case .object = self.mode { true } else { false } }

    /// Text that is left to show if the answer turns out to be no object.
    var leftover: String {
        switch self.mode {
        case .plain, .held: self.held
        case .undecided, .thinking, .object: ""
        }
    }
}

/// Follows one JSON object byte by byte and hands out the text of its first member `reply`.
struct ReplyScanner: Sendable {
    private enum State: Sendable, Equatable {
        /// Before the opening brace, or between members.
        case between
        case name
        /// After a name, before its value.
        case beforeValue
        case reply
        case skipped(depth: Int, inString: Bool, escaped: Bool)
        case done
    }

    private var state = State.between
    private var name: [UInt8] = []
    private var escapedName = false
    private var unescaper = JSONStringUnescaper()

    mutating func feed(_ piece: String) -> String {
        for byte in piece.utf8 { self.feed(byte) }
        return self.unescaper.take()
    }

    private mutating func feed(_ byte: UInt8) {
        switch self.state {
        case .between:
            if byte == UInt8(ascii: "\"") {
                self.state = .name
                self.name = []
            } else if byte == UInt8(ascii: "}") {
                self.state = .done
            }
        case .name:
            if self.escapedName {
                self.escapedName = false
            } else if byte == UInt8(ascii: "\\") {
                self.escapedName = true
            } else if byte == UInt8(ascii: "\"") {
                self.state = .beforeValue
                return
            }
            // A longer name is not ours, and need not be kept.
            if self.name.count < 8 { self.name.append(byte) }
        case .beforeValue:
            switch byte {
            case UInt8(ascii: "\""):
                let isReply = String(decoding: self.name, as: UTF8.self).lowercased() == "reply"
                self.state = isReply ? .reply : .skipped(depth: 0, inString: true, escaped: false)
            case UInt8(ascii: "{"), UInt8(ascii: "["): self.state = .skipped(depth: 1, inString: false, escaped: false)
            case UInt8(ascii: ","): self.state = .between
            case UInt8(ascii: "}"): self.state = .done
            default: break
            }
        case .reply:
            if byte == UInt8(ascii: "\""), !self.unescaper.isInEscape { self.state = .done } else { self.unescaper.feed(byte) }
        case .skipped(let depth, let inString, let escaped): self.skip(byte, depth: depth, inString: inString, escaped: escaped)
        case .done: break
        }
    }

    private mutating func skip(_ byte: UInt8, depth: Int, inString: Bool, escaped: Bool) {
        if inString {
            let ends = byte == UInt8(ascii: "\"") && !escaped
            let escapes = byte == UInt8(ascii: "\\") && !escaped
            self.state = ends && depth == 0 ? .between : .skipped(depth: depth, inString: !ends, escaped: escapes)
            return
        }
        switch byte {
        case UInt8(ascii: "\""): self.state = .skipped(depth: depth, inString: true, escaped: false)
        case UInt8(ascii: "{"), UInt8(ascii: "["): self.state = .skipped(depth: depth + 1, inString: false, escaped: false)
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            self.state = depth == 1 ? .between : .skipped(depth: depth - 1, inString: false, escaped: false)
        default: break
        }
    }
}
