/// Endings that say what a compound word is. German and Dutch write "Bauingenieurin" and "Ziekenhuisapotheker" as one
/// word, so that no list can hold them all.
enum Suffixes {
    static let all: [(list: String, traits: WordTraits)] = [
        (Self.titles, .title), (Self.organisations, .organisation), (Self.institutions, .institution), (Self.streets, .street),
        (Self.grades, .grade), (Self.degrees, .degree),
    ]

    private static let titles = """
        administratorin adviseur adviseuse anwalt anwältin apotheker arbeiter arbeiterin ärztin assistent assistente
        assistentin assistenz bäcker beamter beamtin bediende begeleider begeleidster beheerder berater beraterin
        betreuer betreuerin buchhalter buchhalterin chauffeur elektroniker elektronikerin entwickler entwicklerin
        fachkraft fahrer fahrerin führer führerin händler händlerin helfer helferin hilfskraft informatiker
        informatikerin ingenieur ingenieurin kauffrau kaufleute kaufmann konstrukteur konstrukteurin koordinator
        koordinatorin kundige lehrer lehrerin lehrkraft leider leidster leiter leiterin managerin mechaniker
        mechanikerin medewerker medewerkster meisterin mitarbeiter mitarbeiterin monteur monteurin monteurs ontwerper
        ontwikkelaar pflegekraft pfleger pflegerin praktikant praktikantin redakteur redakteurin referent referentin
        schwester sekretär sekretärin student studentin techniker technikerin therapeut therapeutin trainerin
        verkäufer verkäuferin verzorger verzorgster zeichner zeichnerin
        """

    private static let organisations = """
        bank bedrijf betrieb büro gesellschaft gruppe handlung klinik klinikum krankenhaus maatschappij ministerium
        sparkasse verlag versicherung verwaltung werke winkel zentrum ziekenhuis
        """

    private static let institutions = """
        akademie gymnasium hochschule hogeschool institut kolleg lyceum schule schulen universität universiteit
        """

    private static let streets =
        "allee chaussee damm gasse gracht kade laan platz plein ring steenweg str straat straße strasse ufer weg"

    private static let grades = "cijfer note notendurchschnitt"

    private static let degrees = "abitur abschluss ausbildung diplom reife studium"
}
