/// Words of job titles. The head nouns decide what is a position and what an employer, so they carry the reader more than
/// any other list; it holds the trades of all kinds, not only those of offices. A word that two languages share stands
/// with one of them.
enum JobTitleWords {
    /// Words that name a job by themselves.
    static let heads = [
        Self.english, Self.german, Self.french, Self.spanish, Self.portuguese, Self.italian, Self.dutch, Self.polish,
    ].joined(separator: "\n")

    private static let english = """
        accountant actor actuary admin administrator adviser advisor agent aide ambassador anaesthetist analyst
        animator apprentice apprenticeship arborist archaeologist architect archivist artist assembler assessor
        assistant associate astronomer attendant attorney au-pair auditor author auxiliary avp babysitter baker
        ballerina banker barber barista barrister bartender beautician bellboy bellhop biochemist biologist
        boilermaker bookkeeper bookseller brewer bricklayer broker builder busboy butcher buyer cabinetmaker captain
        caregiver carer caretaker carpenter cartographer cashier caterer ceo cfo chair chairman chairperson chairwoman
        chaplain chauffeur chef chemist chief chiropractor choreographer cio ciso cleaner clerk clinician cmo
        co-founder co-op co-ordinator co-owner coach coder cofounder collector columnist comedian commander
        commissioner companion composer comptroller concierge conductor conservator constable consultant contractor
        contributor controller coo cook coordinator copywriter corporal correspondent counsel counsellor counselor
        courier cpo craftsman creator crew crewmember cro cto curator custodian dancer dba dealer decorator
        demonstrator dentist deputy dermatologist designer detective developer devops dietician dietitian director
        dispatcher diver docent doctor doorman drafter draftsman draftsperson dramatist draughtsman dressmaker driller
        driver ecologist economist editor educator elder electrician engineer entrepreneur enumerator epidemiologist
        escort estimator evaluator evangelist evp examiner executive expeditor expert externship fabricator
        facilitator farmer farmhand fellow fellowship filmmaker financier firefighter fireman fisherman fitter florist
        footballer forecaster foreman forester founder freelancer fundraiser gamekeeper gardener gastroenterologist
        generalist geographer geologist geophysicist glazier gofer goldsmith governess governor grader groom groomer
        guard guide gynaecologist hacker hairdresser hairstylist handler handyman harvester head headmaster
        headteacher helper herbalist historian host hostess housekeeper housekeeping hydrologist illustrator importer
        informant inspector installer instructor integrator intern internee internship interpreter interviewer
        inventor investigator investor janitor jeweler jeweller jobber joiner journalist journeyman judge keeper
        labeler laborer labourer landscaper laundress lawyer lead leader lecturer librarian lieutenant lifeguard
        linesman linguist loader lobbyist locksmith logistician longshoreman machinist magistrate maid maintainer
        maitre major maker manager marine marketer marshal mason masseur masseuse mathematician mechanic mediator
        medic member mentor merchandiser merchant messenger metallurgist meteorologist microbiologist midwife miller
        miner minister model moderator monitor mortician musician nanny navigator negotiator neurologist
        neuroscientist notary nurse nutritionist obstetrician officer operator optician optometrist orderly organiser
        organist organizer owner packer paediatrician painter paralegal paramedic paratrooper partner pastor
        pathologist pediatrician pentester performer pharmacist phlebotomist photographer physician physicist
        physiologist physiotherapist pianist picker pilot planner plasterer plumber poet policeman policewoman
        politician porter postdoc practitioner preacher presenter president presser priest principal printer processor
        procurator producer professor programmer projectionist promoter proofreader proprietor psychiatrist
        psychologist psychotherapist publicist publisher purchaser qa qae radiographer radiologist ranger realtor
        receptionist recruiter referee registrar relations-manager rep repairer repairman reporter representative
        researcher resident restorer reviewer rigger roofer sailor salesman salesperson saleswoman scheduler scholar
        scientist scrum-master sculptor sde sdet seamstress secretary sergeant servant server sheriff shoemaker
        shopkeeper singer smith sociologist soldier solicitor sommelier songwriter soprano specialist splicer sre
        staff stagehand statistician steward stewardess stockbroker stocker storekeeper storeman strategist stylist
        superintendent supervisor surgeon surveyor svp swe sweeper tailor tattooist taxidermist teacher technician
        technologist telecaller telemarketer teller tester therapist tiler toolmaker trader trainee traineeship
        trainer translator treasurer tutor typist umpire undergraduate undersecretary underwriter upholsterer usher ux
        valet vendor veterinarian videographer vintner volunteer vp waiter waitress warden warehouseman watchmaker
        weaver webmaster welder woodworker worker workman writer zoologist
        """

    private static let german = """
        abteilungsleiter anwalt arzt arzthelferin ärztin assistent assistentin assistenz assistenzarzt auszubildende
        auszubildender azubi bäcker bauleiter berater beraterin betreuer betreuerin buchhalter buchhalterin
        bürokauffrau bürokaufmann chefarzt chefin dozent dozentin einkäufer einkäuferin elektriker elektroniker
        entwickler entwicklerin erzieher erzieherin fachinformatiker fachkraft fachverkäuferin fahrer friseur
        friseurin gärtner geschäftsführer geschäftsführerin geselle gesellin gruppenleiter hausmeister hilfskraft
        hilfswissenschaftler industriekaufmann ingenieur ingenieurin journalistin kauffrau kaufmann kellner kellnerin
        koch köchin krankenpfleger krankenschwester laborant laborantin lagerist lehrer lehrerin lehrkraft leiter
        leiterin maler masseurin mechaniker mechatroniker mechatronikerin meister meisterin metzger mitarbeiter
        mitarbeiterin monteur oberarzt pflegefachkraft pfleger pflegerin praktikant praktikantin praktikum
        produktionshelfer programmierer programmiererin projektleiter projektleiterin projektmanager projektmanagerin
        redakteur redakteurin referent referentin sachbearbeiter sachbearbeiterin schlosser schreiner sekretär
        sekretärin softwareentwickler softwareentwicklerin steuerberater steuerfachangestellte studentin teamleiter
        teamleiterin techniker technikerin tischler trainerin verkäufer verkäuferin verkaufsleiter vertriebsleiter
        vertriebsmitarbeiter volontär volontärin vorstand werkstudent werkstudentin wissenschaftler
        zerspanungsmechaniker
        """

    private static let french = """
        acheteur acheteuse administrateur administratrice agente aide-cuisinier aide-soignant aide-soignante alternant
        alternante analyste animateur animatrice apprenti apprentie architecte assistante attaché attachée auditeur
        auditrice avocat avocate barman boulanger caissier caissière chargé chargée cheffe chercheur chercheuse
        coiffeur coiffeuse commercial commerciale commis comptable concepteur conceptrice conducteur conductrice
        conseiller conseillère consultante contremaître contrôleur contrôleuse coordinateur coordinatrice cuisinier
        cuisinière développeur développeuse directeur directrice dirigeant doctorant doctorante éducateur éducatrice
        employé employée enseignant enseignante équipier équipière formateur formatrice gérant gérante gestionnaire
        graphiste hôtesse infirmier infirmière ingénieur ingénieure instituteur institutrice juriste maçon magasinier
        maître mécanicien médecin menuisier moniteur monitrice opérateur opératrice ouvrier ouvrière pharmacien
        pharmacienne plombier plongeur plongeuse préparateur préparatrice professeur professeure programmeur
        réceptionniste rédacteur rédactrice responsable second secrétaire serveur serveuse sous-chef stage stagiaire
        technicien technicienne traducteur traductrice vendeur vendeuse
        """

    private static let spanish = """
        abogada abogado administrador administradora administrativa administrativo albañil analista aprendiz
        arquitecta arquitecto asesor asesora asistente auxiliar ayudante becaria becario cajera cajero camarera
        camarero capataz carpintero cocinera cocinero comercial conductora consultor consultora contable contador
        contadora coordinador coordinadora delegado dependienta dependiente desarrollador desarrolladora directora
        diseñador diseñadora docente electricista empleada empleado encargada encargado enfermera enfermero
        fisioterapeuta formador formadora fundador fundadora gerente gestor gestora ingeniera ingeniero investigador
        investigadora jefa jefe licenciado maestra maestro mecánico médica médico monitora mozo operadora operaria
        operario pasante peluquera periodista practicante prácticas profesor profesora programador programadora
        promotora psicóloga psicólogo recepcionista redactor redactora repartidor representante secretaria secretario
        socio subdirector supervisora técnica técnico teleoperadora traductor traductora vendedor vendedora vigilante
        voluntario
        """

    private static let portuguese = """
        advogada advogado ajudante arquiteta arquiteto assessora assistente bolsista caixa chefe contabilista
        coordenador coordenadora cozinheira cozinheiro desenvolvedor desenvolvedora diretor diretora encarregado
        enfermeira enfermeiro engenheira engenheiro especialista estagiária estagiário estágio garçom jornalista
        mecânico motorista operador pesquisador pesquisadora professora projetista sócia sócio tradutor
        """

    private static let italian = """
        addetta addetto allievo amministratore apprendista architetto autista avvocato cameriera cameriere capo
        cassiera cassiere commessa commesso consulente contabile cuoca cuoco direttore direttrice educatrice
        elettricista fondatore formatore geometra giornalista grafico idraulico impiegata impiegato infermiera
        infermiere ingegnere insegnante istruttore magazziniere meccanico medico muratore operaia operaio parrucchiera
        praticante progettista programmatore responsabile ricercatore ricercatrice segretaria segretario stagista
        sviluppatore sviluppatrice tecnico tirocinante tirocinio traduttrice venditore
        """

    private static let dutch = """
        accountmanager adviseur bedrijfsleider beheerder boekhouder eigenaar fietskoerier hoofd jurist kok leerkracht
        leerling leidinggevende magazijnmedewerker medewerker medewerkster onderwijzer onderzoeker ontwerper
        ontwikkelaar oprichter stagiair teamleider technicus timmerman uitvoerder verkoper verpleegkundige verpleger
        vertegenwoordiger vrijwilliger
        """

    private static let polish = """
        analityk architekt asystent asystentka doradca dyrektor fryzjerka główny handlowiec inżynier kasjer kasjerka
        kelner kelnerka kierowca kierownik koordynator ksiegowa księgowa księgowy kucharz lekarz magazynier mechanik
        nauczyciel nauczycielka pielęgniarka pracownik praktykant prezes programista projektant przedstawiciel
        recepcjonistka redaktor robotnik specjalista specjalistka sprzedawca sprzedawczyni stażysta stażystka
        właściciel
        """

    /// Words that go with a job's name but also with other things; two of them, or one at an end, hint at a title.
    static let parts = """
        account acting adjoint adjointe adjunct analytics art assistant ayudante backend business certified chargé
        chef chief cloud co community content creative crew customer data deputy design development doctoral
        engineering executive floor freelance freiberuflich freiberufliche frontend full-stack full-time fullstack
        general gerencia graduate head hr human indépendant interim international jefe jr junior júnior lead leitende
        leitender licensed managing marketing master media mobile national network night operations part-time phd
        pleno postdoctoral principal product program programme project quality regional registered research resources
        responsable sales scrum security self-employed senior sênior service shift shop social software sr staff
        stellvertretende stellvertretender student studentische summer support system systems teaching team technical
        vice visiting web
        """
}
