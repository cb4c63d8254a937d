import Foundation

/// The external programs that are there, and how far they can be confined.
package struct DocumentTools: Sendable, Equatable {
    package enum Program: String, Sendable, CaseIterable {
        case pdftotext, pdfinfo, pdftoppm, antiword, tesseract, python3, prlimit, bwrap

        /// The Debian package that has it.
        package var package: String {
            switch self {
            case .pdftotext, .pdfinfo, .pdftoppm: "poppler-utils"
            case .antiword: "antiword"
            case .tesseract: "tesseract-ocr"
            case .python3: "python3"
            case .prlimit: "util-linux"
            case .bwrap: "bubblewrap"
            }
        }

        /// What cannot be done without it.
        var purpose: String {
            switch self {
            case .pdftotext, .pdfinfo: "PDF files are not read"
            case .pdftoppm, .tesseract: "scanned PDF files are not read"
            case .antiword: "old Word files (.doc) are not read"
            case .python3: "PDF files are not written"
            case .prlimit, .bwrap: "PDF, scanned and old Word files are not read, and PDF files not written"
            }
        }
    }

    /// How external programs are confined.
    package enum Confinement: String, Sendable, CaseIterable {
        /// No network, no file but the document, no other process to see, and limits. The default.
        case bubblewrap
        /// Limits of memory, time and file size alone: for containers that allow no user namespaces. A fault in a program
        /// that reads documents could then reach what the server can reach.
        case limits
    }

    package internal(set) var paths: [Program: String] = [:]
    package var confinement = Confinement.bubblewrap
    /// Whether bubblewrap can make its namespaces here.
    package internal(set) var namespacesAllowed = false
    /// Whether scanned PDF files are read by character recognition.
    package var recognizesScans = false
    /// A folder with the Python package in `typst` and the fonts of pages in `fonts`; nil without them.
    package internal(set) var typstFolder: String?

    /// No program at all.
    package init() {}

    /// Looks for the programs where a system has its own, and tries whether they can be confined.
    /// - Parameter typst: where ``typstFolder`` should be.
    package init(confinement: Confinement, recognizesScans: Bool, typst: String? = nil) async {
        (self.confinement, self.recognizesScans) = (confinement, recognizesScans)
        if let typst, FileManager.default.fileExists(atPath: "\(typst)/typst/typst/__init__.py"),
            FileManager.default.fileExists(atPath: "\(typst)/fonts")
        {
            self.typstFolder = URL(fileURLWithPath: typst).standardizedFileURL.path
        }
        for program in Program.allCases {
            self.paths[program] = ["/usr/bin/", "/bin/", "/usr/local/bin/"].map { $0 + program.rawValue }
                .first { FileManager.default.isExecutableFile(atPath: $0) }
        }
        guard confinement == .bubblewrap, self.paths[.bwrap] != nil, self.paths[.prlimit] != nil else { return }
        self.namespacesAllowed = true
        let trial = ConfinedProgram(tools: self, limits: DocumentLimits(), slots: ProgramSlots(count: 1, waiting: 1))
        self.namespacesAllowed = (try? await trial.run(.prlimit, ["--version"], input: [])) != nil
    }

    /// Whether a program is there and may be run.
    func canRun(_ program: Program) -> Bool {
        guard self.paths[program] != nil, self.paths[.prlimit] != nil else { return false }
        return self.confinement == .limits || self.namespacesAllowed
    }

    /// What to tell an operator: a sentence for each program that is missing or cannot be confined.
    package var problems: [String] {
        var problems: [String] = []
        var told: Set<String> = []
        for program in Program.allCases where self.paths[program] == nil {
            if program == .bwrap, self.confinement == .limits { continue }
            if program == .tesseract || program == .pdftoppm, !self.recognizesScans { continue }
            guard told.insert(program.package).inserted else { continue }
            problems.append("\(program.rawValue) is missing (Debian package \(program.package)): \(program.purpose).")
        }
        if self.confinement == .bubblewrap, self.paths[.bwrap] != nil, !self.namespacesAllowed {
            problems.append(
                "bubblewrap cannot make user namespaces here: PDF and old Word files are not read. SANDBOX=limits reads them under limits alone."
            )
        }
        if self.typstFolder == nil {
            problems.append("Typst is missing (Python package typst \(TypstProgram.version)): PDF files are not written.")
        }
        return problems
    }

    /// Why a PDF cannot be written.
    func writingRefusal(_ program: Program) -> DocumentError {
        let reading = self.refusal(program, format: .pdf)
        return DocumentError(
            reading.reason, reading.message.replacingOccurrences(of: "cannot be read", with: "cannot be written"))
    }

    /// Why a format that needs `program` cannot be read.
    func refusal(_ program: Program, format: DocumentFormat) -> DocumentError {
        let missing = [program, .prlimit, .bwrap].first {
            self.paths[$0] == nil && !($0 == .bwrap && self.confinement == .limits)
        }
        if let missing {
            return DocumentError(
                .missingTool,
                "\(format.name) files cannot be read on this server: \(missing.rawValue) is not installed (Debian package \(missing.package))."
            )
        }
        return DocumentError(
            .missingTool,
            "\(format.name) files cannot be read on this server: programs cannot be confined here (user namespaces are not allowed)."
        )
    }
}
