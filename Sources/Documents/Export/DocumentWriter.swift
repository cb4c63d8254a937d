import JSON
import Resume

/// Writes a resume in any ``ExportFormat``. The same resume in the same style gives the same bytes.
package struct DocumentWriter: Sendable {
    let programs: ConfinedProgram

    /// - Throws: ``DocumentError`` for a resume that does not fit a format's limits, or a program that is not there.
    package func file(
        _ resume: Resume, as format: ExportFormat, style: ExportStyle = ExportStyle()
    ) async throws(DocumentError) -> ExportedFile {
        let bytes: [UInt8]
        switch format {
        case .json: bytes = Array((resume.json.prettyPrinted + "\n").utf8)
        case .jsonresume: bytes = Array((JSONResumeExport.json(resume).prettyPrinted + "\n").utf8)
        case .markdown: bytes = Array(MarkdownWriter.write(ResumeLayout(resume, style: style)).utf8)
        case .txt: bytes = Array(PlainTextWriter.write(ResumeLayout(resume, style: style)).utf8)
        case .html: bytes = Array(self.html(resume, style: style).utf8)
        case .docx: bytes = try WordWriter.write(ResumeLayout(resume, style: style))
        case .pdf: bytes = try await TypstProgram.pdf(ResumeLayout(resume, style: style), programs: self.programs)
        }
        return ExportedFile(
            bytes: bytes, name: ExportFileName.name(for: resume.text(.name), format), type: format.mediaType)
    }

    /// The page that a preview shows, and that `html` downloads.
    package func html(_ resume: Resume, style: ExportStyle = ExportStyle()) -> String {
        HTMLWriter.write(ResumeLayout(resume, style: style))
    }
}
