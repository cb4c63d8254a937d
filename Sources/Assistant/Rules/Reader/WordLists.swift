/// The lists of words, each with what its words say. Lists are text, words apart by blanks or line ends.
enum WordLists {
    static let all: [(list: String, traits: WordTraits)] = [
        (JobTitleWords.heads, .title),
        (JobTitleWords.parts, .titlePart),
        (OrganisationWords.legalForms, .legalForm),
        (OrganisationWords.kinds, .organisation),
        (OrganisationWords.institutions, .institution),
        (DegreeWords.degrees, .degree),
        (DegreeWords.capitals, .degreeInCapitals),
        (DegreeWords.grades, .grade),
        (DateWords.seasons, .season),
        (DateWords.now, .now),
        (DateWords.rangeWords, .rangeWord),
        (DateWords.sinceWords, .sinceWord),
        (DateWords.timeUnits, .timeUnit),
        (NameWords.particles, .nameParticle),
        (NameWords.notNames, .notName),
        (NameWords.credentials, .credential),
        (NameWords.salutations, .salutation),
        (NameWords.languages, .language),
        (NameWords.surnames, .surname),
        (PlaceNames.streets, .street),
        (DegreeWords.fields, .field),
        (DepartmentWords.all, .department),
        ("at bei chez @ presso bij", .atWord),
        ("remote hybrid on-site onsite wfh homeoffice home-office télétravail remoto", .workPlace),
        (Self.prepositions, [.preposition, .connector]),
        ("and & und et y e ed en i or oder ou the der die das le la les el los il", .connector),
    ]

    private static let prepositions = """
        of for in with to from on by at into über für von vom im in der an mit bei zur zum am
        de des du d' pour en dans à aux del para con em da do das dos com por di dei delle della per nel nella
        van voor bij aan met w na dla
        """
}
