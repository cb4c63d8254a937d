import Foundation

/// Which links of a document say something that its text does not show.
struct LinkTargets {
    private var seen: Set<String> = []
    /// Links that are looked at; more is no resume.
    private static let limit = 500
    private static let maxBytes = 300

    /// What the text shows itself is not said again.
    mutating func note(shown lines: [String]) {
        guard self.seen.count < Self.limit else { return }
        for line in lines {
            if line.count(where: \.isNumber) >= 7 { self.noteNumbers(in: line) }
            guard line.contains("@") || line.contains("/") || line.contains(".") else { continue }
            for word in line.split(whereSeparator: { $0.isWhitespace || "|<>(),;".contains($0) }) where word.count > 4 {
                if word.contains("@") || word.contains(".") { self.seen.insert(Self.key(String(word))) }
            }
        }
    }

    /// Phone numbers have blanks and hyphens inside.
    private mutating func noteNumbers(in line: String) {
        for part in line.split(whereSeparator: { $0.isLetter || "|,;•\t".contains($0) }) {
            let digits = part.filter(\.isNumber)
            if digits.count >= 7 { self.seen.insert(String(digits.suffix(9))) }
        }
    }

    /// The line for a target: an address, a number or a URL; nil if it is none of these or was seen already.
    mutating func line(for target: String) -> String? {
        guard self.seen.count < Self.limit, let line = Self.readable(target), self.seen.insert(Self.key(line)).inserted else {
            return nil
        }
        return line
    }

    static func readable(_ target: String) -> String? {
        let target = target.trimmingCharacters(in: .whitespacesAndNewlines)
        let lowered = target.lowercased()
        guard !target.isEmpty, target.utf8.count <= Self.maxBytes,
            !target.contains(where: \.isWhitespace) || lowered.hasPrefix("tel:")
        else { return nil }
        if lowered.hasPrefix("mailto:") {
            let address = target.dropFirst(7).prefix { $0 != "?" }
            let plain = address.removingPercentEncoding ?? String(address)
            return plain.contains("@") && !plain.contains(where: \.isWhitespace) ? plain : nil
        }
        if lowered.hasPrefix("tel:") {
            let number = target.dropFirst(4).removingPercentEncoding ?? String(target.dropFirst(4))
            return number.contains(where: \.isNumber) && number.count <= 30 ? number : nil
        }
        guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://"), URL(string: target)?.host?.contains(".") == true
        else {
            return nil
        }
        return target
    }

    /// Whether it is the person's own: where they can be reached, or a page about them.
    static func isContact(_ line: String) -> Bool {
        if !line.contains("/") { return true }
        let key = self.key(line)
        let parts = key.split(separator: "/")
        return parts.count == 1 || key.contains("linkedin.com/in/") || key.contains("xing.com/profile")
            || ["github.com", "gitlab.com", "twitter.com", "x.com", "orcid.org", "medium.com", "behance.net", "dribbble.com"]
                .contains(parts.first.map(String.init)) && parts.count == 2
    }

    private static func key(_ text: String) -> String {
        var key = text.lowercased()[...]
        for start in ["https://", "http://", "mailto:", "tel:", "www."] where key.hasPrefix(start) {
            key = key.dropFirst(start.count)
        }
        while let last = key.last, "/.,;:".contains(last) { key = key.dropLast() }
        // A phone number is its digits, however they are grouped; abroad it begins otherwise.
        if !key.contains(where: \.isLetter) { return String(key.filter(\.isNumber).suffix(9)) }
        return String(key)
    }
}
