import JSON
import Resume
import Testing

@testable import Assistant

@Suite struct ReaderHeadingTests {
    private func kind(_ text: String) -> SectionKind? { HeadingDictionary.shared.exactMatch(TextLine(text).phrase)?.kind }

    @Test(arguments: [
        ("EXPERIENCE", SectionKind.experience), ("Work Experience:", .experience), ("2. Employment History", .experience),
        ("Career History -", .experience),
        ("Berufserfahrung", .experience), ("Beruflicher Werdegang", .experience), ("EXPÉRIENCES PROFESSIONNELLES", .experience),
        ("EXPERIENCE PROFESSIONNELLE", .experience), ("Experiencia laboral", .experience),
        ("EXPERIÊNCIA PROFISSIONAL", .experience),
        ("Esperienza lavorativa", .experience), ("Werkervaring", .experience), ("Doświadczenie zawodowe", .experience),
        ("Internships", .experience),
        ("Education & Training", .education), ("Education and Training", .education), ("Akademischer Werdegang", .education),
        ("Schulischer Werdegang", .education), ("Formation", .education), ("Formación académica", .education),
        ("Formação acadêmica", .education),
        ("Istruzione e formazione", .education), ("Opleiding", .education), ("Wykształcenie", .education),
        ("Studium", .education),
        ("Technical Skills", .skills), ("Skills/Tools", .skills), ("Kenntnisse", .skills), ("Compétences", .skills),
        ("Umiejętności", .skills),
        ("About Me", .summary), ("Résumé", .summary), ("Über mich", .summary), ("Perfil profesional", .summary),
        ("O mnie", .summary),
        ("Sprachkenntnisse", .languages), ("Idiomas", .languages), ("Languages Known", .languages), ("Talen", .languages),
        ("Certifications/Licenses", .certifications), ("Zertifikate", .certifications), ("Hobbys", .interests),
        ("Centres d'intérêt", .interests),
        ("Centres d’intérêt", .interests), ("Referees", .references), ("Voluntary work", .volunteering),
        ("Dane osobowe", .personal),
    ]) func aListedNameIsAHeading(text: String, kind: SectionKind) {
        #expect(self.kind(text) == kind)
    }

    @Test(arguments: [
        "experience in sales", "5 years of experience", "Senior Engineer", "education.com", "Skills; and more", "Mary Jones",
        "Led the education team in the region of the north and the far south today",
        "@experience", "",
    ]) func otherTextIsNoHeading(text: String) {
        #expect(self.kind(text) == nil)
    }

    @Test(arguments: [
        ("Education, Affiliations & Skills", SectionKind.education), ("Awards and Scholarships Won", .awards),
        ("Pharmacy Work Experience", .experience),
        ("Leadership Competencies", .skills), ("University of Science and Technology", nil),
        ("Competencias digitales avanzadas", .skills),
    ]) func compoundsAndHeadNounsAreGuessed(text: String, kind: SectionKind?) {
        #expect(HeadingDictionary.shared.guess(TextLine(text).phrase)?.kind == kind)
    }

    private func kinds(_ text: String) -> [SectionKind] {
        Sections(TextCleaner.lines(of: text), name: nil).sections.map(\.kind).filter { $0 != .head }
    }

    @Test func lettersSpacedOutAreOneWord() {
        #expect(
            self.kinds("E X P E R I E N C E\nBaker, Acme, 2010 - 2012\nW O R K   H I S T O R Y\nCook") == [
                .experience, .experience,
            ])
    }

    @Test func aListInsideAJobIsNoSection() {
        let text = """
            EXPERIENCE

            Buyer, Acme, 2010 - 2012
            Achievements
            - Saved a million
            Projects
            - New depot

            EDUCATION

            BSc, Leeds University
            """
        #expect(self.kinds(text) == [.experience, .education])
    }

    @Test func aNameThatRepeatsUnderEachJobIsNoSection() {
        let job = "Buyer, Acme, 2010 - 2012\nHighlights\n- Saved a million\n\n"
        #expect(self.kinds("Work\n\n" + job + job + job + "Education\n\nBSc") == [.experience, .education])
    }

    @Test func aWrappedLineIsNoHeading() {
        let text = "EDUCATION\nAGH University of Science and\nTechnology\n2004 - 2006\n\nSKILLS\nGo"
        #expect(self.kinds(text) == [.education, .skills])
    }

    @Test func aGroupOfSkillsIsNoSectionButHumanLanguagesAre() {
        #expect(self.kinds("SKILLS\nLanguages: Go, Python\nTools: Git") == [.skills])
        #expect(self.kinds("SKILLS\nLanguages: English, German\nTools: Git") == [.skills, .languages, .skills])
    }

    @Test func aHeadingAndItsTextMayShareALine() {
        #expect(self.kinds("Jane Doe\nObjective: To cook.\n\nSkills: Baking, Grilling") == [.summary, .skills])
    }

    @Test func anUnknownHeadingSetLikeTheOthersKeepsItsName() throws {
        let resume = try ReadResume(
            "# Jane Doe\n\n## Experience\n\nCook, Acme, 2010 - 2012\n\n## Kitchens I Love\n\n- Noma\n\n## Skills\n\n- Baking")
        #expect(resume.list("Kitchens I Love") == ["Noma"])
        #expect(resume.reading.resume.sections.names.suffix(2) == ["Kitchens I Love", "Skills"])
    }

    @Test func aHeadingWithTheNameOfACoreSectionDoesNotReplaceIt() throws {
        let resume = try ReadResume(
            "# Jane Doe\n\n## Experience\n\nCook, Acme, 2010 - 2012\n\n## Name\n\nSomething else\n\n## Education\n\n"
                + "BSc, Leeds University"
        )
        #expect(resume.text(.name) == "Jane Doe")
        #expect(resume.list("Other") == ["Something else"])
    }
}
