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
        работа|工作经历|職務経歴|職歴|경력|경력사항|опыт работы|трудовой опыт|academic appointments|academic experience
        academic positions|academic positions held|additional experience|additional sales experience
        additional work experience|appointments|apprenticeship|apprenticeships|arbeidserfaring|arbeidsverleden
        arbeitserfahrung|arbeitsverhältnisse|arbetserfarenhet|arbetslivserfarenhet|assignments|attività lavorativa
        attività professionale|atuação profissional|beroepservaring|?beruf|beruf & praxis|berufliche entwicklung
        berufliche erfahrung|berufliche erfahrungen|berufliche laufbahn|berufliche praxis|berufliche stationen
        berufliche stationen & erfahrung|berufliche tätigkeit|berufliche tätigkeiten|berufliche tätigkeiten & praktika
        beruflicher werdegang|berufserfahrung|berufserfahrungen|berufspraxis|berufstätigkeit|beschäftigungsverhältnisse
        bijbanen|bisherige tätigkeiten|career|career chronology|career contour|?career details|career experience
        career history|career path|career progression|career record|career summary & experience|career timeline
        career to date|carreira|carriera|carrière|carrière overzicht|clinical experience|clinical practice
        consulting experience|culinary experience|current employment|current position|current role|?deployments
        doświadczenie|doświadczenie zawodowe|doświadczenie zawodowe & praktyki|driving experience|earlier career
        earlier experience|early career|early experience|empleo|emplois|emplois occupés|employment|employment background
        employment chronology|employment details|employment experience|employment history|employment profile
        employment record|employment scan|employment to date|empregos anteriores|engineering experience|erhvervserfaring
        ervaring|esperienza|esperienza di lavoro|esperienza lavorativa|esperienza professionale|esperienze
        esperienze di lavoro|esperienze lavorative|esperienze professionali|estágios|estágios & experiências|experience
        expérience|experience & employment|experience and achievements|experience and education|expérience de travail
        experience highlights|expérience professionnelle|experience summary|experiences|expériences|expériences & stages
        expériences professionnelles|experiencia|experiência|experiencia & trayectoria|experiencia de trabajo
        experiência de trabalho|experiencia laboral|experiencia laboral & profesional|experiencia previa
        experiencia profesional|experiência profissional|experiencias|experiências|experiências anteriores
        experiências de trabalho|experiencias laborales|experiências profissionais|faculty positions|federal experience
        ferienjobs|field experience|freelance|freelance experience|freelance work|government experience
        hands-on experience|historia pracy|historia zatrudnienia|historial laboral|historial profesional
        histórico profissional|historique professionnel|hospital experience|huidige functie|industrial experience
        industry experience|internship|internship experience|internships|iş deneyimi|it experience|job experience
        job experiences|job history|job profile|jobs|jobs held|kariera|kariera zawodowa|key experience|kinh nghiệm
        kinh nghiệm làm việc|kitchen experience|leadership experience|legal experience|legal work|loopbaan
        loopbaanoverzicht|management experience|mes expériences|military experience & employment|mon parcours
        mon parcours professionnel|my experience|my jobs|my work|nebentätigkeit|nebentätigkeiten|nursing experience
        organisational experience|organisational scan|organizational experience|other employment
        other employment history|other experience|other work experience|paid employment|paid work|?parcours
        parcours & expériences|parcours professionnel|part-time work|past experience|pengalaman kerja
        percorso lavorativo|percorso professionale|percurso|percurso profissional|placements|places i've worked
        ?positions|positions & employment|positions held|postes occupés|?posts held|praca|practical experience|prácticas
        prácticas profesionales|praktika|praktikum|praktische erfahrung|praktische erfahrungen|praktyki|praktyki & staże
        praxiserfahrung|previous employment|previous experience|previous positions|previous roles|previous work history
        prior experience|professional appointments|professional background|professional career|professional employment
        professional experience|professional experience & achievements|professional experiences|professional exposure
        professional highlights & experience|professional history|professional journey|professional practice
        professional roles|professional work experience|professional work history|professionele ervaring
        projekterfahrung & berufserfahrung|przebieg kariery|przebieg kariery zawodowej|przebieg pracy zawodowej
        puestos desempeñados|related experience|related work experience|relevant experience|relevant work experience
        relevante werkervaring|research experience|restaurant experience|retail experience|?roles|sales experience
        security experience|selected experience|selected professional experience|selected work experience|?stage
        stage e tirocini|stage ervaring|stages|stages & emplois|stages en werk|staże|stuff i've done|tätigkeiten
        teaching experience|technical experience|tirocini|tirocini & stage|trade experience|trajetória profissional
        trayectoria|trayectoria laboral|trayectoria profesional|työkokemus|vacation work|vida laboral
        vivência profissional|vorige functies|werdegang|werk|werk & ervaring|werkervaring|what i have done
        what i've done|where i have worked|where i worked|where i've worked|work|work & experience
        work & volunteer experience|work assignments|work background|work chronology|work details|work experience
        work experiences|work history|work placement|work placements|work profile|working experience|working experiences
        zatrudnienie
        """

    private static let education = """
        образование|学歴|教育经历|학력|학력사항|abschlüsse|academia|?academic|academic achievements & education|academic background
        academic chronicle|academic credentials|academic details|academic education|academic history|academic overview
        academic preparation|academic profile|academic qualification|academic qualifications
        academic qualifications obtained|academic record|academic summary|academic training|academics
        akademische ausbildung|akademische bildung|akademische laufbahn|akademischer hintergrund|akademischer werdegang
        aus & weiterbildung|aus und weiterbildung|aus- & weiterbildung|aus- und weiterbildung|ausbildung
        ausbildung & schule|ausbildung & studium|ausbildung & weiterbildung|berufsausbildung|bildung
        bildung & ausbildung|bildungsgang|bildungsweg|college|curriculum studi|cursus|cursus académique|cursus scolaire
        cursus universitaire|datos académicos|?degree|?degrees|degrees & certifications|degrees & education
        degrees & qualifications|diplômes|diplômes & formations|diplômes obtenus|educação|educação & formação|educación
        educación & formación|educación académica|educación formal|educatie|education|éducation
        education & academic background|education & awards|education & certificates|education & certification
        education & certifications|education & credentials|education & honors|education & learning|education & licensure
        education & professional development|education & qualifications|education & training|education & trainings
        education and licenses|education and professional training|education and skills|education details
        education history|education overview|education summary|education, affiliations & skills
        education, certification & affiliation|educational attainment|educational attainments|educational background
        educational credentials|educational details|educational history|educational institutions attended
        educational institutions attended with dates|educational profile|educational qualification
        educational qualifications|educational qualifications obtained|educational summary|educations|educazione
        educazione & formazione|edukacja|edukacja & szkolenia|edukacja i szkolenia|eğitim|escolaridade
        escolaridade & formação|estudios|estudios académicos|estudios realizados|estudos|études|études & diplômes
        études & formations|formação|formação & educação|formação académica|formação acadêmica|formação escolar
        formação escolar & acadêmica|formação superior|formação universitária|formación|formación & educación
        formación & estudios|formación académica|formación profesional|formación reglada|formación universitaria
        formal education|formation|formation & diplômes|formation académique|formation initiale|formation scolaire
        formation scolaire & universitaire|formation universitaire|formations|formations & diplômes|formazione
        formazione & istruzione|formazione accademica|formazione scolastica|gevolgde opleidingen|habilitações académicas
        habilitações literárias|higher education|historial académico|histórico acadêmico|học vấn|hochschulbildung
        hochschule|hochschulstudium|institutions attended|institutions attended with dates|instrução|istruzione
        istruzione & formazione|istruzione e titoli|koulutus|mes formations|my education|my studies|nauka|onderwijs
        opleiding|opleiding & training|opleiding en cursussen|opleidingen|opleidingen & cursussen
        opleidingen & diploma's|parcours académique|parcours de formation|parcours scolaire|parcours universitaire
        pendidikan|percorso di studi|percorso formativo|percorso scolastico|percurso académico|post-secondary education
        postgraduate education|preparación|preparación académica|professional education|professional qualification
        professional qualifications|przebieg edukacji|qualification|qualifications|qualifications obtained
        qualifications obtained with dates|scholarly background|scholastic achievements|scholastic background
        scholastic record|scholastics|scholing|school|school education|schooling|schoolopleiding|schools
        schools attended|schools attended with dates|schul & berufsausbildung|schul- & berufsausbildung|schulabschluss
        schulausbildung|schulbildung|schulbildung & ausbildung|?schule|schule|schule & ausbildung|schule & studium
        schulen|schulische ausbildung|schulische laufbahn|schulischer werdegang|schullaufbahn|scolarité
        scolarité & diplômes|secondary education|studi|studi compiuti|studi e formazione|studia|studie|?studies
        studies & opleidingen|studium|studium & ausbildung|studium & schule|tertiary education|titoli di studio
        titulación|titulaciones|títulos|?training & education|trayectoria académica|trình độ học vấn|uddannelse
        ukończone szkoły|universitäre ausbildung|?university|university education|utbildning|utdanning
        vocational education|vooropleiding|where i have studied|where i learned|where i studied|where i've studied
        wykształcenie|wykształcenie & kwalifikacje|wykształcenie & szkolenia
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
        языки|외국어|compétences linguistiques|competências linguísticas|competenze linguistiche
        competenze linguistiche & informatiche|conocimiento de idiomas|conoscenza delle lingue|conoscenze linguistiche
        dil bilgisi|foreign languages|fremdsprachen|fremdsprachenkenntnisse|idiomas|idiomas & nivel|idiomas extranjeros
        języki|języki obce|kielitaito|known languages|language|language abilities|language competence
        language competencies|language knowledge|language proficiencies|language proficiency|language skills|languages
        languages & communication|languages & proficiency|languages known|languages spoken|languages spoken & written
        langues|langues étrangères|langues parlées|lenguas|lenguas extranjeras|lingua straniera|línguas|lingue
        lingue straniere|linguistic proficiency|linguistic skills|linguistique|ngoại ngữ|spoken languages|sprachen
        sprachen & sonstiges|sprachkenntnisse|språk|sprog|taalvaardigheden|talen|talenkennis|talenkennis & niveau
        znajomość języków|znajomość języków obcych
        """

    private static let certifications = """
        자격증|accreditations|admissions|bar admission|bar admissions|bescheinigungen|board certification
        board certifications|certificaciones|certificaciones & cursos|certificações|certificações & cursos|certificados
        certificate|certificaten|certificaten & cursussen|certificates|certificates & awards|certificates & courses
        certificates & licences|certificates & licenses|certificates & training|certificati|certification
        certification & training|certifications|certifications & affiliations|certifications & awards
        certifications & courses|certifications & licenses|certifications & licensure|certifications & training
        certificats|certificazioni|certificeringen|certified|certifikat|certs|certyfikaty|certyfikaty & szkolenia
        certyfikaty & uprawnienia|chứng chỉ|corsi & certificazioni|courses & certifications|credentials
        cursos & certificaciones|cursos & certificações|driving licences|endorsements & licenses|habilitations
        industry certifications|kursy & certyfikaty|licenças & certificados|licences|licences & certificates
        licences & certifications|licences & tickets|licencias & certificaciones|license|?licenses|licenses
        licenses & certificates|licenses & certifications|licenses and certificates|?licensure
        licensure & certifications|licenties|licenze & certificazioni|permis & habilitations|professional certification
        professional certifications|professional licenses|registrations|registrations & licenses|szkolenia & certyfikaty
        technical certifications|tickets|tickets & licences|training & certification|training & certifications
        uprawnienia|zertifikate|zertifikate & fortbildungen|zertifikate & kurse|zertifikate & lizenzen
        zertifikate & weiterbildungen|zertifizierungen
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
        (.publications, "papers publications publikationen"),
        (.awards, "awards honors"),
        (.interests, "hobbies"),
        (.summary, "summary"),
    ]
}
