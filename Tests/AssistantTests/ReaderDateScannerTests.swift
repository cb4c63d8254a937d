import Testing

@testable import Assistant

@Suite struct ReaderDateScannerTests {
    /// The dates found in a line, each with "…" if it still goes on.
    private func dates(_ text: String) -> [String] {
        let line = TextLine(text)
        return line.dates.map { line.phrase.subphrase($0.tokens).text + ($0.isOpen ? "…" : "") }
    }

    @Test(arguments: [
        "2008 - 2012", "2008-2012", "2008–2012", "2008 — 2012", "2008 to 2012", "2008 bis 2012", "2008 à 2012", "2008 a 2012",
        "2008 ~ 2012", "2008/2012", "Jan 2012 - Mar 2014", "January 2012 – March 2014", "Jan. 2012 – Mar. 2014",
        "Jan, 2012 to Mar, 2014", "Jan '12 – Mar '14", "Jan ’12–Mar ’14", "Jan-12 to Mar-14", "Jan 12 - Mar 14",
        "01/2012 - 03/2014",
        "01.2012 – 03.2014", "1/2012 – 3/2014", "01 / 2012 – 03 / 2014", "2012-01 – 2014-03", "2012.01 - 2014.03",
        "2012/01 - 2014/03",
        "2012-01-15 - 2014-03-31", "15/01/2012 - 31/03/2014", "15.01.2012 – 31.03.2014", "1/15/2012 to 3/31/2014",
        "15 January 2012 - 31 March 2014", "January 15, 2012 - March 31, 2014", "15th May 2012 to 1st June 2013",
        "Summer 2010 – Spring 2011", "Fall '10 - Spring '11", "20XX - 20XX", "Jan 20XX – Mar 20XX", "Jan - Mar 2020", "2004-15",
        "2010-12 – 2011-02",
        "Q1 2019 – Q3 2020", "Mai 2015 – Dezember 2018", "Februar 2011 bis März 2012", "mars 2016 à août 2019",
        "enero de 2014 - junio de 2015",
        "fev/2018 – dez/2020", "gennaio 2013 – luglio 2014", "maart 2019 tot juni 2020", "styczeń 2015 – październik 2017",
        "od 2015 do 2018", "20082010",
        "May of 2010 to June of 2012",
    ]) func aWholeRangeIsFound(text: String) {
        #expect(self.dates(text) == [text])
        #expect(TextLine(text).dates.first?.isRange == true)
    }

    @Test(arguments: [
        "2018 – Present", "2018-present", "May 2018 - Current", "05/2018 to date", "2018 - till date", "Jan 2018 to Till Date",
        "2018 - now",
        "03/2018 – heute", "seit 2018", "septiembre 2015 - actualidad", "2015 - la actualidad", "depuis septembre 2019",
        "2019 – aujourd'hui", "2019 à ce jour",
        "jan/2021 – atual", "2017 – oggi", "mei 2019 – heden", "05.2017 – obecnie", "2010Present", "since May 2010", "2019 –",
        "Jan 2019 to",
        "2018 – até o momento", "2016–NOW",
    ]) func aRangeThatGoesOnIsOpen(text: String) {
        #expect(self.dates(text) == [text + "…"])
    }

    @Test(arguments: [
        "2014", "May 2014", "05/2014", "2014-05", "14 May 2014", "14.05.2014", "May 14, 2014", "2004-09", "Summer 2014",
        "May '14", "mayo de 2014", "Sept. 2014",
    ]) func aSingleDateIsFound(text: String) {
        #expect(self.dates(text) == [text])
        #expect(TextLine(text).dates.first?.isRange == false)
    }

    @Test(arguments: [
        ("Engineer, Acme Inc, March 2018 - Present", "March 2018 - Present…"), ("(2010 to 2015)", "2010 to 2015"),
        ("Acme    Jun. 2018 - PRESENT", "Jun. 2018 - PRESENT…"), ("2016-2019: University of Leeds", "2016-2019"),
        ("November 2021 - July 2024 (2 years 9 months)", "November 2021 - July 2024"),
        ("*Oct 2020 – present*, Berlin", "Oct 2020 – present…"),
        ("De mars 2016 à août 2019 : Commis", "mars 2016 à août 2019"), ("2018-        Salsify", "2018-…"),
    ]) func aDateIsFoundAmongOtherWords(text: String, date: String) {
        #expect(self.dates(text) == [date])
    }

    @Test(arguments: [
        "555-2010", "(503) 555-0142", "+49 30 5550 1234", "$2010", "2010%", "2,000 employees", "v2010", "the 2010s", "12345",
        "ISO 9001", "Office 365",
        "PO Box 1987654", "may lead to", "march for science", "Level 2", "1.7", "99.5", "3/4", "24/7", "192.168.2010.1", "",
        "–", "to",
    ]) func whatIsNoDateIsLeftAlone(text: String) {
        #expect(self.dates(text) == [])
    }

    @Test func aPostalCodeBesideAPhoneNumberIsNoDate() {
        #expect(self.dates("94588  (555) 123-4567") == [])
    }

    @Test func yearsOutsideWorkingLivesAreNoDates() {
        #expect(self.dates("1929") == [])
        #expect(self.dates("1930") == ["1930"])
        #expect(self.dates("2069") == ["2069"])
        #expect(self.dates("2070") == [])
    }

    @Test func aRangeCutOffAtTheEndOfTheLineSaysSo() {
        #expect(TextLine("Acme    Aug 2016 –").dates.first?.isCutOff == true)
        #expect(TextLine("Aug 2016 – May 2017").dates.first?.isCutOff == false)
    }

    @Test func everyMonthOfEightLanguagesHasItsNumber() {
        let names = [
            "january", "Februar", "mars", "abril", "maggio", "juin", "lipiec", "août", "setembro", "październik", "Nov", "déc",
        ]
        #expect(names.map { TextLine($0).tokens.first?.month } == Array(1...12))
    }
}
