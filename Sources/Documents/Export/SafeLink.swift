import Foundation

/// The targets that a written document may link to. What is none of these stays as text: a link in a document is a thing to
/// click, and `javascript:`, `data:` or `file:` have no place behind one.
enum SafeLink {
    /// Bytes. Longer addresses exist, and nobody puts them on a resume.
    static let maxBytes = 500

    /// The target for a text that is an address as a whole; nil if it is none.
    /// - Parameter text: `https://…`, `www.…`, `github.com/ada`.
    static func web(_ text: String) -> String? {
        guard text.utf8.count <= self.maxBytes, text.unicodeScalars.allSatisfy(self.mayStand) else { return nil }
        let lowered = text.lowercased()
        let target: String
        if lowered.hasPrefix("https://") || lowered.hasPrefix("http://") {
            target = text
        } else {
            // Without a scheme a host with a dot and letters at its end; a colon would begin a scheme or a port.
            let host = text.prefix { $0 != "/" }
            let labels = host.split(separator: ".", omittingEmptySubsequences: false)
            guard labels.count >= 2,
                labels.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0 != ":" && $0 != "@" } }),
                let last = labels.last, last.count >= 2, last.allSatisfy(\.isLetter),
                host.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." }),
                lowered.hasPrefix("www.") || text.contains("/")
            else { return nil }
            target = "https://" + text
        }
        guard let url = URLComponents(string: target), let host = url.host, host.contains("."), url.user == nil,
            url.password == nil
        else { return nil }
        return url.string
    }

    static func mail(_ text: String) -> String? {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, halves.count == 2, !halves[0].isEmpty, halves[1].contains("."),
            text.unicodeScalars.allSatisfy({ self.mayStand($0) && !"?&#%:/,;()[]".unicodeScalars.contains($0) })
        else { return nil }
        var address = URLComponents()
        address.scheme = "mailto"
        address.path = text
        return address.string
    }

    /// Digits with a plus before them, if there are 7 to 15 of them and nothing but what parts them.
    static func telephone(_ text: String) -> String? {
        guard text.allSatisfy({ $0.isASCII && $0.isNumber || " +-().\u{A0}/".contains($0) }) else { return nil }
        let digits = text.filter(\.isNumber)
        guard (7...15).contains(digits.count) else { return nil }
        return "tel:" + (text.drop { $0.isWhitespace || $0 == "(" }.first == "+" ? "+" : "") + digits
    }

    private static func mayStand(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x20 && scalar.value != 0x7F && !"\"<>\\^`{|}".unicodeScalars.contains(scalar)
            && !scalar.properties.isWhitespace
    }
}
