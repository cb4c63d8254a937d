import Foundation
import Resume
import Testing

@testable import Assistant

@Suite struct ReaderBoundsTests {
    @Test(arguments: [
        "", "   \n\t\n", "\u{0}\u{1}\u{2}", "Andrew Whitley", "---- ==== ****", "\u{301}\u{301}", "……………………………………………………………",
    ])
    func textThatHoldsNothingIsRefused(text: String) {
        #expect(throws: AssistantError.self) { try RulesReader().read(text) }
        do { _ = try RulesReader().read(text) } catch { #expect(error.code == .unreadableDocument) }
    }

    @Test func twentyLettersAreRead() throws {
        #expect(throws: AssistantError.self) { try RulesReader().read(String(repeating: "a", count: 19)) }
        _ = try RulesReader().read(String(repeating: "a", count: 20))
    }

    @Test func moreThanTheLongestTextIsToldAndNotRead() throws {
        let line = "Jane Doe\nExperience\nCook, Acme Ltd, 2010 - 2012\n"
        let text = line + String(repeating: "x", count: RulesReader.longestText - line.utf8.count)
        #expect(try !RulesReader().read(text).warnings.contains { $0.hasPrefix("The document is very long") })
        #expect(try RulesReader().read(text + "y").warnings.contains { $0.hasPrefix("The document is very long") })
    }

    @Test func moreEntriesThanAResumeHoldsAreToldAndLeftOut() throws {
        let text =
            "Jane Doe\n\n"
            + "Experience\n\n" + String(repeating: "Cook, Acme Ltd, 2010 - 2012\n\n", count: ResumeLimits.entries + 1)
        let resume = try ReadResume(text)
        #expect(resume.jobs.count == ResumeLimits.entries)
        #expect(resume.reading.warnings.contains { $0.hasPrefix("Experience has \(ResumeLimits.entries + 1) entries") })
    }

    @Test func warningsAreBounded() throws {
        let lines = (0..<100).map { "Zorp\($0) flim" }.joined(separator: "\n\n")
        let warnings = try ReadResume("Jane Doe\njane@doe.org\n\n\(lines)\n\nExperience\nCook, Acme Ltd, 2010 - 2012").reading
            .warnings
        #expect(warnings.count <= 21)
        #expect(warnings.last?.hasSuffix("more lines could not be placed.") == true)
    }

    /// Texts that have brought scanners to their knees: long runs, deep brackets, endless dates, no line ends.
    static let hostile: [(name: String, text: String)] = [
        ("one word", String(repeating: "a", count: 1_000_000)), ("words", String(repeating: "word ", count: 66_666)),
        ("lines", String(repeating: "a b\n", count: 33_333)),
        ("blank lines", String(repeating: "\n", count: 1_000_000) + "Jane Doe, Cook, Leeds, UK"),
        ("brackets", String(repeating: "(", count: 1_000_000)),
        ("links", String(repeating: "[a](", count: 83_333)), ("link ends", String(repeating: "](a", count: 100_000)),
        ("dates", String(repeating: "2010 - 2012, ", count: 25_333)),
        ("jobs", "Experience\n" + String(repeating: "Engineer, Acme Inc, 2010 - 2012\n", count: 31_000)),
        ("signs", String(repeating: "@", count: 1_000_000) + String(repeating: "a", count: 20)),
        ("addresses", String(repeating: "a@b.co ", count: 47_333)), ("dots", String(repeating: "a.", count: 166_666)),
        ("digits", String(repeating: "1", count: 1_000_000)),
        ("numbers", String(repeating: "1 ", count: 166_666)),
        ("marks on one letter", String(repeating: "a", count: 20) + String(repeating: "\u{301}", count: 166_666)),
        ("lone marks", String(repeating: "\u{301} ", count: 100_000) + String(repeating: "a", count: 20)),
        ("nul", String(repeating: "\u{0}", count: 1_000_000) + String(repeating: "a", count: 20)),
        ("right to left", String(repeating: "محمد علي مهندس برمجيات 2010 - 2015\n", count: 20_000)),
        ("headings", String(repeating: "EXPERIENCE\nEducation\nSkills\n", count: 30_000)),
        ("columns", String(repeating: "left text here                          right text there\n", count: 17_000)),
        ("sections", (0..<30_000).map { "## Heading \($0)\ntext \($0)\n" }.joined()),
        ("commas", "Skills\n" + String(repeating: "Java, ", count: 53_333)),
        ("colons", String(repeating: "a:", count: 166_666)),
        ("lone bullets", String(repeating: "•\n", count: 100_000) + String(repeating: "a", count: 20)),
        ("degrees", "Education\n" + String(repeating: "BSc, MIT, 2010\n", count: 20_000)),
        ("one degree", "Education\nBSc " + String(repeating: "in Physics, from MIT ", count: 16_666)),
        ("one job", "Experience\n2010-2012 Engineer " + String(repeating: "at Acme, ", count: 16_666)),
        ("bars", "Experience\n" + String(repeating: "| a ", count: 66_666)),
        ("labels", "Experience\n" + String(repeating: "Company : a\nPosition : b\n", count: 38_000)),
        ("details", String(repeating: "a: b\n", count: 66_666)),
    ]

    /// Four times the text takes about four times the time; where the time grew with the square, it would be sixteen.
    @Test(arguments: Self.hostile.indices) func timeGrowsWithTheText(index: Int) {
        let (name, text) = Self.hostile[index]
        let quarter = Self.seconds(reading: String(text.unicodeScalars.prefix(text.unicodeScalars.count / 4)))
        let whole = Self.seconds(reading: text)
        // What is over in no time may vary by chance.
        #expect(whole < 8 * quarter + 0.2, "\(name): \(whole) s, a quarter of it \(quarter) s")
    }

    private static func seconds(reading text: String) -> Double {
        let start = Self.threadSeconds()
        _ = try? RulesReader().read(text)
        return Self.threadSeconds() - start
    }

    /// Processor time of this thread: what else the machine does has no part in it.
    private static func threadSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    @Test func anythingAtAllIsReadWithoutATrap() {
        var generator = SystemRandomNumberGenerator()
        let pieces = [
            "\n", " ", ": ", ", ", "2010", "-", "Jan ", "Engineer", "Inc", "a@b.co", "•", "(", ")", "|", "EXPERIENCE\n",
            "Education\n", "Skills: ", "\t", "+1 555 0100 ", "BSc ", "in ", "University ", "–",
            "'", "’19", "20", "xx", "#", "##", "*", "_", "[", "](", ".", "at ", "Company: ", "Present", "\u{301}", "\u{AD}",
            "🚀", "ß", "İ", "اب", "\r", "1.", "Page 1",
        ]
        for _ in 0..<150 {
            let text = (0..<Int.random(in: 1...400, using: &generator)).compactMap { _ in
                pieces.randomElement(using: &generator)
            }.joined()
            do { _ = try RulesReader().read(text) } catch {
                #expect(error.code == .unreadableDocument && error.detail.isEmpty, "\(text.debugDescription)")
            }
        }
    }
}
