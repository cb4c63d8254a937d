import JSON

/// A language model behind one streaming call: all that the assistant knows of it.
package protocol LanguageModel: Sendable {
    /// Asks for one answer. `onText` gets its pieces in order, as they arrive; joined they are the answer's text.
    ///
    /// Cancelling the task stops the work at once, upstream too, and throws ``AssistantError/Code/cancelled``. An error after
    /// the first piece means that the answer was interrupted; the call is not tried again then, lest text be shown twice.
    func complete(
        _ request: ModelRequest, onText: @escaping @Sendable (String) -> Void
    ) async throws(AssistantError) -> ModelAnswer
}

package struct ModelMessage: Sendable, Equatable {
    package enum Role: String, Sendable { case system, user, assistant }

    package var role: Role
    package var content: String

    package init(_ role: Role, _ content: String) { (self.role, self.content) = (role, content) }
}

/// What the answer must look like.
package struct OutputSchema: Sendable, Equatable {
    /// Letters, digits, `_` and `-`, at most 64 (OpenAI's rule for `json_schema.name`).
    package var name: String
    /// A JSON schema within the rules of strict mode: every object closed, every property required, no defaults.
    package var schema: JSONValue

    package init(name: String, schema: JSONValue) { (self.name, self.schema) = (name, schema) }
}

package struct ModelRequest: Sendable, Equatable {
    package var messages: [ModelMessage]
    /// nil: any text.
    package var schema: OutputSchema?
    /// Tokens, the model's unseen reasoning counted: a small bound can leave an answer empty.
    package var maxOutputTokens: Int
    /// For the whole call, where it should be shorter than the model's own limit.
    package var timeLimit: Duration?

    package init(messages: [ModelMessage], schema: OutputSchema? = nil, maxOutputTokens: Int, timeLimit: Duration? = nil) {
        (self.messages, self.schema) = (messages, schema)
        (self.maxOutputTokens, self.timeLimit) = (maxOutputTokens, timeLimit)
    }
}

package struct ModelAnswer: Sendable, Equatable {
    package enum Finish: Sendable, Equatable {
        /// The model said that it was done.
        case complete
        /// It ran into the bound on its output.
        case cutOff
        /// No reason, or none that we know, was given: the text may lack its end.
        case unknown
    }

    package var text: String
    package var finish: Finish
    package var usage: TokenUsage

    package init(text: String, finish: Finish = .complete, usage: TokenUsage = TokenUsage()) {
        (self.text, self.finish, self.usage) = (text, finish, usage)
    }
}

package struct TokenUsage: Sendable, Equatable {
    package var prompt = 0
    package var completion = 0
    /// The server did not say, so the numbers are bytes divided by ``bytesPerToken``.
    package var isEstimate = true

    /// On the safe side for English and for the scripts with three bytes a character.
    package static let bytesPerToken = 3

    package init(prompt: Int = 0, completion: Int = 0, isEstimate: Bool = true) {
        (self.prompt, self.completion, self.isEstimate) = (prompt, completion, isEstimate)
    }

    package static func estimate(_ text: String) -> Int { (text.utf8.count + Self.bytesPerToken - 1) / Self.bytesPerToken }
}
