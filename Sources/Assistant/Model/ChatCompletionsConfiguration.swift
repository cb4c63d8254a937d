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

        package init() {}
    }

    package enum Failure: Error, Equatable {
        case invalidBaseURL
        case emptyModel
        /// A key with line breaks or other characters that no header can carry.
        case invalidKey
    }

    package let model: String
    /// nil for a server that asks for none, as local ones do.
    let apiKey: String?
    /// Asks for the answer as it is written. False for a gateway that cannot stream: the answer then comes in one piece.
    package var streams = true
    package var limits = Limits()

    private let base: URLComponents

    /// - Parameter baseURL: `http` or `https`, up to and including the version (`https://api.openai.com/v1`), with or without a
    ///   slash at its end. A query (`?api-version=`) is kept.
    package init(
        baseURL: String = Self.defaultBaseURL, apiKey: String? = nil, model: String = Self.defaultModel
    ) throws(Failure) {
        guard let base = URLComponents(string: baseURL), let scheme = base.scheme?.lowercased(),
            ["http", "https"].contains(scheme),
            let host = base.host, !host.isEmpty, base.user == nil, base.password == nil, base.fragment == nil
        else { throw .invalidBaseURL }
        guard !model.isEmpty else { throw .emptyModel }
        let key = apiKey.flatMap { $0.isEmpty ? nil : $0 }
        guard key?.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) ?? true else { throw .invalidKey }
        (self.base, self.apiKey, self.model) = (base, key, model)
    }

    /// For the log: host and port, without path, query or key.
    package var host: String { (self.base.host ?? "") + (self.base.port.map { ":\($0)" } ?? "") }

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
