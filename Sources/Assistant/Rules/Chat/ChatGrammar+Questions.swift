extension ChatGrammar {
    /// Questions about the resume and about the assistant.
    func question(_ clause: Clause) -> ChatCommand? {
        let text = clause.plainText
        if clause.count <= 6 {
            if Self.undoing.contains(clause.plain(0)) || text.hasPrefix("take that back") || text.hasPrefix("take it back")
                || text.hasPrefix("go back")
            {
                return .undo
            }
            if Self.aboutMe.contains(text) { return .help }
        }
        if clause.count <= 10, self.asksWhatIsMissing(clause, text) { return .whatIsMissing }
        for opening in [
            ["what", "is"], ["what", "are"], ["what's"], ["whats"], ["show", "me"], ["show"], ["tell", "me"], ["read", "me"],
            ["read"], ["list"], ["display"], ["give", "me"], ["what", "does"], ["do", "i", "have"],
        ] where clause.starts(with: opening) && (1...5).contains(clause.count - opening.count) {
            var field = clause.dropFirst(opening.count)
            while ["say", "again", "right", "now", "all", "of"].contains(field.plain(field.count - 1)) {
                field = field.prefix(field.count - 1)
            }
            if field.plain(0) == "all" { field = field.dropFirst(1) }
            if self.isKnown(field.plainText) || (!opening[0].hasPrefix("what") && FieldNames.isResume(field.plainText)) {
                return .show(field: FieldNames.plain(field.plainText))
            }
        }
        // "what skills do I have?"
        if ["what", "which"].contains(clause.plain(0)), clause.ends(with: ["do", "i", "have"]), clause.count > 4,
            self.isKnown(clause.part(1..<clause.count - 3).plainText)
        {
            return .show(field: FieldNames.plain(clause.part(1..<clause.count - 3).plainText))
        }
        return nil
    }

    private static let undoing: Set = ["undo", "revert"]
    private static let aboutMe: Set = [
        "help", "what can you do", "who are you", "what are you", "are you a bot", "are you human", "are you an ai",
        "are you a robot", "what can i say", "what can i do", "how does this work", "are you chatgpt", "what do you do",
        "how can you help me", "how can you help", "what else can you do", "what can i do here", "is this an ai",
    ]
    private static let wholeQuestions: Set = [
        "what do i still need", "what else do i need", "what do i need", "what next", "what's next", "what is next",
        "what else", "what now", "am i done", "is it done", "is my resume done", "is my resume ready", "what's left",
        "what is left", "what do you need", "what else do you need", "is my resume ok", "is my resume good", "are we done",
        "is it good", "what should i do next", "what should i add", "is it ready", "check", "check it", "review it",
    ]

    private func asksWhatIsMissing(_ clause: Clause, _ text: String) -> Bool {
        if Self.wholeQuestions.contains(text) { return true }
        for verb in ["check", "review", "proofread"] where clause.plain(0) == verb {
            return FieldNames.isResume(clause.dropFirst(1).plainText)
        }
        let asks: Set = [
            "what", "what's", "whats", "is", "are", "am", "which", "show", "tell", "did", "does", "do", "how", "anything",
            "list", "missing", "where",
        ]
        let lacks: Set = [
            "missing", "incomplete", "complete", "completed", "lacking", "improve", "wrong", "mistakes", "errors",
        ]
        return asks.contains(clause.plain(0)) && clause.words.contains { lacks.contains($0.plain) }
    }
}
