import Assistant
import Documents
import Resume
import Testing

@testable import ResumePro

@Suite struct ResumeImportTests {
    private static func resumes() -> ResumeImport {
        ResumeImport(documents: DocumentReader(tools: DocumentTools(), processors: 2), reader: RulesAssistant())
    }

    @Test func aTextIsReadByTheReader() async throws {
        let reading = try await Self.resumes().read(
            Array("Ada Byron\nada@byron.example\n\nExperience\nAnalyst, Engines, 2019".utf8))
        #expect(reading.resume.text(.name) == "Ada Byron" && reading.source == .rules)
    }

    @Test func dataNeedsNoReader() async throws {
        let reading = try await Self.resumes().read(Array("{\"basics\": {\"name\": \"Ada Byron\"}}".utf8))
        #expect(reading.resume.text(.name) == "Ada Byron")
    }

    /// Every reason has a code of the contract, and what may be tried again says so.
    @Test(
        arguments: [
            (.empty, .unreadableDocument), (.tooLarge, .payloadTooLarge), (.unsupported, .unsupportedFormat),
            (.encrypted, .unreadableDocument), (.noText, .unreadableDocument), (.broken, .unreadableDocument),
            (.unsafe, .unreadableDocument), (.missingTool, .unsupportedFormat), (.timedOut, .unreadableDocument),
            (.busy, .busy),
            (.cancelled, .cancelled),
        ] as [(DocumentError.Reason, ClientError.Code)])
    func errorsHaveTheirCodes(reason: DocumentError.Reason, code: ClientError.Code) {
        let error = ClientError(DocumentError(reason, "Why."))
        #expect(error.code == code)
        #expect(error.retryable == (reason == .busy || reason == .cancelled))
        #expect(DocumentError.Reason.allCases.count == 11)
    }

    @Test func settingsAreReadAndSlipsAreTold() {
        var problems: [String] = []
        let settings = DocumentSettings(sandbox: "Limits", ocr: "on", problems: &problems)
        #expect(settings.confinement == .limits && settings.recognizesScans && problems.isEmpty)
        _ = DocumentSettings(sandbox: "none", ocr: "maybe", problems: &problems)
        #expect(problems.count == 2)
    }
}
