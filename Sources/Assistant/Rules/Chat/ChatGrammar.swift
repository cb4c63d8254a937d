import Resume

/// Understands one request: what may stand before it, a verb, what it is about, and a value. A pure function of the words
/// and of the names of the sections that the resume has.
struct ChatGrammar {
    /// One request, as far as the words of its own sentence tell.
    struct Request {
        var command: ChatCommand
        /// Where the value of a text field begins, that may go on over the following sentences.
        var text: (start: String.Index, afterColon: Bool)?
        /// "title: CTO", which stands in many a pasted text too.
        var isLabel = false
        /// The verb, for "… and my phone to …".
        var verb: String?

        init(_ command: ChatCommand) { self.command = command }
    }

    let sectionNames: [String]

    static let settingVerbs: Set = [
        "change", "set", "update", "edit", "correct", "fix", "replace", "modify", "switch", "adjust", "rewrite", "improve",
        "shorten", "rephrase", "polish", "make", "turn",
    ]
    static let addingVerbs: Set = ["add", "include", "append", "insert", "put"]
    static let removingVerbs: Set = ["remove", "delete", "drop", "clear", "empty", "erase"]
    static let movingVerbs: Set = ["move", "put", "place", "bring", "shift"]
    static let verbs: Set = Self.settingVerbs.union(addingVerbs).union(removingVerbs).union(movingVerbs)
        .union(["rename", "show", "undo", "list"])

    private static let slips = [
        "chnage": "change", "cahnge": "change", "chagne": "change", "chang": "change", "chage": "change", "udpate": "update",
        "upate": "update", "updte": "update", "remvoe": "remove", "remov": "remove", "delte": "delete", "dleete": "delete",
        "chaneg": "change", "updaet": "update", "ad": "add",
    ]

    func verb(_ clause: Clause) -> String? {
        let word = Self.slips[clause.plain(0)] ?? clause.plain(0)
        return Self.verbs.contains(word) ? word : nil
    }

    /// - Parameter inherited: the verb of the request before it in the same sentence, for a clause without one.
    func request(_ sentence: Clause, inheriting inherited: String? = nil) -> Request? {
        let clause = sentence.bare
        guard !clause.isEmpty else { return self.courtesy(sentence) }
        if let verb = self.verb(clause) {
            return self.imperative(verb, clause.dropFirst(1)) ?? self.question(clause).map(Request.init)
        }
        if let command = self.question(clause) { return Request(command) }
        if let request = self.statement(clause) ?? self.label(clause) { return request }
        if let inherited, let request = self.imperative(inherited, clause) {
            switch request.command {
            case .set, .add, .move: return request
            default: return nil
            }
        }
        return nil
    }

    private func courtesy(_ sentence: Clause) -> Request? {
        let words = sentence.words.map(\.plain)
        if words.contains(where: ["hi", "hello", "hey", "morning", "evening"].contains) { return Request(.greeting) }
        if words.contains(where: ["thanks", "thank", "thx", "ty", "cheers"].contains) { return Request(.thanks) }
        return nil
    }

    private func imperative(_ verb: String, _ clause: Clause) -> Request? {
        var request: Request?
        if Self.settingVerbs.contains(verb) { request = self.setting(verb, clause) }
        if request == nil, Self.movingVerbs.contains(verb) { request = self.moving(clause).map(Request.init) }
        if request == nil, Self.addingVerbs.contains(verb) { request = self.adding(clause).map(Request.init) }
        if request == nil, Self.removingVerbs.contains(verb) { request = self.removing(clause).map(Request.init) }
        if request == nil, verb == "rename" { request = self.renaming(clause).map(Request.init) }
        request?.verb = verb
        return request
    }

    // MARK: Names

    func isSection(_ words: String) -> Bool { FieldNames.section(words, among: self.sectionNames) != nil }

    func isKnown(_ words: String) -> Bool { FieldNames.kind(words) != nil || self.isSection(words) }

    /// How many words at the clause's start name a field or section, the most possible; 0 for none.
    func nameLength(_ clause: Clause) -> Int {
        (1...4).reversed().first { length in
            length <= clause.count && clause.prefix(length).words.allSatisfy { $0.quotation == nil }
                // A name that ends in an article or holds a colon before its end is none.
                && !clause.prefix(length - 1).words.contains { $0.lastMark == ":" || $0.lastMark == "," }
                && self.isKnown(clause.prefix(length).plainText)
        } ?? 0
    }
}
