import NIOCore

/// One Engine.IO packet, whichever way it travels.
///
/// The payload of a ping or pong means something only while a WebSocket is being probed, so that one has its own cases.
enum EnginePacket: Sendable, Hashable {
    /// `0`, with the open JSON.
    case open(ByteBuffer)
    /// `1`
    case close
    /// `2`
    case ping
    /// `2probe`
    case probe
    /// `3`
    case pong
    /// `3probe`
    case probeAnswer
    /// `4`, with UTF-8.
    case text(ByteBuffer)
    /// A binary frame of a WebSocket, `b` and base64 in a polling payload.
    case binary(ByteBuffer)
    /// `5`
    case upgrade
    /// `6`
    case noop

    init(_ message: EngineIOMessage) {
        switch message {
        case .text(let buffer): self = .text(buffer)
        case .binary(let buffer): self = .binary(buffer)
        }
    }

    /// Reads a packet from a text frame or from one part of a polling payload.
    ///
    /// - Parameter encoded: UTF-8, checked by the caller. The payload becomes a slice of it.
    /// - Returns: `nil` if it is empty, or begins with no packet type.
    init?(text encoded: ByteBuffer) {
        var encoded = encoded
        switch encoded.readInteger(as: UInt8.self) {
        case UInt8(ascii: "4"): self = .text(encoded)
        case UInt8(ascii: "3"): self = Self.isProbe(encoded) ? .probeAnswer : .pong
        case UInt8(ascii: "2"): self = Self.isProbe(encoded) ? .probe : .ping
        case UInt8(ascii: "0"): self = .open(encoded)
        case UInt8(ascii: "1"): self = .close
        case UInt8(ascii: "5"): self = .upgrade
        case UInt8(ascii: "6"): self = .noop
        default: return nil
        }
    }

    private static func isProbe(_ payload: ByteBuffer) -> Bool { payload.readableBytesView.elementsEqual("probe".utf8) }

    /// The packet type as a text frame or polling payload begins with it.
    var type: UInt8 {
        switch self {
        case .open: UInt8(ascii: "0")
        case .close: UInt8(ascii: "1")
        case .ping, .probe: UInt8(ascii: "2")
        case .pong, .probeAnswer: UInt8(ascii: "3")
        case .text: UInt8(ascii: "4")
        case .upgrade: UInt8(ascii: "5")
        case .noop: UInt8(ascii: "6")
        case .binary: UInt8(ascii: "b")
        }
    }

    var payload: ByteBuffer {
        switch self {
        case .open(let buffer), .text(let buffer), .binary(let buffer): buffer
        case .probe, .probeAnswer: ByteBuffer(string: "probe")
        case .close, .ping, .pong, .upgrade, .noop: ByteBuffer()
        }
    }
}
