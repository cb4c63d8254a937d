/// Endings that say what a compound word is. German and Dutch write "Bauingenieurin" and "Ziekenhuisapotheker" as one
/// word, so that no list can hold them all.
enum Suffixes {
    static let all: [(list: String, traits: WordTraits)] = [
        (Self.titles, .title), (Self.organisations, .organisation), (Self.institutions, .institution), (Self.streets, .street),
        (Self.grades, .grade), (Self.degrees, .degree),
    ]

    private static let titles = """
        ingenieur ingenieurin leiter leiterin entwickler entwicklerin berater beraterin techniker technikerin mechaniker
        mechanikerin verkäufer verkäuferin assistent assistentin assistenz mitarbeiter mitarbeiterin pfleger pflegerin schwester lehrer
        lehrerin helfer helferin kaufmann kauffrau kaufleute managerin arbeiter arbeiterin meisterin fahrer fahrerin führer führerin
        referent referentin betreuer betreuerin praktikant praktikantin student studentin trainerin sekretär sekretärin
        fachkraft hilfskraft lehrkraft pflegekraft anwalt anwältin ärztin monteur monteurin elektroniker elektronikerin
        informatiker informatikerin beamter beamtin buchhalter buchhalterin händler händlerin redakteur redakteurin
        therapeut therapeutin zeichner zeichnerin bäcker konstrukteur konstrukteurin administratorin koordinator koordinatorin
        assistente medewerker medewerkster kundige bediende leider leidster adviseur adviseuse ontwikkelaar ontwerper
        verzorger verzorgster begeleider begeleidster beheerder monteurs chauffeur apotheker
        """

    private static let organisations = """
        bank sparkasse werke klinik klinikum krankenhaus gesellschaft verlag büro versicherung ministerium verwaltung gruppe
        handlung betrieb zentrum ziekenhuis maatschappij bedrijf winkel
        """

    private static let institutions = "universität hochschule schule gymnasium akademie kolleg institut schulen universiteit hogeschool lyceum"

    private static let streets = "straße strasse str gasse weg platz allee ring damm ufer chaussee straat laan plein kade gracht steenweg"

    private static let grades = "note notendurchschnitt cijfer"

    private static let degrees = "abitur abschluss diplom studium ausbildung reife"
}
