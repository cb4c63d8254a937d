import JSON
import Resume

/// The assistant that asks a language model.
///
/// What the model says is a proposal from a stranger: read by one rule (``ModelJSON``), bound to a schema, checked against the
/// text it came from, and never repeated in an error.
package struct ModelAssistant: ResumeAssistant {
    package struct Limits: Sendable {
        /// Bytes of a document's text. 200 kB: a long academic CV has 100 kB; at three bytes a token this fills a quarter of a
        /// current model's context.
        package var documentBytes = 200_000
        /// Letters and digits below which a text is no resume: a name alone has some ten.
        package var documentLetters = 20
        /// Tokens of earlier conversation that go along with a message. 6,000: some forty turns.
        package var historyTokens = 6_000
        /// Tokens of an answer that is a whole resume, reasoning included.
        package var readTokens = 16_000
        package var answerTokens = 8_000
        package var checkTokens = 4_000
        /// A review waits for the model this long, and then goes without it.
        package var checkTime = Duration.seconds(30)

        package init() {}
    }

    private let model: any LanguageModel
    private let limits: Limits
    private let marker: @Sendable () -> String

    package init(_ model: any LanguageModel, limits: Limits = Limits()) {
        self.init(model, limits: limits, marker: UntrustedText.marker)
    }

    init(_ model: any LanguageModel, limits: Limits = Limits(), marker: @escaping @Sendable () -> String) {
        (self.model, self.limits, self.marker) = (model, limits, marker)
    }

    private func ask(
        _ instructions: String, _ messages: [ModelMessage] = [], data: String, then message: String = "", marker: String,
        schema: OutputSchema, tokens: Int, time: Duration? = nil
    ) -> ModelRequest {
        let content = UntrustedText.enclosed(data, marker: marker) + (message.isEmpty ? "" : "\n\n\(message)")
        return ModelRequest(
            messages: [ModelMessage(.system, instructions + "\n\n" + Prompts.data(marker))] + messages + [
                ModelMessage(.user, content)
            ],
            schema: schema, maxOutputTokens: tokens, timeLimit: time)
    }
}

// MARK: - Reading a document

extension ModelAssistant {
    package func read(_ text: String, ratesConfidence _: Bool) async throws(AssistantError) -> Reading {
        let text = UntrustedText.cleaned(text)
        guard
            text.unicodeScalars.lazy.filter({ $0.properties.isAlphabetic || $0.properties.numericType != nil })
                .prefix(self.limits.documentLetters).count == self.limits.documentLetters
        else { throw AssistantError(.unreadableDocument, "There is too little text in this document to be a resume.") }
        guard text.utf8.count <= self.limits.documentBytes else {
            throw AssistantError(
                .payloadTooLarge,
                "The document's text is too long: at most \(self.limits.documentBytes / 1000) kB can be read.",
                cause: .model)
        }
        let (source, dates) = (SourceText(text), SourceDates(text))
        var request = self.ask(
            Prompts.read, data: text, marker: self.marker(), schema: ResumeExtraction.schema, tokens: self.limits.readTokens)
        let answer = try await self.model.complete(request) { _ in }
        let first = self.extracted(answer, source: source, dates: dates)
        if first.problem == nil, let reading = first.reading { return reading }
        // More room helps only where it was our bound that cut the answer, and not the model's own.
        if first.wasCutOff, !answer.usage.isEstimate, answer.usage.completion < self.limits.readTokens {
            throw Self.unreadable("cut off")
        }
        // Once more, and not again: the second answer is taken for what it is worth.
        if first.wasCutOff { request.maxOutputTokens *= 2 }
        request.messages.append(
            ModelMessage(
                .user, "An earlier answer could not be used: \(first.problem ?? "it was empty"). Answer again, in full."))
        let second: (reading: Reading?, problem: String?, wasCutOff: Bool)
        do throws(AssistantError) {
            second = self.extracted(try await self.model.complete(request) { _ in }, source: source, dates: dates)
        } catch  where error.code != .cancelled && first.reading != nil {
            second = first
        }
        guard let reading = second.reading ?? first.reading else {
            throw Self.unreadable(second.wasCutOff ? "two answers were cut off" : "two answers were no resume")
        }
        return reading
    }

    private static func unreadable(_ detail: String) -> AssistantError {
        AssistantError(
            .upstreamInvalidResponse, "The assistant could not read this document. Please try again.", detail: detail,
            retryable: true, cause: .model)
    }

    /// - Returns: a reading, if there is anything to read, and what is wrong with the answer, in words for the model.
    private func extracted(
        _ answer: ModelAnswer, source: SourceText, dates: SourceDates
    ) -> (reading: Reading?, problem: String?, wasCutOff: Bool) {
        guard answer.finish != .cutOff else { return (nil, "it was too long", true) }
        do {
            var extraction = ResumeExtraction(try ModelJSON.object(in: answer.text), source: source, dates: dates)
            let absent = extraction.absentSections
            let reading = try extraction.reading()
            return (reading, absent.isEmpty ? nil : "it lacks \(absent.joined(separator: ", "))", false)
        } catch ModelJSON.Failure.ambiguous {
            return (nil, "it holds several objects, or a name twice", false)
        } catch let error as ResumeError {
            return (nil, error.message, false)
        } catch {
            return (nil, "it is not one whole JSON object", false)
        }
    }
}

// MARK: - Reviewing a resume

extension ModelAssistant {
    package func check(_ resume: Resume) async throws(AssistantError) -> Review {
        var review = Review(byRules: resume)
        // Of a resume without content a model has nothing to say that the rules do not say as well.
        if resume.isEmpty { return review }
        let data = try self.data(review.resume)
        let paths = review.missing.map(\.path.description).joined(separator: ", ")
        let request = self.ask(
            Prompts.check, data: data, then: "Missing fields: \(paths.isEmpty ? "none" : paths). Review the resume.",
            marker: self.marker(), schema: ReviewAdvice.schema, tokens: self.limits.checkTokens, time: self.limits.checkTime)
        let answer = try await self.model.complete(request) { _ in }
        guard answer.finish != .cutOff, let object = try? ModelJSON.object(in: answer.text) else {
            throw AssistantError(
                .upstreamInvalidResponse, "The assistant gave no usable answer. Please try again.",
                detail: "a review that is no object",
                retryable: true, cause: .model)
        }
        review.source = .model
        return ReviewAdvice(object).added(to: review)
    }

    /// A resume as data for the model. What is longer than any document that it would read is not sent.
    private func data(_ resume: Resume) throws(AssistantError) -> String {
        let text = UntrustedText.cleaned(resume.json.serialized)
        guard text.utf8.count <= self.limits.documentBytes else {
            throw AssistantError(
                .payloadTooLarge,
                "The resume is too long for the assistant: at most \(self.limits.documentBytes / 1000) kB. Please shorten it.",
                cause: .model)
        }
        return text
    }
}

// MARK: - Answering a message

extension ModelAssistant {
    package func answer(_ turn: Turn, send: @escaping @Sendable (AnswerPart) -> Void) async throws(AssistantError) {
        let marker = self.marker()
        let data = try self.data(turn.resume)
        let message = UntrustedText.cleaned(turn.message)
        var history = ConversationBudget.newest(turn.history, tokens: self.limits.historyTokens)
        while true {
            let request = self.ask(
                Prompts.answer, history, data: data, then: message, marker: marker, schema: ProposedChanges.schema,
                tokens: self.limits.answerTokens)
            let reply = AnswerInProgress(send: send)
            do throws(AssistantError) {
                let answer = try await self.model.complete(request) { reply.received($0) }
                return try reply.finish(answer, turn: turn)
            } catch {
                // What a server's context cannot hold may fit without the past. Nothing was shown of an answer refused so.
                guard error.code == .payloadTooLarge, !history.isEmpty else { throw error }
                history = []
            }
        }
    }
}
