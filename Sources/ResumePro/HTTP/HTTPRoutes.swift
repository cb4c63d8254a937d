import Documents
import HTTPTypes
import Hummingbird
import JSON
import Logging
import NIOCore
import NIOHTTP1
import Resume

struct AppRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who asks: without sign-in people are told apart by address.
    let user: String

    init(source: ApplicationRequestContextSource) {
        self.coreContext = CoreRequestContextStorage(source: source)
        self.user = source.channel.remoteAddress?.ipAddress ?? ""
    }
}

/// The plain HTTP routes beside the socket.
enum HTTPRoutes {
    /// What each address takes, for the answer to other methods.
    static let methods = [
        "/health": "GET, HEAD", "/format-resume": "POST", "/resumes/parse": "POST", "/resumes/export": "POST",
    ]

    /// Bytes of a request body: the resume's own bound twice over, for white space and escapes.
    static let maxBodyBytes = 1_000_000

    static func router(
        cors: CORSPolicy, resumes: @escaping @Sendable (_ user: String) -> ResumeImport
    ) -> Router<AppRequestContext> {
        let router = Router(context: AppRequestContext.self)
        router.add(middleware: CORSMiddleware(policy: cors))
        router.add(middleware: ErrorMiddleware())
        router.get("health") { _, _ in Response(.ok, json: ["status": "ok"]) }
        router.head("health") { _, _ in Response(status: .ok, headers: [.cacheControl: "no-store"]) }
        router.post("format-resume") { request, _ in try await self.formatResume(request) }
        router.post("resumes/parse") { request, context in try await self.parse(request, resumes(context.user)) }
        router.post("resumes/export") { request, context in
            try await self.export(request, resumes(context.user).documents.writer)
        }
        return router
    }

    private static func formatResume(_ request: Request) async throws -> Response {
        let resume = try Resume(await self.json(request))
        let missing = resume.emptySections()
        guard missing.isEmpty else { return Response(.badRequest, json: ["missingFields": ServerEvent.json(missing)]) }
        return Response(.ok, json: ["resumeData": resume.normalized().json])
    }

    /// The body as a JSON object. No content type is taken for JSON, as plain clients send none.
    static func json(_ request: Request) async throws -> JSONValue {
        if let type = request.headers[.contentType] {
            let essence = String(type.prefix { $0 != ";" }).trimmed.lowercased()
            guard essence == "application/json" else {
                throw ClientError(.unsupportedFormat, "Please send the resume as application/json.")
            }
        }
        if let encoding = request.headers[.contentEncoding], encoding.lowercased() != "identity" {
            throw ClientError(.unsupportedFormat, "Please send the body without a content encoding.")
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > self.maxBodyBytes { throw self.tooLarge }
        let body: ByteBuffer
        do { body = try await request.body.collect(upTo: self.maxBodyBytes) } catch is NIOTooManyBytesError {
            throw self.tooLarge
        }
        let value: JSONValue
        do throws(JSONError) { value = try JSONValue(parsing: body.readableBytesView) } catch {
            switch error {
            case .malformed: throw ClientError(.invalidPayload, "The body is not JSON.")
            case .tooDeep(let limit): throw ClientError(.invalidPayload, "The JSON is nested more than \(limit) deep.")
            case .tooManyValues(let limit): throw ClientError(.payloadTooLarge, "The JSON has more than \(limit) values.")
            }
        }
        guard value.objectValue != nil else {
            throw ClientError(.invalidPayload, "The body must be a JSON object, not \(value.typeName).")
        }
        return value
    }

    private static let tooLarge = ClientError(.payloadTooLarge, "The body is too large: at most \(maxBodyBytes / 1_000) kB.")
}

/// Turns every error into the contract's JSON, unknown routes and methods included.
struct ErrorMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: AppRequestContext, next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            guard let methods = HTTPRoutes.methods[request.uri.path] else {
                return Response(ClientError(.invalidPayload, "There is nothing at this address."), status: .notFound)
            }
            var response = Response(
                ClientError(.invalidPayload, "This address takes \(methods) only."), status: .methodNotAllowed)
            response.headers[.allow] = methods
            return response
        } catch let error as HTTPParserError {
            // The client broke off or broke the protocol; there is nobody to answer, and nothing for an operator to do.
            context.logger.debug("A request ended early", metadata: ["error": "\(error)"])
            throw error
        } catch let error as any HTTPResponseError {
            return Response(ClientError(.invalidPayload, "The request could not be understood."), status: error.status)
        } catch {
            let told = ClientError(error)
            if told.code == .internal { context.logger.error("A request failed", metadata: ["error": "\(type(of: error))"]) }
            return Response(told, status: HTTPResponse.Status(told.code))
        }
    }
}
