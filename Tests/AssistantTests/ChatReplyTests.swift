import JSON
import Resume
import Testing

@testable import Assistant

@Suite struct ChatReplyTests {
    let resume: Resume

    init() throws {
        self.resume = try Resume([
            "Name": "Ada Byron", "Title": "Engineer", "Email": "ada@engine.example", "Skills": ["Go", "Rust"],
            "Experience": [["Position": "Engineer", "Company": "Acme", "Dates": "2019 - 2021"]], "Hobbies": ["Chess"],
        ])
    }

    private func reply(_ message: String) -> ChatReply { ChatReply(to: message, about: self.resume, reader: RulesReader()) }

    private func resume(after message: String) throws -> Resume {
        try self.resume.applying(self.reply(message).operations).resume
    }

    @Test func aFieldIsChanged() throws {
        #expect(try self.resume(after: "change my title to Staff Engineer").text(.title) == "Staff Engineer")
        #expect(try self.resume(after: "change my company to Globex")["Experience"]?[0]?["Company"] == "Globex")
    }

    @Test func listsGrowAndShrink() throws {
        #expect(try self.resume(after: "add Swift to my skills")["Skills"] == ["Go", "Rust", "Swift"])
        #expect(
            try self.resume(after: "add Swift, C++ and Zig to my skills")["Skills"] == ["Go", "Rust", "Swift", "C++", "Zig"])
        #expect(
            try self.resume(after: "add Project planning and control to skills")["Skills"]?[2] == "Project planning and control"
        )
        #expect(try self.resume(after: "add a language: German")["Languages"] == ["German"])
        #expect(try self.resume(after: "remove go from my skills")["Skills"] == ["Rust"])
        #expect(try self.resume(after: "remove the hobbies section").sections.contains("Hobbies") == false)
    }

    @Test func whatIsThereAlreadyIsNotAddedAgain() {
        #expect(self.reply("add go to my skills").operations.isEmpty)
        #expect(self.reply("change my title to Engineer").operations.isEmpty)
    }

    @Test func laterRequestsOfAMessageSeeEarlierOnes() throws {
        let changed = try self.resume(after: "rename Hobbies to Pastimes and move Pastimes to the top")
        #expect(changed.sections.names.first == "Pastimes")
    }

    @Test func aJobIsReadIntoItsParts() throws {
        let job = try self.resume(after: "add a job: Staff Engineer at Initech, 2021 - Present").entries(.experience).first
        #expect(job?["Position"] == "Staff Engineer")
        #expect(job?["Company"] == "Initech")
        #expect(job?["Dates"]?.stringValue?.contains("2021") == true)
    }

    @Test func aValueThatCannotBeRightIsLeftAlone() {
        let reply = self.reply("change my email to nonsense")
        #expect(reply.operations.isEmpty)
        #expect(reply.text.contains("not an email"))
    }

    @Test func whatIsMissingIsNamedAndAskedFor() {
        let text = self.reply("what is missing?").text
        for field in ["Location", "Phone", "Summary", "Education"] { #expect(text.contains(field)) }
        #expect(!text.contains("Email"))
        #expect(text.contains("?"))
    }

    @Test func stylesAreGivenAsCSS() {
        #expect(
            self.reply("make my summary bold").styles == [
                SectionStyle(section: "Summary", property: "font-weight", value: "bold")
            ])
    }

    @Test(arguments: [
        "tell me a joke", "add Swift to my kitchen", "remove Perl from my skills",
        String(repeating: "add a to skills ", count: 3_000),
    ])
    func whatCannotBeDoneIsSaidAndChangesNothing(message: String) {
        let reply = self.reply(message)
        #expect(reply.operations.isEmpty)
        #expect(!reply.text.isEmpty)
    }

    @Test func itSaysWhatItIs() {
        #expect(self.reply("write me a poem").text.contains("without a language model"))
    }

    @Test func theWordsOfAnAnswerMakeTheAnswer() async throws {
        var text = ""
        var pieces = 0
        let turn = Turn(resume: self.resume, history: [], message: "what is missing?")
        for try await case .text(let piece) in RulesAssistant().answer(turn) {
            text += piece
            pieces += 1
        }
        #expect(text == self.reply("what is missing?").text)
        #expect(pieces > 5)
    }
}
