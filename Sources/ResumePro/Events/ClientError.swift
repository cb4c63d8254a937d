import Assistant
import Documents
import JSON
import Resume
import Storage

/// What a client is told when an operation fails. `message` is a sentence that a person can read: front ends show it.
struct ClientError: Error, Equatable {
    enum Code: String, CaseIterable {
        case invalidPayload = "invalid_payload"
        case payloadTooLarge = "payload_too_large"
        case unsupportedFormat = "unsupported_format"
        case unreadableDocument = "unreadable_document"
        case noResume = "no_resume"
        case unknownField = "unknown_field"
        case revisionConflict = "revision_conflict"
        case busy
        case cancelled
        case rateLimited = "rate_limited"
        case quotaExceeded = "quota_exceeded"
        case unauthorized
        case upstreamUnavailable = "upstream_unavailable"
        case upstreamTimeout = "upstream_timeout"
        case upstreamRejected = "upstream_rejected"
        case upstreamInvalidResponse = "upstream_invalid_response"
        case `internal`
    }

    var code: Code
    var message: String
    var retryable = false
    /// Seconds.
    var retryAfter: Int?

    init(_ code: Code, _ message: String, retryable: Bool = false, retryAfter: Int? = nil) {
        (self.code, self.message, self.retryable, self.retryAfter) = (code, message, retryable, retryAfter)
    }

    init(_ error: ResumeError) {
        switch error {
        case .invalid: self.init(.invalidPayload, error.message)
        case .unknownField: self.init(.unknownField, error.message)
        case .tooLarge: self.init(.payloadTooLarge, error.message)
        }
    }

    init(_ error: AssistantError) {
        self.init(Code(error.code), error.message, retryable: error.retryable, retryAfter: error.retryAfter)
    }

    init(_ error: DocumentError) {
        switch error.reason {
        case .empty, .encrypted, .noText, .broken, .unsafe, .timedOut: self.init(.unreadableDocument, error.message)
        case .tooLarge: self.init(.payloadTooLarge, error.message)
        case .unsupported, .missingTool: self.init(.unsupportedFormat, error.message)
        case .busy: self.init(.busy, error.message, retryable: true, retryAfter: 2)
        case .cancelled: self = .cancelled
        }
    }

    /// Any error; what is not meant for clients becomes ``Code/internal`` without a word of its own.
    init(_ error: any Error) {
        switch error {
        case let error as ClientError: self = error
        case let error as ResumeError: self.init(error)
        case let error as AssistantError: self.init(error)
        case let error as DocumentError: self.init(error)
        case is CancellationError: self = .cancelled
        case let error as StorageError where error.isRetryable:
            self.init(
                .internal, "This cannot be saved at the moment, and nothing was changed. Please try again.", retryable: true,
                retryAfter: 5)
        default: self.init(.internal, "Something went wrong on our side. Nothing was changed.", retryable: true)
        }
    }

    static let noResume = ClientError(.noResume, "There is no resume yet. Please upload one first.")
    static let cancelled = ClientError(.cancelled, "This was cancelled.", retryable: true)

    var json: JSONValue {
        var object: JSONObject = [
            "error": .string(self.message), "code": .string(self.code.rawValue), "retryable": .bool(self.retryable),
        ]
        if let retryAfter { object["retryAfter"] = JSONValue(integerLiteral: retryAfter) }
        return .object(object)
    }
}

extension ClientError.Code {
    init(_ code: AssistantError.Code) {
        self =
            switch code {
            case .unreadableDocument: .unreadableDocument
            case .cancelled: .cancelled
            case .rateLimited: .rateLimited
            case .quotaExceeded: .quotaExceeded
            case .upstreamUnavailable: .upstreamUnavailable
            case .upstreamTimeout: .upstreamTimeout
            case .upstreamRejected: .upstreamRejected
            case .upstreamInvalidResponse: .upstreamInvalidResponse
            case .payloadTooLarge: .payloadTooLarge
            }
    }
}
