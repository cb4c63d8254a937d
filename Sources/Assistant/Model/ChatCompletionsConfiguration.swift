import Foundation

/// Which server to ask, for which model, and how long to wait.
package struct ChatCompletionsConfiguration: Sendable {
    /// A current model, small and cheap, able to keep a strict schema. Models are shut down about a year after their
    /// successor comes (`gpt-4` was on 2026-10-23), so operators should name their own; ``ChatCompletionsClient/verifyModel()``
    /// warns ahead of time.
    package static let defaultModel = "gpt-6-luna"

    package static let defaultBaseURL = "https://api.openai.com/v1"

    package struct Limits: Sendable {
        /// 5 s: a reachable server answers a handshake in a fraction of that.
        package var connect = Duration.seconds(5)
        /// Until the first piece of the answer, retries and their delays included. 60 s: a busy reasoning model takes half.
        package var firstContent = Duration.seconds(60)
        /// Between two pieces. Keep-alive comments do not count: they come from proxies that wait for a dead model, too.
        package var silence = Duration.seconds(30)
        /// For a call from its start to its end.
        package var total = Duration.seconds(180)
        /// Bytes. 1 MB: ten times what any honest answer here has.
        package var answerBytes = 1 << 20
        /// Calls after the first, before anything of an answer was seen.
        package var retries = 2
        /// A longer Retry-After is passed on instead of waited for.
        package var retryDelay = Duration.seconds(10)
        /// Failures in a row after which a server is left alone; 0: never. See ``CircuitBreaker``.
        package var breakerFailures = 5
        /// How long it is left alone.
        package var breakerTime = Duration.seconds(30)

        package init() {}
    }

    package enum Failure: Error, Equatable {
        case invalidBaseURL
        case emptyModel
        /// A key with line breaks or other characters that no header can carry.
        case invalidKey
        /// Azure's older addresses name a deployment and need an API version.
        case missingAPIVersion
    }

    package let model: String
    /// nil for a server that asks for none, as local ones do.
    let apiKey: String?
    /// Asks for the answer as it is written. False for a gateway that cannot stream: the answer then comes in one piece.
    package var streams = true
    package var limits = Limits()

    private let base: URLComponents
    /// Azure's own servers take the key in a header of their own, and name deployments where others name models.
    let isAzure: Bool

    /// - Parameters:
    ///   - baseURL: `http` or `https`, up to and including the version (`https://api.openai.com/v1`), with or without a
    ///     slash at its end. A query (`?api-version=`) is kept. Azure: `https://RESOURCE.openai.azure.com/openai/v1`, or the
    ///     older `https://RESOURCE.openai.azure.com/openai/deployments/DEPLOYMENT`.
    ///   - apiVersion: goes into the query as `api-version`, where there is none yet.
    package init(
        baseURL: String = Self.defaultBaseURL, apiKey: String? = nil, model: String = Self.defaultModel,
        apiVersion: String? = nil
    ) throws(Failure) {
        guard var base = URLComponents(string: baseURL), let scheme = base.scheme?.lowercased(),
            ["http", "https"].contains(scheme),
            let host = base.host, !host.isEmpty, base.user == nil, base.password == nil, base.fragment == nil
        else { throw .invalidBaseURL }
        guard !model.isEmpty else { throw .emptyModel }
        let key = apiKey.flatMap { $0.isEmpty ? nil : $0 }
        guard key?.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) ?? true else { throw .invalidKey }
        if let apiVersion, base.queryItems?.contains(where: { $0.name == "api-version" }) != true {
            base.queryItems = (base.queryItems ?? []) + [URLQueryItem(name: "api-version", value: apiVersion)]
        }
        self.isAzure = [".openai.azure.com", ".cognitiveservices.azure.com", ".services.ai.azure.com"].contains {
            host.lowercased().hasSuffix($0)
        }
        guard !self.isAzure || !base.path.contains("/deployments/") || base.query?.contains("api-version=") == true else {
            throw .missingAPIVersion
        }
        (self.base, self.apiKey, self.model) = (base, key, model)
    }

    /// For the log: host and port, without path, query or key.
    package var host: String { (self.base.host ?? "") + (self.base.port.map { ":\($0)" } ?? "") }

    /// Two configurations of one base URL talk to one server.
    package func hasServer(of other: Self) -> Bool { self.base == other.base }

    package var hasKey: Bool { self.apiKey != nil }

    /// The header that carries the key. A token of Microsoft Entra ID, which is a JWT, goes as a bearer token even at Azure.
    var keyHeader: (name: String, value: String)? {
        self.apiKey.map { key in
            self.isAzure && !key.hasPrefix("eyJ") ? ("api-key", key) : ("authorization", "Bearer \(key)")
        }
    }

    func url(_ path: String) -> String {
        var url = self.base
        let prefix = url.percentEncodedPath.hasSuffix("/") ? String(url.percentEncodedPath.dropLast()) : url.percentEncodedPath
        url.percentEncodedPath = prefix + "/" + path
        return url.string ?? ""
    }
}

extension ChatCompletionsConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Without the key: a configuration that ends up in a log gives nothing away.
    package var description: String { "ChatCompletionsConfiguration(\(self.model) at \(self.host))" }
    package var debugDescription: String { self.description }
    package var customMirror: Mirror { Mirror(self, children: ["model": self.model, "host": self.host]) }
}
