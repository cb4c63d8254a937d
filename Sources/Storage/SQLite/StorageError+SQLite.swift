import GRDB

extension StorageError {
    init(_ error: any Error) {
        switch error {
        case let error as StorageError: self = error
        case let error as DatabaseError: self.init(error)
        default: self = .damaged(detail: "\(type(of: error))")
        }
    }

    private init(_ error: DatabaseError) {
        // Without the statement and its arguments: they are people's data.
        let detail = "SQLite \(error.extendedResultCode.rawValue), \(error.message ?? "no message")"
        switch error.resultCode {
        case .SQLITE_FULL: self = .full
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: self = .damaged(detail: detail)
        case .SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISMATCH, .SQLITE_RANGE: self = .invalid(detail: detail)
        // `closed` databases are misused, says SQLite.
        case .SQLITE_MISUSE: self = .closed
        default: self = .unavailable(detail: detail)
        }
    }
}
