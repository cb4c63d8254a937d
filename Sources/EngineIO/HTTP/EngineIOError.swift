import NIOCore
import NIOHTTP1

/// Why a request was refused. The raw values are the protocol's error codes.
enum EngineIOError: Int, Error, Hashable, Sendable {
    case unknownTransport = 0
    case unknownSession = 1
    case badHandshakeMethod = 2
    case badRequest = 3
    case forbidden = 4
    case unsupportedProtocolVersion = 5

    var message: String {
        switch self {
        case .unknownTransport: "Transport unknown"
        case .unknownSession: "Session ID unknown"
        case .badHandshakeMethod: "Bad handshake method"
        case .badRequest: "Bad request"
        case .forbidden: "Forbidden"
        case .unsupportedProtocolVersion: "Unsupported protocol version"
        }
    }

    var status: HTTPResponseStatus { self == .forbidden ? .forbidden : .badRequest }

    var json: ByteBuffer { ByteBuffer(string: #"{"code":\#(self.rawValue),"message":"\#(self.message)"}"#) }
}
