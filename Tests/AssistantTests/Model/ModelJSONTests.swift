import JSON
import Testing

@testable import Assistant

@Suite struct ModelJSONTests {
    private static let good = #"{"Name":"Jane {D}","List":[{"a":"1:2"}],"Text":"say \"hi\"\nthere"}"#

    private func expected() throws -> JSONObject { try #require(JSONValue(parsing: Self.good).objectValue) }

    @Test(arguments: [
        good, "\u{FEFF}" + good, "  \n" + good + "\n", "```json\n" + good + "\n```",
        "Here it is:\n" + good + "\nIs {anything} else needed?",
        "<think>It is {\"Name\": ...}. {}</think>\n" + good, "[" + good + "]", good + "\n" + good, "A {thing}: " + good,
        good.replacing(#"}]"#, with: #"},]"#), good.replacing("\\n", with: "\n"), good + " {unclosed",
    ])
    func anObjectIsFoundInWhateverStandsAroundIt(text: String) throws {
        #expect(try ModelJSON.object(in: text) == self.expected())
    }

    @Test func aTextInQuotesIsTakenOutOfThem() throws {
        #expect(try ModelJSON.object(in: JSONValue.string(Self.good).serialized) == self.expected())
    }

    @Test(arguments: [
        "", "  \n", "Jane Doe is an engineer.", "{", #"{"Name": "Ja"#, #"{"Name": "Jane", "List": [{"a": 1}"#, "<think>{}",
        "{'Name': 'Jane'}",
        #"{“Name”: “Jane”}"#, "{ // the person\n\"Name\": 1}", #"{"Skills": [NaN]}"#, "[]", "null", "\"x\"",
        "{\"Name\": " + String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000) + "}",
        "{\"Name\":" + String(repeating: " \n", count: 50_000),
    ])
    func whatIsNoWholeObjectIsRefused(text: String) {
        #expect(throws: ModelJSON.Failure.noObject) { try ModelJSON.object(in: text) }
    }

    @Test(arguments: [
        #"{"Name":"Jane"}{"Name":"Mallory"}"#, #"[{"Name":"Jane"},{"Name":"Mallory"}]"#, #"{"Name":"Jane","Name":"Mallory"}"#,
        #"{"List":[{"a":1,"a":1}]}"#, #"{"Name":"Jane","N\u0061me":"Mallory"}"#,
    ])
    func whatCanBeReadInTwoWaysIsRefused(text: String) {
        #expect(throws: ModelJSON.Failure.ambiguous) { try ModelJSON.object(in: text) }
    }

    @Test(.timeLimit(.minutes(1))) func aFloodOfBracesTakesNoTime() {
        for text in ["{", "{}", "{\"", "[{", "}{", "{,]"] {
            _ = try? ModelJSON.object(in: String(repeating: text, count: (1 << 18) / text.utf8.count))
        }
    }

    @Test func fieldsForgiveWhatCannotMislead() throws {
        let text =
            #"{"resume":{"name":"  Jane\u0000\u202e ","PHONE":5035550142,"other_sections":"a, b\nc","List":["x",null,"y",{}],"One":{"k":"v"},"Bool":true,"Half":"\ud83d J"}}"#
        let fields = LenientFields(try ModelJSON.object(in: text), unwrappedFor: ["Name", "Phone"])
        #expect(fields.text("Name") == "Jane")
        #expect(fields.text("Phone") == "5035550142")
        #expect(fields.texts("OtherSections") == ["a", "b", "c"])
        #expect(fields.texts("List") == ["x", "y"])
        #expect(fields.text("List") == "x\ny")
        #expect(fields.entries("One").map { $0.text("k") } == ["v"])
        #expect(fields.text("Bool").isEmpty)
        #expect(fields.text("Half") == "J")
        #expect(fields.text("Absent").isEmpty)
    }
}
