/// A line of a page, put together from words.
struct PageLine: Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    /// Height of its first word, which stands for the size of its type.
    var height: Double
    var text: String
    /// Wide gaps in it.
    var gaps = 0

    init(_ word: PlacedWord) {
        (self.left, self.top, self.right, self.bottom) = (word.left, word.top, word.right, word.bottom)
        (self.height, self.text) = (word.height, word.text)
    }

    var middle: Double { (self.top + self.bottom) / 2 }
    var width: Double { self.right - self.left }

    /// A gap as wide as this many heights parts cells and not words.
    static let cellGap = 1.5

    /// Joins what follows on the same row.
    mutating func append(_ other: PageLine) {
        let isWide = other.left - self.right >= Self.cellGap * self.height
        self.text += (isWide ? "\t" : " ") + other.text
        self.gaps += other.gaps + (isWide ? 1 : 0)
        self.right = max(self.right, other.right)
        self.top = min(self.top, other.top)
        self.bottom = max(self.bottom, other.bottom)
    }

    /// Whether both stand on one row.
    func sharesRow(with other: PageLine) -> Bool {
        abs(self.middle - other.middle) < 0.5 * min(self.height, other.height)
    }
}
