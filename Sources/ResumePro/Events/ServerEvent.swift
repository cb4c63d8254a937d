import Assistant
import Documents
import JSON
import Resume

/// An event for the client, ready to be sent.
struct ServerEvent: Sendable, Equatable {
    var name: String
    var payload: JSONObject
    /// A file that goes with the payload, as binary under the key `file`.
    var file: [UInt8]?

    init(_ name: String, _ payload: JSONObject, file: [UInt8]? = nil) {
        (self.name, self.payload, self.file) = (name, payload, file)
    }
}

extension ServerEvent {
    static func error(_ name: String, _ error: ClientError) -> ServerEvent { ServerEvent(name, error.json.objectValue ?? [:]) }

    static func uploaded(_ reading: Reading, revision: Int) -> ServerEvent {
        var payload = self.payload(of: reading)
        payload["revision"] = JSONValue(integerLiteral: revision)
        return ServerEvent("upload_resume_done", payload)
    }

    /// What was read, as every way in answers it.
    static func payload(of reading: Reading) -> JSONObject {
        var payload: JSONObject = [
            "resumeData": reading.resume.json, "warnings": .array(reading.warnings.map(JSONValue.string)),
            "source": .string(reading.source.rawValue), "unplaced": .array(reading.unplaced.map(JSONValue.string)),
        ]
        if let confidence = reading.confidence { payload["confidence"] = .object(confidence) }
        return payload
    }

    static func uploading(_ progress: DocumentProgress) -> ServerEvent {
        var payload: JSONObject = ["stage": .string(progress.stage.rawValue)]
        // In hundredths: nobody sees more.
        if let fraction = progress.fraction, let number = JSONNumber((fraction * 100).rounded() / 100) {
            payload["fraction"] = .number(number)
        }
        return ServerEvent("upload_resume_progress", payload)
    }

    static func reviewed(_ review: Review, revision: Int) -> ServerEvent {
        let rest: JSONObject = [
            "resumeData": review.resume.json, "issues": self.json(review.issues),
            "derived": .array(review.derived.map { .string($0.description) }),
            "warnings": .array(review.warnings.map(JSONValue.string)), "source": .string(review.source.rawValue),
            "revision": JSONValue(integerLiteral: revision),
        ]
        guard !review.missing.isEmpty else { return ServerEvent("resume_complete", rest) }
        var payload: JSONObject = ["missingFields": self.json(review.missing)]
        for member in rest { payload[member.name] = member.value }
        return ServerEvent("missing_fields", payload)
    }

    static func question(_ field: MissingField, revision: Int) -> ServerEvent {
        ServerEvent(
            "user_message_response_done",
            [
                "content": .string(field.question), "field": .string(field.path.description),
                "revision": JSONValue(integerLiteral: revision),
            ])
    }

    /// - Parameter html: the page, if one was asked for.
    static func previewed(_ resume: Resume, revision: Int, html: String?) -> ServerEvent {
        var payload: JSONObject = ["resumeData": resume.json, "revision": JSONValue(integerLiteral: revision)]
        if let html { payload["html"] = .string(html) }
        return ServerEvent("preview_resume_done", payload)
    }

    static func typing(_ text: String) -> ServerEvent {
        ServerEvent("user_message_response_typing", ["content": .string(text)])
    }

    static func answered(_ text: String, changes: [Change], document: ResumeDocument) -> ServerEvent {
        var payload: JSONObject = ["content": .string(text)]
        if !changes.isEmpty, let resume = document.current {
            payload["resumeData"] = resume.json
            payload["changes"] = .array(changes.map(self.json))
            payload["revision"] = JSONValue(integerLiteral: document.revision)
        }
        return ServerEvent("user_message_response_done", payload)
    }

    /// What changed, section by section; nil if no section's value did.
    static func contentChanges(_ changes: [Change]) -> ServerEvent? {
        let contents = changes.compactMap { change -> (String, JSONValue)? in
            switch change {
            case .changed(let section, let value): (section, value)
            case .removed(let section): (section, .null)
            case .reordered: nil
            }
        }
        return contents.isEmpty ? nil : ServerEvent("content_changes", ["contentChanges": .object(JSONObject(contents))])
    }

    static func styleChanges(_ styles: [SectionStyle]) -> ServerEvent {
        var sections = JSONObject()
        for style in styles {
            var properties = sections[style.section]?.objectValue ?? [:]
            properties[style.property] = .string(style.value)
            sections[style.section] = .object(properties)
        }
        return ServerEvent("style_changes", ["styleChanges": .object(sections)])
    }

    static func fieldUpdated(_ field: String, _ value: JSONValue, revision: Int) -> ServerEvent {
        ServerEvent(
            "field_updated", ["field": .string(field), "value": value, "revision": JSONValue(integerLiteral: revision)])
    }

    static func updatedResume(_ resume: Resume, revision: Int) -> ServerEvent {
        ServerEvent("updated_resume", ["resumeData": resume.json, "revision": JSONValue(integerLiteral: revision)])
    }

    static func download(_ resume: Resume, file: ExportedFile? = nil) -> ServerEvent {
        var payload: JSONObject = ["resumeData": resume.json]
        guard let file else { return ServerEvent("download_resume_data", payload) }
        payload["name"] = .string(file.name)
        payload["type"] = .string(file.type)
        return ServerEvent("download_resume_data", payload, file: file.bytes)
    }

    /// Sent once, if a file takes a while.
    static let rendering = ServerEvent("download_resume_progress", ["stage": "rendering"])

    static func json(_ missing: [MissingField]) -> JSONValue {
        .object(JSONObject(missing.map { ($0.path.description, .string($0.question)) }))
    }

    private static func json(_ issues: [ResumeIssue]) -> JSONValue {
        .array(
            issues.map { issue in
                var object: JSONObject = ["path": .string(issue.path.description), "problem": .string(issue.problem)]
                if let suggestion = issue.suggestion { object["suggestion"] = .string(suggestion) }
                return .object(object)
            })
    }

    private static func json(_ change: Change) -> JSONValue {
        switch change {
        case .changed(let section, let value): ["section": .string(section), "value": value]
        case .removed(let section): ["section": .string(section), "value": .null]
        case .reordered(let sections): ["sections": .array(sections.map(JSONValue.string))]
        }
    }
}
