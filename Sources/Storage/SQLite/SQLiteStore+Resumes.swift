import Foundation
import GRDB
import JSON
import Resume

extension SQLiteStore {
    package func resume(_ id: String) async throws(StorageError) -> StoredResume? {
        try await self.read { try Self.resume(id, $0) }
    }

    static func resume(_ id: String, _ db: Database) throws -> StoredResume? {
        let sql = "SELECT document, revision, owner FROM resume WHERE id = ? AND revision > 0"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id.checked]) else { return nil }
        return StoredResume(resume: try Self.resume(parsing: row["document"]), revision: row["revision"], owner: row["owner"])
    }

    package func resumes(of owner: String) async throws(StorageError) -> [ResumeSummary] {
        try await self.read { db in
            let sql = """
                SELECT id, revision, name, title, updated FROM resume WHERE owner = ? AND revision > 0
                ORDER BY updated DESC, id LIMIT ?
                """
            let statement = try db.cachedStatement(sql: sql)
            return try Row.fetchAll(statement, arguments: [owner.checked, StoreLimits.list]).map { row in
                ResumeSummary(
                    id: row["id"], revision: row["revision"], name: row["name"], title: row["title"],
                    updated: row["updated"])
            }
        }
    }

    package func earlier(_ id: String, to revision: Int?) async throws(StorageError) -> EarlierResume? {
        try await self.read { db in
            guard let current = try Self.resume(id, db) else { return nil }
            var sections = current.resume.sections
            var undo = try Self.undo(id, current.revision, db)
            while let step = undo {
                guard let earlier = step.patch.applied(to: sections) else {
                    throw StorageError.damaged(detail: "a revision that does not fit")
                }
                (sections, undo) = (earlier, try Self.undo(id, step.revision, db))
                if revision == nil || revision == step.revision {
                    return EarlierResume(resume: try Self.resume(.object(sections)), revision: step.revision, undo: undo)
                }
                // Each step leads to a smaller number, so the way ends.
                if step.revision < revision ?? 0 { return nil }
            }
            return nil
        }
    }

    private static func undo(_ id: String, _ revision: Int, _ db: Database) throws -> ResumeUndo? {
        let sql = "SELECT undo_revision, undo_patch FROM revision WHERE resume = ? AND revision = ? AND undo_patch IS NOT NULL"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id, revision]) else { return nil }
        return ResumeUndo(revision: row["undo_revision"], patch: try Self.patch(row["undo_patch"]))
    }

    package func revisions(of id: String, after revision: Int) async throws(StorageError) -> [ResumeRevision] {
        try await self.read { try Self.revisions(of: id.checked, after: revision, $0) }
    }

    private static func revisions(of id: String, after revision: Int, _ db: Database) throws -> [ResumeRevision] {
        let sql = "SELECT revision, change, at FROM revision WHERE resume = ? AND revision > ? ORDER BY revision DESC"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id, revision]).map { row in
            ResumeRevision(revision: row["revision"], change: try Self.patch(row["change"]), at: row["at"])
        }
    }

    package func messages(of id: String, maxBytes: Int) async throws(StorageError) -> [StoredMessage] {
        try await self.read { try Self.messages(of: id.checked, maxBytes: maxBytes, $0) }
    }

    private static func messages(of id: String, maxBytes: Int, _ db: Database) throws -> [StoredMessage] {
        var messages: [StoredMessage] = []
        var bytes = 0
        let sql = "SELECT role, content FROM message WHERE resume = ? ORDER BY number DESC"
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [id])
        while let row = try rows.next() {
            let content: Data = row["content"]
            bytes += content.count
            guard bytes <= maxBytes else { break }
            messages.append(StoredMessage(role: row["role"], content: String(decoding: content, as: UTF8.self)))
        }
        return messages.reversed()
    }

    package func answer(of id: String) async throws(StorageError) -> StoredAnswer? {
        try await self.read { db in
            let statement = try db.cachedStatement(sql: "SELECT question, text FROM answer WHERE resume = ?")
            guard let row = try Row.fetchOne(statement, arguments: [id.checked]) else { return nil }
            let (question, text): (Data, Data) = (row["question"], row["text"])
            return StoredAnswer(
                question: String(decoding: question, as: UTF8.self), text: String(decoding: text, as: UTF8.self))
        }
    }

    // MARK: A user's rights

    package func export(owner: String) async throws(StorageError) -> JSONValue {
        try await self.read { db in
            let owner = try owner.checked
            let sql = "SELECT id, revision, document, created, updated FROM resume WHERE owner = ? ORDER BY created, id"
            let resumes = try Row.fetchAll(db, sql: sql, arguments: [owner]).map { row -> JSONValue in
                let id: String = row["id"]
                let document: String? = row["document"]
                let messages = try Self.messages(of: id, maxBytes: .max, db).map { message -> JSONValue in
                    ["role": .string(message.role), "content": .string(message.content)]
                }
                let revisions = try Self.revisions(of: id, after: 0, db).map { revision -> JSONValue in
                    [
                        "revision": .number(JSONNumber(revision.revision)), "at": .number(JSONNumber(revision.at)),
                        "change": revision.change.json,
                    ]
                }
                return [
                    "id": .string(id), "revision": .number(JSONNumber(row["revision"] as Int)),
                    "created": .number(JSONNumber(row["created"] as Int64)),
                    "updated": .number(JSONNumber(row["updated"] as Int64)),
                    "resumeData": try document.map(Self.json) ?? .null, "conversation": .array(messages),
                    "revisions": .array(revisions),
                ]
            }
            let usage = try Row.fetchAll(
                db, sql: "SELECT day, amount FROM usage WHERE key = ? ORDER BY day", arguments: [owner]
            )
            .map { row -> JSONValue in
                ["day": .number(JSONNumber(row["day"] as Int)), "amount": .number(JSONNumber(row["amount"] as Int))]
            }
            return ["user": .string(owner), "resumes": .array(resumes), "usage": .array(usage)]
        }
    }

    package func erase(owner: String) async throws(StorageError) {
        try await self.maintain { db in
            let owner = try owner.checked
            for table in ["resume", "session"] {
                try db.execute(sql: "DELETE FROM \(table) WHERE owner = ?", arguments: [owner])
            }
            try db.execute(sql: "DELETE FROM usage WHERE key = ?", arguments: [owner])
            // Their packets may hold the user's words, and do not say whose they are. Clients that come back after a
            // restart then start anew; while the server runs, they are recovered from memory.
            let identity = Data(owner.utf8)
            try db.execute(sql: "DELETE FROM recovery_client WHERE identity = ?", arguments: [identity])
            try db.execute(sql: "DELETE FROM recovery_packet")
        }
        try await self.emptyJournal()
    }

    // MARK: Documents

    static func json(_ text: String) throws -> JSONValue {
        do throws(JSONError) { return try JSONValue(parsing: text) } catch {
            throw StorageError.damaged(detail: "a document that is no JSON")
        }
    }

    private static func resume(parsing text: String) throws -> Resume { try Self.resume(Self.json(text)) }

    private static func resume(_ json: JSONValue) throws -> Resume {
        do throws(ResumeError) { return try Resume(json) } catch {
            throw StorageError.damaged(detail: "a document that is no resume")
        }
    }

    private static func patch(_ text: String) throws -> ResumePatch {
        guard let patch = ResumePatch(try Self.json(text)) else {
            throw StorageError.damaged(detail: "a revision that is no patch")
        }
        return patch
    }
}
