import Resume

/// The requests of a message, in order. The message is cut into sentences, and a sentence at an "and" or comma only where
/// what follows is a request of its own, so that an "and" within a value stays there.
struct ParsedMessage {
    private(set) var commands: [ChatCommand] = []
    /// Whether there were more than ``maxCommands``.
    private(set) var isCut = false
    /// Whether it is rather a text that somebody pasted than something said to the assistant.
    private(set) var isPastedText = false

    /// Requests of one message. Nobody types more, and each may read the whole resume.
    static let maxCommands = 20
    /// Bytes of a message that is looked at for requests; a longer one is a pasted text.
    static let maxBytes = 4_000
    /// Places of a message at which a cut is tried: each try looks at the rest of its sentence.
    static let maxCuts = 200
    /// Sentences beside requests in one message: beyond, it is a pasted text, and what looks like a request in it is not
    /// meant for the assistant.
    static let maxOtherSentences = 3

    private let message: String
    private let grammar: ChatGrammar
    private var hasLabels = false
    private(set) var cutsTried = 0

    init(_ message: String, sectionNames: [String] = []) {
        self.message = message
        self.grammar = ChatGrammar(sectionNames: sectionNames)
        guard message.utf8.count <= Self.maxBytes else {
            self.isPastedText = true
            return
        }
        self.parse()
    }

    private mutating func parse() {
        var sentences = Word.words(of: self.message).split(after: \.endsSentence)
            .map { Clause(message: self.message, words: $0) }[...]
        var others = 0
        while let sentence = sentences.popFirst(), !self.isPastedText {
            let requests = self.requests(in: sentence)
            if requests.isEmpty, !sentence.bare.isEmpty { others += 1 }
            for request in requests {
                self.hasLabels = self.hasLabels || request.isLabel
                if let text = request.text {
                    let end = self.endOfText(from: sentence, continuing: &sentences)
                    self.append(self.settingText(request.command, self.message[text.start..<end], text.afterColon))
                } else {
                    self.append(request.command)
                }
            }
            // A label or two within other sentences are a pasted advertisement or letter.
            self.isPastedText = others > Self.maxOtherSentences || (others > 0 && self.hasLabels)
        }
        if self.isPastedText { self.commands = [] }
        if self.commands.contains(where: { $0 != .greeting && $0 != .thanks }) {
            self.commands.removeAll { $0 == .greeting || $0 == .thanks }
        }
    }

    private mutating func append(_ command: ChatCommand) {
        guard command.isCumulative || !self.commands.contains(command) else { return }
        guard self.commands.count < Self.maxCommands else {
            self.isCut = true
            return
        }
        self.commands.append(command)
    }

    // MARK: Texts of several sentences

    /// Takes the sentences that belong to a text: all up to the next request or word of thanks.
    private func endOfText(from sentence: Clause, continuing sentences: inout ArraySlice<Clause>) -> String.Index {
        var end = sentence.withoutThanks().words.last?.range.upperBound ?? self.message.endIndex
        while let next = sentences.first, self.belongsToText(next) {
            end = next.withoutThanks().words.last?.range.upperBound ?? end
            sentences.removeFirst()
        }
        return end
    }

    private func belongsToText(_ sentence: Clause) -> Bool {
        guard let request = self.grammar.request(sentence) else {
            return !sentence.bare.isEmpty
        }
        switch request.command {
        case .set(let field, _), .fill(let field, _), .clear(let field): return !self.grammar.isKnown(field)
        case .add(_, let section), .remove(_, let section), .rename(let section, _), .move(let section, _):
            return !self.grammar.isSection(section)
        case .addSomewhere, .addEntry, .removeEntry, .callMe: return true
        default: return false
        }
    }

    private func settingText(_ command: ChatCommand, _ text: Substring, _ afterColon: Bool) -> ChatCommand {
        guard case .set(let field, _) = command else { return command }
        let words = Word.words(of: String(text))
        if words.count == 1, let quotation = words[0].quotation {
            return .set(field: field, value: String(String(text)[quotation]))
        }
        return ValueJudge.text(String(text), afterColon: afterColon).map { .set(field: field, value: $0) }
            ?? .unclear(field: field)
    }

    // MARK: Several requests in one sentence

    private mutating func requests(in sentence: Clause) -> [ChatGrammar.Request] {
        var requests: [ChatGrammar.Request] = []
        var rest: Clause? = sentence
        var verb: String?
        while let clause = rest, requests.count <= Self.maxCommands {
            rest = nil
            var end = clause
            for place in 1..<max(1, clause.count) where self.mayCut(clause, at: place) {
                guard self.tryCut() else { return requests }
                guard let head = self.grammar.request(clause.prefix(place), inheriting: verb), head.mayStandAlone else {
                    continue
                }
                let tail = clause.dropFirst(place)
                // "change title and location to Berlin" is one request, and unclear.
                let inherited: String? = if case .unclear = head.command { nil } else { head.verb ?? verb }
                if self.startsRequest(tail, inheriting: inherited) {
                    requests.append(head)
                    verb = inherited
                    (rest, end) = (tail, tail)
                    break
                }
                guard !self.isCut else { return requests }
                if tail.withoutOpenings().isAboutPerson {
                    // "my name is Maria and I work a lot": what follows is another sentence.
                    end = clause.prefix(place)
                    break
                }
            }
            if rest == nil {
                if let request = self.grammar.request(end, inheriting: verb) { requests.append(request) }
            }
        }
        return requests
    }

    /// False once the message has had its share of tries: what follows could not be told apart any more.
    private mutating func tryCut() -> Bool {
        guard self.cutsTried < Self.maxCuts else {
            self.isCut = true
            return false
        }
        self.cutsTried += 1
        return true
    }

    private func mayCut(_ clause: Clause, at place: Int) -> Bool {
        guard clause[place]?.quotation == nil else { return false }
        if ["and", "then", "also"].contains(clause.plain(place)) { return place + 1 < clause.count }
        guard clause[place - 1]?.lastMark == "," else { return false }
        let tail = clause.dropFirst(place).withoutOpenings()
        return self.grammar.verb(tail) != nil || tail.isAboutPerson || ["my", "the"].contains(tail.plain(0))
            || self.grammar.nameLength(tail) > 0
    }

    /// Whether a request about something known begins here, maybe with the verb of the one before it.
    private mutating func startsRequest(_ tail: Clause, inheriting verb: String?) -> Bool {
        let clause = tail.withoutOpenings()
        if self.isRequest(clause, inheriting: verb) { return true }
        for place in 1..<max(1, clause.count) where self.mayCut(clause, at: place) {
            guard self.tryCut() else { return false }
            if self.isRequest(clause.prefix(place), inheriting: verb) { return true }
        }
        return false
    }

    private func isRequest(_ clause: Clause, inheriting verb: String?) -> Bool {
        guard let request = self.grammar.request(clause, inheriting: verb) else { return false }
        switch request.command {
        case .set(let field, _), .fill(let field, _), .unclear(let field), .clear(let field), .show(let field):
            return self.grammar.isKnown(field)
        case .add(_, let section), .remove(_, let section), .replaceItem(_, _, let section), .style(let section, _):
            return self.grammar.isSection(section)
        case .move, .rename, .whatIsMissing: return true
        case .addEntry(_, let text): return !text.isEmpty && clause.plain(0) != "i"
        case .addSomewhere, .removeEntry, .callMe, .undo, .help, .greeting, .thanks: return false
        }
    }
}

extension ChatGrammar.Request {
    /// Whether the sentence may be cut behind it: a text goes on, and "add Java" waits for its "to my skills".
    fileprivate var mayStandAlone: Bool {
        if case .addSomewhere = self.command { return false }
        return self.text == nil
    }
}

extension Clause {
    fileprivate var isAboutPerson: Bool {
        ["i", "i'm", "i've", "i'd", "we", "you"].contains(self.plain(0))
    }

    /// Without thanks at its end; a text keeps its other words.
    fileprivate func withoutThanks() -> Clause {
        var clause = self
        if let thanks = Politeness.always.first(where: { clause.ends(with: $0) }), clause.count > thanks.count {
            clause = clause.prefix(clause.count - thanks.count)
        }
        return clause
    }
}

extension Array {
    /// Slices that end with an element for which the condition holds.
    fileprivate func split(after ends: (Element) -> Bool) -> [ArraySlice<Element>] {
        var slices: [ArraySlice<Element>] = []
        var start = 0
        for index in self.indices where ends(self[index]) || index == self.count - 1 {
            slices.append(self[start...index])
            start = index + 1
        }
        return slices
    }
}
