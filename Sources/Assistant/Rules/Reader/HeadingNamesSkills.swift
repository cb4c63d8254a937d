/// The names of the sections about skills and of the summary.
extension HeadingNames {
    static let skills = """
        навыки|スキル|技能|보유기술|스킬|abilità|abilità & competenze|?abilities|additional skills|aptidões|aptidões & competências
        aptitudes|aptitudes & habilidades|area of expertise|áreas de conocimiento|areas of competence
        areas of excellence|areas of expertise|areas of knowledge|areas of proficiency|areas of strength
        areas of strength & expertise|atouts|beceriler|besondere kenntnisse|capacidades|capacità|capacità & competenze
        capacità & competenze personali|capacità & competenze tecniche|capacità tecniche|care skills|clinical skills
        communication skills|compétence|competences|compétences|compétences & logiciels|compétences & outils
        compétences & savoir-faire|compétences clés|compétences informatiques|compétences linguistiques & informatiques
        compétences métier|compétences personnelles|compétences professionnelles|compétences techniques|competencias
        competências|competencias & habilidades|competências digitais|competencias digitales|competencias personales
        competencias profesionales|competências profissionais|competencias técnicas|competências técnicas|competencies
        competency profile|competenties|competenze|competenze & abilità|competenze digitali|competenze informatiche
        competenze personali|competenze professionali|competenze tecniche|competenze trasversali
        computer & technical skills|computer knowledge|computer literacy|computer proficiency|computer skills
        computerkenntnisse|computervaardigheden|conhecimentos|conhecimentos & habilidades|conhecimentos de informática
        conhecimentos informáticos|conhecimentos técnicos|connaissances|conocimientos|conocimientos & habilidades
        conocimientos informáticos|conocimientos técnicos|conoscenze|conoscenze informatiche|core competences
        core competencies|core competency|core qualifications|core skill set|core skills|core strengths
        core strengths & skills|culinary skills|destrezas|digital competence|digital skills|dodatkowe umiejętności
        domaines de compétences|driving skills|edv|edv & sprachen|edv kenntnisse|edv-kenntnisse|eigenschappen
        ?endorsements|?equipment|expertise|expertise & kenntnisse|expertise & vaardigheden|fach- & methodenkompetenz
        fachkenntnisse|fachliche kompetenzen|fähigkeiten|fähigkeiten & kenntnisse|fähigkeiten & kompetenzen|färdigheter
        ferdigheter|ferramentas|fortalezas|functional competencies|functional skills|good at|habilidades
        habilidades & competencias|habilidades & competências|habilidades & conhecimentos|habilidades blandas
        habilidades informáticas|habilidades personales|habilidades pessoais|habilidades profissionais
        habilidades técnicas|hard & soft skills|hard skill|hard skills|herramientas|highlighted skills|i can
        ict-vaardigheden|informática|informatique|instrumentation|interpersonal skills|it & edv-kenntnisse|it expertise
        it kenntnisse|it knowledge|it proficiency|it skills|it-kenntnisse|it-kompetenzen|it-skills|it-vaardigheden
        job-related skills|keahlian|kennis|kennis & vaardigheden|kennis en ervaring|kenntnisse|kenntnisse & fähigkeiten
        kenntnisse & kompetenzen|kerncompetenties|kernkompetenzen|key areas|key competencies|key competencies & skills
        key expertise|key proficiencies|key skills|key strengths|kitchen skills|kluczowe umiejętności|?knowledge
        kompetencer|kompetencje|kompetencje & umiejętności|kompetenser|kompetenzen|kompetenzprofil|kunskaper
        kwalifikacje|kỹ năng|lab skills|lab techniques|laboratory skills|language & computer skills
        languages & frameworks|languages & technologies|languages & tools|legal skills|logiciels|machinery & tools
        management skills|mes atouts|mes compétences|methods|mocne strony|my expertise|my skills|my strengths|my toolbox
        nursing skills|obsługa komputera|other skills|otras habilidades|outils|people skills|perfil de competências
        personal skills|persönliche stärken|persoonlijke eigenschappen|points forts|pozostałe umiejętności
        practical skills|principais competências|principales aptitudes|principales compétences|principali competenze
        professional competences|professional competencies|professional skills|proficiencies|programas informáticos
        programming languages|programming languages & tools|programming skills|programy|qualificações|qualifikationen
        qualités|relevant skills|research skills|research techniques|resumo de qualificações|sales skills|savoir-être
        savoir-faire|savoir-faire & compétences|savoirs-être|schlüsselqualifikationen|skill|skill highlights|skill set
        skill sets|skill summary|skills|skills & abilities|skills & attributes|skills & competencies|skills & experience
        skills & expertise|skills & interests|skills & knowledge|skills & languages|skills & qualifications
        skills & strengths|skills & technologies|skills & tools|skills profile|skills set|skills summary|skillset
        soft skill|soft skills|softskills|?software|software & skills|software & tools|software kennis
        software knowledge|software proficiency|software skills|softwarekenntnisse|sonstige fähigkeiten
        sonstige kenntnisse|soziale kompetenzen|special skills|special skills & talents|specialities|specializations
        specialties|?stack|stärken|sterke punten|strengths|summary of qualifications & skills|summary of skills|systems
        taidot|talenten|teaching skills|tech stack|technical & soft skills|technical abilities|technical competencies
        technical environment|technical expertise|technical knowledge|technical proficiencies|technical proficiency
        technical profile|technical skill set|technical skills|technical skillset|technical strengths|technical summary
        ?techniques|technische fähigkeiten|technische kenntnisse|technische vaardigheden|technological skills
        technologies|?technology|things i'm good at|?toolbox|?toolkit|?tools|tools & software|tools & technologies
        top skills|trade skills|transferable skills|umiejętności|umiejętności & kompetencje|umiejętności miękkie
        umiejętności techniczne|umiejętności twarde|umiejętności zawodowe|vaardigheden|vaardigheden & competenties
        weitere kenntnisse|what i am good at|what i bring|what i do|what i know|what i'm good at
        znajomość oprogramowania|znajomość programów|zusatzqualifikationen
        """

    static let summary = """
        自我评价|자기소개|à propos|à propos de moi|about|about me|about myself|accroche|acerca de mí|apresentação|at a glance
        background|background summary|beruflicher hintergrund|beruflicher kurzüberblick|berufliches profil|berufsziel
        bio|biography|bref profil|breve presentazione|breve profilo|brief summary|candidate profile|career aim
        career focus|career goal|career goals|career highlights|career interests|career objective|career objectives
        career overview|career profile|career statement|career summary|career synopsis|cel zawodowy|chi sono|das bin ich
        descrição|descripción|descripción personal|descripción profesional|doel|doelstelling|employment objective
        en bref|executive overview|executive profile|executive summary|extracto|giới thiệu|?goal|hello|highlights
        highlights of qualifications|in brief|in sintesi|intro|introductie|introduction|job objective|karriereziel
        kilka słów o mnie|kim jestem|kompetenzprofil & ziele|kort profiel|krótko o mnie|kurzbeschreibung|kurzbiografie
        kurzprofil|kurzvorstellung|management profile|meine motivation|?mission|mon profil|motivatie
        mục tiêu nghề nghiệp|my profile|o mnie|obiettivi|obiettivo|obiettivo professionale|objectif
        objectif professionnel|objective|objective & summary|objectives|objetivo|objetivo profesional
        objetivo profissional|objetivos|objetivos profissionais|om meg|om mig|om mig selv|opis|opis profilu|over mij
        overview|perfil|perfil & objetivo|perfil & objetivos|perfil personal|perfil pessoal|perfil profesional
        perfil profissional|personal introduction|personal profile|personal statement|personal summary
        personalia & profiel|persönliches profil|persoonlijk profiel|podsumowanie|podsumowanie kwalifikacji
        podsumowanie zawodowe|presentación|présentation|présentation personnelle|presentazione|professional highlights
        professional objective|professional overview|professional profile|professional profile & objective
        professional qualifications summary|professional statement|professional summary|professional synopsis
        professioneel profiel|profiel|profiili|profil|profil & objectif|profil & ziele|profil osobowy|profil personnel
        profil professionnel|profil zawodowy|profile|profile & objective|profile summary|profilo|profilo personale
        profilo professionale|projet professionnel|qualifications profile|qualifications summary|quem sou|quem sou eu
        qui suis-je|quien soy|quién soy|résumé|résumé professionnel|resume summary|resumen|resumen ejecutivo
        resumen profesional|resumo|resumo profissional|riepilogo|ringkasan|samenvatting|sammanfattning|síntese|sobre
        sobre a profissional|sobre mi|sobre mí|sobre mim|sommario|statement|su di me|summary|summary & objective
        summary of experience|summary of qualifications|summary statement|synopsis|synthèse|über meine person|über mich
        value proposition|welcome to rendercv|who i am|wie ben ik|wie ik ben|ziel|zusammenfassung
        """
}
