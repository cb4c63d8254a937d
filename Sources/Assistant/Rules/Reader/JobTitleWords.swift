/// Words of job titles. The head nouns decide what is a position and what an employer, so they carry the reader more than
/// any other list; it holds the trades of all kinds, not only those of offices. A word that two languages share stands
/// with one of them.
enum JobTitleWords {
    /// Words that name a job by themselves.
    static let heads = [
        Self.english, Self.german, Self.french, Self.spanish, Self.portuguese, Self.italian, Self.dutch, Self.polish,
    ].joined(separator: "\n")

    private static let english = """
        accountant actor actuary admin administrator adviser advisor agent aide aircrewman airman ambassador
        anaesthetist analyst animator apprentice apprentice-ship apprenticeship arborist archaeologist architect
        archivist artillerist artist assembler assemblyman assessor assistant associate associates astronomer attendant
        attorney au-pair auditor author auxiliary avp babysitter bagger baker baler ballerina banker barber barista
        barrister bartender beautician bellboy bellhop biochemist biologist boilermaker bookbinder bookkeeper bookseller
        bosun bouncer brewer bricklayer broker builder busboy butcher buyer cabinetmaker caddie cameraman campaigner
        canvasser captain caregiver carer caretaker carpenter cartographer caseworker cashier cataloguer caterer ceo cfo
        chair chairman chairperson chairwoman chaplain chauffeur chef chef-de-partie chemist chief childminder
        chiropractor choreographer cio ciso cleaner clerk clinician cmo co-founder co-op co-ordinator co-owner coach
        coder cofounder collector columnist comedian commander commissioner companion composer comptroller concierge
        conductor conservator constable consultant contractor contributor controller coo cook coordinator copywriter
        corporal correspondent counsel counsellor counselor courier coxswain cpo craftsman crane-operator creator crew
        crewman crewmember cro croupier cto curator custodian dancer dba dealer deckhand decorator demonstrator dentist
        deputy dermatologist designer deskman detective developer devops dietician dietitian director dispatcher diver
        dj docent dockworker doctor dogman dogsbody doorman drafter draftsman draftsperson dramatist draughtsman
        draughtswoman dressmaker driller driver dyer ecologist economist editor educator elder electrician embalmer emt
        engineer entrepreneur enumerator epidemiologist escort esthetician estimator evaluator evangelist evp examiner
        executive expeditor expert externship fabricator facilitator farmer farmhand fellow fellowship fettler filmmaker
        financier firefighter fireman firewatch fisher fisherman fitter flagger flight-attendant florist footballer
        forecaster foreman forester forwarder founder freelancer fumigator fundraiser gamekeeper ganger gardener
        gastroenterologist generalist geographer geologist geophysicist glazier gofer goldsmith governess governor
        grader groom groomer guard guide gunner gynaecologist hacker hairdresser hairstylist handler handyman handywoman
        harvester head headmaster headteacher helper herbalist historian host hostess hostler housekeeper housekeeping
        hydrologist hygienist illustrator importer infantryman infantrywoman informant inspector installer instructor
        integrator intern internee internship interpreter interviewer inventor investigator investor ironworker janitor
        jeweler jeweller jobber joiner journalist journeyman judge keeper labeler laborer labourer landlord landscaper
        laundress lawyer lead leader lecturer librarian lieutenant lifeguard lineman linesman lineworker linguist loader
        lobbyist locksmith logistician longshoreman machinist machinists magistrate maid maintainer maitre major maker
        manager marine marketer marshal mason massager masseur masseuse mathematician matron mechanic mediator medic
        member mentor merchandiser merchant messenger metallurgist meteorologist microbiologist midwife milkman miller
        millwright miner minister model modeller moderator monitor mortician mover musician nanny navigator nco
        negotiator neurologist neuroscientist newsreader notary nurse nutritionist obstetrician officer oiler operative
        operator optician optometrist orderly ordnanceman organiser organist organizer orthodontist owner packer
        paediatrician painter paperboy paralegal paramedic paratrooper partner pastor pastrycook pathologist patroller
        pediatrician pentester performer pharmacist pharmacist-assistant phlebotomist photographer physician physicist
        physiologist physiotherapist pianist picker pilot pipefitter planner planter plasterer plumber podiatrist poet
        policeman policewoman polisher politician porter postdoc postman postwoman potter practitioner preacher
        presenter president presser priest principal printer processor procurator producer professor programmer
        projectionist promoter proofreader proprietor provost psychiatrist psychologist psychometrician psychotherapist
        publicist publisher purchaser pursers qa qae quartermaster radiographer radiologist ranger realtor receptionist
        recruiter referee registrar relations-manager rep repairer repairman reporter representative researcher resident
        restorer reviewer rifleman rigger roadie roaster roofer roughneck roustabout sailor salesclerk salesman
        salesperson saleswoman sawyer scheduler scholar scientist scrum-master sculptor sde sdet seafarer seamstress
        secretary sergeant servant server sexton shearer shepherd sheriff shipfitter shipwright shoemaker shopfitter
        shopkeeper signalman singer slater smith sociologist soldier solicitor sommelier songwriter sonographer soprano
        specialist spinner splicer spotter sre stablehand staff stagehand statistician steelworker steersman
        stenographer stevedore steward stewardess stockbroker stocker stocktaker stonemason storekeeper storeman
        strategist stylist subcontractor submariner superintendent supervisor surgeon surveyor svp swe sweeper tailor
        taster tattooist taxidermist teacher teamster technician technologist telecaller telemarketer telephonist teller
        tester therapist tiler tinsmith toolmaker toymaker trader trainee traineeship trainer translator treasurer
        trucker tuner tutor tv-presenter typist umpire undergraduate undersecretary underwriter upholsterer usher ux
        valet vendor veterinarian vicar videographer vintner volunteer vp waiter waitress ward-clerk warden warder
        warehouseman washer watchmaker waterman weaver webmaster welder winemaker wireman woodworker worker workman
        writer yardman zoologist
        """

    private static let german = """
        abteilungsleiter altenpflegerin angestellte angestellter anwalt arzt arzthelferin ärztin assistent assistentin
        assistenz assistenzarzt ausbilder ausbilderin aushilfe auszubildende auszubildender azubi bäcker bauhelfer
        bauleiter bauzeichner berater beraterin betreuer betreuerin buchhalter buchhalterin bürokauffrau bürokaufmann
        chefarzt chefin controllerin dozent dozentin einkäufer einkäuferin elektriker elektroinstallateur elektroniker
        entwickler entwicklerin erzieher erzieherin fachangestellte fachangestellter fachinformatiker fachkraft
        fachlagerist fachverkäuferin fahrer fleischer friseur friseurin gärtner geschäftsführer geschäftsführerin
        geselle gesellin gruppenleiter hausmeister hebamme heilerziehungspfleger heizungsbauer hilfskraft
        hilfswissenschaftler hotelfachfrau hotelfachmann industriekauffrau industriekaufmann ingenieur ingenieurin
        installateur journalistin justiziar kauffrau kaufmann kellner kellnerin koch köchin konditor konditorin
        kosmetikerin krankenpfleger krankenschwester küchenchef küchenhilfe laborant laborantin lagerhelfer lagerist
        lehrer lehrerin lehrkraft lehrling leiter leiterin logopädin maler masseurin maurer mechaniker mechatroniker
        mechatronikerin mediengestalter mediengestalterin medizinische-fachangestellte meister meisterin metzger minijob
        mitarbeiter mitarbeiterin monteur notfallsanitäter oberarzt optiker pflegefachkraft pflegehelfer pflegehelferin
        pfleger pflegerin physiotherapeut physiotherapeutin polier praktikant praktikantin praktikum produktionshelfer
        programmierer programmiererin projektleiter projektleiterin projektmanager projektmanagerin prokurist
        raumpflegerin rechtsanwalt rechtsanwältin redakteur redakteurin referent referentin rettungssanitäter
        sachbearbeiter sachbearbeiterin schlosser schneider schreiner sekretär sekretärin servicekraft
        softwareentwickler softwareentwicklerin sozialarbeiter sozialarbeiterin sozialpädagoge sozialpädagogin
        steuerberater steuerberaterin steuerfachangestellte steuerfachangestellter studentin teamassistentin teamleiter
        teamleiterin techniker technikerin tischler trainerin trockenbauer tutor verkäufer verkäuferin verkaufsleiter
        vertriebsleiter vertriebsmitarbeiter verwaltungsfachangestellte volontär volontärin vorstand werkstudent
        werkstudentin wissenschaftler zahnarzthelferin zerspanungsmechaniker zimmermann zugbegleiter
        """

    private static let french = """
        acheteur acheteuse administrateur administratrice agente aide-cuisinier aide-soignant aide-soignante alternant
        alternante ambulancier analyste animateur animatrice apprenti apprentie architecte assistante attaché attachée
        auditeur auditrice auxiliaire avocat avocate barman bibliothécaire boulanger boulangère caissier caissière
        cariste chargé chargé-d'affaires chargée chauffeur-livreur cheffe chercheur chercheuse coiffeur coiffeuse
        commercial commerciale commis comptable concepteur conceptrice conducteur conductrice conseiller conseillère
        consultante contremaître contrôleur contrôleuse coordinateur coordinatrice couturière cuisinier cuisinière
        demi-chef dessinateur dessinatrice développeur développeuse directeur directrice dirigeant doctorant doctorante
        éducateur éducatrice électricien employé employée encadrant enseignant enseignante équipier équipière
        esthéticienne facteur factrice fleuriste formateur formatrice gérant gérante gestionnaire graphiste hôte hôtesse
        huissier infirmier infirmière ingénieur ingénieure instituteur institutrice jardinier jardinière juriste livreur
        livreuse maçon magasinier maître manutentionnaire mécanicien médecin médiateur menuisier moniteur monitrice
        opérateur opératrice ouvrier ouvrière pâtissier pâtissière paysagiste peintre pharmacien pharmacienne plombier
        plongeur plongeuse préparateur préparatrice professeur professeure programmeur réceptionniste rédacteur
        rédactrice responsable sage-femme second secouriste secrétaire serveur serveuse soignant soudeur sous-chef stage
        stagiaire surveillant surveillante technicien technicienne traducteur traductrice vacataire veilleur vendeur
        vendeuse
        """

    private static let spanish = """
        abogada abogado administrador administradora administrativa administrativo albañil almacenero analista aprendiz
        arquitecta arquitecto asesor asesora asistente auditor autónoma autónomo auxiliar ayudante azafata barrendero
        becaria becario bibliotecaria bombero cajera cajero camarera camarero capataz carnicero carpintero celador
        cocinera cocinero comercial conductor conductora conserje consultor consultora contable contador contadora
        coordinador coordinadora costurera cuidador cuidadora delegado dependienta dependiente desarrollador
        desarrolladora directivo directora diseñador diseñadora docente economista educador educadora electricista
        empleada empleado encargada encargado enfermera enfermería-auxiliar enfermero fisioterapeuta fontanero formador
        formadora frutero fundador fundadora gerente gestor gestora graduado guardia informático ingeniera ingeniero
        interina investigador investigadora jardinero jefa jefe licenciado limpiador limpiadora logopeda maestra maestro
        maquinista mecánico médica médico modista monitora mozo oficial operadora operaria operario panadero pasante
        peluquera peluquero peón periodista pintor portero practicante prácticas procurador profesor profesora
        programador programadora promotora psicóloga psicólogo psicopedagoga recepcionista redactor redactora repartidor
        reponedor reponedora repostera representante secretaria secretario socio socorrista soldado soldador subdirector
        subdirectora supervisor supervisora técnica técnico teleoperador teleoperadora titular trabajador trabajadora
        traductor traductora transportista tutor vendedor vendedora vigilante voluntario
        """

    private static let portuguese = """
        advogada advogado ajudante almoxarife analista aprendiz arquiteta arquiteto arrumadeira assessora assistente
        atendente auxiliar balconista bolsista caixa chefe confeiteiro conferente consultor consultora contabilista
        coordenador coordenadora corretor costureira cozinheira cozinheiro cuidador cuidadora desenvolvedor
        desenvolvedora diarista diretor diretora docente economista eletricista empregada empresário encanador
        encarregado enfermeira enfermeiro engenheira engenheiro entregador especialista estagiária estagiário estágio
        estoquista faxineira fiscal frentista garçom gari gerente gestor gestora instrutor instrutora jardineiro
        jornalista manicure manobrista mecânica mecânico médica médico menor merendeira monitora montador motorista
        nutricionista office-boy operador operadora padeiro pedagoga pedreiro pesquisador pesquisadora pintor porteiro
        professora programador programadora projetista promotor psicóloga psicólogo recepcionista repositor secretária
        secretário segurança serralheiro servente sócia sócio soldador subgerente supervisor supervisora técnica técnico
        terapeuta tesoureiro tradutor trainee vendedor vendedora vigia voluntária zelador
        """

    private static let italian = """
        addetta addetto agente allievo amministratore analista animatore animatrice apprendista architetta architetto
        assistente autista autotrasportatore avvocato badante bagnino barista bibliotecaria bracciante cameriera
        cameriere capo capocantiere capoturno carrellista cassiera cassiere colf commessa commesso consulente contabile
        coordinatore coordinatrice cuoca cuoco direttore direttrice dirigente docente dottorando educatore educatrice
        elettricista estetista falegname farmacista fattorino fisioterapista fondatore formatore formatrice fotografo
        geometra giardiniere giornalista grafica grafico guardia guida idraulico imbianchino impiegata impiegato
        infermiera infermiere ingegnere insegnante istruttore lavapiatti legale logopedista macellaio maestra maestro
        magazziniera magazziniere manovale manutentore marinaio massaggiatrice meccanica meccanico mediatore medico
        mulettista muratore necroforo operaia operaio operatore operatrice ottico panettiere parrucchiera parrucchiere
        pasticcere pasticciera pediatra pizzaiolo portiere praticante procuratore progettista programmatore promotore
        promotrice psicologa psicologo ragioniera ragioniere rappresentante receptionist redattore redattrice
        responsabile ricercatore ricercatrice saldatore sarta sarto scaffalista segretaria segretario socia socio
        stagista sviluppatore sviluppatrice tecnica tecnico tirocinante tirocinio tornitore traduttore traduttrice
        venditore veterinario volontaria volontario
        """

    private static let dutch = """
        accountmanager administrateur administratief adviseur afwasser arts bakker barman bedrijfsleider beheerder
        beleidsmedewerker bezorger boekhouder bouwvakker buschauffeur caissière calculator chauffeur coördinator docent
        docente eigenaar elektricien elektromonteur fietskoerier filiaalleider fotograaf fysiotherapeut gastheer
        gastvrouw grafisch-ontwerper groepsleider groepsleidster hoofd huisarts hulpkok inkoper interieurverzorgster
        jurist kapper kapster kassamedewerker kelner keukenhulp kinderverzorgster kok kraamverzorgende lasser leerkracht
        leerling leidinggevende leraar lerares loodgieter maatschappelijk-werker magazijnier magazijnmedewerker
        medewerker medewerkster metselaar monteur notaris onderwijzer onderzoeker ontwerper ontwikkelaar oprichter
        oproepkracht orderpicker pedagogisch-medewerker planner postbode productiemedewerker projectleider psycholoog
        receptionist receptioniste redacteur schilder schoonmaakster schoonmaker secretaresse serveerster servicemonteur
        slager stagiair stagiaire supermarktmedewerker tandarts teamcoach teamleider technicus tekenaar timmerman
        uitvoerder uitzendkracht vakkenvuller verkoopadviseur verkoopmedewerker verkoopster verkoper verloskundige
        verpleegkundige verpleger vertaler vertegenwoordiger verzorgende voorman vrachtwagenchauffeur vrijwilliger
        werkvoorbereider winkelmedewerker woonbegeleider zelfstandige ziekenverzorgende zzp'er
        """

    private static let polish = """
        adwokat agent analityk animator ankieter aplikant architekt asystent asystentka automatyk barmanka bibliotekarka
        brygadzista cukiernik dekarz doradca dyrektor dyspozytor dziennikarka dziennikarz ekspedientka elektromonter
        elektronik elektryk farmaceuta fizjoterapeuta fotograf fryzjer fryzjerka glazurnik główny grafik handlowiec
        hydraulik informatyk inspektor instruktor inżynier inżynierka kadrowa kasjer kasjerka kelner kelnerka kierowca
        kierowniczka kierownik konduktor konsultant konsultantka koordynator koordynatorka korepetytor kosmetyczka
        krawcowa ksiegowa księgowa ksiegowy księgowy kucharz kurier laborant lakiernik lekarka lekarz lektor logistyk
        magazynier malarz manager marynarz masażysta mechanik menadżer menedżer mistrz monter murarz nauczyciel
        nauczycielka ochroniarz operator opiekun opiekunka organizator pedagog piekarz pielęgniarka pielęgniarz pilot
        położna pomocnik portier pracowniczka pracownik praktykant prawnik prezes programista projektant projektantka
        przedstawiciel psycholog ratownik recepcjonista recepcjonistka redaktor redaktorka referent robotnik sekretarka
        sekretarz serwisant ślusarz spawacz specjalista specjalistka sprzedawca sprzedawczyni stażysta stażystka stolarz
        strażak szef szwaczka technolog tester tłumacz tłumaczka trener trenerka wicedyrektor właściciel właścicielka
        wolontariusz wolontariuszka wychowawca wykładowca zaopatrzeniowiec zastępca żołnierz
        """

    /// Words that go with a job's name but also with other things; two of them, or one at an end, hint at a title.
    static let parts = """
        account acting adjoint adjointe adjunct administratief administratieve administrativa administrativo
        amministrativa analytics art assistant ayudante backend bench business certified chargé chef chief class
        clinical cloud co community content coordinating creative credit crew customer data deck deputy design
        development doctoral electrical   enfermagem engineering   executive finish   floor freelance
        freiberuflich freiberufliche front frontend full-stack full-time fullstack fulltime general gerencia grade
        graduate gs head head-of     hr human icu indépendant intensive interim international jefe jr junior
        júnior kaufmännische kaufmännischer   lead legal leitende leitender licensed line long maintenance managing
        marketing master mechanical media medical medische mobile national network night office operating operations otr
          part-time pedagógica pédagogique pediatric phd platoon pleno postdoctoral primary principal product
        production program programme project provisional quality regional registered rehab relief research resources
        responsable route sales scrum security self-employed senior sênior service shift shop social software sous
        special squad sr staff stellvertretende stellvertretender   student studentische summer support surgical
        system systems tax teaching team technical technische technischer temp temporary territory     vice
        visiting warehouse web  
        """
}
