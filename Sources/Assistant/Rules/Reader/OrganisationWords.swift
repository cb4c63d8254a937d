/// Words of employers' and schools' names.
enum OrganisationWords {
    static let legalForms = """
        ab ag aps asa bhd bv cic cie co company corp corporation eireli eurl ev gbr gmbh inc kft kg kgaa kk limited
        llc llp lp ltd ltda mbh nv ohg oy oyj plc pte pty pvt sa saog sarl sas sau sdn se sl slu snc spa spzoo srl sro
        ug vof zoo zrt
        """

    static let kinds = """
        academy aerospace agence agencia agência agency agentur airlines airport airways akademie apotheke army
        associates association assurances authority auto autohaus automotive ayuntamiento azienda bäckerei bahn bakery
        banca banco bank banque bar bau bedrijf beverages bistro board boulangerie boutique brewery bros brothers
        builders bureau cabinet cafe café capital center centre centro church city-council clinic clínica clinics
        clinique club college communications companhia compañía construction constructions consultants consulting
        council county daycare department electric electronics empresa energy enterprise enterprises equity estate
        estates étude farm farmacia farms federation feuerwehr fils finance financial firma fitness fondation
        fondazione food foods foundation fund fundação fundación funds gallery garage gemeinde groep group groupe
        grupo gruppe gruppo gym holding holdings hôpital hospital hospitals hotel hôtel hotels industrie industries
        industry institut institute insurance international investments kanzlei kindergarten kita klinik klinikum
        krankenhaus lab laboratoire laboratories laboratory labs library logistics logistik mairie mall market markets
        mart media ministère ministerio ministry motors municipality museum navy networks nhs nursery office ospedale
        outlet partners pharma pharmaceuticals pharmacie pharmacy police polytechnic praxis prefeitura properties
        przedsiębiorstwo pub rail railway realty resort restauracja restaurant restaurante ristorante salon school
        schule securities seguros semiconductor semiconductors services shop société society software söhne solutions
        sons spółka startup steuerberatung stiftung store stores studio studios supermarket systems szpital
        technologies technology telecom theater theatre transport trust union universidad universidade università
        universität université universiteit university uniwersytet ventures verlag versicherung versicherungen werk
        werke zentrum ziekenhuis
        """

    /// Places of learning.
    static let institutions = """
        academia académie academies academy accademia aiims akademia akademie berufsfachschule berufskolleg
        berufsoberschule berufsschule bits blindenschule bootcamp btc campus cegep cftc cnam colegio colégio college
        collège colleges conservatoire conservatorio conservatorium conservatory coursera cuny deltion ecole école edx
        enac ensa  epfl epita esade escola escp escuela essca essec eth fachhochschule fachoberschule fachschule
        facoltà faculdade facultad faculté faculty fakultät fgv fh gesamtschule gimnasio gimnazjum grundschule gymnase
        gymnasium hauptschule hec học hochschule hochschulen hogescholen hogeschool högskola iba ies ifce ifsp iiit
        iiitm iim iit insa insead institut institute institution instituto instytut ipn isae istituto itc ite itesm itis
        iut kaist konservatorium kth liceo liceu liceum lmu lse lycee lycée lycées lyceum mahavidyalay mahavidyalaya
        matric mcgill mit mittelschule nift niit nit nmims nyu oberschule politechnika politechniki politécnica
        politecnico politécnico polytech polytechnic polytechnique pontificia puc pucrs pucsp realschule regionalschule
        roc rwth sait school schools schule sciencespo scuola seminary senac senai sixth-form sorbonne suny szkoła tafe
        technical-school technikerschule technikum technion technische-schule tecnológico tu tum uab uam uc3m ucd ucl
        ucla ucm udacity udemy uerj ufmg ufpe ufpr ufrgs ufrj ufsc uic uiuc umass unam unc unesp uni unicamp unifesp
        univ universidad universidade università universitas universität universite université universiteit universities
        university uniwersytet upc upm upv usach usc usp utdallas uwm vidya vidyalaya vidyamandir vidyapeeth
        vishwavidyalaya vit vnit volkshochschule volksschule waldorfschule wirtschaftsschule zespol zespół
        """
}
