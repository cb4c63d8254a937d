import Foundation
import GRDB
import JSON
import Synchronization

extension SQLiteStore {
    package func session(_ id: String) async throws(StorageError) -> StoredSession? {
        try await self.read { db in
            let sql = "SELECT resume, owner, state, expires FROM session WHERE id = ?"
            guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id.checked]) else { return nil }
            let state: String? = row["state"]
            return StoredSession(
                id: id, resume: row["resume"], owner: row["owner"], state: try state.map(Self.json), expires: row["expires"])
        }
    }

    package func eraseExpired(now: Int64) async throws(StorageError) -> [String] {
        // Most of the time there is none, and the writing connection is left alone.
        let query = "SELECT id FROM session WHERE expires <= ?"
        guard try await self.read({ try String.fetchOne($0.cachedStatement(sql: query), arguments: [now]) != nil }) else {
            await self.emptyJournalIfNeeded()
            return []
        }
        let ids = try await self.maintain { db in
            let ids = try String.fetchAll(db.cachedStatement(sql: query), arguments: [now])
            try db.execute(sql: "DELETE FROM session WHERE expires <= ?", arguments: [now])
            try db.execute(
                sql: """
                    DELETE FROM resume WHERE owner IS NULL
                        AND NOT EXISTS (SELECT 1 FROM session WHERE session.resume = resume.id)
                    """)
            for id in ids {
                // What was sent to them alone; they are known under the name of their socket.
                let rooms = JSONValue.array([.string(id)]).serialized
                try db.execute(sql: "DELETE FROM recovery_packet WHERE rooms = ?", arguments: [rooms])
                try db.execute(sql: "DELETE FROM recovery_client WHERE socket = ?", arguments: [id])
            }
            return ids
        }
        self.journalHoldsErased.withLock { $0 = true }
        await self.emptyJournalIfNeeded()
        return ids
    }

    /// While a backup reads, the journal cannot be emptied; the next call does it then.
    private func emptyJournalIfNeeded() async {
        guard self.journalHoldsErased.withLock({ $0 }) else { return }
        do throws(StorageError) { try await self.emptyJournal() } catch { return }
        self.journalHoldsErased.withLock { $0 = false }
    }

    package func expireSessions(at time: Int64) async throws(StorageError) {
        try await self.maintain { try $0.execute(sql: "UPDATE session SET expires = ?", arguments: [time]) }
    }

    package func usage(_ key: String, day: Int) async throws(StorageError) -> Int {
        try await self.read { db in
            let statement = try db.cachedStatement(sql: "SELECT amount FROM usage WHERE key = ? AND day = ?")
            return try Int.fetchOne(statement, arguments: [key.checked, day]) ?? 0
        }
    }

    package func eraseUsage(before day: Int) async throws(StorageError) {
        try await self.maintain { try $0.execute(sql: "DELETE FROM usage WHERE day < ?", arguments: [day]) }
    }

    // MARK: Recovery

    package func beginRecovery(_ namespace: String) async throws(StorageError) -> StoredRecovery {
        try await self.maintain { db in
            let namespace = try namespace.checked
            let packets = try Row.fetchAll(
                db,
                sql: """
                    SELECT "offset", rooms, except_rooms, bytes FROM recovery_packet WHERE namespace = ? ORDER BY "offset"
                    """, arguments: [namespace]
            ).map { row in
                StoredPacket(
                    namespace: namespace, offset: row["offset"], rooms: try Self.names(row["rooms"]),
                    except: try Self.names(row["except_rooms"]), bytes: Array(row["bytes"] as Data))
            }
            let clients = try Row.fetchAll(
                db, sql: "SELECT pid, socket, identity, since, rooms, data FROM recovery_client WHERE namespace = ?",
                arguments: [namespace]
            ).map { row in
                let identity: Data? = row["identity"]
                let data: String? = row["data"]
                return StoredClient(
                    namespace: namespace, pid: row["pid"], socketID: row["socket"],
                    identity: identity.map { String(decoding: $0, as: UTF8.self) }, since: row["since"],
                    rooms: try Self.rooms(row["rooms"]), data: try data.map(Self.json))
            }
            let begun = try Row.fetchOne(
                db, sql: "SELECT last_offset, lost_offset FROM recovery_start WHERE namespace = ?", arguments: [namespace])
            // The first start begins with 0, as a server without a store does.
            let last = begun.map { max($0["last_offset"], packets.last?.offset ?? 0) + StoreLimits.offsetLeap } ?? 0
            try db.execute(
                sql: """
                    INSERT INTO recovery_start (namespace, last_offset, lost_offset) VALUES (?, ?, 0)
                    ON CONFLICT DO UPDATE SET last_offset = excluded.last_offset
                    """, arguments: [namespace, last])
            return StoredRecovery(
                lastOffset: last, lostOffset: begun?["lost_offset"] ?? 0, packets: packets, clients: clients)
        }
    }

    private static func names(_ text: String) throws -> [String] {
        try Self.json(text).arrayValue?.compactMap(\.stringValue) ?? []
    }

    private static func rooms(_ text: String) throws -> [StoredClient.Room] {
        try Self.json(text).arrayValue?.compactMap { room in
            guard let name = room["name"]?.stringValue, let since = room["since"]?.intValue else { return nil }
            return StoredClient.Room(name: name, since: since)
        } ?? []
    }
}
