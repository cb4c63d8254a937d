/// Words of degrees and   certificates, written without dots.
enum DegreeWords {
    static let degrees = """
        a-level a-levels aat abitur acca agrégation alevel alevels allgemeine apprenticeship artium associate associates
        ausbildung bac bacc baccalaureat baccalauréat baccalaureate bach bacharel bacharelado bachelor bachelor-of
        bachelors bachillerato baed bams banf barch bautechniker bba bba(h) bbm bca bcl bcom bdes bds beca bed beng bfa
        bgs bhm blib bmath bmid bms bmus bnurs bpharm bps bpt brevet bsba bsc bsce bscn bscs bsed bsee bsme bsn bsw bsws
        btec btec-nd btech bts but cap cbse cert certificação certificação-profissional certificación certificado
        certificat certificate certificato cfa-diploma cipd corso cqp ctc curso cursos dba dds dea degree deug deust
        diplom diplom-informatiker diplom-ingenieur diplom-kaufmann diploma diploma's diplomado diplome diplôme diplômé
        dnp docteur doctor doctorado doctoral doctorat doctorate doktor doktorat doutor doutorado dphil dptc dr-ing dsc
        dut dvm edd egresado emba ensino especialização fachabitur facharbeiter
        fachhochschulabschluss fachhochschulreife fachwirt fellowship-diploma foundation-degree gcse gcses gdl ged
        gesellenbrief gesellenprüfung gnvq grado graduação graduate habilitation hauptschulabschluss
        hauptschule-abschluss havo hbo high-school highers hnc hnd hochschulabschluss hochschulreife
        hochschulzugangsberechtigung honors honours hsc hsc-vocational icse igcse industriekauffrau-ausbildung
        ingeniería ingeniero-técnico ingénieur ingénieure intermediate inżynier inżynierskie jd jmb juris laurea
        laureato leaving leerlingwezen level levels licence licenciada licenciado licenciate licenciatura licencié
        licencjat licentiate llb llm lpc lpn-diploma ltcl maestría magister magistère magisterka magistrale maîtrise
        major major-in march master máster mastère masters matriculation matura maturita maturità mavo mba mbbch mbbs
        mbchb mbo mca mchem mcom mcs mdes mechatronik-ausbildung med med-school meisterbrief meisterprüfung
        meisterschule meng mestrado mestre mfa mibs mim minor mittelschulabschluss mittlere-reife mlis mlitt mma mmus
        mpa mph mpharm mphil mphys mpp mpt mres msc msc-eng msci mscs mse msed msee msme msn mssc mstat mstud msw mtech
        mtheol nabteb nce neco nvq nvqs osce otd perito pgce pgcert pgd pgdba pgdbm pgdca pgdip pgdm pgdm-finance pgp
        pharmd phd plus-two pós-graduação posgrado postgrado postgraduado postgraduate pregrado primaria promotion
        promovierung propädeutikum psyd puc ragioneria realschulabschluss reife rn-diploma s.s.c sace sbsc scd secondary
        ssc ssce sslc staatsexamen staatsexamina t-level t-levels technicien technik technik-abitur technologist-diploma
        técnico tecnico-diploma técnico-superior tecnólogo thm titulado umschulung undergraduate vce vmbo vmbo-t vwo
        wace waec wassce wo xii xiith xth
        """

    /// Degrees only in capitals: "as" and "ma" are common words as well.
    static let capitals = """
        aa aas abi as ba be bfa bs bt bts ca cfa cpa cse dea des dess do edm eds fa hl ib jd lpc ma mat md me mls ms msw
        nd ond rn se te
        """

    /// Subjects, to tell "University of Leeds, History" from "University of Leeds, Headingley".
    static let fields = """
        accounting administração administración administration aeronautical aerospace agriculture agronomia agronomía
        agronomy ancient animation anthropology applied archaeology architecture art artificial arts astronomy autism
        automotive aviation banking bauingenieurwesen bauwesen bedrijfskunde betriebswirtschaft betriebswirtschaftslehre
        bildende bioinformatics biologie biology biomedical biotechnology botany broadcasting budownictwo business
        carpentry chemical chemie chemistry childhood chimie ciência cinema civil clinical cognitive commerce commercial
        communication communications comptabilité computação computational computer computing construction contabilidade
        counseling counselling creative criminal criminology culinary cultural cyber cybersecurity dance data dentistry
        derecho design development digital direito drama droit early ecology economia economía economics economie
        économie education ekonomia eléctrica electrical electronic electronics elektrotechnik elementary elétrica
        empresas energy enfermería engenharia engineering english entrepreneurship environmental epidemiology fashion
        film finance fine fisica física fisioterapia food foreign forestry french furniture game gender geneeskunde
        general genetics geography geology german germanistik geschichte gestão gestion gestión giurisprudenza global
        graphic health histoire history homeland hospitality hotel hotelmanagement human humanities hydrology
        illustration immunology industrial informatica informática informatics informatik information
        informationstechnik informatique informatyka ingegneria ingeniería insurance interior international investment
        japanese journalism jura jurisprudence justice kinesiology landscape languages latin law lettere lettres liberal
        library linguistics literature logistics logistik logistique logistyka machine management marine maritime
        marketing maschinenbau matemáticas materials mathematics mathematik mathématiques maths mechanical mechanik
        mechatronics mechatronik media medicina medicine medieninformatik medizin metallurgy meteorology microbiology
        midwifery military mining molecular multimedia museum music naval networking neuroscience nursing nutrition
        occupational oceanography optometry organizational paralegal pathology pedagogia pedagogía pedagogika pedagogy
        performing petroleum pharmacology pharmacy philologie philology philosophy photography physical physics physik
        physiotherapy pielęgniarstwo planning plastic plumbing poetry political politics prawo production psicologia
        psicología psychologia psychologie psychology public quantity radiography radiology rechten refrigeration
        rehabilitation religion religious renewable robotics rural sanitary science sciences scienze secondary security
        social sociology software soil soziologie spanish special speech sport sports statistics statistik studies
        supply surveying sustainability sustainable taxation teaching techniek technology textile theatre theology
        theoretical tourism tourisme toxicology translation transport travel turismo urban verpleegkunde veterinary
        visual water web welding wildlife wirtschaft wirtschaftsinformatik wirtschaftsingenieurwesen
        wirtschaftswissenschaften women's woodwork zarządzanie zoology
        """

    static let grades = """
        abschlussnote average cgpa cijfer cum division durchschnitt gesamtnote gpa grade grades marks media mention
        nota note notendurchschnitt percent percentage score voto
        """
}
