import Assistant
import Documents
import Resume

/// From the bytes of a file to a resume, for everyone who takes files: the socket, the route and the command.
struct ResumeImport: Sendable {
    let documents: DocumentReader
    let reader: any ResumeReader

    /// - Parameter ratesConfidence: whether to say of every value how sure it is.
    /// - Throws: `DocumentError`, `AssistantError` or `ClientError`.
    func read(
        _ bytes: [UInt8], ratesConfidence: Bool = false,
        progress: @escaping @Sendable (DocumentProgress) -> Void = { _ in }
    ) async throws -> Reading {
        switch try await self.documents.contents(of: bytes, progress: progress) {
        case .resume(let resume, let warnings): return Reading(resume: resume, warnings: warnings, source: .rules)
        case .text(let document):
            try RequestLimits.checkResumeText(document.text)
            progress(DocumentProgress(.reading, fraction: 0.8))
            var reading = try await self.reader.read(document.text, ratesConfidence: ratesConfidence)
            reading.warnings = document.warnings + reading.warnings
            return reading
        }
    }
}
