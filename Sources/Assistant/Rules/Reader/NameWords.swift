/// Words about people's names and about what is no name.
enum NameWords {
    static let particles = """
        van der den de la le von vom zu zur bin ibn ben al el e y da das do dos du di del della degli dello des ten ter te het
        abu abd ap mac mc san santa st i
        """

    static let salutations = "mr mrs ms miss mx dr prof sir madam herr frau dipl ing monsieur madame sr sra señor señora dott dottssa"

    static let credentials = """
        pmp mba cpa rn phd md msc bsc ma ba jd esq phr sphr cissp cfa acca pe cma cisa csm bsn msn dds dvm rd lcsw eit aia leed
        shrm shrmcp shrmscp aprn np fnp lpn jr sr ii iii iv
        """

    /// Titles of documents, headings and labels: a line with one of these is not the person's name.
    static let notNames = """
        curriculum vitae vitæ resume résumé cv sample template profile contact page experience experiences education skills skill
        summary objective address phone email e-mail mail telephone mobile tel fax linkedin github website portfolio top
        languages language certifications certification example lebenslauf create minutes your build my this home cell last
        updated career centre center personal information details info about me work employment history professional
        qualifications references hobbies interests projects awards publications declaration date birth nationality gender
        marital status references available upon request confidential name full born street road avenue drive lane suite
        apartment apt floor box city state zip country university college school institute department
        berufserfahrung ausbildung kenntnisse sprachen kontakt persönliche daten anschrift telefon geburtsdatum
        compétences formation expérience langues coordonnées profil experiencia educación habilidades idiomas contacto perfil
        formación datos personales experiência formação competências contato dados pessoais esperienza istruzione competenze
        lingue contatti werkervaring opleiding vaardigheden talen doświadczenie wykształcenie umiejętności języki kontaktowe
        bewerbung anschreiben deckblatt europass hoja vida currículo dane osobowe gegevens persoonlijke informazioni personali
        responsible managed developed led for with and or the from to in at on is are was
        resumes letter cover jobs job application applicant candidate downloaded printed
        """

    /// Trades among the surnames.
    static let surnames = """
        smith baker butcher carpenter cook mason miller porter weaver barber judge marshal marshall taylor tailor gardener fisher
        farmer painter sculptor steward warden ward page parson pastor priest potter shepherd singer master masters major
        sergeant captain head lead guide coach sailor thatcher turner walker koch meister maler schreiner ranger king
        """

    static let languages = """
        english german french spanish portuguese italian dutch polish russian chinese mandarin cantonese japanese korean arabic
        hindi urdu bengali punjabi tamil telugu marathi gujarati turkish greek hebrew swedish norwegian danish finnish czech
        slovak hungarian romanian bulgarian ukrainian serbian croatian slovenian vietnamese thai indonesian malay tagalog swahili
        persian farsi catalan welsh irish afrikaans latin albanian
        englisch deutsch französisch spanisch portugiesisch italienisch niederländisch polnisch russisch chinesisch japanisch
        arabisch türkisch griechisch
        anglais allemand français espagnol portugais italien néerlandais polonais russe chinois japonais arabe
        inglés alemán francés español portugués italiano holandés polaco ruso chino japonés árabe
        inglês alemão francês espanhol português
        inglese tedesco francese spagnolo portoghese olandese polacco russo cinese giapponese arabo
        engels duits frans spaans portugees italiaans nederlands pools
        angielski niemiecki francuski hiszpański portugalski włoski niderlandzki polski rosyjski
        """
}
