import JSON
import Resume

/// A resume that comes as data: in this server's own JSON, as the data of an answer of it, or as JSON Resume.
enum JSONDocument {
    /// - Returns: nil if the text is no JSON, and may be something else.
    /// - Throws: for JSON that is no resume, or is past the bounds of one.
    static func read(_ text: String) throws(DocumentError) -> DocumentContents? {
        let value: JSONValue
        do throws(JSONError) { value = try JSONValue(parsing: text) } catch {
            switch error {
            case .malformed: return nil
            case .tooDeep, .tooManyValues: throw .unsafe(.json)
            }
        }
        guard let object = value.objectValue else { throw self.noResume }
        let resume = object["resumeData"]?.objectValue ?? object["resume"]?.objectValue ?? object
        if CoreSection.allCases.contains(where: { resume[$0.rawValue] != nil }) {
            return .resume(try self.resume(.object(resume)), warnings: [])
        }
        guard
            resume["basics"]?.objectValue != nil || resume["work"]?.arrayValue != nil || resume["education"]?.arrayValue != nil
        else { throw self.noResume }
        if let embedded = JSONResumeExport.embedded(in: resume), !embedded.isEmpty { return .resume(embedded, warnings: []) }
        var imported = JSONResumeImport(resume)
        let sections = imported.sections()
        return .resume(try self.resume(.object(sections)), warnings: imported.warnings)
    }

    private static let noResume = DocumentError(
        .unsupported, "This JSON file is no resume: neither JSON Resume nor the JSON that is downloaded here.")

    private static func resume(_ json: JSONValue) throws(DocumentError) -> Resume {
        do throws(ResumeError) {
            let resume = try Resume(json)
            guard !resume.isEmpty else { throw ResumeError.invalid(path: "", expected: "filled in") }
            return resume
        } catch {
            if case .tooLarge = error { throw DocumentError(.tooLarge, error.message) }
            throw DocumentError(resumeIsEmpty(json) ? .noText : .broken, error.message)
        }
    }

    private static func resumeIsEmpty(_ json: JSONValue) -> Bool { ((try? Resume(json))?.isEmpty) ?? false }
}
