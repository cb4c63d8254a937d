/// Why a file gives no resume. `message` is for the person who sent it and names no path, program output or part of the file.
package struct DocumentError: Error, Equatable, Sendable {
    package enum Reason: String, Sendable, CaseIterable {
        case empty
        /// Past one of ``DocumentLimits``.
        case tooLarge
        /// A format that is not read, or a file that is no document at all.
        case unsupported
        /// Needs a password.
        case encrypted
        /// A document without letters, such as a scan.
        case noText
        /// The file begins like its format and does not go on like it.
        case broken
        /// What only an attack contains: entity declarations, boundless nesting, parts that unpack without end.
        case unsafe
        /// A program that reads the format is not installed here, or may not be run.
        case missingTool
        /// Reading took longer than ``DocumentLimits`` allow.
        case timedOut
        /// Too many documents are being read at this moment.
        case busy
        case cancelled
    }

    package var reason: Reason
    package var message: String

    package init(_ reason: Reason, _ message: String) { (self.reason, self.message) = (reason, message) }
}

extension DocumentError {
    static let empty = DocumentError(.empty, "The file is empty.")
    static let cancelled = DocumentError(.cancelled, "This was cancelled.")
    static let busy = DocumentError(.busy, "Many documents are being read at this moment. Please try again in a little while.")
    static let noText = DocumentError(.noText, "The document has no text. Please send a version with text, or paste the text.")

    static func tooLarge(_ what: String) -> DocumentError { DocumentError(.tooLarge, "The document is too large: \(what).") }

    static func broken(_ format: DocumentFormat) -> DocumentError {
        DocumentError(
            .broken, "The \(format.name) file is damaged and cannot be read. Please save it again, or paste the text.")
    }

    static func encrypted(_ format: DocumentFormat) -> DocumentError {
        DocumentError(.encrypted, "The \(format.name) file needs a password. Please send a copy without one.")
    }

    static func unsafe(_ format: DocumentFormat) -> DocumentError {
        DocumentError(.unsafe, "The \(format.name) file contains what no document needs, and was not opened.")
    }

    static func timedOut(_ format: DocumentFormat) -> DocumentError {
        DocumentError(
            .timedOut, "Reading the \(format.name) file took too long. Please send a simpler version, or paste the text.")
    }

    /// - Parameter name: nil if the format was not recognized.
    static func unsupported(_ name: String?) -> DocumentError {
        DocumentError(
            .unsupported,
            "\(name.map { "\($0) files" } ?? "Files of this kind") cannot be read. Please send a PDF, Word or text file, or paste the text."
        )
    }
}
