import JSON
import Testing

@testable import SocketIO

@Suite final class RoomIndexTests {
    private var index = RoomIndex<Int>(maxRoomsPerMember: 2)

    init() { for member in 1...4 { self.index.add(member) } }

    private func join(_ room: String, _ member: Int) -> Bool { self.index.join(ByteKey(room), member) }

    private func members(in rooms: String..., except: String...) -> [Int] {
        self.index.members(in: Set(rooms.map(ByteKey.init)), except: Set(except.map(ByteKey.init))).sorted()
    }

    @Test func membersAreFoundByAnyOfTheirRoomsOnce() {
        for (room, member) in [("a", 1), ("a", 2), ("b", 2), ("b", 3)] { #expect(self.join(room, member)) }
        #expect(self.members() == [1, 2, 3, 4])
        #expect(self.members(in: "a") == [1, 2])
        #expect(self.members(in: "a", "b") == [1, 2, 3])
        #expect(self.members(in: "a", except: "b") == [1])
        #expect(self.members(except: "b", "a") == [4])
        #expect(self.members(in: "none").isEmpty)
    }

    @Test func whoLeavesIsGoneFromBothSides() {
        _ = self.join("a", 1)
        self.index.leave(ByteKey("a"), 1)
        self.index.leave(ByteKey("a"), 1)
        #expect(self.members(in: "a").isEmpty)
        #expect(self.index.rooms(of: 1).isEmpty)
        _ = self.join("a", 1)
        self.index.remove(1)
        #expect(self.members(in: "a").isEmpty)
        #expect(self.members() == [2, 3, 4])
        #expect(!self.join("a", 1))
    }

    @Test func roomsPerMemberAreBounded() {
        #expect(self.join("a", 1))
        #expect(self.join("b", 1))
        #expect(!self.join("c", 1))
        #expect(self.join("a", 1))
        #expect(self.members(in: "c").isEmpty)
    }

    @Test func roomsAreToldApartByTheirBytes() {
        _ = self.join("\u{E9}", 1)
        #expect(self.members(in: "e\u{301}").isEmpty)
    }
}

@Suite struct SmallSetTests {
    /// Against a set of the standard library, with elements that come and go at random.
    @Test(arguments: 0..<10) func agreesWithASet(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var small = SmallSet<Int>()
        var set: Set<Int> = []
        for _ in 0..<300 {
            let element = Int.random(in: 0..<3, using: &generator)
            if Bool.random(using: &generator) {
                small.insert(element)
                set.insert(element)
            } else {
                let wasThere = small.remove(element)
                #expect(wasThere == (set.remove(element) != nil))
            }
            #expect(small.elements == set && small.count == set.count && small.isEmpty == set.isEmpty)
            #expect((0..<3).allSatisfy { small.contains($0) == set.contains($0) })
            var seen: [Int] = []
            small.forEach { seen.append($0) }
            #expect(seen.count == set.count && Set(seen) == set)
        }
    }
}
