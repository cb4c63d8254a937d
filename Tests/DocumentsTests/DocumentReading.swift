import Foundation

@testable import Documents

/// Whether what reads PDF files is here, and may be confined.
let readsPDF = ["pdftotext", "pdfinfo", "bwrap", "prlimit"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
}

/// Where `./run` puts Typst.
let typstFolder = FileManager.default.currentDirectoryPath + "/.tools"

/// Whether what writes PDF files is here, and may be confined.
let writesPDF =
    FileManager.default.fileExists(atPath: "\(typstFolder)/typst/typst/__init__.py")
    && ["python3", "bwrap", "prlimit"].allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") }

/// Reads with all programs that are here.
func read(
    _ bytes: [UInt8], limits: DocumentLimits = DocumentLimits(), confinement: DocumentTools.Confinement = .bubblewrap,
    ocr: Bool = false
) async throws -> DocumentContents {
    // Only a PDF needs programs; looking for them takes a moment.
    let isPDF = bytes.prefix(1_024).firstRange(of: Array("%PDF".utf8)) != nil
    let tools = isPDF ? await DocumentTools(confinement: confinement, recognizesScans: ocr) : DocumentTools()
    return try await DocumentReader(tools: tools, limits: limits, processors: 2).contents(of: bytes)
}

/// The text of a document that must be one.
func text(_ bytes: [UInt8], limits: DocumentLimits = DocumentLimits()) async throws -> String {
    guard case .text(let document) = try await read(bytes, limits: limits) else { return "no text, a resume" }
    return document.text
}

/// What came of a file, in one word: why it was refused, "resume", or the format that it was read as.
func outcome(_ bytes: [UInt8], limits: DocumentLimits = DocumentLimits()) async -> String {
    do {
        switch try await read(bytes, limits: limits) {
        case .text(let document): return document.format.rawValue
        case .resume: return "resume"
        }
    } catch { return (error as? DocumentError)?.reason.rawValue ?? "\(error)" }
}
