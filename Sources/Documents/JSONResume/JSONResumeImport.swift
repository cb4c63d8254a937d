import JSON
import Resume

/// JSON Resume 1.0 (https://jsonresume.org/schema) as a resume of ours. Everything in it is taken over: sections that have
/// no equal keep their name, and so do keys of entries.
struct JSONResumeImport {
    private let source: JSONObject
    private(set) var warnings: [String] = []

    init(_ source: JSONObject) { self.source = source }

    mutating func sections() -> JSONObject {
        var result = JSONObject()
        let basics = self.source["basics"]?.objectValue ?? [:]
        result["Name"] = .string(Self.text(basics["name"]))
        result["Title"] = .string(Self.text(basics["label"]))
        result["Location"] = .string(Self.location(basics["location"]))
        result["Email"] = .string(Self.text(basics["email"]))
        result["Phone"] = .string(Self.text(basics["phone"]))
        result["Summary"] = .string(Self.text(basics["summary"]))
        result["Experience"] = .array(self.entries("work").map { .object(Self.work($0)) })
        result["Education"] = .array(self.entries("education").map { .object(Self.education($0)) })
        for list in Self.lists {
            let items = (self.source[list.key]?.arrayValue ?? []).compactMap { Self.item($0, in: list.key) }
            if !items.isEmpty { result[list.name] = .array(items.map(JSONValue.string)) }
        }
        for list in Self.entryLists {
            let entries = self.entries(list.key).map { JSONValue.object(Self.entry($0)) }
            if !entries.isEmpty { result[list.name] = .array(entries) }
        }
        let links = Self.links(basics)
        if !links.isEmpty { result["Links"] = .array(links.map(JSONValue.string)) }
        let known = Set(["basics", "work", "education", "meta", "$schema"] + (Self.lists + Self.entryLists).map(\.key))
        for (name, value) in self.source where !known.contains(name) {
            if Resume().applyingSection(name, value) != nil {
                result[name] = value
            } else {
                self.warnings.append("The section “\(name.prefix(40))” could not be taken over.")
            }
        }
        return result
    }

    private static let lists = [("skills", "Skills"), ("languages", "Languages"), ("interests", "Interests")].map {
        Key(key: $0, name: $1)
    }
    private static let entryLists = [
        ("projects", "Projects"), ("volunteer", "Volunteering"), ("awards", "Awards"), ("certificates", "Certifications"),
        ("publications", "Publications"), ("references", "References"),
    ].map { Key(key: $0, name: $1) }

    private struct Key {
        var key: String
        var name: String
    }

    private func entries(_ key: String) -> [JSONObject] { self.source[key]?.arrayValue?.compactMap(\.objectValue) ?? [] }

    /// A text, or a number's digits.
    private static func text(_ value: JSONValue?) -> String {
        switch value {
        case .string(let text)?: text.trimmed
        case .number(let number)?: number.literal
        default: ""
        }
    }

    private static func texts(_ value: JSONValue?) -> [String] {
        (value?.arrayValue ?? []).map { self.text($0) }.filter { !$0.isEmpty }
    }

    private static func location(_ value: JSONValue?) -> String {
        guard let place = value?.objectValue else { return self.text(value) }
        let city = [self.text(place["postalCode"]), self.text(place["city"])].filter { !$0.isEmpty }.joined(separator: " ")
        return [self.text(place["address"]), city, self.text(place["region"]), self.text(place["countryCode"])]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static func links(_ basics: JSONObject) -> [String] {
        var links = [self.text(basics["url"]), self.text(basics["website"])].filter { !$0.isEmpty }
        for profile in basics["profiles"]?.arrayValue ?? [] {
            let url = self.text(profile["url"])
            let named = [self.text(profile["network"]), self.text(profile["username"])].filter { !$0.isEmpty }
            let link = url.isEmpty ? named.joined(separator: ": ") : url
            if !link.isEmpty { links.append(link) }
        }
        return links
    }

    /// `2019-03-01` is March 2019; what is no date stays as it is.
    private static func dates(_ entry: JSONObject) -> String {
        let start = self.text(entry["startDate"])
        let end = self.text(entry["endDate"])
        if start.isEmpty { return end }
        let range = "\(self.month(start)) – \(end.isEmpty ? "Present" : self.month(end))"
        return DateRange(parsing: range)?.formatted ?? range
    }

    private static func month(_ date: String) -> String {
        let parts = date.prefix { $0 != "T" }.split(separator: "-")
        return parts.count == 3 ? parts.prefix(2).joined(separator: "-") : date
    }

    /// The summary, and then each highlight as an item.
    private static func description(_ entry: JSONObject) -> String {
        var lines = [self.text(entry["summary"]), self.text(entry["description"])].filter { !$0.isEmpty }
        lines += self.texts(entry["highlights"]).map { "• \($0)" }
        return lines.joined(separator: "\n")
    }

    private static func work(_ source: JSONObject) -> JSONObject {
        let name = self.text(source["name"])
        var entry: JSONObject = [
            "Position": .string(self.text(source["position"])),
            "Company": .string(name.isEmpty ? self.text(source["company"]) : name),
            "Dates": .string(self.dates(source)), "Description": .string(self.description(source)),
        ]
        self.addRest(of: source, to: &entry, except: ["name", "company", "position"])
        return entry
    }

    private static func education(_ source: JSONObject) -> JSONObject {
        var entry: JSONObject = [
            "Degree": .string(self.text(source["studyType"])), "Field": .string(self.text(source["area"])),
            "Institution": .string(self.text(source["institution"])), "Dates": .string(self.dates(source)),
        ]
        let score = self.text(source["score"]).isEmpty ? self.text(source["gpa"]) : self.text(source["score"])
        if !score.isEmpty { entry["GPA"] = .string(score) }
        self.addRest(of: source, to: &entry, except: ["studyType", "area", "institution", "score", "gpa"])
        return entry
    }

    /// Any other entry: its dates and texts together, all else under its own name.
    private static func entry(_ source: JSONObject) -> JSONObject {
        var entry = JSONObject()
        let name = ["name", "title", "organization", "position", "reference"].first { !self.text(source[$0]).isEmpty }
        if let name { entry["Name"] = .string(self.text(source[name])) }
        let dates = self.dates(source)
        if !dates.isEmpty { entry["Dates"] = .string(dates) }
        let description = self.description(source)
        if !description.isEmpty { entry["Description"] = .string(description) }
        self.addRest(of: source, to: &entry, except: name.map { [$0] } ?? [])
        return entry
    }

    private static func addRest(of source: JSONObject, to entry: inout JSONObject, except: Set<String>) {
        let told: Set = ["startDate", "endDate", "summary", "highlights", "description"]
        for (key, value) in source where !except.contains(key) && !told.contains(key) {
            let name = key.prefix(1).uppercased() + key.dropFirst()
            let texts = self.texts(value)
            if !texts.isEmpty {
                entry[name] = .string(texts.joined(separator: ", "))
            } else if !self.text(value).isEmpty {
                entry[name] = .string(self.text(value))
            } else if case .object = value {
                entry[name] = value
            }
        }
    }

    /// "Web Development (Master): HTML, CSS"; "English (Fluent)".
    private static func item(_ value: JSONValue, in key: String) -> String? {
        guard let object = value.objectValue else {
            let text = self.text(value)
            return text.isEmpty ? nil : text
        }
        let name = self.text(object[key == "languages" ? "language" : "name"])
        let level = self.text(object[key == "languages" ? "fluency" : "level"])
        let keywords = self.texts(object["keywords"]).joined(separator: ", ")
        let head = level.isEmpty ? name : name.isEmpty ? level : "\(name) (\(level))"
        let item = keywords.isEmpty ? head : head.isEmpty ? keywords : "\(head): \(keywords)"
        return item.isEmpty ? nil : item
    }
}

extension Resume {
    /// The resume with a section more; nil if a resume cannot have it.
    fileprivate func applyingSection(_ name: String, _ value: JSONValue) -> Resume? {
        guard var object = self.json.objectValue else { return nil }
        object[name] = value
        return try? Resume(.object(object))
    }
}
