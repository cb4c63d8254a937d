import Configuration
import Documents

/// How files are read and written: `SANDBOX`, `OCR` and `TYPST_HOME`.
struct DocumentSettings: Sendable, Equatable {
    var confinement = DocumentTools.Confinement.bubblewrap
    var recognizesScans = false
    /// Where Typst and its fonts are; `./run` puts them into the working directory.
    var typst = ".tools"

    init() {}

    /// - Parameter problems: gets a sentence for each value that is none.
    init(sandbox: String?, ocr: String?, typst: String? = nil, problems: inout [String]) {
        if let typst { self.typst = typst }
        if let sandbox {
            if let known = DocumentTools.Confinement(rawValue: sandbox.lowercased()) {
                self.confinement = known
            } else {
                problems.append("SANDBOX must be bubblewrap or limits, not “\(sandbox)”.")
            }
        }
        if let ocr {
            switch ocr.lowercased() {
            case "on", "true", "1", "yes": self.recognizesScans = true
            case "off", "false", "0", "no": self.recognizesScans = false
            default: problems.append("OCR must be on or off, not “\(ocr)”.")
            }
        }
    }
}

extension DocumentReader {
    init(settings: DocumentSettings, processors: Int) async {
        let tools = await DocumentTools(
            confinement: settings.confinement, recognizesScans: settings.recognizesScans, typst: settings.typst)
        self.init(tools: tools, processors: processors)
    }
}
