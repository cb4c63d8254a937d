import Foundation
import GRDB
import JSON
import Resume

/// Makes changes inside a transaction.
struct ChangeWriter {
    let db: Database
    /// Milliseconds since 1970.
    let now: Int64

    func make(_ change: StoreChange) throws {
        switch change {
        case .create(let id, let owner): try self.create(id, owner: owner)
        case .commit(let commit): try self.commit(commit)
        case .removeResume(let id): try self.run("DELETE FROM resume WHERE id = ?", [id.checked])
        case .say(let messages, let resume): try self.say(messages, resume: resume)
        case .answer(let answer, let resume): try self.set(answer, resume: resume)
        case .session(let session): try self.put(session)
        case .removeSession(let id): try self.run("DELETE FROM session WHERE id = ?", [id.checked])
        case .addUsage(let key, let day, let amount):
            let sql = """
                INSERT INTO usage (key, day, amount) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET amount = amount + excluded.amount
                """
            try self.run(sql, [key.checked, day, amount])
        case .packet(let packet):
            let sql = """
                INSERT INTO recovery_packet (namespace, "offset", rooms, except_rooms, bytes) VALUES (?, ?, ?, ?, ?)
                """
            try self.run(
                sql,
                [
                    packet.namespace.checked, packet.offset, Self.json(packet.rooms), Self.json(packet.except),
                    Data(packet.bytes),
                ])
        case .client(let client): try self.put(client)
        case .removeClient(let namespace, let pid):
            try self.run("DELETE FROM recovery_client WHERE namespace = ? AND pid = ?", [namespace.checked, pid.checked])
        case .removePackets(let namespace, let offset, let wereNeeded):
            if wereNeeded {
                try self.run(
                    "UPDATE recovery_start SET lost_offset = max(lost_offset, ?) WHERE namespace = ?",
                    [offset, namespace.checked])
            }
            try self.run(
                #"DELETE FROM recovery_packet WHERE namespace = ? AND "offset" <= ?"#, [namespace.checked, offset])
        }
    }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try self.db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    // MARK: Resumes

    private func create(_ id: String, owner: String?) throws {
        let sql = """
            INSERT INTO resume (id, owner, revision, name, title, created, updated) VALUES (?, ?, 0, '', '', ?, ?)
            ON CONFLICT DO NOTHING
            """
        try self.run(sql, [id.checked, owner?.checked, self.now, self.now])
    }

    private func commit(_ commit: ResumeCommit) throws {
        if let operation = commit.operationID {
            let known = try self.db.cachedStatement(sql: "SELECT revision FROM revision WHERE resume = ? AND operation = ?")
            if let revision = try Int.fetchOne(known, arguments: [commit.id.checked, operation.checked]) {
                throw StorageError.duplicate(revision: revision)
            }
        }
        let (name, title) = (commit.resume.text(.name), commit.resume.text(.title))
        if let base = commit.expecting {
            let sql = """
                UPDATE resume SET revision = ?, document = ?, name = ?, title = ?, updated = ? WHERE id = ? AND revision = ?
                """
            try self.run(sql, [commit.revision, commit.document, name, title, self.now, commit.id.checked, base])
        } else {
            let sql = """
                INSERT INTO resume (id, owner, revision, document, name, title, created, updated) VALUES (?, ?, 1, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET revision = 1, document = excluded.document, name = excluded.name,
                    title = excluded.title, updated = excluded.updated WHERE revision = 0
                """
            try self.run(sql, [commit.id.checked, commit.owner?.checked, commit.document, name, title, self.now, self.now])
        }
        guard self.db.changesCount == 1 else { throw StorageError.conflict }
        let sql = """
            INSERT INTO revision (resume, revision, operation, change, undo_revision, undo_patch, at) VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        try self.run(
            sql,
            [
                commit.id, commit.revision, commit.operationID?.checked, commit.change,
                commit.undoRevision, commit.undoPatch, self.now,
            ])
        // Counting each time would cost more than the write; of short ones a few more than the bound may be kept.
        if commit.revision % 8 == 0 || (commit.undoPatch?.utf8.count ?? 0) > 50_000 { try self.trimRevisions(of: commit.id) }
    }

    private func trimRevisions(of id: String) throws {
        let sql = """
            DELETE FROM revision WHERE resume = ?1 AND revision <= (
                SELECT revision FROM (
                    SELECT revision, count(*) OVER later AS number,
                        sum(length(change) + coalesce(length(undo_patch), 0)) OVER later AS bytes
                    FROM revision WHERE resume = ?1 WINDOW later AS (ORDER BY revision DESC)
                ) WHERE number > ?2 OR (bytes > ?3 AND number > 1) ORDER BY revision DESC LIMIT 1
            )
            """
        try self.run(sql, [id, StoreLimits.revisions, 2 * StoreLimits.revisionBytes])
    }

    // MARK: Conversations and sessions

    private func say(_ messages: [StoredMessage], resume: String) throws {
        try self.create(resume, owner: nil)
        let last = try Int.fetchOne(
            self.db.cachedStatement(sql: "SELECT max(number) FROM message WHERE resume = ?"), arguments: [resume])
        var number = last ?? 0
        for message in messages {
            number += 1
            try self.run(
                "INSERT INTO message (resume, number, role, content, at) VALUES (?, ?, ?, ?, ?)",
                [resume, number, message.role.checked, Data(message.content.utf8), self.now])
        }
        try self.run("DELETE FROM message WHERE resume = ? AND number <= ?", [resume, number - StoreLimits.messages])
    }

    private func set(_ answer: StoredAnswer?, resume: String) throws {
        guard let answer else { return try self.run("DELETE FROM answer WHERE resume = ?", [resume.checked]) }
        try self.create(resume, owner: nil)
        let sql = """
            INSERT INTO answer (resume, question, text, at) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET question = excluded.question, text = excluded.text, at = excluded.at
            """
        try self.run(sql, [resume, Data(answer.question.utf8), Data(answer.text.utf8), self.now])
    }

    private func put(_ session: StoredSession) throws {
        let sql = """
            INSERT INTO session (id, resume, owner, state, expires) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
                resume = excluded.resume, owner = excluded.owner, state = excluded.state, expires = excluded.expires
            """
        try self.run(
            sql,
            [
                session.id.checked, session.resume.checked, session.owner?.checked, session.state?.serialized,
                session.expires,
            ])
    }

    // MARK: Recovery

    private func put(_ client: StoredClient) throws {
        let rooms = JSONValue.array(
            client.rooms.map { ["name": .string($0.name), "since": JSONValue(integerLiteral: $0.since)] })
        let sql = """
            INSERT INTO recovery_client (namespace, pid, socket, identity, since, rooms, data) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET socket = excluded.socket, identity = excluded.identity, since = excluded.since,
                rooms = excluded.rooms, data = excluded.data
            """
        try self.run(
            sql,
            [
                client.namespace.checked, client.pid.checked, client.socketID.checked,
                client.identity.map { Data($0.utf8) }, client.since, rooms.serialized, client.data?.serialized,
            ])
    }

    private static func json(_ names: [String]) -> String { JSONValue.array(names.map(JSONValue.string)).serialized }
}

extension String {
    /// The string as an id. SQLite's texts end at the first NUL: two ids could become one.
    var checked: String {
        get throws(StorageError) {
            guard self.utf8.count <= StoreLimits.idBytes else { throw .invalid(detail: "an id of \(self.utf8.count) bytes") }
            guard !self.utf8.contains(0) else { throw .invalid(detail: "an id with a NUL") }
            return self
        }
    }
}
