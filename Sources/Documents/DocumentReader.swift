import Dispatch

/// Reads any file of a resume; which format it is says the file itself.
///
/// At most as many external programs run at once, and as many files are read by our own readers at once, as there are
/// processors; the rest waits. Cancelling the task ends the work, programs included.
package struct DocumentReader: Sendable {
    package let limits: DocumentLimits
    package let tools: DocumentTools
    private let programs: ConfinedProgram
    private let readers: ProgramSlots
    private let executor = ReadingExecutor()
    /// Writes documents; its programs have their places in the same line.
    package let writer: DocumentWriter

    /// - Parameter processors: how many; a test may say another number.
    package init(tools: DocumentTools, limits: DocumentLimits = DocumentLimits(), processors: Int) {
        (self.tools, self.limits) = (tools, limits)
        self.programs = ConfinedProgram(
            tools: tools, limits: limits, slots: ProgramSlots(count: processors, waiting: limits.waiting))
        self.readers = ProgramSlots(count: processors, waiting: limits.waiting)
        self.writer = DocumentWriter(programs: self.programs)
    }

    /// - Parameter progress: told what is being done, from any thread.
    package func contents(
        of bytes: [UInt8], progress: @escaping @Sendable (DocumentProgress) -> Void = { _ in }
    ) async throws(DocumentError) -> DocumentContents {
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= self.limits.fileBytes else {
            throw .tooLarge("at most \(self.limits.fileBytes / 1_000_000) MB")
        }
        do {
            try Task.checkCancellation()
            return try await self.read(bytes, progress: progress)
        } catch let error as DocumentError {
            throw error
        } catch is CancellationError {
            throw .cancelled
        } catch {
            throw DocumentError(.broken, "The file could not be read. Please save it again, or paste the text.")
        }
    }

    private func read(
        _ bytes: [UInt8], progress: @escaping @Sendable (DocumentProgress) -> Void
    ) async throws -> DocumentContents {
        let signature = try DocumentFormat.signature(of: bytes)
        switch signature {
        case .pdf:
            await self.announce(self.programs.slots, progress)
            return .text(try await PDFReader(programs: self.programs).read(bytes, progress: progress))
        case .compoundFile:
            guard !Self.isEncryptedOffice(bytes) else { throw DocumentError.encrypted(.docx) }
            await self.announce(self.programs.slots, progress)
            return .text(try await OldWordReader(programs: self.programs).read(bytes))
        case .zip, .rtf, nil:
            await self.announce(self.readers, progress)
            let limits = self.limits
            return try await self.readers.run {
                // Not on the threads that everything else runs on: a large file takes a second.
                try await withTaskExecutorPreference(self.executor) {
                    try await Self.parse(bytes, signature: signature, limits: limits)
                }
            }
        }
    }

    private func announce(_ slots: ProgramSlots, _ progress: @Sendable (DocumentProgress) -> Void) async {
        if await slots.isFull { progress(DocumentProgress(.queued)) }
        progress(DocumentProgress(.extracting, fraction: 0))
    }

    private static func parse(
        _ bytes: [UInt8], signature: DocumentFormat.Signature?, limits: DocumentLimits
    ) async throws -> DocumentContents {
        switch signature {
        case .zip:
            let archive = try ZipArchive(bytes, limits: limits) { WordReader.wants($0) || OpenDocumentReader.wants($0) }
            if archive.names.contains(where: { $0.hasPrefix("word/document") }) {
                return .text(try WordReader.read(archive, limits: limits))
            }
            if archive.names.contains("content.xml"), archive.isOpenDocumentText {
                return .text(try OpenDocumentReader.read(archive, limits: limits))
            }
            throw DocumentError.unsupported(archive.kind)
        case .rtf: return .text(try RTFReader.read(bytes, limits: limits))
        default: return try self.parseText(PlainText.decode(bytes), limits: limits)
        }
    }

    private static func parseText(_ text: String, limits: DocumentLimits) throws -> DocumentContents {
        switch DocumentFormat.ofText(text) {
        case .json:
            if let contents = try JSONDocument.read(text) { return contents }
            // "[Name]" may begin a plain text; a brace does not.
            guard text.first(where: { !$0.isWhitespace }) == "[" else { throw DocumentError.broken(.json) }
            return .text(try PlainText.document(text, limits: limits))
        case .html: return .text(try HTMLReader.read(text, limits: limits))
        case .markdown: return .text(try MarkdownText.read(text, limits: limits))
        default: return .text(try PlainText.document(text, limits: limits))
        }
    }

    /// An office document under a password is an old kind of file with a part of this name, in UTF-16 (MS-OFFCRYPTO).
    private static func isEncryptedOffice(_ bytes: [UInt8]) -> Bool {
        bytes.prefix(200_000).firstRange(of: "EncryptedPackage".utf8.flatMap { [$0, 0] }) != nil
    }
}

/// Threads beside the shared ones for work that keeps a processor busy for long.
private final class ReadingExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "resumepro.documents", qos: .utility, attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        self.queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
