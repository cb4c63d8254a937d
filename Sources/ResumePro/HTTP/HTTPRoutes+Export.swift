import Documents
import HTTPTypes
import Hummingbird
import JSON
import NIOCore
import Resume

extension HTTPRoutes {
    /// A resume as the body; `format`, `template`, `paper`, `color` and `language` in the query. The answer is the file. A
    /// client that goes away ends the work.
    static func export(_ request: Request, _ writer: DocumentWriter) async throws -> Response {
        let query = request.uri.queryParameters
        let value = { (key: String) in query[Substring(key)].map(String.init) }
        guard let name = value("format") else {
            let known = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw ClientError(.invalidPayload, "Please name the format in the query, such as ?format=pdf; known: \(known).")
        }
        let format = try ExportRequest.format(name)
        let style = try ExportRequest.style(value)
        let resume = try Resume(try await self.json(request))
        let file = try await writer.file(resume, as: format, style: style)
        return Response(
            status: .ok,
            headers: [
                .contentType: file.type, .cacheControl: "no-store", .contentDisposition: self.disposition(file.name),
                // Should a browser show it all the same: as what it is, and nothing in it may act.
                .xContentTypeOptions: "nosniff",
                .contentSecurityPolicy: "sandbox; default-src 'none'; style-src 'unsafe-inline'",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    /// A file to save (RFC 6266): its name in ASCII for old clients, and in UTF-8 (RFC 8187) for all others.
    static func disposition(_ name: String) -> String {
        var plain = ""
        var encoded = ""
        for scalar in name.unicodeScalars {
            let mayStand =
                scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || scalar == "-" || scalar == "." || scalar == "_"
            plain.unicodeScalars.append(mayStand ? scalar : "_")
            guard !mayStand else {
                encoded.unicodeScalars.append(scalar)
                continue
            }
            for byte in String(scalar).utf8 {
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded)"
    }
}
