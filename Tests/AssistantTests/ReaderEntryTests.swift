import JSON
import Resume
import Testing

@testable import Assistant

@Suite struct ReaderEntryTests {
    private func jobs(_ text: String) throws -> [String] { try ReadResume("Jane Doe\n\nExperience\n\n\(text)\n").jobs }
    private func degrees(_ text: String) throws -> [String] { try ReadResume("Jane Doe\n\nEducation\n\n\(text)\n").degrees }

    /// One job, written in all the ways that people write it.
    @Test(arguments: [
        "Senior Accountant | Acme Ltd | 2010 - 2012\n- Counted", "Senior Accountant at Acme Ltd, 2010 - 2012",
        "Acme Ltd — Senior Accountant\n2010 - 2012\n- Counted",
        "Senior Accountant, Acme Ltd, 2010 - 2012", "Senior Accountant\nAcme Ltd\n2010 - 2012\n- Counted",
        "Acme Ltd\nSenior Accountant\n2010 - 2012\n- Counted",
        "2010 - 2012\nSenior Accountant\nAcme Ltd\n- Counted", "2010 - 2012   Senior Accountant, Acme Ltd",
        "Acme Ltd            2010 - 2012\nSenior Accountant\n- Counted",
        "Senior Accountant            2010 - 2012\nAcme Ltd\n- Counted",
        "Acme Ltd (2010 - 2012)\nSenior Accountant\n"
            + "- Counted",
        "Acme Ltd\nSenior Accountant (2010 - 2012)\n- Counted",
        "Company: Acme Ltd\nDesignation: Senior Accountant\nDuration: 2010 - 2012",
        "| Employer | Position | Dates |\n|---|---|---|\n| Acme Ltd | Senior Accountant | 2010 - 2012 |",
        "2010 - 2012: Acme Ltd, Senior Accountant", "### Senior Accountant, **Acme Ltd**\n*2010 - 2012*\n\n- Counted",
        "• Senior Accountant, Acme Ltd (2010 - 2012)",
        "Acme Ltd, as Senior Accountant from 2010 - 2012", "Senior Accountant\n\nAcme Ltd\n\n2010 - 2012\n\n- Counted",
        "Senior Accountant\tAcme Ltd\t2010 - 2012",
        "Senior Accountant @ Acme Ltd · 2010 - 2012", "ACME LTD, Leeds, UK            2010 - 2012\nSENIOR ACCOUNTANT",
        "1) Acme Ltd - Senior Accountant (2010 - 2012)",
    ]) func aJobIsReadHoweverItIsWritten(text: String) throws {
        let jobs = try self.jobs(text).map { $0.lowercased().replacing("from ", with: "") }
        #expect(jobs == ["senior accountant | acme ltd | 2010 - 2012"])
    }

    @Test(arguments: [
        ("Senior Accountant\nOmnious. Co., Ltd.\n2010 - 2012", "Omnious. Co., Ltd."),
        ("Cook\n7-Eleven, Inc.\n2010 - 2012", "7-Eleven, Inc."),
        ("Partner\nBaker McKenzie\n2010 - 2012", "Baker McKenzie"),
        ("Coordinator\nA.P. Moller - Maersk\n2010 - 2012", "A.P. Moller - Maersk"),
        ("Teaching Assistant, University of Leeds, 2010 - 2012", "University of Leeds"),
        ("Cook, Acme Ltd, Springfield, IL, 2010 - 2012", "Acme Ltd"),
        ("Buyer\nOracle, Atlanta\n2010 - 2012", "Oracle"), ("Bank Manager, Lloyds Bank, 2010 - 2012", "Lloyds Bank"),
        ("Cook\nHome Depot - Aurora, CO\n2010 - 2012", "Home Depot"),
        ("Camarera en Bar Pepe, 2010 - 2012", "Bar Pepe"),
        ("Bauingenieurin, Stadtwerke Halle GmbH, 2010 - 2012", "Stadtwerke Halle GmbH"),
    ]) func employersKeepTheirNames(text: String, company: String) throws {
        #expect(
            try ReadResume("Jane Doe\n\nExperience\n\n\(text)").reading.resume.entries(.experience).map {
                $0["Company"]?.stringValue
            } == [company])
    }

    @Test(arguments: [
        ("Vice President, Investment Banking\nGoldman Sachs\n2010 - 2012", "Vice President, Investment Banking"),
        ("Waitress / Barista\nThe Grand Hotel\n2010 - 2012", "Waitress / Barista"),
        ("Staff Nurse, Cardiac Step-Down, Tucson General Hospital, 2010 - 2012", "Staff Nurse, Cardiac Step-Down"),
        ("Hospital Porter, St James's, 2010 - 2012", "Hospital Porter"),
        ("Ingénieur en informatique\nThales SA\n2010 - 2012", "Ingénieur en informatique"),
        ("Engineer II\nAcme Inc\n2010 - 2012", "Engineer II"),
    ]) func positionsKeepTheirNames(text: String, position: String) throws {
        #expect(
            try ReadResume("Jane Doe\n\nExperience\n\n\(text)").reading.resume.entries(.experience).map {
                $0["Position"]?.stringValue
            } == [position])
    }

    @Test func severalPositionsCarryTheirEmployerDown() throws {
        let text =
            "Acme Ltd                 2008 - 2015\n\nSenior Buyer (2012 - 2015)\n- Bought\n\nBuyer (2008 - 2012)\n"
            + "- Bought less\n\nOther Inc            2005 - 2008\nClerk\n- Filed"
        #expect(
            try self.jobs(text) == [
                "Senior Buyer | Acme Ltd | 2012 - 2015", "Buyer | Acme Ltd | 2008 - 2012", "Clerk | Other Inc | 2005 - 2008",
            ])
    }

    @Test func whereWordsDoNotTellTheOthersOrderDoes() throws {
        let text =
            "Acme Ltd\nBuyer\n2010 - 2012\n- x\n\nZorp\nFlimmer\n2008 - 2010\n- y\n\nOther Inc\nClerk\n"
            + "2005 - 2008\n- z"
        #expect(try self.jobs(text)[1] == "Flimmer | Zorp | 2008 - 2010")
    }

    @Test(arguments: [
        "Acme Ltd    Aug 2016 –\nBuyer       Till Date\n- Bought", "Buyer, Acme Ltd\nAug 2016 –\nTill Date\n- Bought",
        "Buyer, Acme Ltd\nAug 2016\nto Till Date\n- Bought",
    ])
    func aRangeOnTwoLinesIsOne(text: String) throws {
        let jobs = try self.jobs(text)
        #expect(jobs.count == 1)
        #expect(jobs.first?.hasPrefix("Buyer | Acme Ltd | Aug 2016") == true && jobs.first?.hasSuffix("Till Date") == true)
    }

    @Test func aYearInATextBeginsNoJob() throws {
        let text =
            "Buyer, Acme Ltd, 2010 - 2012\nWon the club's prize in 2011 and 2012\nPassed the 2012 audit\n"
            + "- Led the move of 2011"
        #expect(try self.jobs(text) == ["Buyer | Acme Ltd | 2010 - 2012"])
    }

    @Test func wrappedItemsAreOneLineOfTheDescription() throws {
        let text =
            "Buyer, Acme Ltd, 2010 - 2012\n• Introduced an approval workflow that removed duplicate\n  payments\n"
            + "• Bought\nThe team was small."
        #expect(
            try ReadResume("Jane Doe\n\nExperience\n\n\(text)").jobKey("Description") == [
                "Introduced an approval workflow that removed duplicate payments\nBought\nThe team was small."
            ])
    }

    @Test func jobsWithoutDatesAreFound() throws {
        let text = "Senior Buyer\nAcme Ltd\n- Bought\n\nClerk\nOther Inc\n- Filed"
        #expect(try self.jobs(text) == ["Senior Buyer | Acme Ltd | ", "Clerk | Other Inc | "])
    }

    // MARK: - Education

    /// One degree, written in all the ways that people write it.
    @Test(arguments: [
        "BSc in Physics, University of Leeds, 2010 - 2014", "University of Leeds            2010 - 2014\nBSc in Physics",
        "BSc in Physics\nUniversity of Leeds\n2010 - 2014",
        "2010 - 2014\nUniversity of Leeds\nBSc in Physics", "BSc in Physics from University of Leeds (2010 - 2014)",
        "1. BSc in Physics from University of Leeds (2010 - 2014)",
        "University of Leeds, BSc, Physics, 2010 - 2014", "University of Leeds\nPhysics, BSc\n2010 - 2014",
        "University of Leeds — BSc (Physics), 2010 - 2014", "• BSc Physics, University of Leeds, 2010 - 2014",
        "University of Leeds\nBSc, Physics · (2010 - 2014)",
        "Degree: BSc\nField: Physics\nUniversity: University of Leeds\nYear: 2010 - 2014",
        "BSc in\nPhysics\nUniversity of Leeds\n2010 - 2014",
        "Degree    Branch    University    Year\nBSc    Physics    University of Leeds    2010 - 2014",
        "BSc\nPhysics\nUniversity of Leeds\n2010 - 2014", "BSc in Physics. University of Leeds. 2010 - 2014",
    ]) func aDegreeIsReadHoweverItIsWritten(text: String) throws {
        #expect(try self.degrees(text) == ["BSc | Physics | University of Leeds | 2010 - 2014"])
    }

    @Test(arguments: [
        ("Abitur\nGymnasium Halle\n1998 - 2006", "Abitur |  | Gymnasium Halle | 1998 - 2006"),
        (
            "A Levels: History (A), French (B)\nRoundhay School\n2014",
            "A Levels | History (A), French (B) | Roundhay School | 2014"
        ),
        ("High School Diploma\nEast High School\n2007", "High School Diploma |  | East High School | 2007"),
        ("M.B.A., Finance, DePaul University, Chicago, Illinois", "M.B.A. | Finance | DePaul University | "),
        ("Licenciatura en Derecho\nUNAM\n2010", "Licenciatura | Derecho | UNAM | 2010"),
        ("B.E. (Computer Science) from Anna University with 72% in 2014.", "B.E. | Computer Science | Anna University | 2014"),
        (
            "Bachelor of Business\nAdministration in Logistics\nManagement\nErasmus University Rotterdam\n2013 - 2015",
            "Bachelor of Business Administration | Logistics Management | Erasmus University Rotterdam | 2013 - 2015"
        ),
    ]) func degreesOfManyKindsAreRead(text: String, degree: String) throws {
        #expect(try self.degrees(text) == [degree])
    }

    @Test func gradesAndNotesStayWithTheirDegree() throws {
        let resume = try ReadResume(
            "Jane Doe\n\nEducation\n\nUniversity of Leeds\nBSc in Physics\n2010 - 2014\nGPA: 3.8/4.0\n"
                + "- Thesis on snow\n\nRoundhay School\nA Levels\n2008 - 2010"
        )
        #expect(resume.degrees.count == 2)
        #expect(
            resume.reading.resume.entries(.education).first?["Description"]?.stringValue == "GPA: 3.8/4.0\n"
                + "Thesis on snow")
    }

    // MARK: - Skills

    @Test(arguments: [
        "Java, SQL, Git", "Java | SQL | Git", "Java; SQL; Git", "• Java\n• SQL\n• Git", "Java • SQL • Git", "Java\nSQL\nGit",
        "Languages: Java, SQL\nTools: Git", "Java (3 years), SQL (Less than 1 year), Git",
        "Java    SQL    Git", "Java / SQL / Git", "Java,\nSQL, Git", "Languages : Java, SQL\nTools : Git.",
        "★ Java ★ SQL ★ Git", "- **Languages:** Java, SQL\n- **Tools:** Git", "Java, SQL, Git, java",
    ]) func skillsAreReadFromEveryList(text: String) throws {
        #expect(try ReadResume("Jane Doe\n\nSkills\n\(text)\n").list("Skills") == ["Java", "SQL", "Git"])
    }

    @Test func bracketsAndSentencesAreNotCut() throws {
        let resume = try ReadResume(
            "Jane Doe\n\nSkills\nAWS (EC2, S3), SQL\n"
                + "Leadership: led teams of up to ten people over many years in three countries\n"
        )
        #expect(
            resume.list("Skills") == [
                "AWS (EC2, S3)", "SQL", "Leadership: led teams of up to ten people over many years in three countries",
            ])
    }
}
