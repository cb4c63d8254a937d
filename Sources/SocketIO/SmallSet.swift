/// A set that needs no memory of its own for one element. Most have one: the room named by a socket's id is its only one, and
/// the socket the only one in it.
struct SmallSet<Element: Hashable & Sendable>: Sendable {
    private enum Storage: Sendable {
        case one(Element)
        /// Any number, once there was more than one.
        case many(Set<Element>)
    }

    private var storage = Storage.many([])

    var isEmpty: Bool { self.count == 0 }

    var count: Int {
        switch self.storage {
        case .one: 1
        case .many(let elements): elements.count
        }
    }

    func contains(_ element: Element) -> Bool {
        switch self.storage {
        case .one(let only): only == element
        case .many(let elements): elements.contains(element)
        }
    }

    mutating func insert(_ element: Element) {
        switch self.storage {
        case .one(let only): if only != element { self.storage = .many([only, element]) }
        case .many(var elements):
            guard !elements.isEmpty else { return self.storage = .one(element) }
            self.storage = .many([])
            elements.insert(element)
            self.storage = .many(elements)
        }
    }

    /// - Returns: whether it was there.
    mutating func remove(_ element: Element) -> Bool {
        switch self.storage {
        case .one(let only):
            guard only == element else { return false }
            self.storage = .many([])
            return true
        case .many(var elements):
            self.storage = .many([])
            defer { self.storage = .many(elements) }
            return elements.remove(element) != nil
        }
    }

    func forEach(_ body: (Element) -> Void) {
        switch self.storage {
        case .one(let only): body(only)
        case .many(let elements): elements.forEach(body)
        }
    }

    var elements: Set<Element> {
        switch self.storage {
        case .one(let only): [only]
        case .many(let elements): elements
        }
    }
}
