import JSON
import Resume

/// Finds entries by what people call them: whole words, so that "Java" is not "JavaScript".
enum EntryMatch {
    /// The item that is the value; case does not matter.
    static func place(of value: String, in entries: [JSONValue]) -> Int? {
        let wanted = value.lowercased()
        let places = entries.indices.filter { self.name(of: entries[$0]).lowercased() == wanted }
        return places.count == 1 ? places[0] : nil
    }

    /// Up to three items that hold the value as whole words.
    static func near(_ value: String, in entries: [JSONValue]) -> [String] {
        Array(entries.lazy.map(self.name).filter { self.holds($0, value) }.prefix(3))
    }

    /// An item's text, or what an entry of several keys is called.
    static func name(of entry: JSONValue) -> String {
        if let object = entry.objectValue {
            return (object["Name"] ?? object["Title"] ?? object.values.first { $0.stringValue != nil })?.stringValue ?? ""
        }
        return entry.stringValue ?? ""
    }

    /// Places of the core entries whose position, company, degree or institution is or holds the name.
    static func entries(of core: CoreSection, in resume: Resume, named name: String) -> [Int] {
        let entries = resume.entries(core)
        let keys = core == .experience ? ["Position", "Company"] : ["Degree", "Field", "Institution"]
        let names = entries.map { entry in keys.compactMap { entry[$0]?.stringValue } }
        let wanted = name.lowercased()
        let exact = names.indices.filter { names[$0].contains { $0.lowercased() == wanted } }
        if !exact.isEmpty { return exact }
        return names.indices.filter { place in
            // "Engineer at Acme" names two of them.
            names[place].contains { self.holds($0, name) } || self.holds(names[place].joined(separator: " "), self.words(name))
        }
    }

    /// Whether nothing was lost on the way from the text to the entry, but small words.
    static func hasWords(of text: String, in entry: JSONObject) -> Bool {
        let read = Set(self.words(entry.values.compactMap(\.stringValue).joined(separator: " ")))
        let small: Set = ["at", "as", "from", "to", "in", "of", "the", "a", "an", "and", "for", "since", "until", "my", "with"]
        return self.words(text).allSatisfy { read.contains($0) || small.contains($0) }
    }

    static func line(_ entry: JSONObject, of core: CoreSection) -> String {
        let keys = core == .experience ? ["Position", "Company", "Dates"] : ["Degree", "Institution", "Dates"]
        let parts = keys.compactMap { entry[$0]?.stringValue }.filter { !$0.trimmed.isEmpty }
        return parts.isEmpty ? "an entry without a name" : parts.joined(separator: ", ").shortened(to: ChatReply.maxQuotedBytes)
    }

    private static func holds(_ text: String, _ value: String) -> Bool {
        let (words, wanted) = (self.words(text), self.words(value))
        guard !wanted.isEmpty, wanted.count <= words.count else { return false }
        return (0...words.count - wanted.count).contains { words[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }

    /// Whether the text has all the words, and there are several of them, "at" and "as" between them left out.
    private static func holds(_ text: String, _ wanted: [String]) -> Bool {
        let wanted = wanted.filter { !["at", "as", "in", "the"].contains($0) }
        let words = Set(self.words(text))
        return wanted.count > 1 && wanted.allSatisfy(words.contains)
    }

    /// "C++" and "C#" are words of their own.
    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "#" }.map(String.init)
    }
}
