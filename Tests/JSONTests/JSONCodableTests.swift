import JSON
import Testing

@Suite struct JSONCodableTests {
    private struct Person: Codable, Equatable {
        enum Kind: String, Codable { case human, bot }
        struct Job: Codable, Equatable {
            var title: String
            var years: [Int]
        }
        var name: String
        var age: UInt8
        var height: Double?
        var kind: Kind
        var jobs: [Job]
        var extra: JSONValue
        var links: [String: String]
    }

    private static let person = Person(
        name: "Ada \"é\"", age: 36, height: nil, kind: .human, jobs: [.init(title: "x", years: [1, 2])],
        extra: ["z": [nil, 15], "a": .malformedString(escaped: "\\ud800")], links: ["a": "b"])
    private static let text =
        #"{"name":"Ada \"é\"","age":36,"kind":"human","jobs":[{"title":"x","years":[1,2]}],"#
        + #""extra":{"z":[null,15],"a":"\ud800"},"links":{"a":"b"}}"#

    @Test func valuesKeepTheirFormBothWays() throws {
        let value = try JSONValueEncoder().encode(Self.person)
        #expect(value.serialized == Self.text)
        #expect(try JSONValueDecoder().decode(Person.self, from: JSONValue(parsing: Self.text)) == Self.person)
    }

    @Test(arguments: [
        (#"{"age":300}"#, "age"), (#"{"age":-1}"#, "age"), (#"{"age":1.5}"#, "age"), (#"{"age":"1"}"#, "age"), ("{}", ""),
        (#"{"age":null}"#, "age"), (#"{"age":1e400}"#, "age"), ("[]", ""), ("null", ""),
        (#"{"age":1,"name":"x","kind":"cat"}"#, "kind"),
        (#"{"age":1,"name":"x","kind":"bot","jobs":[{"title":1}]}"#, "jobs.Index 0.title"),
    ])
    func whatDoesNotFitHasAPath(text: String, path: String) throws {
        struct Strict: Decodable {
            let age: UInt8
            let name: String
            let kind: Person.Kind
            let jobs: [Person.Job]
        }
        let value = try JSONValue(parsing: text)
        let error = #expect(throws: DecodingError.self) { try JSONValueDecoder().decode(Strict.self, from: value) }
        let context: DecodingError.Context? =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context
            default: nil
            }
        #expect(context?.codingPath.map(\.stringValue).joined(separator: ".") == path)
    }

    @Test func numbersAreReadExactly() throws {
        func read<Number: Decodable>(_ text: String, _ type: Number.Type) throws -> Number {
            try JSONValueDecoder().decode(type, from: JSONValue(parsing: text))
        }
        #expect(try read("9223372036854775807", Int.self) == .max)
        #expect(try read("18446744073709551615", UInt64.self) == .max)
        #expect(try read("-128", Int8.self) == -128)
        #expect(try read("1.0", Int.self) == 1)
        #expect(try read("1e2", Int.self) == 100)
        #expect(try read("0.1", Double.self) == 0.1)
        #expect(throws: DecodingError.self) { try read("9223372036854775808", Int.self) }
        #expect(throws: DecodingError.self) { try read(String(repeating: "9", count: 10_000), Int.self) }
        #expect(throws: DecodingError.self) { try read("1e999", Double.self) }
    }

    @Test func aSurrogateWithoutAPartnerIsReplaced() throws {
        #expect(try JSONValueDecoder().decode([String].self, from: JSONValue(parsing: #"["a\ud800"]"#)) == ["a\u{FFFD}"])
    }

    @Test func whatJSONCannotHoldIsRefused() {
        #expect(throws: EncodingError.self) { try JSONValueEncoder().encode([Double.nan]) }
        #expect(throws: EncodingError.self) { try JSONValueEncoder().encode(-Float.infinity) }
    }

    private final class Node: Encodable {
        var next: Node?
    }

    @Test func depthIsBoundedOnTheWayOut() throws {
        func list(_ count: Int) -> Node {
            let first = Node()
            var last = first
            for _ in 1..<count {
                let node = Node()
                last.next = node
                last = node
            }
            return first
        }
        #expect(try JSONValueEncoder().encode(list(65)).objectValue != nil)
        #expect(throws: EncodingError.self) { try JSONValueEncoder().encode(list(66)) }
        let loop = list(3)
        loop.next?.next?.next = loop
        #expect(throws: EncodingError.self) { try JSONValueEncoder().encode(loop) }
        loop.next?.next?.next = nil
    }

    @Test(.timeLimit(.minutes(1))) func timeGrowsWithTheValue() throws {
        let text = String(repeating: "[", count: 60) + #"{"a":[1,"x",null,true]}"# + String(repeating: "]", count: 60)
        let value = try JSONValue(parsing: text)
        for _ in 0..<1_000 { #expect(try JSONValueDecoder().decode(JSONValue.self, from: value) == value) }
    }
}
