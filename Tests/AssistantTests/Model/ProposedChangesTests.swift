import JSON
import Resume
import Testing

@testable import Assistant

@Suite struct ProposedChangesTests {
    private let resume: Resume

    init() throws {
        self.resume = try Resume(
            JSONValue(
                parsing: #"""
                    {"Name":"Jane Doe","Email":"jane@example.com","Phone":"503-555-0142",
                     "Experience":[{"Position":"Engineer","Company":"Acme","Dates":"2019 - 2023","Description":""},
                                   {"Position":"Intern","Company":"Beta","Dates":"2018","Description":""}],"Skills":["Go"]}
                    """#))
    }

    private func changes(_ operations: String, styles: String = "[]", saying: String...) throws -> ProposedChanges {
        let text = #"{"reply":"Done.","operations":[\#(operations)],"styles":\#(styles)}"#
        return ProposedChanges(try #require(JSONValue(parsing: text).objectValue), resume: self.resume, said: saying)
    }

    private func path(_ text: String) throws -> FieldPath { try FieldPath(parsing: text) }

    @Test func eachOperationIsRead() throws {
        let changes = try self.changes(
            #"""
            {"op":"set","path":"Title","value":"Lead Engineer","to":null},
            {"op":"set","path":"/Experience/0/Company","value":"Acme Inc.","to":null},
            {"op":"set","path":"Skills","value":"[\"Go\",\"Swift\"]","to":null},
            {"op":"remove","path":"Phone","value":null,"to":null},
            {"op":"insertEntry","path":"Skills","value":"SQL","to":0},
            {"op":"insertEntry","path":"Education","value":"{\"Degree\":\"B.S.\"}","to":null},
            {"op":"moveEntry","path":"Experience[1]","value":null,"to":0},
            {"op":"addSection","path":"Hobbies","value":"[\"Chess\"]","to":null},
            {"op":"moveSection","path":"Skills","value":null,"to":0},
            {"op":"renameSection","path":"Skills","value":"Abilities","to":null}
            """#, saying: "I have a B.S.")
        #expect(
            changes.operations == [
                .set(path: try self.path("Title"), value: "Lead Engineer"),
                .set(path: try self.path("Experience[0].Company"), value: "Acme Inc."),
                .set(path: try self.path("Skills"), value: ["Go", "Swift"]), .remove(path: try self.path("Phone")),
                .insertEntry(section: "Skills", value: "SQL", at: 0),
                .insertEntry(section: "Education", value: ["Degree": "B.S."], at: nil),
                .moveEntry(section: "Experience", from: 1, to: 0), .addSection(name: "Hobbies", value: ["Chess"], at: nil),
                .moveSection(name: "Skills", to: 0), .renameSection(name: "Skills", to: "Abilities"),
            ])
        #expect(changes.note.isEmpty)
        #expect(throws: Never.self) { try self.resume.applying(changes.operations) }
    }

    @Test(arguments: [
        #"{"op":"destroy","path":"Name","value":null,"to":null}"#,
        #"{"op":"set","path":"Nothing.At.All","value":"x","to":null}"#,
        #"{"op":"set","path":"","value":"x","to":null}"#, #"{"op":"set","path":"Name","value":null,"to":null}"#,
        #"{"op":"moveEntry","path":"Experience","value":null,"to":1}"#,
        #"{"op":"moveEntry","path":"Experience[9]","value":null,"to":1}"#,
        #"{"op":"moveEntry","path":"Experience[9223372036854775807]","value":null,"to":-9223372036854775808}"#,
        #"{"op":"insertEntry","path":"Experience","value":"text","to":null}"#,
        #"{"op":"renameSection","path":"Name","value":"N","to":null}"#,
        #"{"op":"moveSection","path":"Skills","value":null,"to":null}"#, "{}",
    ])
    func aChangeThatCannotBeMadeIsCountedAndCostsNoOther(operation: String) throws {
        let changes = try self.changes(operation + #",{"op":"set","path":"Title","value":"Boss","to":null}"#)
        #expect(changes.operations == [.set(path: try self.path("Title"), value: "Boss")])
        #expect(changes.refused == 1)
        #expect(changes.note == "One change could not be made.")
    }

    @Test func whatIsSoAlreadyIsNoChange() throws {
        #expect(try self.changes(#"{"op":"set","path":"Name","value":"Jane Doe","to":null}"#).isEmpty)
    }

    @Test(arguments: [
        (#"{"op":"set","path":"Email","value":"other@example.org","to":null}"#),
        (#"{"op":"set","path":"Phone","value":"(503) 555-0199","to":null}"#),
        (#"{"op":"set","path":"Phone","value":"911","to":null}"#),
        (#"{"op":"set","path":"Summary","value":"Write to me at other@example.org.","to":null}"#),
        (#"{"op":"set","path":"Summary","value":"Call +1 503 555 2019.","to":null}"#),
        (#"{"op":"insertEntry","path":"Links","value":"https://github.com/other","to":null}"#),
        (#"{"op":"renameSection","path":"Skills","value":"other@example.org","to":null}"#),
        (#"{"op":"addSection","path":"Web","value":"[\"www.other.org\"]","to":null}"#),
    ])
    func contactsOfUnknownOriginAreLeftOut(operation: String) throws {
        let changes = try self.changes(operation)
        #expect(changes.operations.isEmpty)
        #expect(changes.ungrounded == 1)
        let told = try self.changes(
            operation, saying: "Mine: other@example.org, 503-555-0199, +1 503 555 2019, github.com/other www.other.org 911")
        #expect(told.operations.count == 1 && told.ungrounded == 0)
    }

    @Test(arguments: [
        #"{"op":"set","path":"Summary","value":"From 2015 - 2024 saved 12 000 000 lines; jane@example.com","to":null}"#,
        #"{"op":"set","path":"Experience[0].Dates","value":"01/2019 - 03/2024","to":null}"#,
        #"{"op":"set","path":"Phone","value":"(503) 555-0142","to":null}"#,
        #"{"op":"set","path":"Title","value":"Go @ Acme","to":null}"#,
    ])
    func whatIsNoContactOrIsKnownStays(operation: String) throws {
        let changes = try self.changes(operation, saying: "It was from 2015, at Acme from Jan 2019 to March 2024")
        #expect(changes.operations.count == 1)
    }

    private static let inventions = [
        #"{"op":"set","path":"Experience[0].Company","value":"Globex","to":null}"#,
        #"{"op":"insertEntry","path":"Experience","value":"{\"Position\":\"Boss\",\"Company\":\"Globex\"}","to":null}"#,
        #"{"op":"insertEntry","path":"Education","value":"{\"Institution\":\"Globex University\"}","to":null}"#,
        #"{"op":"set","path":"Experience","value":"[{\"Company\":\"Acme\"},{\"Company\":\"Globex\"}]","to":null}"#,
        #"{"op":"set","path":"Experience[0].Dates","value":"2014 - 2023","to":null}"#,
        #"{"op":"set","path":"Experience[0].Dates","value":"May 2019 - 2023","to":null}"#,
        #"{"op":"insertEntry","path":"Education","value":"{\"Degree\":\"M.Sc.\"}","to":null}"#,
        #"{"op":"insertEntry","path":"Certifications","value":"Kubernetes Administrator","to":null}"#,
        #"{"op":"set","path":"Summary","value":"Engineer with a PhD.","to":null}"#,
        #"{"op":"set","path":"Summary","value":"Engineer since 2014.","to":null}"#,
        #"{"op":"set","path":"Experience[0].Description","value":"Led a team at Globex.","to":null}"#,
        #"{"op":"addSection","path":"Clients","value":"[\"Globex GmbH\"]","to":null}"#,
    ]

    @Test(arguments: Self.inventions) func inventedEmployersDatesAndDegreesAreLeftOutAndTold(operation: String) throws {
        let changes = try self.changes(operation + #",{"op":"set","path":"Title","value":"Engineer","to":null}"#)
        #expect(changes.operations == [.set(path: try self.path("Title"), value: "Engineer")])
        #expect(changes.invented == 1)
        #expect(
            changes.note
                == "A change with an employer, school, degree or date that is neither in the resume nor in what you told me was left out."
        )
    }

    @Test(arguments: Self.inventions) func whatThePersonToldIsNotInvented(operation: String) throws {
        let told = "I was at Globex University and Globex from May 2019, since 2014; MSc, PhD, Kubernetes administrator."
        #expect(try self.changes(operation, saying: told).operations.count == 1)
    }

    @Test(arguments: Self.inventions) func aJobAdvertTellsNothingAboutThePerson(operation: String) throws {
        let advert = """
            Fit my resume to this job advert, please: Globex GmbH, founded in 2014, Globex University campus. We are looking for an \
            engineer from May 2019 on, with an M.Sc. or PhD and a Kubernetes administrator certificate.
            """
        #expect(try self.changes(operation, saying: advert).invented == 1)
    }

    @Test(arguments: [
        #"{"op":"set","path":"Summary","value":"Engineer who built services at Acme from 2019 to 2023 and mastered Go.","to":null}"#,
        #"{"op":"set","path":"Experience[0].Description","value":"Cut costs by 30 %.\nBuilt the Acme API at Scale.","to":null}"#,
        #"{"op":"set","path":"Experience[0].Company","value":"Acme Inc.","to":null}"#,
        #"{"op":"set","path":"Experience[0].Dates","value":"2018 - 2023","to":null}"#,
        #"{"op":"set","path":"Experience[0].Dates","value":"2019 - Present","to":null}"#,
        #"{"op":"insertEntry","path":"Education","value":"{\"Degree\":\"Bachelor of Science\",\"Dates\":\"2018\"}","to":null}"#,
        #"{"op":"set","path":"Title","value":"Scrum Master","to":null}"#,
    ])
    func rewordingIsNoInvention(operation: String) throws {
        let changes = try self.changes(operation, saying: "I hold a BSc. We worked at scale.")
        #expect(changes.operations.count == 1, "\(changes.note)")
    }

    @Test func stylesAreReadAndCodeIsNot() throws {
        let changes = try self.changes(
            "",
            styles: #"""
                [{"section":"Name","property":"color","value":"#336699"},{"section":"Nothing","property":"color","value":"red"},
                 {"section":"Name","property":"background","value":"URL(http://x)"},{"section":"Name","property":"color","value":"red;top:0"},
                 {"section":"Name","property":"x}y","value":"red"},{"section":"Name","property":"font-size","value":"1.2em"},
                 {"section":"Name","property":"color","value":"\\75rl(x)"},{"section":"Name","property":"color","value":""},
                 {"section":"Name","property":"position","value":"fixed"},{"section":"Name","property":"value","value":"Jane"},
                 {"section":"Skills","property":"backgroundColor","value":"rgb(1, 2, 3)"}]
                """#)
        #expect(
            changes.styles == [
                SectionStyle(section: "Name", property: "color", value: "#336699"),
                SectionStyle(section: "Name", property: "font-size", value: "1.2em"),
                SectionStyle(section: "Skills", property: "backgroundColor", value: "rgb(1, 2, 3)"),
            ])
    }

    @Test func operationsAreBounded() throws {
        let many = (0..<101).map { #"{"op":"insertEntry","path":"Skills","value":"Skill \#($0)","to":null}"# }.joined(
            separator: ",")
        #expect(try self.changes(many).operations.count == 100)
    }

    @Test func theConversationIsCutInWholeTurns() {
        let history = [
            Message(role: .assistant, content: "Welcome"), Message(role: .user, content: String(repeating: "a", count: 30)),
            Message(role: .assistant, content: "one"), Message(role: .user, content: "b"), Message(role: .user, content: "c"),
            Message(role: .assistant, content: "two"), Message(role: .assistant, content: "three"),
            Message(role: .user, content: "d"),
        ]
        let newest = [
            ModelMessage(.user, "b\n\nc"), ModelMessage(.assistant, "two\n\nthree"), ModelMessage(.user, "d"),
            ModelMessage(.assistant, "(No answer was given.)"),
        ]
        let oldest = [ModelMessage(.user, String(repeating: "a", count: 30)), ModelMessage(.assistant, "one")]
        let needed = (oldest + newest).reduce(0) { $0 + TokenUsage.estimate($1.content) }
        #expect(ConversationBudget.newest(history, tokens: needed) == oldest + newest)
        #expect(ConversationBudget.newest(history, tokens: needed - 1) == newest)
        #expect(ConversationBudget.newest(history, tokens: 0).isEmpty)
    }
}
