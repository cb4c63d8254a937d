/// The lines of a resume under their headings.
struct Sections {
    struct Section {
        var kind: SectionKind
        /// As the document has it; empty for the head.
        var heading: String
        var lines: [TextLine]
    }

    private(set) var sections: [Section] = [Section(kind: .head, heading: "", lines: [])]
    /// The section and the line of the name.
    private var namePlace: (section: Int, line: Int)?

    private typealias Match = HeadingDictionary.Match

    /// How the document's certain headings are set, by majority.
    private struct Style {
        var isCapital = false
        var isAfterBlank = false
        var hasColon = false
        var emphasis: TextLine.Emphasis?

        func fits(_ line: TextLine, afterBlank: Bool) -> Bool {
            if let emphasis = self.emphasis { return line.emphasis == emphasis }
            if self.isCapital, !line.phrase.isUppercased { return false }
            if self.isAfterBlank, !afterBlank { return false }
            if self.hasColon, !(line.tokens.last?.isMark(":") ?? false) { return false }
            return true
        }
    }

    init(_ lines: [TextLine], name: NameFinder.Found?) {
        let exact = Self.exactMatches(lines)
        let style = Self.style(lines, exact)
        var afterBlank = true
        var inline: SectionKind?
        for (number, line) in lines.enumerated() {
            defer { afterBlank = line.isBlank }
            if let name, name.lines.contains(number) {
                guard number == name.lines.lowerBound else { continue }
                if ![.head, .contact, .personal].contains(self.current) { self.begin(.head, "") }
                self.namePlace = (self.sections.count - 1, self.sections[self.sections.count - 1].lines.count)
            } else if let name, PageFurniture.repeats(name.name, in: line) {
                continue
            } else if !line.isBlank, !Self.isUnfinished(number > 0 ? lines[number - 1] : .blank),
                let match = self.heading(line, exact: exact[number], style: style, afterBlank: afterBlank)
                    ?? (UnknownHeadings.isHeading(lines, at: number, in: self.sections[self.sections.count - 1])
                        ? Match(kind: .other) : nil)
            {
                self.begin(match.kind, line.text)
                inline = nil
                continue
            } else if DeclarationWords.opens(line) || DeclarationWords.isSignature(line) && number + 3 >= lines.count {
                if self.current != .declaration { self.begin(.declaration, "") }
                inline = nil
            } else if let (match, value) = self.inlineHeading(line, afterBlank: afterBlank) {
                let outer = inline ?? self.current
                self.begin(match.kind, "")
                inline = outer == .skills ? .skills : nil
                self.append(TextLine(value.text))
                continue
            } else if let outer = inline, !line.isBlank, outer == .skills {
                self.begin(.skills, "")
                inline = nil
            }
            self.append(line)
        }
        self.nameUnknownSections()
        self.findEntries()
    }

    /// Under a heading that is not known, or that was taken for a summary's: lines with ranges of dates are jobs, lines with
    /// degrees are the education, if the document has no other.
    private mutating func nameUnknownSections() {
        func isOpen(_ kind: SectionKind) -> Bool { kind == .other || kind == .summary || kind == .training }
        if !self.sections.contains(where: { $0.kind == .skills }),
            let skills = self.sections.firstIndex(where: { $0.kind == .other && UnknownHeadings.isList($0.lines) })
        {
            self.sections[skills].kind = .skills
        }
        if !self.sections.contains(where: { $0.kind == .experience }),
            let jobs = self.sections.firstIndex(where: { section in
                isOpen(section.kind) && section.lines.count(where: Self.hasOwnRange) >= 2
            })
                ?? self.sections.firstIndex(where: { section in
                    ![.education, .experience, .head].contains(section.kind)
                        && section.lines.count { Self.hasOwnRange($0) && !$0.hasBullet } >= 3
                })
        {
            self.sections[jobs].kind = .experience
        }
        if !self.sections.contains(where: { $0.kind == .education }),
            let schools = self.sections.firstIndex(where: { section in
                isOpen(section.kind)
                    && section.lines.contains {
                        $0.phrase.institutionStrength > 0 && !$0.dates.isEmpty && !$0.phrase.isSentence
                    }
            })
        {
            self.sections[schools].kind = .education
        }
        self.takeSchools()
    }

    /// Has a range of dates that is no part of running text; "mar/2020 a atual" begins in lower case all the same.
    private static func hasOwnRange(_ line: TextLine) -> Bool {
        guard let range = line.range else { return false }
        return range.tokens.lowerBound == 0 || !line.phrase.isSentence
    }

    /// Degrees with their schools among the credentials or the training, if they stand nowhere else.
    private mutating func takeSchools() {
        guard !self.sections.contains(where: { $0.kind == .education }) else { return }
        for number in self.sections.indices where [.certifications, .training, .other].contains(self.sections[number].kind) {
            let lines = self.sections[number].lines
            if self.sections[number].kind != .certifications {
                if lines.contains(where: { $0.phrase.institutionStrength > 0 && !$0.phrase.isSentence }),
                    lines.contains(where: { $0.phrase.degreeStrength == 3 }), lines.contains(where: { !$0.dates.isEmpty })
                {
                    self.sections[number].kind = .education
                    return
                }
                continue
            }
            let schools = lines.filter { line in
                let parts = line.phrase.split { $0.isMark(",") }
                return parts.contains { $0.degreeStrength == 3 } && parts.contains { $0.institutionStrength > 0 }
            }
            guard !schools.isEmpty else { continue }
            self.sections[number].lines = lines.filter { line in !schools.contains { $0.scalars == line.scalars } }
            self.sections.append(Section(kind: .education, heading: "", lines: schools))
            return
        }
    }

    /// Ends with "and" or a comma, so that the next line is no heading.
    private static func isUnfinished(_ line: TextLine) -> Bool {
        guard let last = line.tokens.last, line.emphasis == .none else { return false }
        return last.isMark(",") || last.isMark("&") || last.isWord && last.traits.contains(.connector)
    }

    private var current: SectionKind { self.sections.last?.kind ?? .head }

    private mutating func begin(_ kind: SectionKind, _ heading: String) {
        self.sections.append(Section(kind: kind, heading: heading, lines: []))
    }

    private mutating func append(_ line: TextLine) {
        self.sections[self.sections.count - 1].lines.append(line)
    }

    /// The lines of all sections of the given kinds, a blank line between them.
    func lines(of kinds: SectionKind...) -> [TextLine] {
        let lines = self.sections.filter { kinds.contains($0.kind) }.map(\.lines)
        return Array(lines.joined(separator: [.blank]))
    }

    /// The lines that are about the person: of the head, the contact details and the personal details.
    var contactLines: [ContactReader.Line] {
        self.sections.indices.filter { [.head, .contact, .personal].contains(self.sections[$0].kind) }.flatMap { section in
            self.sections[section].lines.enumerated().map { number, line in
                ContactReader.Line(
                    line: line, isPersonal: self.sections[section].kind == .personal,
                    isName: self.namePlace.map { $0 == (section, number) } ?? false)
            }
        }
    }

    // MARK: - Without headings

    /// A document that does not say where the jobs begin: they begin at the header of the first range of dates.
    private mutating func findEntries() {
        guard !self.sections.contains(where: { $0.kind == .experience }),
            let head = self.sections.indices.last(where: { self.sections[$0].kind == .head })
        else { return }
        let lines = self.sections[head].lines
        let first = lines.indices.first { number in
            lines[number].range != nil && !lines[number].phrase.isSentence
                && (self.namePlace.map { $0 != (head, number) } ?? true)
        }
        guard let first else { return }
        let name = self.namePlace.flatMap { $0.section == head ? $0.line : nil } ?? -1
        var start = first
        while start - 1 > name, first - start < 2, Self.isHeader(lines[start - 1]) { start -= 1 }
        let rest = Array(lines[start...])
        self.sections[head].lines = Array(lines[..<start])
        let school =
            rest.indices.first { number in
                let phrase = rest[number].phrase
                return !rest[number].hasBullet && !phrase.isTitle
                    && (phrase.degreeStrength == 3 || phrase.institutionStrength > 1)
            } ?? rest.endIndex
        // Schools may come first.
        let job =
            school > 0
            ? rest.startIndex
            : rest.indices.first { rest[$0].phrase.isTitle && rest[$0].phrase.degreeStrength == 0 } ?? rest.endIndex
        let parts: [(SectionKind, ArraySlice<TextLine>)] =
            school > 0
            ? [(.experience, rest[..<school]), (.education, rest[school...])]
            : [(.education, rest[..<job]), (.experience, rest[job...])]
        let found = parts.filter { !$0.1.isEmpty }.map { Section(kind: $0.0, heading: "", lines: Array($0.1)) }
        self.sections.insert(contentsOf: found, at: head + 1)
    }

    private static func isHeader(_ line: TextLine) -> Bool {
        !line.isBlank && !line.hasBullet && !line.phrase.isSentence && !line.phrase.isAddress
            && line.phrase.placeStrength < .known
            && !line.tokens.contains { $0.kind == .email || $0.kind == .link } && PhoneScanner.number(in: line.phrase) == nil
    }

    // MARK: - Headings

    /// "Highlights" under each of three jobs is no section.
    private static let mostRepeats = 2

    private static func exactMatches(_ lines: [TextLine]) -> [Match?] {
        var exact = lines.map { $0.dates.isEmpty ? HeadingDictionary.shared.exactMatch($0.phrase) : nil }
        var counts: [String: Int] = [:]
        for (line, match) in zip(lines, exact) where match != nil { counts[line.phrase.key, default: 0] += 1 }
        for number in exact.indices {
            guard let match = exact[number], match.kind != .experience, match.kind != .education else { continue }
            if counts[lines[number].phrase.key, default: 0] > Self.mostRepeats { exact[number] = nil }
        }
        return exact
    }

    private static func style(_ lines: [TextLine], _ exact: [Match?]) -> Style {
        var style = Style()
        var seen: Set<SectionKind> = []
        let certain = lines.indices.filter { number in
            guard let match = exact[number], !match.isDoubtful, !lines[number].hasBullet,
                [.experience, .education, .skills, .summary, .languages, .certifications].contains(match.kind)
            else { return false }
            return seen.insert(match.kind).inserted
        }
        guard certain.count >= 2 else { return style }
        func most(_ holds: (Int) -> Bool) -> Bool { certain.count(where: holds) * 5 > certain.count * 3 }
        style.isCapital = most { lines[$0].phrase.isUppercased }
        style.isAfterBlank = most { $0 == 0 || lines[$0 - 1].isBlank }
        style.hasColon = most { lines[$0].tokens.last?.isMark(":") ?? false }
        if let first = certain.first.map({ lines[$0].emphasis }), first != .none, most({ lines[$0].emphasis == first }) {
            style.emphasis = first
        }
        return style
    }

    private func heading(_ line: TextLine, exact: Match?, style: Style, afterBlank: Bool) -> Match? {
        let fits = style.fits(line, afterBlank: afterBlank)
        if let exact {
            if line.hasBullet, !line.phrase.isUppercased { return nil }
            if self.isCertain(exact) {
                return fits || afterBlank || line.phrase.isUppercased || line.emphasis != .none ? exact : nil
            }
            return fits ? exact : nil
        }
        guard !line.hasBullet, fits, line.dates.isEmpty, line.phrase.length < 50 else { return nil }
        if let emphasis = style.emphasis, line.emphasis == emphasis {
            if let guess = HeadingDictionary.shared.guess(line.phrase) { return guess }
            return self.sections.count > 1 ? Match(kind: .other) : nil
        }
        let isSetOff =
            line.phrase.isUppercased || line.emphasis != .none || line.tokens.last?.isMark(":") ?? false || afterBlank
        guard isSetOff, line.phrase.isTitleCased, !line.tokens.contains(where: { $0.isMark(".") || $0.isMark("(") }) else {
            return nil
        }
        return HeadingDictionary.shared.guess(line.phrase)
    }

    private func isCertain(_ match: Match) -> Bool {
        if match.isDoubtful { return false }
        switch match.kind {
        case .experience, .education, .skills, .languages, .certifications, .references, .publications: return true
        case .summary: return !self.sections.contains { $0.kind == .experience }
        default: return false
        }
    }

    /// "Skills: Java, Python" begins a section where that is no group of skills and no line of a job.
    private func inlineHeading(_ line: TextLine, afterBlank: Bool) -> (Match, Phrase)? {
        guard !line.hasBullet, let colon = line.tokens.prefix(8).firstIndex(where: { $0.isMark(":") }), colon > 0,
            colon + 1 < line.tokens.count,
            let match = HeadingDictionary.shared.exactMatch(line.phrase.subphrase(0..<colon)), !match.isDoubtful
        else { return nil }
        let value = line.phrase.subphrase((colon + 1)..<line.tokens.count)
        switch match.kind {
        case .contact:
            return value.tokens.contains { $0.kind == .email || $0.kind == .link } || PhoneScanner.number(in: value) != nil
                ? (match, value) : nil
        case .summary, .education, .skills, .languages, .certifications, .interests, .awards, .references, .courses,
            .publications,
            .memberships, .volunteering:
            break
        default: return nil
        }
        if match.kind == .languages, !value.tokens.contains(where: { $0.traits.contains(.language) }) { return nil }
        switch self.current {
        case .experience, .projects:
            guard afterBlank, match.kind != .summary else { return nil }
            let label = line.phrase.subphrase(0..<colon).key
            return label.hasSuffix("skills") || match.kind != .skills ? (match, value) : nil
        case .skills: return match.kind == .skills || match.kind == .summary ? nil : (match, value)
        case .education:
            return match.kind == .education || match.kind == .courses || match.kind == .awards ? nil : (match, value)
        default: return match.kind == self.current && self.current != .head ? nil : (match, value)
        }
    }
}

extension Phrase {
    /// Every word but the small ones begins with a capital.
    var isTitleCased: Bool {
        self.words.allSatisfy {
            !self.first(of: $0).isLowercase || $0.traits.contains(.connector) || $0.folded.count <= 2
        }
    }
}
