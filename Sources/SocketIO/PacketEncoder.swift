import EngineIO
import JSON
import NIOCore

/// A packet as it travels. Encoded once, it can go to any number of clients, which share its bytes.
struct EncodedPacket: Sendable, Equatable {
    let messages: [EngineIOMessage]

    fileprivate init(text: [UInt8], attachments: [ByteBuffer] = []) {
        self.messages = [.text(ByteBuffer(bytes: text))] + attachments.map { .binary($0) }
    }
}

/// An event as it travels, up to its closing bracket: an offset may follow.
struct OpenEvent {
    fileprivate var text: [UInt8]
    fileprivate let attachments: [ByteBuffer]

    /// Of an event without attachments: the packet's one message.
    consuming func textMessage() -> [UInt8] {
        self.text.append(UInt8(ascii: "]"))
        return self.text
    }

    /// - Parameter offset: what a client that recovers is to give back.
    consuming func packet(offset: Int? = nil) -> EncodedPacket {
        if let offset {
            self.text.append(contentsOf: ",\"".utf8)
            self.text.append(contentsOf: String(offset).utf8)
            self.text.append(UInt8(ascii: "\""))
        }
        self.text.append(UInt8(ascii: "]"))
        return EncodedPacket(text: self.text, attachments: self.attachments)
    }
}

enum PacketEncoder {
    /// - Parameter pid: the recovery id, if there is recovery.
    static func connect(namespace: String, id: String, pid: String? = nil) -> EncodedPacket {
        var payload: JSONObject = ["sid": .string(id)]
        payload["pid"] = pid.map { .string($0) }
        return self.packet("0", namespace: namespace, payload: .object(payload))
    }

    static func connectError(_ error: ConnectError, namespace: String) -> EncodedPacket {
        var payload: JSONObject = ["message": .string(error.message)]
        payload["data"] = error.data
        return self.packet("4", namespace: namespace, payload: .object(payload))
    }

    static func disconnect(namespace: String) -> EncodedPacket {
        self.packet("1", namespace: namespace, payload: nil)
    }

    static func event(
        _ name: String, _ arguments: [JSONValue], attachments: [ByteBuffer], namespace: String, id: Int? = nil
    ) -> OpenEvent {
        var bytes = self.header(attachments.isEmpty ? "2" : "5", attachments: attachments.count, namespace: namespace, id: id)
        bytes.append(UInt8(ascii: "["))
        JSONValue.string(name).write(into: &bytes)
        for argument in arguments {
            bytes.append(UInt8(ascii: ","))
            argument.write(into: &bytes)
        }
        return OpenEvent(text: bytes, attachments: attachments)
    }

    static func acknowledgement(
        _ arguments: [JSONValue], attachments: [ByteBuffer], namespace: String, id: Int
    ) -> EncodedPacket {
        var bytes = self.header(attachments.isEmpty ? "3" : "6", attachments: attachments.count, namespace: namespace, id: id)
        JSONValue.array(arguments).write(into: &bytes)
        return EncodedPacket(text: bytes, attachments: attachments)
    }

    private static func packet(_ type: Unicode.Scalar, namespace: String, payload: JSONValue?) -> EncodedPacket {
        var bytes = self.header(type, attachments: 0, namespace: namespace, id: nil)
        payload?.write(into: &bytes)
        return EncodedPacket(text: bytes)
    }

    private static func header(_ type: Unicode.Scalar, attachments: Int, namespace: String, id: Int?) -> [UInt8] {
        var bytes: [UInt8] = []
        // Room for a common event: growing from nothing moves the bytes half a dozen times.
        bytes.reserveCapacity(256)
        bytes.append(UInt8(ascii: type))
        if attachments > 0 {
            bytes.append(contentsOf: String(attachments).utf8)
            bytes.append(UInt8(ascii: "-"))
        }
        if namespace != "/" {
            bytes.append(contentsOf: namespace.utf8)
            bytes.append(UInt8(ascii: ","))
        }
        if let id { bytes.append(contentsOf: String(id).utf8) }
        return bytes
    }
}
