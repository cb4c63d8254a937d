/// Words about people's names and about what is no name.
enum NameWords {
    static let particles = """
        abd abu al ap ben bin da das de degli del della dello den der des di do dos du e el het i ibn la le mac mc san
        santa st te ten ter van vom von y zu zur
        """

    static let salutations = """
        dipl dott dottssa dr frau herr ing madam madame miss monsieur mr mrs ms mx prof señor señora sir sr sra
        """

    static let credentials = """
        aat aca acca aia aprn ba bcba bsc bsn cae capm cbap ccna ccp ccrn cfa cfp che cipd cisa cissp cma cpa cpim crnp
        csm cssbb dba dds dnp dvm edd eit eng esq fca fcca fnp icf ii iii iv jd jr lcpc lcsw leed lmft lmsw lpc lpn ma
        mba mbbs mcipd mcips md mphil mrics msc msn ncarb np npd oscp otr otrl pa pac pe pgce pgmp phd phdc phr pmi pmp
        psyd qsa rd rdn rn rn-bc rph scpm sfc shrm shrmcp shrmscp slp sphr sr
        """

    /// Titles of documents, headings and labels: a line with one of these is not the person's name.
    static let notNames = """
        about address and anschreiben anschrift apartment applicant application apt are at ausbildung available avenue
        awards berufserfahrung bewerbung birth born box build candidate career cell center centre certification
        certifications city college compétences competências competenze confidential contact contacto contato contatti
        coordonnées country cover create currículo curriculum cv dados dane date daten datos deckblatt declaration
        department details developed doświadczenie downloaded drive e-mail educación education email employment
        esperienza europass example experience expérience experiences experiencia experiência fax floor for formação
        formación formation from full geburtsdatum gegevens gender github habilidades history hobbies hoja home
        idiomas in info information informazioni institute interests is istruzione języki job jobs kenntnisse kontakt
        kontaktowe lane language languages langues last lebenslauf led letter lingue linkedin mail managed marital me
        minutes mobile my name nationality objective on opleiding or osobowe page perfil personal personales personali
        persönliche persoonlijke pessoais phone portfolio printed professional profil profile projects publications
        qualifications references request responsible resume résumé resumes road sample school skill skills sprachen
        state status street suite summary talen tel telefon telephone template the this to top umiejętności university
        updated upon vaardigheden vida vitae vitæ was website werkervaring with work wykształcenie your zip
        """

    /// Trades among the surnames.
    static let surnames = """
        baker barber butcher captain carpenter coach cook farmer fisher gardener guide head judge king koch lead major
        maler marshal marshall mason master masters meister miller page painter parson pastor porter potter priest
        ranger sailor schreiner sculptor sergeant shepherd singer smith steward tailor taylor thatcher turner walker
        ward warden weaver
        """

    static let languages = """
        afrikaans albanian alemán alemão allemand angielski anglais arabe árabe arabic arabisch arabo bengali
        bulgarian cantonese catalan chinese chinesisch chino chinois cinese croatian czech danish deutsch duits dutch
        engels englisch english espagnol espanhol español farsi finnish français francés francês francese francuski
        frans französisch french german giapponese greek griechisch gujarati hebrew hindi hiszpański holandés
        hungarian indonesian inglés inglês inglese irish italiaans italian italiano italien italienisch japanese
        japanisch japonais japonés korean latin malay mandarin marathi nederlands néerlandais niderlandzki
        niederländisch niemiecki norwegian olandese persian polacco polaco polish polnisch polonais polski pools
        portoghese portugais portugalski portugees portugiesisch portugués português portuguese punjabi romanian
        rosyjski ruso russe russian russisch russo serbian slovak slovenian spaans spagnolo spanisch spanish swahili
        swedish tagalog tamil tedesco telugu thai türkisch turkish ukrainian urdu vietnamese welsh włoski
        """
}
