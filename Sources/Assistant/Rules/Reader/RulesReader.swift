import JSON
import Resume

/// Reads a resume by rules: headings and words in eight languages, the shapes of dates, addresses and entries. No
/// network, and no value that is not in the text.
package struct RulesReader: ResumeReader {
    /// Bytes of UTF-8 that are read. A long academic CV has some 100 000; the bound keeps reading in the milliseconds and
    /// the resume within ``ResumeLimits``.
    package static let longestText = 200_000
    /// Lines with text that are read: five times what a long academic CV has.
    package static let mostLines = 10_000
    /// Letters and digits below which there is nothing to read.
    private static let leastLetters = 20

    package init() {}

    /// - Throws: ``AssistantError/Code/unreadableDocument`` if the text is empty or next to it.
    package func read(_ text: String) throws(AssistantError) -> Reading { try self.read(text, ratesConfidence: true) }

    /// - Parameter ratesConfidence: whether to say of every value how sure it is.
    /// - Throws: as ``read(_:)``.
    package func read(_ text: String, ratesConfidence: Bool) throws(AssistantError) -> Reading {
        var warnings: [String] = []
        var text = text
        if text.utf8.count > Self.longestText {
            text = Fitting.prefix(text, bytes: Self.longestText)
            warnings.append("The document is very long: only the first \(Self.longestText / 1000) kB of its text were read.")
        }
        var raw = FlattenedText.restored(RawLines.lines(of: text))
        let filled = raw.count { !$0.isEmpty }
        if filled > Self.mostLines {
            raw = Array(raw.filter { !$0.isEmpty }.prefix(Self.mostLines))
            warnings.append("The document has \(filled) lines: only the first \(Self.mostLines) were read.")
        }
        let isLowerCase = LowerCaseText.isLowerCase(raw)
        if isLowerCase { raw = raw.map(LowerCaseText.raised) }
        let lines = HeadingCells.split(TextCleaner.lines(of: raw))
        guard Self.hasText(lines) else {
            throw AssistantError(.unreadableDocument, "There is no text in this document that a resume could be made of.")
        }
        var draft = ResumeDraft(lines)
        warnings += draft.warnings()
        let fitted = Fitting.fit(draft.sections, warnings: &warnings)
        let unplaced = Coverage(fitted).unplaced(lines, headings: draft.headings).map { isLowerCase ? $0.lowercased() : $0 }
        let sections = JSONValue.object(fitted)
        let resume: Resume
        do {
            resume = try Resume(isLowerCase ? LowerCaseText.lowered(sections) : sections)
        } catch {
            throw AssistantError(
                .unreadableDocument, "The text of this document could not be read as a resume.", detail: error.message)
        }
        var reading = Reading(resume: resume, warnings: warnings, source: .rules)
        reading.unplaced = unplaced
        if ratesConfidence {
            draft.setLowerCase(isLowerCase)
            reading.confidence = ConfidenceRating.rate(resume, draft.evidence)
        }
        return reading
    }

    private static func hasText(_ lines: [TextLine]) -> Bool {
        var letters = 0
        for line in lines {
            for token in line.tokens where token.kind != .mark {
                letters += token.end - token.start
                if letters >= Self.leastLetters { return true }
            }
        }
        return false
    }
}
