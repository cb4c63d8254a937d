import JSON
import Resume

/// What rules answer to one message, and what they change.
struct ChatReply {
    private(set) var text = ""
    private(set) var operations: [Operation] = []
    var styles: [SectionStyle] = []
    /// The resume with the operations so far applied: a later request of the message sees what an earlier one did.
    private(set) var resume: Resume
    /// How often the resume was written anew: each time the whole of it is checked.
    private(set) var timesApplied = 0
    /// Things that the message may still add to lists.
    var itemsLeft = Self.maxItems
    let reader: RulesReader

    /// Things that one message may add to lists, take out of them or both: more than anybody types, and few enough to
    /// be named in an answer.
    static let maxItems = 50
    /// Bytes of an answer: what a person reads.
    static let maxTextBytes = 4_000
    /// Bytes of the resume that one request shows.
    static let maxShownBytes = 1_000
    /// Bytes of a value in an answer.
    static let maxQuotedBytes = 120

    init(to message: String, about resume: Resume, reader: RulesReader) {
        (self.resume, self.reader) = (resume, reader)
        let parsed = ParsedMessage(message, sectionNames: resume.sections.names)
        var answers: [String] = []
        for command in parsed.commands {
            guard !Task.isCancelled else { return }
            let answer = self.reply(to: command)
            if !answers.contains(answer) { answers.append(answer) }
        }
        if parsed.isCut {
            answers.append(
                "I do \(ParsedMessage.maxCommands) requests of a message at most; please send the others in another one.")
        }
        if answers.isEmpty { answers = [parsed.isPastedText ? Self.pastedText : Self.fallback] }
        self.text = answers.joined(separator: " ").shortened(to: Self.maxTextBytes)
    }

    private static let abilities = """
        I can change a field ("change my title to Staff Engineer"), add to a list ("add Swift to my skills"), add a job \
        ("add a job: Engineer at Acme, 2019 - 2021"), remove things, move and rename sections, and tell you what is missing.
        """
    private static let fallback = """
        I did not understand that, so I changed nothing. I am the built-in assistant: I work by fixed rules for short \
        requests in English, without a language model. \(abilities) For free conversation the operator of this server can \
        connect a language model.
        """
    private static let pastedText = """
        That looks like a longer text rather than a request, so I changed nothing. Import it if it is your resume, or tell \
        me one change at a time. \(abilities)
        """

    private mutating func reply(to command: ChatCommand) -> String {
        switch command {
        case .set(let field, let value): self.set(field, to: value)
        case .fill(let field, let value): self.fill(field, with: value)
        case .unclear(let field): self.ask(about: field)
        case .add(let value, let section): self.add(value, to: section)
        case .addSomewhere(let value):
            "Where should I add “\(value.shortened(to: Self.maxQuotedBytes))”? Say for example “add Swift to my skills”."
        case .addEntry(let core, let text): self.addEntry(text, to: core)
        case .remove(let value, let section): self.remove(value, from: section)
        case .removeEntry(let core, let text): self.removeEntry(text, from: core)
        case .replaceItem(let old, let new, let section): self.replace(old, by: new, in: section)
        case .clear(let field): self.clear(field)
        case .move(let section, let place): self.move(section, to: place)
        case .rename(let section, let name): self.rename(section, to: name)
        case .style(let section, let adjective): self.style(section, adjective)
        case .show(let field): self.show(field)
        case .callMe(let name):
            """
            I changed nothing. If the name on your resume should change, say “change my name to \
            \(name.shortened(to: Self.maxQuotedBytes))”.
            """
        case .whatIsMissing: self.whatIsMissing()
        case .undo: "I cannot take changes back from the chat: use the Undo button (the event “undo”) for that."
        case .help:
            "I am the built-in assistant of ResumePro and work by fixed rules, without a language model. \(Self.abilities)"
        case .greeting: "Hello! \(Self.abilities)"
        case .thanks: "You are welcome."
        }
    }

    /// Applies the operations of one request, all or none.
    mutating func apply(_ operations: [Operation], saying done: String, otherwise unchanged: String) -> String {
        self.timesApplied += 1
        do throws(ResumeError) {
            let (resume, changes) = try self.resume.applying(operations)
            guard !changes.isEmpty else { return unchanged }
            self.resume = resume
            self.operations += operations
            return done
        } catch { return "I changed nothing: \(error.message)" }
    }

    func unknown(_ name: String) -> String {
        "I do not find “\(name.shortened(to: Self.maxQuotedBytes))” in your resume, so I changed nothing."
    }

    func quoted(_ value: String) -> String { "“\(value.shortened(to: Self.maxQuotedBytes))”" }
}
