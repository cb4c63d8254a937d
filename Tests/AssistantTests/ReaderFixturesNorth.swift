extension ReaderFixtures {
    /// Dates in the left column.
    static let germanTable = #"""
        LEBENSLAUF

        Persönliche Daten
        Name:            Katharina Weiß
        Anschrift:       Lindenstraße 14, 04109 Leipzig
        Telefon:         0341 / 555 01 23
        E-Mail:          k.weiss@example.de
        Geburtsdatum:    12.04.1987 in Halle (Saale)
        Staatsangehörigkeit: deutsch

        Beruflicher Werdegang

        03/2018 – heute      Projektleiterin Hochbau, Müller & Söhne Bau GmbH, Leipzig
                             - Leitung von Bauprojekten bis 12 Mio. Euro
                             - Führung von acht Mitarbeitern

        09/2014 – 02/2018    Bauingenieurin, Stadtwerke Halle GmbH
                             - Planung von Rohrnetzen
                             - Abrechnung nach HOAI

        10/2013 – 08/2014    Werkstudentin, Ingenieurbüro Krause, Weimar

        Akademischer Werdegang

        10/2008 – 09/2014    Bauhaus-Universität Weimar
                             Master of Science, Bauingenieurwesen
                             Abschlussnote: 1,7

        08/1998 – 06/2006    Giebichenstein-Gymnasium, Halle
                             Abitur

        EDV-Kenntnisse
        AutoCAD, Revit, MS Office (sehr gut), SAP PM

        Sprachkenntnisse
        Deutsch (Muttersprache), Englisch (verhandlungssicher), Russisch (Grundkenntnisse)

        Interessen
        Rudern, Fotografie
        """#

    /// Lower case months.
    static let dutchNurse = #"""
        Sanne de Vries
        Amsterdam
        06-55501234
        sanne.devries@example.nl

        Profiel
        Enthousiaste verpleegkundige met oog voor de patiënt.

        Werkervaring

        Verpleegkundige, OLVG, Amsterdam
        mei 2019 – heden
        Zorg voor patiënten op de afdeling cardiologie.

        Leerling-verpleegkundige, Amsterdam UMC
        september 2016 – april 2019

        Opleiding

        HBO Verpleegkunde, Hogeschool van Amsterdam
        2015 – 2019

        Vaardigheden
        Communiceren, EPD, wondzorg

        Talen
        Nederlands, Engels
        """#

    /// A street that begins in lower case, legal form with dots.
    static let polishDriver = #"""
        Tomasz Kowalczyk
        Kierowca ciężarówki
        ul. Długa 7, 80-827 Gdańsk
        tel. 600 555 012
        tomasz.kowalczyk@example.pl

        Doświadczenie zawodowe

        05.2017 – obecnie
        Kierowca kat. C+E
        Trans-Bałtyk Sp. z o.o., Gdynia
        • przewozy międzynarodowe
        • obsługa tachografu

        02.2012 – 04.2017
        Magazynier
        Hurtownia Północ, Gdańsk

        Wykształcenie

        2007 – 2011
        Technikum Mechaniczne w Gdańsku
        technik mechanik

        Umiejętności
        prawo jazdy C+E, karta kierowcy

        Języki obce
        angielski – podstawowy
        """#

    /// Education first, jobs in one line with the title last.
    static let ukGraduate = #"""
        Oliver Hughes
        27 Station Road, Leeds LS1 4DT
        07700 900123
        oliver.hughes@example.co.uk

        Education
        2016-2019: University of Leeds
        BA (Hons) History, 2:1
        2014-2016: Roundhay School
        A Levels: History (A), English Literature (A), French (B)

        Employment
        Sept 2019 - now: Waterstones, Leeds - Bookseller
        Serving customers, ordering stock and running the children's reading hour.
        June 2018 - Sept 2018: Leeds City Museum - Visitor Assistant (summer job)

        Voluntary work
        Leeds Festival, steward, 2017

        Interests
        Running, bell-ringing

        References
        Available on request.
        """#

    /// The name behind "Résumé of", places without a comma.
    static let australianWaitress = #"""
        Résumé of Nguyen Thi Lan Anh
        Email: lananh.nguyen@example.com.au; Mob: 0455 501 234
        Suburb: Footscray VIC 3011

        Career Objective:
        A position as restaurant supervisor in a busy venue.

        Employment History:

        Restaurant Supervisor
        Pho Hung Vuong, Melbourne
        Feb 2020 - Current
        Duties: opening and closing, rosters, cash reconciliation.

        Waitress / Barista
        The Grand Hotel, Geelong
        Nov 2017 - Jan 2020
        Duties: table service, coffee.

        Qualifications:
        Certificate III in Hospitality, William Angliss Institute, 2017
        Responsible Service of Alcohol (RSA), 2017

        Referees:
        Mr Tran Van Binh, owner, Pho Hung Vuong, 0455 500 999
        """#
}
