import Resume

/// The dates that a text has, and on which line each stands.
struct SourceDates: Sendable {
    private struct Mention: Sendable {
        var line: Int
        var text: String
        /// With four digits, in the order of the text.
        var years: [Int]
        var hasMonth: Bool
        var isOpen: Bool
    }

    private let mentions: [Mention]
    /// The lines' words, without anything between them.
    private let lines: [String]
    /// The months of the dates in a form that ``DateRange`` understands.
    private(set) var months: Set<PartialDate> = []

    init(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var mentions: [Mention] = []
        for (number, line) in lines.enumerated() where line.utf8.contains(where: { (0x30...0x39).contains($0) }) {
            let scalars = line.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }
            let tokens = Lexer.tokens(of: scalars)
            for span in DateScanner.spans(in: tokens) {
                let part = tokens[span.tokens]
                guard let first = part.first, let last = part.last, scalars.indices.contains(first.start),
                    last.end <= scalars.count
                else { continue }
                mentions.append(
                    Mention(
                        line: number, text: String(String.UnicodeScalarView(scalars[first.start..<last.end])),
                        years: part.filter { $0.digits == 4 && DateScanner.isYear($0.value) }.map(\.value),
                        hasMonth: span.hasMonth, isOpen: span.isOpen))
            }
        }
        self.mentions = mentions
        self.lines = lines.map { SourceText.words(of: String($0)).joined() }
        for mention in mentions where mention.hasMonth {
            // "since May 2023", "from Jan 2019 to March 2024"
            let withoutWord = mention.text.drop { !$0.isWhitespace }
            guard let range = DateRange(parsing: mention.text) ?? DateRange(parsing: String(withoutWord)) else { continue }
            self.months.formUnion(range.dates.filter { $0.month != nil })
        }
    }

    /// The dates as the text has them, where they lack months that the text gives: models like to write "2019 - 2023" for
    /// "March 2019 - June 2023". The same years may stand there more than once; then those next to one of the names are
    /// meant, and if that decides nothing the dates stay as they are.
    /// - Parameter names: of the entry, such as the company, the best first.
    func restoringMonths(of dates: String, near names: [String]) -> String {
        guard let wanted = SourceDates(alone: dates), !wanted.hasMonth, !wanted.years.isEmpty else { return dates }
        var candidates = self.mentions.filter { $0.years == wanted.years && $0.isOpen == wanted.isOpen }
        let spellings = Set(candidates.map(\.text))
        if spellings.count > 1 {
            let places = names.lazy.map { self.lines(with: $0) }.first { !$0.isEmpty } ?? []
            // Of two equally near, the one below: a name goes before what is said of it.
            let distances = candidates.map { candidate in
                places.map { 2 * abs($0 - candidate.line) + (candidate.line < $0 ? 1 : 0) }.min() ?? .max
            }
            guard let nearest = distances.min(), nearest < .max else { return dates }
            candidates = zip(candidates, distances).filter { $0.1 == nearest }.map(\.0)
        }
        guard Set(candidates.map(\.text)).count == 1, let found = candidates.first, found.hasMonth else { return dates }
        return found.text
    }

    private func lines(with name: String) -> [Int] {
        let wanted = SourceText.words(of: name).joined()
        return wanted.isEmpty ? [] : self.lines.indices.filter { self.lines[$0].contains(wanted) }
    }

    /// What a text that is nothing but one date or range says; nil for any other.
    private init?(alone text: String) {
        self.init(text)
        guard self.mentions.count == 1, self.mentions[0].text == text.trimmed else { return nil }
    }

    private var years: [Int] { self.mentions.first?.years ?? [] }
    private var hasMonth: Bool { self.mentions.contains(where: \.hasMonth) }
    private var isOpen: Bool { self.mentions.contains(where: \.isOpen) }
}

extension DateRange {
    var dates: [PartialDate] { if case .date(let end) = self.end { [self.start, end] } else { [self.start] } }
}
