/// Why something could not be stored or read. Nothing was written in any of these cases, unless the case says otherwise.
package enum StorageError: Error, Equatable, Sendable {
    /// Another revision than the expected one is kept.
    case conflict
    /// An operation of this id was stored before, as this revision.
    case duplicate(revision: Int)
    /// The disk, or the share of it that the store may use, is full. It goes on by itself once there is room.
    case full
    /// The disk does not read or write, or another program holds the database. `detail` is for the log.
    case unavailable(detail: String)
    /// The file is no database of ours, or is damaged. `detail` is for the log.
    case damaged(detail: String)
    /// A later version of the program has written the database.
    case newerSchema
    /// A value that cannot be stored: an id with a NUL in it or one that is too long. `detail` is for the log.
    case invalid(detail: String)
    /// The store was closed.
    case closed

    /// Whether the same call may succeed later on.
    package var isRetryable: Bool {
        switch self {
        case .full, .unavailable: true
        case .conflict, .duplicate, .damaged, .newerSchema, .invalid, .closed: false
        }
    }
}

extension StorageError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .conflict: "Another revision is stored."
        case .duplicate(let revision): "This operation is stored already, as revision \(revision)."
        case .full: "The disk is full."
        case .unavailable(let detail): "The database cannot be reached: \(detail)"
        case .damaged(let detail): "The database is damaged: \(detail)"
        case .newerSchema: "The database was written by a newer version of ResumePro. Please update the program."
        case .invalid(let detail): "This cannot be stored: \(detail)"
        case .closed: "The database was closed."
        }
    }
}
