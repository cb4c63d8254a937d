import JSON
import Resume
import Testing

@Suite struct ReviewTests {
    static let complete: JSONValue = [
        "Name": "Ada Byron", "Title": "Engineer", "Location": "London", "Email": "ada@engine.example",
        "Phone": "+44 20 7946 0018",
        "Summary": "Writes programs.",
        "Experience": [["Position": "Engineer", "Company": "Analytical", "Dates": "2019 - Present"]],
        "Education": [["Degree": "BSc", "Institution": "UCL"]],
    ]

    @Test func nothingIsMissingFromACompleteResume() throws {
        let resume = try Resume(Self.complete)
        #expect(resume.missingFields().isEmpty)
        #expect(resume.issues().isEmpty)
    }

    @Test func everyEmptyCoreSectionIsAskedForOnce() {
        #expect(Resume().missingFields().map(\.path.description) == CoreSection.allCases.map(\.rawValue))
        #expect(Resume().missingFields().allSatisfy { $0.question.contains("?") })
    }

    @Test func whiteSpaceIsNoValue() throws {
        let resume = try Resume(Self.complete).applying(.set(path: FieldPath("Name"), value: " \u{A0}\n")).resume
        #expect(resume.missingFields().map(\.path) == [FieldPath("Name")])
    }

    @Test func questionsAboutAnEntrySayWhichIsMeant() throws {
        let resume = try Resume(Self.complete).applying([
            .insertEntry(section: "Experience", value: ["Position": "Intern"], at: nil),
            .insertEntry(section: "Education", value: [:], at: nil),
        ]).resume
        #expect(
            resume.missingFields().map { "\($0.path): \($0.question)" } == [
                "Experience[1].Company: Which company did you work for as Intern?",
                "Experience[1].Dates: From when to when did you work as Intern?",
                "Education[1].Degree: Which degree did you earn (Education, entry 2)?",
                "Education[1].Institution: Where did you study (Education, entry 2)?",
            ])
    }

    @Test func theTitleFollowsFromTheOnlyPresentPosition() throws {
        var resume = try Resume(Self.complete).applying([
            .remove(path: FieldPath("Title")),
            .insertEntry(section: "Experience", value: ["Position": "Intern", "Dates": "2017 - 2018"], at: 0),
        ]).resume
        #expect(resume.withDerivedFields().text(.title) == "Engineer")
        resume = try resume.applying(.set(path: FieldPath("Experience", .index(0), .name("Dates")), value: "2020 - now")).resume
        #expect(resume.withDerivedFields().text(.title) == "", "two present positions: which one is not ours to choose")
    }

    @Test(
        arguments: [
            ("ada@engine", nil), ("<ada@engine.example>", "ada@engine.example"),
            ("mailto:ada@engine.example", "ada@engine.example"),
            ("ada @engine.example", "ada@engine.example"), ("ada", nil), ("a@b@c.example", nil), (".a@b.example", nil),
            ("x", nil),
        ] as [(String, String?)])
    func anAddressThatIsNoneIsAnIssue(email: String, suggestion: String?) throws {
        let resume = try Resume(Self.complete).applying(.set(path: FieldPath("Email"), value: .string(email))).resume
        #expect(resume.issues().map(\.path) == [FieldPath("Email")])
        #expect(resume.issues().first?.suggestion == suggestion)
        #expect(resume.missingFields().isEmpty, "what is wrong is not missing")
    }

    @Test(arguments: ["x", "12345", "1234567890123456", "call me"]) func aNumberThatReachesNobodyIsAnIssue(phone: String) throws
    {
        let resume = try Resume(Self.complete).applying(.set(path: FieldPath("Phone"), value: .string(phone))).resume
        #expect(resume.issues().map(\.path) == [FieldPath("Phone")])
    }

    @Test func datesThatRunBackwardsAreAnIssue() throws {
        let path = FieldPath("Experience", .index(0), .name("Dates"))
        let resume = try Resume(Self.complete).applying(.set(path: path, value: "Mar 2021 to Feb 2019")).resume
        #expect(
            resume.issues() == [
                ResumeIssue(path: path, problem: "The end lies before the start.", suggestion: "Feb 2019 – Mar 2021")
            ])
    }

    @Test(arguments: [
        (["Jan 2018 - Mar 2020", "Mar 2020 - Present"], 0), (["Jan 2018 - Mar 2020", "Jan 2020 - Present"], 1),
        // A month is notice, two are a second job.
        (["Jan 2018 - Mar 2020", "Feb 2020 - Present"], 0), (["2018 - Present", "2020 - Present"], 1),
        // Years alone prove nothing where they meet.
        (["2018 - 2020", "2020 - 2022"], 0), (["2018 - 2020", "2019 - 2022"], 0), (["2015 - 2022", "2018 - 2020"], 1),
        (["2018", "2018 - 2020"], 0), (["long ago", "2018 - 2020"], 0), (["2020 - 2018", "2017 - 2021"], 0),
        (["2010 - 2020", "2011 - 2019", "2012 - 2018"], 2),
    ])
    func employmentsThatRanBesideEachOtherAreAskedAbout(dates: [String], count: Int) throws {
        let resume = try Resume([
            "Experience": .array(dates.enumerated().map { ["Company": .string("Firm \($0)"), "Dates": .string($1)] })
        ])
        let overlaps = resume.overlaps()
        #expect(overlaps.count == count)
        #expect(overlaps.allSatisfy { $0.problem == "These dates overlap with those of Firm 0. Is that right?" })
        #expect(overlaps.last.map { $0.path == FieldPath("Experience", .index(count), .name("Dates")) } ?? true)
        #expect(resume.issues().allSatisfy { !$0.problem.contains("overlap") }, "they are no mistake to be refused")
    }

    @Test(arguments: [
        ("jan 2020-present", "Jan 2020 – Present"), ("03/2018 - 4.2019", "Mar 2018 – Apr 2019"),
        ("2012 to 2016", "2012 – 2016"),
        ("2018-03 – 2019-04", "Mar 2018 – Apr 2019"), ("September, 2020", "Sep 2020"),
        ("Sept. 2020 ~ now", "Sep 2020 – Present"),
        ("2019–2020", "2019 – 2020"), ("2019", "2019"),
    ])
    func datesAreUnderstoodAsPeopleWriteThem(text: String, formatted: String) {
        #expect(DateRange(parsing: text)?.formatted == formatted)
    }

    @Test(arguments: ["", "present", "13/2020", "2020 -", "since 2019", "März 2019", "2019 - 2020 (2 years)", "1899", "20190"])
    func otherTextsAreNotGuessedAt(text: String) {
        #expect(DateRange(parsing: text) == nil)
    }

    @Test func normalizingTrimsAndFormatsAndKeepsTheRest() throws {
        let resume = try Resume([
            "Skills": [" Swift "], "Phone": " 503.555.0142", "Name": " Ada ",
            "Experience": [["Dates": "jan 2020 - now", "Company": " Acme"], ["Dates": "a while"]],
        ])
        let normal = resume.normalized()
        #expect(normal.sections.names == resume.sections.names)
        #expect(normal.text(.phone) == "(503) 555-0142")
        #expect(normal["Skills"] == ["Swift"])
        #expect(normal["Experience"]?[0]?["Dates"] == "Jan 2020 – Present")
        #expect(normal["Experience"]?[0]?["Company"] == "Acme")
        #expect(normal["Experience"]?[1]?["Dates"] == "a while")
        #expect(normal.normalized() == normal)
    }

    @Test(arguments: [
        ("+1 503-555-0142", "+1 (503) 555-0142"), ("5551234567", "(555) 123-4567"), ("+44  20 7946 0018", "+44 20 7946 0018"),
        ("0612345678", "0612345678"), ("(503) 555-0142 ext. 7", "(503) 555-0142 ext. 7"), ("+4930123456", "+4930123456"),
    ])
    func phoneNumbersOfTheAmericanPlanAreGrouped(phone: String, formatted: String) throws {
        #expect(try Resume(["Phone": .string(phone)]).normalized().text(.phone) == formatted)
    }
}
