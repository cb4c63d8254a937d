/// Why a document or an operation was refused. The resume stays as it was.
package enum ResumeError: Error, Equatable, Sendable {
    /// A value has the wrong shape. `path` is where, `expected` what should stand there, in words for a person.
    case invalid(path: String, expected: String)
    /// The path leads to nothing that exists or may be created.
    case unknownField(path: String)
    /// A bound of ``ResumeLimits`` was passed.
    case tooLarge(path: String, limit: String)

    /// The same error seen from the value around the one that it is about.
    func within(_ parent: String) -> ResumeError {
        switch self {
        case .invalid(let path, let expected): .invalid(path: parent + path, expected: expected)
        case .unknownField(let path): .unknownField(path: parent + path)
        case .tooLarge(let path, let limit): .tooLarge(path: parent + path, limit: limit)
        }
    }

    package var message: String {
        switch self {
        case .invalid(let path, let expected): path.isEmpty ? "The resume must be \(expected)." : "\(path) must be \(expected)."
        case .unknownField(let path): "There is no field \(path) in this resume."
        case .tooLarge(let path, let limit): "\(path.isEmpty ? "The resume" : path) is too large: \(limit)."
        }
    }
}

/// Bounds of one resume. Generous for people (a long academic CV has some 40 sections' worth of entries and 100 kB of
/// text), and small enough that every operation on a resume stays in the milliseconds.
package enum ResumeLimits {
    package static let sections = 64
    package static let entries = 500
    /// Bytes of UTF-8 in one text.
    package static let textBytes = 100_000
    /// Bytes of the whole resume as JSON.
    package static let documentBytes = 500_000
    /// Bytes of a section's or key's name.
    package static let nameBytes = 80
    /// Arrays and objects inside one another, the resume itself counted.
    package static let depth = 12
}
