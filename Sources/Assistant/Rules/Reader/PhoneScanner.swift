/// Finds telephone numbers of any country among the tokens of a phrase.
enum PhoneScanner {
    /// ITU-T E.164 allows 15 digits; no subscriber's number with its area has fewer than 7.
    private static let digits = 7...15

    static func number(in phrase: Phrase) -> Phrase? {
        var place = phrase.tokens.startIndex
        while place < phrase.tokens.endIndex {
            guard Self.begins(phrase.tokens[place]) else {
                place += 1
                continue
            }
            let end = Self.runEnd(phrase.tokens, from: place)
            let run = phrase.subphrase(place..<end)
            if Self.isNumber(run, in: phrase) { return run.withoutTail }
            place = max(end, place + 1)
        }
        return nil
    }

    private static func begins(_ token: Token) -> Bool { token.kind == .number || token.isMark("+") || token.isMark("(") }

    /// Numbers with no more than one blank and the usual signs between them.
    private static func runEnd(_ tokens: ArraySlice<Token>, from start: Int) -> Int {
        var end = start
        while end < tokens.endIndex {
            let token = tokens[end]
            let isSign =
                token.isDash || token.isMark("+") || token.isMark("(") || token.isMark(")") || token.isMark(".")
                || token.isMark("/")
            guard token.kind == .number || isSign, end == start || token.gap <= 1 else { break }
            // A full stop: what follows is another sentence.
            if end > start, token.gap == 1, tokens[end - 1].isMark("."), tokens[end - 1].gap == 0, end - start > 1,
                tokens[end - 2].digits >= 5
            {
                break
            }
            if end > start, token.isMark("+"), !tokens[end - 1].isMark("(") { break }
            end += 1
        }
        return end
    }

    private static func isNumber(_ run: Phrase, in phrase: Phrase) -> Bool {
        var digits = 0
        var groups = 0
        for token in run.tokens where token.kind == .number {
            digits += token.digits
            groups += 1
        }
        guard Self.digits.contains(digits), let first = run.tokens.first, let last = run.tokens.last else { return false }
        let before = run.tokens.startIndex - 1
        // A post-office box, not a telephone.
        if before >= phrase.tokens.startIndex, ["box", "bp", "pobox", "postfach"].contains(phrase.tokens[before].folded) {
            return false
        }
        if before >= phrase.tokens.startIndex, phrase.tokens[before].kind == .word, first.gap == 0 { return false }
        if run.tokens.endIndex < phrase.tokens.endIndex {
            let next = phrase.tokens[run.tokens.endIndex]
            if next.kind == .word, next.gap == 0, last.kind == .number { return false }
        }
        // Dates and spans of years have the same signs.
        let dates = DateScanner.spans(in: Array(run.tokens))
        if let date = dates.first, date.isRange || digits <= 8 { return false }
        return groups > 1 || digits >= 9 || first.isMark("+") || digits >= 7 && phrase.tokens.count <= 3
    }
}

extension Phrase {
    /// Without an opening bracket or sign at the end.
    fileprivate var withoutTail: Phrase {
        var tokens = self.tokens
        while let last = tokens.last, last.kind == .mark, !last.isMark(")") { tokens = tokens.dropLast() }
        return Phrase(scalars: self.scalars, tokens: tokens)
    }
}
