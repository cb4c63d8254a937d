import Foundation

/// The file `.env`, looked at for slips of the pen: a setting that is not read would otherwise be missed in silence.
enum EnvironmentFile {
    static let settings = Set(
        ["HOST", "PORT", "CORS_ORIGINS", "LOG_LEVEL", "DATABASE", "SESSION_RETENTION", "SANDBOX", "OCR"] + ModelSettings.names)

    /// A sentence for each line that sets nothing of ours. They are no errors: other programs may share the file.
    static func warnings(at path: String) -> [String] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        guard let text = String(data: data, encoding: .utf8) else { return ["\(path) is no UTF-8 text and was not read."] }
        return self.warnings(in: text, named: path)
    }

    static func warnings(in text: String, named file: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap { number, line in
            let line = line.trimmingCharacters(in: .whitespacesAndNewlines)
            guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
            guard let equals = line.firstIndex(of: "=") else {
                return "\(file), line \(number + 1): no “=”; the line was not read."
            }
            let name = line[..<equals].trimmingCharacters(in: .whitespaces)
            // Only the name: what follows may be a secret.
            return self.settings.contains(name) ? nil : "\(file), line \(number + 1): “\(name)” is no setting of ResumePro."
        }
    }
}
