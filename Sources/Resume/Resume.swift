import JSON

/// A resume: sections in order. The eight of ``CoreSection`` are always there, text sections as strings and list sections
/// as arrays of objects with string values under the core keys; every further section is kept as it came.
///
/// A value, without I/O, clock or randomness. ``applying(_:)`` is the one way in which it changes.
package struct Resume: Sendable {
    package internal(set) var sections: JSONObject
    /// Bytes of the resume as JSON, counted when it was made and with every operation; what is derived may be a few more.
    package internal(set) var byteCount = 0

    /// All core sections, empty.
    package init() {
        self.sections = JSONObject(CoreSection.allCases.map { ($0.rawValue, $0.isList ? [] : "") })
    }

    /// Takes a resume as a client or a model wrote it. Absent core sections and keys are added empty, in their usual
    /// place; a number where a text belongs (a phone, a year) becomes its digits; all else of a wrong shape is refused.
    package init(_ json: JSONValue) throws(ResumeError) {
        guard case .object(let object) = json else { throw .invalid(path: "", expected: "a JSON object") }
        var sections = JSONObject()
        for (name, value) in object {
            try ResumeValidation.checkName(name)
            sections[name] = try ResumeValidation.section(value, named: name)
        }
        var place = 0
        for core in CoreSection.allCases {
            if let present = sections.place(of: core.rawValue) {
                place = present + 1
            } else {
                sections.insert(core.isList ? [] : "", named: core.rawValue, at: place)
                place += 1
            }
        }
        self.sections = sections
        try ResumeValidation.checkBounds(&self)
    }

    package var json: JSONValue { .object(self.sections) }

    package subscript(name: String) -> JSONValue? { self.sections[name] }

    /// The text of a core section; empty for a list section.
    package func text(_ section: CoreSection) -> String { self.sections[section.rawValue]?.stringValue ?? "" }

    /// The entries of a core section; none for a text section.
    package func entries(_ section: CoreSection) -> [JSONObject] {
        self.sections[section.rawValue]?.arrayValue?.compactMap(\.objectValue) ?? []
    }

    /// The value at a path, where there is one.
    package func value(at path: FieldPath) -> JSONValue? {
        path.components.reduce(self.json) { value, component in
            switch (value, component) {
            case (.array?, .index(let index)): value?[index]
            case (.object(let object)?, _): object[component.name]
            default: nil
            }
        }
    }

    /// Whether nobody has written anything into it yet.
    package var isEmpty: Bool { self == Resume() }
}

extension Resume: Hashable {
    package static func == (left: Resume, right: Resume) -> Bool { left.sections == right.sections }

    package func hash(into hasher: inout Hasher) { hasher.combine(self.sections) }
}
