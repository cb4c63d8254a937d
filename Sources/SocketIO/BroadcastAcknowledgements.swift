/// The answers to an event that went to many sockets.
public struct BroadcastAcknowledgements: Sendable {
    public struct Answer: Sendable {
        public let socketID: String
        public let acknowledgement: SocketAcknowledgement

        public init(socketID: String, acknowledgement: SocketAcknowledgement) {
            (self.socketID, self.acknowledgement) = (socketID, acknowledgement)
        }
    }

    /// In the order in which they came.
    public var answers: [Answer] = []
    /// The sockets that did not answer, and why.
    public var missing: [String: AcknowledgementError] = [:]

    public init() {}

    public var isComplete: Bool { self.missing.isEmpty }
}
