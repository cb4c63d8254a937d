extension ReaderFixtures {
    /// Ranges that two lines share at the right margin, "Client:" and "Role:".
    static let consultantSplitDates = #"""
        SURESH BABU
        Sr. Informatica Developer
        Email: suresh.babu@example.com        Phone: (972) 555-0134

        SUMMARY:
        • Over 8 years of IT experience in data warehousing.

        PROFESSIONAL EXPERIENCE:

        Client: Wells Fargo, Charlotte, NC                                   Aug 2016 –
        Role: Sr. Informatica Developer                                      Till Date
        Responsibilities:
        • Designed mappings to load the warehouse.
        • Tuned sessions.
        Environment: Informatica 9.6, Oracle 12c, UNIX

        Client: Blue Cross Blue Shield, Dallas, TX                           Jan 2013 –
        Role: ETL Developer                                                  Jul 2016
        Responsibilities:
        • Built staging loads.
        Environment: Informatica 9.1, Teradata

        EDUCATION:
        Bachelor of Technology in Electronics, JNTU, Hyderabad, India.
        """#

    /// Numbered forms, marks in per cent, personal details.
    static let labelledEngineer = #"""
        RESUME

        RAJESH KUMAR VENKATARAMAN
        Mobile: +91-98450-12345
        Email: rajesh.venkat@example.in

        CAREER OBJECTIVE
        To work in a challenging environment where I can use my skills for the growth of the organization.

        PROFESSIONAL SUMMARY
        * 6+ years of experience in Java/J2EE development.
        * Good knowledge of Spring Boot, Hibernate and REST services.

        TECHNICAL SKILLS
        Languages : Java, SQL, PL/SQL
        Frameworks : Spring Boot, Hibernate
        Databases : Oracle 11g, MySQL
        Tools : Eclipse, Git, Jenkins

        PROFESSIONAL EXPERIENCE
        1) Company : Tata Consultancy Services, Bangalore
        Designation : Senior Software Engineer
        Duration : Jul 2018 to till date
        Responsibilities:
        * Designed REST services for the claims module.
        * Reviewed code of four juniors.

        2) Company : Mindtree Ltd
        Designation : Software Engineer
        Duration : Jan 2015 to Jun 2018
        Responsibilities:
        * Fixed production defects.

        EDUCATIONAL QUALIFICATION
        * B.E. (Computer Science) from Visvesvaraya Technological University with 72% in 2014.
        * HSC from Karnataka State Board in 2010 with 81%.
        * SSLC from St. Joseph's High School in 2008 with 88%.

        PERSONAL DETAILS
        Date of Birth : 14th May 1992
        Marital Status : Single
        Languages Known : English, Kannada, Hindi

        DECLARATION
        I hereby declare that the above information is true to the best of my knowledge.
        Place: Bangalore
        """#

    /// Icons, soft hyphens for dashes, places at the right margin.
    static let rightMargin = #"""
        Byungjin Park
        SITE RELIABILITY ENGINEER · SOFTWARE ARCHITECT
        42-8, Bangbae-ro 15-gil, Seocho-gu, Seoul, 00681, Rep. of KOREA
        \#u{F10B} (+82) 10-5550-1234 | \#u{F0E0} posquit@example.org | \#u{F015} www.posquit.example.org | \#u{F092} posquit0

        Summary
        Current Site Reliability Engineer at start-up company Kasa. 7+ years experience specializing in the backend.

        Work Experience
        Kasa                                                                                   Seoul, S.Korea
        SOFTWARE ARCHITECT                                                                Jun. 2018 - PRESENT
        • Provisioned an easily managable hybrid infrastructure.
        Omnious. Co., Ltd.                                                                     Seoul, S.Korea
        SITE RELIABILITY ENGINEER                                                       Jun. 2017 \#u{AD} May. 2018
        • Launched 4 services on Amazon Web Service.

        Education
        POSTECH(Pohang University of Science and Technology)                                   Pohang, S.Korea
        B.S. IN COMPUTER SCIENCE AND ENGINEERING                                      Mar. 2010 \#u{AD} Aug. 2017
        """#

    /// One line an entry, "School, Degree – Place    dates".
    static let rightDates = #"""
                                           John Q. Public
           San Francisco, CA | john.public@example.com | +1 415 555 0132 | linkedin.com/in/johnqpublic | github.com/jqp

        Education
             Princeton University, PhD in Computer Science – Princeton, NJ             Sept 2018 – May 2023
                   • Thesis: Efficient Neural Architecture Search
                   • Advisor: Prof. Sanjeev Arora
             Boğaziçi University, BS in Computer Engineering – Istanbul, Türkiye       Sept 2014 – June 2018

        Experience
             Nexus AI, Co-Founder & CTO – San Francisco, CA                            June 2023 – present
                   • Built foundation model infrastructure
             NVIDIA Research, Research Intern – Santa Clara, CA                        May 2022 – Aug 2022
                   • Designed sparse attention mechanism
             Google DeepMind, Research Intern – London, UK                             May 2021 – Aug 2021

        Selected Honors
             • MIT Technology Review 35 Under 35 Innovators (2024)

        Skills
        Languages: Python, C++, CUDA, Rust, Julia
        ML Frameworks: PyTorch, JAX, TensorFlow
        """#

    /// ISO dates, "Area, Type" degrees, a volunteer section that looks like work.
    static let plainExport = #"""
        Richard Hendriks
        Programmer
        richard.hendriks@example.net
        (912) 555-4321
        http://richardhendricks.example.com
        2712 Broadway St, San Francisco, CA, US

        Richard hails from Tulsa. He has earned degrees from the University of Oklahoma and Stanford.

        Work

        Pied Piper
        CEO/President
        http://piedpiper.example.com
        2013-12-01 - 2014-12-01
        Pied Piper is a multi-platform technology based on a proprietary universal compression algorithm.
        Highlights
        - Build an algorithm for artist to detect if their music was violating copy right laws
        - Successfully won Techcrunch Disrupt

        Hooli
        Software Engineer
        2010-06-15 - 2013-11-30
        Worked on search.

        Volunteer

        CoderDojo
        Teacher
        2012-01-01 - 2013-01-01
        Global movement of free coding clubs for young people.

        Education

        University of Oklahoma
        Information Technology, Bachelor
        2011-06-01 - 2014-01-01
        GPA: 4.0

        Awards
        Digital Compression Pioneer Award
        Techcrunch, 2014-11-01

        Skills
        Web Development: HTML, CSS, Javascript
        Compression: Mpeg, MP4, GIF

        Languages
        English (Native speaker)

        Interests
        Wildlife: Ferrets, Unicorns
        """#

    /// Two columns side by side, the name on two lines.
    static let salesSidebar = #"""
        GRACE                                 SALES MANAGER
        OYELARAN

        CONTACT                               PROFILE
        +44 7700 900456                       Sales manager with ten years in medical devices and a record of
        grace.oyelaran@example.com            opening new regions.
        Manchester, UK
                                              EXPERIENCE
        SKILLS                                Regional Sales Manager
        Negotiation                           Smith+Nephew, Manchester
        Salesforce                            01/2019 - present
        Forecasting                           - Grew the region from £3m to £5m
                                              - Hired and coached six representatives
        LANGUAGES
        English                               Sales Representative
        Yoruba                                Stryker UK
                                              06/2014 - 12/2018
        EDUCATION                             - Sold orthopaedic implants to 40 hospitals
        BSc Biomedical Sciences
        University of Salford
        2011 - 2014
        """#
}
