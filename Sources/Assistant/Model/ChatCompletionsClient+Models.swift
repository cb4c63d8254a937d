import AsyncHTTPClient
import Foundation
import JSON
import Logging
import NIOCore
import NIOHTTP1

extension ChatCompletionsClient {
    /// What `GET {base}/models` says of the configured model.
    package enum ModelStatus: Sendable, Equatable {
        case available
        /// It goes away on that day (YYYY-MM-DD).
        case shutsDown(on: String)
        /// The server's list does not have it. Some servers take names that they do not list.
        case notListed
        /// The server could not be asked, or has no such list.
        case unknown
    }

    /// Asks whether the configured model exists, for the start of the program; logs a warning if that is in doubt. Takes at
    /// most ten seconds, and never fails: a server that is down now may be up when the first person comes.
    /// - Parameter today: YYYY-MM-DD.
    @discardableResult
    package func verifyModel(today: String = Date.now.ISO8601Format(.iso8601.year().month().day())) async -> ModelStatus {
        let status = await self.modelStatus()
        let facts: Logger.Metadata = ["model": "\(self.configuration.model)", "server": "\(self.configuration.host)"]
        switch status {
        case .available: self.logger.debug("The configured model is available", metadata: facts)
        case .shutsDown(let day):
            let metadata = facts.merging(["day": "\(day)"]) { $1 }
            if day > today {
                self.logger.warning("The configured model will be shut down", metadata: metadata)
            } else {
                self.logger.error("The configured model is past its announced end", metadata: metadata)
            }
        case .notListed: self.logger.warning("The server does not list the configured model", metadata: facts)
        case .unknown: self.logger.warning("The server could not be asked about the configured model", metadata: facts)
        }
        return status
    }

    private func modelStatus() async -> ModelStatus {
        do {
            let response = try await self.execute(self.request(.GET, "models"), deadline: .seconds(10))
            // Routers list hundreds of models with a description each.
            let body = try await response.body.collect(upTo: 8 << 20)
            let status = Self.status(of: self.configuration.model, in: try JSONValue(parsing: body.readableBytesView))
            // Azure lists models, and is asked for deployments.
            return status == .notListed && self.configuration.isAzure ? .unknown : status
        } catch {
            return .unknown
        }
    }

    static func status(of model: String, in list: JSONValue) -> ModelStatus {
        guard let models = list["data"]?.arrayValue else { return .unknown }
        guard let entry = models.first(where: { $0["id"] == .string(model) }) else { return .notListed }
        guard let day = entry["shutdown_date"]?.stringValue, day.utf8.count == 10,
            day.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) })
        else { return .available }
        return .shutsDown(on: day)
    }
}
