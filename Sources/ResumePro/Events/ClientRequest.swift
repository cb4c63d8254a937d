import Documents
import JSON
import Resume

/// What a client may ask, decoded and checked.
enum ClientRequest: Equatable {
    case uploadText(String, ratesConfidence: Bool = false)
    case uploadFile([UInt8], ratesConfidence: Bool = false)
    /// nil: the session's own resume.
    case check(Resume?)
    /// With the style of a preview as a page, if one is asked for.
    case preview(ExportStyle?)
    case respond(Answer)
    case message(String)
    case update(path: FieldPath, field: String, value: JSONValue, revision: Int?)
    case getResume
    /// nil: the data alone.
    case download(ExportRequest?)
    /// nil: the last change.
    case undo(revision: Int?)
    case cancel

    enum Answer: Equatable {
        case value(JSONValue)
        case skip
    }

    /// Requests that only read or write the document, and so need not wait for an answer that is still streaming.
    var isEdit: Bool {
        switch self {
        case .update, .getResume, .undo: true
        // A page takes a program and a while, and can be cancelled.
        case .download(let request): request?.format != .pdf
        case .uploadText, .uploadFile, .check, .preview, .respond, .message, .cancel: false
        }
    }
}

/// The events that clients send.
enum ClientEvent: String, CaseIterable {
    case uploadResume = "upload_resume"
    case checkResumeFields = "check_resume_fields"
    case previewResume = "preview_resume"
    case userResponse = "user_response"
    case userMessage = "user_message"
    case updateField = "update_field"
    case getUpdatedResume = "get_updated_resume"
    case downloadResume = "download_resume"
    case undo
    case cancel

    var errorEvent: String { "\(self.rawValue)_error" }
}

/// Bounds on what a person sends.
enum RequestLimits {
    /// Bytes of a resume's text. A hundred dense pages; what is longer is no resume.
    static let resumeTextBytes = 500_000
    /// Bytes of a chat message: room for a pasted job advert, and a few thousand tokens of a model's context.
    static let messageBytes = 32_000

    static func checkResumeText(_ text: String) throws(ClientError) {
        guard text.utf8.count <= self.resumeTextBytes else { throw self.tooLarge("resume text", limit: self.resumeTextBytes) }
    }

    static func tooLarge(_ what: String, limit: Int) -> ClientError {
        ClientError(.payloadTooLarge, "The \(what) is too long: at most \(limit / 1_000) kB.")
    }
}

extension ClientRequest {
    /// - Parameters:
    ///   - payload: the event's first argument; later ones are ignored.
    ///   - binary: gives the bytes that stand for a value of the payload, if it has any.
    init(_ event: ClientEvent, payload: JSONValue?, binary: (JSONValue) -> [UInt8]? = { _ in nil }) throws(ClientError) {
        let payload = payload ?? .null
        switch event {
        case .uploadResume: self = try Self.upload(Self.object(payload, for: event), binary: binary)
        case .checkResumeFields:
            let object = try Self.optionalObject(payload, for: event)
            guard let json = object["resumeData"], !json.isNull else {
                self = .check(nil)
                return
            }
            do throws(ResumeError) { self = .check(try Resume(json)) } catch { throw ClientError(error) }
        case .previewResume:
            let request = try ExportRequest(Self.optionalObject(payload, for: event), formats: [.html])
            self = .preview(request?.style)
        case .userResponse: self = .respond(try Self.answer(payload))
        case .userMessage:
            let text = try Self.text("message", of: Self.object(payload, for: event), limit: RequestLimits.messageBytes)
            self = .message(text)
        case .updateField: self = try Self.update(Self.object(payload, for: event))
        case .getUpdatedResume:
            _ = try Self.optionalObject(payload, for: event)
            self = .getResume
        case .downloadResume:
            self = .download(try ExportRequest(Self.optionalObject(payload, for: event)))
        case .undo: self = .undo(revision: try Self.revision(Self.optionalObject(payload, for: event)))
        case .cancel: self = .cancel
        }
    }

    private static func upload(_ object: JSONObject, binary: (JSONValue) -> [UInt8]?) throws(ClientError) -> ClientRequest {
        let ratesConfidence = try self.flag("confidence", of: object)
        if let file = object["file"] {
            guard let bytes = binary(file) else { throw ClientError(.invalidPayload, "The file must be sent as binary data.") }
            return .uploadFile(bytes, ratesConfidence: ratesConfidence)
        }
        let text = try self.text("rawResumeText", of: object, limit: RequestLimits.resumeTextBytes)
        return .uploadText(text, ratesConfidence: ratesConfidence)
    }

    private static func flag(_ key: String, of object: JSONObject) throws(ClientError) -> Bool {
        guard let value = object[key], !value.isNull else { return false }
        guard let flag = value.boolValue else { throw ClientError(.invalidPayload, "\"\(key)\" must be true or false.") }
        return flag
    }

    private static func answer(_ payload: JSONValue) throws(ClientError) -> Answer {
        if payload["skip"]?.boolValue == true { return .skip }
        let value: JSONValue? =
            switch payload {
            case .object(let object): object["value"]
            case .null: nil
            case .bool, .number, .string, .malformedString, .array: payload
            }
        switch value {
        case .string(let text)? where !text.allSatisfy(\.isWhitespace):
            guard text.utf8.count <= RequestLimits.messageBytes else {
                throw RequestLimits.tooLarge("answer", limit: RequestLimits.messageBytes)
            }
            return .value(.string(text))
        case .number?, .array?, .object?: return .value(value ?? .null)
        default:
            throw ClientError(
                .invalidPayload, "Please send the answer as text, or { \"skip\": true } to leave the field empty.")
        }
    }

    private static func update(_ object: JSONObject) throws(ClientError) -> ClientRequest {
        guard let field = object["field"]?.stringValue, !field.isEmpty else {
            throw ClientError(.invalidPayload, "Please name the field to update as a text in \"field\".")
        }
        guard let value = object["value"] else {
            throw ClientError(.invalidPayload, "Please send the new value in \"value\"; null removes the field's value.")
        }
        let path: FieldPath
        do throws(ResumeError) { path = try FieldPath(parsing: field) } catch { throw ClientError(error) }
        return .update(path: path, field: field, value: value, revision: try self.revision(object))
    }

    private static func revision(_ object: JSONObject) throws(ClientError) -> Int? {
        guard let revision = object["revision"], !revision.isNull else { return nil }
        guard let number = revision.intValue else { throw ClientError(.invalidPayload, "\"revision\" must be a whole number.") }
        return number
    }

    private static func text(_ key: String, of object: JSONObject, limit: Int) throws(ClientError) -> String {
        guard let text = object[key]?.stringValue else {
            throw ClientError(.invalidPayload, "Please send \"\(key)\" as a text.")
        }
        guard !text.allSatisfy(\.isWhitespace) else { throw ClientError(.invalidPayload, "\"\(key)\" must not be empty.") }
        guard text.utf8.count <= limit else { throw RequestLimits.tooLarge(key, limit: limit) }
        return text
    }

    private static func object(_ payload: JSONValue, for event: ClientEvent) throws(ClientError) -> JSONObject {
        guard let object = payload.objectValue else {
            throw ClientError(.invalidPayload, "\(event.rawValue) needs an object as its payload, not \(payload.typeName).")
        }
        return object
    }

    private static func optionalObject(_ payload: JSONValue, for event: ClientEvent) throws(ClientError) -> JSONObject {
        payload.isNull ? JSONObject() : try self.object(payload, for: event)
    }
}
