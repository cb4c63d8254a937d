import Testing

@testable import SocketIO

@Suite struct RandomIDTests {
    /// Ten letters come from each random word, so lengths on both sides of that have to be right.
    @Test(arguments: [1, 10, 11, 20, 24])
    func everyPlaceTakesEveryLetter(length: Int) {
        var letters = [Set<Character>](repeating: [], count: length)
        for _ in 0..<2_000 {
            let id = RandomID.make(length: length)
            #expect(id.utf8.count == length)
            for (place, letter) in id.enumerated() { letters[place].insert(letter) }
        }
        // That a place misses one of 64 letters in 2,000 ids has a chance of about 1 in 10^12.
        #expect(letters.allSatisfy { $0.count == 64 })
    }

    @Test func idsDiffer() {
        #expect(Set((0..<10_000).map { _ in RandomID.make(length: 20) }).count == 10_000)
    }
}
