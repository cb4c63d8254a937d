import JSON
import Resume
import Testing

@testable import Assistant

@Suite struct ChatReplyTests {
    private static func withJobs() throws -> Resume {
        try Resume([
            "Experience": [
                ["Position": "Lead", "Company": "Globex", "Dates": "2021 - 2024"],
                ["Position": "Engineer", "Company": "Acme", "Dates": "2019 - 2021"],
            ]
        ])
    }

    @Test func answersNameThingsAsPeopleDo() throws {
        #expect(try ChatFixture.reply("change my company to Globex").text == "The company of your job is now “Globex”.")
        #expect(
            try ChatFixture.reply("change the company of my job at Globex to Initech", about: Self.withJobs()).text
                == "The company of your first job is now “Initech”.")
        let missing = try ChatFixture.reply(
            "what is missing?", about: Resume(["Experience": [["Position": "Lead", "Dates": "2021 - 2019"], [:]]]))
        #expect(missing.text.contains("the company of your first job") && missing.text.contains("the dates of your second job"))
        #expect(missing.text.contains("your phone number") && !missing.text.contains("["))
    }

    @Test func withSeveralJobsItAsksWhich() throws {
        for message in ["delete my job", "change my company to Initech", "remove my position"] {
            let reply = try ChatFixture.reply(message, about: Self.withJobs())
            #expect(reply.operations.isEmpty)
            #expect(reply.text.contains("which") || reply.text.contains("Which"))
        }
        #expect(try ChatFixture.changes("remove my job at Acme", about: Self.withJobs()) == ["Experience[1] -"])
        #expect(try ChatFixture.changes("remove Lead from my jobs", about: Self.withJobs()) == ["Experience[0] -"])
    }

    @Test func aValueThatCannotBeRightIsLeftAlone() throws {
        let reply = try ChatFixture.reply("change my email to ada@nowhere")
        #expect(reply.operations.isEmpty)
        #expect(reply.text.contains("not an email"))
    }

    @Test func stylesAreGivenAsCSS() throws {
        #expect(
            try ChatFixture.reply("make my summary bold").styles == [
                SectionStyle(section: "Summary", property: "font-weight", value: "bold")
            ])
    }

    @Test func whatIsThereAlreadyIsNotWrittenAgain() throws {
        for message in ["add go to my skills", "change my title to Engineer"] {
            let reply = try ChatFixture.reply(message)
            #expect(reply.operations.isEmpty)
            #expect(reply.text.contains("already"))
        }
    }

    @Test func groupsAreNoPlainList() throws {
        let resume = try Resume(["Skills": [["Name": "Languages", "Keywords": ["Go", "Java"]]]])
        #expect(try ChatFixture.changes("add Swift to my skills", about: resume).isEmpty)
        #expect(try ChatFixture.changes("remove Java from my skills", about: resume).isEmpty)
    }

    @Test func thePiecesOfAnAnswerMakeTheAnswer() async throws {
        let (parts, continuation) = AsyncStream.makeStream(of: AnswerPart.self)
        let turn = Turn(resume: try ChatFixture.resume(), history: [], message: "what is missing?")
        try await RulesAssistant().answer(turn) { continuation.yield($0) }
        continuation.finish()
        var text = ""
        var pieces = 0
        for await case .text(let piece) in parts {
            text += piece
            pieces += 1
        }
        #expect(text == (try ChatFixture.reply("what is missing?").text))
        #expect(pieces > 5)
    }

    @Test func aCancelledAnswerChangesNothing() async throws {
        let resume = try ChatFixture.resume()
        let work = Task { () -> ChatReply in
            withUnsafeCurrentTask { $0?.cancel() }
            return ChatReply(to: "change my title to CTO", about: resume, reader: RulesReader())
        }
        let reply = await work.value
        #expect(reply.operations.isEmpty && reply.timesApplied == 0)
    }
}
