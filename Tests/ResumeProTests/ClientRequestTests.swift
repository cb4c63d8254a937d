import Documents
import JSON
import Resume
import Testing

@testable import ResumePro

@Suite struct ClientRequestTests {
    private func code(_ event: ClientEvent, _ json: String?) throws -> ClientError.Code? {
        let payload = try json.map { try JSONValue(parsing: $0) }
        do throws(ClientError) {
            _ = try ClientRequest(event, payload: payload)
            return nil
        } catch { return error.code }
    }

    @Test(
        arguments: [
            (.uploadResume, nil), (.uploadResume, "null"), (.uploadResume, "[]"), (.uploadResume, "{}"),
            (.uploadResume, #""text""#),
            (.uploadResume, #"{"rawResumeText":""}"#), (.uploadResume, #"{"rawResumeText":" \n"}"#),
            (.uploadResume, #"{"rawResumeText":7}"#),
            (.uploadResume, #"{"rawResumeText":"\ud800"}"#), (.uploadResume, #"{"file":"text"}"#),
            (.checkResumeFields, "[]"), (.checkResumeFields, #"{"resumeData":[]}"#),
            (.checkResumeFields, #"{"resumeData":{"Name":{}}}"#),
            (.previewResume, "7"), (.previewResume, #"{"format":7}"#), (.getUpdatedResume, "true"),
            (.undo, #"{"revision":"1"}"#),
            (.userResponse, nil), (.userResponse, #""""#), (.userResponse, "{}"), (.userResponse, #"{"skip":false}"#),
            (.userResponse, "true"),
            (.userMessage, nil), (.userMessage, "{}"), (.userMessage, #"{"message":" "}"#), (.userMessage, #"{"message":{}}"#),
            (.updateField, nil), (.updateField, #"{"value":"x"}"#), (.updateField, #"{"field":"Name"}"#),
            (.updateField, #"{"field":7,"value":""}"#),
            (.updateField, #"{"field":"","value":""}"#), (.updateField, #"{"field":"Name","value":"","revision":1.5}"#),
        ] as [(ClientEvent, String?)])
    func aPayloadOfTheWrongShapeIsInvalid(event: ClientEvent, json: String?) throws {
        #expect(try self.code(event, json) == .invalidPayload)
    }

    @Test(
        arguments: [
            (.checkResumeFields, nil), (.checkResumeFields, #"{"resumeData":null}"#), (.previewResume, nil),
            (.previewResume, "null"), (.getUpdatedResume, "{}"),
            (.downloadResume, nil),
            (.downloadResume, #"{"format":"json"}"#), (.undo, nil), (.undo, #"{"revision":3}"#), (.cancel, nil), (.cancel, "7"),
            (.userResponse, #""yes""#), (.userResponse, #"{"value":"yes"}"#), (.userResponse, #"{"skip":true}"#),
            (.userResponse, "7"),
            (.updateField, #"{"field":"Name","value":null,"revision":null}"#), (.checkResumeFields, #"{"resumeData":{}}"#),
        ] as [(ClientEvent, String?)])
    func whatTheContractAllowsIsAccepted(event: ClientEvent, json: String?) throws {
        #expect(try self.code(event, json) == nil)
    }

    @Test func formatsAndPathsHaveErrorsOfTheirOwn() throws {
        #expect(try self.code(.previewResume, #"{"format":"pdf"}"#) == .unsupportedFormat)
        #expect(try self.code(.downloadResume, #"{"format":"exe"}"#) == .unsupportedFormat)
        #expect(try self.code(.updateField, #"{"field":"a[","value":1}"#) == .unknownField)
    }

    @Test func textsAreBounded() throws {
        func upload(_ count: Int) -> String { "{\"rawResumeText\":\"\(String(repeating: "x", count: count))\"}" }
        func message(_ count: Int) -> String { "{\"message\":\"\(String(repeating: "x", count: count))\"}" }
        #expect(try self.code(.uploadResume, upload(RequestLimits.resumeTextBytes)) == nil)
        #expect(try self.code(.uploadResume, upload(RequestLimits.resumeTextBytes + 1)) == .payloadTooLarge)
        #expect(try self.code(.userMessage, message(RequestLimits.messageBytes)) == nil)
        #expect(try self.code(.userMessage, message(RequestLimits.messageBytes + 1)) == .payloadTooLarge)
        let answer = "\"" + String(repeating: "x", count: RequestLimits.messageBytes + 1) + "\""
        #expect(try self.code(.userResponse, answer) == .payloadTooLarge)
    }

    @Test func everyErrorHasTheThreeKeys() {
        for code in ClientError.Code.allCases {
            let json = ClientError(code, "A sentence.", retryAfter: 7).json
            #expect(json.objectValue?.names == ["error", "code", "retryable", "retryAfter"])
        }
        struct Unforeseen: Error {}
        #expect(ClientError(Unforeseen()).code == .internal)
    }

    @Test func stylesAreRead() throws {
        let request = try ClientRequest(
            .downloadResume,
            payload: ["format": "pdf", "template": "modern", "paper": "letter", "color": "#14e", "language": "de"])
        var style = ExportStyle(template: .modern, paper: .letter)
        style.accent = ExportColor(red: 0x11, green: 0x44, blue: 0xEE)
        style.language = .german
        #expect(request == .download(ExportRequest(format: .pdf, style: style)))
        #expect(!request.isEdit && ClientRequest.download(nil).isEdit)
    }

    @Test(
        arguments: [
            #"{"format":"pdf","template":"x"}"#, #"{"format":"pdf","template":7}"#, #"{"format":"pdf","paper":"a0"}"#,
            #"{"format":"pdf","color":"red;}"}"#, #"{"format":"pdf","language":"xx"}"#, #"{"template":"x"}"#,
        ])
    func stylesThatDoNotExistAreInvalid(json: String) throws {
        #expect(try self.code(.downloadResume, json) == .invalidPayload)
        #expect(try self.code(.previewResume, json.replacing("pdf", with: "html")) == .invalidPayload)
    }

    @Test func aFilesNameInAHeaderIsInASCIIAndInUTF8() {
        #expect(
            HTTPRoutes.disposition("Zoë-Resume.pdf")
                == "attachment; filename=\"Zo_-Resume.pdf\"; filename*=UTF-8''Zo%C3%AB-Resume.pdf")
        let hostile = HTTPRoutes.disposition("a\r\nb\"; x=\u{FF11}.pdf")
        #expect(hostile.allSatisfy { $0.isASCII && !$0.isNewline } && hostile.split(separator: ";").count == 3)
    }
}
