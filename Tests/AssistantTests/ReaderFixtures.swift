/// Resumes of invented people, each with the traps of a kind of document.
enum ReaderFixtures {
    /// No headings at all.
    static let usNurseNoHeadings = #"""
        Maria Elena Gutierrez, RN
        1420 Mesquite Avenue, Apt 3B
        Tucson, AZ 85719
        (520) 555-0176 | megutierrez@example.net

        Registered nurse with nine years of bedside experience in cardiac step-down and emergency care.

        Emergency Room Nurse, Banner Desert Medical Center, Mesa, AZ        March 2018 - Present
        - Triage and treat up to 25 patients a shift in a Level I trauma center.
        - Precept newly hired nurses; wrote the unit's sepsis checklist.

        Staff Nurse, Cardiac Step-Down, Tucson General Hospital             June 2014 - February 2018
        - Cared for five post-operative patients a shift.

        Bachelor of Science in Nursing, University of Arizona, 2014
        Associate of Applied Science, Pima Community College, 2011
        """#

    /// A job board's export: employer and place joined by a dash, text without items.
    static let jobBoard = #"""
        Tyrone Jefferson
        Warehouse Lead
        Denver, CO - Email me on Indeed: indeed.com/r/Tyrone-Jefferson/ab12cd34
        Authorized to work in the US for any employer

        WORK EXPERIENCE

        Warehouse Lead
        Home Depot - Aurora, CO
        May 2016 to Present

        Supervise receiving and shipping on the night shift. Train new associates on safety and
        equipment. Keep inventory accuracy above 99 percent.

        Forklift Operator
        King Soopers
        January 2013 to April 2016

        Loaded and unloaded trucks, put away stock.

        Cashier
        Safeway - Denver, CO
        2011 to 2012

        EDUCATION

        High School Diploma
        East High School - Denver, CO
        2007 to 2011

        SKILLS

        Forklift (7 years), Inventory Control (5 years), Customer Service (Less than 1 year)

        CERTIFICATIONS/LICENSES

        OSHA 10
        March 2017 to Present

        ADDITIONAL INFORMATION

        Bilingual in English and Spanish.
        """#

    /// Several positions under one employer with dates of its own; degrees without dates.
    static let executiveRoles = #"""
        DIANE L. KOWALSKI
        Chicago, Illinois 60614  |  312-555-0199  |  dlkowalski@example.com

        EXECUTIVE PROFILE
        Operations executive with a record of turning around manufacturing plants.

        PROFESSIONAL EXPERIENCE

        MIDWEST TOOL CORPORATION, Chicago, Illinois                        1998 to 2015
        A maker of cutting tools with 1,200 employees.

        Vice President, Operations (2010 to 2015)
        • Cut scrap by a third in four plants.
        • Led a team of 340.

        Plant Manager (2004 to 2010)
        • Opened the Rockford plant.

        Production Supervisor (1998 to 2004)
        • Ran the second shift.

        ALLIED CASTINGS, INC., Gary, Indiana                               1994 to 1998
        Process Engineer
        • Introduced statistical process control.

        EDUCATION

        M.B.A., Finance, DePaul University, Chicago, Illinois
        B.S., Mechanical Engineering, Purdue University, West Lafayette, Indiana
        """#

    /// A network's profile as a PDF: sidebar first, one duration for several positions.
    static let profileExport = #"""
        Contact
        www.linkedin.com/in/amara-okafor
        (LinkedIn)

        Top Skills
        Product Strategy
        Roadmapping
        SQL

        Languages
        English (Native or Bilingual)
        Igbo (Native or Bilingual)

        Certifications
        Certified Scrum Product Owner

        Amara Okafor
        Group Product Manager at Shoplane
        London, England, United Kingdom

        Summary
        I lead product teams in payments and logistics.

        Experience

        Shoplane
        5 years 3 months

        Group Product Manager
        January 2022 - Present (2 years 3 months)
        London, England, United Kingdom
        Own checkout and payments for 14 markets.

        Senior Product Manager
        January 2019 - January 2022 (3 years 1 month)

        Deloitte
        Business Analyst
        September 2015 - December 2018 (3 years 4 months)
        Lagos, Nigeria

        Education

        University of Lagos
        Bachelor's degree, Economics · (2011 - 2015)

        London Business School
        Master of Business Administration - MBA, Strategy · (2017 - 2018)
        """#

    /// Markdown with links and emphasis.
    static let markdownEngineer = #"""
        # Priya Nair

        **Site Reliability Engineer** · Berlin, Germany
        [priya@nair.example](mailto:priya@nair.example) · [GitHub](https://github.com/priyanair) · +49 30 5550 1234

        ## About

        Keeps large systems boring.

        ## Work

        ### Zalando SE — *Senior Site Reliability Engineer*
        _Oct 2020 – present_, Berlin

        * Runs 400 Kubernetes clusters
        * Cut alert noise by **70 %**

        ### SoundCloud — *Production Engineer*
        _2017-04 – 2020-09_

        * Moved storage from MySQL to Vitess

        ## Open Source

        * Maintainer of `promlint`

        ## Education

        **M.Sc. Computer Science**, TU Berlin (2014 – 2017)
        **B.Tech. Information Technology**, NIT Calicut (2010 – 2014)

        ## Skills

        - **Languages:** Go, Python, Rust
        - **Infrastructure:** Kubernetes, Terraform, Prometheus
        """#

    /// Headings in spaced letters, everything in capitals.
    static let letterSpaced = #"""
        J O N A T H A N   P R I C E
        CREATIVE DIRECTOR

        hello@jonathanprice.example  •  917.555.0143  •  Brooklyn, NY

        P R O F I L E
        Creative director who builds brands people remember.

        E X P E R I E N C E
        CREATIVE DIRECTOR, RED ANTLER, New York, NY, 2016–NOW
        Lead a studio of 22 designers and writers.
        Won three D&AD pencils.

        ART DIRECTOR, WOLFF OLINS, New York, NY, 2011–2016
        Designed identities for museums.

        DESIGNER, PENTAGRAM, London, UK, Summer 2010 – Spring 2011

        E D U C A T I O N
        BFA, GRAPHIC DESIGN, RHODE ISLAND SCHOOL OF DESIGN, 2010

        S K I L L S
        Branding / Typography / Motion
        """#
}
