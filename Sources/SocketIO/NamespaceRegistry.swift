import JSON

/// The namespaces of a server: those that the application named, and those that exist as long as clients are in them.
struct NamespaceRegistry: Sendable {
    private struct Entry {
        let namespace: Namespace
        /// Whether it goes with its last client.
        var isDynamic: Bool
        var clients = 0
    }

    private let maxDynamic: Int
    private var entries: [ByteKey: Entry] = [:]
    private var dynamicCount = 0
    private(set) var parents: [ParentNamespace] = []

    init(maxDynamic: Int) { self.maxDynamic = maxDynamic }

    /// The namespace of this name, which stays from now on.
    mutating func named(_ name: String) -> Namespace? {
        let key = ByteKey(name)
        if self.entries[key]?.isDynamic == true {
            self.entries[key]?.isDynamic = false
            self.dynamicCount -= 1
        }
        return self.entries[key]?.namespace
    }

    /// - Returns: the one that was there before, if there was one.
    mutating func insert(_ namespace: Namespace) -> Namespace {
        if let known = self.named(namespace.name) { return known }
        self.entries[ByteKey(namespace.name)] = Entry(namespace: namespace, isDynamic: false)
        return namespace
    }

    mutating func insert(_ parent: ParentNamespace) { self.parents.append(parent) }

    func children(of parent: ParentNamespace) -> [Namespace] {
        self.entries.values.filter { $0.namespace.parent === parent }.map(\.namespace)
    }

    /// A client enters a namespace that the application named.
    mutating func enterNamed(_ name: String) -> Namespace? {
        guard self.entries[ByteKey(name)]?.isDynamic == false else { return nil }
        self.entries[ByteKey(name)]?.clients += 1
        return self.entries[ByteKey(name)]?.namespace
    }

    /// A client enters a namespace that it may.
    /// - Parameter namespace: used if there is none yet.
    /// - Returns: `nil` if there are too many.
    mutating func enterDynamic(_ name: String, make namespace: Namespace) -> Namespace? {
        let key = ByteKey(name)
        if self.entries[key] == nil {
            guard self.dynamicCount < self.maxDynamic else { return nil }
            self.entries[key] = Entry(namespace: namespace, isDynamic: true)
            self.dynamicCount += 1
        }
        self.entries[key]?.clients += 1
        return self.entries[key]?.namespace
    }

    mutating func leave(_ namespace: Namespace) {
        let key = ByteKey(namespace.name)
        guard let entry = self.entries[key], entry.namespace === namespace else { return }
        self.entries[key]?.clients -= 1
        guard entry.isDynamic, entry.clients <= 1 else { return }
        self.entries[key] = nil
        self.dynamicCount -= 1
    }
}
