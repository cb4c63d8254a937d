import Resume

/// The text of a document in reading order. Its structure is in the text itself: a heading is a line of its own with an
/// empty line before it, an item of a list begins with "• ", the cells of a table's row are parted by tabs, and the target
/// of a link that hides behind words is a line of its own after them.
package struct ExtractedDocument: Sendable, Equatable {
    package var format: DocumentFormat
    package var text: String
    /// Pages, where the format has any.
    package var pages: Int?
    /// Sentences for the person: what was left out or may be wrong.
    package var warnings: [String]

    package init(format: DocumentFormat, text: String, pages: Int? = nil, warnings: [String] = []) {
        (self.format, self.text, self.pages, self.warnings) = (format, text, pages, warnings)
    }
}

/// What a file holds.
package enum DocumentContents: Sendable, Equatable {
    case text(ExtractedDocument)
    /// A file that is data already, and needs nobody to understand it.
    case resume(Resume, warnings: [String])
}

/// How far the reading of a document is.
package struct DocumentProgress: Sendable, Equatable {
    package enum Stage: String, Sendable {
        /// Waits for a place: as many external programs run already as there are processors.
        case queued
        /// The file is being opened and its text taken out.
        case extracting
        /// Pictures of pages are being read.
        case recognizing
        /// The text is being understood.
        case reading
    }

    package var stage: Stage
    /// From 0 to 1, where it is known.
    package var fraction: Double?

    package init(_ stage: Stage, fraction: Double? = nil) { (self.stage, self.fraction) = (stage, fraction) }
}
