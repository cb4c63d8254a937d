import GRDB

/// The versions of the schema. The list only grows: a migration that was released is never changed.
enum Migrations {
    static let all: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001", migrate: Self.first)
        return migrator
    }()

    // Times are milliseconds since 1970, documents are JSON. Texts that people wrote are blobs of UTF-8, as SQLite's texts
    // end at the first NUL.
    private static func first(_ db: Database) throws {
        try db.execute(
            sql: """
                -- Revision 0 has no document yet.
                CREATE TABLE resume (
                    id TEXT PRIMARY KEY, owner TEXT, revision INTEGER NOT NULL, document TEXT,
                    name TEXT NOT NULL, title TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL
                ) STRICT;
                CREATE INDEX resume_of_owner ON resume (owner, updated DESC, id, revision, name, title)
                    WHERE owner IS NOT NULL;

                CREATE TABLE revision (
                    resume TEXT NOT NULL REFERENCES resume (id) ON DELETE CASCADE, revision INTEGER NOT NULL,
                    operation TEXT, change TEXT NOT NULL, undo_revision INTEGER, undo_patch TEXT, at INTEGER NOT NULL,
                    PRIMARY KEY (resume, revision)
                ) STRICT;
                CREATE UNIQUE INDEX revision_of_operation ON revision (resume, operation) WHERE operation IS NOT NULL;

                CREATE TABLE message (
                    resume TEXT NOT NULL REFERENCES resume (id) ON DELETE CASCADE, number INTEGER NOT NULL,
                    role TEXT NOT NULL, content BLOB NOT NULL, at INTEGER NOT NULL,
                    PRIMARY KEY (resume, number)
                ) STRICT;
                CREATE TABLE answer (
                    resume TEXT PRIMARY KEY REFERENCES resume (id) ON DELETE CASCADE,
                    question BLOB NOT NULL, text BLOB NOT NULL, at INTEGER NOT NULL
                ) STRICT;

                CREATE TABLE session (
                    id TEXT PRIMARY KEY, resume TEXT NOT NULL, owner TEXT, state TEXT, expires INTEGER
                ) STRICT;
                CREATE INDEX session_of_resume ON session (resume);
                CREATE INDEX session_expiry ON session (expires) WHERE expires IS NOT NULL;

                CREATE TABLE usage (
                    key TEXT NOT NULL, day INTEGER NOT NULL, amount INTEGER NOT NULL, PRIMARY KEY (key, day)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE recovery_start (namespace TEXT PRIMARY KEY, last_offset INTEGER NOT NULL, lost_offset INTEGER NOT NULL) STRICT;
                CREATE TABLE recovery_packet (
                    namespace TEXT NOT NULL, "offset" INTEGER NOT NULL, rooms TEXT NOT NULL, except_rooms TEXT NOT NULL,
                    bytes BLOB NOT NULL, PRIMARY KEY (namespace, "offset")
                ) STRICT;
                CREATE TABLE recovery_client (
                    namespace TEXT NOT NULL, pid TEXT NOT NULL, socket TEXT NOT NULL, identity BLOB, since INTEGER NOT NULL,
                    rooms TEXT NOT NULL, data TEXT, PRIMARY KEY (namespace, pid)
                ) STRICT;
                """)
    }
}
