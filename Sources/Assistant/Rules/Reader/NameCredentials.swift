/// What people write around their names: "Dr. Jane Doe", "Jane Doe, RN, BSN", "Jane Doe BA (Hons) PGCE".
enum NameCredentials {
    /// The name alone, and what was taken off it.
    static func removed(from phrase: Phrase) -> (name: Phrase, credentials: [String]) {
        let phrase = phrase.trimmed
        var credentials: [String] = []
        var tokens = phrase.tokens
        // "Dr.", "Prof. Dr."
        var start = tokens.startIndex
        while start < tokens.endIndex, tokens[start].traits.contains(.salutation) || tokens[start].isMark(".") { start += 1 }
        if start > tokens.startIndex, tokens[start...].count(where: \.isWord) > 1 {
            credentials.append(phrase.subphrase(tokens.startIndex..<start).text)
            tokens = tokens[start...]
        }
        var words = 0
        var cut: Int?
        for place in tokens.indices {
            guard tokens[place].isWord else { continue }
            words += 1
            if !Self.isCredential(phrase.scalars)(tokens[place]) { cut = nil } else if words > 2, cut == nil { cut = place }
        }
        if let cut {
            let text = phrase.subphrase(cut..<tokens.endIndex).text
            credentials.append(text)
            tokens = tokens[..<cut]
            while let last = tokens.last, last.isMark("(") { tokens = tokens.dropLast() }
        }
        return (Phrase(scalars: phrase.scalars, tokens: tokens).trimmed, credentials)
    }

    /// Whether a word is one in capitals, or "PhD" and "Hons".
    static func isCredential(_ scalars: [Unicode.Scalar]) -> (Token) -> Bool {
        { token in
            guard token.isWord else { return true }
            if token.folded == "hons" || token.folded == "esq" { return true }
            // "Jr" and "III" are part of the name.
            if ["ii", "iii", "iv", "jr", "sr"].contains(token.folded) { return false }
            guard !token.traits.isDisjoint(with: [.credential, .degree, .degreeInCapitals]) else { return false }
            return scalars[token.start..<token.end].count(where: \.isUppercase) > 1
        }
    }
}
