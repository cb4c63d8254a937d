extension ReaderFixtures {
    /// "De mars 2016 à août 2019 : ..." on one line.
    static let frenchCook = #"""
        Julien MOREAU
        Chef de partie
        12 rue des Tanneurs, 69005 Lyon
        06 55 01 02 03 – julien.moreau@example.fr
        Permis B

        EXPÉRIENCES PROFESSIONNELLES

        Depuis septembre 2019 : Chef de partie, Restaurant Le Jardin d'Hiver, Lyon
        Responsable du poste poissons, 80 couverts par service
        Formation de deux apprentis

        De mars 2016 à août 2019 : Commis de cuisine, Brasserie Georges, Lyon
        Préparation des entrées et des desserts

        Juin 2015 – février 2016 : Plongeur, Hôtel Bellevue, Annecy

        FORMATION

        2013-2015 : CAP Cuisine, Lycée hôtelier François Rabelais, Dardilly
        2013 : Brevet des collèges

        LANGUES
        Français : langue maternelle
        Anglais : niveau B1

        CENTRES D'INTÉRÊT
        Randonnée, football
        """#

    /// Degree and school parted by a full stop.
    static let spanishTeacher = #"""
        CURRÍCULUM VITAE

        DATOS PERSONALES
        Nombre: Lucía Fernández Ortega
        Dirección: C/ Alcalá 45, 3ºB, 28014 Madrid
        Teléfono: 655 010 203
        Correo electrónico: lucia.fernandez@example.es
        Fecha de nacimiento: 3 de mayo de 1990

        FORMACIÓN ACADÉMICA
        2012 - 2013  Máster en Formación del Profesorado. Universidad Complutense de Madrid
        2008 - 2012  Grado en Matemáticas. Universidad de Salamanca

        EXPERIENCIA LABORAL
        Septiembre 2015 - Actualidad
        Profesora de Matemáticas
        IES Ramiro de Maeztu, Madrid
        - Docencia en ESO y Bachillerato
        - Coordinación del departamento

        Octubre 2013 - Junio 2015
        Profesora particular
        Autónoma

        IDIOMAS
        Inglés: C1
        Francés: B1

        INFORMÁTICA
        Excel, GeoGebra, Moodle
        """#

    /// "City/ST", months with a slash.
    static let brazilianDeveloper = #"""
        João Pedro Albuquerque
        Desenvolvedor Full Stack Pleno
        Recife, PE | (81) 95550-1234 | jpalbuquerque@example.com.br | linkedin.com/in/jpalbuquerque

        OBJETIVO
        Atuar como desenvolvedor em empresa de produto.

        EXPERIÊNCIA PROFISSIONAL

        Banco do Nordeste – Recife/PE
        Desenvolvedor Full Stack Pleno | jan/2021 – atual
        • Desenvolvimento de APIs em Node.js
        • Migração para AWS

        Tempest Security Intelligence
        Desenvolvedor Júnior | mar/2018 – dez/2020
        • Manutenção de sistemas em Django

        FORMAÇÃO ACADÊMICA

        Universidade Federal de Pernambuco (UFPE)
        Bacharelado em Ciência da Computação – 2014 a 2018

        COMPETÊNCIAS
        JavaScript, TypeScript, Python, Docker

        IDIOMAS
        Inglês avançado
        Espanhol básico
        """#

    /// The European form, labels and values in columns.
    static let italianEuropass = #"""
        FORMATO EUROPEO PER IL CURRICULUM VITAE

        INFORMAZIONI PERSONALI
        Nome                Rossi, Giulia
        Indirizzo           Via Garibaldi 8, 10122 Torino
        Telefono            011 5550123
        E-mail              giulia.rossi@example.it

        ESPERIENZA LAVORATIVA
        • Date (da – a)                          Gennaio 2017 – oggi
        • Nome e indirizzo del datore di lavoro  Studio Legale Bianchi, Torino
        • Tipo di impiego                        Segretaria amministrativa
        • Principali mansioni e responsabilità   Gestione agenda, fatturazione

        • Date (da – a)                          2013 – 2016
        • Nome e indirizzo del datore di lavoro  Comune di Torino
        • Tipo di impiego                        Impiegata
        • Principali mansioni e responsabilità   Sportello al pubblico

        ISTRUZIONE E FORMAZIONE
        • Date (da – a)                          2008 – 2012
        • Nome e tipo di istituto                Università degli Studi di Torino
        • Qualifica conseguita                   Laurea in Giurisprudenza
        """#

    /// Publications, grants, an address with the institute above it.
    static let academic = #"""
        Dr. Ingrid Solberg
        Department of Marine Biology, University of Bergen
        Thormøhlens gate 53, 5006 Bergen, Norway
        ingrid.solberg@uib.example | ORCID: 0000-0002-1825-0097

        Academic Appointments

        Associate Professor, University of Bergen, 2018–present
        Postdoctoral Researcher, Woods Hole Oceanographic Institution, 2014–2018

        Education

        PhD, Marine Biology, University of Oslo, 2014
        MSc, Biology, Norwegian University of Science and Technology, 2009

        Grants

        Research Council of Norway, Young Talents, 2019–2023

        Selected Publications

        Solberg, I., & Hansen, P. (2021). Vertical migration of krill under Arctic light. Polar Biology, 44(3),
        501–517.
        Solberg, I. (2016). Acoustic tracking of herring. ICES Journal of Marine Science, 73, 10–22.

        Teaching

        BIO201 Ecology, autumn 2018–2022
        """#

    /// Jobs as paragraphs.
    static let electricianParagraphs = #"""
        BILL HANSEN
        Journeyman Electrician
        Duluth, Minnesota
        218-555-0101

        Work History
        Northland Electric, Duluth MN. Journeyman electrician. Spring '09 to present. Commercial
        wiring, service calls, conduit work.

        Lakehead Constructors, Superior WI. Apprentice electrician. 2004-09. Paper mill shutdowns,
        cable tray and motor controls.

        Education
        Lake Superior College, Duluth. Electrical Construction diploma, 2004.

        Licenses
        Minnesota Journeyman License, OSHA 30
        """#
}
