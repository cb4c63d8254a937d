import NIOCore
import NIOWebSocket

/// Takes a client's messages and control frames out of a connection's bytes (RFC 6455 sections 5 to 8). It checks all that
/// a server has to check, and joins fragments.
///
/// NIO's decoder hands on frames, each with its payload still masked, through a buffer and a handler of its own. Here bytes are
/// unmasked on their way out of the network's buffer, once, and of a frame that has not come whole nothing else is kept than
/// the payload that is there.
struct WebSocketDecoder: Sendable {
    enum Item: Equatable, Sendable {
        /// Valid UTF-8.
        case text(ByteBuffer)
        case binary(ByteBuffer)
        case ping(ByteBuffer)
        case pong
        /// - Parameter code: `nil` if the frame was empty.
        case close(code: UInt16?)
    }

    /// What a client did wrong, as the code of the close frame that tells it.
    enum Violation: Error, Equatable {
        case protocolError
        case invalidUTF8
        case tooManyFragments
        /// By the length that a frame announces, before its payload is read.
        case tooLarge

        var code: WebSocketErrorCode {
            switch self {
            case .protocolError: .protocolError
            case .invalidUTF8: .dataInconsistentWithMessage
            case .tooManyFragments: .policyViolation
            case .tooLarge: .messageTooLarge
            }
        }
    }

    private enum Opcode: UInt8 {
        case continuation = 0
        case text = 1
        case binary = 2
        case close = 8
        case ping = 9
        case pong = 10

        var isControl: Bool { self.rawValue >= 8 }
    }

    /// A frame whose payload is being read.
    private struct Frame {
        let opcode: Opcode
        let isFinal: Bool
        var mask: WebSocketMask
        var remaining: Int
    }

    private static let maxControlLength = 125

    private let maxMessageLength: Int
    private let maxFragments: Int
    /// The first bytes of a frame whose head has not come whole.
    private var head = ByteBuffer()
    private var frame: Frame?
    /// Of the message that is being read; `nil` between messages.
    private var opcode: Opcode?
    private var message = ByteBuffer()
    private var fragments = 0
    /// The payload of a control frame that comes in pieces; it may stand between the fragments of a message.
    private var control = ByteBuffer()

    init(maxMessageLength: Int, maxFragments: Int) {
        self.maxMessageLength = maxMessageLength
        self.maxFragments = maxFragments
    }

    /// - Parameters:
    ///   - bytes: what came from the network; what is taken is gone from it.
    ///   - space: where payloads that have come whole are put; items are slices of it. It needs no capacity.
    /// - Returns: `nil` once everything is taken. After an error no more frames can be found.
    mutating func next(in bytes: inout ByteBuffer, space: inout ByteBuffer) throws(Violation) -> Item? {
        while true {
            if self.frame == nil {
                guard let frame = try self.readHead(&bytes) else { return nil }
                self.frame = frame
            }
            guard let frame = self.frame else { return nil }
            if let item = try self.readPayload(of: frame, &bytes, &space) { return item }
            if self.frame != nil { return nil }
        }
    }

    // MARK: Heads

    private mutating func readHead(_ bytes: inout ByteBuffer) throws(Violation) -> Frame? {
        if self.head.readableBytes == 0 {
            if let frame = try self.parseHead(&bytes) { return frame }
            if bytes.readableBytes > 0 { self.head.writeBuffer(&bytes) }
            return nil
        }
        while let byte = bytes.readInteger(as: UInt8.self) {
            self.head.writeInteger(byte)
            guard let frame = try self.parseHead(&self.head) else { continue }
            self.head = ByteBuffer()
            return frame
        }
        return nil
    }

    /// - Returns: `nil`, and nothing is taken, if the head is not whole.
    private func parseHead(_ bytes: inout ByteBuffer) throws(Violation) -> Frame? {
        var rest = bytes
        guard let first = rest.readInteger(as: UInt8.self), let second = rest.readInteger(as: UInt8.self) else { return nil }
        // No extension was agreed on, so the reserved bits mean nothing; and a client has to mask.
        guard first & 0x70 == 0, second & 0x80 != 0, let opcode = Opcode(rawValue: first & 0x0F) else { throw .protocolError }
        let isFinal = first & 0x80 != 0
        switch opcode {
        case .continuation: guard self.opcode != nil else { throw .protocolError }
        case .text, .binary: guard self.opcode == nil else { throw .protocolError }
        case .close, .ping, .pong:
            guard isFinal, second & 0x7F <= Self.maxControlLength else { throw .protocolError }
        }
        guard let length = try self.readLength(second & 0x7F, &rest) else { return nil }
        if !opcode.isControl {
            // The length of what is there is below the bound, so this cannot overflow.
            guard length <= UInt64(self.maxMessageLength - self.message.readableBytes) else { throw .tooLarge }
            guard opcode != .continuation || self.fragments < self.maxFragments else { throw .tooManyFragments }
        }
        guard let key = rest.readInteger(endianness: .little, as: UInt32.self) else { return nil }
        bytes = rest
        return Frame(
            opcode: opcode, isFinal: isFinal, mask: WebSocketMask(key: key), remaining: Int(truncatingIfNeeded: length))
    }

    /// Each length has one form, the shortest.
    private func readLength(_ short: UInt8, _ bytes: inout ByteBuffer) throws(Violation) -> UInt64? {
        switch short {
        case 126:
            guard let length = bytes.readInteger(as: UInt16.self) else { return nil }
            guard length > 125 else { throw .protocolError }
            return UInt64(length)
        case 127:
            guard let length = bytes.readInteger(as: UInt64.self) else { return nil }
            guard length > 0xFFFF else { throw .protocolError }
            return length
        default: return UInt64(short)
        }
    }

    // MARK: Payloads

    private mutating func readPayload(
        of frame: Frame, _ bytes: inout ByteBuffer, _ space: inout ByteBuffer
    ) throws(Violation) -> Item? {
        var frame = frame
        let length = min(frame.remaining, bytes.readableBytes)
        let isWhole = length == frame.remaining
        frame.remaining -= length
        if frame.opcode.isControl {
            self.control.writeUnmasked(&bytes, length: length, &frame.mask)
            self.frame = isWhole ? nil : frame
            guard isWhole else { return nil }
            defer { self.control = ByteBuffer() }
            return try self.item(control: frame.opcode, self.control)
        }
        if isWhole, frame.isFinal, self.opcode == nil {
            // Room is used again if the item before it is gone. Otherwise this one gets its own: to write behind an item that
            // is kept would copy the whole room for each.
            space.clear(minimumCapacity: length)
            space.writeUnmasked(&bytes, length: length, &frame.mask)
            self.frame = nil
            // It was just written.
            guard let payload = space.readSlice(length: length) else { return nil }
            return try self.item(message: frame.opcode, payload)
        }
        if frame.opcode != .continuation { self.opcode = self.opcode ?? frame.opcode }
        self.message.writeUnmasked(&bytes, length: length, &frame.mask)
        self.frame = isWhole ? nil : frame
        guard isWhole else { return nil }
        self.fragments += 1
        guard frame.isFinal, let opcode = self.opcode else { return nil }
        let message = self.message
        (self.opcode, self.message, self.fragments) = (nil, ByteBuffer(), 0)
        return try self.item(message: opcode, message)
    }

    private func item(message opcode: Opcode, _ payload: ByteBuffer) throws(Violation) -> Item {
        guard opcode == .text else { return .binary(payload) }
        guard payload.isValidUTF8 else { throw .invalidUTF8 }
        return .text(payload)
    }

    private func item(control opcode: Opcode, _ payload: ByteBuffer) throws(Violation) -> Item {
        switch opcode {
        case .ping, .continuation, .text, .binary: return .ping(payload)
        case .pong: return .pong
        case .close:
            var payload = payload
            guard payload.readableBytes > 0 else { return .close(code: nil) }
            // RFC 6455 section 7.4, and the codes registered since.
            guard let code = payload.readInteger(as: UInt16.self),
                (1000...1003).contains(code) || (1007...1014).contains(code) || (3000...4999).contains(code)
            else { throw .protocolError }
            guard payload.isValidUTF8 else { throw .invalidUTF8 }
            return .close(code: code)
        }
    }
}

/// A frame's masking key (RFC 6455 section 5.3), turned to where the next byte stands.
struct WebSocketMask: Sendable {
    /// The next byte's part is the lowest.
    private var key: UInt32

    init(key: UInt32) { self.key = key }

    /// Copies and unmasks, eight bytes at a time. Both buffers have the same length.
    mutating func apply(from input: UnsafeRawBufferPointer, to output: UnsafeMutableRawBufferPointer) {
        let count = min(input.count, output.count)
        let wide = UInt64(self.key) | UInt64(self.key) << 32
        var place = 0
        while place &+ 8 <= count {
            let word = UInt64(littleEndian: input.loadUnaligned(fromByteOffset: place, as: UInt64.self)) ^ wide
            output.storeBytes(of: word.littleEndian, toByteOffset: place, as: UInt64.self)
            place &+= 8
        }
        while place < count {
            output[place] = input[place] ^ UInt8(truncatingIfNeeded: wide >> UInt64(8 * (place & 7)))
            place &+= 1
        }
        let turn = UInt32(8 * (count & 3))
        self.key = self.key >> turn | self.key << ((32 - turn) & 31)
    }
}

extension ByteBuffer {
    /// Appends the next `length` bytes of `masked`, which are there, and takes them from it.
    fileprivate mutating func writeUnmasked(_ masked: inout ByteBuffer, length: Int, _ mask: inout WebSocketMask) {
        guard length > 0 else { return }
        self.writeWithUnsafeMutableBytes(minimumWritableBytes: length) { output in
            masked.withUnsafeReadableBytes { input in
                let part = UnsafeRawBufferPointer(rebasing: input.prefix(length))
                mask.apply(from: part, to: UnsafeMutableRawBufferPointer(rebasing: output.prefix(length)))
                return part.count
            }
        }
        masked.moveReaderIndex(forwardBy: length)
    }
}
