import JSON
import Testing

@Suite struct JSONParserTests {
    @Test(arguments: [
        "null", "true", "false", "0", "-1", "1e999", "12345678901234567890.10", "\"\"", "[]", "{}",
        #"{"b":1,"a":[true,null,{"x":"y"}],"":0}"#, #"["\ud800","a\udc00b"]"#, #""é 履歴書 🚀""#, #""\u0000\u001f\"\\""#,
    ])
    func whatComesInGoesOutUnchanged(text: String) throws {
        #expect(try JSONValue(parsing: text).serialized == text)
    }

    @Test func escapesAreResolvedOnce() throws {
        #expect(try JSONValue(parsing: #""\u0041\/\ud83d\ude80\n\\n""#) == .string("A/🚀\n\\n"))
    }

    @Test func theLastOfTwoMembersWinsInTheFirstPlace() throws {
        #expect(try JSONValue(parsing: #"{"a":1,"b":2,"a":3}"#).serialized == #"{"a":3,"b":2}"#)
    }

    @Test func namesAreToldApartByTheirBytes() throws {
        let value = try JSONValue(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2,\"__proto__\":3}")
        #expect(value.objectValue?.count == 3)
        #expect(value["\u{E9}"]?.intValue == 1)
        #expect(value["e\u{301}"]?.intValue == 2)
    }

    @Test(arguments: [
        "", " ", "nul", "tru", "01", "-", "1.", ".5", "+1", "1e", "NaN", "'a'", "\"", "\"\\", "\"\\x\"", "\"\\u12\"",
        "\"\\ud8\"",
        "\"a\nb\"", "[", "[1", "[1,", "[1,]", "[,]", "{", "{\"a\"", "{\"a\":", "{\"a\":1,}", "{a:1}", "{1:1}", "1 2", "[]]",
        "\u{FEFF}1",
    ])
    func malformedTextIsRefused(text: String) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    }

    @Test(arguments: [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0xFF]] as [[UInt8]])
    func bytesThatAreNoUTF8AreRefused(bytes: [UInt8]) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
    }

    @Test func depthIsBounded() throws {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(try JSONValue(parsing: nested(64)).arrayValue != nil)
        #expect(throws: JSONError.tooDeep(limit: 64)) { try JSONValue(parsing: nested(65)) }
        #expect(throws: JSONError.tooDeep(limit: 64)) { try JSONValue(parsing: String(repeating: "{\"a\":", count: 100_000)) }
    }

    @Test func theNumberOfValuesIsBounded() throws {
        let limits = JSONLimits(maxValues: 4)
        #expect(try JSONValue(parsing: "[1,2,3]", limits: limits).arrayValue?.count == 3)
        #expect(throws: JSONError.tooManyValues(limit: 4)) { try JSONValue(parsing: "[1,2,3,4]", limits: limits) }
    }

    /// Every cut of a valid text, and every change of one of its bytes, is read or refused; none traps.
    @Test func damagedTextNeverTraps() {
        let text = Array(#"{"a":[1,-2.5e3,"x\ud83d\ude80\u00e9",null],"b":{"c":true}}"#.utf8)
        for end in 0..<text.count { _ = try? JSONValue(parsing: text[..<end]) }
        for place in text.indices {
            for byte in UInt8.min...UInt8.max {
                var damaged = text
                damaged[place] = byte
                _ = try? JSONValue(parsing: damaged)
            }
        }
    }

    @Test func integersAreReadOnlyWithinRange() throws {
        #expect(try JSONValue(parsing: "9223372036854775807").intValue == .max)
        #expect(try JSONValue(parsing: "9223372036854775808").intValue == nil)
        #expect(try JSONValue(parsing: "1.0").intValue == nil)
    }

    @Test func prettyTextIsIndentedByTwo() throws {
        let value: JSONValue = ["a": [1, "b"], "c": [:], "d": []]
        #expect(value.prettyPrinted == "{\n  \"a\": [\n    1,\n    \"b\"\n  ],\n  \"c\": {},\n  \"d\": []\n}")
    }
}
