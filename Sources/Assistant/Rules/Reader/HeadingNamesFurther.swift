/// The names of the sections beyond the core.
extension HeadingNames {
    static let contact = """
        contact|contacts|contact details|contact information|contact info|contact me|get in touch|reach me|my contact|?details
        kontakt|kontaktdaten|kontaktinformationen|coordonnées|contact & coordonnées|contacto|datos de contacto|contato
        contatos|contatti|contattami|contactgegevens|dane kontaktowe
        """

    static let links = """
        links|profiles|?social|social media|social profiles|websites|online profiles|online presence|?web|on the web
        find me online|social links|?online|professional links|?internet|enlaces|liens|redes sociales|redes|?link
        réseaux sociaux|linki|profile & links
        """

    static let awards = """
        ?awards|?honors|?honours|honors & awards|honours & awards|awards & honors|awards & honours|?awards & recognition
        ?awards & recognitions|?recognition|?recognitions|awards & scholarships|scholarships|scholarships & awards
        awards & certifications|awards & achievements|?achievements & awards|awards & accomplishments|selected honors|honors
        ?distinctions|fellowships & awards|grants & awards|grants|fellowships|awards & publications|honors & activities
        auszeichnungen|preise|auszeichnungen & preise|stipendien|prix|distinctions & prix|prix & distinctions|premios
        reconocimientos|premios & reconocimientos|prêmios|premi|premi & riconoscimenti|riconoscimenti|prijzen|onderscheidingen
        nagrody|nagrody & wyróżnienia|wyróżnienia
        """

    static let publications = """
        publications|selected publications|publications & presentations|publications & patents|?papers|?articles
        conference papers|journal articles|?books|presentations|conferences|talks|conference presentations
        publications & talks|talks & publications|speaking|speaking engagements|public speaking
        publikationen|veröffentlichungen|vorträge|publicaciones|ponencias|publicações|pubblicazioni|publicaties|publikacje
        conférences
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
        interests|hobbies|hobbies & interests|interests & hobbies|personal interests|activities & interests
        interests & activities|leisure|leisure activities|outside interests|pastimes|other interests|professional interests
        areas of interest|area of interest|fields of interest|research interests|hobby
        interessen|hobbys|hobbies & interessen|interessen & hobbys|hobbys & interessen|freizeit|loisirs|centres d'intérêt
        centres d'intérêts|intérêts|loisirs & intérêts|?passions|intereses|aficiones|pasatiempos|intereses personales
        aficiones & intereses|interesses|passatempos|interessi|hobby & interessi|interessi personali|hobby's
        hobby's & interesses|interesses & hobby's|zainteresowania|hobby & zainteresowania|intressen
        """

    static let references = """
        references|reference|referees|professional references|personal references|referenzen|références|referencias
        referências|referenze|referenties|referencje|recommendations|testimonials|referenser
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
        ?training|?trainings|professional development|professional training|?workshops|workshops & training
        training & development|training & workshops|training & courses|trainings attended|training attended
        continuing education|continuing professional development|seminars|seminars & workshops|seminars & trainings
        trainings & seminars|industrial training|summer training|vocational training|in-house training|trainings & workshops
        professional development & training|personal development|further training|additional training
        weiterbildung|weiterbildungen|fortbildung|fortbildungen|schulungen|seminare|fort & weiterbildung
        weiterbildung & zertifikate|weiterbildungen & zertifikate|formation continue|formations complémentaires
        formation complémentaire|formations & certifications|formación adicional|formação complementar
        formazione complementare|formazione continua|trainingen|bijscholing|szkolenia
        """

    static let achievements = """
        ?achievements|?accomplishments|?key achievements|?key accomplishments|?major achievements|?selected achievements
        ?academic achievements|?professional achievements|?career achievements|?notable achievements|?achievements & awards
        ?significant accomplishments|?personal achievements|?selected accomplishments|?major accomplishments|?accolades
        sports achievements
        ?erfolge|?réalisations|?logros|?conquistas|?realizações|?risultati|?prestaties|?osiągnięcia
        """

    static let personal = """
        personal details|personal information|personal data|personal info|personal particulars|?personal|personal dossier
        personal memoranda|bio data|biodata|biographical data|passport details|vital statistics|demographics
        general information|personal background
        persönliche daten|persönliche angaben|persönliche informationen|persönliches|angaben zur person|zur person|privates
        allgemeines|état civil|informations personnelles|renseignements personnels|données personnelles|datos personales
        información personal|dados pessoais|informações pessoais|dati personali|informazioni personali|dati anagrafici
        persoonlijke gegevens|persoonsgegevens|personalia|dane osobowe|informacje osobiste
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
        additional information|other information|other|others|miscellaneous|misc|additional|further information
        additional details|other details|?extras|availability|salary|salary expectations|current salary|work authorization
        work permit|visa status|mobility|driving licence|driving license|driver's license|security clearance|clearance
        work samples|case studies|selected clients|key clients|?press|?media|exhibitions|performances|repertoire|discography
        filmography|?teaching|teaching interests|philosophy|technical writing|professional|strengths & weaknesses|?notes
        quotes|quote|motto|my life philosophy|life philosophy|my time|most proud of|a day of my life|ratings
        sonstiges|weiteres|weitere angaben|zusatzinformationen|verfügbarkeit|führerschein|?divers|informations complémentaires
        autres|autre|permis|permis de conduire|disponibilité|mobilité|otros|otros datos|otros datos de interés
        información adicional|información complementaria|datos de interés|disponibilidad|outros|outras informações
        informações adicionais|informações complementares|?altro|altre informazioni|ulteriori informazioni|patente
        patente di guida|?overig|overige|overige informatie|rijbewijs|?inne|dodatkowe informacje|informacje dodatkowe
        prawo jazdy|dodatkowe
        """
}
