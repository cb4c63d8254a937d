/// A field that is absent or empty, with the one question that asks for it.
package struct MissingField: Sendable, Equatable {
    package var path: FieldPath
    package var question: String

    package init(path: FieldPath, question: String) { (self.path, self.question) = (path, question) }
}

/// A value that is present but cannot be right.
package struct ResumeIssue: Sendable, Equatable {
    package var path: FieldPath
    /// A sentence for a person.
    package var problem: String
    /// A better value, where one follows from the document.
    package var suggestion: String?

    package init(path: FieldPath, problem: String, suggestion: String? = nil) {
        (self.path, self.problem, self.suggestion) = (path, problem, suggestion)
    }
}
