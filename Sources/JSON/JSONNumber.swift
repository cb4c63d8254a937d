/// A number as it was written. JSON sets no range and no precision; what a client sent goes out again digit by digit.
public struct JSONNumber: Sendable, Hashable {
    /// The number's text, always valid by RFC 8259 section 6.
    public let literal: String

    init(uncheckedLiteral literal: String) { self.literal = literal }

    public init(_ value: some FixedWidthInteger) { self.literal = String(value) }

    /// `nil` for NaN and the infinities, which JSON cannot write.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        self.literal = value == value.rounded() && value.magnitude < 1e15 ? String(Int64(value)) : "\(value)"
    }

    /// `nil` for a fraction, an exponent, or a value out of `Int`'s range.
    public var intValue: Int? { Int(self.literal) }

    /// The nearest double; infinite where the number is out of range.
    public var doubleValue: Double { Double(self.literal) ?? .nan }
}
