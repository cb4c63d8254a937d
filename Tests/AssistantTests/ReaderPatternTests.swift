import JSON
import Resume
import Testing

@testable import Assistant

/// What the document's own pattern says where words do not.
@Suite struct ReaderPatternTests {
    @Test func aPlaceThatIsNotListedOverTheDateIsNoEmployer() throws {
        let read = try ReadResume(
            """
            Nora Quist
            nora.quist@mail.example

            EXPERIENCE

            Zamboanga City
            Feb 2019 – present
            Quality Analyst
            The Wonder Group
            • Kept the books

            Tartu
            Mar 2018 – Feb 2019
            Lab Technician
            Mettle Networks
            • Ran the titrations
            """)
        #expect(
            read.jobs == [
                "Quality Analyst | The Wonder Group | Feb 2019 – present",
                "Lab Technician | Mettle Networks | Mar 2018 – Feb 2019",
            ])
        #expect(read.jobKey("Location") == ["Zamboanga City", "Tartu"])
    }

    @Test func aTitleThatNoListHasStandsWhereTheOthersStand() throws {
        let read = try ReadResume(
            """
            Tom Archibald
            tom.archibald@letter.example

            EXPERIENCE
            Cutler & Gross Metalwork          Rotherham
            Senior Fabricator                 March 2017 – present
            Wath Engineering Services         Rotherham
            Welder                            2010 – 2017
            Royal Navy                        Portsmouth
            Leading Hand, Marine Engineering  2002 – 2010
            """)
        #expect(read.jobs.last == "Leading Hand, Marine Engineering | Royal Navy | 2002 – 2010")
    }

    @Test func rowsThatBeginWithAHeading() throws {
        let read = try ReadResume(
            """
            Lebenslauf
            Persönliche Daten\tJonas Weber, Lindenstr. 4, 79098 Freiburg
            \tj.weber@postfach.example
            Berufspraxis
            08/2019 – heute\tElektriker, Hiller Antriebe GmbH
            Kenntnisse\tSPS, EPLAN
            """)
        #expect(read.text(.name) == "Jonas Weber")
        #expect(read.list("Skills") == ["SPS", "EPLAN"])
        #expect(read.jobs == ["Elektriker | Hiller Antriebe GmbH | 08/2019 – heute"])
    }

    @Test func aHeadingThatNoListHas() throws {
        let read = try ReadResume(
            """
            Thaís Rocha
            thais.rocha@correio.example

            MINHA TRAJETÓRIA

            Supermercado Bom Preço
            Gerente
            mar/2020 a atual

            Buffet Alegria
            Auxiliar de cozinha
            2012 a 2014

            O QUE SEI FAZER
            confeitaria fina, controle de estoque, fermentação natural
            """)
        #expect(
            read.jobs == [
                "Gerente | Supermercado Bom Preço | mar/2020 a atual", "Auxiliar de cozinha | Buffet Alegria | 2012 a 2014",
            ])
        #expect(read.list("Skills") == ["confeitaria fina", "controle de estoque", "fermentação natural"])
    }

    @Test func theUnitOfAnEmployerIsNotItsName() throws {
        let read = try ReadResume(
            """
            Hye-jin Park
            hjpark@naemail.example

            EMPLOYMENT HISTORY
            Hanul Semiconductor Co., Ltd. — Process Integration Group, Icheon Campus
            Staff Engineer    2018.01 – 2021.02
            """)
        #expect(read.jobs == ["Staff Engineer | Hanul Semiconductor Co., Ltd. | 2018.01 – 2021.02"])
        #expect((read.texts + read.reading.unplaced).contains { $0.contains("Icheon Campus") })
    }

    @Test func aRangeWithAShortEnd() {
        for text in ["2010 - '12", "2018 – 20"] {
            let line = TextLine(text)
            #expect(line.range?.tokens == 0..<line.tokens.count, "\(text)")
        }
    }
}
