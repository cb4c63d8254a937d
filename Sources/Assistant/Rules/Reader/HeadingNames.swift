/// What resumes call their sections. Exact names, because a search for parts of names finds headings in the middle of
/// sentences. "&", "and", "und" and their like are one, accents and case do not matter.
///
/// A name after a "?" is a heading only where it is set like the others of the document: inside a job, "Achievements" or
/// "Projects" may as well introduce a list.
enum HeadingNames {
    static let all: [(kind: SectionKind, names: String)] = [
        (.experience, Self.experience), (.education, Self.education), (.skills, Self.skills), (.summary, Self.summary),
        (.projects, Self.projects), (.languages, Self.languages), (.certifications, Self.certifications),
        (.contact, Self.contact), (.links, Self.links), (.awards, Self.awards), (.publications, Self.publications),
        (.volunteering, Self.volunteering), (.interests, Self.interests), (.references, Self.references),
        (.courses, Self.courses), (.memberships, Self.memberships), (.patents, Self.patents), (.training, Self.training),
        (.achievements, Self.achievements), (.personal, Self.personal), (.declaration, Self.declaration),
        (.activities, Self.activities), (.military, Self.military), (.research, Self.research), (.other, Self.other),
    ]

    private static let experience = """
        experience|experiences|work experience|work experiences|professional experience|professional experiences|employment
        employment history
        employment experience|employment record|work history|career history|career|professional background|relevant experience
        related experience|related work experience|relevant work experience|career progression|experience summary
        professional work history|professional work experience|job history|job experience|positions held|internships
        internship|internship experience
        job profile|early career|earlier career|earlier experience|early experience|additional experience
        additional work experience|other experience|other work experience|other employment
        other employment history|career experience|previous work history|previous experience|previous employment
        past experience|prior experience|current position
        current employment|current role|additional sales experience|teaching experience|research experience
        industry experience
        industrial experience|clinical experience|nursing experience|management experience|leadership experience
        technical experience|engineering experience|practical experience|freelance experience|freelance work|freelance
        consulting experience
        sales experience|legal experience|it experience|selected experience|key experience|experience highlights|work|jobs
        professional career|professional history|professional employment|appointments|professional appointments
        academic appointments|academic experience|?positions|?roles
        experience and achievements|employment details|work details|organizational experience|organisational experience
        employment profile|work profile|professional journey|career path|career timeline
        where i've worked|what i've done|my experience|work & experience|career summary & experience
        professional experience & achievements
        berufserfahrung|berufserfahrungen|beruflicher werdegang|berufliche erfahrung|berufliche erfahrungen|berufspraxis
        praktische erfahrung|praktische erfahrungen|berufstätigkeit
        berufliche tätigkeit|berufliche tätigkeiten|berufliche stationen|berufliche laufbahn|?beruf|werdegang|arbeitserfahrung
        praxiserfahrung|praktika|praktikum|nebentätigkeit|nebentätigkeiten|tätigkeiten|projekterfahrung & berufserfahrung
        expérience professionnelle|expériences professionnelles|expérience|expériences|parcours professionnel|?parcours
        expérience de travail|emplois|stages|?stage|carrière|historique professionnel|mes expériences
        experiencia laboral|experiencia profesional|experiencia|experiencias|experiencias laborales|experiencia de trabajo
        trayectoria profesional|trayectoria laboral|trayectoria|historial laboral|empleo|prácticas|experiencia previa
        experiência profissional|experiências profissionais|experiência|experiências|histórico profissional
        trajetória profissional|percurso profissional|atuação profissional|estágios|experiência de trabalho
        esperienza lavorativa|esperienze lavorative|esperienze professionali|esperienza professionale|esperienza|esperienze
        percorso professionale|carriera|tirocini|stage e tirocini
        werkervaring|werk|loopbaan|arbeidsverleden|relevante werkervaring|ervaring|professionele ervaring|stages en werk
        doświadczenie zawodowe|doświadczenie|przebieg kariery|kariera|praktyki|przebieg pracy zawodowej|historia zatrudnienia
        staże
        опыт работы|工作经历|職務経歴|pengalaman kerja|arbetslivserfarenhet|arbetserfarenhet|erhvervserfaring|arbeidserfaring
        työkokemus
        """

    private static let education = """
        education|educations|academic background|educational background|educational qualification|educational qualifications
        educational details|education details|academic qualification|academic qualifications|academic details|academic profile
        academic record|academic credentials|academic history|?academic
        educational summary|academics|academia|scholastic record|scholastics|education & training|education & credentials
        education & qualifications|education & certifications
        education & certification|education & professional development|education & academic background|education and skills
        qualifications|qualification|formal education|professional qualification|professional qualifications
        ?studies|?degrees|?degree|schooling|university education|higher education|educational history|education history
        education, affiliations & skills|education, certification & affiliation|academic achievements & education|my education
        academic training|educational attainment|academic education|scholastic background
        ausbildung|bildung|studium|schulbildung|schulausbildung|bildungsweg|bildungsgang|akademischer werdegang
        schulischer werdegang|akademische ausbildung|hochschulbildung|hochschulstudium|studium & ausbildung
        ausbildung & studium|schule & studium|?schule|aus und weiterbildung|aus- und weiterbildung|berufsausbildung
        schulische ausbildung|akademische laufbahn|schulabschluss|schullaufbahn|ausbildung & weiterbildung
        akademischer hintergrund|universitäre ausbildung
        formation|formations|études|éducation|formation académique|parcours académique|parcours scolaire|diplômes
        diplômes & formations|formation & diplômes|formations & diplômes|cursus|cursus universitaire|cursus scolaire|scolarité
        formation initiale|études & formations|mes formations
        formación académica|formación|educación|estudios|formación profesional|datos académicos|títulos|titulación
        estudios realizados|formación reglada|educación & formación|historial académico|trayectoria académica
        preparación académica
        formação acadêmica|formação académica|formação|educação|escolaridade|formação escolar|habilitações literárias
        habilitações académicas|educação & formação|formação superior|histórico acadêmico|percurso académico
        istruzione|istruzione & formazione|formazione|titoli di studio|studi|percorso formativo|educazione
        formazione accademica|percorso di studi|istruzione e titoli
        opleiding|opleidingen|onderwijs|studie|opleiding & training|scholing|opleidingen & cursussen|educatie
        wykształcenie|edukacja|studia|nauka|wykształcenie & szkolenia
        образование|教育经历|学歴|pendidikan|utbildning|uddannelse|utdanning|koulutus
        """

    private static let skills = """
        skills|skill|technical skills|core skills|key skills|skills & tools|core competencies|core competences|core competency
        areas of expertise|area of expertise|expertise
        competencies|competences|technologies|?technology|tech stack|technical expertise|core qualifications|skills summary
        summary of skills|top skills
        technical proficiency|technical proficiencies|proficiencies|technical competencies|technical knowledge
        technical summary|technical profile|technical skill set|technical skillset|skill set|skillset|skill sets|skills set
        computer skills|computer knowledge|computer proficiency|computer literacy|software skills|software proficiency
        ?software|software knowledge|it skills|it proficiency|it knowledge|strengths|key strengths|my strengths
        skills & expertise|skills & competencies|skills & abilities|skills & technologies|skills & strengths
        skills & interests|skills & qualifications|skills & knowledge|skills & languages
        special skills|specialties|specialities|specializations|additional skills|other skills|relevant skills|personal skills
        soft skills|hard skills|professional skills|transferable skills|interpersonal skills|people skills
        communication skills|management skills|areas of excellence|areas of strength|technological skills|it expertise
        key competencies|key competencies & skills|key areas|programming skills|programming languages
        programming languages & tools|?tools|tools & technologies|languages & technologies|languages & frameworks
        languages & tools|digital skills|digital competence|clinical skills|laboratory skills|lab skills
        language & computer skills|skill highlights|highlighted skills|core strengths|functional skills|?knowledge|?abilities
        my skills|what i do|?toolbox|?toolkit|?stack|technical environment|kitchen skills|trade skills|?equipment
        machinery & tools
        kenntnisse|fähigkeiten|kompetenzen|edv-kenntnisse|edv kenntnisse|edv|it-kenntnisse|it kenntnisse|it-kompetenzen
        fachkenntnisse|besondere kenntnisse|technische kenntnisse|technische fähigkeiten|fachliche kompetenzen
        persönliche stärken|stärken|weitere kenntnisse|kenntnisse & fähigkeiten|fähigkeiten & kenntnisse|qualifikationen
        schlüsselqualifikationen|zusatzqualifikationen|computerkenntnisse|softwarekenntnisse|kernkompetenzen
        expertise & kenntnisse|soziale kompetenzen|sonstige kenntnisse
        compétences|compétence|compétences techniques|compétences clés|compétences professionnelles|compétences informatiques
        informatique|savoir-faire|savoir-être|aptitudes|atouts|connaissances|outils|logiciels|domaines de compétences
        compétences & outils|compétences personnelles|principales compétences|qualités
        habilidades|competencias|aptitudes|conocimientos|habilidades técnicas|competencias técnicas|competencias profesionales
        conocimientos técnicos|conocimientos informáticos|informática|destrezas|aptitudes & habilidades|herramientas
        otras habilidades|habilidades & competencias|capacidades|fortalezas|principales aptitudes|competencias digitales
        competências|habilidades & competências|competências técnicas|conhecimentos|conhecimentos técnicos
        conhecimentos de informática|aptidões|qualificações|resumo de qualificações|ferramentas|principais competências
        competências profissionais|competências digitais|habilidades profissionais
        competenze|competenze tecniche|competenze informatiche|competenze professionali|capacità|conoscenze
        conoscenze informatiche|abilità|capacità & competenze|competenze digitali|competenze personali|principali competenze
        vaardigheden|competenties|kennis|computervaardigheden|kennis & vaardigheden|kerncompetenties|technische vaardigheden
        eigenschappen|expertise & vaardigheden
        umiejętności|kompetencje|znajomość programów|umiejętności techniczne|kluczowe umiejętności|kwalifikacje
        dodatkowe umiejętności|mocne strony|obsługa komputera
        навыки|技能|keahlian|kunskaper|färdigheter|kompetenser|kompetencer|ferdigheter|taidot
        """

    private static let summary = """
        summary|profile|objective|about|about me|professional summary|career objective|career objectives|job objective
        employment objective|professional objective|executive summary|executive profile|personal profile|professional profile
        career summary|career overview|personal statement|summary of qualifications|qualifications summary
        summary of experience|career profile|objectives|highlights|professional highlights|career highlights
        highlights of qualifications|profile summary|resume summary
        overview|professional overview|background|background summary|introduction|bio|biography|who i am|?goal|career goal
        career goals|career aim|?mission|personal summary|summary statement|professional statement|my profile|synopsis
        professional synopsis|career synopsis|in brief|at a glance|brief summary|about myself|candidate profile
        management profile|welcome to rendercv
        profil|kurzprofil|über mich|zusammenfassung|berufsziel|ziel|persönliches profil|kurzvorstellung|karriereziel
        beruflicher hintergrund|berufliches profil|profil & ziele|kurzbiografie
        à propos|à propos de moi|profil professionnel|objectif|objectif professionnel|résumé|résumé professionnel|synthèse
        présentation|projet professionnel|accroche|profil personnel|qui suis-je
        perfil|perfil profesional|resumen|resumen profesional|objetivo|objetivo profesional|objetivos|sobre mí|acerca de mí
        presentación|extracto|perfil personal|quién soy|resumen ejecutivo
        perfil profissional|resumo|resumo profissional|objetivo profissional|sobre mim|sobre|apresentação|síntese
        objetivos profissionais|perfil pessoal
        profilo|profilo professionale|obiettivo|obiettivi|obiettivo professionale|presentazione|chi sono|sommario|su di me
        riepilogo|profilo personale
        profiel|persoonlijk profiel|over mij|samenvatting|doelstelling|doel|professioneel profiel|wie ben ik
        podsumowanie|o mnie|profil zawodowy|cel zawodowy|podsumowanie zawodowe|kim jestem
        自我评价|ringkasan|sammanfattning|om mig|om meg|om mig selv|profiili
        """

    private static let projects = """
        ?projects|personal projects|?selected projects|academic projects|?relevant projects|?related project|?key projects
        side projects|?project experience|?major projects|?recent projects|open source|open source projects
        open-source projects|open source contributions|university projects|?project work|?project details|?projects undertaken
        ?projects handled|?project|?notable projects|final year project|?featured projects|?portfolio|?projects & portfolio
        technical projects|?project highlights|?selected work|research projects|student projects
        ?projekte|?projekterfahrung|?ausgewählte projekte|?projets|projets personnels|projets académiques|?proyectos
        proyectos personales|?projetos|projetos pessoais|?progetti|progetti personali|?projecten|?projekty|własne projekty
        """

    private static let languages = """
        languages|language|language skills|language proficiency|languages known|languages spoken|known languages
        foreign languages|spoken languages|linguistic skills|language competencies|language abilities|languages & proficiency
        linguistic proficiency
        sprachen|sprachkenntnisse|fremdsprachen|fremdsprachenkenntnisse|langues|langues parlées|langues étrangères
        compétences linguistiques|linguistique|idiomas|lenguas|conocimiento de idiomas|línguas|competências linguísticas
        lingue|lingue straniere|conoscenze linguistiche|competenze linguistiche|conoscenza delle lingue|talen|talenkennis
        taalvaardigheden|języki|języki obce|znajomość języków|znajomość języków obcych|языки|språk|sprog|kielitaito
        """

    private static let certifications = """
        certifications|certification|certificates|certificate|?licenses|licenses & certifications|?licensure
        certifications & licenses|certifications & licensure|licences & certifications|licences|certification & training
        certifications & training|training & certifications|training & certification|professional certifications
        professional certification|technical certifications|credentials|accreditations|certificates & courses
        courses & certifications|certifications & courses|professional licenses|licenses and certificates
        certifications & awards|certified
        zertifikate|zertifizierungen|zertifikate & weiterbildungen|zertifikate & lizenzen|bescheinigungen|certificats
        certificaciones|certificados|cursos & certificaciones|certificaciones & cursos|licencias & certificaciones
        certificações|certificações & cursos|cursos & certificações|licenças & certificados|certificazioni|certificati
        corsi & certificazioni|licenze & certificazioni|certificaten|certificeringen|certificaten & cursussen|certyfikaty
        kursy & certyfikaty|certyfikaty & szkolenia|szkolenia & certyfikaty|certifikat
        """

    /// A heading of up to four words that is not listed belongs where its first or last word points.
    static let headNouns: [(kind: SectionKind, words: String)] = [
        (
            .experience,
            """
            berufserfahrung doświadczenie employment erfahrung erfahrungen esperienza esperienze experience
            expérience experiences expériences experiencia experiência werkervaring
            """
        ),
        (
            .skills,
            """
            competences compétences competencias competências competencies competenze expertise fähigkeiten
            habilidades kenntnisse kompetenzen proficiencies skills technologies umiejętności vaardigheden
            """
        ),
        (.education, "education qualifications ausbildung istruzione wykształcenie"),
        (.certifications, "certifications certificates zertifikate licenses"),
        (.languages, "sprachkenntnisse"),
        (.projects, "projects projekte projets proyectos projetos progetti"),
        (.publications, "publications publikationen"),
        (.awards, "awards honors"),
        (.interests, "hobbies"),
        (.summary, "summary"),
    ]
}
