import Foundation
import JSON
import Resume
import Testing

@testable import Assistant

/// Nothing is lost and nothing is invented, on every text of the evaluation's sets that is in the repository.
@Suite struct ReaderCoverageTests {
    /// The hand-written resumes of `Evaluation`, of all four sets.
    static let handwritten: [URL] = {
        let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "../../Evaluation").standardizedFileURL
        let files = ["handwritten", "handwritten_late", "handwritten_unseen", "handwritten_second"].flatMap { set in
            (try? FileManager.default.contentsOfDirectory(at: folder.appending(path: set), includingPropertiesForKeys: nil))
                ?? []
        }
        return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    }()

    @Test func theHandwrittenResumesAreThere() { #expect(Self.handwritten.count >= 80) }

    @Test(arguments: Self.handwritten) func everyWordIsKeptOrUnplaced(file: URL) throws {
        try self.expectAllWords(of: String(contentsOf: file, encoding: .utf8))
    }

    @Test(arguments: ReaderCountryTests.all) func everyWordOfAFixtureIsKeptOrUnplaced(text: String) throws {
        try self.expectAllWords(of: text)
    }

    @Test(arguments: Self.handwritten) func noWordIsInvented(file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        let read = try ReadResume(text)
        // Words may be put together where a line's end had cut them.
        let source = Set(words(text)).union(words(text.replacing("-\n", with: "").replacing("\u{AD}", with: "")))
            .union(words(text.replacing(" ", with: "")))
        for value in read.texts + read.reading.unplaced {
            for word in words(value) where !source.contains(word) {
                Issue.record("“\(word)” of “\(value)” is not in the text")
            }
        }
    }

    /// Headings, labels, page furniture and words that only join others are no text of the person's own.
    private func expectAllWords(of text: String) throws {
        let read = try ReadResume(text)
        let isLowerCase = LowerCaseText.isLowerCase(RawLines.lines(of: text))
        let headings = ResumeDraft(HeadingCells.split(TextCleaner.lines(of: text))).headings
        let kept = Set((read.texts + read.reading.unplaced).flatMap(words))
        for line in FlattenedText.restored(RawLines.lines(of: text)) {
            let raw = isLowerCase ? LowerCaseText.raised(line) : line
            let cleaned = TextCleaner.lines(of: [raw]).first ?? .blank
            if cleaned.isBlank || HeadingDictionary.shared.exactMatch(cleaned.phrase) != nil { continue }
            if headings.contains(cleaned.text) || HeadingDictionary.shared.guess(cleaned.phrase) != nil
                || PageFurniture.isBanner(cleaned)
            {
                continue
            }
            for part in cleaned.phrase.split(where: { $0.kind == .mark || $0.gap > 2 }).flatMap({ $0.segments() }) {
                if LabelDictionary.shared.isAnyLabel(part) || HeadingDictionary.shared.exactMatch(part) != nil { continue }
                if part.isDuration { continue }
                for token in part.tokens where token.kind == .word && token.end - token.start > 2 {
                    let glue: WordTraits = [.connector, .preposition, .rangeWord, .sinceWord, .now, .timeUnit]
                    guard token.traits.isDisjoint(with: glue), !PageFurniture.documentWords.contains(token.folded) else {
                        continue
                    }
                    let word = words(String(String.UnicodeScalarView(cleaned.scalars[token.start..<token.end])))
                    if !word.allSatisfy(kept.contains), !Self.isInLongerWord(word.first ?? "", kept) {
                        Issue.record("“\(word.joined(separator: " "))” of “\(cleaned.text)” is lost")
                    }
                }
            }
        }
    }

    /// Half of a word that the end of a line had cut.
    private static func isInLongerWord(_ word: String, _ kept: Set<String>) -> Bool { kept.contains { $0.contains(word) } }
}
