/// Reads pictures of pages: pdftoppm draws them, tesseract recognizes the letters.
struct TextRecognition: Sendable {
    let programs: ConfinedProgram

    /// Dots per inch. At 200 tesseract recognizes as much as at 300 but for very small type, in half the time.
    private static let resolution = 200

    func read(
        _ bytes: [UInt8], pages: Int, progress: @Sendable (DocumentProgress) -> Void
    ) async throws -> ExtractedDocument {
        let limits = self.programs.limits
        for program in [DocumentTools.Program.pdftoppm, .tesseract] where !self.programs.tools.canRun(program) {
            throw self.programs.tools.refusal(program, format: .pdf)
        }
        let count = min(pages, limits.recognizedPages)
        var builder = TextBuilder(limit: limits.textBytes)
        for page in 0..<count {
            progress(DocumentProgress(.recognizing, fraction: Double(page) / Double(count)))
            let output: [UInt8]
            do {
                let picture = try await self.programs.run(
                    .pdftoppm,
                    ["-q", "-r", "\(Self.resolution)", "-gray", "-f", "\(page + 1)", "-l", "\(page + 1)", "/dev/stdin"],
                    input: bytes)
                output = try await self.programs.run(
                    .tesseract, ["stdin", "stdout", "--psm", "3"], input: picture, seconds: limits.recognitionSeconds)
            } catch let failure as ConfinedProgram.Failure {
                throw failure == .timedOut || failure == .killed ? DocumentError.timedOut(.pdf) : PDFReader.scanned
            }
            for line in String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
                if line.allSatisfy(\.isWhitespace) { builder.blank() } else { builder.add(.paragraph, String(line)) }
            }
        }
        var warnings = ["The text was recognized from pictures of the pages. Please check it, numbers and names above all."]
        if pages > count { warnings.append("Only the first \(count) of \(pages) scanned pages were read.") }
        return ExtractedDocument(format: .pdf, text: try builder.text(), pages: pages, warnings: warnings)
    }
}
