import HTTPTypes
import Hummingbird
import JSON
import NIOCore

extension Response {
    /// A JSON body that nobody caches: it may hold a person's data.
    init(_ status: HTTPResponse.Status, json: JSONValue) {
        self.init(
            status: status,
            headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.serializedBytes)))
    }

    init(_ error: ClientError, status: HTTPResponse.Status) {
        self.init(status, json: error.json)
        if let retryAfter = error.retryAfter { self.headers[.retryAfter] = String(retryAfter) }
    }
}

extension HTTPResponse.Status {
    init(_ code: ClientError.Code) {
        self =
            switch code {
            case .invalidPayload, .unreadableDocument, .noResume, .unknownField: .badRequest
            case .payloadTooLarge: .contentTooLarge
            case .unsupportedFormat: .unsupportedMediaType
            case .revisionConflict: .conflict
            case .busy, .cancelled, .upstreamUnavailable: .serviceUnavailable
            case .rateLimited, .quotaExceeded: .tooManyRequests
            case .unauthorized: .unauthorized
            case .upstreamTimeout: .gatewayTimeout
            case .upstreamRejected, .upstreamInvalidResponse: .badGateway
            case .internal: .internalServerError
            }
    }
}
