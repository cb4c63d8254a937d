import Testing

@testable import JSON

@Suite struct PlainBytesTests {
    /// Every byte at every place within and across words.
    @Test func theNextByteToEscapeIsFoundWhereverItStands() {
        for length in 0...20 {
            for place in 0..<max(1, length) {
                for byte in UInt8.min...UInt8.max where length > 0 {
                    var bytes = [UInt8](repeating: 0x61, count: length)
                    bytes[place] = byte
                    let isPlain = byte >= 0x20 && byte != 0x22 && byte != 0x5C
                    let end = bytes.withUnsafeBufferPointer { PlainBytes.end(in: $0, from: 0) }
                    #expect(end == (isPlain ? length : place))
                }
            }
        }
        #expect([UInt8]().withUnsafeBufferPointer { PlainBytes.end(in: $0, from: 0) } == 0)
    }

    @Test func bytesBesideTheFoundOneDoNotMislead() {
        // Neighbours whose difference borrows.
        for pair in [[0x20, 0x1F], [0x22, 0x23], [0x21, 0x22], [0x5C, 0x5D], [0x00, 0xFF], [0xFF, 0x00], [0x80, 0x1F]]
            as [[UInt8]]
        {
            let bytes = [UInt8](repeating: 0x7F, count: 6) + pair + [UInt8](repeating: 0x80, count: 9)
            let expected = bytes.firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C } ?? bytes.count
            #expect(bytes.withUnsafeBufferPointer { PlainBytes.end(in: $0, from: 0) } == expected)
        }
    }

    @Test func everyEscapeSurvivesAtEveryPlace() throws {
        for count in 0...17 {
            for scalar in (0..<0x80).compactMap(Unicode.Scalar.init) {
                let text = String(repeating: "é", count: count) + String(scalar) + "z"
                #expect(try JSONValue(parsing: JSONValue.string(text).serialized) == .string(text))
            }
        }
    }
}
