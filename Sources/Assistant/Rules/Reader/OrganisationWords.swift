/// Words of employers' and schools' names.
enum OrganisationWords {
    static let legalForms = """
        inc llc ltd limited gmbh corp corporation company plc pvt llp lp ag kg kgaa ug ohg gbr mbh ev se sa sas sarl eurl snc
        srl spa sl slu sau ltda eireli bv nv vof ab asa oy oyj aps zoo spzoo sro kft zrt pty pte bhd sdn kk cic saog co cie
        """

    static let kinds = """
        technologies technology solutions systems services group groupe grupo gruppo gruppe groep bank banco banque banca
        hospital hospitals clinic clinics klinik klinikum krankenhaus clinique hôpital clínica ospedale ziekenhuis szpital laboratory laboratories labs lab
        laboratoire agency agence agencia agência agentur partners consulting consultants holdings holding foundation stiftung
        fondation fundación fundação fondazione department ministry ministère ministerio restaurant restaurante ristorante
        restauracja hotel hotels hôtel resort insurance versicherung versicherungen assurances seguros enterprise enterprises
        industries industry industrie center centre centro zentrum studio studios media airlines airways motors energy
        pharma pharmaceuticals pharmacy apotheke pharmacie farmacia telecom communications networks software
        logistics transport logistik trust council county municipality gemeinde ayuntamiento mairie prefeitura
        city-council church museum gallery theatre theater library association society union federation club authority
        board bureau office institute institut international associates brothers bros sons söhne fils werke werk verlag bakery
        bäckerei boulangerie café cafe bistro bar pub supermarket market markets mart store stores outlet shop boutique mall salon
        gym fitness academy akademie kindergarten kita daycare nursery school schule college university universität université
        universidad universidade università universiteit uniwersytet polytechnic construction constructions builders bau properties
        realty estate estates capital ventures ventures equity investments securities financial finance fund funds brewery farm farms
        foods food beverages garage auto automotive electronics electric semiconductor semiconductors aerospace
        airport rail railway bahn army navy police feuerwehr autohaus kanzlei praxis steuerberatung
        cabinet étude société empresa compañía companhia azienda bedrijf firma przedsiębiorstwo spółka startup nhs
        """

    /// Places of learning.
    static let institutions = """
        university universities universität universite université universidad universidade università universiteit uniwersytet
        universitas univ uni college colleges institute institut instituto istituto instytut institution school schools
        academy académie academia accademia akademie akademia hochschule fachhochschule polytechnic polytechnique politécnica
        politécnico politecnico politechnika école ecole escuela escola scuola faculty faculté facultad faculdade facoltà
        fakultät iit iim nit bits mit ucla usc nyu unam usp kaist tu lmu fh eth epfl lse ucl tum rwth kth insead hec högskola lycée lycee liceo liceu liceum
        gymnasium realschule hauptschule gesamtschule grundschule berufsschule berufskolleg volkshochschule schule technikum
        collège colegio colégio bootcamp vidyalaya vidyapeeth seminary conservatory conservatoire conservatorio konservatorium
        hogeschool roc szkoła ifsp ensino senai iut insa sciencespo campus học technikerschule coursera udemy udacity edx
        vidya vidyamandir mahavidyalaya
        """
}
