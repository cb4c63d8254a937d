import Assistant
import Configuration
import Logging
import Testing

@testable import ResumePro

@Suite struct ServerConfigurationTests {
    private func configuration(
        _ environment: [String: String], flags: ServerConfiguration.Flags = .init()
    ) throws(ServerConfiguration.Invalid) -> ServerConfiguration {
        try ServerConfiguration(
            reading: ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: environment)), flags: flags)
    }

    @Test func withoutAnySettingTheServerIsLocalAndWorksByRules() throws {
        let configuration = try self.configuration([:])
        #expect(configuration.host == "127.0.0.1" && configuration.port == 3001)
        #expect(configuration.cors.allows("http://localhost:5173"))
        #expect(configuration.model == nil)
    }

    @Test func settingsAreReadAndFlagsWin() throws {
        let environment = [
            "HOST": "0.0.0.0", "PORT": "4000", "CORS_ORIGINS": "https://a.example, http://b.example:8080", "LOG_LEVEL": "Debug",
            "OPENAI_API_KEY": "sk-test", "OPENAI_MODEL": "some-model", "OPENAI_BASE_URL": "http://127.0.0.1:9/v1/",
        ]
        let configuration = try self.configuration(environment, flags: .init(host: nil, port: 0))
        #expect(configuration.host == "0.0.0.0" && configuration.port == 0)
        #expect(configuration.cors.origins == ["https://a.example", "http://b.example:8080"])
        #expect(configuration.logLevel == .debug)
        #expect(configuration.model?.model == "some-model")
        #expect(configuration.model?.host == "127.0.0.1:9")
    }

    @Test func quotesAroundAValueAreNoPartOfIt() throws {
        let configuration = try self.configuration(["CORS_ORIGINS": "\"https://a.example\"", "PORT": "'4000'", "HOST": "\""])
        #expect(configuration.cors.origins == ["https://a.example"])
        #expect(configuration.port == 4000 && configuration.host == "\"")
    }

    @Test func aBaseURLAloneIsALocalServerWithoutAKey() throws {
        #expect(try self.configuration(["OPENAI_BASE_URL": "http://127.0.0.1:9/v1"]).model != nil)
        #expect(try self.configuration(["OPENAI_API_KEY": "  ", "OPENAI_MODEL": "m"]).model == nil)
    }

    @Test func allProblemsAreToldAtOnceAndNoneTellsTheKey() {
        let error = #expect(throws: ServerConfiguration.Invalid.self) {
            try self.configuration([
                "PORT": "70000",
                "CORS_ORIGINS": "localhost:5173,http://ok.example,http://bad.example/path,https://*.example.com",
                "LOG_LEVEL": "loud",
                "OPENAI_API_KEY": "sk with blanks",
            ])
        }
        let text = error?.description ?? ""
        #expect(error?.problems.count == 6, "\(text)")
        for name in ["PORT", "CORS_ORIGINS", "LOG_LEVEL", "OPENAI_API_KEY", "70000", "loud", "http://bad.example/path"] {
            #expect(text.contains(name))
        }
        #expect(!text.contains("sk with"))
    }

    @Test func theAssistantsBoundsAreSettings() throws {
        let configuration = try self.configuration([
            "OPENAI_API_KEY": "sk-test", "OPENAI_FIRST_CONTENT_TIMEOUT": "1.5", "OPENAI_TOTAL_TIMEOUT": "20",
            "OPENAI_RETRIES": "0", "OPENAI_BREAKER_FAILURES": "9", "OPENAI_STREAM": "no", "LIMIT_ANSWERS_PER_USER": "3",
            "LIMIT_TOKENS": "0",
        ])
        let limits = try #require(configuration.model?.limits)
        #expect(limits.firstContent == .seconds(1.5) && limits.total == .seconds(20) && limits.silence == .seconds(30))
        #expect(limits.retries == 0 && limits.breakerFailures == 9 && configuration.model?.streams == false)
        #expect(configuration.limits.user.answers == 3 && configuration.limits.total.tokensPerDay == 0)
        #expect(configuration.limits.user.requestsPerMinute == UsageLimits().user.requestsPerMinute)
        let error = #expect(throws: ServerConfiguration.Invalid.self) {
            try self.configuration([
                "OPENAI_API_KEY": "sk-test", "OPENAI_FALLBACK_MODEL": "second", "OPENAI_TOTAL_TIMEOUT": "3601",
                "OPENAI_SILENCE_TIMEOUT": "0", "OPENAI_RETRIES": "11", "LIMIT_REQUESTS": "-1", "OPENAI_STREAM": "maybe",
            ])
        }
        #expect(error?.problems.count == 5, "\(error?.description ?? "")")
    }

    @Test func aSecondModelHasTheFirstsServerUnlessItNamesItsOwn() throws {
        let shared = try self.configuration([
            "OPENAI_API_KEY": "sk-test", "OPENAI_BASE_URL": "http://127.0.0.1:9/v1", "OPENAI_FALLBACK_MODEL": "second",
        ])
        let model = try #require(shared.model)
        #expect(shared.fallbackModel?.model == "second" && shared.fallbackModel?.hasServer(of: model) == true)
        let own = try self.configuration([
            "OPENAI_API_KEY": "sk-test", "OPENAI_FALLBACK_MODEL": "second",
            "OPENAI_FALLBACK_BASE_URL": "http://127.0.0.1:8/v1",
        ])
        #expect(own.fallbackModel?.host == "127.0.0.1:8")
        #expect(own.fallbackModel?.hasKey == false, "a key goes to no server but its own")
        #expect(try self.configuration(["OPENAI_API_KEY": "sk-test"]).fallbackModel == nil)
        #expect(throws: ServerConfiguration.Invalid.self) {
            try self.configuration(["OPENAI_API_KEY": "sk-test", "OPENAI_FALLBACK_BASE_URL": "http://127.0.0.1:8/v1"])
        }
        #expect(throws: ServerConfiguration.Invalid.self) {
            try self.configuration([
                "OPENAI_API_KEY": "k", "OPENAI_BASE_URL": "https://r.openai.azure.com/openai/deployments/d",
            ])
        }
    }
}
