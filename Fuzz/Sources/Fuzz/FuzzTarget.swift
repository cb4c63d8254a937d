import NIOCore

@testable import EngineIO
@testable import JSON
@testable import SocketIO

/// A decoder of what clients send, and what holds for all inputs beside that nothing traps.
enum FuzzTarget: String, CaseIterable {
    case frames
    case polling
    case packets
    case json

    func run(_ input: UnsafeBufferPointer<UInt8>) {
        switch self {
        case .frames: Self.frames(input)
        case .polling: Self.polling(input)
        case .packets: Self.packets(input)
        case .json: Self.json(input)
        }
    }

    /// However the bytes are cut, the outcome is the same.
    private static func frames(_ input: UnsafeBufferPointer<UInt8>) {
        let size = Int(input.first ?? 0) % 16 + 1
        let bytes = ByteBuffer(bytes: input.dropFirst())
        precondition(self.decode([bytes]) == self.decode(self.cut(bytes, every: size)), "cutting changes the outcome")
    }

    private struct Outcome: Equatable {
        var items: [WebSocketDecoder.Item] = []
        var violation: WebSocketDecoder.Violation?
    }

    private static func decode(_ pieces: [ByteBuffer]) -> Outcome {
        var decoder = WebSocketDecoder(maxMessageLength: 1_000, maxFragments: 4)
        var outcome = Outcome()
        for var piece in pieces where outcome.violation == nil {
            var space = ByteBuffer()
            do throws(WebSocketDecoder.Violation) {
                while let item = try decoder.next(in: &piece, space: &space) { outcome.items.append(item) }
            } catch {
                outcome.violation = error
            }
        }
        return outcome
    }

    private static func cut(_ bytes: ByteBuffer, every size: Int) -> [ByteBuffer] {
        var (bytes, pieces) = (bytes, [ByteBuffer]())
        while bytes.readableBytes > 0, let piece = bytes.readSlice(length: min(size, bytes.readableBytes)) {
            pieces.append(piece)
        }
        return pieces
    }

    /// What is decoded and written again is read as the same.
    private static func polling(_ input: UnsafeBufferPointer<UInt8>) {
        guard let packets = try? PollingPayload.decode(ByteBuffer(bytes: input), maxPackets: 16) else { return }
        let again = try? PollingPayload.decode(PollingPayload.encode(packets), maxPackets: 16)
        precondition(again == packets, "a payload changes by being written")
    }

    /// Lines are text messages, those that begin with a zero byte binary ones, on one connection.
    private static func packets(_ input: UnsafeBufferPointer<UInt8>) {
        let limits = SocketIOConfiguration().packetLimits
        var machine = ClientStateMachine(limits: limits, maxNamespaces: 4)
        for line in input.split(separator: UInt8(ascii: "\n")) {
            let message = ByteBuffer(bytes: line)
            let action = line.first == 0 ? machine.received(binary: message) : machine.received(text: message)
            switch action {
            case .connect(let member, _, _): _ = machine.accepted(member: member)
            case .deliver(_, _, let packet), .acknowledge(_, _, let packet):
                _ = try? PacketPayload.arguments(of: packet, limits: limits)
            case .ignore, .awaitAttachments, .refuse, .leave, .close: break
            }
        }
    }

    /// What is parsed and written again is read as the same.
    private static func json(_ input: UnsafeBufferPointer<UInt8>) {
        guard let value = try? JSONValue(parsing: input) else { return }
        let again = try? JSONValue(parsing: value.serializedBytes)
        precondition(again == value, "a value changes by being written")
    }
}
