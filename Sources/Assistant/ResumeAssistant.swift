import JSON
import Resume

/// Turns the text of a document into a resume.
package protocol ResumeReader: Sendable {
    /// Nothing that is not in the text may be in the resume; what is not known is empty.
    /// - Parameter ratesConfidence: whether to work out ``Reading/confidence``, where the reader can.
    func read(_ text: String, ratesConfidence: Bool) async throws(AssistantError) -> Reading
}

extension ResumeReader {
    package func read(_ text: String) async throws(AssistantError) -> Reading {
        try await self.read(text, ratesConfidence: false)
    }
}

/// What to say about a resume and what to change in it. One implementation asks a language model, the other works by
/// rules, and who calls cannot tell them apart but by ``Reading/source`` and ``Review/source``.
package protocol ResumeAssistant: ResumeReader {
    /// What is missing from the resume and what is present but wrong.
    func check(_ resume: Resume) async throws(AssistantError) -> Review

    /// Answers one message of a conversation. `send` gets the parts in order, one at a time, on whichever thread they came
    /// in, and none after the end. Cancelling the task stops the work at once. Operations are proposals: the caller applies
    /// them and says what came of it.
    func answer(_ turn: Turn, send: @escaping @Sendable (AnswerPart) -> Void) async throws(AssistantError)
}

package struct Reading: Sendable, Equatable {
    package enum Source: String, Sendable { case model, rules }

    package var resume: Resume
    /// Sentences for the person: what was dropped, what could not be placed.
    package var warnings: [String]
    package var source: Source
    /// Lines and parts of lines of the text that are in no value of the resume, in their order. Empty from a model, which
    /// does not tell what it left out.
    package var unplaced: [String] = []
    /// How sure each value is, from 0 to 1, in the shape of the resume; nil from a model, and where nobody asked for it.
    package var confidence: JSONObject?

    package init(resume: Resume, warnings: [String] = [], source: Source) {
        (self.resume, self.warnings, self.source) = (resume, warnings, source)
    }
}

package struct Review: Sendable, Equatable {
    /// The resume with what follows from the rest of it filled in.
    package var resume: Resume
    /// In the order in which to ask.
    package var missing: [MissingField]
    package var issues: [ResumeIssue]
    /// The fields that were filled in.
    package var derived: [FieldPath]
    package var source: Reading.Source
    /// Sentences for the person.
    package var warnings: [String]

    package init(
        resume: Resume, missing: [MissingField], issues: [ResumeIssue], derived: [FieldPath] = [], source: Reading.Source,
        warnings: [String] = []
    ) {
        (self.resume, self.missing, self.issues, self.derived) = (resume, missing, issues, derived)
        (self.source, self.warnings) = (source, warnings)
    }
}

/// One message of a conversation.
package struct Message: Sendable, Equatable {
    package enum Role: String, Sendable { case user, assistant }

    package var role: Role
    package var content: String

    package init(role: Role, content: String) { (self.role, self.content) = (role, content) }
}

/// What is needed to answer: the resume as it is now, what was said before, and what is said now.
package struct Turn: Sendable {
    package var resume: Resume
    /// Older first, the new message not among them.
    package var history: [Message]
    package var message: String

    package init(resume: Resume, history: [Message], message: String) {
        (self.resume, self.history, self.message) = (resume, history, message)
    }
}

package enum AnswerPart: Sendable, Equatable {
    /// A piece of the answer, to be shown as it comes.
    case text(String)
    /// Changes to the resume, to be applied together as one revision.
    case operations([Operation])
    /// CSS properties by section name, for the client's own view of the resume.
    case styles([SectionStyle])
}

package struct SectionStyle: Sendable, Equatable {
    package var section: String
    package var property: String
    package var value: String

    package init(section: String, property: String, value: String) {
        (self.section, self.property, self.value) = (section, property, value)
    }
}
