import Resume

/// A resume as it is kept, with the number of its revision.
package struct StoredResume: Sendable, Equatable {
    package var resume: Resume
    package var revision: Int

    package init(resume: Resume, revision: Int) { (self.resume, self.revision) = (resume, revision) }
}

package enum StorageError: Error, Equatable, Sendable {
    /// Another revision than the expected one is kept; nothing was written.
    case conflict
    /// As many resumes are kept as may be.
    case full(limit: Int)
}

/// Keeps the resumes of sessions. What ``save(_:id:expecting:)`` has returned from is kept for good, as far as the store's
/// kind goes.
package protocol ResumeStore: Sendable {
    /// - Parameter expecting: the revision that is kept now; nil: none is.
    func save(_ stored: StoredResume, id: String, expecting: Int?) async throws(StorageError)
    func load(id: String) async throws(StorageError) -> StoredResume?
    /// Nothing under this id is no error.
    func delete(id: String) async throws(StorageError)
}
