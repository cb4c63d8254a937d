import NIOHTTP1

/// The header fields that decide about a request, found in one pass: each of NIO's lookups is a pass of its own.
struct RequestFields {
    private(set) var origin: String?
    private(set) var hasSeveralOrigins = false
    private(set) var host: String?
    private(set) var contentLength: String?
    private(set) var contentType: String?
    private(set) var contentEncoding: String?
    private(set) var acceptEncoding: String?
    private(set) var expect: String?
    private(set) var hasTransferEncoding = false
    private(set) var hasUpgrade = false

    /// Of fields that occur more than once, the first counts.
    init(_ headers: HTTPHeaders) {
        for (name, value) in headers {
            switch name.utf8.count {
            case 4: if self.host == nil, name.isField("host") { self.host = value }
            case 6:
                if name.isField("origin") {
                    self.hasSeveralOrigins = self.origin != nil
                    self.origin = self.origin ?? value
                } else if self.expect == nil, name.isField("expect") {
                    self.expect = value
                }
            case 7: if name.isField("upgrade") { self.hasUpgrade = true }
            case 12: if self.contentType == nil, name.isField("content-type") { self.contentType = value }
            case 14: if self.contentLength == nil, name.isField("content-length") { self.contentLength = value }
            case 15: if self.acceptEncoding == nil, name.isField("accept-encoding") { self.acceptEncoding = value }
            case 16: if self.contentEncoding == nil, name.isField("content-encoding") { self.contentEncoding = value }
            case 17: if name.isField("transfer-encoding") { self.hasTransferEncoding = true }
            default: break
            }
        }
    }

    var hasBody: Bool { self.hasTransferEncoding || (self.contentLength ?? "0") != "0" }
}

extension String {
    /// - Parameter name: a field's name in lower case, of as many bytes as this string.
    fileprivate func isField(_ name: StaticString) -> Bool {
        var place = 0
        for byte in self.utf8 {
            let lowercased = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            guard place < name.utf8CodeUnitCount, lowercased == name.utf8Start[place] else { return false }
            place += 1
        }
        return true
    }
}
