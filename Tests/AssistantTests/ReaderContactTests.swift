import Resume
import Testing

@testable import Assistant

@Suite struct ReaderContactTests {
    @Test(arguments: [
        "(503) 555-0142", "503-555-0142", "503.555.0142", "+1 503 555 0142", "+1 (503) 555-0142", "(+82) 10-5550-1234",
        "010-1234-5678", "+44 7700 900123", "07700 900123",
        "0044 20 7946 0958", "06 55 01 02 03", "+49 (0)30 5550 1234", "0341 / 555 01 23", "+91-98450-12345", "9845012345",
        "(81) 95550-1234", "655 010 203", "+380 44 555 0123",
    ]) func phonesOfEveryCountryAreFound(text: String) {
        #expect(PhoneScanner.number(in: TextLine("Tel: \(text) | Leeds").phrase)?.text == text)
    }

    @Test(arguments: [
        "2008-2012", "2008 - 2012", "05/2008 - 06/2012", "94588", "12.04.1987", "$1,250,000", "ISO 9001 2015", "AB1234567",
        "1234567abc", "3 of 4", "12345678901234567",
    ]) func otherNumbersAreNoPhones(text: String) {
        #expect(PhoneScanner.number(in: TextLine("Since \(text) people").phrase) == nil)
    }

    @Test func aPostalCodeIsNoPartOfThePhone() {
        #expect(PhoneScanner.number(in: TextLine("94588  (555) 123-4567").phrase)?.text == "(555) 123-4567")
    }

    // MARK: - Names

    private func name(_ text: String) throws -> String {
        try ReadResume(text + "\n\nExperience\nCook, Acme Ltd, 2010 - 2012\n").text(.name)
    }

    @Test(arguments: [
        "Jane Doe", "JANE DOE", "Łukasz Wójcik", "Nguyễn Thị Hạnh", "Jan van der Berg", "María-José de la Cruz", "Park Ji-woo",
        "Robert J. Smith Jr.", "O'Brien, Patrick",
        "Karl Baker", "Mary Cook", "DESHAWN T. WASHINGTON III", "Anh",
    ]) func namesOfManyShapesAreFound(name: String) throws {
        #expect(try self.name("\(name)\nLeeds, UK\n+44 7700 900123") == name)
    }

    @Test(arguments: [
        ("Dr. Emily Chen, PhD", "Emily Chen", ["Dr.", "PhD"]), ("PRIYA NAIR, RN, BSN", "PRIYA NAIR", ["RN, BSN"]),
        ("Catherine Bell BA (Hons) PGCE", "Catherine Bell", ["BA (Hons) PGCE"]),
        ("Robert J. Smith Jr.", "Robert J. Smith Jr.", []),
    ]) func credentialsStandBesideTheName(line: String, name: String, credentials: [String]) throws {
        let resume = try ReadResume("\(line)\nLeeds, UK\n\nExperience\nCook, Acme Ltd, 2010 - 2012\n")
        #expect(resume.text(.name) == name)
        #expect(resume.list("Credentials") == credentials)
    }

    @Test(arguments: [
        "CURRICULUM VITAE\n\nJane Doe\nLeeds", "Resume\nJane Doe\nCook", "Curriculum Vitae of Jane Doe", "Résumé - Jane Doe",
        "Name: Jane Doe", "Full Name : Jane Doe\nDate of Birth: 1 May 1990",
        "Name               Jane Doe", "Jane Doe, Chef de Partie", "Jane Doe | Cook | Leeds", "JANE\nDOE\nCook",
        "+44 7700 900123\njane.doe@x.org\nLeeds, UK\n\nJane Doe\nCook",
        "Career Centre, Leeds University\n1 Park Road, Leeds\n\nJane Doe\njdoe@x.org",
    ]) func theNameIsFoundBesideOtherThings(text: String) throws {
        #expect(try self.name(text).lowercased() == "jane doe")
    }

    @Test func theMailAddressTellsTheNameFromOtherCapitalizedLines() throws {
        let sidebar =
            "Contact\nwojcik32@poczta.pl\n\nTop Skills\nPublic Speaking\nTeam Building\n\nLanguages\nEnglish\n\n"
            + "Łukasz Wójcik\nCook\n"
        #expect(try self.name(sidebar) == "Łukasz Wójcik")
    }

    @Test func aRunningHeaderIsNoPartOfAJob() throws {
        let resume = try ReadResume(
            "Jane Doe\n\nExperience\n\nCook, Acme Ltd, 2010 - 2012\n- Cooked\nJane Doe – Curriculum Vitae\n"
                + "Page 1 of 2\nJane Doe\n- Baked\n"
        )
        #expect(resume.jobKey("Description") == ["Cooked\nBaked"])
    }

    @Test func proseWithoutAPersonHasNoName() throws {
        let text =
            "it was the best of times, it was the worst of times, it was the age of wisdom.\n"
            + "it was the season of light."
        let resume = try ReadResume(text)
        #expect(resume.text(.name).isEmpty && resume.text(.title).isEmpty && resume.text(.email).isEmpty)
        #expect(resume.jobs.isEmpty && resume.degrees.isEmpty)
    }

    // MARK: - Places, titles, links

    private func location(_ line: String) throws -> String {
        try ReadResume("Jane Doe\n\(line)\njane@doe.org\n\nExperience\nCook, Acme Ltd, 2010 - 2012").text(.location)
    }

    @Test(arguments: [
        "Portland, OR", "Springfield, IL 62704", "Hà Nội, VN", "Kraków", "München, Bayern", "Recife/PE", "Duluth MN",
        "Footscray VIC 3011", "69005 Lyon", "London, England, United Kingdom",
        "12 rue des Tanneurs, 69005 Lyon", "27 Station Road, Leeds LS1 4DT", "ul. Długa 7, 80-827 Gdańsk",
        "Lindenstraße 14, 04109 Leipzig", "Greater London",
    ]) func placesOfManyShapesAreFound(place: String) throws {
        #expect(try self.location(place) == place)
        #expect(try self.location("Address: \(place)") == place)
        #expect(try self.location("+44 7700 900123 | \(place) | x.org/jane") == place)
    }

    @Test(arguments: ["Accountant, Vietcombank", "Engineer, Acme", "Cook", "Date of birth: 14 May 1992"])
    func otherLinesAreNoPlace(line: String) throws {
        #expect(try self.location(line).isEmpty)
    }

    @Test func aStreetWithoutItsCityStandsBesideThePlace() throws {
        let resume = try ReadResume("Jane Doe\n1420 Mesquite Avenue, Apt 3B\nTucson, AZ 85719\njane@doe.org")
        #expect(resume.text(.location) == "Tucson, AZ 85719")
        #expect(resume.list("Personal Details") == ["1420 Mesquite Avenue, Apt 3B"])
    }

    @Test func labelsOfHyperlinksAreTakenOff() throws {
        let resume = try ReadResume(
            "Jane Doe\nemail: mailto:jane@doe.org\nphone: tel:+44 7700 900123\nLinkedIn: linkedin.com/in/janedoe\n"
                + "GitHub: janedoe"
        )
        #expect(resume.text(.email) == "jane@doe.org")
        #expect(resume.text(.phone) == "+44 7700 900123")
        #expect(resume.list("Links") == ["linkedin.com/in/janedoe", "janedoe"])
    }

    @Test func personalDetailsAreKept() throws {
        let resume = try ReadResume(
            "Jane Doe\nDate of birth: 14 May 1992\nNationality: British\n\nExperience\nCook, Acme Ltd, 2010 - 2012")
        #expect(resume.list("Personal Details") == ["Date of birth: 14 May 1992", "Nationality: British"])
        #expect(resume.reading.warnings.isEmpty)
    }

    @Test func whatFitsNowhereIsToldInAWarning() throws {
        let resume = try ReadResume("Jane Doe\njane@doe.org\n\nZorp flim\n\nExperience\nCook, Acme Ltd, 2010 - 2012")
        #expect(resume.reading.warnings == ["Could not place: “Zorp flim”"])
    }
}
