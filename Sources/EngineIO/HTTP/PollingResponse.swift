import NIOCore
import NIOHTTP1

/// What a request below the server's path can be answered with.
enum PollingResponse: Equatable, Sendable {
    /// Packets.
    case payload(ByteBuffer)
    case compressedPayload(ByteBuffer, ContentEncoding)
    /// A POST's body was taken in.
    case ok
    case error(EngineIOError)
    /// The application refused the handshake.
    case forbidden(message: String)
    /// A refused WebSocket handshake: the message as text.
    case refusedUpgrade(message: String)
    case preflight(requestedHeaders: String?)
    case payloadTooLarge
    /// A compressed POST: a small one could unpack to more than memory holds.
    case unsupportedEncoding
    /// No room for another session, too many handshakes at a time, or the server is shutting down.
    case unavailable

    private static let okBody = ByteBuffer(string: "ok")

    var status: HTTPResponseStatus {
        switch self {
        case .payload, .compressedPayload, .ok: .ok
        case .error, .refusedUpgrade: .badRequest
        case .forbidden: .forbidden
        case .preflight: .noContent
        case .payloadTooLarge: .payloadTooLarge
        case .unsupportedEncoding: .unsupportedMediaType
        case .unavailable: .serviceUnavailable
        }
    }

    var body: ByteBuffer {
        switch self {
        case .payload(let buffer), .compressedPayload(let buffer, _): buffer
        case .ok: Self.okBody
        case .error(let error): error.json
        case .forbidden(let message): EngineIOError.json(code: EngineIOError.forbiddenCode, message: message)
        case .refusedUpgrade(let message): ByteBuffer(string: message)
        case .preflight, .payloadTooLarge, .unsupportedEncoding, .unavailable: ByteBuffer()
        }
    }

    /// Without those that frame the answer.
    ///
    /// - Parameter cors: those of the request, see ``CORSHeaders``.
    func headers(cors: CORSHeaders) -> HTTPHeaders {
        var headers = HTTPHeaders()
        switch self {
        case .payload: headers.add(name: "content-type", value: "text/plain; charset=UTF-8")
        case .compressedPayload(_, let encoding):
            headers.add(name: "content-type", value: "text/plain; charset=UTF-8")
            headers.add(name: "content-encoding", value: encoding.rawValue)
            headers.add(name: "vary", value: "Accept-Encoding")
        case .ok: headers.add(name: "content-type", value: "text/html")
        case .error, .forbidden: headers.add(name: "content-type", value: "application/json")
        case .refusedUpgrade: headers.add(name: "content-type", value: "text/plain; charset=UTF-8")
        case .unsupportedEncoding: headers.add(name: "accept-encoding", value: "identity")
        case .preflight, .payloadTooLarge: break
        case .unavailable: headers.add(name: "retry-after", value: "5")
        }
        headers.add(name: "cache-control", value: "no-store")
        cors.add(to: &headers)
        if case .preflight(let requested) = self, cors.origin != nil {
            headers.add(name: "access-control-allow-methods", value: "GET, POST")
            if let requested { headers.add(name: "access-control-allow-headers", value: requested) }
            headers.add(name: "access-control-max-age", value: "600")
        }
        return headers
    }
}

extension PollingResponse {
    /// An answer with packets or to a POST as it travels, to which the application adds nothing: what ``headers(cors:)`` and
    /// NIO's encoder would make of it, without making the fields first. `nil` for other answers, which are rare.
    func rendered(cors: CORSHeaders, date: String = HTTPDate.now, closes: Bool) -> ByteBuffer? {
        let fields: StaticString
        switch self {
        case .payload: fields = "content-type: text/plain; charset=UTF-8\r\n"
        case .compressedPayload(_, .gzip):
            fields = "content-type: text/plain; charset=UTF-8\r\ncontent-encoding: gzip\r\nvary: Accept-Encoding\r\n"
        case .compressedPayload(_, .deflate):
            fields = "content-type: text/plain; charset=UTF-8\r\ncontent-encoding: deflate\r\nvary: Accept-Encoding\r\n"
        case .ok: fields = "content-type: text/html\r\n"
        case .error, .forbidden, .refusedUpgrade, .preflight, .payloadTooLarge, .unsupportedEncoding, .unavailable: return nil
        }
        let body = self.body
        var whole = ByteBuffer()
        whole.reserveCapacity(384 + (cors.origin?.utf8.count ?? 0) + body.readableBytes)
        whole.writeStaticString("HTTP/1.1 200 OK\r\n")
        whole.writeStaticString(fields)
        whole.writeStaticString("cache-control: no-store\r\nvary: Origin\r\n")
        if let origin = cors.origin {
            whole.writeStaticString("access-control-allow-origin: ")
            whole.writeString(origin)
            whole.writeStaticString("\r\naccess-control-allow-credentials: true\r\n")
        }
        whole.writeStaticString("content-length: ")
        whole.writeString(String(body.readableBytes))
        whole.writeStaticString("\r\ndate: ")
        whole.writeString(date)
        whole.writeStaticString(closes ? "\r\nconnection: close\r\n\r\n" : "\r\n\r\n")
        whole.writeImmutableBuffer(body)
        return whole
    }
}

/// The CORS headers that every answer to one request carries, errors and the 101 of a WebSocket included.
struct CORSHeaders: Equatable, Sendable {
    /// The request's origin if it is allowed; `nil` if it named none.
    let origin: String?

    func add(to headers: inout HTTPHeaders) {
        // Also without an origin: a cache must not give that answer to a page.
        headers.add(name: "vary", value: "Origin")
        guard let origin = self.origin else { return }
        headers.add(name: "access-control-allow-origin", value: origin)
        headers.add(name: "access-control-allow-credentials", value: "true")
    }
}
