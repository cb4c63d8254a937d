import JSON
import Resume
import Testing

@testable import Assistant

/// One message and what it does to the resume of ``ChatFixture``: `Title = CTO`, `Skills + Swift`, `Skills[0] -`,
/// `Skills > 6`, `Hobbies : Interests`. None for a message that must change nothing.
struct ChatExample: CustomTestStringConvertible {
    let message: String
    let changes: [String]

    init(_ message: String, _ changes: String...) { (self.message, self.changes) = (message, changes) }

    var testDescription: String { String(self.message.prefix(60)) }
}

enum ChatFixture {
    static func resume() throws -> Resume {
        try Resume([
            "Name": "Ada Byron", "Title": "Engineer", "Email": "ada@engine.example", "Summary": "I build engines.",
            "Experience": [
                [
                    "Position": "Engineer", "Company": "Acme Inc.", "Dates": "2019 - 2021",
                    "Description": "Moved the reports to Google Sheets.",
                ]
            ],
            "Skills": ["Go", "JavaScript", "C++", "Adobe Photoshop"], "Hobbies": ["Chess"],
        ])
    }

    static func reply(_ message: String, about resume: Resume? = nil) throws -> ChatReply {
        ChatReply(to: message, about: try resume ?? self.resume(), reader: RulesReader())
    }

    static func changes(_ message: String, about resume: Resume? = nil) throws -> [String] {
        try self.reply(message, about: resume).operations.map(self.describe)
    }

    private static func describe(_ operation: Operation) -> String {
        switch operation {
        case .set(let path, let value): "\(path) = \(self.text(value))"
        case .remove(let path): "\(path) -"
        case .insertEntry(let section, let value, _): "\(section) + \(self.text(value))"
        case .moveEntry(let section, let from, let to): "\(section)[\(from)] > \(to)"
        case .addSection(let name, _, _): "\(name) +"
        case .moveSection(let name, let to): "\(name) > \(to)"
        case .renameSection(let name, let to): "\(name) : \(to)"
        case .replace: "replaced"
        }
    }

    private static func text(_ value: JSONValue) -> String {
        guard let object = value.objectValue else { return value.stringValue ?? value.serialized }
        return object.values.compactMap(\.stringValue).filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
