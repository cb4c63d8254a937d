/// Session ids: 120 random bits as 20 characters of base64url, behind the node's tag and a dot if it has one.
enum SessionID {
    static let length = 20

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// `SystemRandomNumberGenerator` is cryptographically secure on every platform of ours, so an id is as good as a key.
    @Sendable static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return self.random(using: &generator)
    }

    static func random(using generator: inout some RandomNumberGenerator) -> String {
        String(unsafeUninitializedCapacity: self.length) { bytes in
            for half in 0..<2 {
                var bits = generator.next()
                for place in 0..<10 {
                    bytes[half * 10 + place] = self.alphabet[Int(bits & 63)]
                    bits >>= 6
                }
            }
            return self.length
        }
    }

    /// Whether a name given by a client can be an id at all; longer ones leave room for a node's tag in front. All these
    /// characters stand for themselves in a query (RFC 3986 section 2.3), in a cookie and in JSON.
    ///
    /// Without this, a string that is equal to an id by Unicode's rules but not by its bytes would find the session.
    static func isPlausible(_ id: String) -> Bool {
        (1...64).contains(id.utf8.count)
            && id.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                    UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    /// Whether it can stand in front of an id.
    static func isTag(_ tag: String) -> Bool {
        (1...32).contains(tag.utf8.count) && !tag.utf8.contains(UInt8(ascii: ".")) && self.isPlausible(tag)
    }
}
