/// Words of dates: English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, and some neighbours.
enum DateWords {
    /// One line a month, January first. Accents do not matter, a final dot is not part of the word.
    static let months = """
        january jan januar jänner enero ene janvier janv janeiro gennaio genn gen januari styczeń stycznia sty januar jän
        february feb februar febrero février févr fév fevereiro fev febbraio febbr febr februari luty lutego lut
        march mar märz mrz marzo mars março maart mrt marzec marca
        april apr abril abr avril avr aprile kwiecień kwietnia kwi
        may mai mayo maio maggio mag mei maj maja
        june jun juni junio juin junho giugno giu czerwiec czerwca cze
        july jul juli julio juillet juil julho luglio lug lipiec lipca lip
        august aug agosto ago août aout augustus sierpień sierpnia sie agustus
        september sep sept septiembre septembre setembro set settembre sett wrzesień września wrz setiembre
        october oct okt oktober octubre octobre outubro out ottobre ott październik października paź
        november nov noviembre novembre novembro listopad listopada lis
        december dec dez dezember diciembre dic décembre déc dezembro dicembre grudzień grudnia gru desember des
        """

    static let seasons = """
        automne autumn autunno estate été fall frühjahr frühling herbst herfst hilary hiver inverno invierno jesień
        lato lente michaelmas otoño outono primavera printemps sommer sommersemester sose spring ss summer trinity
        verano verão winter wintersemester wiosna wise ws zima zomer
        """

    /// What a range that still goes on ends with.
    static let now = """
        现在 現在 至今 재직중 현재 actual actualidad actualmente actuel actuellement aktuell attuale attualmente atual atualmente
        aujourd'hui corso current currently date dato dziś fecha heden heute hiện hoje hoy idag jetzt jour laufend
        momento nå nadal nay now nu nuvarande obecnie oggi ongoing present présent presente presently teraz tilldate
        todate today vandaag
        """

    static let rangeWords = """
        a à aan al até au bis đến do fino hasta jusqu'à jusque thr through thru til till tm to tot until upto
        """

    static let sinceWords = "ab dal depuis desde from od seit since sinds vanaf"

    static let timeUnits = """
        an année années anni anno ano año anos años ans day days jaar jahr jahre jahren jaren lat lata m maand maanden
        mes mês mese meses mesi miesiąc miesiące miesięcy mo mois monat monate monaten month months mos mth mths rok
        week weeks y year years yr yrs
        """
}
