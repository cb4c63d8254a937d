/// Cuts a line into tokens in one pass.
enum Lexer {
    static func tokens(of line: [Unicode.Scalar]) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(line.count / 4)
        var buffer: [UInt8] = []
        var place = 0
        var gap = 0
        /// Up to here the run of characters was looked at and is no address.
        var plainUntil = 0
        while place < line.count {
            let scalar = line[place]
            if scalar == " " {
                gap += 1
                place += 1
                continue
            }
            var token: Token
            if place >= plainUntil, scalar.isASCII, scalar.isLetter || scalar.isDigit {
                let end = Self.addressRunEnd(line, from: place)
                plainUntil = Self.mailStart(line, from: place, to: end) ?? end
                if let address = Self.address(line, from: place, to: end) {
                    token = address
                } else {
                    token = Self.plainToken(line, from: place, buffer: &buffer)
                }
            } else {
                token = Self.plainToken(line, from: place, buffer: &buffer)
            }
            token.gap = tokens.isEmpty ? 0 : gap
            gap = 0
            place = token.end
            tokens.append(token)
        }
        return tokens
    }

    private static func plainToken(_ line: [Unicode.Scalar], from start: Int, buffer: inout [UInt8]) -> Token {
        let scalar = line[start]
        if scalar.isDigit {
            var end = start
            var value = 0
            while end < line.count, line[end].isDigit {
                if end - start < 9 { value = value * 10 + Int(line[end].value - 0x30) }
                end += 1
            }
            if end - start > 9 { value = -1 }
            return Token(kind: .number, start: start, end: end, gap: 0, value: value, folded: "")
        }
        guard scalar.isLetter else {
            return Token(kind: .mark, start: start, end: start + 1, gap: 0, value: Int(scalar.value), folded: "")
        }
        let end = Self.wordEnd(line, from: start)
        buffer.removeAll(keepingCapacity: true)
        for scalar in line[start..<end] where scalar != "." {
            Folding.append(scalar.isApostrophe ? "'" : scalar, to: &buffer)
        }
        let folded = String(decoding: buffer, as: UTF8.self)
        var entry = Lexicon.shared.entry(folded)
        // Nouns have capitals in German; in Dutch, compounds are long.
        if entry.traits.isEmpty, entry.month == 0, end - start >= 7, scalar.isUppercase || end - start >= 10 {
            entry.traits = Lexicon.shared.compound(folded)
        }
        return Token(
            kind: .word, start: start, end: end, gap: 0, value: 0, folded: folded, traits: entry.traits,
            month: Int(entry.month))
    }

    /// A word goes on over apostrophes between letters, and over dots of an abbreviation: "B.Sc", "Ph.D".
    private static func wordEnd(_ line: [Unicode.Scalar], from start: Int) -> Int {
        var end = start
        var partStart = start
        while end < line.count {
            let scalar = line[end]
            if scalar.isLetter || scalar.isCombining {
                end += 1
            } else if scalar.isApostrophe, end + 1 < line.count, line[end + 1].isLetter {
                end += 1
            } else if scalar == ".", end - partStart <= 4, end + 1 < line.count, line[end + 1].isLetter {
                end += 1
                partStart = end
            } else {
                break
            }
        }
        return end
    }

    private static func addressRunEnd(_ line: [Unicode.Scalar], from start: Int) -> Int {
        var end = start
        while end < line.count, Self.isAddressCharacter(line[end]) { end += 1 }
        return end
    }

    private static func isAddressCharacter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isDigit || scalar.isLetter { return true }
        switch scalar {
        case ".", "_", "%", "+", "-", "@", ":", "/", "?", "=", "&", "#", "~", "'": return true
        default: return false
        }
    }

    /// The mail address or link that the run of characters is, without the dot of a sentence behind it.
    private static func address(_ line: [Unicode.Scalar], from start: Int, to runEnd: Int) -> Token? {
        guard runEnd - start >= 5 else { return nil }
        var end = runEnd
        while end > start, !(line[end - 1].isLetter || line[end - 1].isDigit || line[end - 1] == "/") { end -= 1 }
        let run = line[start..<end]
        // "x@y.org", but "youtube.com/@x".
        guard let at = run.firstIndex(of: "@"), run.firstIndex(of: "/").map({ at < $0 }) ?? true else {
            return Self.isLink(run) ? Token(kind: .link, start: start, end: end, gap: 0, value: 0, folded: "") : nil
        }
        guard !line[start..<at].contains(":") else { return nil }
        let domain = line[(at + 1)..<end]
        guard at > start, let dot = domain.lastIndex(of: "."), dot > domain.startIndex, domain.endIndex - dot >= 3,
            domain.allSatisfy({ $0.isLetter || $0.isDigit || $0 == "." || $0 == "-" })
        else { return nil }
        return Token(kind: .email, start: start, end: end, gap: 0, value: 0, folded: "")
    }

    /// "email:x@y.org" and "mailto:x@y.org": where the address itself begins, if that is not the start of the run.
    private static func mailStart(_ line: [Unicode.Scalar], from start: Int, to end: Int) -> Int? {
        guard let at = line[start..<end].firstIndex(of: "@"), !line[start..<at].contains("/"),
            let colon = line[start..<at].lastIndex(of: ":")
        else { return nil }
        return colon + 1
    }

    private static func isLink(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
        func begins(_ text: String) -> Bool {
            var place = run.startIndex
            for scalar in text.unicodeScalars {
                guard place < run.endIndex, run[place].value | 0x20 == scalar.value | 0x20 else { return false }
                place += 1
            }
            return true
        }
        if begins("http://") || begins("https://") || begins("www.") { return true }
        // A host with a path: "github.com/name". Its host ends in letters, so that "and/or" and "1.2/3" are none.
        guard let slash = run.firstIndex(of: "/"), let dot = run[..<slash].lastIndex(of: "."), slash < run.endIndex - 1,
            slash - dot >= 3, slash - dot <= 7, dot - run.startIndex >= 2
        else { return Self.isBareHost(run) }
        return run[(dot + 1)..<slash].allSatisfy(\.isLowercase) && run[..<dot].allSatisfy { !$0.isApostrophe && $0 != ":" }
    }

    /// "janedoe.dev": only under endings that no library's or company's name has by accident.
    private static func isBareHost(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let dot = run.lastIndex(of: "."), dot - run.startIndex >= 3,
            run.allSatisfy({ ($0.isASCII && $0.isLowercase) || $0.isDigit || $0 == "." || $0 == "-" })
        else { return false }
        let ending = String(String.UnicodeScalarView(run[(dot + 1)...]))
        return ["com", "org", "dev", "me", "info", "design", "page", "de", "fr", "es", "uk", "nl", "pl", "it", "tech", "site"]
            .contains(ending)
    }
}
