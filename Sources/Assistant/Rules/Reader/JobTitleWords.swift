/// Words of job titles. The head nouns decide what is a position and what an employer, so they carry the reader more than
/// any other list; it holds the trades of all kinds, not only those of offices.
enum JobTitleWords {
    /// Words that name a job by themselves.
    static let heads = """
        accountant actor actuary administrator admin adviser advisor aide agent ambassador analyst anaesthetist animator apprentice
        archaeologist architect archivist arborist artist assembler assessor assistant associate astronomer attendant attorney au-pair
        auditor author auxiliary babysitter baker ballerina banker barber barista barrister bartender beautician bellboy bellhop
        biochemist biologist boilermaker bookkeeper bookseller brewer bricklayer broker builder busboy butcher buyer cabinetmaker
        captain caregiver carer caretaker carpenter cartographer cashier caterer ceo cfo chair chairman chairperson chairwoman chaplain
        chauffeur chef chemist chief chiropractor choreographer cio ciso cleaner clerk clinician cmo co-founder cofounder co-owner
        coach coder collector columnist comedian commander commissioner companion composer comptroller concierge conductor
        conservator constable consultant contractor contributor controller coo cook coordinator co-ordinator copywriter corporal
        correspondent counsel counsellor counselor courier cpo craftsman creator crewmember cro cto curator custodian
        dancer dba dealer decorator demonstrator dentist deputy dermatologist designer detective developer devops dietician dietitian director
        dispatcher diver docent doctor doorman draftsman draftsperson draughtsman dramatist drafter dressmaker driller driver
        ecologist economist editor educator electrician elder engineer entrepreneur enumerator epidemiologist escort estimator
        evaluator evangelist examiner executive expeditor expert fabricator facilitator farmer farmhand fellow filmmaker financier
        firefighter fireman fisherman fitter florist footballer forecaster foreman forester founder freelancer fundraiser gamekeeper
        gardener gastroenterologist generalist geographer geologist geophysicist glazier goldsmith governess governor grader groom groomer
        guard guide gynaecologist hacker hairdresser hairstylist handler handyman harvester headmaster headteacher helper herbalist historian
        host hostess housekeeper housekeeping hydrologist illustrator importer informant inspector installer instructor integrator intern
        internship interpreter interviewer inventor investigator investor janitor jeweller jeweler joiner journalist journeyman judge
        keeper labeler laborer labourer landscaper laundress lawyer leader lecturer librarian lifeguard linguist linesman
        lieutenant lobbyist locksmith logistician longshoreman loader machinist magistrate maid maintainer maitre major maker
        manager marketer marine marshal mason masseur masseuse mathematician mechanic mediator medic member mentor merchandiser merchant messenger
        metallurgist meteorologist microbiologist midwife miller miner minister moderator model monitor mortician musician nanny
        navigator negotiator neurologist neuroscientist notary nurse nutritionist obstetrician officer operator optician
        optometrist orderly organiser organizer organist owner packer painter paediatrician pediatrician paralegal paramedic paratrooper
        partner pastor pathologist pentester performer pharmacist phlebotomist photographer physician physicist physiologist
        physiotherapist pianist picker pilot planner plasterer plumber poet policeman policewoman politician porter postdoc
        practitioner preacher president presenter presser priest principal printer processor procurator producer professor programmer
        projectionist promoter proofreader proprietor psychiatrist psychologist psychotherapist publicist publisher purchaser
        radiographer radiologist ranger realtor receptionist recruiter referee registrar relations-manager repairer repairman rep
        reporter representative researcher resident restorer reviewer rigger roofer sailor salesman salesperson saleswoman
        scheduler scholar scientist scrum-master sculptor seamstress secretary sergeant servant server sheriff shopkeeper
        shoemaker singer sculptor smith sociologist soldier solicitor sommelier songwriter soprano specialist splicer sre
        stagehand statistician steward stewardess stockbroker stocker storekeeper storeman strategist stylist superintendent
        supervisor surgeon surveyor sweeper tailor tattooist taxidermist teacher technician technologist telemarketer teller
        tester therapist tiler toolmaker trader trainee trainer translator treasurer tutor typist umpire undersecretary
        undergraduate underwriter upholsterer usher valet veterinarian videographer vintner volunteer vp evp svp avp waiter waitress
        warden warehouseman watchmaker weaver webmaster head lead staff crew welder worker woodworker workman writer zoologist
        externship apprenticeship fellowship traineeship co-op internee jobber vendor telecaller gofer sde swe sdet qa ux qae
        abteilungsleiter anwalt arzt ärztin arzthelferin assistent assistentin assistenz assistenzarzt auszubildende
        auszubildender azubi bauleiter bäcker berater beraterin betreuer betreuerin buchhalter buchhalterin bürokauffrau
        bürokaufmann chefarzt chefin dozent dozentin einkäufer einkäuferin elektriker elektroniker entwickler entwicklerin
        erzieher erzieherin fachkraft fachinformatiker fachverkäuferin fahrer friseur friseurin gärtner geschäftsführer
        geschäftsführerin gesellin geselle gruppenleiter hausmeister hilfskraft industriekaufmann ingenieur ingenieurin
        journalistin kauffrau kaufmann kellner kellnerin koch köchin krankenpfleger krankenschwester lagerist laborant laborantin
        lehrer lehrerin leiter leiterin lehrkraft maler masseurin mechaniker mechatroniker mechatronikerin meister meisterin metzger mitarbeiter mitarbeiterin
        monteur oberarzt pfleger pflegerin pflegefachkraft praktikant praktikantin praktikum produktionshelfer programmierer
        programmiererin projektleiter projektleiterin projektmanager projektmanagerin redakteur redakteurin referent referentin
        sachbearbeiter sachbearbeiterin schlosser schreiner sekretär sekretärin softwareentwickler softwareentwicklerin
        steuerberater steuerfachangestellte studentin teamleiter teamleiterin techniker technikerin tischler trainerin
        verkäufer verkäuferin verkaufsleiter vertriebsleiter vertriebsmitarbeiter volontär volontärin vorstand werkstudent werkstudentin
        wissenschaftler zerspanungsmechaniker hilfswissenschaftler
        commis plongeur plongeuse barman aide-cuisinier second sous-chef acheteur acheteuse administrateur administratrice agent agente aide aide-soignant aide-soignante alternant alternante
        analyste animatrice animateur apprenti apprentie architecte assistante attaché attachée avocat avocate auditeur auditrice boulanger
        caissier caissière chargé chargée chauffeur cheffe chercheur chercheuse coiffeur coiffeuse commercial commerciale
        comptable concepteur conceptrice conducteur conductrice conseiller conseillère consultante contremaître contrôleur
        contrôleuse coordinateur coordinatrice cuisinier cuisinière développeur développeuse directeur directrice dirigeant
        doctorant doctorante éducateur éducatrice employé employée enseignant enseignante équipier équipière formateur
        formatrice gérant gérante gestionnaire graphiste hôtesse infirmier infirmière ingénieur ingénieure instituteur
        institutrice juriste maçon maître magasinier mécanicien médecin menuisier monitrice moniteur opérateur opératrice ouvrier
        ouvrière pharmacien pharmacienne plombier préparateur préparatrice professeur professeure programmeur rédacteur
        rédactrice réceptionniste responsable secrétaire serveur serveuse stagiaire stage technicien technicienne traducteur
        traductrice vendeur vendeuse
        abogada abogado administrador administradora administrativa administrativo albañil analista aprendiz arquitecta
        arquitecto asesor asesora asistente auxiliar ayudante becaria becario cajera cajero camarera camarero capataz
        carpintero cocinera cocinero comercial conductor conductora consultor consultora contable contador contadora
        coordinador coordinadora delegado dependienta dependiente desarrollador desarrolladora diseñador diseñadora directora
        docente electricista empleada empleado encargada encargado enfermera enfermero fisioterapeuta formador formadora
        fundador fundadora gerente gestor gestora ingeniera ingeniero investigador investigadora jefa jefe licenciado maestra maestro mecánico
        médica médico monitor monitora mozo operadora operaria operario peluquera periodista practicante prácticas profesor
        profesora programador programadora promotora psicóloga psicólogo recepcionista redactor redactora repartidor
        representante responsable secretaria secretario socio subdirector supervisora teleoperadora técnica técnico traductor
        traductora vendedor vendedora vigilante voluntario pasante
        advogada advogado arquiteta arquiteto assessor assessora assistente ajudante bolsista caixa chefe coordenador
        coordenadora cozinheira cozinheiro contabilista desenvolvedor desenvolvedora diretor diretora encarregado enfermeira
        enfermeiro engenheira engenheiro especialista estagiária estagiário estágio garçom gerente jornalista mecânico motorista
        operador operadora pesquisador pesquisadora professora projetista sócio sócia supervisor técnico tradutor vendedora
        addetta addetto agente allievo amministratore analista apprendista architetto assistente autista avvocato barista cameriera
        cameriere cassiera cassiere capo commessa commesso commerciale consulente contabile cuoca cuoco direttore direttrice
        docente educatrice elettricista fondatore formatore geometra giornalista grafico idraulico impiegata impiegato infermiera
        infermiere ingegnere insegnante istruttore magazziniere meccanico medico muratore operaia operaio parrucchiera
        praticante progettista programmatore responsabile ricercatore ricercatrice segretaria segretario stagista sviluppatore
        sviluppatrice tecnico tirocinante tirocinio traduttrice venditore
        accountmanager adviseur bedrijfsleider beheerder boekhouder directeur docent eigenaar fietskoerier hoofd ingenieur jurist kok
        leerkracht leerling leidinggevende magazijnmedewerker manager medewerker medewerkster monteur onderwijzer onderzoeker
        ontwerper ontwikkelaar oprichter stagiair stagiaire teamleider technicus timmerman uitvoerder verkoper verpleegkundige
        verpleger vertegenwoordiger vrijwilliger
        administrator analityk architekt asystent asystentka doradca dyrektor fryzjerka główny handlowiec inżynier kasjer
        kasjerka kelner kelnerka kierowca kierownik koordynator ksiegowa księgowa księgowy kucharz lekarz magazynier mechanik
        nauczyciel nauczycielka pielęgniarka praktykant pracownik prezes programista projektant przedstawiciel recepcjonistka redaktor
        robotnik sprzedawca sprzedawczyni stażysta stażystka specjalista specjalistka właściciel tester
        """

    /// Words that go with a job's name but also with other things; two of them, or one at an end, hint at a title.
    static let parts = """
        senior junior sr jr lead head staff principal vice deputy assistant acting interim graduate student sales customer chief
        executive general regional national international freelance self-employed part-time full-time night shift summer co
        business software web mobile frontend backend full-stack fullstack data product project program programme account
        marketing operations support service human resources hr quality technical research teaching crew team shop floor
        development engineering design analytics security network systems system cloud postdoctoral visiting adjunct
        scrum master doctoral phd registered licensed certified managing creative art content community social media
        stellvertretender stellvertretende leitender leitende freiberuflich freiberufliche studentische
        indépendant principal adjoint adjointe chef chargé freelance
        jefe responsable ayudante gerencia pleno sênior júnior
        """
}
