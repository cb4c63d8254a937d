import Resume

/// Keeps resumes until the process ends.
package actor MemoryStore: ResumeStore {
    private var resumes: [String: StoredResume] = [:]
    private let limit: Int

    /// - Parameter limit: the most resumes. 20,000 of ordinary size (5 kB) take 100 MB or so.
    package init(limit: Int = 20_000) { self.limit = limit }

    package func save(_ stored: StoredResume, id: String, expecting: Int?) throws(StorageError) {
        guard self.resumes[id]?.revision == expecting else { throw .conflict }
        guard expecting != nil || self.resumes.count < self.limit else { throw .full }
        self.resumes[id] = stored
    }

    package func load(id: String) -> StoredResume? { self.resumes[id] }

    package func delete(id: String) { self.resumes[id] = nil }
}
