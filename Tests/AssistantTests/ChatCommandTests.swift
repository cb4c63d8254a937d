import Testing

@testable import Assistant

@Suite struct ChatCommandTests {
    @Test(
        arguments: [
            ("change my title to Staff Engineer", [.set(field: "my title", value: "Staff Engineer")]),
            ("Please change my title to \"Staff Engineer\".", [.set(field: "my title", value: "Staff Engineer")]),
            ("set phone: +49 30 1234567", [.set(field: "phone", value: "+49 30 1234567")]),
            ("My name is Ada Byron.", [.set(field: "name", value: "Ada Byron")]),
            ("could you update the company to Acme Inc.", [.set(field: "the company", value: "Acme Inc.")]),
            ("add Swift to my skills", [.add(value: "Swift", section: "my skills")]),
            ("Add a skill: Rust", [.add(value: "Rust", section: "skill")]),
            ("add German to languages please.", [.add(value: "German", section: "languages please")]),
            ("add a job: Engineer at Acme, 2019 - 2021", [.addJob("Engineer at Acme, 2019 - 2021")]),
            ("remove Go from my skills", [.remove(value: "Go", section: "my skills")]),
            ("delete the Hobbies section", [.clear(field: "the Hobbies section")]),
            ("move skills to the top", [.move(section: "skills", .top)]),
            ("put Education before Experience", [.move(section: "Education", .before("Experience"))]),
            ("move my skills section to the end", [.move(section: "my skills section", .end)]),
            ("rename Hobbies to Interests", [.rename(section: "Hobbies", name: "Interests")]),
            ("make the summary bold", [.style(section: "the summary", adjective: "bold")]),
            ("what is missing?", [.whatIsMissing]), ("What's missing", [.whatIsMissing]), ("check my resume", [.whatIsMissing]),
            ("what is my phone number?", [.show(field: "my phone number?")]),
            ("undo", [.undo]), ("What can you do?", [.help]),
            (
                "change my title to Staff Engineer and add Swift to my skills",
                [.set(field: "my title", value: "Staff Engineer"), .add(value: "Swift", section: "my skills")]
            ),
            (
                "change my title to Head of Research and Development",
                [.set(field: "my title", value: "Head of Research and Development")]
            ),
            (
                "set my summary to I design and make chairs, and add value to my clients",
                [.set(field: "my summary", value: "I design and make chairs, and add value to my clients")]
            ),
            ("Change my name to Ada; what is missing?", [.set(field: "my name", value: "Ada"), .whatIsMissing]),
        ] as [(String, [ChatCommand])])
    func requestsAreUnderstoodAsPeopleWriteThem(message: String, commands: [ChatCommand]) {
        #expect(ChatCommand.commands(in: message) == commands)
    }

    @Test(arguments: [
        "", "   ", "The weather is nice.", "add", "change", "change my title", "to", "set to", "🚀", "and and and", "\u{0}",
        "my",
    ])
    func otherTextsAreNoRequests(message: String) {
        #expect(ChatCommand.commands(in: message).isEmpty)
    }
}
