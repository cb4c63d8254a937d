#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import NIOConcurrencyHelpers

/// The `Date` header (RFC 9110 section 5.6.7), which a server with a clock has to send. Hummingbird's is for routes only.
enum HTTPDate {
    private struct Cached {
        var second = 0
        var text = HTTPDate.format(secondsSince1970: 0)
    }

    private static let cached = NIOLockedValueBox(Cached())

    /// Made once a second.
    static var now: String {
        let second = Int(Date().timeIntervalSince1970)
        return self.cached.withLockedValue { cached in
            if cached.second != second { cached = Cached(second: second, text: self.format(secondsSince1970: second)) }
            return cached.text
        }
    }

    /// - Parameter seconds: not before 1970.
    static func format(secondsSince1970 seconds: Int) -> String {
        let (days, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
        // Counted from 1 March of the year 0, a leap day is the last of its year, and 400 years have 146,097 days.
        let (era, day) = (days + 719_468).quotientAndRemainder(dividingBy: 146_097)
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        let calendarYear = year + era * 400 + (month >= 10 ? 1 : 0)
        let dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb"]
        return "\(weekdays[days % 7]), \(self.two(dayOfMonth)) \(months[month]) \(calendarYear) "
            + "\(self.two(time / 3_600)):\(self.two(time / 60 % 60)):\(self.two(time % 60)) GMT"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
