import NIOCore

/// A moment of the machine's monotonic clock, which all processes share, as six characters of base 36: microseconds, which
/// begin anew after 36 minutes.
struct TokenStamp {
    static let length = 6
    private static let wrap: UInt64 = 36 * 36 * 36 * 36 * 36 * 36
    private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

    private let microseconds: UInt64

    private init(microseconds: UInt64) { self.microseconds = microseconds % Self.wrap }

    static var now: TokenStamp { TokenStamp(microseconds: NIODeadline.now().uptimeNanoseconds / 1_000) }

    /// - Returns: `nil` if these are no digits.
    init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.length else { return nil }
        var value: UInt64 = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value * 36 + UInt64(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = value * 36 + UInt64(byte - UInt8(ascii: "a")) + 10
            default: return nil
            }
        }
        self.microseconds = value
    }

    func nanoseconds(since earlier: TokenStamp) -> UInt64 {
        (self.microseconds + Self.wrap - earlier.microseconds) % Self.wrap * 1_000
    }

    func write(into bytes: inout ByteBuffer, at index: Int) {
        var rest = self.microseconds
        for place in (0..<Self.length).reversed() {
            bytes.setInteger(Self.digits[Int(rest % 36)], at: index + place)
            rest /= 36
        }
    }
}
