import JSON
import Resume
import Testing

@testable import Assistant

/// A resume that was read, by the fields that tests ask for.
struct ReadResume {
    let reading: Reading

    init(_ text: String) throws { self.reading = try RulesReader().read(text) }

    func text(_ section: CoreSection) -> String { self.reading.resume.text(section) }

    /// "Position | Company | Dates" of each job.
    var jobs: [String] {
        self.reading.resume.entries(.experience).map { entry in
            ["Position", "Company", "Dates"].map { entry[$0]?.stringValue ?? "" }.joined(separator: " | ")
        }
    }

    /// "Degree | Field | Institution | Dates" of each degree.
    var degrees: [String] {
        self.reading.resume.entries(.education).map { entry in
            ["Degree", "Field", "Institution", "Dates"].map { entry[$0]?.stringValue ?? "" }.joined(separator: " | ")
        }
    }

    func list(_ name: String) -> [String] { self.reading.resume[name]?.arrayValue?.compactMap(\.stringValue) ?? [] }

    /// A key beyond the core of each job, empty where there is none.
    func jobKey(_ key: String) -> [String] {
        self.reading.resume.entries(.experience).map { $0[key]?.stringValue ?? "" }
    }

    /// All texts of the resume, the names of sections and keys not among them.
    var texts: [String] { Self.texts(of: self.reading.resume.json) }

    private static func texts(of value: JSONValue) -> [String] {
        switch value {
        case .string(let text): [text]
        case .array(let elements): elements.flatMap { Self.texts(of: $0) }
        case .object(let object): object.values.flatMap { Self.texts(of: $0) }
        case .null, .bool, .number, .malformedString: []
        }
    }
}

/// The words of a text, folded.
func words(_ text: String) -> [String] {
    RawLines.lines(of: text).flatMap { line in
        String(String.UnicodeScalarView(line)).split { !($0.isLetter || $0.isNumber) }.map { Folding.folded(String($0)) }
    }
}
