import Assistant
import Configuration
import Documents
import Foundation
import Logging
import Storage
import SystemPackage

/// What the server is told from outside, checked. Flags win over the environment, the environment over `.env`, and
/// `.env` over the defaults.
struct ServerConfiguration: Sendable {
    var host = "127.0.0.1"
    var port = 3001
    var cors = CORSPolicy(origins: ["http://localhost:5173"])
    var logLevel = Logger.Level.info
    var database = Self.defaultDatabase
    /// Seconds. How long a client that is away may come back, and after which its data is erased; with 0 it cannot, and the
    /// data goes at once.
    var sessionRetention = 120
    /// nil: the assistant works by rules.
    var model: ChatCompletionsConfiguration?
    /// Asked when the first is gone or its server is down.
    var fallbackModel: ChatCompletionsConfiguration?
    var limits = UsageLimits()
    var documents = DocumentSettings()

    /// In the working directory, as `.env` is.
    static let defaultDatabase = SQLiteStore.Location.file("data/resumepro.sqlite")

    /// Seconds. What is sent to a client that is away is kept in memory for as long; a day is far beyond any tunnel or lunch.
    static let maxSessionRetention = 86_400

    /// What is wrong with the configuration, all of it.
    struct Invalid: Error, Equatable, CustomStringConvertible {
        var problems: [String]
        var description: String {
            "The configuration is not valid:\n" + self.problems.map { "  \($0)" }.joined(separator: "\n")
        }
    }
}

extension ServerConfiguration {
    /// The flags of `resumepro serve`.
    struct Flags: Sendable {
        var host: String?
        var port: Int?
    }

    /// - Parameter reader: gives `PORT` for the key `port`, `OPENAI_API_KEY` for `openai.api.key`, and so on.
    init(reading reader: ConfigReader, flags: Flags = Flags()) throws(Invalid) {
        var problems: [String] = []
        func text(_ key: ConfigKey, isSecret: Bool = false) -> String? {
            let value = reader.string(forKey: key, isSecret: isSecret).map(Self.unquoted)
            return value?.isEmpty == false ? value : nil
        }
        if let host = flags.host ?? text("host") { self.host = host }
        if let port = flags.port.map(String.init) ?? text("port") {
            if let number = Int(port), (0...65_535).contains(number) {
                self.port = number
            } else {
                problems.append("PORT must be a number from 0 to 65535, not “\(port)”; 0 takes any free port.")
            }
        }
        if let origins = text("cors.origins") {
            let list = origins.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            for origin in list where !Self.isOrigin(origin) {
                problems.append(
                    "CORS_ORIGINS must list origins such as http://localhost:5173, parted by commas; “\(origin)” is none.")
            }
            self.cors = CORSPolicy(origins: Set(list))
        }
        if let level = text("log.level") {
            if let known = Logger.Level(rawValue: level.lowercased()) {
                self.logLevel = known
            } else {
                let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
                problems.append("LOG_LEVEL must be one of \(levels), not “\(level)”.")
            }
        }
        if let database = text("database") { self.database = database == "memory" ? .memory : .file(database) }
        if let retention = text("session.retention") {
            if let seconds = Int(retention), (0...Self.maxSessionRetention).contains(seconds) {
                self.sessionRetention = seconds
            } else {
                problems.append(
                    "SESSION_RETENTION must be a number of seconds from 0 to \(Self.maxSessionRetention), not “\(retention)”.")
            }
        }
        var models = ModelSettings { text($0, isSecret: $1) }
        (self.model, self.fallbackModel, self.limits) = (models.model(), models.fallback(), models.usageLimits())
        problems += models.problems
        self.documents = DocumentSettings(
            sandbox: text("sandbox"), ocr: text("ocr"), typst: text("typst.home"), problems: &problems)
        guard problems.isEmpty else { throw Invalid(problems: problems) }
    }

    /// People quote values in `.env`, and some tools that read it keep the quotes.
    private static func unquoted(_ value: String) -> String {
        let value = value.trimmingCharacters(in: .whitespaces)
        guard value.count >= 2, let quote = value.first, quote == "\"" || quote == "'", value.last == quote else {
            return value
        }
        return String(value.dropFirst().dropLast())
    }

    /// Exact origins only: a pattern would hold for the sockets, which know them, and not for the routes.
    private static func isOrigin(_ text: String) -> Bool {
        guard let url = URLComponents(string: text), let scheme = url.scheme, let host = url.host, !host.isEmpty,
            !host.contains("*")
        else { return false }
        return (scheme == "http" || scheme == "https") && url.path.isEmpty && url.query == nil && url.fragment == nil
            && url.user == nil
    }

    /// The environment, and below it the file `.env` in the working directory if there is one.
    static func reader() async throws -> ConfigReader {
        ConfigReader(providers: [
            EnvironmentVariablesProvider(),
            try await EnvironmentVariablesProvider(environmentFilePath: ".env", allowMissing: true),
        ])
    }
}
