/// The shape of an address, by what mail systems deliver rather than by all that RFC 5321 allows: no quotes, no comments.
enum EmailAddress {
    static func problem(in text: String) -> (problem: String, suggestion: String?)? {
        guard !self.isPlausible(text) else { return nil }
        // A wrapper or a blank too many is the usual slip.
        var candidate = text.filter { !$0.isWhitespace && !"<>()\"".contains($0) }
        if candidate.lowercased().hasPrefix("mailto:") { candidate.removeFirst("mailto:".count) }
        return ("This is not an email address.", self.isPlausible(candidate) ? candidate : nil)
    }

    static func isPlausible(_ text: String) -> Bool {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, (1...64).contains(halves[0].utf8.count), (3...255).contains(halves[1].utf8.count) else {
            return false
        }
        let labels = halves[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty && $0.first != "-" && $0.last != "-" }) else { return false }
        guard !halves[0].hasPrefix("."), !halves[0].hasSuffix("."), !halves[0].contains("..") else { return false }
        return text.allSatisfy { !$0.isWhitespace && !"<>()[]\\,;:\"".contains($0) }
    }
}

enum PhoneNumber {
    /// E.164 has at most 15 digits; fewer than 7 reach nobody outside the house. An extension may follow.
    static func problem(in text: String) -> String? {
        let digits = text.lowercased().prefix { $0 != "x" && $0 != "e" }.filter(\.isNumber).count
        if digits < 7 { return "This is too short for a phone number." }
        if digits > 15 { return "This is too long for a phone number." }
        return nil
    }

    /// `(503) 555-0142` for ten digits of the North American plan, with `+1` if it was there; otherwise the same digits
    /// and marks with single blanks. How other countries group theirs is not guessed.
    static func formatted(_ text: String) -> String {
        let plain = text.allSatisfy { $0.isASCII && ($0.isNumber || $0.isWhitespace || "+-().".contains($0)) }
        let digits = text.filter(\.isNumber)
        let international = text.trimmed.hasPrefix("+")
        if plain, digits.count == 10, !international, "23456789".contains(digits.prefix(1)) { return self.american(digits) }
        if plain, digits.count == 11, digits.hasPrefix("1"), "23456789".contains(digits.dropFirst().prefix(1)) {
            return "+1 " + self.american(String(digits.dropFirst()))
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func american(_ digits: String) -> String {
        "(\(digits.prefix(3))) \(digits.dropFirst(3).prefix(3))-\(digits.suffix(4))"
    }
}
