/// Words of degrees and leaving certificates, written without dots.
enum DegreeWords {
    static let degrees = """
        abitur acca alevel alevels allgemeine apprenticeship associate associates ausbildung bac baccalauréat bacharel
        bacharelado bachelor bachelors bachillerato bams barch bba bbm bca bcom bds beca bed beng bfa bmus bpharm bpt
        brevet bsba bsc bscs bsee bsn btec btech bts but cap cbse certificado certificat certificate certificato corso
        curso dba dds degree diplom diplom-informatiker diplom-ingenieur diplom-kaufmann diploma diploma's diplomado
        diplome diplôme dnp doctor doctorado doctoral doctorat doctorate doutor doutorado dphil dsc dut dvm edd emba
        especialização fachabitur fachhochschulreife foundation-degree gcse gcses ged gesellenbrief grado graduação
        graduate hauptschulabschluss havo hbo high-school hnc hnd hochschulreife honors honours hsc icse ingeniería
        ingénieur intermediate inżynierskie jd laurea level levels licence licenciada licenciado licenciatura
        licencjat llb llm maestría magister magisterka major march master máster mastère masters matriculation matura
        maturita maturità mba mbbs mbo mca mchem mcom med meisterbrief meng mestrado mestre mfa minor mittlere-reife
        mlitt mmus mpa mph mpharm mphil mphys mres msc msci mscs msee msn mstat mtech nvq perito pgd pgdbm pgdca pgdm
        pharmd phd pós-graduação posgrado postgrado postgraduate promotion promovierung psyd puc ragioneria
        realschulabschluss reife secondary ssc sslc staatsexamen tecnico-diploma técnico-superior tecnólogo umschulung
        undergraduate vmbo vwo wo
        """

    /// Degrees only in capitals: "as" and "ma" are common words as well.
    static let capitals = "aa aas as ba be bfa bs bts cfa cpa dea des dess edm eds fa ma mat me mls ms msw se te"

    /// Subjects, to tell "University of Leeds, History" from "University of Leeds, Headingley".
    static let fields = """
        accounting administração administración administration agriculture architecture art arts bauingenieurwesen
        bedrijfskunde betriebswirtschaft biologie biology budownictwo business chemical chemie chemistry ciência civil
        commerce communication communications computação computer computing contabilidade data derecho design direito
        drama droit economia economía economics economie économie education ekonomia electrical electronics
        elektrotechnik empresas enfermería engenharia engineering english environmental finance geneeskunde geography
        geology germanistik geschichte gestion giurisprudenza histoire history humanities industrial informatica
        informática informatics informatik information informatique informatyka ingegneria ingeniería journalism jura
        law lettere lettres linguistics literature management marketing maschinenbau matemáticas mathematics
        mathematik maths mechanical media medicina medicine medizin music nursing philosophy physics physik political
        politics prawo psychology rechten science sciences scienze sociology software statistics studies techniek
        technology theatre verpleegkunde wirtschaft wirtschaftsinformatik zarządzanie
        """

    static let grades = """
        abschlussnote average cgpa cijfer cum division durchschnitt gesamtnote gpa grade grades marks media mention
        nota note notendurchschnitt percent percentage score voto
        """
}
