/// Words of dates: English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, and some neighbours.
enum DateWords {
    /// One line a month, January first. Accents do not matter, a final dot is not part of the word.
    static let months = """
        january jan januar jaenner jänner enero ene janvier janv janeiro gennaio genn gen januari styczeń stycznia sty januar jän
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
        spring summer autumn fall winter michaelmas hilary trinity
        frühjahr frühling sommer herbst printemps été automne hiver primavera verano otoño invierno verão outono inverno
        estate autunno lente zomer herfst wiosna lato jesień zima
        sose wise ss ws wintersemester sommersemester
        """

    /// What a range that still goes on ends with.
    static let now = """
        present current currently now today ongoing date tilldate todate presently
        heute jetzt aktuell laufend dato
        aujourd'hui présent actuel actuellement jour
        actualidad actual actualmente presente hoy fecha
        atual atualmente hoje momento
        attuale attualmente oggi corso
        heden nu vandaag
        obecnie teraz dziś nadal
        nå nuvarande idag
        """

    static let rangeWords = "to till until til thru through upto bis a à au al aan tot até hasta fino do jusqu'à jusque"

    static let sinceWords = "since from seit ab depuis desde dal sinds vanaf od from"

    static let timeUnits = """
        year years yr yrs month months mo mos mth mths week weeks day days
        jahr jahre jahren monat monate monaten an ans année années mois año años mes meses ano anos mês
        anno anni mese mesi jaar jaren maand maanden rok lata lat miesiąc miesiące miesięcy y m
        """
}
