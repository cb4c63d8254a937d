import Foundation

/// What a single word says about the text it stands in. One look into ``Lexicon`` answers every later question.
struct WordTraits: OptionSet, Sendable {
    let rawValue: UInt32

    /// Names a job by itself: engineer, Leiterin, gerente.
    static let title = WordTraits(rawValue: 1 << 0)
    /// Stands beside a job's name: senior, staff, sales.
    static let titlePart = WordTraits(rawValue: 1 << 1)
    /// A legal form: Inc, GmbH, S.A.
    static let legalForm = WordTraits(rawValue: 1 << 2)
    /// Names a kind of employer: bank, hospital, technologies.
    static let organisation = WordTraits(rawValue: 1 << 3)
    /// Names a place of learning.
    static let institution = WordTraits(rawValue: 1 << 4)
    /// Names an academic degree or a school leaving certificate.
    static let degree = WordTraits(rawValue: 1 << 5)
    /// A degree only when it is written in capitals, as MA, MS, BA and AS are.
    static let degreeInCapitals = WordTraits(rawValue: 1 << 6)
    static let season = WordTraits(rawValue: 1 << 7)
    /// Present, heute, actualidad: the end of what still goes on.
    static let now = WordTraits(rawValue: 1 << 8)
    /// Stands between the two ends of a range.
    static let rangeWord = WordTraits(rawValue: 1 << 9)
    /// Stands before a date that has no end: since, seit, depuis.
    static let sinceWord = WordTraits(rawValue: 1 << 10)
    /// Ties a job to its employer: at, bei, chez.
    static let atWord = WordTraits(rawValue: 1 << 11)
    /// Cannot end a phrase: of, in, and, für. A line that ends with one goes on in the next.
    static let connector = WordTraits(rawValue: 1 << 12)
    /// Part of a surname in lower case: van, de, bin.
    static let nameParticle = WordTraits(rawValue: 1 << 13)
    /// Never part of a person's name.
    static let notName = WordTraits(rawValue: 1 << 14)
    /// Written after a person's name: PMP, MBA, RN.
    static let credential = WordTraits(rawValue: 1 << 15)
    /// Written before a person's name: Dr, Mr, Frau.
    static let salutation = WordTraits(rawValue: 1 << 16)
    /// A human language.
    static let language = WordTraits(rawValue: 1 << 17)
    /// A mark or grade: GPA, CGPA, Note.
    static let grade = WordTraits(rawValue: 1 << 18)
    /// A unit of a duration: years, months, ans.
    static let timeUnit = WordTraits(rawValue: 1 << 19)
    /// Remote, hybrid: said where a place could stand.
    static let workPlace = WordTraits(rawValue: 1 << 20)
    /// Of, in, with: what comes after it no longer names the thing itself.
    static let preposition = WordTraits(rawValue: 1 << 21)
    /// A trade that many people are called after: baker, mason.
    static let surname = WordTraits(rawValue: 1 << 22)
    /// Part of an address: street, rue, calle.
    static let street = WordTraits(rawValue: 1 << 23)
    /// A subject that people study.
    static let field = WordTraits(rawValue: 1 << 24)
    /// Names a department or speciality: finance, oncology.
    static let department = WordTraits(rawValue: 1 << 25)
}

/// The words the reader knows, from the lists in this folder, folded by ``Folding``.
struct Lexicon: Sendable {
    struct Entry: Sendable {
        var traits: WordTraits = []
        /// 1 to 12, or 0.
        var month: UInt8 = 0
    }

    static let shared = Lexicon()

    private let words: [String: Entry]
    private let suffixes: [String: WordTraits]
    /// Lengths of the suffixes in bytes.
    private let suffixLengths: ClosedRange<Int>
    /// Whole names of places, several words joined by one blank.
    let places: Set<String>

    private init() {
        var words: [String: Entry] = [:]
        words.reserveCapacity(4096)
        for (list, traits) in WordLists.all {
            for word in list.split(whereSeparator: \.isWhitespace) {
                words[Folding.folded(String(word)), default: Entry()].traits.formUnion(traits)
            }
        }
        for (number, names) in DateWords.months.split(separator: "\n").enumerated() {
            for name in names.split(separator: " ") {
                words[Folding.folded(String(name)), default: Entry()].month = UInt8(truncatingIfNeeded: number + 1)
            }
        }
        self.words = words
        var suffixes: [String: WordTraits] = [:]
        for (list, traits) in Suffixes.all {
            for word in list.split(whereSeparator: \.isWhitespace) {
                suffixes[Folding.folded(String(word)), default: []].formUnion(traits)
            }
        }
        self.suffixes = suffixes
        let lengths = suffixes.keys.map(\.utf8.count)
        self.suffixLengths = (lengths.min() ?? 1)...(lengths.max() ?? 1)
        self.places = Set(
            PlaceNames.all.split(whereSeparator: { $0 == "|" || $0 == "\n" }).map {
                // As the key of a phrase: words and one blank.
                Folding.folded($0.trimmingCharacters(in: .whitespaces)).replacing("-", with: " ").filter {
                    $0 != "." && $0 != ","
                }
            })
    }

    func entry(_ folded: String) -> Entry { self.words[folded] ?? Entry() }

    /// What the longest known ending of a compound says. At least three letters stand before the ending.
    func compound(_ folded: String) -> WordTraits {
        let bytes = folded.utf8
        var length = min(self.suffixLengths.upperBound, bytes.count - 3)
        while length >= self.suffixLengths.lowerBound {
            let start = bytes.index(bytes.endIndex, offsetBy: -length)
            if let ending = String(bytes[start...]), let traits = self.suffixes[ending] { return traits }
            length -= 1
        }
        return []
    }
}
