import JSON
import Testing

@Suite struct JSONObjectTests {
    @Test(arguments: [3, 16, 17, 40]) func membersKeepTheirOrderAtEverySize(count: Int) {
        var object = JSONObject()
        for number in 0..<count { object["k\(number)"] = JSONValue(integerLiteral: number) }
        object["k1"] = nil
        object["k2"] = "two"
        #expect(object.names == (0..<count).filter { $0 != 1 }.map { "k\($0)" })
        #expect(object["k2"] == "two")
        #expect(object["k1"] == nil)
        #expect(object.place(of: "k\(count - 1)") == count - 2)
    }

    @Test func insertingMovesAMemberThatExists() {
        var object: JSONObject = ["a": 1, "b": 2, "c": 3]
        object.insert(9, named: "c", at: 0)
        #expect(object.names == ["c", "a", "b"])
        object.insert(4, named: "d", at: 99)
        #expect(object.names == ["c", "a", "b", "d"])
    }

    @Test func renamingKeepsThePlaceAndRefusesATakenName() {
        var object: JSONObject = ["a": 1, "b": 2]
        let results = [("a", "x"), ("x", "b"), ("gone", "y")].map { object.rename($0, to: $1) }
        #expect(results == [true, false, false])
        #expect(object.names == ["x", "b"])
    }

    @Test func orderIsPartOfEquality() {
        #expect(JSONObject([("a", 1), ("b", 2)]) != JSONObject([("b", 2), ("a", 1)]))
    }
}
