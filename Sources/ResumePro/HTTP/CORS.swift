import EngineIO
import HTTPTypes
import Hummingbird

/// The pages that may use this server from a browser; the same list holds for the routes and for both socket transports.
struct CORSPolicy: Sendable, Equatable {
    /// Exact origins, such as `http://localhost:5173`.
    var origins: Set<String>

    func allows(_ origin: String) -> Bool { self.origins.contains(origin) }
}

/// Answers preflight requests and names the allowed origin on every answer, errors included.
struct CORSMiddleware: RouterMiddleware {
    let policy: CORSPolicy

    func handle(
        _ request: Request, context: AppRequestContext, next: (Request, AppRequestContext) async throws -> Response
    ) async throws -> Response {
        guard let origin = request.headers[.origin] else { return try await next(request, context) }
        let isPreflight = request.method == .options && request.headers[.accessControlRequestMethod] != nil
        var response = isPreflight ? Response(status: .noContent) : try await next(request, context)
        response.headers.append(HTTPField(name: .vary, value: "Origin"))
        guard self.policy.allows(origin) else { return response }
        response.headers[.accessControlAllowOrigin] = origin
        response.headers[.accessControlAllowCredentials] = "true"
        if isPreflight {
            response.headers[.accessControlAllowMethods] = "GET, POST, OPTIONS"
            response.headers[.accessControlAllowHeaders] = "content-type, authorization"
            // A day; browsers cut it to what they allow.
            response.headers[.accessControlMaxAge] = "86400"
        }
        return response
    }
}
