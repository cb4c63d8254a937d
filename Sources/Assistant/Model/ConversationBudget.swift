/// How much of a conversation goes along with a new message.
enum ConversationBudget {
    /// The newest whole turns (what a person said and all that answered it) that fit, oldest first. One turn is never cut:
    /// half a question misleads more than none.
    /// - Parameter tokens: estimated by ``TokenUsage/estimate(_:)``.
    static func newest(_ history: [Message], tokens: Int) -> [ModelMessage] {
        var turns: [[ModelMessage]] = []
        for var message in history where !message.content.isEmpty {
            message.content = UntrustedText.cleaned(message.content)
            switch message.role {
            case .user:
                // Some chat templates refuse two messages of one role in a row.
                if turns.last?.last?.role == .user {
                    turns[turns.count - 1][0].content += "\n\n" + message.content
                } else {
                    turns.append([ModelMessage(.user, message.content)])
                }
            case .assistant:
                guard let turn = turns.last else { continue }
                if turn.count == 1 {
                    turns[turns.count - 1].append(ModelMessage(.assistant, message.content))
                } else {
                    turns[turns.count - 1][1].content += "\n\n" + message.content
                }
            }
        }
        // The last message may have been left without an answer; the new one then follows a message of the same role.
        if turns.last?.count == 1 { turns[turns.count - 1].append(ModelMessage(.assistant, "(No answer was given.)")) }
        var left = tokens
        var kept: [[ModelMessage]] = []
        for turn in turns.reversed() {
            left -= turn.reduce(0) { $0 + TokenUsage.estimate($1.content) }
            guard left >= 0 else { break }
            kept.append(turn)
        }
        return kept.reversed().flatMap { $0 }
    }
}
