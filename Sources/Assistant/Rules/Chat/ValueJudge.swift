/// Tells values from what only stands where a value might: "my title is outdated", "change my summary to be shorter".
/// What it does not pass is asked back. A quotation always passes.
enum ValueJudge {
    enum Form {
        /// "my title is …"
        case statement
        /// "change my title to …"
        case request
    }

    /// The value as it is to be written, nil where it is doubtful.
    static func value(_ clause: Clause, of kind: ValueKind, in form: Form) -> String? {
        if let quotation = clause.quotation { return quotation.isEmpty ? nil : quotation }
        var clause = clause
        if clause.plain(0) == "be", clause.count > 1 { clause = clause.dropFirst(1) }
        if kind == .title, ["a", "an"].contains(clause.plain(0)) { clause = clause.dropFirst(1) }
        let value = clause.value
        let first = clause.plain(0)
        guard value.contains(where: { $0.isLetter || $0.isNumber }), !value.contains(where: \.isNewline),
            value.utf8.count <= 200, !VagueWords.vague.contains(first),
            form == .request || !VagueWords.judgements.contains(first)
        else { return nil }
        switch kind {
        case .email: return clause.count == 1 && value.contains("@") ? value : nil
        case .phone:
            let digits = value.count(where: \.isNumber)
            let marks = value.lowercased().allSatisfy {
                $0.isNumber || $0.isWhitespace || "+-().,/–#".contains($0) || "ext".contains($0)
            }
            return digits >= 3 && marks ? value : nil
        case .name:
            guard clause.count <= 6, !value.contains(where: { $0.isNumber || "@:/".contains($0) }) else { return nil }
            return self.has(VagueWords.nameDoubts, clause) ? nil : value
        case .location: return clause.count <= 10 && !self.has(VagueWords.placeDoubts, clause) ? value : nil
        case .title, .line: return clause.count <= 14 && !self.has([], clause) ? value : nil
        case .text: return self.text(value, afterColon: false)
        }
    }

    /// Whether a word within shows that more than the value is said.
    private static func has(_ further: Set<String>, _ clause: Clause) -> Bool {
        for place in 1..<max(1, clause.count) {
            guard let word = clause[place], word.quotation == nil else { continue }
            let text = clause.message[word.range]
            // "Engineer I" is a grade; "Engineer I think" is not.
            if word.plain == "i", place < clause.count - 1 { return true }
            guard text.first?.isUppercase != true else { continue }
            // "Bob Brown, title CTO"
            if clause[place - 1]?.lastMark == ",", FieldNames.kind(word.plain) != nil { return true }
            if VagueWords.doubts.contains(word.plain) || further.contains(word.plain) { return true }
        }
        return false
    }

    /// A text of several sentences, nil where it rather says how the text should be. Behind a colon all is meant as it
    /// stands; otherwise it has to look like sentences.
    static func text(_ text: String, afterColon: Bool) -> String? {
        let text = text.trimming { $0.isWhitespace }
        guard text.contains(where: \.isLetter) else { return nil }
        if afterColon { return text }
        let words = text.split(maxSplits: 40, whereSeparator: \.isWhitespace).prefix(40).map {
            $0.lowercased().trimming { ",.!?:;\"'".contains($0) }
        }
        let first = words.first ?? ""
        if ["i", "i'm", "i've"].contains(first), words.count >= 3 { return text }
        guard !VagueWords.vague.subtracting(["a", "an"]).contains(first), !VagueWords.textInstructions.contains(first) else {
            return nil
        }
        if first == "a" || first == "an" {
            guard words.count >= 6, !VagueWords.vague.contains(words[1]), !VagueWords.judgements.contains(words[1]) else {
                return nil
            }
        }
        if text.first?.isUppercase == true { return words.count >= 3 ? text : nil }
        let aboutTheText: Set = [
            "it", "its", "it's", "shorter", "longer", "keywords", "bullets", "bullet", "resume", "summary",
        ]
        return words.count >= 6 && !words.contains(where: aboutTheText.contains) ? text : nil
    }
}
