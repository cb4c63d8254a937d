import JSON

/// Who is in which room, looked up from both sides. A room exists while somebody is in it.
struct RoomIndex<Member: Hashable & Sendable>: Sendable {
    private let maxRoomsPerMember: Int
    private var members: [ByteKey: Set<Member>] = [:]
    private var rooms: [Member: Set<ByteKey>] = [:]

    init(maxRoomsPerMember: Int) { self.maxRoomsPerMember = maxRoomsPerMember }

    mutating func add(_ member: Member) { self.rooms[member, default: []] = [] }

    mutating func remove(_ member: Member) {
        for room in self.rooms.removeValue(forKey: member) ?? [] { self.take(member, from: room) }
    }

    /// - Returns: whether the member is in the room now: not if it was never added, or is in as many as it may.
    mutating func join(_ room: ByteKey, _ member: Member) -> Bool {
        guard let joined = self.rooms[member] else { return false }
        if joined.contains(room) { return true }
        guard joined.count < self.maxRoomsPerMember else { return false }
        self.rooms[member]?.insert(room)
        self.members[room, default: []].insert(member)
        return true
    }

    mutating func leave(_ room: ByteKey, _ member: Member) {
        guard self.rooms[member]?.remove(room) != nil else { return }
        self.take(member, from: room)
    }

    func rooms(of member: Member) -> Set<ByteKey> { self.rooms[member] ?? [] }

    /// Each member once: those in any of `rooms` (when there are none, all), without those in any of `except`.
    func members(in rooms: Set<ByteKey>, except: Set<ByteKey>) -> [Member] {
        let isExcepted = { (member: Member) in !except.isEmpty && !(self.rooms[member]?.isDisjoint(with: except) ?? true) }
        if rooms.isEmpty { return self.rooms.keys.filter { !isExcepted($0) } }
        if rooms.count == 1, let room = rooms.first { return (self.members[room] ?? []).filter { !isExcepted($0) } }
        let union = rooms.reduce(into: Set<Member>()) { $0.formUnion(self.members[$1] ?? []) }
        return union.filter { !isExcepted($0) }
    }

    private mutating func take(_ member: Member, from room: ByteKey) {
        self.members[room]?.remove(member)
        if self.members[room]?.isEmpty == true { self.members[room] = nil }
    }
}
