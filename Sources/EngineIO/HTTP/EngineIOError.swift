import NIOCore

/// Why the server refused a request; all are answered 400. The raw values are the protocol's error codes.
enum EngineIOError: Int, Error, Hashable, Sendable {
    case unknownTransport = 0
    case unknownSession = 1
    case badHandshakeMethod = 2
    case badRequest = 3
    case unsupportedProtocolVersion = 5

    var message: String {
        switch self {
        case .unknownTransport: "Transport unknown"
        case .unknownSession: "Session ID unknown"
        case .badHandshakeMethod: "Bad handshake method"
        case .badRequest: "Bad request"
        case .unsupportedProtocolVersion: "Unsupported protocol version"
        }
    }

    /// Of a refusal by the application, which has a message of its own.
    static let forbiddenCode = 4

    var json: ByteBuffer { Self.json(code: self.rawValue, message: self.message) }

    /// - Parameter message: any text; it is escaped.
    static func json(code: Int, message: String) -> ByteBuffer {
        var text = ByteBuffer(string: #"{"code":\#(code),"message":""#)
        for byte in message.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                text.writeMultipleIntegers(UInt8(ascii: "\\"), byte)
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                text.writeString("\\u00")
                text.writeMultipleIntegers(digits[Int(byte >> 4)], digits[Int(byte & 15)])
            default: text.writeInteger(byte)
            }
        }
        text.writeString("\"}")
        return text
    }
}
