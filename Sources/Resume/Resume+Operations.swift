import JSON

extension Resume {
    mutating func apply(_ operation: Operation) throws(ResumeError) {
        switch operation {
        case .set(let path, let value): try self.set(path, value)
        case .remove(let path): try self.remove(path)
        case .insertEntry(let section, let value, let place): try self.insertEntry(section, value, at: place)
        case .moveEntry(let section, let from, let to): try self.moveEntry(section, from: from, to: to)
        case .addSection(let name, let value, let place): try self.addSection(name, value, at: place)
        case .moveSection(let name, let to):
            guard let value = self.sections[name] else { throw .unknownField(path: name) }
            self.sections.insert(value, named: name, at: to)
        case .renameSection(let name, let newName): try self.renameSection(name, to: newName)
        case .replace(let resume): self = resume
        }
    }

    private mutating func set(_ path: FieldPath, _ value: JSONValue) throws(ResumeError) {
        if value.isNull { return try self.remove(path) }
        if self.value(at: path) == nil {
            guard self.mayCreate(path) else { throw .unknownField(path: path.description) }
        }
        let section = try Self.placing(value, at: path.components.dropFirst(), in: self.sections[path.section], path: path)
        self.sections[path.section] = try ResumeValidation.section(section, named: path.section)
    }

    private mutating func remove(_ path: FieldPath) throws(ResumeError) {
        guard self.value(at: path) != nil else { throw .unknownField(path: path.description) }
        if path.components.count == 1, let core = CoreSection(rawValue: path.section) {
            self.sections[path.section] = core.isList ? [] : ""
            return
        }
        guard path.components.count > 1 else {
            self.sections[path.section] = nil
            return
        }
        let section = try Self.placing(nil, at: path.components.dropFirst(), in: self.sections[path.section], path: path)
        // The core keys of an entry come back empty here.
        self.sections[path.section] = try ResumeValidation.section(section, named: path.section)
    }

    /// `value` with what stands at `components` replaced, or taken out if `new` is nil.
    private static func placing(
        _ new: JSONValue?, at components: ArraySlice<FieldPath.Component>, in value: JSONValue?, path: FieldPath
    ) throws(ResumeError) -> JSONValue {
        guard let component = components.first else { return new ?? .null }
        let rest = components.dropFirst()
        switch (value, component) {
        case (.array(var elements)?, .index(let index)) where elements.indices.contains(index):
            if rest.isEmpty, new == nil {
                elements.remove(at: index)
            } else {
                elements[index] = try self.placing(new, at: rest, in: elements[index], path: path)
            }
            return .array(elements)
        case (.array(var elements)?, .index), (.array(var elements)?, .end):
            guard rest.isEmpty, let new else { throw .unknownField(path: path.description) }
            elements.append(new)
            return .array(elements)
        case (.object(var object)?, _):
            let member = object[component.name]
            guard !rest.isEmpty else {
                object[component.name] = new
                return .object(object)
            }
            object[component.name] = try self.placing(new, at: rest, in: member, path: path)
            return .object(object)
        default: throw .unknownField(path: path.description)
        }
    }

    /// Whether a path that leads nowhere yet may be written: a well-known section, a well-known key of an entry (or one
    /// that another entry of the section has), or the place after a list's last entry.
    private func mayCreate(_ path: FieldPath) -> Bool {
        guard let last = path.components.last else { return false }
        if path.components.count == 1 { return WellKnownNames.sections.contains(path.section) }
        guard let parent = path.parent.flatMap(self.value(at:)) else { return false }
        switch (parent, last) {
        case (.array, .end): return true
        case (.array(let elements), .index(let index)): return index == elements.count
        case (.object, .name(let name)):
            if WellKnownNames.entryKeys.contains(name) { return true }
            let siblings = self.sections[path.section]?.arrayValue ?? []
            return siblings.contains { $0.objectValue?.contains(name) == true }
        default: return false
        }
    }

    private mutating func insertEntry(_ section: String, _ value: JSONValue, at place: Int?) throws(ResumeError) {
        guard self.sections.contains(section) || WellKnownNames.sections.contains(section) else {
            throw .unknownField(path: section)
        }
        guard case .array(var entries) = self.sections[section] ?? [] else {
            throw .invalid(path: section, expected: "a list, to take a further entry")
        }
        entries.insert(value, at: max(0, min(place ?? entries.count, entries.count)))
        self.sections[section] = try ResumeValidation.section(.array(entries), named: section)
    }

    private mutating func moveEntry(_ section: String, from: Int, to: Int) throws(ResumeError) {
        guard case .array(var entries)? = self.sections[section], entries.indices.contains(from) else {
            throw .unknownField(path: "\(section)[\(from)]")
        }
        let entry = entries.remove(at: from)
        entries.insert(entry, at: max(0, min(to, entries.count)))
        self.sections[section] = .array(entries)
    }

    private mutating func addSection(_ name: String, _ value: JSONValue, at place: Int?) throws(ResumeError) {
        try ResumeValidation.checkName(name)
        guard !self.sections.contains(name) else {
            throw .invalid(path: name, expected: "a new name; there is such a section already")
        }
        let section = try ResumeValidation.section(value, named: name)
        self.sections.insert(section, named: name, at: place ?? self.sections.count)
    }

    private mutating func renameSection(_ name: String, to newName: String) throws(ResumeError) {
        guard self.sections.contains(name) else { throw .unknownField(path: name) }
        guard CoreSection(rawValue: name) == nil else {
            throw .invalid(path: name, expected: "left under its name; only further sections can be renamed")
        }
        try ResumeValidation.checkName(newName)
        guard self.sections.rename(name, to: newName) else {
            throw .invalid(path: newName, expected: "a new name; there is such a section already")
        }
    }
}
