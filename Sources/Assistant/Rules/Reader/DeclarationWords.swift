/// How the closing lines of a resume begin that are said to the reader of it: consents and assurances that some countries
/// ask for, without a heading over them. Folded, without accents.
enum DeclarationWords {
    static let openings = [
        "autorizzo il trattamento", "declaro bajo juramento", "declaro que", "hereby declare", "hiermit versichere",
        "i declare that", "i do hereby", "i hereby", "i solemnly declare", "ich versichere", "je certifie", "je soussigne",
        "ndp", "niniejszym", "wyrazam zgode", "zgodnie z art",
    ]

    static func opens(_ line: TextLine) -> Bool {
        guard line.phrase.wordCount >= 4, let first = line.tokens.first, first.isWord else { return false }
        let start = line.phrase.subphrase(0..<min(6, line.tokens.count)).key
        return self.openings.contains { start.hasPrefix($0) }
    }

    /// "Köln, den 12. Januar 2024": place and day, over a signature.
    static func isSignature(_ line: TextLine) -> Bool {
        guard line.tokens.count <= 10, line.dates.count == 1, let date = line.dates.first, !date.isRange, date.hasMonth,
            date.tokens.upperBound >= line.tokens.count - 1, date.tokens.count >= 3,
            line.tokens[date.tokens.lowerBound].digits <= 2, line.tokens[date.tokens.lowerBound].kind == .number,
            let comma = line.tokens.firstIndex(where: { $0.isMark(",") }), (1...3).contains(comma),
            comma < date.tokens.lowerBound
        else { return false }
        return line.tokens[comma..<date.tokens.lowerBound].allSatisfy {
            !$0.isWord || ["den", "le", "li", "dnia", "a"].contains($0.folded)
        }
    }
}
