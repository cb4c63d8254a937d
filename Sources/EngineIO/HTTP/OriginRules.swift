/// The entries of ``EngineIOCORS/origins``, read once.
struct OriginRules: Sendable {
    private let allowsAny: Bool
    private let exact: Set<String>
    private let patterns: [OriginPattern]
    /// Entries that no origin can match.
    let unusable: [String]

    init(_ origins: Set<String>) {
        self.allowsAny = origins.contains("*")
        var exact: Set<String> = []
        var patterns: [OriginPattern] = []
        var unusable: [String] = []
        for origin in origins where origin != "*" {
            if let pattern = OriginPattern(origin) {
                patterns.append(pattern)
            } else if origin.utf8.contains(UInt8(ascii: "*")) || !Self.canBeSent(origin) {
                unusable.append(origin)
            } else {
                exact.insert(origin)
            }
        }
        self.exact = exact
        self.patterns = patterns
        self.unusable = unusable.sorted()
    }

    /// - Parameter origin: of printable ASCII characters.
    func allow(_ origin: String) -> Bool {
        self.allowsAny || self.exact.contains(origin) || self.patterns.contains { $0.matches(origin) }
    }

    private static func canBeSent(_ origin: String) -> Bool {
        let isASCII = origin.utf8.allSatisfy { (0x21...0x7E).contains($0) && !(0x41...0x5A).contains($0) }
        guard isASCII, let parts = OriginParts(origin) else { return origin == "null" || origin == "file://" }
        return !parts.host.isEmpty && !parts.host.contains("/") && parts.port?.contains("/") != true
    }
}

/// An entry with `*` for the labels in front of a host, or for a port.
struct OriginPattern: Sendable {
    private let scheme: String
    /// With its dot, `.example.com`, if any host below it matches.
    private let host: String
    private let isSuffix: Bool
    private let port: String?
    private let allowsAnyPort: Bool

    init?(_ text: String) {
        guard let parts = OriginParts(text) else { return nil }
        self.isSuffix = parts.host.hasPrefix("*.")
        self.allowsAnyPort = parts.port == "*"
        guard self.isSuffix || self.allowsAnyPort else { return nil }
        self.scheme = String(parts.scheme)
        self.host = String(self.isSuffix ? parts.host.dropFirst() : parts.host)
        self.port = self.allowsAnyPort ? nil : parts.port.map(String.init)
        guard self.scheme.isMade(of: { Self.isLetterOrDigit($0) }), self.host.utf8.count > 1,
            self.host.utf8.allSatisfy({ Self.isHostByte($0) }), self.port?.isPort ?? true
        else { return nil }
    }

    func matches(_ origin: String) -> Bool {
        guard let parts = OriginParts(origin), parts.scheme == self.scheme else { return false }
        guard self.allowsAnyPort ? parts.port?.isPort ?? true : parts.port == self.port.map({ $0[...] }) else { return false }
        guard self.isSuffix else { return parts.host == self.host }
        guard parts.host.hasSuffix(self.host) else { return false }
        let labels = parts.host.dropLast(self.host.count).split(separator: ".", omittingEmptySubsequences: false)
        return labels.allSatisfy { label in
            !label.isEmpty
                && label.utf8.allSatisfy { Self.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Also those of an IPv6 address in brackets.
    private static func isHostByte(_ byte: UInt8) -> Bool {
        self.isLetterOrDigit(byte) || "-_.:[]".utf8.contains(byte)
    }
}

/// `scheme://host:port`, cut apart and not checked further.
private struct OriginParts {
    let scheme: Substring
    let host: Substring
    let port: Substring?

    init?(_ origin: String) {
        guard let separator = origin.firstRange(of: "://"), separator.lowerBound > origin.startIndex else { return nil }
        self.scheme = origin[..<separator.lowerBound]
        let authority = origin[separator.upperBound...]
        // In an IPv6 address the last colon begins a port only behind the bracket.
        guard let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") else {
            self.host = authority
            self.port = nil
            return
        }
        self.host = authority[..<colon]
        self.port = authority[authority.index(after: colon)...]
    }
}

extension StringProtocol {
    fileprivate func isMade(of isMember: (UInt8) -> Bool) -> Bool { !self.isEmpty && self.utf8.allSatisfy(isMember) }

    fileprivate var isPort: Bool {
        self.utf8.count <= 5 && self.isMade { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
