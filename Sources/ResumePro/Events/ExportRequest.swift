import Documents
import JSON

/// Which file of a resume somebody wants, and how it should look.
struct ExportRequest: Equatable {
    var format: ExportFormat
    var style: ExportStyle

    /// - Parameters:
    ///   - object: `format`, and what ``style(_:)`` reads.
    ///   - formats: those that may be asked for.
    /// - Returns: nil if no format is named.
    init?(_ object: JSONObject, formats: [ExportFormat] = ExportFormat.allCases) throws(ClientError) {
        let style = try Self.style { key throws(ClientError) in try Self.text(key, of: object) }
        guard let name = try Self.text("format", of: object) else { return nil }
        self.init(format: try Self.format(name, of: formats), style: style)
    }

    init(format: ExportFormat, style: ExportStyle) { (self.format, self.style) = (format, style) }

    static func format(_ name: String, of formats: [ExportFormat] = ExportFormat.allCases) throws(ClientError) -> ExportFormat {
        guard let format = ExportFormat(rawValue: name.lowercased()), formats.contains(format) else {
            let known = formats.map(\.rawValue).joined(separator: ", ")
            throw ClientError(.unsupportedFormat, "This format is not available; known: \(known).")
        }
        return format
    }

    /// - Parameter value: the text of `template`, `paper`, `color` and `language`, each nil for the default.
    static func style(_ value: (String) throws(ClientError) -> String?) throws(ClientError) -> ExportStyle {
        var style = ExportStyle()
        if let name = try value("template") {
            guard let template = ExportStyle.Template(rawValue: name.lowercased()) else {
                throw self.unknown("template", ExportStyle.Template.allCases.map(\.rawValue))
            }
            style.template = template
        }
        if let name = try value("paper") {
            guard let paper = ExportStyle.Paper(rawValue: name.lowercased()) else {
                throw self.unknown("paper", ExportStyle.Paper.allCases.map(\.rawValue))
            }
            style.paper = paper
        }
        if let name = try value("language") {
            guard let language = HeadingLanguage(rawValue: name.lowercased()) else {
                throw self.unknown("language", HeadingLanguage.allCases.map(\.rawValue))
            }
            style.language = language
        }
        if let name = try value("color") {
            guard let color = ExportColor(parsing: name) else {
                throw ClientError(.invalidPayload, "\"color\" must be a colour such as #1f4e79 or navy.")
            }
            style.accent = color
        }
        return style
    }

    private static func unknown(_ key: String, _ known: [String]) -> ClientError {
        ClientError(.invalidPayload, "There is no such \(key); known: \(known.joined(separator: ", ")).")
    }

    private static func text(_ key: String, of object: JSONObject) throws(ClientError) -> String? {
        guard let value = object[key], !value.isNull else { return nil }
        guard let text = value.stringValue else { throw ClientError(.invalidPayload, "\"\(key)\" must be a text.") }
        return text
    }
}
