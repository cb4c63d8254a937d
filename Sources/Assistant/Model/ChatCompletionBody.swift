import JSON

/// The body of `POST /chat/completions`.
///
/// No `temperature`: the reasoning models refuse any but their own, and strict schemas hold the rest in form.
/// `system`, not `developer`: OpenAI takes both, and some compatible servers' templates know only the older one.
enum ChatCompletionBody {
    static func json(
        _ request: ModelRequest, model: String, streams: Bool, adaptations: RequestAdaptations = RequestAdaptations()
    ) -> JSONValue {
        var body: JSONObject = ["model": .string(model)]
        body["messages"] = .array(
            self.messages(request, format: adaptations.format).map {
                ["role": .string($0.role.rawValue), "content": .string($0.content)]
            })
        if !adaptations.omitsTokenLimit {
            body[adaptations.usesMaxTokens ? "max_tokens" : "max_completion_tokens"] = .number(
                JSONNumber(request.maxOutputTokens))
        }
        if streams {
            body["stream"] = true
            if !adaptations.omitsStreamOptions { body["stream_options"] = ["include_usage": true] }
        }
        if let schema = request.schema {
            switch adaptations.format {
            case .schema:
                body["response_format"] = [
                    "type": "json_schema",
                    "json_schema": ["name": .string(schema.name), "strict": true, "schema": schema.schema],
                ]
            case .object: body["response_format"] = ["type": "json_object"]
            case .instructions: break
            }
        }
        return .object(body)
    }

    /// Where the server does not hold the answer to the schema, the model is told of it. `json_object` demands the word JSON in
    /// the messages anyway.
    private static func messages(_ request: ModelRequest, format: RequestAdaptations.Format) -> [ModelMessage] {
        guard let schema = request.schema, format != .schema else { return request.messages }
        let rule = """
            Answer with one JSON object and nothing else: no words before or after it, no code fence. It must follow this JSON \
            schema, with every property present:
            \(schema.schema.serialized)
            """
        var messages = request.messages
        if messages.first?.role == .system {
            messages[0].content += "\n\n" + rule
        } else {
            messages.insert(ModelMessage(.system, rule), at: 0)
        }
        return messages
    }
}
