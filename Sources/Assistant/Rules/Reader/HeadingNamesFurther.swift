/// The names of the sections beyond the core.
extension HeadingNames {
    static let contact = """
        연락처|contact|contact & coordonnées|contact & personal details|contact details|contact info|contact information
        contact me|contactgegevens|contacto|contacts|contato|contatos|contattami|contatti|contatti & recapiti
        coordonnées|dane & kontakt|dane kontaktowe|datos de contacto|datos personales & contacto|?details|get in touch
        how to reach me|kontakt|kontaktdaten|kontaktinformationen|liên hệ|mes coordonnées|my contact|personal contact
        reach me|recapiti
        """

    static let links = """
        links|profiles|?social|social media|social profiles|websites|online profiles|online presence|?web|on the web
        find me online|social links|?online|professional links|?internet|enlaces|liens|redes sociales|redes|?link
        réseaux sociaux|linki|profile & links
        """

    static let awards = """
        ?achievements & awards|auszeichnungen|auszeichnungen & preise|?awards|awards & accomplishments
        awards & achievements|awards & certifications|awards & decorations|awards & grants|awards & honors
        awards & honours|awards & publications|?awards & recognition|?awards & recognitions|awards & scholarships
        decorations|?distinctions|distinctions & prix|fellowships|fellowships & awards|fellowships & grants|grants
        grants & awards|grants & fellowships|grants, awards & honors|?honors|honors|honors & activities|honors & awards
        honors, awards & scholarships|?honours|honours & awards|medals|military awards|nagrody|nagrody & wyróżnienia
        onderscheidingen|preise|premi|premi & riconoscimenti|premios|prêmios|premios & reconocimientos|prijzen|prix
        prix & distinctions|?recognition|?recognitions|reconocimientos|riconoscimenti|scholarships|scholarships & awards
        selected honors|stipendien|wyróżnienia
        """

    static let publications = """
        ?articles|?bibliography|book chapters|?books|conference papers|conference presentations|conferences|conférences
        invited talks|journal articles|journal publications|?papers|peer-reviewed publications|ponencias|presentations
        pubblicazioni|public speaking|publicaciones|publicações|publicaties|publications|publications & patents
        publications & presentations|publications & talks|publikacje|publikationen|refereed articles
        refereed publications|selected publications|selected talks|speaking|speaking engagements|talks
        talks & publications|veröffentlichungen|vorträge|working papers
        """

    static let volunteering = """
        volunteer|volunteering|volunteer experience|volunteer work|volunteer activities|volunteer service|volunteerism
        volunteer & community|voluntary work|voluntary experience|voluntary|community service|community involvement
        community engagement|community|community work|social work|social engagement|charity|charity work|civic activities
        volunteering experience|volunteer & leadership|leadership & volunteering|pro bono
        ehrenamt|ehrenämter|ehrenamtliches engagement|ehrenamtliche tätigkeit|ehrenamtliche tätigkeiten|soziales engagement
        ?engagement|freiwilligenarbeit|bénévolat|engagements|engagement associatif|vie associative|voluntariado
        experiencia de voluntariado|trabajo voluntario|trabalho voluntário|volontariato|esperienza di volontariato
        vrijwilligerswerk|vrijwilligersactiviteiten|wolontariat
        """

    static let interests = """
        activities & interests|aficiones|aficiones & intereses|area of interest|areas of interest|centres d'intérêt
        centres d'intérêts|fields of interest|freizeit|hobbies|hobbies & activities|hobbies & interessen
        hobbies & interests|hobbies & leisure|hobbies en interesses|hobby|hobby & interessi|hobby & zainteresowania
        hobby's|hobby's & interesses|hobbys|hobbys & interessen|intereses|intereses personales|interessen
        interessen & hobbys|interesses|interesses & hobby's|interessi|interessi personali|interests
        interests & activities|interests & hobbies|interests & pastimes|intérêts|intressen|leisure|leisure activities
        leisure interests|loisirs|loisirs & intérêts|other interests|outside interests|pasatiempos|passatempos|?passions
        pastimes|personal interests|professional interests|research interests|sở thích|tempo libero|vrije tijd
        zainteresowania
        """

    static let references = """
        character references|người tham khảo|personal references|professional referees|professional references
        recommendations|referee|referees|reference|references|références|referencias|referências|referencje|referenser
        referenties|referenze|referenzen|referenzgeber|refs|testimonials
        """

    static let courses = """
        courses|coursework|relevant coursework|relevant courses|course work|online courses|key courses|selected coursework
        courses & training|courses & workshops|courses & seminars|additional courses|moocs
        kurse|lehrgänge|kurse & seminare|?cours|cursos|cursos & seminarios|formación complementaria|cursos complementares
        cursos & formações|corsi|corsi di formazione|cursussen|kursy|kursy & szkolenia|kurser
        """

    static let memberships = """
        memberships|membership|affiliations|professional affiliations|professional memberships|professional associations
        associations|organizations|organisations|?groups|?member|member of|?clubs|societies|affiliations & memberships
        memberships & affiliations|professional bodies|professional organizations|?boards|board memberships
        clubs & organizations
        mitgliedschaften|mitgliedschaft|adhésions|afiliaciones|membresías|afiliações|affiliazioni|lidmaatschappen|członkostwo
        """

    static let patents = """
        patents|?patent|patents & publications|inventions|patente|brevets|patentes|brevetti|octrooien|patenty
        """

    static let training = """
        additional training|bijscholing|continuing education|continuing professional development|courses & certificates
        formação complementar|formación adicional|formation complémentaire|formation continue
        formations & certifications|formations complémentaires|formazione complementare|formazione continua
        fort & weiterbildung|fortbildung|fortbildungen|further training|in-house training|industrial training
        job-related training|military education|military education & training|military training|personal development
        professional development|professional development & training|professional training|safety training|schulungen
        seminare|seminars|seminars & trainings|seminars & workshops|summer training|szkolenia|?training
        training & courses|training & development|training & workshops|training attended|training record|trainingen
        ?trainings|trainings & certificates|trainings & seminars|trainings & workshops|trainings attended
        vocational training|weiterbildung|weiterbildung & zertifikate|weiterbildungen|weiterbildungen & zertifikate
        ?workshops|workshops & training
        """

    static let achievements = """
        ?achievements|?accomplishments|?key achievements|?key accomplishments|?major achievements|?selected achievements
        ?academic achievements|?professional achievements|?career achievements|?notable achievements|?achievements & awards
        ?significant accomplishments|?personal achievements|?selected accomplishments|?major accomplishments|?accolades
        sports achievements
        ?erfolge|?réalisations|?logros|?conquistas|?realizações|?risultati|?prestaties|?osiągnięcia
        """

    static let personal = """
        인적사항|allgemeines|angaben zur person|bio data|bio data & particulars|bio-data|biodata|biographical data
        dados pessoais|dane osobowe|dati anagrafici|dati personali|datos|datos personales|demographics
        données personnelles|état civil|general information|información personal|informacje osobiste
        informações pessoais|informations personnelles|informazioni personali|passport details|?personal
        personal background|personal bio data|personal data|personal detail|personal details|personal dossier
        personal info|personal information|personal memoranda|personal particulars|personal profile details|personalia
        persönliche angaben|persönliche daten|persönliche informationen|persönliches|persoonlijke gegevens
        persoonsgegevens|privates|renseignements personnels|thông tin cá nhân|vital statistics|zur person
        """

    static let declaration = """
        declaration|declarations|undertaking|self declaration|klauzula|klauzula rodo|autorizzazione al trattamento dei dati
        """

    static let activities = """
        activities|extracurricular|extracurricular activities|extra curricular activities|extra-curricular activities
        extra-curricular|co-curricular activities|campus involvement|campus activities|?leadership|leadership & activities
        activities & leadership|leadership activities|positions of responsibility|position of responsibility
        activities & honors|student activities|school activities|additional activities|other activities|co-curricular
        extracurriculars|?sports|leadership & involvement|involvement
        aktivitäten|außeruniversitäre aktivitäten|weitere aktivitäten|activités|activités extra-professionnelles
        activités extrascolaires|activités annexes|actividades|actividades extracurriculares|atividades
        atividades extracurriculares|attività|attività extracurriculari|activiteiten|nevenactiviteiten|aktywności
        działalność dodatkowa
        """

    static let military = """
        military|military service|military experience|military background|wehrdienst|zivildienst|wehrdienst & zivildienst
        service militaire|servicio militar|serviço militar|servizio militare
        """

    static let research = """
        ?research|?research & publications|?thesis|dissertation|theses|master's thesis|master thesis|bachelor thesis
        phd thesis|doctoral thesis|masterarbeit|bachelorarbeit|abschlussarbeit|diplomarbeit|tesis|tese|tesi
        """

    static let other = """
        a day of my life|additional|additional details|additional information|aditional information|altre informazioni
        ?altro|autre|autres|availability|case studies|clearance|current salary|datos de interés|discography
        disponibilidad|disponibilité|?divers|documents|dodatkowe|dodatkowe informacje|driver's license|driving
        driving licence|driving license|exhibitions|?extras|filmography|führerschein|further information
        información adicional|información complementaria|informacje dodatkowe|informações adicionais
        informações complementares|informations complémentaires|?inne|key clients|life philosophy|?media|misc
        miscellaneous|mobilité|mobility|most proud of|motto|my life philosophy|my time|?notes|other|other details
        other information|others|otros|otros datos|otros datos de interés|otros datos de interés & disponibilidad
        outras informações|outros|?overig|overige|overige gegevens|overige informatie|patente|patente di guida
        performances|permis|permis de conduire|personal & other information|personal skills & competences|philosophy
        prawo jazdy|?press|professional|quote|quotes|ratings|repertoire|rijbewijs|salary|salary expectations
        security clearance|selected clients|sonstiges|strengths & weaknesses|?teaching|teaching interests
        technical writing|ulteriori informazioni|verfügbarkeit|visa status|weitere angaben|weiteres|work authorization
        work permit|work samples|zusatzinformationen|zusätzliche informationen
        """
}
