import JSON
import Resume

/// A preview that is waiting for answers: which question is open, and which the person chose to leave.
struct QuestionRound: Equatable {
    private(set) var open: MissingField
    private(set) var skipped: Set<FieldPath> = []

    /// nil if nothing is missing.
    init?(_ resume: Resume) {
        guard let first = resume.missingFields().first else { return nil }
        self.open = first
    }

    init(open: MissingField, skipped: [FieldPath]) { (self.open, self.skipped) = (open, Set(skipped)) }

    /// Whether the open field is still missing.
    func isOpen(in resume: Resume) -> Bool { resume.missingFields().contains { $0.path == self.open.path } }

    /// Leaves the open field empty. The next question opens, if there is one.
    /// - Returns: whether there is.
    mutating func skip(in resume: Resume) -> Bool {
        self.skipped.insert(self.open.path)
        return self.advance(in: resume)
    }

    /// Goes on after an answer was written into `resume`. What the answer left open is asked next.
    mutating func advance(in resume: Resume) -> Bool {
        guard let next = resume.missingFields().first(where: { !self.skipped.contains($0.path) }) else { return false }
        self.open = next
        return true
    }
}
