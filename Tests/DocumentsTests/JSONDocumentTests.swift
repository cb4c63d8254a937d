import JSON
import Resume
import Testing

@testable import Documents

@Suite struct JSONDocumentTests {
    private func resume(_ source: String) throws -> JSONValue {
        guard case .resume(let resume, _)? = try JSONDocument.read(source) else { return .null }
        return resume.json
    }

    @Test func ourOwnJSONIsTheResume() throws {
        let own: JSONValue = [
            "Name": "Ada Byron", "Title": "", "Location": "", "Email": "", "Phone": "", "Summary": "", "Experience": [],
            "Education": [], "Skills": ["Notes"],
        ]
        #expect(try self.resume(own.serialized) == own)
        #expect(try self.resume(JSONValue.object(["resumeData": own, "warnings": []]).serialized) == own)
    }

    @Test func jsonResumeIsTakenOverWhole() throws {
        let read = try self.resume(
            """
            {"$schema": "x", "basics": {"name": "Ada Byron", "label": "Analyst", "email": "ada@byron.example", "phone": "+44 20",
              "url": "https://ada.example", "summary": "Notes.", "location": {"city": "London", "countryCode": "GB", "postalCode": "W1"},
              "profiles": [{"network": "GitHub", "username": "ada", "url": "https://github.com/ada"}, {"network": "X", "username": "ada"}]},
             "work": [{"name": "Engines", "position": "Analyst", "startDate": "2019-03-01", "endDate": "2021-05", "location": "London",
               "summary": "Wrote.", "highlights": ["Notes", "Tables"], "url": "https://engine.example"},
               {"company": "Bush", "position": "Clerk", "startDate": "2018"}],
             "education": [{"institution": "Home", "area": "Mathematics", "studyType": "BSc", "startDate": "2013", "endDate": "2017",
               "score": 4.0, "courses": ["Algebra", "Logic"]}],
             "skills": [{"name": "Web", "level": "Master", "keywords": ["HTML", "CSS"]}, {"name": "Notes"}],
             "languages": [{"language": "English", "fluency": "native"}], "interests": [{"name": "Horses"}],
             "awards": [{"title": "Prize", "date": "2020", "awarder": "Society"}], "x-own": {"a": 1}}
            """)
        let wanted: JSONValue = [
            "Name": "Ada Byron", "Title": "Analyst", "Location": "W1 London, GB", "Email": "ada@byron.example",
            "Phone": "+44 20",
            "Summary": "Notes.",
            "Experience": [
                [
                    "Position": "Analyst", "Company": "Engines", "Dates": "Mar 2019 – May 2021",
                    "Description": "Wrote.\n• Notes\n• Tables", "Location": "London", "Url": "https://engine.example",
                ], ["Position": "Clerk", "Company": "Bush", "Dates": "2018 – Present", "Description": ""],
            ],
            "Education": [
                [
                    "Degree": "BSc", "Field": "Mathematics", "Institution": "Home", "Dates": "2013 – 2017", "GPA": "4.0",
                    "Courses": "Algebra, Logic",
                ]
            ],
            "Skills": ["Web (Master): HTML, CSS", "Notes"], "Languages": ["English (native)"], "Interests": ["Horses"],
            "Awards": [["Name": "Prize", "Date": "2020", "Awarder": "Society"]],
            "Links": ["https://ada.example", "https://github.com/ada", "X: ada"], "x-own": ["a": 1],
        ]
        #expect(read == wanted)
    }

    @Test func whatIsNoJSONMayBeSomethingElse() throws {
        #expect(try JSONDocument.read("[Name]") == nil)
    }
}
