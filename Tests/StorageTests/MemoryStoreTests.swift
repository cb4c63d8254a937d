import JSON
import Resume
import Storage
import Testing

@Suite struct MemoryStoreTests {
    private func stored(_ name: String, revision: Int) throws -> StoredResume {
        StoredResume(resume: try Resume(["Name": .string(name)]), revision: revision)
    }

    @Test func whatIsSavedIsLoadedAndDeleted() async throws {
        let store = MemoryStore()
        let stored = try self.stored("Ada", revision: 1)
        try await store.save(stored, id: "a", expecting: nil)
        #expect(await store.load(id: "a") == stored)
        #expect(await store.load(id: "b") == nil)
        await store.delete(id: "a")
        await store.delete(id: "a")
        #expect(await store.load(id: "a") == nil)
    }

    @Test func aSaveOverAnotherRevisionIsRefused() async throws {
        let store = MemoryStore()
        let first = try self.stored("Ada", revision: 1)
        try await store.save(first, id: "a", expecting: nil)
        let second = try self.stored("Eve", revision: 2)
        await #expect(throws: StorageError.conflict) { try await store.save(second, id: "a", expecting: nil) }
        await #expect(throws: StorageError.conflict) { try await store.save(second, id: "a", expecting: 7) }
        #expect(await store.load(id: "a") == first)
        try await store.save(second, id: "a", expecting: 1)
        #expect(await store.load(id: "a") == second)
    }

    @Test func oneMoreThanTheLimitIsRefused() async throws {
        let store = MemoryStore(limit: 1)
        try await store.save(self.stored("Ada", revision: 1), id: "a", expecting: nil)
        let next = try self.stored("Ada", revision: 2)
        await #expect(throws: StorageError.full) { try await store.save(next, id: "b", expecting: nil) }
        try await store.save(next, id: "a", expecting: 1)
    }
}
