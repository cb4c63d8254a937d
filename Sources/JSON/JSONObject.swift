/// An object's members in order. Names are told apart by their bytes, not by Unicode equivalence.
public struct JSONObject: Sendable {
    public typealias Member = (name: String, value: JSONValue)

    public private(set) var names: [String] = []
    public private(set) var values: [JSONValue] = []
    /// Places by name, kept only for objects too large to search from the front.
    private var places: [ByteKey: Int]?

    /// Up to here a search from the front is as fast as a hash table, and needs no memory of its own.
    private static let linearSearchLimit = 16

    public init() {}

    /// A repeated name keeps its first place and takes its last value, as in JavaScript.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        for (name, value) in members { self[name] = value }
    }

    public var count: Int { self.names.count }
    public var isEmpty: Bool { self.names.isEmpty }

    public func contains(_ name: String) -> Bool { self.place(of: name) != nil }

    /// The place of a member, from 0.
    public func place(of name: String) -> Int? {
        if let places = self.places { return places[ByteKey(name)] }
        return self.names.firstIndex { $0.hasSameBytes(as: name) }
    }

    /// Reading gives `nil` for an absent name. Setting keeps the member's place or appends it; `nil` removes it.
    public subscript(name: String) -> JSONValue? {
        get { self.place(of: name).map { self.values[$0] } }
        set {
            switch (self.place(of: name), newValue) {
            case (let place?, let value?): self.values[place] = value
            case (let place?, nil): self.remove(at: place)
            case (nil, let value?): self.append(name, value)
            case (nil, nil): break
            }
        }
    }

    /// Puts a member at `place` (clamped to the object's bounds); one that exists moves there.
    public mutating func insert(_ value: JSONValue, named name: String, at place: Int) {
        if let old = self.place(of: name) { self.remove(at: old) }
        let place = Swift.max(0, Swift.min(place, self.names.count))
        self.names.insert(name, at: place)
        self.values.insert(value, at: place)
        self.index()
    }

    /// Gives a member another name in the same place.
    /// - Returns: false, and nothing changed, if `name` is absent or `newName` is taken.
    public mutating func rename(_ name: String, to newName: String) -> Bool {
        guard let place = self.place(of: name), !self.contains(newName) else { return false }
        self.names[place] = newName
        self.index()
        return true
    }

    private mutating func append(_ name: String, _ value: JSONValue) {
        self.names.append(name)
        self.values.append(value)
        if self.places != nil {
            self.places?[ByteKey(name)] = self.names.count - 1
        } else if self.names.count > Self.linearSearchLimit {
            self.index()
        }
    }

    private mutating func remove(at place: Int) {
        self.names.remove(at: place)
        self.values.remove(at: place)
        self.index()
    }

    private mutating func index() {
        guard self.names.count > Self.linearSearchLimit else {
            self.places = nil
            return
        }
        self.places = Dictionary(uniqueKeysWithValues: self.names.enumerated().map { (ByteKey($1), $0) })
    }
}

extension JSONObject: Sequence {
    public func makeIterator() -> some IteratorProtocol<Member> {
        zip(self.names, self.values).lazy.map { (name: $0, value: $1) }.makeIterator()
    }
}

extension JSONObject: Hashable {
    /// Order counts: two documents whose sections stand differently are different documents.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.names.count == right.names.count
            && zip(left.names, right.names).allSatisfy { $0.hasSameBytes(as: $1) }
            && left.values == right.values
    }

    public func hash(into hasher: inout Hasher) {
        for name in self.names { hasher.combine(ByteKey(name)) }
        hasher.combine(self.values)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}

/// A string compared and hashed by its UTF-8 bytes. Swift compares strings by canonical equivalence, which merges
/// names that JavaScript and databases keep apart; use this as the key wherever a client chooses the string.
public struct ByteKey: Hashable, Sendable {
    public let string: String

    public init(_ string: String) { self.string = string }

    public static func == (left: ByteKey, right: ByteKey) -> Bool { left.string.hasSameBytes(as: right.string) }

    public func hash(into hasher: inout Hasher) {
        var copy = self.string
        copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension String {
    /// Equality by UTF-8 bytes; see ``ByteKey``.
    package func hasSameBytes(as other: String) -> Bool {
        guard self.utf8.count == other.utf8.count else { return false }
        // Native strings show their bytes at once; comparing view by view costs ten times as much.
        let areSame = self.utf8.withContiguousStorageIfAvailable { mine in
            other.utf8.withContiguousStorageIfAvailable { mine.elementsEqual($0) }
        }
        return (areSame ?? nil) ?? self.utf8.elementsEqual(other.utf8)
    }
}
