import NIOCore
import Testing

@testable import EngineIO

@Suite struct SessionStateMachineTests {
    typealias Machine = SessionStateMachine

    private let start = NIODeadline.uptimeNanoseconds(1_000_000_000)
    private let webSocket = ConnectionID(value: 9)

    private func id(_ number: Int) -> RequestID { RequestID(connection: ConnectionID(value: 1), number: number) }
    private func text(_ text: String) -> EnginePacket { .text(ByteBuffer(string: text)) }

    private func machine(webSocket: ConnectionID? = nil, configure: (inout EngineIOConfiguration) -> Void = { _ in }) -> Machine
    {
        var configuration = EngineIOConfiguration()
        configure(&configuration)
        return Machine(configuration: configuration, webSocket: webSocket, now: self.start)
    }

    // MARK: Polling

    @Test func aGETWaitsForSomethingToSend() {
        var machine = self.machine()
        #expect(machine.getReceived(self.id(1)) == .wait)
        #expect(machine.flush() == nil)
        #expect(machine.send(self.text("a")) == .enqueued)
        #expect(machine.send(self.text("b")) == .enqueued)
        #expect(machine.flush() == .init(request: self.id(1), packets: [self.text("a"), self.text("b")]))
        #expect(machine.flush() == nil)
    }

    @Test func aGETTakesWhatWaits() {
        var machine = self.machine { $0.maxPacketsPerResponse = 2 }
        for letter in ["a", "b", "c"] { #expect(machine.send(self.text(letter)) == .enqueued) }
        #expect(machine.flush() == nil)
        #expect(machine.getReceived(self.id(1)) == .answer([self.text("a"), self.text("b")]))
        #expect(machine.getReceived(self.id(2)) == .answer([self.text("c")]))
        #expect(machine.getReceived(self.id(3)) == .wait)
    }

    @Test func aSecondGETEndsTheSession() {
        var machine = self.machine()
        #expect(machine.getReceived(self.id(1)) == .wait)
        #expect(
            machine.getReceived(self.id(2))
                == .refuseAndEnd(.init(reason: .transportError, poll: .init(request: self.id(1), packets: [.close]))))
        #expect(machine.getReceived(self.id(3)) == .refuse(.unknownSession))
        #expect(machine.send(self.text("a")) == .drop)
        #expect(machine.deadline == nil)
    }

    @Test func aSecondPOSTEndsTheSession() {
        var machine = self.machine()
        #expect(machine.postStarted(self.id(1)) == .read)
        #expect(machine.postStarted(self.id(2)) == .refuseAndEnd(.init(reason: .transportError)))
        #expect(machine.postEnded(self.id(1)) == false)
    }

    @Test func anAbortedRequestEndsTheSession() {
        var machine = self.machine()
        #expect(machine.getReceived(self.id(1)) == .wait)
        #expect(machine.requestAborted(self.id(7)) == nil)
        #expect(machine.requestAborted(self.id(1)) == .init(reason: .transportError))
        var other = self.machine()
        #expect(other.postStarted(self.id(1)) == .read)
        #expect(other.getReceived(self.id(2)) == .wait)
        #expect(
            other.requestAborted(self.id(1))
                == .init(reason: .transportError, poll: .init(request: self.id(2), packets: [.close])))
    }

    @Test func theClientsCloseAnswersTheGETWithANoop() {
        var machine = self.machine()
        #expect(machine.getReceived(self.id(1)) == .wait)
        #expect(
            machine.packetReceived(.close, now: self.start)
                == .end(.init(reason: .transportClose, poll: .init(request: self.id(1), packets: [.noop]))))
        #expect(machine.packetReceived(self.text("a"), now: self.start) == .ignore)
    }

    @Test func aGETThatCrossesTheClientsCloseGetsANoop() {
        for comes in [true, false] {
            var machine = self.machine()
            #expect(machine.send(self.text("lost")) == .enqueued)
            #expect(
                machine.packetReceived(.close, now: self.start) == .end(.init(reason: .transportClose, lingers: true)))
            #expect(machine.send(self.text("late")) == .drop && machine.flush() == nil)
            #expect(machine.postStarted(self.id(1)) == .refuse(.unknownSession))
            #expect(machine.close(reason: .forcedClose, now: self.start) == nil && machine.clientFailed(.parseError) == nil)
            let until = self.start + Machine.partingTime
            #expect(machine.deadline == until && machine.timePassed(now: until - .nanoseconds(1)) == .wait)
            if comes {
                #expect(machine.getReceived(self.id(2)) == .answerAndForget([.noop]))
            } else {
                #expect(machine.timePassed(now: until) == .forget)
            }
            #expect(machine.state == .closed && machine.getReceived(self.id(3)) == .refuse(.unknownSession))
        }
    }

    @Test func aClientMustNotPing() {
        var machine = self.machine(webSocket: self.webSocket)
        #expect(machine.packetReceived(.ping, now: self.start) == .end(.init(reason: .parseError)))
    }

    // MARK: Bounds

    @Test func theQueueIsBounded() {
        // Each message counts 10 bytes and the overhead of a packet.
        var machine = self.machine { $0.maxOutboundBytes = 3 * (10 + OutboundQueue.overhead) - 1 }
        for _ in 0..<3 { #expect(machine.send(self.text("0123456789")) == .enqueued) }
        #expect(machine.send(self.text("")) == .end(.init(reason: .slowClient)))
    }

    @Test func oneMessageMayBeLargerThanTheBound() {
        var machine = self.machine { $0.maxOutboundBytes = 100 }
        #expect(machine.send(self.text(String(repeating: "x", count: 1_000))) == .enqueued)
        #expect(machine.send(self.text("")) == .end(.init(reason: .slowClient)))
    }

    // MARK: Heartbeat

    @Test(arguments: [nil, ConnectionID(value: 9)])
    func pingsAndTimesOut(webSocket: ConnectionID?) {
        var machine = self.machine(webSocket: webSocket)
        var now = self.start
        for _ in 0..<3 {
            #expect(machine.deadline == now + .seconds(25))
            #expect(machine.timePassed(now: now + .seconds(25) - .nanoseconds(1)) == .wait)
            now = now + .seconds(25)
            #expect(machine.timePassed(now: now) == .sendPing)
            #expect(machine.deadline == now + .seconds(20))
            now = now + .seconds(19)
            #expect(machine.timePassed(now: now) == .wait)
            #expect(machine.packetReceived(.pong, now: now) == .ignore)
        }
        now = now + .seconds(25)
        #expect(machine.timePassed(now: now) == .sendPing)
        #expect(machine.timePassed(now: now + .seconds(20)) == .end(.init(reason: .pingTimeout)))
    }

    @Test func pongsThatAnswerNothingDoNotPutOffThePing() {
        var machine = self.machine()
        #expect(machine.packetReceived(.pong, now: self.start + .seconds(20)) == .ignore)
        #expect(machine.timePassed(now: self.start + .seconds(25)) == .sendPing)
    }

    @Test func aTimedOutGETIsAnswered() {
        var machine = self.machine()
        #expect(machine.timePassed(now: self.start + .seconds(25)) == .sendPing)
        #expect(machine.getReceived(self.id(1)) == .wait)
        #expect(
            machine.timePassed(now: self.start + .seconds(45))
                == .end(.init(reason: .pingTimeout, poll: .init(request: self.id(1), packets: [.close]))))
    }

    // MARK: Upgrade

    @Test func upgrades() {
        var machine = self.machine()
        #expect(machine.getReceived(self.id(1)) == .wait)
        #expect(machine.webSocketConnected(self.webSocket, now: self.start) == true)
        #expect(machine.webSocketConnected(self.webSocket, now: self.start) == true, "claimed first, connected then")
        #expect(machine.probePacketReceived(.probe) == .answerProbe(.init(request: self.id(1), packets: [.noop])))
        #expect(machine.getReceived(self.id(2)) == .answer([.noop]))
        #expect(machine.send(self.text("a")) == .enqueued)
        #expect(machine.getReceived(self.id(3)) == .answer([self.text("a")]))
        #expect(machine.send(self.text("b")) == .enqueued)
        #expect(machine.send(self.text("c")) == .enqueued)
        #expect(machine.probePacketReceived(.upgrade) == .complete([self.text("b"), self.text("c")], nil))
        #expect(machine.send(self.text("d")) == .transmit)
        #expect(machine.getReceived(self.id(4)) == .refuse(.badRequest))
        #expect(machine.postStarted(self.id(5)) == .refuse(.badRequest))
        #expect(machine.webSocketConnected(ConnectionID(value: 10), now: self.start) == false)
        #expect(machine.deadline == self.start + .seconds(25))
        #expect(machine.webSocketClosed(ConnectionID(value: 10), reason: .transportClose) == nil)
        #expect(machine.webSocketClosed(self.webSocket, reason: .transportClose) == .init(reason: .transportClose))
    }

    @Test func aGETThatCameBeforeTheProbeIsAnsweredAtTheEndToo() {
        var machine = self.machine()
        #expect(machine.webSocketConnected(self.webSocket, now: self.start) == true)
        #expect(machine.getReceived(self.id(1)) == .wait)
        #expect(machine.probePacketReceived(.probe) == .answerProbe(.init(request: self.id(1), packets: [.noop])))
    }

    @Test(arguments: [
        EnginePacket.upgrade, .text(ByteBuffer()), .binary(ByteBuffer()), .close, .ping, .pong, .noop, .probeAnswer,
    ])
    func aProbeBeginsWithAProbe(packet: EnginePacket) {
        var machine = self.machine()
        #expect(machine.webSocketConnected(self.webSocket, now: self.start) == true)
        #expect(machine.probePacketReceived(packet) == .abandon)
        #expect(machine.getReceived(self.id(1)) == .wait)
        #expect(machine.webSocketConnected(ConnectionID(value: 10), now: self.start) == true)
    }

    @Test func aFailedUpgradeLosesNothing() {
        var machine = self.machine()
        #expect(machine.webSocketConnected(self.webSocket, now: self.start) == true)
        #expect(machine.webSocketConnected(ConnectionID(value: 10), now: self.start) == false)
        #expect(machine.probePacketReceived(.probe) == .answerProbe(nil))
        #expect(machine.send(self.text("a")) == .enqueued)
        #expect(machine.deadline == self.start + .seconds(10))
        #expect(machine.timePassed(now: self.start + .seconds(10)) == .abandonUpgrade)
        #expect(machine.deadline == self.start + .seconds(25))
        #expect(machine.probePacketReceived(.upgrade) == .abandon)
        #expect(machine.getReceived(self.id(1)) == .answer([self.text("a")]))
        #expect(machine.webSocketConnected(ConnectionID(value: 11), now: self.start) == true)
        #expect(machine.webSocketClosed(ConnectionID(value: 11), reason: .transportError) == nil)
        #expect(machine.getReceived(self.id(2)) == .wait)
    }

    // MARK: Closing

    @Test func aClosedSessionDeliversWhatWasSentBefore() {
        var machine = self.machine { $0.maxPacketsPerResponse = 2 }
        for letter in ["a", "b", "c"] { #expect(machine.send(self.text(letter)) == .enqueued) }
        #expect(machine.close(reason: .forcedClose, now: self.start) == .init(reason: .forcedClose, lingers: true))
        #expect(machine.close(reason: .forcedClose, now: self.start) == nil)
        #expect(machine.send(self.text("d")) == .drop)
        #expect(machine.postStarted(self.id(1)) == .refuse(.unknownSession))
        #expect(machine.getReceived(self.id(2)) == .answer([self.text("a"), self.text("b")]))
        #expect(machine.getReceived(self.id(3)) == .answer([self.text("c")]))
        #expect(machine.getReceived(self.id(4)) == .answerAndForget([.close]))
        #expect(machine.getReceived(self.id(5)) == .refuse(.unknownSession))
    }

    @Test func aWaitingGETCarriesTheLastWordsAndTheNextOneTheClose() {
        var machine = self.machine()
        #expect(machine.getReceived(self.id(1)) == .wait)
        #expect(machine.send(self.text("a")) == .enqueued)
        #expect(
            machine.close(reason: .serverShuttingDown, now: self.start)
                == .init(
                    reason: .serverShuttingDown, poll: .init(request: self.id(1), packets: [self.text("a")]), lingers: true))
        #expect(machine.getReceived(self.id(2)) == .answerAndForget([.close]))
    }

    @Test func aCloseThatNobodyFetchesIsForgotten() {
        var machine = self.machine()
        #expect(machine.close(reason: .forcedClose, now: self.start) == .init(reason: .forcedClose, lingers: true))
        #expect(machine.deadline == self.start + .seconds(30))
        #expect(machine.timePassed(now: self.start + .seconds(29)) == .wait)
        #expect(machine.timePassed(now: self.start + .seconds(30)) == .forget)
        #expect(machine.deadline == nil)
    }

    @Test func aFaultEndsAtOnce() {
        var machine = self.machine()
        #expect(machine.send(self.text("a")) == .enqueued)
        #expect(machine.clientFailed(.parseError) == .init(reason: .parseError))
        #expect(machine.getReceived(self.id(1)) == .refuse(.unknownSession))
        #expect(machine.clientFailed(.parseError) == nil)
    }
}
