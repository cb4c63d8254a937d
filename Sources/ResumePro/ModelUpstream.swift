import Assistant
import Logging
import ServiceLifecycle

/// The language model with all that surrounds it: a second model, limits for each person, and rules for when it is down.
struct ModelUpstream: Sendable {
    private let clients: [ChatCompletionsClient]
    private let model: any LanguageModel
    private let meter: UsageMeter

    /// - Parameter store: keeps what was used through a restart.
    init(
        _ configuration: ChatCompletionsConfiguration, fallback: ChatCompletionsConfiguration?, limits: UsageLimits,
        store: any UsageStore = MemoryUsageStore(), logger: Logger
    ) {
        let first = ChatCompletionsClient(configuration, logger: logger)
        self.meter = UsageMeter(limits, store: store, logger: logger)
        guard let fallback else {
            (self.clients, self.model) = ([first], first)
            return
        }
        // Two models of one server share what is known of it.
        let health = fallback.hasServer(of: configuration) ? first.health : nil
        let second = ChatCompletionsClient(fallback, logger: logger, health: health)
        self.clients = [first, second]
        self.model = FallbackModel(first, then: second, total: configuration.limits.total)
    }

    /// - Parameter user: what tells people apart.
    func assistant(for user: String) -> any ResumeAssistant {
        FallbackAssistant(ModelAssistant(MeteredModel(self.model, user: user, meter: self.meter)))
    }

    fileprivate func verify() async {
        for client in self.clients { await client.verifyModel() }
    }

    /// Once, when no call is under way.
    func shutdown() async {
        for client in self.clients { await client.shutdown() }
        await self.meter.flush()
    }
}

/// Looks once whether the configured models are there, and closes their connections in the end.
struct ModelService: Service {
    let upstream: ModelUpstream?

    func run() async throws {
        await cancelWhenGracefulShutdown { await self.upstream?.verify() }
        try? await gracefulShutdown()
        await self.upstream?.shutdown()
    }
}
