/// Words of degrees and leaving certificates, written without dots.
enum DegreeWords {
    static let degrees = """
        bachelor bachelors master masters doctor doctorate doctoral phd dphil mba emba bsc msc bba bbm btech mtech bcom mcom beng
        meng llb llm jd mca bca pgdm pgdbm pgd pgdca bfa mfa barch march mphil mphys mchem msci dsc dba edd mpa mph mres mlitt
        bed med bds mbbs bams bpharm mpharm bpt bsn msn dnp dvm dds psyd pharmd bmus mmus
        diploma diplome diplôme diplom diploma's diplomado associate associates certificate certificat certificado certificato
        licence licenciatura licenciado licenciada laurea abitur fachabitur matura maturita maturità baccalauréat bac brevet bts dut but cap
        bachillerato bacharelado bacharel mestrado mestre doutorado doutor tecnólogo técnico-superior grado máster maestría
        doctorado doctorat magister magisterka licencjat inżynierskie diplom-ingenieur diplom-informatiker diplom-kaufmann
        staatsexamen promotion promovierung ausbildung umschulung gesellenbrief meisterbrief mittlere-reife realschulabschluss
        hauptschulabschluss fachhochschulreife hochschulreife allgemeine reife
        high-school secondary gcse gcses alevel alevels level levels hnd hnc nvq btec ged hsc ssc sslc puc
        matriculation intermediate cbse icse honours honors degree graduate postgraduate undergraduate minor major
        mbo hbo wo vwo havo vmbo bsba bsee bscs mscs msee mstat beca ingénieur ingeniería graduação pós-graduação especialização
        posgrado postgrado curso corso perito ragioneria tecnico-diploma mastère apprenticeship acca foundation-degree
        """

    /// Degrees only in capitals: "as" and "ma" are common words as well.
    static let capitals = "ba bs ma ms be me aa as aas bfa dea des dess edm eds mat mls msw te se fa cfa cpa bts"

    /// Subjects, to tell "University of Leeds, History" from "University of Leeds, Headingley".
    static let fields = """
        science sciences engineering economics business administration arts art history biology physics chemistry mathematics maths
        computer computing informatics information technology law medicine nursing psychology sociology philosophy literature
        linguistics english design marketing finance accounting management education politics political journalism
        communication communications media music theatre drama architecture geography geology statistics electronics
        mechanical electrical civil chemical industrial software data environmental agriculture humanities commerce studies
        informatik wirtschaft betriebswirtschaft maschinenbau elektrotechnik medizin jura germanistik bauingenieurwesen
        wirtschaftsinformatik physik chemie biologie mathematik geschichte
        informatique droit gestion économie histoire lettres commerce
        informática derecho economía ingeniería administración empresas matemáticas medicina enfermería
        direito administração engenharia contabilidade ciência computação
        giurisprudenza economia ingegneria lettere scienze
        informatica bedrijfskunde rechten geneeskunde verpleegkunde economie techniek
        informatyka ekonomia prawo zarządzanie budownictwo
        """

    static let grades = "gpa cgpa grade grades note notendurchschnitt marks percentage percent score average mention cum nota voto media abschlussnote gesamtnote durchschnitt cijfer division"
}
