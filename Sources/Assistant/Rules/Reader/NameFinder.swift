/// Finds the line with the person's name: by its shape, its place, and by the mail address and profile links, which most
/// people make from their names.
struct NameFinder {
    struct Found {
        /// The numbers of the lines: two where first and last name stand under one another.
        var lines: ClosedRange<Int>
        var name: Phrase
        /// What stands behind the name on its line.
        var rest: [Phrase]
        /// "Dr." and "RN, BSN", which stand around the name.
        var credentials: [String] = []
        /// How many of its words the mail address or a link has.
        var hits = 0
        /// A label says that it is the name.
        var isLabelled = false
    }

    /// Lines with text that are looked at: a sidebar may stand before the name.
    private static let mostLines = 80
    /// Without a mail address to confirm it, a name is only looked for this near the top.
    private static let topLines = 12

    /// Letters of the addresses in lower case, as bytes: plain search over them is many times faster than over strings.
    private let evidence: [UInt8]

    /// - Parameter addresses: mail addresses and links of the document.
    init(addresses: [String]) {
        let parts = addresses.map { address in
            if let at = address.firstIndex(of: "@") { return String(address[..<at]) }
            return String(address.drop { $0 != "/" })
        }
        self.evidence = Array(
            parts.map {
                String(Folding.folded($0).unicodeScalars.filter { $0.isLetter || $0 == "/" }.map(Character.init))
            }
            .joined(separator: " ").utf8)
    }

    func find(in lines: [TextLine]) -> Found? {
        var best: (score: Double, found: Found)?
        var seen = 0
        var isBelowEntries = false
        for (number, line) in lines.enumerated() where !line.isBlank {
            guard seen < Self.mostLines else { break }
            defer { seen += 1 }
            let heading = HeadingDictionary.shared.exactMatch(line.phrase)
            if heading?.kind == .experience || heading?.kind == .education { isBelowEntries = true }
            if let labelled = LabelDictionary.shared.match(line.phrase, among: [.name]), !labelled.value.isEmpty, seen < 40 {
                let segments = labelled.value.segments()
                if let first = segments.first, case let (name, credentials) = NameCredentials.removed(from: first),
                    self.score(name, position: 0) > -5
                {
                    return Found(
                        lines: number...number, name: name, rest: Array(segments.dropFirst()), credentials: credentials,
                        isLabelled: true)
                }
            }
            // "Name Tomasz Lis", a form that lost its colons.
            if line.tokens.first?.folded == "name", (3...5).contains(line.tokens.count), seen < Self.topLines,
                case let rest = line.phrase.subphrase(1..<line.tokens.count), self.score(rest, position: 0) > 0
            {
                return Found(lines: number...number, name: rest, rest: [], isLabelled: true)
            }
            guard !line.hasBullet || seen == 0, heading == nil else { continue }
            let segments = Self.withoutBanner(line.phrase).segments(gap: 3).flatMap(Self.cutAtComma)
            guard let first = segments.first else { continue }
            let (name, credentials) = NameCredentials.removed(from: first)
            var score = self.score(name, position: seen)
            if number + 1 < lines.count, lines[number + 1].phrase.isTitle, seen > 0 { score += 1 }
            if seen >= Self.topLines || isBelowEntries, self.hits(name) == 0 { continue }
            var found = Found(
                lines: number...number, name: name, rest: Array(segments.dropFirst()), credentials: credentials)
            if let both = Self.joined(name, with: number + 1 < lines.count ? lines[number + 1] : .blank) {
                let joinedScore = self.score(both, position: seen)
                if joinedScore > score { (score, found.lines, found.name) = (joinedScore, number...(number + 1), both) }
            }
            if score > 0, score > (best?.score ?? 0) { best = (score, found) }
        }
        if var found = best?.found {
            found.hits = self.hits(found.name)
            return found
        }
        return nil
    }

    /// A single word over another: "GRACE" and "OYELARAN".
    private static func joined(_ name: Phrase, with next: TextLine) -> Phrase? {
        guard name.tokens.count == 1, name.tokens.first?.isWord ?? false, next.tokens.count <= 3,
            next.tokens.allSatisfy({ $0.isWord || $0.isDash && $0.gap == 0 }), next.phrase.wordCount <= 2, !next.isBlank,
            !next.hasBullet,
            name.isUppercased == next.phrase.isUppercased, next.phrase.titleStrength == 0, next.phrase.placeStrength == .none,
            HeadingDictionary.shared.exactMatch(next.phrase) == nil
        else { return nil }
        return TextLine(name.text + " " + next.text).phrase
    }

    /// "Résumé of Jane Doe", "Curriculum Vitae - Jane Doe".
    private static func withoutBanner(_ phrase: Phrase) -> Phrase {
        let end =
            phrase.tokens.firstIndex { !($0.isWord && PageFurniture.documentWords.contains($0.folded)) }
            ?? phrase.tokens.endIndex
        guard end > phrase.tokens.startIndex, end < phrase.tokens.endIndex else { return phrase }
        return phrase.subphrase(end..<phrase.tokens.endIndex).trimmed
    }

    /// "Jane Doe, Software Engineer" and "Doe, Jane": only what is a title or credential goes its own way.
    private static func cutAtComma(_ phrase: Phrase) -> [Phrase] {
        let parts = phrase.split { $0.isMark(",") }
        guard parts.count > 1, parts[0].wordCount > 1 || parts.count > 2 else { return [phrase] }
        // Credentials stay with the name until it is judged.
        let end = parts.dropFirst().prefix { $0.words.allSatisfy(NameCredentials.isCredential($0.scalars)) }.count
        guard end > 0 else { return parts }
        return [phrase.subphrase(phrase.tokens.startIndex..<parts[end].tokens.endIndex)] + parts.dropFirst(end + 1)
    }

    private func score(_ phrase: Phrase, position: Int) -> Double {
        guard (1...12).contains(phrase.tokens.count), (3...48).contains(phrase.length) else { return -9 }
        var words = 0
        var titles = 0
        var previous: Token?
        for token in phrase.tokens {
            switch token.kind {
            case .number, .email, .link: return -9
            case .mark:
                guard
                    token.isMark(".") || token.isMark(",") || token.isDash || token.isMark("(") || token.isMark(")")
                        || token.isMark("\"") || token.isMark("'") || token.isMark("“") || token.isMark("”")
                        || token.isMark("’")
                else { return -9 }
            case .word:
                words += 1
                let isHyphenated = words > 2 && token.gap == 0 && previous?.isDash ?? false
                if token.traits.contains(.notName) && !isHyphenated
                    || token.traits.contains(.legalForm) && token.end - token.start > 2
                {
                    return -9
                }
                if token.traits.contains(.title), !token.traits.contains(.surname) { titles += 1 }
                let first = phrase.first(of: token)
                // "Ji-woo" goes on in lower case.
                let isPart = previous?.isDash ?? false && token.gap == 0
                if first.isLowercase, !token.traits.contains(.nameParticle), !isPart {
                    // Some write their names in lower case; the mail address has to agree.
                    guard position == 0, self.hits(phrase) > 0 else { return -9 }
                }
            }
            previous = token
        }
        guard (1...6).contains(words) else { return -9 }
        var score: Double = (2...4).contains(words) ? 2 : words > 4 ? 0 : -2
        if titles > 0 { score -= 4 }
        if phrase.organisationStrength > 0 { score -= 3 }
        if phrase.placeStrength == .known { score -= 4 } else if phrase.placeStrength == .shape { score -= 1 }
        score += position < 8 ? max(0, 3 - Double(position) * 0.5) : -1
        return score + 3 * Double(min(2, self.hits(phrase))) - Double(position) * 0.01
    }

    /// How many of the words the mail address or a link confirms.
    private func hits(_ phrase: Phrase) -> Int {
        guard !self.evidence.isEmpty else { return 0 }
        let words = phrase.words.map { Array($0.folded.utf8) }.filter { $0.count > 1 }
        var hits = words.count { word in
            let letters = word.contains(0x27) ? word.filter { $0 != 0x27 } : word
            return word.count >= 3 && self.isEvident(letters)
        }
        // "jdoe@" and "doej@".
        if hits == 1, let first = words.first, let last = words.last, words.count > 1 {
            if self.isEvident(first.prefix(1) + last) || self.isEvident(last + first.prefix(1)) { hits = 2 }
        }
        return hits
    }

    private func isEvident(_ word: [UInt8]) -> Bool { !word.isEmpty && ByteSearch.contains(self.evidence, word) }
}
