import JSON
import Resume

/// A resume as JSON Resume 1.0 (https://jsonresume.org/schema). What that has a place for stands in it; the resume as a
/// whole goes along under `meta`, so that reading the file gives back every section, key and order.
enum JSONResumeExport {
    static let schema = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"

    static func json(_ resume: Resume) -> JSONValue {
        var result = self.standard(resume)
        result["meta"] = ["version": "v1.0.0", "resumepro": ["resumeData": resume.json]]
        return .object(result)
    }

    /// The resume that goes along in a file of ours, unless somebody has edited the standard part since.
    static func embedded(in source: JSONObject) -> Resume? {
        guard let data = source["meta"]?["resumepro"]?["resumeData"], let resume = try? Resume(data) else { return nil }
        var rest = source
        rest["meta"] = nil
        return rest == self.standard(resume) ? resume : nil
    }

    private static func standard(_ resume: Resume) -> JSONObject {
        var result: JSONObject = ["$schema": .string(self.schema)]
        result["basics"] = .object(self.basics(resume))
        result["work"] = .array(resume.entries(.experience).map { .object(self.work($0)) })
        result["education"] = .array(resume.entries(.education).map { .object(self.education($0)) })
        for (section, key) in [("Skills", "skills"), ("Interests", "interests")] {
            if let items = resume[section]?.arrayValue { result[key] = .array(items.compactMap { self.skill($0) }) }
        }
        if let items = resume["Languages"]?.arrayValue { result["languages"] = .array(items.compactMap { self.language($0) }) }
        for list in self.lists {
            guard let items = resume[list.section]?.arrayValue else { continue }
            result[list.key] = .array(items.compactMap { self.entry($0, as: list) })
        }
        return result
    }

    private static func basics(_ resume: Resume) -> JSONObject {
        var basics = JSONObject()
        self.set("name", resume.text(.name), in: &basics)
        self.set("label", resume.text(.title), in: &basics)
        // The schema wants an address where there is one.
        if SafeLink.mail(resume.text(.email)) != nil { basics["email"] = .string(resume.text(.email)) }
        self.set("phone", resume.text(.phone), in: &basics)
        self.set("summary", resume.text(.summary), in: &basics)
        if !resume.text(.location).isEmpty { basics["location"] = ["address": .string(resume.text(.location))] }
        let profiles = (resume["Links"]?.arrayValue ?? []).compactMap { $0.stringValue.flatMap(SafeLink.web) }
        if !profiles.isEmpty { basics["profiles"] = .array(profiles.map { ["url": .string($0)] }) }
        return basics
    }

    private static func work(_ entry: JSONObject) -> JSONObject {
        var work = JSONObject()
        self.set("name", entry["Company"]?.stringValue ?? "", in: &work)
        self.set("position", entry["Position"]?.stringValue ?? "", in: &work)
        self.set("location", entry["Location"]?.stringValue ?? "", in: &work)
        self.setDates(of: entry, in: &work)
        self.setDescription(of: entry, as: "summary", in: &work)
        return work
    }

    private static func education(_ entry: JSONObject) -> JSONObject {
        var education = JSONObject()
        self.set("institution", entry["Institution"]?.stringValue ?? "", in: &education)
        self.set("area", entry["Field"]?.stringValue ?? "", in: &education)
        self.set("studyType", entry["Degree"]?.stringValue ?? "", in: &education)
        self.set("score", entry["GPA"]?.stringValue ?? "", in: &education)
        self.setDates(of: entry, in: &education)
        return education
    }

    private struct List {
        var section: String
        var key: String
        var name: String
        var text: String
        /// Where a date alone belongs; nil for those that have a start and an end.
        var date: String?
    }

    private static let lists = [
        List(section: "Projects", key: "projects", name: "name", text: "description"),
        List(section: "Volunteering", key: "volunteer", name: "organization", text: "summary"),
        List(section: "Awards", key: "awards", name: "title", text: "summary", date: "date"),
        List(section: "Certifications", key: "certificates", name: "name", text: "summary", date: "date"),
        List(section: "Publications", key: "publications", name: "name", text: "summary", date: "releaseDate"),
        List(section: "References", key: "references", name: "name", text: "reference"),
    ]

    private static func entry(_ value: JSONValue, as list: List) -> JSONValue? {
        if let text = value.stringValue { return text.isEmpty ? nil : .object([list.name: .string(text)]) }
        guard let source = value.objectValue else { return nil }
        var entry = JSONObject()
        let name = ["Name", "Title", "Position", "Organization"].compactMap { source[$0]?.stringValue }.first { !$0.isEmpty }
        self.set(list.name, name ?? "", in: &entry)
        if let date = list.date {
            let text = source["Date"]?.stringValue ?? source["Dates"]?.stringValue ?? ""
            if let range = DateRange(parsing: text) { entry[date] = .string(self.iso(range.start)) }
        } else {
            self.setDates(of: source, in: &entry)
        }
        self.setDescription(of: source, as: list.text, in: &entry)
        if let url = (source["URL"] ?? source["Url"])?.stringValue.flatMap(SafeLink.web) { entry["url"] = .string(url) }
        return .object(entry)
    }

    private static func skill(_ value: JSONValue) -> JSONValue? {
        guard let text = value.stringValue ?? value["Name"]?.stringValue, !text.isEmpty else { return nil }
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[1].first == " " else { return ["name": .string(text)] }
        let keywords = parts[1].split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        return ["name": .string(String(parts[0])), "keywords": .array(keywords.map(JSONValue.string))]
    }

    /// "German (fluent)".
    private static func language(_ value: JSONValue) -> JSONValue? {
        guard let text = value.stringValue ?? value["Name"]?.stringValue, !text.isEmpty else { return nil }
        guard text.last == ")", let bracket = text.firstIndex(of: "("), bracket > text.startIndex else {
            return ["language": .string(text)]
        }
        let fluency = text[text.index(after: bracket)...].dropLast()
        return ["language": .string(String(text[..<bracket]).trimmed), "fluency": .string(String(fluency).trimmed)]
    }

    private static func set(_ key: String, _ text: String, in object: inout JSONObject) {
        if !text.isEmpty { object[key] = .string(text) }
    }

    /// Dates that are not understood have no place in the schema.
    private static func setDates(of source: JSONObject, in entry: inout JSONObject) {
        guard let text = source["Dates"]?.stringValue, let range = DateRange(parsing: text) else { return }
        switch range.end {
        case .none: entry["endDate"] = .string(self.iso(range.start))
        case .open: entry["startDate"] = .string(self.iso(range.start))
        case .date(let end):
            entry["startDate"] = .string(self.iso(range.start))
            entry["endDate"] = .string(self.iso(end))
        }
    }

    private static func iso(_ date: PartialDate) -> String {
        date.month.map { "\(date.year)-\($0 < 10 ? "0" : "")\($0)" } ?? String(date.year)
    }

    private static func setDescription(of source: JSONObject, as key: String, in entry: inout JSONObject) {
        let lines = LayoutText.lines(source["Description"]?.stringValue ?? "")
        self.set(key, lines.filter { $0.kind == .paragraph }.map(\.text.text).joined(separator: "\n"), in: &entry)
        let items = lines.filter { $0.kind == .item }.map { JSONValue.string($0.text.text) }
        if !items.isEmpty { entry["highlights"] = .array(items) }
    }
}
