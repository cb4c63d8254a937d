/// Reads PDF files by poppler's programs.
struct PDFReader: Sendable {
    let programs: ConfinedProgram

    func read(_ bytes: [UInt8], progress: @Sendable (DocumentProgress) -> Void) async throws -> ExtractedDocument {
        let limits = self.programs.limits
        guard self.programs.tools.canRun(.pdftotext), self.programs.tools.canRun(.pdfinfo) else {
            throw self.programs.tools.refusal(.pdftotext, format: .pdf)
        }
        async let links = self.links(bytes)
        let pages: [PageWords]
        do {
            // One page more than is allowed, to know of it. The order of the file: our own ordering starts from it.
            let arguments = ["-q", "-bbox", "-raw", "-l", "\(limits.pages + 1)", "/dev/stdin", "-"]
            pages = PageWords.pages(in: try await self.programs.run(.pdftotext, arguments, input: bytes))
        } catch let failure as ConfinedProgram.Failure {
            throw Self.error(failure, bytes, limits)
        }
        guard pages.count <= limits.pages else { throw DocumentError.tooLarge("more than \(limits.pages) pages") }
        guard pages.contains(where: { !$0.words.isEmpty }) else {
            guard self.programs.tools.recognizesScans else { throw Self.scanned }
            return try await TextRecognition(programs: self.programs).read(bytes, pages: pages.count, progress: progress)
        }
        progress(DocumentProgress(.extracting, fraction: 0.5))
        let text = try PDFText.build(pages, links: await links, limits: limits)
        return ExtractedDocument(format: .pdf, text: text, pages: pages.count)
    }

    static let scanned = DocumentError(
        .noText, "The PDF file has no text: it seems to be a scan. Please send a version with text, or paste the text.")

    /// Targets of links with their pages. A file whose links cannot be listed is read without them.
    private func links(_ bytes: [UInt8]) async -> [(page: Int, target: String)] {
        let arguments = ["-l", "\(self.programs.limits.pages)", "-url", "/dev/stdin"]
        guard let output = try? await self.programs.run(.pdfinfo, arguments, input: bytes) else { return [] }
        return output.split(separator: 0x0A).dropFirst().compactMap { line in
            // "   1  Annotation    https://…"
            let columns = line.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: true)
            guard columns.count == 3, let page = Int(String(decoding: columns[0], as: UTF8.self)),
                let target = String(validating: columns[2], as: UTF8.self)
            else { return nil }
            return (page, target)
        }
    }

    private static func error(_ failure: ConfinedProgram.Failure, _ bytes: [UInt8], _ limits: DocumentLimits) -> DocumentError {
        switch failure {
        // The dictionary that says so is never encrypted or compressed itself (ISO 32000-1, 7.6.1, but for its streams).
        case .exited: bytes.firstRange(of: Array("/Encrypt".utf8)) == nil ? .broken(.pdf) : .encrypted(.pdf)
        case .killed, .timedOut: .timedOut(.pdf)
        case .outputTooLarge: .tooLarge("more than \(limits.programOutputBytes / 1_000_000) MB of words")
        case .notStarted: DocumentError(.missingTool, "PDF files cannot be read on this server at this moment.")
        }
    }
}
