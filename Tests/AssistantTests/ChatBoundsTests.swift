import JSON
import Resume
import Testing

@testable import Assistant

/// Work, changes and answers stay small whatever is sent.
@Suite struct ChatBoundsTests {
    /// Near the greatest document that there may be.
    static func greatResume() throws -> Resume {
        let entry = JSONValue.string(String(repeating: "word ", count: 180))
        return try Resume(["Name": "Ada Byron", "Skills": .array(Array(repeating: entry, count: 499)), "Summary": "x"])
    }

    private static func skills(_ count: Int) -> String { (0..<count).map { "s\($0)" }.joined(separator: ", ") }

    @Test func theItemsOfARequestAreWrittenAtOnce() throws {
        let reply = try ChatFixture.reply("add \(Self.skills(50)) to my skills")
        #expect(reply.operations.count == 50)
        #expect(reply.timesApplied == 1)
    }

    @Test(arguments: [51, 400, 600])
    func tooManyItemsAreRefusedAllTogether(count: Int) throws {
        let reply = try ChatFixture.reply("add \(Self.skills(count)) to my skills")
        #expect(reply.operations.isEmpty && reply.timesApplied == 0)
        #expect(reply.text.contains("\(count) things") && reply.text.contains("changed nothing"))
    }

    @Test func theItemsOfAMessageAreCountedTogether() throws {
        let reply = try ChatFixture.reply("add \(Self.skills(30)) to my skills; add \(Self.skills(30)) to my languages")
        #expect(reply.operations.count == 30)
        #expect(reply.text.contains("30 things"))
    }

    @Test func whatDoesNotFitIsNotHalfAdded() throws {
        let reply = try ChatFixture.reply("add Swift, Rust to my skills", about: Self.greatResume())
        #expect(reply.operations.isEmpty)
        #expect(reply.text.contains("changed nothing"))
    }

    @Test func aMessageHasTwentyRequests() throws {
        let sections = (0..<21).map { "add item\($0) to hobbies" }
        #expect(try ChatFixture.reply(sections.prefix(20).joined(separator: "\n")).operations.count == 20)
        let reply = try ChatFixture.reply(sections.joined(separator: "\n"))
        #expect(reply.operations.count == 20)
        #expect(reply.text.contains("20 requests"))
    }

    @Test func whatIsShownIsShort() throws {
        let resume = try Self.greatResume()
        let reply = try ChatFixture.reply("show my skills", about: resume)
        #expect(reply.text.utf8.count < 1_200 && reply.text.contains("…"))
        let many = "show skills; show name; show my skills\nshow skills; show summary; show title; show email; show skills"
        let all = try ChatFixture.reply(many, about: resume)
        #expect(all.text.utf8.count <= ChatReply.maxTextBytes + 3)
        #expect(all.text.ranges(of: "Your skills:").count == 1)
    }

    @Test func anAnswerHasTwoHundredPieces() {
        for count in [0, 1, 199, 200, 201, 5_000] {
            let text = String(repeating: "word ", count: count)
            #expect(text.answerPieces.count <= String.maxPieces)
            #expect(text.answerPieces.joined() == text)
        }
    }

    static let hostile: [String] = [
        "add a to skills ", "and ", "set ", "\"", "“", "' ", "'a ", "my name is ", "change my title to X and ", "add a, ", "a;",
        ";",
        "show skills; ", "show skills\n", "? ", ". A", "to ", "put skills first and ", "move education up; ",
        "move education up, ",
        "remove Go from skills, ", "set my summary to x y z\n", "title: CTO\n", "please ", "thanks ", "hi ", "\u{301}", "👩‍👩‍👧‍👦",
        "\n", ": ",
        "\"a\" ", "add (", "as ", "my phone is 1 and ", "from ", "what is ", "add a job: Engineer at Acme, 2019 - 2021; ",
    ]

    @Test(arguments: Self.hostile, [1_000, 3_990, 32_000])
    func hostileMessagesCostLittle(part: String, bytes: Int) throws {
        let message = String(repeating: part, count: max(1, bytes / part.utf8.count))
        let parsed = ParsedMessage(message, sectionNames: try ChatFixture.resume().sections.names)
        #expect(parsed.commands.count <= ParsedMessage.maxCommands && parsed.cutsTried <= ParsedMessage.maxCuts)
        let reply = try ChatFixture.reply(message)
        #expect(reply.timesApplied <= ParsedMessage.maxCommands && reply.operations.count <= ChatReply.maxItems)
        #expect(reply.text.utf8.count <= ChatReply.maxTextBytes + 3 && !reply.text.isEmpty)
    }

    @Test func aMessageBeyondTheBoundIsAPastedText() throws {
        let request = "change my title to CTO"
        let fitting = request + String(repeating: " ", count: ParsedMessage.maxBytes - request.utf8.count)
        #expect(try ChatFixture.changes(fitting) == ["Title = CTO"])
        #expect(try ChatFixture.changes(fitting + " ").isEmpty)
    }
}
