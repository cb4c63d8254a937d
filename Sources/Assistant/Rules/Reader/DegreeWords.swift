/// Words of degrees and leaving certificates, written without dots.
enum DegreeWords {
    static let degrees = """
        bachelor bachelors master masters doctor doctorate doctoral phd dphil mba emba bsc msc bba bbm btech mtech bcom mcom beng
        meng llb llm jd mca bca pgdm pgdbm pgd pgdca bfa mfa barch march mphil mphys mchem msci dsc dba edd mpa mph mres mlitt
        bed med bds mbbs bams bpharm mpharm bpt bsn msn dnp dvm dds psyd pharmd bmus mmus
        diploma diplome diplôme diplom diploma's diplomado associate associates certificate certificat certificado certificato
        licence licenciatura licenciado licenciada laurea abitur fachabitur matura maturita maturità baccalauréat bac bts dut but cap
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

    static let grades = "gpa cgpa grade grades note notendurchschnitt marks percentage percent score average mention cum nota voto media"
}
