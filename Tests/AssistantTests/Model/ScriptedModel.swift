import Synchronization
import Testing

@testable import Assistant

/// A language model that gives the answers a test has put in line, remembers what it was asked, and fails the test when it
/// is asked once too often.
final class ScriptedModel: LanguageModel {
    enum Reply: Sendable {
        /// The answer's pieces.
        case answer([String], ModelAnswer.Finish)
        /// An answer whose tokens the server has counted.
        case counted(String, ModelAnswer.Finish, TokenUsage)
        /// Some pieces, then an error.
        case failure([String], AssistantError)
        /// Some pieces, then nothing until the task is cancelled.
        case endless([String])

        static func text(_ text: String, _ finish: ModelAnswer.Finish = .complete) -> Reply { .answer([text], finish) }
    }

    private struct State {
        var replies: [Reply]
        var requests: [ModelRequest] = []
        var cancelled = 0
    }

    private let state: Mutex<State>

    init(_ replies: Reply...) { self.state = Mutex(State(replies: replies)) }

    var requests: [ModelRequest] { self.state.withLock { $0.requests } }
    /// Answers that were not asked for.
    var left: Int { self.state.withLock { $0.replies.count } }
    var cancelled: Int { self.state.withLock { $0.cancelled } }

    func complete(
        _ request: ModelRequest, onText: @escaping @Sendable (String) -> Void
    ) async throws(AssistantError) -> ModelAnswer {
        let reply = self.state.withLock { state in
            state.requests.append(request)
            return state.replies.isEmpty ? nil : state.replies.removeFirst()
        }
        switch reply {
        case .answer(let pieces, let finish)?:
            for piece in pieces { onText(piece) }
            return ModelAnswer(text: pieces.joined(), finish: finish)
        case .counted(let text, let finish, let usage)?:
            onText(text)
            return ModelAnswer(text: text, finish: finish, usage: usage)
        case .failure(let pieces, let error)?:
            for piece in pieces { onText(piece) }
            throw error
        case .endless(let pieces)?:
            for piece in pieces { onText(piece) }
            try? await Task.sleep(for: .seconds(3600))
            self.state.withLock { $0.cancelled += 1 }
            throw .cancelled
        case nil:
            Issue.record("The model was asked once too often.")
            throw AssistantError(.upstreamUnavailable, "no reply in line")
        }
    }
}

/// Every way to part a text into two, and one into single bytes' worth of characters.
func cuts(of text: String) -> [[String]] {
    let scalars = Array(text.unicodeScalars)
    func part(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    return (0...scalars.count).map { [part(0..<$0), part($0..<scalars.count)] } + [scalars.map { String($0) }]
}

/// Every way to part bytes into two, and one byte by byte.
func cuts(of bytes: [UInt8]) -> [[[UInt8]]] {
    (0...bytes.count).map { [Array(bytes[..<$0]), Array(bytes[$0...])] } + [bytes.map { [$0] }]
}
