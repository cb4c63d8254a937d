import JSON
import Resume
import Testing

@testable import Assistant

/// How sure the reader says it is.
@Suite struct ReaderConfidenceTests {
    private static let text = """
        Jane Doe
        jane.doe@mail.example | +1 555 010 0199 | Springfield, IL

        EXPERIENCE
        Software Engineer, Acme Inc.
        Jan 2019 – present
        • Built the thing

        EDUCATION
        BSc Physics, University of Leeds, 2012 – 2015
        """

    @Test func itIsOnlyWorkedOutWhereItIsAskedFor() throws {
        #expect(try RulesReader().read(Self.text, ratesConfidence: false).confidence == nil)
        #expect(try RulesReader().read(Self.text, ratesConfidence: true).confidence != nil)
    }

    @Test func everyFigureIsOnTheScale() throws {
        let confidence = try #require(try RulesReader().read(Self.text).confidence)
        let figures = Self.figures(of: .object(confidence))
        #expect(figures.count >= 9)
        #expect(figures.allSatisfy { [0.4, 0.7, 0.9, 1].contains($0) })
    }

    @Test func aNameThatTheMailAddressHasIsSurerThanOneThatNothingConfirms() throws {
        let sure = try RulesReader().read(Self.text).confidence?["Name"]
        let less = try RulesReader().read(Self.text.replacing("jane.doe@", with: "office@")).confidence?["Name"]
        #expect(Self.figures(of: sure ?? .null) == [1])
        #expect(Self.figures(of: less ?? .null) == [0.7])
    }

    @Test func anEmployerFoundByEliminationIsAGuess() throws {
        let text = Self.text.replacing("Software Engineer, Acme Inc.", with: "Software Engineer, Quux")
        let reading = try RulesReader().read(text)
        #expect(reading.resume.entries(.experience).first?["Company"]?.stringValue == "Quux")
        let job = reading.confidence?["Experience"]?.arrayValue?.first?.objectValue
        #expect(Self.figures(of: job?["Company"] ?? .null) == [0.4])
        #expect(Self.figures(of: job?["Position"] ?? .null) == [0.9])
    }

    private static func figures(of value: JSONValue) -> [Double] {
        switch value {
        case .number(let number): [number.doubleValue]
        case .array(let elements): elements.flatMap(Self.figures)
        case .object(let object): object.values.flatMap(Self.figures)
        case .null, .bool, .string, .malformedString: []
        }
    }
}
