import JSON
import NIOCore
import Testing

@testable import SocketIO

@Suite final class ClientStateMachineTests {
    private var machine = ClientStateMachine(limits: SocketIOConfiguration().packetLimits, maxNamespaces: 2)

    private func text(_ text: String) -> ClientStateMachine.ReceiveAction {
        self.machine.received(text: ByteBuffer(string: text))
    }

    private func binary(_ bytes: [UInt8]) -> ClientStateMachine.ReceiveAction {
        self.machine.received(binary: ByteBuffer(bytes: bytes))
    }

    private func accepted(_ member: Int) -> Bool { self.machine.accepted(member: member) }
    private func refused(_ member: Int) -> Bool { self.machine.refused(member: member) }
    private func ended(_ member: Int) -> Bool { self.machine.ended(member: member) }
    private func connectTimerFired() -> ClientStateMachine.TimeoutAction { self.machine.connectTimerFired() }
    private func attachmentTimerFired(_ packet: Int) -> ClientStateMachine.TimeoutAction {
        self.machine.attachmentTimerFired(packet: packet)
    }

    private func join(_ namespace: String = "/", member: Int = 1) {
        _ = self.text(namespace == "/" ? "0" : "0\(namespace),")
        #expect(self.accepted(member))
    }

    @Test func aClientConnectsAndIsHeard() {
        #expect(self.text(#"0{"token":"x"}"#) == .connect(member: 1, namespace: "/", auth: ["token": "x"]))
        #expect(self.accepted(1))
        let packet = SocketPacket(kind: .event, id: 5, payload: ByteBuffer(string: #"["a",1]"#))
        #expect(self.text(#"25["a",1]"#) == .deliver(member: 1, event: "a", packet))
        let answer = SocketPacket(kind: .acknowledgement, id: 9, payload: ByteBuffer(string: "[]"))
        #expect(self.text("39[]") == .acknowledge(member: 1, id: 9, answer))
        #expect(self.text("1") == .leave(member: 1))
    }

    @Test func namespacesAreMembersOfTheirOwn() {
        self.join()
        self.join("/admin", member: 2)
        let packet = SocketPacket(kind: .event, namespace: "/admin", payload: ByteBuffer(string: #"["a"]"#))
        #expect(self.text(#"2/admin,["a"]"#) == .deliver(member: 2, event: "a", packet))
        #expect(self.text("1/admin,") == .leave(member: 2))
        #expect(self.text(#"2["a"]"#) != .ignore)
    }

    /// "é" composed and decomposed are two names to every other client and server.
    @Test func namespacesAreToldApartByTheirBytes() {
        self.join("/\u{E9}")
        #expect(self.text("0/e\u{301},") == .connect(member: 2, namespace: "/e\u{301}", auth: [:]))
    }

    @Test(arguments: [#"2["a"]"#, "31[]", "1", #"2/other,["a"]"#])
    func whatComesBeforeConnectEndsTheConnection(message: String) {
        #expect(self.text(message) == .close(.notConnected))
        #expect(self.text("0") == .ignore)
    }

    @Test func eventsBeforeTheServerAgreedEndTheConnection() {
        _ = self.text("0")
        #expect(self.text(#"2["a"]"#) == .close(.notConnected))
    }

    @Test func whatComesAfterLeavingEndsTheConnection() {
        self.join()
        _ = self.text("1")
        #expect(self.text(#"2["a"]"#) == .close(.notConnected))
    }

    /// The client sent it before it knew.
    @Test func whatComesAfterTheServerEndedTheNamespaceIsIgnored() {
        self.join()
        #expect(self.ended(1))
        #expect(!self.ended(1))
        #expect(self.text(#"2["a"]"#) == .ignore)
        #expect(self.text("1") == .ignore)
        #expect(self.text("0") == .connect(member: 2, namespace: "/", auth: [:]))
        #expect(self.text(#"2["a"]"#) == .close(.notConnected))
    }

    @Test func connectingTwiceEndsTheConnection() {
        self.join()
        #expect(self.text("0") == .close(.alreadyConnected))
    }

    @Test func leavingBeforeTheServerAgreedEndsTheConnection() {
        _ = self.text("0")
        #expect(self.text("1") == .close(.notConnected))
        self.machine.closed()
        #expect(!self.accepted(1))
        #expect(!self.refused(1))
    }

    @Test func aRefusedClientMayTryAgain() {
        _ = self.text("0")
        #expect(self.refused(1))
        #expect(!self.accepted(1))
        #expect(self.text("0") == .connect(member: 2, namespace: "/", auth: [:]))
    }

    @Test func namespacesPerClientAreBounded() {
        self.join()
        self.join("/a", member: 2)
        #expect(self.text("0/b,") == .refuse(namespace: "/b", ConnectError("Too many namespaces")))
        _ = self.text("1/a,")
        #expect(self.text("0/b,") == .connect(member: 3, namespace: "/b", auth: [:]))
    }

    @Test(arguments: [#"4{"message":"x"}"#, "4"]) func aClientSendsNoConnectError(message: String) {
        #expect(self.text(message) == .close(.unexpectedConnectError))
    }

    @Test(arguments: [("0{", .invalidPayload), (#"0{"a":1}}"#, .invalidPayload)] as [(String, ProtocolViolation)])
    func authIsAnObject(message: String, violation: ProtocolViolation) {
        #expect(self.text(message) == .close(violation))
    }

    @Test func nothingFollowsTheEnd() {
        self.join()
        self.machine.closed()
        #expect(self.text(#"2["a"]"#) == .ignore)
        #expect(self.binary([1]) == .ignore)
        let action = self.machine.violated(.invalidPayload)
        #expect(action == .ignore)
        #expect(self.connectTimerFired() == .ignore)
        #expect(!self.ended(1))
    }

    // MARK: Time

    @Test func aClientThatConnectsToNothingIsClosed() {
        #expect(self.connectTimerFired() == .close(.connectTooLate))
    }

    @Test func aClientWhoseMiddlewareHangsIsClosed() {
        _ = self.text("0")
        #expect(self.connectTimerFired() == .close(.connectTooLate))
    }

    @Test func aClientThatConnectedAndLeftMayStay() {
        self.join()
        _ = self.text("1")
        #expect(self.connectTimerFired() == .ignore)
    }

    @Test func attachmentsHaveToComeInTime() {
        self.join()
        #expect(self.text(#"52-["a"]"#) == .awaitAttachments(packet: 1))
        #expect(self.binary([1]) == .ignore)
        #expect(self.attachmentTimerFired(1) == .close(.attachmentsTooLate))
    }

    @Test func attachmentsThatCameAreNotLate() {
        self.join()
        _ = self.text(#"51-["a"]"#)
        _ = self.binary([1])
        #expect(self.attachmentTimerFired(1) == .ignore)
        #expect(self.text(#"51-["b"]"#) == .awaitAttachments(packet: 2))
        #expect(self.attachmentTimerFired(1) == .wait(packet: 2))
    }
}
