import Foundation
import JSON
import Resume
import Testing

@testable import Storage

/// The kinds of store that hold to one contract.
enum StoreKind: CaseIterable, CustomTestStringConvertible {
    case memory
    case file

    var testDescription: String { self == .memory ? "memory" : "file" }

    func run(_ body: (any Store) async throws -> Void) async throws {
        switch self {
        case .memory:
            let store = try SQLiteStore(.memory, now: { 1_000 })
            try await body(store)
            await store.close()
        case .file:
            try await withDirectory { directory in
                let store = try SQLiteStore(.file(directory + "/store.sqlite"), now: { 1_000 })
                try await body(store)
                await store.close()
            }
        }
    }
}

/// A directory of its own, which goes afterwards.
func withDirectory(_ body: (String) async throws -> Void) async throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("storage-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    try await body(directory)
}

func resume(_ name: String, title: String = "") throws -> Resume {
    try Resume(["Name": .string(name), "Title": .string(title)])
}

extension Store {
    /// Stores a resume on top of what is there, and gives what is there then.
    @discardableResult
    func put(_ resume: Resume, id: String = "r", owner: String? = nil, operation: String? = nil) async throws -> StoredResume {
        let current = try await self.resume(id)
        try await self.write([.commit(ResumeCommit(id: id, owner: owner, from: current, to: resume, operationID: operation))])
        return StoredResume(resume: resume, revision: (current?.revision ?? 0) + 1, owner: current?.owner ?? owner)
    }

    /// Takes back the last change, or those since a revision.
    func undo(_ id: String = "r", to revision: Int? = nil) async throws -> Resume? {
        guard let current = try await self.resume(id), let earlier = try await self.earlier(id, to: revision) else {
            return nil
        }
        try await self.write([.commit(ResumeCommit(id: id, undoing: current, to: earlier))])
        return earlier.resume
    }
}
