import JSON
import Resume
import Testing

@testable import Assistant

/// Whole documents in the languages of eight countries.
@Suite struct ReaderCountryTests {
    @Test func german() throws {
        let resume = try ReadResume(ReaderFixtures.germanTable)
        #expect(resume.text(.name) == "Katharina Weiß")
        #expect(resume.text(.location) == "Lindenstraße 14, 04109 Leipzig")
        #expect(resume.text(.phone) == "0341 / 555 01 23")
        #expect(
            resume.jobs == [
                "Projektleiterin Hochbau | Müller & Söhne Bau GmbH | 03/2018 – heute",
                "Bauingenieurin | Stadtwerke Halle GmbH | 09/2014 – 02/2018",
                "Werkstudentin | Ingenieurbüro Krause | 10/2013 – 08/2014",
            ])
        #expect(
            resume.degrees == [
                "Master of Science | Bauingenieurwesen | Bauhaus-Universität Weimar | 10/2008 – 09/2014",
                "Abitur |  | Giebichenstein-Gymnasium | 08/1998 – 06/2006",
            ])
        #expect(resume.list("Skills") == ["AutoCAD", "Revit", "MS Office (sehr gut)", "SAP PM"])
        #expect(resume.list("Interests") == ["Rudern", "Fotografie"])
        #expect(resume.reading.warnings.isEmpty)
    }

    @Test func french() throws {
        let resume = try ReadResume(ReaderFixtures.frenchCook)
        #expect(resume.text(.name) == "Julien MOREAU")
        #expect(resume.text(.title) == "Chef de partie")
        #expect(resume.text(.phone) == "06 55 01 02 03")
        #expect(
            resume.jobs == [
                "Chef de partie | Restaurant Le Jardin d'Hiver | Depuis septembre 2019",
                "Commis de cuisine | Brasserie Georges | mars 2016 à août 2019",
                "Plongeur | Hôtel Bellevue | Juin 2015 – février 2016",
            ])
        #expect(
            resume.degrees == [
                "CAP Cuisine |  | Lycée hôtelier François Rabelais | 2013-2015", "Brevet des collèges |  |  | 2013",
            ])
    }

    @Test func spanish() throws {
        let resume = try ReadResume(ReaderFixtures.spanishTeacher)
        #expect(resume.text(.name) == "Lucía Fernández Ortega")
        #expect(resume.text(.location) == "C/ Alcalá 45, 3ºB, 28014 Madrid")
        #expect(
            resume.jobs == [
                "Profesora de Matemáticas | IES Ramiro de Maeztu | Septiembre 2015 - Actualidad",
                "Profesora particular | Autónoma | Octubre 2013 - Junio 2015",
            ])
        #expect(
            resume.degrees == [
                "Máster | Formación del Profesorado | Universidad Complutense de Madrid | 2012 - 2013",
                "Grado | Matemáticas | Universidad de Salamanca | 2008 - 2012",
            ])
        #expect(resume.list("Languages") == ["Inglés: C1", "Francés: B1"])
        #expect(resume.list("Skills") == ["Excel", "GeoGebra", "Moodle"])
    }

    @Test func portuguese() throws {
        let resume = try ReadResume(ReaderFixtures.brazilianDeveloper)
        #expect(resume.text(.title) == "Desenvolvedor Full Stack Pleno")
        #expect(resume.text(.location) == "Recife, PE")
        #expect(
            resume.jobs == [
                "Desenvolvedor Full Stack Pleno | Banco do Nordeste | jan/2021 – atual",
                "Desenvolvedor Júnior | Tempest Security Intelligence | mar/2018 – dez/2020",
            ])
        #expect(resume.jobKey("Location") == ["Recife/PE", ""])
        #expect(
            resume.degrees == ["Bacharelado | Ciência da Computação | Universidade Federal de Pernambuco (UFPE) | 2014 a 2018"])
    }

    @Test func italian() throws {
        let resume = try ReadResume(ReaderFixtures.italianEuropass)
        #expect(resume.text(.name) == "Rossi, Giulia")
        #expect(resume.text(.phone) == "011 5550123")
        #expect(
            resume.jobs == [
                "Segretaria amministrativa | Studio Legale Bianchi | Gennaio 2017 – oggi",
                "Impiegata | Comune di Torino | 2013 – 2016",
            ])
        #expect(resume.degrees == ["Laurea | Giurisprudenza | Università degli Studi di Torino | 2008 – 2012"])
    }

    @Test func dutch() throws {
        let resume = try ReadResume(ReaderFixtures.dutchNurse)
        #expect(resume.text(.name) == "Sanne de Vries")
        #expect(resume.text(.phone) == "06-55501234")
        #expect(
            resume.jobs == [
                "Verpleegkundige | OLVG | mei 2019 – heden",
                "Leerling-verpleegkundige | Amsterdam UMC | september 2016 – april 2019",
            ])
        #expect(
            resume.degrees == ["HBO | Verpleegkunde | Hogeschool van Amsterdam | 2015 – 2019"])
    }

    @Test func polish() throws {
        let resume = try ReadResume(ReaderFixtures.polishDriver)
        #expect(resume.text(.location) == "ul. Długa 7, 80-827 Gdańsk")
        #expect(resume.text(.phone) == "600 555 012")
        #expect(
            resume.jobs == [
                "Kierowca kat. C+E | Trans-Bałtyk Sp. z o.o. | 05.2017 – obecnie",
                "Magazynier | Hurtownia Północ | 02.2012 – 04.2017",
            ])
        #expect(
            resume.reading.resume.entries(.education).map { $0["Institution"]?.stringValue } == [
                "Technikum Mechaniczne w Gdańsku"
            ])
    }

    @Test func british() throws {
        let resume = try ReadResume(ReaderFixtures.ukGraduate)
        #expect(resume.text(.location) == "27 Station Road, Leeds LS1 4DT")
        #expect(
            resume.jobs == [
                "Bookseller | Waterstones | Sept 2019 - now",
                "Visitor Assistant (summer job) | Leeds City Museum | June 2018 - Sept 2018",
            ])
        #expect(
            resume.degrees.map {
                $0.hasSuffix("University of Leeds | 2016-2019") || $0.hasSuffix("Roundhay School | 2014-2016")
            } == [true, true])
        #expect(resume.list("Volunteering") == ["Leeds Festival, steward, 2017"])
        #expect(resume.list("References") == ["Available on request."])
    }

    @Test func australian() throws {
        let resume = try ReadResume(ReaderFixtures.australianWaitress)
        #expect(resume.text(.name) == "Nguyen Thi Lan Anh")
        #expect(resume.text(.location) == "Footscray VIC 3011")
        #expect(
            resume.jobs == [
                "Restaurant Supervisor | Pho Hung Vuong | Feb 2020 - Current",
                "Waitress / Barista | The Grand Hotel | Nov 2017 - Jan 2020",
            ])
        #expect(resume.degrees.first == "Certificate III | Hospitality | William Angliss Institute | 2017")
    }

    @Test func norwegianAcademic() throws {
        let resume = try ReadResume(ReaderFixtures.academic)
        #expect(resume.text(.name) == "Ingrid Solberg")
        #expect(
            resume.jobs == [
                "Associate Professor | University of Bergen | 2018–present",
                "Postdoctoral Researcher | Woods Hole Oceanographic Institution | 2014–2018",
            ])
        #expect(
            resume.degrees == [
                "PhD | Marine Biology | University of Oslo | 2014",
                "MSc | Biology | Norwegian University of Science and Technology | 2009",
            ])
        #expect(resume.list("Publications").count == 2)
        #expect(resume.list("Teaching") == ["BIO201 Ecology, autumn 2018–2022"])
    }

    static let all = [
        ReaderFixtures.usNurseNoHeadings, ReaderFixtures.jobBoard, ReaderFixtures.executiveRoles, ReaderFixtures.profileExport,
        ReaderFixtures.markdownEngineer, ReaderFixtures.letterSpaced,
        ReaderFixtures.consultantSplitDates, ReaderFixtures.labelledEngineer, ReaderFixtures.rightMargin,
        ReaderFixtures.rightDates, ReaderFixtures.plainExport, ReaderFixtures.salesSidebar,
        ReaderFixtures.frenchCook, ReaderFixtures.spanishTeacher, ReaderFixtures.brazilianDeveloper,
        ReaderFixtures.italianEuropass, ReaderFixtures.academic, ReaderFixtures.electricianParagraphs,
        ReaderFixtures.germanTable, ReaderFixtures.dutchNurse, ReaderFixtures.polishDriver, ReaderFixtures.ukGraduate,
        ReaderFixtures.australianWaitress,
    ]

    @Test(arguments: Self.all.indices) func noWordIsInvented(index: Int) throws {
        let text = Self.all[index]
        let source = TextCleaner.lines(of: text).map(\.text).joined(separator: "\n")
        let known = Set(words(source) + words(text))
        let invented = try ReadResume(text).texts.flatMap(words).filter { !known.contains($0) }
        #expect(invented.isEmpty)
    }

    /// Headings and labels become the names of sections and keys; every other line is in the resume or among the unplaced.
    @Test(arguments: Self.all.indices) func noItemIsLost(index: Int) throws {
        let text = Self.all[index]
        let resume = try ReadResume(text)
        let kept = Set((resume.texts + resume.reading.unplaced).flatMap(words))
        let lost = TextCleaner.lines(of: text).filter { line in
            line.hasBullet
                && LabelDictionary.shared.match(
                    line.phrase, among: [.company, .position, .dates, .institution, .degree, .description]) == nil
                && !words(line.text).allSatisfy {
                    kept.contains($0) || ["languages", "infrastructure", "tools", "from", "in"].contains($0)
                }
        }
        #expect(lost.map(\.text).isEmpty)
    }
}
