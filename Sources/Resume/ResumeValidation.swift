import JSON

/// The shape that every value of a resume has. Each function returns the value as it is kept, or says what is wrong.
enum ResumeValidation {
    static func checkName(_ name: String) throws(ResumeError) {
        guard name.utf8.count <= ResumeLimits.nameBytes else {
            throw .tooLarge(path: "A section's name", limit: "at most \(ResumeLimits.nameBytes) bytes")
        }
        let printable = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        guard printable, name.contains(where: { !$0.isWhitespace }) else {
            throw .invalid(path: "", expected: "made of sections whose names are printable text")
        }
    }

    static func section(_ value: JSONValue, named name: String) throws(ResumeError) -> JSONValue {
        guard let core = CoreSection(rawValue: name) else { return try self.further(value, path: name, depth: 2) }
        guard core.isList else { return .string(try self.text(value, path: name)) }
        switch value {
        case .null, .string(""): return []
        case .array(let entries):
            try self.checkCount(entries.count, path: name)
            var kept: [JSONValue] = []
            for (index, entry) in entries.enumerated() {
                kept.append(try self.entry(entry, of: core, path: "\(name)[\(index)]"))
            }
            return .array(kept)
        default: throw .invalid(path: name, expected: "a list of entries")
        }
    }

    /// An entry of a core list: its core keys first where absent, all others as they came.
    static func entry(_ value: JSONValue, of core: CoreSection, path: String) throws(ResumeError) -> JSONValue {
        guard case .object(let object) = value else {
            throw .invalid(path: path, expected: "an object with \(core.entryKeys.joined(separator: ", "))")
        }
        var entry = JSONObject()
        for (key, value) in object {
            try self.checkName(key)
            entry[key] =
                core.entryKeys.contains(key)
                ? .string(try self.text(value, path: "\(path).\(key)"))
                : try self.further(value, path: "\(path).\(key)", depth: 4)
        }
        for key in core.entryKeys where !entry.contains(key) { entry[key] = "" }
        return .object(entry)
    }

    static func text(_ value: JSONValue, path: String) throws(ResumeError) -> String {
        switch value {
        case .null: return ""
        case .number(let number): return number.literal
        case .string(let text):
            guard text.utf8.count <= ResumeLimits.textBytes else {
                throw .tooLarge(path: path, limit: "a text has at most \(ResumeLimits.textBytes) bytes")
            }
            return text
        case .bool, .malformedString, .array, .object: throw .invalid(path: path, expected: "a text")
        }
    }

    /// A value outside the core: anything that can be kept and written out again.
    static func further(_ value: JSONValue, path: String, depth: Int) throws(ResumeError) -> JSONValue {
        guard depth <= ResumeLimits.depth else {
            throw .tooLarge(path: path, limit: "values nest at most \(ResumeLimits.depth) deep")
        }
        switch value {
        case .null, .bool, .number: return value
        case .string, .malformedString: return .string(try self.text(value, path: path))
        case .array(let elements):
            try self.checkCount(elements.count, path: path)
            for (index, element) in elements.enumerated() {
                _ = try self.further(element, path: "\(path)[\(index)]", depth: depth + 1)
            }
        case .object(let object):
            try self.checkCount(object.count, path: path)
            for (name, member) in object { _ = try self.further(member, path: "\(path).\(name)", depth: depth + 1) }
        }
        return value
    }

    static func checkBounds(_ resume: Resume) throws(ResumeError) {
        guard resume.sections.count <= ResumeLimits.sections else {
            throw .tooLarge(path: "", limit: "at most \(ResumeLimits.sections) sections")
        }
        guard resume.json.serializedBytes.count <= ResumeLimits.documentBytes else {
            throw .tooLarge(path: "", limit: "at most \(ResumeLimits.documentBytes) bytes")
        }
    }

    private static func checkCount(_ count: Int, path: String) throws(ResumeError) {
        guard count <= ResumeLimits.entries else {
            throw .tooLarge(path: path, limit: "at most \(ResumeLimits.entries) entries")
        }
    }
}
