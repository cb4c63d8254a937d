import JSON
import Testing

@testable import Assistant

@Suite struct ChatCompletionBodyTests {
    private let request = ModelRequest(
        messages: [ModelMessage(.system, "Rules."), ModelMessage(.user, "Hi")],
        schema: OutputSchema(name: "thing", schema: StrictSchema.texts(["a"])), maxOutputTokens: 50)

    private func body(_ change: (inout RequestAdaptations) -> Void = { _ in }, streams: Bool = true) -> JSONValue {
        var adaptations = RequestAdaptations()
        change(&adaptations)
        return ChatCompletionBody.json(self.request, model: "m", streams: streams, adaptations: adaptations)
    }

    @Test func theWholeBody() throws {
        let expected = #"""
            {"model":"m","messages":[{"role":"system","content":"Rules."},{"role":"user","content":"Hi"}],"max_completion_tokens":50,\#
            "stream":true,"stream_options":{"include_usage":true},"response_format":{"type":"json_schema","json_schema":{"name":"thing",\#
            "strict":true,"schema":{"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false}}}}
            """#
        #expect(self.body().serialized == expected)
    }

    @Test func withoutStreamingThereAreNoStreamOptions() {
        #expect(self.body(streams: false)["stream"] == nil)
        #expect(self.body(streams: false)["stream_options"] == nil)
    }

    @Test func eachAdaptationShows() {
        #expect(self.body { $0.usesMaxTokens = true }["max_tokens"] == 50)
        #expect(self.body { $0.usesMaxTokens = true }["max_completion_tokens"] == nil)
        #expect(self.body { $0.omitsTokenLimit = true }["max_completion_tokens"] == nil)
        #expect(self.body { $0.omitsStreamOptions = true }["stream_options"] == nil)
    }

    @Test(arguments: [RequestAdaptations.Format.object, .instructions])
    func withoutSchemasTheModelIsToldOfTheForm(format: RequestAdaptations.Format) {
        let body = self.body { $0.format = format }
        let system = body["messages"]?[0]?["content"]?.stringValue ?? ""
        #expect(system.hasPrefix("Rules.") && system.contains("JSON") && system.contains(#""required":["a"]"#))
        #expect(body["response_format"] == (format == .object ? ["type": "json_object"] : nil))
    }

    /// The rules of strict mode, as OpenAI's server checks them.
    private func looseParts(of schema: JSONValue) -> [JSONValue] {
        switch schema {
        case .array(let elements): return elements.flatMap(self.looseParts)
        case .object(let object):
            var loose = object.values.flatMap(self.looseParts)
            if object["type"] == "object" {
                let names = object["properties"]?.objectValue?.names.map { JSONValue.string($0) } ?? []
                if object["additionalProperties"] != false || object["required"] != .array(names) { loose.append(schema) }
            }
            if object["default"] != nil { loose.append(schema) }
            return loose
        default: return []
        }
    }

    @Test(arguments: [ResumeExtraction.schema, ReviewAdvice.schema, ProposedChanges.schema])
    func allSchemasAreStrict(schema: OutputSchema) {
        #expect(self.looseParts(of: schema.schema).isEmpty)
        #expect(schema.schema["type"] == "object")
        #expect(!schema.name.isEmpty)
    }

    @Test(arguments: [
        "http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1/", "http://127.0.0.1:8080", "https://x.test/a/v1/?api-version=2",
    ])
    func theBaseURLMayEndInASlash(base: String) throws {
        let url = try ChatCompletionsConfiguration(baseURL: base).url("chat/completions")
        #expect(url.contains("/chat/completions") && !url.replacing("://", with: "").contains("//"))
        #expect(url.hasSuffix(base.contains("?") ? "/a/v1/chat/completions?api-version=2" : "/chat/completions"))
    }

    @Test(arguments: ["", "x", "ftp://x/v1", "http://", "http://user:secret@x/v1", "http://x/v1#a", "/v1", "http://a b/v1"])
    func aBaseURLThatIsNoneIsRefused(base: String) {
        #expect(throws: ChatCompletionsConfiguration.Failure.invalidBaseURL) { try ChatCompletionsConfiguration(baseURL: base) }
    }

    @Test func keyAndModelAreChecked() throws {
        #expect(throws: ChatCompletionsConfiguration.Failure.invalidKey) {
            try ChatCompletionsConfiguration(apiKey: "a\r\nHost: x")
        }
        #expect(throws: ChatCompletionsConfiguration.Failure.emptyModel) { try ChatCompletionsConfiguration(model: "") }
        #expect(try ChatCompletionsConfiguration(apiKey: "").apiKey == nil)
    }

    @Test func aConfigurationDoesNotTellItsKey() throws {
        let configuration = try ChatCompletionsConfiguration(apiKey: "sk-secret")
        var dumped = ""
        dump(configuration, to: &dumped)
        for text in ["\(configuration)", String(reflecting: configuration), dumped] { #expect(!text.contains("secret")) }
    }
}
