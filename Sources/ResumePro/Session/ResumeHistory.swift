import Resume

/// The resume of a session with the revisions that led to it.
struct ResumeHistory {
    /// nil until there is one.
    private(set) var current: Resume?
    /// Grows by one with every change, undoing included; 0 before the first.
    private(set) var revision = 0
    /// Older first.
    private var past: [(revision: Int, resume: Resume)] = []
    private var pastBytes = 0

    /// Revisions that can be taken back: a long evening's editing.
    static let maxPast = 100
    /// Bytes of their JSON: hundreds of ordinary resumes, the last four of the largest that is allowed.
    static let maxPastBytes = 4 * ResumeLimits.documentBytes

    init() {}

    /// Makes `resume` the current one, if it is another.
    mutating func commit(_ resume: Resume) {
        guard resume != self.current else { return }
        if let current {
            self.past.append((self.revision, current))
            self.pastBytes += current.byteCount
        }
        while self.past.count > Self.maxPast || self.pastBytes > Self.maxPastBytes {
            self.pastBytes -= self.past.removeFirst().resume.byteCount
        }
        self.current = resume
        self.revision += 1
    }

    /// The resume as it would be with the last change taken back, or all changes since `revision`; nil where there is
    /// none to go back to.
    mutating func undo(to revision: Int? = nil) -> Resume? {
        guard let place = revision.map({ number in self.past.firstIndex { $0.revision == number } }) ?? self.past.indices.last
        else { return nil }
        let resume = self.past[place].resume
        self.pastBytes -= self.past[place...].reduce(0) { $0 + $1.resume.byteCount }
        self.past.removeSubrange(place...)
        self.current = resume
        self.revision += 1
        return resume
    }
}
