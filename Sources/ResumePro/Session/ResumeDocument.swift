import Resume
import Storage

/// The resume of a session as it is stored. What led to it is kept in the store.
struct ResumeDocument: Equatable {
    /// nil until there is one.
    private(set) var current: Resume?
    /// Grows by one with every change, undoing included; 0 before the first.
    private(set) var revision = 0

    init(_ stored: StoredResume? = nil) {
        guard let stored else { return }
        (self.current, self.revision) = (stored.resume, stored.revision)
    }

    var stored: StoredResume? { self.current.map { StoredResume(resume: $0, revision: self.revision) } }

    /// Makes `resume` the current one, if it is another.
    mutating func commit(_ resume: Resume) {
        guard resume != self.current else { return }
        self.current = resume
        self.revision += 1
    }
}
