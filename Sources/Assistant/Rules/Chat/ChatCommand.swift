/// What a message asks for, as far as rules understand it. Names and values are in the person's own words.
enum ChatCommand: Equatable {
    case set(field: String, value: String)
    case add(value: String, section: String)
    case addJob(String)
    case remove(value: String, section: String)
    case clear(field: String)
    case move(section: String, Place)
    case rename(section: String, name: String)
    case style(section: String, adjective: String)
    case show(field: String)
    case whatIsMissing
    case undo
    case help

    enum Place: Equatable {
        case top, end
        case before(String), after(String)
    }
}

extension ChatCommand {
    /// The requests in a message, in order; empty if it is none that rules understand.
    ///
    /// A message may hold several ("change my title to X and add Y to my skills"). It is cut only where what follows is a
    /// request of its own, so that an "and" within a value stays there; a long text, such as a summary, is never cut.
    static func commands(in message: String) -> [ChatCommand] {
        var commands: [ChatCommand] = []
        for sentence in self.sentences(message) {
            var rest: Substring? = sentence
            while let text = rest {
                rest = nil
                for cut in self.cuts(in: text) {
                    if let head = self.init(text[..<cut.lowerBound]), !head.takesLongText,
                        self.init(text[cut.upperBound...]) != nil
                    {
                        commands.append(head)
                        rest = text[cut.upperBound...]
                        break
                    }
                }
                if rest == nil, let command = self.init(text) { commands.append(command) }
            }
        }
        return commands
    }

    private var takesLongText: Bool {
        switch self {
        case .set(let field, _):
            ["summary", "profile", "about", "objective", "description"].contains { field.lowercased().contains($0) }
        case .addJob: true
        case .add, .remove, .clear, .move, .rename, .style, .show, .whatIsMissing, .undo, .help: false
        }
    }

    /// Lines, and what semicolons part. A line that is no request belongs to the one before: values may have several.
    private static func sentences(_ message: String) -> [Substring] {
        message.split(whereSeparator: { $0.isNewline || $0 == ";" }).reduce(into: []) { sentences, line in
            if let last = sentences.last, self.init(line) == nil, self.init(last) != nil {
                sentences[sentences.count - 1] = message[last.startIndex..<line.endIndex]
            } else {
                sentences.append(line)
            }
        }
    }

    private static func cuts(in text: Substring) -> [Range<Substring.Index>] {
        var cuts: [Range<Substring.Index>] = []
        for separator in [", and ", " and ", ", then ", " then ", ". ", ", "] {
            var start = text.startIndex
            while cuts.count < 64, let range = text[start...].firstRange(of: separator) {
                cuts.append(range)
                start = range.upperBound
            }
        }
        return cuts.sorted {
            $0.lowerBound < $1.lowerBound || ($0.lowerBound == $1.lowerBound && $0.upperBound > $1.upperBound)
        }
    }
}
