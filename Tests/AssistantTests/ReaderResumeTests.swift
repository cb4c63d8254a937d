import JSON
import Resume
import Testing

@testable import Assistant

/// Whole documents, each field that a reader must get.
@Suite struct ReaderResumeTests {
    @Test func aNurseWithoutHeadings() throws {
        let resume = try ReadResume(ReaderFixtures.usNurseNoHeadings)
        #expect(resume.text(.name) == "Maria Elena Gutierrez")
        #expect(resume.text(.location) == "Tucson, AZ 85719")
        #expect(resume.text(.email) == "megutierrez@example.net")
        #expect(resume.text(.phone) == "(520) 555-0176")
        #expect(resume.text(.summary).hasPrefix("Registered nurse with nine years"))
        #expect(
            resume.jobs == [
                "Emergency Room Nurse | Banner Desert Medical Center | March 2018 - Present",
                "Staff Nurse, Cardiac Step-Down | Tucson General Hospital | June 2014 - February 2018",
            ])
        #expect(
            resume.degrees == [
                "Bachelor of Science | Nursing | University of Arizona | 2014",
                "Associate of Applied Science |  | Pima Community College | 2011",
            ])
    }

    @Test func aJobBoardsExport() throws {
        let resume = try ReadResume(ReaderFixtures.jobBoard)
        #expect(resume.text(.name) == "Tyrone Jefferson")
        #expect(resume.text(.title) == "Warehouse Lead")
        #expect(resume.text(.location) == "Denver, CO")
        #expect(
            resume.jobs == [
                "Warehouse Lead | Home Depot | May 2016 to Present",
                "Forklift Operator | King Soopers | January 2013 to April 2016", "Cashier | Safeway | 2011 to 2012",
            ])
        #expect(resume.jobKey("Location") == ["Aurora, CO", "", "Denver, CO"])
        #expect(resume.degrees == ["High School Diploma |  | East High School | 2007 to 2011"])
        #expect(resume.list("Skills") == ["Forklift", "Inventory Control", "Customer Service"])
        #expect(resume.list("Additional Information") == ["Bilingual in English and Spanish."])
    }

    @Test func anExecutivesPositionsUnderOneEmployer() throws {
        let resume = try ReadResume(ReaderFixtures.executiveRoles)
        #expect(resume.text(.location) == "Chicago, Illinois 60614")
        #expect(
            resume.jobs == [
                "Vice President, Operations | MIDWEST TOOL CORPORATION | 2010 to 2015",
                "Plant Manager | MIDWEST TOOL CORPORATION | 2004 to 2010",
                "Production Supervisor | MIDWEST TOOL CORPORATION | 1998 to 2004",
                "Process Engineer | ALLIED CASTINGS, INC. | 1994 to 1998",
            ])
        #expect(resume.jobKey("Description")[0].hasPrefix("A maker of cutting tools"))
        #expect(
            resume.degrees == [
                "M.B.A. | Finance | DePaul University | ", "B.S. | Mechanical Engineering | Purdue University | ",
            ])
    }

    @Test func aNetworksProfile() throws {
        let resume = try ReadResume(ReaderFixtures.profileExport)
        #expect(resume.text(.name) == "Amara Okafor")
        #expect(resume.text(.title) == "Group Product Manager at Shoplane")
        #expect(
            resume.jobs == [
                "Group Product Manager | Shoplane | January 2022 - Present",
                "Senior Product Manager | Shoplane | January 2019 - January 2022",
                "Business Analyst | Deloitte | September 2015 - December 2018",
            ])
        #expect(resume.degrees.map { $0.suffix(11) } == ["2011 - 2015", "2017 - 2018"])
        #expect(resume.list("Certifications") == ["Certified Scrum Product Owner"])
        #expect(resume.list("Languages").count == 2)
    }

    @Test func markdownWithEmphasis() throws {
        let resume = try ReadResume(ReaderFixtures.markdownEngineer)
        #expect(resume.text(.name) == "Priya Nair")
        #expect(resume.text(.title) == "Site Reliability Engineer")
        #expect(resume.text(.location) == "Berlin, Germany")
        #expect(
            resume.jobs == [
                "Senior Site Reliability Engineer | Zalando SE | Oct 2020 – present",
                "Production Engineer | SoundCloud | 2017-04 – 2020-09",
            ])
        #expect(
            resume.degrees == [
                "M.Sc. | Computer Science | TU Berlin | 2014 – 2017",
                "B.Tech. | Information Technology | NIT Calicut | 2010 – 2014",
            ])
        #expect(resume.list("Links") == ["https://github.com/priyanair"])
        #expect(resume.list("Skills") == ["Go", "Python", "Rust", "Kubernetes", "Terraform", "Prometheus"])
    }

    @Test func lettersSpacedOut() throws {
        let resume = try ReadResume(ReaderFixtures.letterSpaced)
        #expect(resume.text(.name) == "JONATHAN PRICE")
        #expect(resume.text(.title) == "CREATIVE DIRECTOR")
        #expect(
            resume.jobs == [
                "CREATIVE DIRECTOR | RED ANTLER | 2016–NOW", "ART DIRECTOR | WOLFF OLINS | 2011–2016",
                "DESIGNER | PENTAGRAM | Summer 2010 – Spring 2011",
            ])
        #expect(resume.degrees == ["BFA | GRAPHIC DESIGN | RHODE ISLAND SCHOOL OF DESIGN | 2010"])
        #expect(resume.list("Skills") == ["Branding", "Typography", "Motion"])
    }

    @Test func rangesSplitAtTheRightMargin() throws {
        let resume = try ReadResume(ReaderFixtures.consultantSplitDates)
        #expect(
            resume.jobs == [
                "Sr. Informatica Developer | Wells Fargo | Aug 2016 – Till Date",
                "ETL Developer | Blue Cross Blue Shield | Jan 2013 – Jul 2016",
            ])
        #expect(resume.jobKey("Location") == ["Charlotte, NC", "Dallas, TX"])
        #expect(resume.degrees == ["Bachelor of Technology | Electronics | JNTU | "])
    }

    @Test func aNumberedForm() throws {
        let resume = try ReadResume(ReaderFixtures.labelledEngineer)
        #expect(resume.text(.name) == "RAJESH KUMAR VENKATARAMAN")
        #expect(
            resume.jobs == [
                "Senior Software Engineer | Tata Consultancy Services | Jul 2018 to till date",
                "Software Engineer | Mindtree Ltd | Jan 2015 to Jun 2018",
            ])
        #expect(
            resume.degrees == [
                "B.E. | Computer Science | Visvesvaraya Technological University | 2014",
                "HSC |  | Karnataka State Board | 2010", "SSLC |  | St. Joseph's High School | 2008",
            ])
        #expect(resume.list("Personal Details") == ["Date of Birth : 14th May 1992", "Marital Status : Single"])
        #expect(resume.list("Languages") == ["English", "Kannada", "Hindi"])
    }

    @Test func placesAndDatesAtTheRightMargin() throws {
        let resume = try ReadResume(ReaderFixtures.rightMargin)
        #expect(resume.text(.title) == "SITE RELIABILITY ENGINEER · SOFTWARE ARCHITECT")
        #expect(resume.text(.phone) == "(+82) 10-5550-1234")
        #expect(
            resume.jobs == [
                "SOFTWARE ARCHITECT | Kasa | Jun. 2018 - PRESENT",
                "SITE RELIABILITY ENGINEER | Omnious. Co., Ltd. | Jun. 2017 - May. 2018",
            ])
        #expect(
            resume.degrees == [
                "B.S. | COMPUTER SCIENCE AND ENGINEERING | POSTECH(Pohang University of Science and Technology) | "
                    + "Mar. 2010 - Aug. 2017"
            ])
    }

    @Test func oneLineAnEntry() throws {
        let resume = try ReadResume(ReaderFixtures.rightDates)
        #expect(resume.text(.name) == "John Q. Public")
        #expect(
            resume.jobs == [
                "Co-Founder & CTO | Nexus AI | June 2023 – present", "Research Intern | NVIDIA Research | May 2022 – Aug 2022",
                "Research Intern | Google DeepMind | May 2021 – Aug 2021",
            ])
        #expect(
            resume.degrees == [
                "PhD | Computer Science | Princeton University | Sept 2018 – May 2023",
                "BS | Computer Engineering | Boğaziçi University | Sept 2014 – June 2018",
            ])
        #expect(resume.list("Awards").count == 1)
    }

    @Test func aPlainExport() throws {
        let resume = try ReadResume(ReaderFixtures.plainExport)
        #expect(resume.text(.name) == "Richard Hendriks")
        #expect(
            resume.jobs == [
                "CEO/President | Pied Piper | 2013-12-01 - 2014-12-01", "Software Engineer | Hooli | 2010-06-15 - 2013-11-30",
            ])
        #expect(resume.degrees == ["Bachelor | Information Technology | University of Oklahoma | 2011-06-01 - 2014-01-01"])
        #expect(
            resume.reading.resume.sections.names.suffix(6)
                == ["Volunteering", "Awards", "Skills", "Languages", "Interests", "Links"])
    }

    /// A browser's PDF reader gives a page as one line, with double blanks where lines ended.
    @Test(arguments: [ReaderFixtures.executiveRoles, ReaderFixtures.jobBoard, ReaderFixtures.australianWaitress])
    func aPageOnOneLineReadsAsItsLines(text: String) throws {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        let (page, pages) = (try ReadResume(lines.joined(separator: "  ")), try ReadResume(text))
        #expect(page.text(.name) == pages.text(.name))
        #expect(page.text(.phone) == pages.text(.phone))
        #expect(page.jobs == pages.jobs)
        #expect(page.list("Skills") == pages.list("Skills"))
    }

    @Test func withoutDoubleBlanksHeadingsAndDatesStillCut() throws {
        let filler = String(repeating: "Wrote the handbook that nine teams of the plant go by. ", count: 8)
        let page =
            "Jane Doe  jane@doe.org  EXPERIENCE Senior Buyer, Acme Ltd, 2010 - 2012 \(filler)Clerk, Other Inc, 2008 - 2010 Filed. "
            + "EDUCATION BSc in Physics, University of Leeds, 2005 - 2008 SKILLS Excel, SAP"
        let resume = try ReadResume(page)
        #expect(resume.jobs == ["Senior Buyer | Acme Ltd | 2010 - 2012", "Clerk | Other Inc | 2008 - 2010"])
        #expect(resume.degrees == ["BSc | Physics | University of Leeds | 2005 - 2008"])
        #expect(resume.list("Skills") == ["Excel", "SAP"])
    }

    @Test func twoColumnsWithTheNameOnTwoLines() throws {
        let resume = try ReadResume(ReaderFixtures.salesSidebar)
        #expect(resume.text(.name) == "GRACE OYELARAN")
        #expect(resume.text(.title) == "SALES MANAGER")
        #expect(
            resume.jobs == [
                "Regional Sales Manager | Smith+Nephew | 01/2019 - present",
                "Sales Representative | Stryker UK | 06/2014 - 12/2018",
            ])
        #expect(resume.degrees == ["BSc | Biomedical Sciences | University of Salford | 2011 - 2014"])
        #expect(resume.list("Skills") == ["Negotiation", "Salesforce", "Forecasting"])
    }

    @Test func anElectriciansParagraphsAreNotLost() throws {
        let resume = try ReadResume(ReaderFixtures.electricianParagraphs)
        #expect(resume.text(.name) == "BILL HANSEN")
        #expect(resume.text(.title) == "Journeyman Electrician")
        #expect(resume.text(.location) == "Duluth, Minnesota")
        #expect(resume.texts.joined().contains("Paper mill shutdowns"))
        #expect(resume.list("Certifications") == ["Minnesota Journeyman License, OSHA 30"])
    }
}
