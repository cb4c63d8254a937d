import Resume

/// The file in a `multipart/form-data` body (RFC 7578).
enum MultipartForm {
    /// Parts that are looked at: a form with a file has a few fields beside it.
    static let mostParts = 32
    /// Bytes of a part's headers.
    static let mostHeaderBytes = 8_192

    /// - Parameter contentType: the request's, with its boundary.
    /// - Returns: the part named `file`, or else the first that has a file name; nil if there is neither.
    /// - Throws: for a body that is no such form.
    static func file(in body: [UInt8], contentType: String) throws(ClientError) -> [UInt8]? {
        guard let boundary = self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else {
            throw ClientError(.invalidPayload, "The form's content type must name its boundary, of at most 70 characters.")
        }
        let delimiter = Array("--\(boundary)".utf8)
        guard var place = body.firstRange(of: delimiter)?.upperBound else { throw self.malformed }
        var named: [UInt8]?
        for _ in 0..<self.mostParts {
            let rest = body[place...]
            if rest.starts(with: [0x2D, 0x2D]) { return named }
            guard let headerEnd = rest.prefix(self.mostHeaderBytes).firstRange(of: [0x0D, 0x0A, 0x0D, 0x0A]),
                let end = body[(headerEnd.upperBound - 2)...].firstRange(of: [0x0D, 0x0A] + delimiter)
            else { throw self.malformed }
            let disposition = self.disposition(String(decoding: rest[..<headerEnd.lowerBound], as: UTF8.self))
            // A part without content has the blank line of its headers for the line end before the delimiter.
            let content = Array(body[min(headerEnd.upperBound, end.lowerBound)..<end.lowerBound])
            if self.parameter("name", of: disposition) == "file" { return content }
            if named == nil, self.parameter("filename", of: disposition) != nil { named = content }
            place = end.upperBound
        }
        throw ClientError(.payloadTooLarge, "The form has more than \(self.mostParts) parts.")
    }

    private static let malformed = ClientError(.invalidPayload, "The body is no complete multipart/form-data.")

    private static func disposition(_ headers: String) -> String {
        headers.split(whereSeparator: \.isNewline).first { $0.lowercased().hasPrefix("content-disposition:") }.map(String.init)
            ?? ""
    }

    /// The value of `name=value` or `name="value"` after a semicolon.
    static func parameter(_ name: String, of header: String) -> String? {
        for parameter in header.split(separator: ";").dropFirst() {
            let pair = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, String(pair[0]).trimmed.lowercased() == name else { continue }
            let value = String(pair[1]).trimmed
            return value.count >= 2 && value.hasPrefix("\"") && value.hasSuffix("\"")
                ? String(value.dropFirst().dropLast()) : value
        }
        return nil
    }
}
