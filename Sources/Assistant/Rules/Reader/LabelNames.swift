/// What stands before a colon in labelled resumes ("Designation : Chief Accountant").
enum LabelNames {
    static let all: [(kind: LabelKind, names: String)] = [
        (
            .name,
            """
            first name s surname s|surname s first name s|first name surname|surname first name|name surname|names|họ và tên|họ tên|naam en voornaam|imiona i nazwisko|name in full|full names
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
            position title and grade|job title grade|rank|capacity|official designation|job position title|occupation or position|chức vụ|vị trí|ausgeübte tätigkeit|emploi occupé|puesto desempeñado|cargo desempeñado|função exercida|ruolo ricoperto|stanowisko pracy|beroep of functie|post title|position occupied
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
            name of the employer|employing organisation|workplace|company organisation|công ty|place of work|business|institution employer|name and location of employer|dienstgeber|lieu de travail|lugar de trabajo|local de trabalho|luogo di lavoro|miejsce pracy|nazwa firmy|name of firm|organization employer|employer company
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
            dates from to|duration of employment|employment period|period of work|period of service|years of service|from to|start end|start date end date|thời gian|zeit|beschäftigungszeitraum|période d'emploi|periodo de trabajo|período de trabalho|periodo di lavoro|okres zatrudnienia|period from to|date from to|tenure dates|session|year attended|dates attended|years attended|year of award|date obtained|completion year
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
            address es|địa chỉ|place of living|home city|suburb|locality|state of residence|contact adress|domicile address|stadt|plz ort|city state|adres zamieszkania|zamieszkały|wonende te
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
            telephone s|điện thoại|sđt|cell no|mobile phone no|gsm no|gsm number|phone numbers|phone nos|tel mobile|nº de teléfono|contact phone|telefon mobil|telefonnummer|mobilnummer|komórka|telefon kontaktowy
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
            e-mail s|emails|email addresses|mail address|correo e|endereço eletrônico|adres email|mailadres|thư điện tử
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
            qualification obtained|degree obtained|title awarded|qualification awarded|degree awarded|certificate obtained|study|examination passed|degree diploma|academic qualification|trình độ|diplôme obtenu|título obtenido|título obtido|titolo conseguito|uzyskany tytuł|behaald diploma
            degree|qualification|course|class|degree/course|exam|examination|program|programme|study program|degree title
            title of qualification awarded|name of degree|abschluss|studiengang|diplôme|titre|título|titulación|grado|grau
            curso|titolo di studio|titolo|qualifica conseguita|diploma|graad|tytuł|stopień|degree earned|award
            """
        ),
        (
            .field,
            """
            course of study|major subject|field s of study|programme of study|chuyên ngành|studienrichtung|filière|carrera|área de formação|indirizzo|kierunek studiów
            field|field of study|major|specialization|specialisation|branch|stream|discipline|subject|subjects|area of study
            main subjects|concentration|fachrichtung|studienfach|schwerpunkt|fach|domaine|spécialité|spécialisation
            especialidad|área|área de estudio|campo de estudio|especialização|área de estudo|indirizzo di studio
            campo di studio|richting|studierichting|kierunek|specjalność|specjalizacja
            """
        ),
        (
            .institution,
            """
            name of school|name of university|institution attended|school attended|university attended|school university|college university|name of the institution|trường|bildungsstätte|établissement scolaire|centro educativo|instituição de ensino|istituto di istruzione|nazwa uczelni|nazwa szkoły|naam instelling|institute name|school institution|university institute|university board institute|institute university|board
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
            main duties and responsibilities|activities and responsibilities|duties and accomplishments|nature of work|job summary|scope of work|work performed|key duties|primary duties|main activities|achievements|trách nhiệm|hauptaufgaben und verantwortungsbereiche|principales missions|principales funciones|principais responsabilidades|główne obowiązki|belangrijkste taken
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
