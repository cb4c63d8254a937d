import Resume

/// Keeps the resumes of sessions. What ``save(_:id:expecting:)`` has returned from is kept for good, as far as the store's
/// kind goes.
package protocol ResumeStore: Sendable {
    /// - Parameter expecting: the revision that is kept now; nil: none is.
    func save(_ stored: StoredResume, id: String, expecting: Int?) async throws(StorageError)
    func load(id: String) async throws(StorageError) -> StoredResume?
    /// Nothing under this id is no error.
    func delete(id: String) async throws(StorageError)
}
