import JSON
import Resume

/// Keeps what the reader found within ``ResumeLimits``: a document that is no resume, or a very strange one, must not be
/// refused for its size after it was read.
enum Fitting {
    /// What is left out is told in `warnings`.
    static func fit(_ sections: JSONObject, warnings: inout [String]) -> JSONObject {
        var fitted = JSONObject()
        for (name, value) in sections {
            guard fitted.count < ResumeLimits.sections else {
                warnings.append(
                    "The resume has more than \(ResumeLimits.sections) sections: “\(name)” and what follows was left out.")
                break
            }
            fitted[name] = Self.fit(value, name, &warnings)
        }
        return fitted
    }

    private static func fit(_ value: JSONValue, _ name: String, _ warnings: inout [String]) -> JSONValue {
        switch value {
        case .string(let text):
            guard text.utf8.count > ResumeLimits.textBytes else { return value }
            warnings.append("A text in \(name) was too long and was cut.")
            return .string(Self.prefix(text, bytes: ResumeLimits.textBytes))
        case .array(let elements):
            if elements.count > ResumeLimits.entries {
                warnings.append("\(name) has \(elements.count) entries: only the first \(ResumeLimits.entries) were kept.")
            }
            return .array(elements.prefix(ResumeLimits.entries).map { Self.fit($0, name, &warnings) })
        case .object(let object):
            return .object(JSONObject(object.map { ($0.name, Self.fit($0.value, name, &warnings)) }))
        case .null, .bool, .number, .malformedString: return value
        }
    }

    /// As many whole characters as fit.
    static func prefix(_ text: String, bytes: Int) -> String {
        guard text.utf8.count > bytes else { return text }
        var result = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            count += UTF8.width(scalar)
            if count > bytes { break }
            result.append(scalar)
        }
        return String(result)
    }
}
