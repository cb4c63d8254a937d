import JSON
import Resume

/// Resumes of invented people for what is written and read back, made by number: names, places, employers and sections vary
/// with it, in counts and in what is missing.
enum ExportedPeople {
    static func resume(_ number: Int) throws -> Resume {
        var pick = Pick(state: UInt64(number) &* 0xD1B5_4A32_D192_ED03 &+ 1)
        let name = "\(pick.one(of: self.firstNames)) \(pick.one(of: self.lastNames))"
        let address = name.lowercased().filter { $0.isASCII && $0.isLetter }
        var sections: JSONObject = [
            "Name": .string(name), "Title": .string(pick.one(of: self.positions)),
            "Location": .string(pick.one(of: self.places)),
            "Email": .string("\(address)@\(pick.one(of: ["example.com", "mail.example.org", "post.example.net"]))"),
            "Phone": .string(pick.one(of: self.phones)),
            "Summary": .string(pick.some(1...2, of: self.summaries).joined(separator: " ")),
        ]
        let isEducationFirst = pick.below(4) == 0
        if isEducationFirst { sections["Education"] = self.education(&pick) }
        sections["Experience"] = self.experience(&pick)
        if !isEducationFirst { sections["Education"] = self.education(&pick) }
        if pick.below(5) > 0 { sections["Skills"] = .array(pick.some(3...9, of: self.skills).map(JSONValue.string)) }
        if pick.below(2) > 0 { sections["Languages"] = .array(pick.some(1...3, of: self.languages).map(JSONValue.string)) }
        if pick.below(3) > 0 {
            sections["Links"] = .array(
                ["https://github.com/\(address)", "https://www.linkedin.com/in/\(address)"].prefix(1 + pick.below(2)).map {
                    .string($0)
                })
        }
        if pick.below(3) == 0 {
            sections["Certifications"] = .array(pick.some(1...3, of: self.certifications).map(JSONValue.string))
        }
        if pick.below(4) == 0 { sections["Interests"] = .array(pick.some(2...4, of: self.interests).map(JSONValue.string)) }
        return try Resume(.object(sections))
    }

    private static func experience(_ pick: inout Pick) -> JSONValue {
        var year = 2024
        let count = 1 + pick.below(5)
        return .array(
            (0..<count).map { place -> JSONValue in
                let end = place == 0 && pick.below(2) == 0 ? "Present" : "\(pick.one(of: self.months)) \(year)"
                year -= 1 + pick.below(4)
                let lines = pick.some(1...5, of: self.duties)
                let asItems = pick.below(5) > 0
                var entry: JSONObject = [
                    "Position": .string(pick.one(of: self.positions)), "Company": .string(pick.one(of: self.companies)),
                    "Dates": .string("\(pick.one(of: self.months)) \(year) – \(end)"),
                    "Description": .string(
                        asItems ? lines.map { "• \($0)" }.joined(separator: "\n") : lines.joined(separator: ". ") + "."),
                ]
                if pick.below(3) == 0 { entry["Location"] = .string(pick.one(of: self.places)) }
                return .object(entry)
            })
    }

    private static func education(_ pick: inout Pick) -> JSONValue {
        let start = 1998 + pick.below(16)
        return .array(
            (0..<(1 + pick.below(2))).map { place -> JSONValue in
                [
                    "Degree": .string(
                        pick.one(of: ["Bachelor of Science", "Master of Arts", "BSc", "PhD", "Bachelor of Engineering"])),
                    "Field": .string(pick.one(of: self.fields)), "Institution": .string(pick.one(of: self.schools)),
                    "Dates": .string("\(start + 4 - 4 * place) – \(start + 8 - 4 * place)"),
                ]
            })
    }

    private static let firstNames = [
        "Ada", "Tomás", "Wei", "Priya", "Jonas", "Maya", "Zoë", "Łukasz", "Fatima", "Ingrid", "Kofi", "Sean",
    ]
    private static let lastNames = [
        "Byron", "Okafor", "Nair", "Weber", "O’Brien", "García", "Kowalski", "Lindqvist", "Moreau", "Tanaka-Reyes",
    ]
    private static let positions = [
        "Software Engineer", "Data Analyst", "Registered Nurse", "Head of Marketing", "Project Manager", "Electrician",
        "Senior Backend Developer", "Accountant", "Sales Manager", "Research Assistant", "Chef de Partie",
    ]
    private static let companies = [
        "Barrow Bank", "Tall Trees Ltd", "Northwind GmbH", "Globex Corporation", "St Mary’s Hospital", "Initech", "Acme & Sons",
        "Umbra Analytics Inc.", "Municipal Library of Porto", "Hooli",
    ]
    private static let places = [
        "London, UK", "Berlin, Germany", "Austin, TX", "Porto, Portugal", "Leeds", "Kraków, Poland", "Remote",
    ]
    private static let phones = ["+44 20 7946 0018", "(512) 555-0142", "+49 30 901820", "+351 21 123 4567"]
    private static let summaries = [
        "Engineer with ten years of experience in finance and retail.", "Builds tools that people like to use.",
        "Known for calm in a crisis and for clear writing.", "Looking for a team that ships every week.",
    ]
    private static let duties = [
        "Moved 300 nightly jobs to a new platform and cut failures by 90%", "Led a team of six across two time zones",
        "Wrote the handbook that new colleagues start with", "Cut the monthly bill from $40k to $24k (40% less)",
        "Introduced code review, C++ style rules and a release calendar", "Cared for up to 25 patients a shift",
        "Negotiated contracts with 12 suppliers & 3 agencies", "Planned and ran the yearly trade fair for 2,000 guests",
        "Reduced the time of a build from 45 to 6 minutes by caching what had not changed and running the tests in parallel",
    ]
    private static let skills = [
        "Python", "SQL", "Go", "C++", "Kubernetes", "Excel", "Public speaking", "Figma", "Swift", "Node.js", "Budgeting", "R",
    ]
    private static let languages = ["English (native)", "German (fluent)", "Spanish (B2)", "Hindi (native)"]
    private static let certifications = ["AWS Certified Solutions Architect", "PMP", "First Aid at Work", "Scrum Master PSM I"]
    private static let interests = ["Chess", "Hiking", "Choir", "Photography", "Bread baking"]
    private static let fields = ["Computer Science", "Mathematics", "Nursing", "Economics", "Electrical Engineering"]
    private static let schools = [
        "University of Leeds", "Technische Universität Berlin", "University of Texas at Austin", "Universidade do Porto",
        "University College London",
    ]
    private static let months = ["Jan", "Mar", "May", "Jul", "Sep", "Nov"]
}

/// Numbers that come again with the same seed (SplitMix64).
struct Pick {
    var state: UInt64

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = self.state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(self.next() % UInt64(limit)) }

    mutating func one<Element>(of list: [Element]) -> Element { list[self.below(list.count)] }

    /// Different ones, in any order.
    mutating func some<Element>(_ count: ClosedRange<Int>, of list: [Element]) -> [Element] {
        var rest = list
        let wanted = min(list.count, count.lowerBound + self.below(count.count))
        return (0..<wanted).map { _ in rest.remove(at: self.below(rest.count)) }
    }
}
