/// What a label before a colon asks for.
enum LabelKind: Sendable, Hashable {
    case name, firstName, lastName, position, company, dates, place, phone, email, link
    case degree, field, institution, description
}

/// Labels in eight languages. One label can ask for different things in different places ("Title" of a person, of a job),
/// so the caller says which kinds make sense.
struct LabelDictionary: Sendable {
    static let shared = LabelDictionary()

    private let names: [String: [LabelKind]]
    /// Longer labels exist only in forms nobody fills in.
    private static let mostTokens = 10

    private init() {
        var names: [String: [LabelKind]] = [:]
        for (kind, list) in LabelNames.all {
            for name in list.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
                names[TextLine(String(name)).phrase.key, default: []].append(kind)
            }
        }
        self.names = names
    }

    /// The kind and value of "label : value"; the value may be empty.
    func match(_ phrase: Phrase, among kinds: [LabelKind]) -> (kind: LabelKind, value: Phrase)? {
        let start = phrase.withoutListNumber.tokens.startIndex
        let head = phrase.tokens[start...].prefix(Self.mostTokens)
        if let colon = head.firstIndex(where: { $0.isMark(":") || $0.isMark("：") }) {
            guard colon > start, let kind = self.kind(of: phrase.subphrase(start..<colon), among: kinds) else { return nil }
            return (kind, phrase.subphrase((colon + 1)..<phrase.tokens.endIndex))
        }
        // Forms set as a table have a gap instead.
        guard let value = head.dropFirst().firstIndex(where: { $0.gap >= 2 }), head[value].gap >= 3 || value - start >= 2,
            let kind = self.kind(of: phrase.subphrase(start..<value), among: kinds)
        else { return nil }
        return (kind, phrase.subphrase(value..<phrase.tokens.endIndex))
    }

    fileprivate func kind(of label: Phrase, among kinds: [LabelKind]) -> LabelKind? {
        guard let found = self.names[label.key] else { return nil }
        return kinds.first(where: found.contains)
    }

    /// Whether the phrase is a label of any kind and nothing else.
    func isAnyLabel(_ phrase: Phrase) -> Bool { self.names[phrase.key] != nil }

    /// Whether the phrase is a label and nothing else: "Phone" above a number.
    func isLabel(_ phrase: Phrase, among kinds: [LabelKind]) -> Bool {
        guard let found = self.names[phrase.key] else { return false }
        return kinds.contains(where: found.contains)
    }
}

/// Entries written as a form: one label and value a line.
struct LabelledForm {
    struct Entry {
        var values: [LabelKind: Phrase] = [:]
        /// Lines without a label of interest, after the first label.
        var rest: [TextLine] = []
    }

    /// Read by labels only if at least this many lines have one: a single "Role: ..." can stand in any text.
    private static let leastLabels = 2

    /// - Parameters:
    ///   - kinds: what to look for.
    ///   - needed: of these at least two values must be found, or the section is no form.
    /// - Returns: nil if the section is no form.
    static func entries(_ lines: [TextLine], kinds: [LabelKind], needed: [LabelKind]) -> [Entry]? {
        if let table = Self.table(lines, kinds: kinds) { return table }
        let matches = lines.map { LabelDictionary.shared.match($0.phrase, among: kinds) }
        guard matches.count(where: { $0.map { needed.contains($0.kind) && !$0.value.isEmpty } ?? false }) >= Self.leastLabels
        else { return nil }
        func count(_ kind: LabelKind) -> Int { matches.count { $0?.kind == kind && !($0?.value.isEmpty ?? true) } }
        // The label that comes first begins each entry, if there are as many of it as of the others.
        let first = matches.first { $0 != nil && $0?.kind != .description }??.kind
        let delimits = first.map { first in count(first) > 1 && needed.allSatisfy { count($0) <= count(first) } } ?? false
        // Where all entries lack the label of a main value, that value is the line above.
        let missing = needed.prefix(2).first { count($0) == 0 }
        var entries: [Entry] = []
        for (number, (line, match)) in zip(lines, matches).enumerated() {
            guard let match, !match.value.isEmpty || match.kind == .description else {
                if !line.isBlank, !entries.isEmpty { entries[entries.count - 1].rest.append(line) }
                continue
            }
            if match.kind == .description {
                guard !entries.isEmpty else { continue }
                if !match.value.isEmpty { entries[entries.count - 1].rest.append(TextLine(match.value.text)) }
                continue
            }
            let last = entries.indices.last
            let begins =
                last.map {
                    entries[$0].values[match.kind] != nil
                        || !delimits && Self.isClosed(entries[$0], before: match.kind, needed)
                } ?? true
            if begins {
                var entry = Entry()
                if let missing, number > 0, matches[number - 1] == nil, Self.isHeader(lines[number - 1]) {
                    if let last { entries[last].rest.removeLast() }
                    entry.values[missing] = lines[number - 1].phrase
                }
                entries.append(entry)
            }
            entries[entries.count - 1].values[match.kind] = match.value
        }
        return entries
    }

    private static func isHeader(_ line: TextLine) -> Bool {
        !line.isBlank && !line.hasBullet && !line.phrase.isSentence && line.phrase.wordCount <= 10
    }

    /// Entries written as rows under a row of labels: "| Company | Position | Period |".
    private static func table(_ lines: [TextLine], kinds: [LabelKind]) -> [Entry]? {
        guard let top = lines.firstIndex(where: { !$0.isBlank }) else { return nil }
        let head = Self.cells(lines[top].phrase)
        var seen: Set<LabelKind> = []
        // "Institution" and "University / Board": the first of a kind counts.
        let columns = head.map { cell in
            LabelDictionary.shared.kind(of: cell, among: kinds).flatMap { seen.insert($0).inserted ? $0 : nil }
        }
        guard head.count >= 2, head.allSatisfy({ $0.wordCount <= 4 }), seen.count >= 2 else { return nil }
        var entries: [Entry] = []
        for line in lines[(top + 1)...] where !line.isBlank {
            let cells = Self.cells(line.phrase)
            guard cells.count == columns.count else {
                if !entries.isEmpty { entries[entries.count - 1].rest.append(line) }
                continue
            }
            var entry = Entry()
            for (column, cell) in zip(columns, cells) where !cell.isEmpty {
                if let column { entry.values[column] = cell } else { entry.rest.append(TextLine(cell.text)) }
            }
            entries.append(entry)
        }
        return entries.isEmpty ? nil : entries
    }

    /// Between bars, empty ones too, or between wide gaps.
    private static func cells(_ phrase: Phrase) -> [Phrase] {
        guard phrase.tokens.contains(where: { $0.isMark("|") }) else {
            let starts = phrase.tokens.indices.filter { $0 == phrase.tokens.startIndex || phrase.tokens[$0].gap >= 2 }
            return zip(starts, starts.dropFirst() + [phrase.tokens.endIndex]).map { phrase.subphrase($0..<$1).trimmed }
        }
        var cells = [phrase.subphrase(phrase.tokens.startIndex..<phrase.tokens.startIndex)]
        for place in phrase.tokens.indices {
            if phrase.tokens[place].isMark("|") {
                cells.append(phrase.subphrase((place + 1)..<(place + 1)))
            } else {
                let start = cells[cells.count - 1].tokens.startIndex
                cells[cells.count - 1] = phrase.subphrase(start..<(place + 1))
            }
        }
        // The bars at both ends.
        if phrase.tokens.first?.isMark("|") ?? false { cells.removeFirst() }
        if phrase.tokens.last?.isMark("|") ?? false, cells.last?.isEmpty ?? false { cells.removeLast() }
        return cells
    }

    /// An entry with text under it takes no further main values: a new one has begun.
    private static func isClosed(_ entry: Entry, before kind: LabelKind, _ needed: [LabelKind]) -> Bool {
        needed.contains(kind) && !entry.rest.isEmpty && needed.contains { entry.values[$0] != nil }
    }
}
