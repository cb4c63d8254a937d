import JSON
import Resume
import Testing

@testable import Assistant

@Suite struct QuestionAnswerTests {
    @Test(arguments: [
        ("Name", "My name is John Smith.", "John Smith"), ("Name", "John Smith Jr.", "John Smith Jr."),
        ("Name", "I'm Ada Byron", "Ada Byron"),
        ("Location", "I live in Leeds, UK", "Leeds, UK"), ("Location", "Indianapolis", "Indianapolis"),
        ("Email", "it's john@example.com", "john@example.com"), ("Email", "John <john@example.com>!", "john@example.com"),
        ("Phone", "you can call me at +44 20 7946 0018 after six.", "+44 20 7946 0018"),
        ("Phone", "(503) 555-0142", "(503) 555-0142"),
        ("Title", "I am a nurse", "nurse"), ("Title", "Android Developer", "Android Developer"),
        ("Summary", "I am a nurse who writes. I write well.", "I am a nurse who writes. I write well."),
        ("Experience[0].Position", "I was a plumber", "plumber"),
        ("Experience[0].Company", "I worked for Acme Inc.", "Acme Inc."),
        ("Experience[0].Dates", "from 2019 to 2021", "2019 to 2021"), ("Education[0].Institution", "I went to MIT", "MIT"),
    ])
    func theValueIsTakenOutOfTheSentence(path: String, answer: String, value: String) throws {
        #expect(try QuestionAnswer(answer, to: FieldPath(parsing: path)) == .value(.string(value)))
    }

    @Test(arguments: ["skip", "Skip.", "skip it", "none", "no", "I don't know", "I don’t know", "N/A", "-"])
    func whoHasNoneSkips(answer: String) {
        #expect(QuestionAnswer(answer, to: FieldPath("Phone")) == .skip)
    }

    @Test(arguments: ["cancel", "Stop!", "stop asking"]) func whoHasEnoughStops(answer: String) {
        #expect(QuestionAnswer(answer, to: FieldPath("Phone")) == .stop)
    }

    @Test(arguments: ["what do you mean?", "Why?"]) func aQuestionIsNoAnswer(answer: String) {
        #expect(QuestionAnswer(answer, to: FieldPath("Summary")) == .unclear)
    }

    @Test func aSentenceAboutAJobBecomesAnEntry() throws {
        guard
            case .value(let value) = QuestionAnswer(
                "I work as an Engineer at Acme, Jan 2020 - Present", to: FieldPath("Experience"))
        else { throw ResumeError.unknownField(path: "") }
        #expect(value[0]?["Position"] == "Engineer")
        #expect(value[0]?["Company"] == "Acme")
        #expect(value[0]?["Dates"] == "Jan 2020 - Present")
    }

    @Test(arguments: ["", " ", "🚀", "my name is", "@@@", "...", String(repeating: "x@", count: 16_000)])
    func oddAnswersAreKeptAsTheyAre(answer: String) {
        for core in CoreSection.allCases where !core.isList {
            guard case .value(let value) = QuestionAnswer(answer, to: FieldPath(core.rawValue)) else {
                Issue.record("\(answer)")
                return
            }
            #expect(value.stringValue?.isEmpty == answer.trimmed.isEmpty)
        }
    }
}
