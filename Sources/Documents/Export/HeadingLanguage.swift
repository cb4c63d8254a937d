/// The languages in which the usual sections have headings.
package enum HeadingLanguage: String, Sendable, CaseIterable {
    case english = "en"
    case german = "de"
    case french = "fr"
    case spanish = "es"
    case portuguese = "pt"
    case italian = "it"
    case dutch = "nl"
    case polish = "pl"

    /// The heading of a well-known section; nil for any other, whose name is its heading in every language.
    func heading(of section: String) -> String? {
        guard let place = Self.allCases.firstIndex(of: self), let names = Self.headings[section], place < names.count else {
            return nil
        }
        return names[place]
    }

    /// In the order of the languages. Each is one that resumes use, and that reading knows.
    private static let headings: [String: [String]] = [
        "Summary": ["Summary", "Profil", "Profil", "Perfil", "Perfil", "Profilo", "Profiel", "Podsumowanie"],
        "Experience": [
            "Experience", "Berufserfahrung", "Expérience professionnelle", "Experiencia profesional",
            "Experiência profissional", "Esperienza professionale", "Werkervaring", "Doświadczenie zawodowe",
        ],
        "Education": [
            "Education", "Ausbildung", "Formation", "Formación académica", "Formação académica", "Istruzione e formazione",
            "Opleiding", "Wykształcenie",
        ],
        "Skills": [
            "Skills", "Kenntnisse", "Compétences", "Habilidades", "Competências", "Competenze", "Vaardigheden",
            "Umiejętności",
        ],
        "Projects": ["Projects", "Projekte", "Projets", "Proyectos", "Projetos", "Progetti", "Projecten", "Projekty"],
        "Certifications": [
            "Certifications", "Zertifikate", "Certificats", "Certificaciones", "Certificações", "Certificazioni",
            "Certificaten", "Certyfikaty",
        ],
        "Languages": ["Languages", "Sprachen", "Langues", "Idiomas", "Idiomas", "Lingue", "Talen", "Języki"],
        "Links": ["Links", "Links", "Liens", "Enlaces", "Links", "Link", "Links", "Linki"],
        "Awards": [
            "Awards", "Auszeichnungen", "Distinctions", "Premios", "Prémios", "Premi", "Prijzen", "Nagrody",
        ],
        "Publications": [
            "Publications", "Publikationen", "Publications", "Publicaciones", "Publicações", "Pubblicazioni", "Publicaties",
            "Publikacje",
        ],
        "Volunteering": [
            "Volunteering", "Ehrenamt", "Bénévolat", "Voluntariado", "Voluntariado", "Volontariato", "Vrijwilligerswerk",
            "Wolontariat",
        ],
        "Interests": [
            "Interests", "Interessen", "Centres d’intérêt", "Intereses", "Interesses", "Interessi", "Interesses",
            "Zainteresowania",
        ],
        "References": [
            "References", "Referenzen", "Références", "Referencias", "Referências", "Referenze", "Referenties", "Referencje",
        ],
        "Courses": ["Courses", "Kurse", "Cours", "Cursos", "Cursos", "Corsi", "Cursussen", "Kursy"],
        "Memberships": [
            "Memberships", "Mitgliedschaften", "Affiliations", "Afiliaciones", "Associações", "Affiliazioni",
            "Lidmaatschappen", "Członkostwa",
        ],
        "Patents": ["Patents", "Patente", "Brevets", "Patentes", "Patentes", "Brevetti", "Patenten", "Patenty"],
        "Training": [
            "Training", "Weiterbildung", "Formation continue", "Formación continua", "Formação contínua",
            "Formazione continua", "Trainingen", "Szkolenia",
        ],
        "Achievements": [
            "Achievements", "Erfolge", "Réalisations", "Logros", "Conquistas", "Risultati", "Prestaties", "Osiągnięcia",
        ],
    ]
}
