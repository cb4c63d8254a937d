import JSON
import NIOConcurrencyHelpers
public import NIOCore

/// Events whose arguments have Swift types.
extension Socket {
    /// Adds a handler of an event whose first argument is read as this type: `on("move", as: Move.self) { move, event in … }`.
    /// One that is missing is read as null, so that an optional may be left out; further ones are left to
    /// ``SocketEvent/decode(_:at:)``. An argument that does not fit goes to ``onInvalidArguments(_:)`` instead.
    public func on<Argument: Decodable & SendableMetatype>(
        _ event: String, as type: Argument.Type, _ handler: @escaping @Sendable (Argument, SocketEvent) -> Void
    ) {
        self.on(event) { [weak self] event in
            let value: Argument
            do {
                value = try event.decode(type)
            } catch {
                self?.invalid(event, error)
                return
            }
            handler(value, event)
        }
    }

    /// Adds a handler of events whose arguments do not fit the types of ``on(_:as:_:)``; the error is a `DecodingError` as a
    /// rule, with the path, whose first part is the argument's place. Without such a handler the client is told: an
    /// acknowledgement that it wants, or else the event `error`, carries `{"message": "Invalid arguments", "data": {"path": […]}}`,
    /// the acknowledgement as the member `error` of an object.
    public func onInvalidArguments(_ handler: @escaping @Sendable (any Error, SocketEvent) -> Void) {
        self.state.withLockedValue { $0.addInvalidArguments(handler) }
    }

    private func invalid(_ event: SocketEvent, _ error: any Error) {
        let handlers = self.state.withLockedValue { $0.invalidArgumentsHandlers }
        for handler in handlers { handler(error, event) }
        guard handlers.isEmpty else { return }
        var refusal = EventError("Invalid arguments")
        if let path = (error as? DecodingError)?.path { refusal.data = ["path": .array(path)] }
        self.refuse(event.name, event.acknowledgement, refusal)
    }

    /// Sends an event whose arguments are these values.
    /// - Throws: `EncodingError` for what JSON cannot hold; nothing is sent then.
    @_disfavoredOverload
    public func emit<each Argument: Encodable>(_ event: String, _ values: repeat each Argument) throws {
        self.emit(event, arguments: try Self.encode(repeat each values))
    }

    /// Sends an event and reads the first argument of the client's answer.
    /// - Throws: ``AcknowledgementError``, or `DecodingError` if the answer does not fit.
    @_disfavoredOverload
    public func emitWithAck<each Argument: Encodable, Reply: Decodable>(
        _ event: String, _ values: repeat each Argument, timeout: TimeAmount, as reply: Reply.Type
    ) async throws -> Reply {
        let arguments = try Self.encode(repeat each values)
        return try await self.emitWithAck(event, arguments: arguments, timeout: timeout).decode(reply)
    }

    static func encode<each Argument: Encodable>(_ values: repeat each Argument) throws -> [JSONValue] {
        var arguments: [JSONValue] = []
        repeat arguments.append(try JSONValueEncoder().encode(each values))
        return arguments
    }
}

extension BroadcastOperator {
    /// As ``Socket/emit(_:_:)``.
    @_disfavoredOverload
    public func emit<each Argument: Encodable>(_ event: String, _ values: repeat each Argument) throws {
        self.emit(event, arguments: try Socket.encode(repeat each values))
    }
}

extension Namespace {
    /// As ``Socket/emit(_:_:)``.
    @_disfavoredOverload
    public func emit<each Argument: Encodable>(_ event: String, _ values: repeat each Argument) throws {
        self.emit(event, arguments: try Socket.encode(repeat each values))
    }
}

extension SocketEvent {
    /// The argument at this place, from 0; null if it is not there.
    /// - Throws: `DecodingError`.
    public func decode<Value: Decodable>(_ type: Value.Type, at place: Int = 0) throws -> Value {
        try ArgumentPlace.decode(type, in: self.arguments, at: place)
    }

    /// As ``acknowledge(_:attachments:)``, with values of Swift types.
    /// - Throws: `EncodingError` for what JSON cannot hold; nothing is sent then.
    @_disfavoredOverload
    public func acknowledge<each Argument: Encodable>(_ values: repeat each Argument) throws {
        self.acknowledge(arguments: try Socket.encode(repeat each values))
    }
}

extension SocketAcknowledgement {
    /// The first argument, null if there is none.
    /// - Throws: `DecodingError`.
    public func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try ArgumentPlace.decode(type, in: self.arguments, at: 0)
    }
}

/// An argument's place, which begins the path of an error.
private struct ArgumentPlace: CodingKey {
    let intValue: Int?
    var stringValue: String { "\(self.intValue ?? 0)" }

    init(intValue: Int) { self.intValue = intValue }
    init?(stringValue: String) { return nil }

    static func decode<Value: Decodable>(_ type: Value.Type, in arguments: [JSONValue], at place: Int) throws -> Value {
        let value = arguments.indices.contains(place) ? arguments[place] : .null
        return try JSONValueDecoder().decode(type, from: value, at: [ArgumentPlace(intValue: place)])
    }
}

extension DecodingError {
    /// Names and places, as JSON.
    fileprivate var path: [JSONValue]? {
        let context: Context
        switch self {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found): context = found
        case .keyNotFound(let key, let found):
            context = Context(codingPath: found.codingPath + [key], debugDescription: "")
        @unknown default: return nil
        }
        return context.codingPath.map { key in key.intValue.map { .number(JSONNumber($0)) } ?? .string(key.stringValue) }
    }
}
