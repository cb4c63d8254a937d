import JSON

/// Runs Typst on a resume's layout: a fresh process each time, confined as the programs that read, the template and the
/// resume on its standard input, the PDF on its standard output.
enum TypstProgram {
    /// The version that the pages were looked at with.
    static let version = "0.15.2"

    /// Python's part: what it takes from its input it hands on as data.
    private static let script = """
        import json, sys
        sys.path.insert(0, sys.argv[1])
        import typst
        order = json.load(sys.stdin)
        compiler = typst.Compiler(root="/tmp", font_paths=[sys.argv[2]], ignore_system_fonts=True)
        sys.stdout.buffer.write(compiler.compile(
            input=order["template"].encode(), format="pdf", sys_inputs={"resume": json.dumps(order["resume"])},
            pdf_standards=["ua-1"], timestamp=946684800))
        """

    static func pdf(_ layout: ResumeLayout, programs: ConfinedProgram) async throws(DocumentError) -> [UInt8] {
        let tools = programs.tools
        guard let folder = tools.typstFolder else {
            throw DocumentError(
                .missingTool,
                "PDF files cannot be written on this server: Typst is not installed (Python package typst \(self.version))."
            )
        }
        guard tools.canRun(.python3) else { throw tools.writingRefusal(.python3) }
        let order: JSONValue = [
            "template": .string(String(decoding: PackageResources.resume_typ, as: UTF8.self)), "resume": layout.json,
        ]
        let pdf: [UInt8]
        do {
            pdf = try await programs.run(
                .python3, ["-I", "-S", "-c", self.script, "\(folder)/typst", "\(folder)/fonts"],
                input: order.serializedBytes, folders: [folder])
        } catch let error as DocumentError {
            throw error
        } catch is CancellationError { throw .cancelled } catch {
            switch error as? ConfinedProgram.Failure {
            case .killed, .timedOut, .outputTooLarge:
                throw DocumentError(.tooLarge, "The resume is too large for a PDF. Please shorten it.")
            case .exited, .notStarted, nil: throw DocumentError(.broken, "The PDF could not be made.")
            }
        }
        guard pdf.starts(with: Array("%PDF-".utf8)) else { throw DocumentError(.broken, "The PDF could not be made.") }
        return pdf
    }
}

extension ResumeLayout {
    /// As the page's template takes it.
    var json: JSONValue {
        [
            "name": .string(self.name), "title": .string(self.title), "contact": .array(self.contact.map(\.json)),
            "main": .array(self.main.map(\.json)), "aside": .array(self.aside.map(\.json)),
            "language": .string(self.pageLanguage), "rtl": .bool(self.isRightToLeft), "cjk": .string(self.hanForm),
            "template": .string(self.style.template.rawValue), "accent": .string("#\(self.style.accentColor.hexadecimal)"),
            "paper": .string(self.style.paper == .a4 ? "a4" : "us-letter"),
        ]
    }

    /// Screen readers speak by it, and lines break by it.
    private var pageLanguage: String {
        if self.isRightToLeft { return "ar" }
        switch self.hanForm {
        case "JP": return "ja"
        case "KR": return "ko"
        default: return self.language
        }
    }

    /// Which form the Chinese characters have: Japanese beside kana, Korean beside hangul, else simplified.
    private var hanForm: String {
        var kana = 0
        var hangul = 0
        func count(_ text: String) {
            for scalar in text.unicodeScalars.prefix(2_000) {
                if (0x3040...0x30FF).contains(scalar.value) { kana += 1 }
                if (0xAC00...0xD7A3).contains(scalar.value) { hangul += 1 }
            }
        }
        count(self.name)
        count(self.title)
        for section in self.sections {
            for block in section.blocks {
                switch block {
                case .line(let line): count(line.text.text)
                case .entry(let entry):
                    count(entry.title)
                    for line in entry.lines { count(line.text.text) }
                }
            }
        }
        return kana > hangul ? "JP" : hangul > 0 ? "KR" : "SC"
    }
}

extension ResumeLayout.Piece {
    fileprivate var json: JSONValue {
        [
            "text": .string(self.text), "target": self.target.map(JSONValue.string) ?? .null,
            "rtl": .bool(LayoutText.isRightToLeft([self.text])),
        ]
    }
}

extension ResumeLayout.Line {
    fileprivate var json: JSONValue {
        [
            "kind": .string(self.kind.rawValue), "label": self.label.map(JSONValue.string) ?? .null, "text": self.text.json,
        ]
    }
}

extension ResumeLayout.Section {
    /// Letters of an entry that is kept on one page: a fifth of a page, so that no page ends half empty.
    private static let shortLetters = 700

    fileprivate var json: JSONValue {
        let blocks = self.blocks.map { block -> JSONValue in
            switch block {
            case .line(let line): line.json
            case .entry(let entry):
                [
                    "kind": "entry", "title": .string(entry.title), "details": .array(entry.details.map(\.json)),
                    "lines": .array(entry.lines.map(\.json)),
                    "short": .bool(entry.lines.reduce(0) { $0 + $1.text.text.count } <= Self.shortLetters),
                ]
            }
        }
        return ["heading": .string(self.heading), "blocks": .array(blocks)]
    }
}
