/// What stands before a colon in labelled resumes ("Designation : Chief Accountant").
enum LabelNames {
    static let all: [(kind: LabelKind, names: String)] = [
        (
            .name,
            """
            name|full name|candidate name|name of candidate|candidate|applicant|vorname nachname|vor und nachname|nom
            nom et prénom|nom complet|prénom et nom|nombre|nombre completo|nombre y apellidos|apellidos y nombres|nome
            nome completo|nome e cognome|cognome nome|naam|volledige naam|imię i nazwisko
            """
        ),
        (
            .firstName,
            """
            first name|given name|given names|forename|vorname|prénom|nombres|primeiro nome|voornaam|imię
            """
        ),
        (
            .lastName,
            """
            last name|surname|family name|nachname|familienname|nom de famille|apellido|apellidos|sobrenome|apelido|cognome
            achternaam|nazwisko
            """
        ),
        (
            .position,
            """
            tipo di impiego|lavoro o posizione ricoperti|designation|position|role|job title|title|post|position held|job role
            position title|job position|post held|occupation|current role|current designation|roles|beruf|stelle|tätigkeit als
            funktion|poste|fonction|intitulé du poste|puesto|cargo|cargo ocupado|posición|função|posizione|mansione|ruolo
            posizione ricoperta|lavoro o posizione ricoperti|functie|stanowisko|occupation or position held|headline
            desired position|position applied for|profession
            """
        ),
        (
            .company,
            """
            organization|organisation|company|employer|company name|client company|name of employer|name of company
            organization name|organisation name|employer name|name of organization|name of the organization
            name and address of employer|firm|arbeitgeber|firma|unternehmen|entreprise|employeur|société|empresa|empleador
            compañía|empregador|azienda|datore di lavoro|nome del datore di lavoro|nome e indirizzo del datore di lavoro
            bedrijf|werkgever|pracodawca|agency|client|current employer|previous employer
            """
        ),
        (
            .dates,
            """
            date da a|dates from to|dates de à|daten von bis|fechas de a|duration|period|date|dates|tenure|from|time period
            dates employed|employment dates|dates of employment|date of employment|period of employment|years|year|zeitraum
            dauer|période|dates d'emploi|durée|fechas|fecha|periodo|período|duración|data|datas|duração|date di impiego|durata
            periode|okres|daty|year of passing|passing year|year of graduation|graduation year|graduation date|graduated
            year of completion|timeline|time
            """
        ),
        (
            .place,
            """
            address|location|mailing address|city|home address|current address|permanent address|residential address
            present address|residence|current location|place|place of residence|address line|postal address|based in
            contact address|correspondence address|adresse|anschrift|wohnort|ort|lieu|domicile|ville|dirección|domicilio
            ciudad|ubicación|lugar de residencia|residencia|localidad|endereço|cidade|localização|morada|indirizzo|residenza
            città|luogo|adres|woonplaats|plaats|miejsce zamieszkania|miasto|lokalizacja
            """
        ),
        (
            .phone,
            """
            phone|mobile|mobile no|mobile number|mobile phone|tel|telephone|cell|cell phone|contact no|contact number|contact
            phone no|phone number|home phone|home|work phone|telephone number|tel no|ph|ph no|t|m|p|c|whatsapp|handy|telefon
            mobil|mobiltelefon|tél|téléphone|portable|mobile/phone|teléfono|móvil|celular|telefone|telemóvel|telefono
            cellulare|cell|telefoon|mobiel|gsm|telefon komórkowy|tel kom|nr telefonu|numer telefonu|phone/mobile|mob|mob no
            call
            """
        ),
        (
            .email,
            """
            email|e-mail|email id|email address|e-mail address|e-mail id|mail|mail id|e|e-mail-adresse|courriel|correo
            correo electrónico|email pessoal|posta elettronica|adres e-mail|emailadres|e-mailadres|adresse e-mail|adresse mail
            email-adresse
            """
        ),
        (
            .link,
            """
            linkedin|github|gitlab|website|web|portfolio|homepage|twitter|x|blog|url|site|site web|webseite|página web
            sito web|skype|facebook|instagram|xing|stackoverflow|stack overflow|behance|dribbble|kaggle|medium|orcid
            google scholar|researchgate|linkedin profile|github profile|personal website|strona internetowa|linkedin url
            bitbucket|leetcode|hackerrank|codepen|online
            """
        ),
        (
            .degree,
            """
            degree|qualification|course|degree/course|exam|examination|program|programme|study program|degree title
            title of qualification awarded|name of degree|abschluss|studiengang|diplôme|titre|título|titulación|grado|grau
            curso|titolo di studio|titolo|qualifica conseguita|diploma|graad|tytuł|stopień|degree earned|award
            """
        ),
        (
            .field,
            """
            field|field of study|major|specialization|specialisation|branch|stream|discipline|subject|subjects|area of study
            main subjects|concentration|fachrichtung|studienfach|schwerpunkt|fach|domaine|spécialité|spécialisation
            especialidad|área|área de estudio|campo de estudio|especialização|área de estudo|indirizzo di studio
            campo di studio|richting|studierichting|kierunek|specjalność|specjalizacja
            """
        ),
        (
            .institution,
            """
            nome e tipo di istituto|nome e tipo di istituto di istruzione o formazione
            nome e tipo d'organizzazione erogatrice dell'istruzione e formazione|institution|institute|university|college
            school|school/college|college/university|university/board|board/university|board|name of institution
            name of institute|institution name|hochschule|universität|schule|bildungseinrichtung|établissement|école
            université|institución|universidad|centro|centro de estudios|instituição|universidade|escola|istituto|università
            ente|nome dell'istituto|instelling|universiteit|onderwijsinstelling|uczelnia|szkoła|instytucja
            name and type of organisation providing education and training|university name|college name|school name
            """
        ),
        (
            .description,
            """
            responsibilities|responsibility|description|duties|job description|key responsibilities|roles and responsibilities
            roles & responsibilities|role & responsibilities|role and responsibilities|job responsibilities
            main responsibilities|main duties|job profile|main activities and responsibilities|tasks|key tasks|aufgaben
            tätigkeiten|hauptaufgaben|aufgabenbereich|missions|missions principales|tâches|responsabilités|activités|funciones
            responsabilidades|tareas|funciones principales|atividades|principais atividades|atribuições|mansioni|attività
            responsabilità|principali mansioni|principali mansioni e responsabilità|attività svolte|taken|werkzaamheden
            verantwoordelijkheden|obowiązki|zakres obowiązków|zadania|contributions|key contributions|work profile|profile
            accountabilities|summary
            """
        ),
    ]
}
