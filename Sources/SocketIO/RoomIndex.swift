import JSON

/// Who is in which room, looked up from both sides. A room exists while somebody is in it.
struct RoomIndex<Member: Hashable & Sendable>: Sendable {
    private let maxRoomsPerMember: Int
    private var members: [ByteKey: SmallSet<Member>] = [:]
    private var rooms: [Member: SmallSet<ByteKey>] = [:]

    init(maxRoomsPerMember: Int) { self.maxRoomsPerMember = maxRoomsPerMember }

    mutating func add(_ member: Member) { self.rooms[member, default: SmallSet()] = SmallSet() }

    mutating func remove(_ member: Member) {
        self.rooms.removeValue(forKey: member)?.forEach { self.take(member, from: $0) }
    }

    /// - Returns: whether the member is in the room now: not if it was never added, or is in as many as it may.
    mutating func join(_ room: ByteKey, _ member: Member) -> Bool {
        guard let joined = self.rooms[member] else { return false }
        if joined.contains(room) { return true }
        guard joined.count < self.maxRoomsPerMember else { return false }
        self.rooms[member]?.insert(room)
        self.members[room, default: SmallSet()].insert(member)
        return true
    }

    mutating func leave(_ room: ByteKey, _ member: Member) {
        guard self.rooms[member]?.remove(room) == true else { return }
        self.take(member, from: room)
    }

    func rooms(of member: Member) -> Set<ByteKey> { self.rooms[member]?.elements ?? [] }

    /// Each member once: those in any of `rooms` (when there are none, all), without those in any of `except`.
    func members(in rooms: Set<ByteKey>, except: Set<ByteKey>) -> [Member] {
        let isExcepted = { (member: Member) in
            !except.isEmpty && except.contains { self.members[$0]?.contains(member) == true }
        }
        if rooms.isEmpty { return self.rooms.keys.filter { !isExcepted($0) } }
        if rooms.count == 1, let room = rooms.first { return (self.members[room]?.elements ?? []).filter { !isExcepted($0) } }
        let union = rooms.reduce(into: Set<Member>()) { $0.formUnion(self.members[$1]?.elements ?? []) }
        return union.filter { !isExcepted($0) }
    }

    private mutating func take(_ member: Member, from room: ByteKey) {
        _ = self.members[room]?.remove(member)
        if self.members[room]?.isEmpty == true { self.members[room] = nil }
    }
}
