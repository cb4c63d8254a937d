import JSON

/// The shape that every value of a resume has. Each function returns the value as it is kept, or says what is wrong.
enum ResumeValidation {
    static func checkName(_ name: String) throws(ResumeError) {
        guard name.utf8.count <= ResumeLimits.nameBytes else {
            throw .tooLarge(path: "", limit: "a name has at most \(ResumeLimits.nameBytes) bytes")
        }
        let printable = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        guard printable, name.contains(where: { !$0.isWhitespace }) else {
            throw .invalid(path: "", expected: "made of fields whose names are printable text")
        }
    }

    static func section(_ value: JSONValue, named name: String) throws(ResumeError) -> JSONValue {
        do throws(ResumeError) {
            guard let core = CoreSection(rawValue: name) else { return try self.further(value, depth: 2) }
            guard core.isList else { return .string(try self.text(value)) }
            switch value {
            case .null, .string(""): return []
            case .array(let entries):
                return .array(try self.elements(entries) { entry throws(ResumeError) in try self.entry(entry, of: core) })
            default: throw .invalid(path: "", expected: "a list of entries")
            }
        } catch { throw error.within(name) }
    }

    /// An entry of a core list: its core keys first where absent, all others as they came.
    private static func entry(_ value: JSONValue, of core: CoreSection) throws(ResumeError) -> JSONValue {
        guard case .object(let object) = value else {
            throw .invalid(path: "", expected: "an object with \(core.entryKeys.joined(separator: ", "))")
        }
        var entry = try self.members(object) { key, value throws(ResumeError) in
            core.entryKeys.contains(key) ? .string(try self.text(value)) : try self.further(value, depth: 4)
        }
        for key in core.entryKeys where !entry.contains(key) { entry[key] = "" }
        return .object(entry)
    }

    private static func text(_ value: JSONValue) throws(ResumeError) -> String {
        switch value {
        case .null: return ""
        case .number(let number): return number.literal
        case .string(let text):
            guard text.utf8.count <= ResumeLimits.textBytes else {
                throw .tooLarge(path: "", limit: "a text has at most \(ResumeLimits.textBytes) bytes")
            }
            return text
        case .bool, .malformedString, .array, .object: throw .invalid(path: "", expected: "a text")
        }
    }

    /// A value outside the core: anything that can be kept and written out again.
    private static func further(_ value: JSONValue, depth: Int) throws(ResumeError) -> JSONValue {
        guard depth <= ResumeLimits.depth else {
            throw .tooLarge(path: "", limit: "values nest at most \(ResumeLimits.depth) deep")
        }
        switch value {
        case .null, .bool, .number: return value
        case .string, .malformedString: return .string(try self.text(value))
        case .array(let elements):
            return .array(
                try self.elements(elements) { element throws(ResumeError) in try self.further(element, depth: depth + 1) })
        case .object(let object):
            return .object(
                try self.members(object) { _, member throws(ResumeError) in try self.further(member, depth: depth + 1) })
        }
    }

    /// Where an error is, is put together only when there is one.
    private static func elements(
        _ elements: [JSONValue], _ check: (JSONValue) throws(ResumeError) -> JSONValue
    ) throws(ResumeError) -> [JSONValue] {
        try self.checkCount(elements.count)
        var kept: [JSONValue] = []
        for (index, element) in elements.enumerated() {
            do throws(ResumeError) { kept.append(try check(element)) } catch { throw error.within("[\(index)]") }
        }
        return kept
    }

    private static func members(
        _ object: JSONObject, _ check: (String, JSONValue) throws(ResumeError) -> JSONValue
    ) throws(ResumeError) -> JSONObject {
        try self.checkCount(object.count)
        var kept = JSONObject()
        for (name, member) in object {
            try self.checkName(name)
            do throws(ResumeError) { kept[name] = try check(name, member) } catch { throw error.within(".\(name)") }
        }
        return kept
    }

    /// Counts the resume's bytes, too.
    static func checkBounds(_ resume: inout Resume) throws(ResumeError) {
        guard resume.sections.count <= ResumeLimits.sections else {
            throw .tooLarge(path: "", limit: "at most \(ResumeLimits.sections) sections")
        }
        resume.byteCount = resume.json.serializedBytes.count
        guard resume.byteCount <= ResumeLimits.documentBytes else {
            throw .tooLarge(path: "", limit: "at most \(ResumeLimits.documentBytes) bytes")
        }
    }

    private static func checkCount(_ count: Int) throws(ResumeError) {
        guard count <= ResumeLimits.entries else { throw .tooLarge(path: "", limit: "at most \(ResumeLimits.entries) entries") }
    }
}
