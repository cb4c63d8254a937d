/// Reads Word's format from before 2007 by antiword, where it is installed. Targets of links are lost.
struct OldWordReader: Sendable {
    let programs: ConfinedProgram

    func read(_ bytes: [UInt8]) async throws -> ExtractedDocument {
        let limits = self.programs.limits
        guard bytes.prefix(200_000).firstRange(of: "WordDocument".utf8.flatMap { [$0, 0] }) != nil else {
            throw DocumentError.unsupported("Old office and mail")
        }
        guard self.programs.tools.canRun(.antiword) else { throw self.programs.tools.refusal(.antiword, format: .doc) }
        let output: [UInt8]
        do {
            output = try await self.programs.run(.antiword, ["-m", "UTF-8.txt", "-w", "0", "/dev/stdin"], input: bytes)
        } catch let failure as ConfinedProgram.Failure {
            throw failure == .timedOut || failure == .killed ? DocumentError.timedOut(.doc) : DocumentError.broken(.doc)
        }
        var builder = TextBuilder(limit: limits.textBytes)
        for line in String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            // Cells of tables are parted by bars.
            let cells = line.split(separator: "|").map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }
            if cells.isEmpty { builder.blank() } else { builder.add(.paragraph, cells.joined(separator: "\t")) }
        }
        return ExtractedDocument(
            format: .doc, text: try builder.text(), warnings: ["Links of an old Word file are not read; please check them."])
    }
}
