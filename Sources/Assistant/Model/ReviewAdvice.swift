import JSON
import Resume

/// What a model adds to the review by rules: its own wording of the questions, and problems that no rule sees. Whatever it
/// answers, the fields that are missing and the issues that the rules found stay.
struct ReviewAdvice {
    static let schema = OutputSchema(
        name: "review",
        schema: StrictSchema.object([
            ("questions", StrictSchema.list(of: StrictSchema.texts(["path", "question"]))),
            (
                "issues",
                StrictSchema.list(
                    of: StrictSchema.object([
                        ("path", StrictSchema.string), ("problem", StrictSchema.string),
                        ("suggestion", StrictSchema.optionalString),
                    ]))
            ),
        ]))

    /// Issues taken from a model. More would bury those that matter.
    private static let maxIssues = 20
    /// Bytes of a question or problem. Two sentences.
    private static let maxSentence = 400

    private let fields: LenientFields

    init(_ object: JSONObject) { self.fields = LenientFields(object, unwrappedFor: ["questions", "issues"]) }

    func added(to review: Review) -> Review {
        var review = review
        for advice in self.fields.entries("questions") {
            guard let path = try? FieldPath(parsing: advice.text("path")), let question = Self.sentence(advice.text("question"))
            else { continue }
            guard question.hasSuffix("?"), let place = review.missing.firstIndex(where: { $0.path == path }) else { continue }
            review.missing[place].question = question
        }
        let source = SourceText(ProposedChanges.plainText(of: review.resume.json))
        for advice in self.fields.entries("issues").prefix(Self.maxIssues) {
            guard let path = try? FieldPath(parsing: advice.text("path")), let problem = Self.sentence(advice.text("problem"))
            else { continue }
            guard !review.missing.contains(where: { $0.path == path }), !review.issues.contains(where: { $0.path == path })
            else { continue }
            guard let value = review.resume.value(at: path), !Self.isEmpty(value) else { continue }
            let suggestion = Self.sentence(advice.text("suggestion")).flatMap { suggestion in
                // A suggestion may put what is there in order; it may not add what nobody said.
                source.containsWords(of: suggestion) && .string(suggestion) != value ? suggestion : nil
            }
            review.issues.append(ResumeIssue(path: path, problem: problem, suggestion: suggestion))
        }
        return review
    }

    private static func sentence(_ text: String) -> String? {
        text.isEmpty || text.utf8.count > self.maxSentence || text.contains(where: \.isNewline) ? nil : text
    }

    private static func isEmpty(_ value: JSONValue) -> Bool {
        switch value {
        case .null: true
        case .string(let text): text.allSatisfy(\.isWhitespace)
        case .array(let elements): elements.isEmpty
        case .object(let object): object.isEmpty
        case .bool, .number, .malformedString: false
        }
    }
}
