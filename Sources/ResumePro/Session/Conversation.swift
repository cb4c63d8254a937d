import Assistant
import Storage

/// What was said on both sides, oldest turns dropped whole when it grows too long.
struct Conversation: Equatable {
    private(set) var messages: [Message] = []

    /// Some 16,000 tokens: more than the budget of one request to a model, little enough to keep for every session.
    static let maxBytes = 48_000

    init() {}

    /// From what was stored, older first.
    init(_ messages: [StoredMessage]) {
        self.messages = messages.compactMap { message in
            Message.Role(rawValue: message.role).map { Message(role: $0, content: message.content) }
        }
    }

    mutating func append(question: String, answer: String) {
        self.messages.append(Message(role: .user, content: question))
        self.messages.append(Message(role: .assistant, content: answer))
        while self.messages.count > 2, self.bytes > Self.maxBytes { self.messages.removeFirst(2) }
    }

    private var bytes: Int { self.messages.reduce(0) { $0 + $1.content.utf8.count } }
}
