import Documents
import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import Resume

extension HTTPRoutes {
    /// A document as the body, or in a form: the same job as `upload_resume`. What the document is says its content, so any
    /// content type will do. A client that goes away ends the work.
    static func parse(_ request: Request, _ resumes: ResumeImport) async throws -> Response {
        let ratesConfidence = try self.flag("confidence", of: request)
        if let encoding = request.headers[.contentEncoding], encoding.lowercased() != "identity" {
            throw ClientError(.unsupportedFormat, "Please send the body without a content encoding.")
        }
        // A form adds its boundaries and headers.
        let limit = resumes.documents.limits.fileBytes + 65_536
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw Self.tooLarge(resumes) }
        let contentType = request.headers[.contentType] ?? ""
        return try await request.body.consumeWithCancellationOnInboundClose { body in
            let buffer: ByteBuffer
            do { buffer = try await body.collect(upTo: limit) } catch is NIOTooManyBytesError { throw Self.tooLarge(resumes) }
            var bytes = Array(buffer.readableBytesView)
            if contentType.lowercased().hasPrefix("multipart/") {
                guard let file = try MultipartForm.file(in: bytes, contentType: contentType) else {
                    throw ClientError(.invalidPayload, "The form has no file. Please send it in the part \"file\".")
                }
                bytes = file
            }
            let reading = try await resumes.read(bytes, ratesConfidence: ratesConfidence)
            return Response(.ok, json: .object(ServerEvent.payload(of: reading)))
        }
    }

    private static func flag(_ name: String, of request: Request) throws(ClientError) -> Bool {
        switch request.uri.queryParameters[name[...]].map(String.init) {
        case nil, "false": return false
        case "true": return true
        default: throw ClientError(.invalidPayload, "\"\(name)\" must be true or false.")
        }
    }

    private static func tooLarge(_ resumes: ResumeImport) -> ClientError {
        ClientError(
            .payloadTooLarge, "The document is too large: at most \(resumes.documents.limits.fileBytes / 1_000_000) MB.")
    }
}
