import JSON

extension Resume {
    /// The same resume in one style: white space trimmed, dates and phone number in one form. Section order, further
    /// sections and every word stay; what is not understood is left alone.
    package func normalized() -> Resume {
        var resume = self
        for (name, value) in self.sections { resume.sections[name] = Self.trimmed(value) }
        resume.sections[CoreSection.phone.rawValue] = .string(PhoneNumber.formatted(resume.text(.phone)))
        for core in CoreSection.allCases where core.isList {
            resume.sections[core.rawValue] = .array(
                resume.entries(core).map { entry in
                    var entry = entry
                    let dates = entry["Dates"]?.stringValue ?? ""
                    entry["Dates"] = .string(DateRange(parsing: dates)?.formatted ?? dates)
                    return .object(entry)
                })
        }
        return resume
    }

    private static func trimmed(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): .string(text.trimmed)
        case .array(let elements): .array(elements.map(self.trimmed))
        case .object(let object): .object(JSONObject(object.map { ($0.name, self.trimmed($0.value)) }))
        case .null, .bool, .number, .malformedString: value
        }
    }
}

extension String {
    package var trimmed: String {
        guard let first = self.firstIndex(where: { !$0.isWhitespace }), let last = self.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
