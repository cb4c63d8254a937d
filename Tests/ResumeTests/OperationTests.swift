import JSON
import Resume
import Testing

@Suite struct OperationTests {
    let resume: Resume

    init() throws {
        self.resume = try Resume([
            "Name": "Ada Byron",
            "Experience": [
                ["Position": "Engineer", "Company": "Acme", "Level": 3], ["Position": "Intern", "Company": "Initech"],
            ],
            "Skills": ["Go", "Rust"], "Hobbies": ["Chess"],
        ])
    }

    private func set(_ path: String, _ value: JSONValue) throws -> (resume: Resume, changes: [Change]) {
        try self.resume.applying(.set(path: FieldPath(parsing: path), value: value))
    }

    @Test(arguments: ["Experience[1].Company", "/Experience/1/Company", "Experience.1.Company"])
    func aPathReachesTheSameValueInEveryNotation(path: String) throws {
        let (changed, changes) = try self.set(path, "Globex")
        #expect(changed["Experience"]?[1]?["Company"] == "Globex")
        #expect(changed["Experience"]?[0] == self.resume["Experience"]?[0])
        #expect(changes == [.changed(section: "Experience", value: changed["Experience"]!)])
    }

    @Test(arguments: [
        "Expereince", "Experience[2].Company", "Experience[0].Compny", "Experience[-1]", "Experience[99]",
        "Experience[0]Company", "", "/", "//",
        "Experience[", "Experience[0", "Experience[00]", "Experience[9999999999999999999999]", "Name.first", "Skills[0].x",
        "/Experience/-/Company",
        "a.b.c.d.e.f.g.h.i", "__proto__.x", "/Name~2", ".", "Experience..Company",
    ])
    func aPathThatLeadsNowhereIsUnknown(path: String) {
        let error = #expect(throws: ResumeError.self) { try self.set(path, "x") }
        guard case .unknownField? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aPathIsBounded() throws {
        let long = "/" + String(repeating: "x", count: FieldPath.maxBytes)
        #expect(throws: ResumeError.unknownField(path: String(long.prefix(80)))) { try FieldPath(parsing: long) }
        #expect(throws: Never.self) { try FieldPath(parsing: String(long.dropLast())) }
    }

    @Test(arguments: [
        ("Projects", #"["A parser"]"#), ("Experience[0].Location", #""Oslo""#), ("Experience[1].Level", "4"),
        ("Hobbies[1]", #""Go""#),
        ("/Skills/-", #""Swift""#), ("Experience[2]", #"{"Position":"Lead"}"#), ("/Hobbies", #""none""#),
    ])
    func namesThatAResumeCommonlyHasMayBeNew(path: String, value: String) throws {
        let (changed, changes) = try self.set(path, JSONValue(parsing: value))
        #expect(changes.count == 1 && changed != self.resume)
    }

    @Test func nullEmptiesTheCoreAndRemovesTheRest() throws {
        #expect(try self.set("Name", nil).resume.text(.name) == "")
        #expect(try self.set("Experience", nil).resume["Experience"] == [])
        #expect(try self.set("Experience[0]", nil).resume.entries(.experience).count == 1)
        #expect(try self.set("Experience[0].Company", nil).resume["Experience"]?[0]?["Company"] == "")
        #expect(try self.set("Experience[0].Level", nil).resume["Experience"]?[0]?["Level"] == nil)
        #expect(try self.set("Skills[0]", nil).resume["Skills"] == ["Rust"])
        let (changed, changes) = try self.set("Hobbies", nil)
        #expect(!changed.sections.contains("Hobbies"))
        #expect(changes == [.removed(section: "Hobbies")])
        #expect(throws: ResumeError.unknownField(path: "Projects")) { try self.set("Projects", nil) }
    }

    @Test func aValueOfTheWrongShapeIsRefused() {
        #expect(throws: ResumeError.self) { try self.set("Name", ["x"]) }
        #expect(throws: ResumeError.self) { try self.set("Experience[0]", "Acme") }
        #expect(throws: ResumeError.self) { try self.set("Experience[0].Company", [:]) }
    }

    @Test func entriesAreInsertedAndMoved() throws {
        let insert = Operation.insertEntry(section: "Skills", value: "Swift", at: 0)
        #expect(try self.resume.applying(insert).resume["Skills"] == ["Swift", "Go", "Rust"])
        let begin = Operation.insertEntry(section: "Languages", value: "German", at: nil)
        #expect(try self.resume.applying(begin).resume["Languages"] == ["German"])
        let move = Operation.moveEntry(section: "Experience", from: 0, to: 9)
        #expect(try self.resume.applying(move).resume["Experience"]?[1]?["Company"] == "Acme")
        #expect(throws: ResumeError.self) { try self.resume.applying(.insertEntry(section: "Name", value: "x", at: nil)) }
        #expect(throws: ResumeError.self) { try self.resume.applying(.moveEntry(section: "Skills", from: 2, to: 0)) }
    }

    @Test func sectionsAreAddedMovedAndRenamed() throws {
        let (moved, changes) = try self.resume.applying(.moveSection(name: "Skills", to: 0))
        #expect(moved.sections.names.first == "Skills")
        #expect(changes == [.reordered(sections: moved.sections.names)])
        let (renamed, _) = try self.resume.applying(.renameSection(name: "Hobbies", to: "Interests"))
        #expect(renamed.sections.names.last == "Interests")
        let (added, _) = try self.resume.applying(.addSection(name: "Patents pending", value: [], at: 1))
        #expect(added.sections.names[1] == "Patents pending")
        for refused: Operation in [
            .renameSection(name: "Name", to: "Nom"), .renameSection(name: "Hobbies", to: "Skills"),
            .moveSection(name: "Gone", to: 0),
            .addSection(name: "Skills", value: [], at: nil), .addSection(name: " ", value: [], at: nil),
        ] {
            #expect(throws: ResumeError.self) { try self.resume.applying(refused) }
        }
    }

    @Test func ofSeveralOperationsAllApplyOrNone() throws {
        let good = Operation.set(path: FieldPath("Name"), value: "Grace")
        #expect(throws: ResumeError.self) { try self.resume.applying([good, .remove(path: FieldPath("Gone"))]) }
        #expect(try self.resume.applying([good]).resume.text(.name) == "Grace")
    }

    @Test func anOperationThatChangesNothingSaysSo() throws {
        #expect(try self.set("Name", "Ada Byron").changes.isEmpty)
    }

    @Test func aWrittenPathReadsBackAsTheSamePath() throws {
        for text in ["Name", "Experience[0].Company", "/a.b/0", "/x~1y/-", "/~0/k"] {
            let path = try FieldPath(parsing: text)
            #expect(try FieldPath(parsing: path.description) == path)
        }
    }
}
