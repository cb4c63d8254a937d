import JSON
import Resume
import Testing

@Suite struct ResumeTests {
    @Test func aNewResumeHasTheEightCoreSectionsInOrder() {
        #expect(
            Resume().sections.names == ["Name", "Title", "Location", "Email", "Phone", "Summary", "Experience", "Education"])
        #expect(Resume().isEmpty)
    }

    @Test func absentCoreSectionsAreAddedInTheirUsualPlace() throws {
        let resume = try Resume(["Skills": ["Swift"], "Email": "a@b.example", "Education": [], "Name": "Ada"])
        #expect(
            resume.sections.names == [
                "Skills", "Email", "Phone", "Summary", "Experience", "Education", "Name", "Title", "Location",
            ])
    }

    @Test func furtherSectionsAndKeysAreKeptAsTheyCame() throws {
        let text =
            #"{"Name":"Ada","Title":"","Location":"","Email":"","Phone":"","Hobbies":{"x":[1.50,true,null]},"Summary":"","#
            + #""Experience":[{"Grade":7,"Position":"P","Company":"C","Dates":"","Description":""}],"Education":[],"Skills":["Swift"]}"#
        #expect(try Resume(JSONValue(parsing: text)).json.serialized == text)
    }

    @Test func numbersAndNullsBecomeTexts() throws {
        let resume = try Resume(["Phone": 5_035_550_142, "Name": nil, "Experience": nil, "Education": ""])
        #expect(resume.text(.phone) == "5035550142")
        #expect(resume.text(.name) == "")
        #expect(resume["Experience"] == [] && resume["Education"] == [])
    }

    @Test(arguments: [
        ("[]", "a JSON object"), (#"{"Name":[]}"#, "Name must be a text"), (#"{"Name":true}"#, "Name must be a text"),
        (#"{"Experience":{}}"#, "a list of entries"), (#"{"Experience":["x"]}"#, "Experience[0] must be an object"),
        (#"{"Experience":[{"Company":{}}]}"#, "Experience[0].Company must be a text"),
        (#"{"Name":"\ud800"}"#, "Name must be a text"),
        (#"{"Skills":["\udc00"]}"#, "Skills[0] must be a text"), (#"{"":1}"#, "printable"), (#"{"a\u0007":1}"#, "printable"),
    ])
    func wrongShapesAreRefusedWithTheirPlace(json: String, message: String) throws {
        let value = try JSONValue(parsing: json)
        let error = #expect(throws: ResumeError.self) { try Resume(value) }
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }

    @Test func boundsHoldOnePastEach() throws {
        func text(_ count: Int) -> JSONValue { .string(String(repeating: "x", count: count)) }
        func entries(_ count: Int) -> JSONValue { .array(Array(repeating: [:], count: count)) }
        func sections(_ count: Int) -> JSONValue { .object(JSONObject((0..<count).map { ("S\($0)", JSONValue.null) })) }
        func nested(_ depth: Int) -> JSONValue { (0..<depth).reduce(JSONValue.null) { value, _ in .array([value]) } }
        func name(_ count: Int) -> JSONValue { .object(JSONObject([(String(repeating: "n", count: count), JSONValue.null)])) }
        let cases: [(JSONValue, JSONValue)] = [
            (["Summary": text(ResumeLimits.textBytes)], ["Summary": text(ResumeLimits.textBytes + 1)]),
            (["Education": entries(ResumeLimits.entries)], ["Education": entries(ResumeLimits.entries + 1)]),
            (sections(ResumeLimits.sections - 8), sections(ResumeLimits.sections - 7)),
            (["Deep": nested(ResumeLimits.depth - 2)], ["Deep": nested(ResumeLimits.depth - 1)]),
            (name(ResumeLimits.nameBytes), name(ResumeLimits.nameBytes + 1)),
        ]
        for (fits, isTooLarge) in cases {
            #expect(throws: Never.self) { try Resume(fits) }
            let error = #expect(throws: ResumeError.self) { try Resume(isTooLarge) }
            guard case .tooLarge? = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }

    @Test func namesDeepInADocumentAreBoundedToo() throws {
        let long = String(repeating: "n", count: ResumeLimits.nameBytes + 1)
        let value: JSONValue = ["Deep": [["a": .object(JSONObject([(long, JSONValue.null)]))]]]
        #expect(throws: ResumeError.tooLarge(path: "Deep[0].a", limit: "a name has at most 80 bytes")) { try Resume(value) }
    }

    @Test func theWholeDocumentIsBounded() throws {
        let full: JSONValue = .object(JSONObject((0..<5).map { ("T\($0)", .string(String(repeating: "x", count: 100_000))) }))
        #expect(throws: ResumeError.tooLarge(path: "", limit: "at most 500000 bytes")) { try Resume(full) }
    }
}
