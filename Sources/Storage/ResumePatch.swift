import JSON

/// What leads from one resume to another: the sections that differ, and the order of all of them where that differs.
package struct ResumePatch: Sendable, Equatable {
    /// Sections that are new or have another value.
    package var changed: JSONObject
    /// All names in their order; nil: the same names in the same order.
    package var order: [String]?

    package init(from old: JSONObject, to new: JSONObject) {
        self.changed = JSONObject()
        for (name, value) in new where old[name] != value { self.changed[name] = value }
        self.order = Self.areSame(old.names, new.names) ? nil : new.names
    }

    /// - Returns: nil if the patch was made for another resume.
    package func applied(to sections: JSONObject) -> JSONObject? {
        var result = JSONObject()
        for name in self.order ?? sections.names {
            guard let value = self.changed[name] ?? sections[name] else { return nil }
            result[name] = value
        }
        return result
    }

    // Names are told apart by their bytes, as in a resume; `==` of strings is not so strict.
    private static func areSame(_ left: [String], _ right: [String]) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }

    package var json: JSONValue {
        var object: JSONObject = ["set": .object(self.changed)]
        if let order { object["order"] = .array(order.map(JSONValue.string)) }
        return .object(object)
    }

    /// nil if it is none.
    package init?(_ json: JSONValue) {
        guard let changed = json["set"]?.objectValue else { return nil }
        self.changed = changed
        self.order = json["order"]?.arrayValue?.compactMap(\.stringValue)
    }
}
