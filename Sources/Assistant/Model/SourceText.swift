import Foundation

/// The texts that a value may come from, ready to be asked whether it does.
///
/// Comparison is by what a reader would call the same: letter case, accents, ligatures, full-width forms, line breaks and
/// punctuation do not count.
struct SourceText: Sendable {
    private let lowercased: [UInt8]
    private let words: Set<String>
    /// The words without anything between them, and at which bytes words begin and end.
    private let compact: [UInt8]
    private let boundaries: Set<Int>
    private let phoneNumbers: [String]

    init(_ texts: [String]) {
        let text = texts.joined(separator: "\n")
        self.lowercased = Array(text.lowercased().utf8)
        let words = Self.words(of: text)
        self.words = Set(words)
        self.compact = Array(words.joined().utf8)
        var (end, boundaries): (Int, Set<Int>) = (0, [0])
        for word in words {
            end += word.utf8.count
            boundaries.insert(end)
        }
        self.boundaries = boundaries
        self.phoneNumbers = Self.digitRuns(in: text).map(\.digits)
    }

    init(_ text: String) { self.init([text]) }

    /// The value's letters and digits in this order, however they are parted into words. It begins and ends where words of the
    /// text do ("hi bmw" does not hold "IBM"), except in scripts that have no blanks between words.
    func contains(_ value: String) -> Bool {
        let wanted = Array(Self.words(of: value).joined().utf8)
        guard !wanted.isEmpty else { return false }
        let isASCII = wanted.allSatisfy { $0 < 0x80 }
        return Self.occurrences(of: wanted, in: self.compact).contains { place in
            !isASCII || self.boundaries.contains(place) && self.boundaries.contains(place + wanted.count)
        }
    }

    /// Every word of the value, in any order: "Doe, Jane" holds "Jane Doe".
    func containsWords(of value: String) -> Bool { self.share(of: value) == 1 }

    /// How many of the value's words the text holds, from 0 to 1.
    func share(of value: String) -> Double {
        let words = Self.words(of: value)
        guard !words.isEmpty else { return 0 }
        let known = words.count {
            self.words.contains($0) || !$0.utf8.allSatisfy { $0 < 0x80 } && self.contains($0)
        }
        return Double(known) / Double(words.count)
    }

    /// Each number of four digits in the value, which in dates is a year.
    func containsYears(of value: String) -> Bool {
        Self.words(of: value).allSatisfy { $0.utf8.count != 4 || Int($0) == nil || self.words.contains($0) }
    }

    /// The whole address, not the tail of a longer one.
    func contains(email: String) -> Bool {
        let wanted = Array(email.lowercased().utf8)
        guard wanted.dropFirst().contains(UInt8(ascii: "@")) else { return false }
        return Self.occurrences(of: wanted, in: self.lowercased).contains { place in
            let before = place > 0 ? self.lowercased[place - 1] : 0x20
            let end = place + wanted.count
            let after = end < self.lowercased.count ? self.lowercased[end] : 0x20
            let afterNext = end + 1 < self.lowercased.count ? self.lowercased[end + 1] : 0x20
            return !Self.isAddressByte(before) && !Self.isAlphanumeric(after) && after != UInt8(ascii: "-")
                && !(after == UInt8(ascii: ".") && Self.isAlphanumeric(afterNext))
        }
    }

    /// The same digits; one side may have a country or trunk prefix of up to three digits more. Fewer than 7
    /// digits, as in an extension: as text.
    func contains(phone: String) -> Bool {
        let digits = phone.prefix { !$0.isLetter }.replacing("(0)", with: "").filter { $0.isASCII && $0.isNumber }
        guard digits.count >= 7 else { return digits.count >= 3 && self.contains(phone) }
        return self.phoneNumbers.contains { known in
            guard known.count >= 7, abs(known.count - digits.count) <= 3 else { return false }
            return known.hasSuffix(digits.drop { $0 == "0" }) || digits.hasSuffix(known.drop { $0 == "0" })
        }
    }

    /// The address without its scheme, `www.` and closing slash.
    func contains(link: String) -> Bool {
        var wanted = link.lowercased()
        if let scheme = wanted.range(of: "://") { wanted = String(wanted[scheme.upperBound...]) }
        if wanted.hasPrefix("www.") { wanted.removeFirst(4) }
        while wanted.hasSuffix("/") { wanted.removeLast() }
        return !wanted.isEmpty && Self.find(Array(wanted.utf8), in: self.lowercased)
    }
}

extension SourceText {
    /// Lower-case words of letters and digits, without accents.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.unicodeScalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            } else if scalar.properties.generalCategory != .nonspacingMark, scalar.properties.generalCategory != .format,
                !word.isEmpty
            {
                words.append(word)
                word = ""
            }
        }
        return word.isEmpty ? words : words + [word]
    }

    struct DigitRun: Equatable {
        var digits: String
        var hasYear: Bool
        /// Begins with `+` or `(`.
        var isMarked: Bool
    }

    /// Digits with nothing but blanks and the marks of phone numbers between them, on one line.
    static func digitRuns(in text: String) -> [DigitRun] {
        var runs: [DigitRun] = []
        var groups: [String] = []
        var group = ""
        var isMarked = false
        func closeGroup() {
            if !group.isEmpty { groups.append(group) }
            group = ""
        }
        func closeRun() {
            closeGroup()
            if !groups.isEmpty {
                let hasYear = groups.contains { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
                runs.append(DigitRun(digits: groups.joined(), hasYear: hasYear, isMarked: isMarked))
            }
            (groups, isMarked) = ([], false)
        }
        // "+41 (0)44": the zero is not dialled together with the country's number.
        for scalar in text.replacing("(0)", with: " ").unicodeScalars {
            if ("0"..."9").contains(scalar) {
                group.unicodeScalars.append(scalar)
            } else if " ().-/+\u{A0}\u{2011}\u{2013}".unicodeScalars.contains(scalar) {
                if scalar == "+" { closeRun() }
                closeGroup()
                if groups.isEmpty, scalar == "+" || scalar == "(" { isMarked = true }
            } else {
                closeRun()
            }
        }
        closeRun()
        return runs
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: byte >= 0x80
        }
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool { self.isAlphanumeric(byte) || "._%+-".utf8.contains(byte) }

    private static func find(_ wanted: [UInt8], in bytes: [UInt8]) -> Bool {
        !self.occurrences(of: wanted, in: bytes, limit: 1).isEmpty
    }

    private static func occurrences(of wanted: [UInt8], in bytes: [UInt8], limit: Int = .max) -> [Int] {
        guard let first = wanted.first, wanted.count <= bytes.count else { return [] }
        var places: [Int] = []
        var place = 0
        while places.count < limit, let next = bytes[place...(bytes.count - wanted.count)].firstIndex(of: first) {
            if bytes[next..<next + wanted.count].elementsEqual(wanted) { places.append(next) }
            place = next + 1
            if place > bytes.count - wanted.count { break }
        }
        return places
    }
}
