import EngineIO
import JSON
import NIOCore
import NIOEmbedded
import Testing

@testable import SocketIO

/// What a client may try, and that only its own connection feels it.
@Suite struct HostileClientTests {
    private let journal = Journal()
    private let loop = EmbeddedEventLoop()

    /// - Returns: the hostile client, connected, and a witness.
    private func clients(_ server: SocketIOServer) -> (TestSession, TestSession) {
        let sessions = (TestSession(server, on: self.loop), TestSession(server, on: self.loop))
        for session in [sessions.0, sessions.1] {
            session.say("0")
            _ = session.heard()
        }
        return sessions
    }

    private func expectAlive(_ witness: TestSession) {
        witness.say(#"2["echo",1]"#)
        #expect(witness.heard() == [#"2["echo",1]"#])
        #expect(witness.closeReason == nil)
    }

    @Test(arguments: [
        "", "7", "2", "2{}", "2[]", "2[null]", "2[{}]", "2abc[]", #"2["connect"]"#, #"2["newListener"]"#, #"2["disconnect"]"#,
        #"2999999999999999999999["echo"]"#, #"2\#(String(repeating: "9", count: 400))["echo"]"#, #"2-1["echo"]"#,
        #"51000000000-["echo"]"#, #"5-1["echo"]"#, #"51e1["echo"]"#, #"51["echo"]"#, #"511-["echo"]"#,
        #"2["echo",{]"#, #"2["echo"],"#,
        #"2["echo",\#(String(repeating: "[", count: 5_000))\#(String(repeating: "]", count: 5_000))]"#,
        #"2["\#(String(repeating: "n", count: 257))"]"#, "0", "0[]", #"0"auth""#, "4", #"2/other,["echo"]"#, "3[]", "3-1[]",
        "0/\(String(repeating: "n", count: 8_000)),", "\u{FEFF}2[\"echo\"]", "2\u{FEFF}[\"echo\"]",
    ])
    func aViolationEndsItsOwnConnectionOnly(message: String) {
        let (hostile, witness) = self.clients(.echo(self.journal))
        hostile.say(message)
        #expect(hostile.closeReason == .parseError)
        #expect(self.journal.read() == ["left: parse error"])
        hostile.say(#"2["echo"]"#)
        hostile.say(binary: [1])
        #expect(hostile.heard().isEmpty)
        self.expectAlive(witness)
    }

    @Test func binaryThatNothingAnnouncedEndsTheConnection() {
        let (hostile, witness) = self.clients(.echo())
        hostile.say(binary: [1])
        #expect(hostile.closeReason == .parseError)
        self.expectAlive(witness)
    }

    @Test func textAmongAttachmentsEndsTheConnection() {
        let (hostile, witness) = self.clients(.echo())
        hostile.say(#"52-["echo"]"#)
        hostile.say(binary: [1])
        hostile.say(#"2["echo"]"#)
        #expect(hostile.closeReason == .parseError)
        self.expectAlive(witness)
    }

    @Test(arguments: ["1", "-1", "0.5", "1e400", #""0""#, "[0]", "9223372036854775808"])
    func aPlaceholderOutOfRangeEndsTheConnection(number: String) {
        let (hostile, witness) = self.clients(.echo(self.journal))
        hostile.say(#"51-["echo",{"_placeholder":true,"num":\#(number)}]"#)
        hostile.say(binary: [1])
        #expect(hostile.closeReason == .parseError)
        #expect(self.journal.read() == ["left: parse error"])
        self.expectAlive(witness)
    }

    @Test func attachmentsThatNeverComeEndTheConnection() {
        let (hostile, witness) = self.clients(.echo())
        hostile.say(#"510-["echo"]"#)
        for _ in 1...9 { hostile.say(binary: [1]) }
        self.loop.advanceTime(by: .seconds(29))
        #expect(hostile.closeReason == nil)
        self.loop.advanceTime(by: .seconds(1))
        #expect(hostile.closeReason == .parseError)
        self.expectAlive(witness)
    }

    /// One timer serves all packets of a session, so a packet that starts late has its own full time.
    @Test func attachmentsOfALaterPacketHaveTheirOwnTime() {
        let (client, _) = self.clients(.echo())
        client.say(#"51-["a"]"#)
        client.say(binary: [1])
        self.loop.advanceTime(by: .seconds(29))
        client.say(#"51-["b"]"#)
        self.loop.advanceTime(by: .seconds(29))
        #expect(client.closeReason == nil)
        self.loop.advanceTime(by: .seconds(2))
        #expect(client.closeReason == .parseError)
    }

    @Test func aSessionThatConnectsToNothingIsClosed() {
        let server = SocketIOServer.echo()
        let (idle, busy) = (TestSession(server, on: self.loop), TestSession(server, on: self.loop))
        busy.say("0")
        self.loop.advanceTime(by: .seconds(44))
        #expect(idle.closeReason == nil)
        self.loop.advanceTime(by: .seconds(1))
        #expect((idle.closeReason, busy.closeReason) == (.parseError, nil))
    }

    @Test func namespacesOfASessionAreBounded() {
        let server = SocketIOServer.echo()
        for number in 1...32 { _ = server.of("/n\(number)") }
        let (hostile, witness) = self.clients(server)
        for number in 1...32 { hostile.say("0/n\(number),") }
        let heard = hostile.heard()
        #expect(heard.count == 32)
        #expect(heard.last == #"4/n32,{"message":"Too many namespaces"}"#)
        #expect(heard.dropLast().allSatisfy { $0.contains("sid") })
        self.expectAlive(witness)
    }

    @Test func refusedNamespacesAreNotKept() {
        let (hostile, _) = self.clients(.echo())
        for number in 1...1_000 { hostile.say("0/n\(number),") }
        #expect(hostile.heard().count == 1_000)
        #expect(hostile.closeReason == nil)
        hostile.say(#"2["echo"]"#)
        #expect(hostile.heard() == [#"2["echo"]"#])
    }

    /// Strings that JSON and JavaScript have and other places do not are data, and go back as they came.
    @Test(arguments: [
        #"["echo",{"__proto__":{"a":1},"constructor":null,"$where":"x"}]"#, #"["echo","\ud800"]"#, #"["echo","\u0000"]"#,
        #"["echo",1e999]"#, #"["echo",{"_placeholder":true,"num":0}]"#, #"["__proto__"]"#, #"["echo","\u001b[2J"]"#,
    ])
    func oddDataIsData(payload: String) {
        let (hostile, witness) = self.clients(.echo(self.journal))
        hostile.say("2" + payload)
        #expect(hostile.closeReason == nil)
        #expect(hostile.heard() == (payload.hasPrefix(#"["echo""#) ? ["2" + payload] : []))
        self.expectAlive(witness)
    }

    @Test func theLastOfTwoMembersWins() {
        let (client, _) = self.clients(.echo())
        client.say(#"2["echo",{"a":1,"a":2}]"#)
        #expect(client.heard() == [#"2["echo",{"a":2}]"#])
    }

    /// Recovery is off: what a client says about an earlier connection is not believed.
    @Test func aForgedRecoveryIsANewConnection() {
        let session = TestSession(.echo())
        session.say(#"0{"pid":"x","offset":"'; DROP"}"#)
        #expect(session.heard() == [#"0{"sid":"s1"}"#])
    }

    /// Five thousand sessions of random messages around valid ones.
    @Test func randomConversationsNeverTrap() {
        var random = SeededGenerator(seed: 2)
        let server = SocketIOServer.echo()
        let messages = [
            "0", "1", "0/a,", #"2["echo",1]"#, #"21["ack",{"a":[]}]"#, #"51-["echo",{"_placeholder":true,"num":0}]"#, "30[]",
            #"61-0[]"#, "41", "", #"2["echo""#,
        ]
        _ = server.of("/a")
        for _ in 0..<5_000 {
            let session = TestSession(server, on: self.loop)
            session.say("0")
            for _ in 0..<6 {
                if Int.random(in: 0..<4, using: &random) == 0 {
                    session.say(binary: [0])
                } else {
                    session.say(messages.randomElement(using: &random) ?? "")
                }
            }
            session.close(reason: .transportClose)
        }
        #expect(server.of("/").sockets.isEmpty)
        #expect(server.of("/a").sockets.isEmpty)
    }

    @Test func anApplicationMayAnswerWhatItRefusesToParse() {
        let server = SocketIOServer.echo(self.journal)
        server.of("/").onConnection { socket in
            socket.onRefusedEvent { refused in
                self.journal.note("refused: \(refused.name)")
                refused.acknowledge("too deep")
            }
        }
        let (hostile, witness) = self.clients(server)
        hostile.say(#"27["echo",\#(String(repeating: "[", count: 5_000))\#(String(repeating: "]", count: 5_000))]"#)
        #expect(self.journal.read() == ["refused: echo"])
        #expect(hostile.heard() == [#"37["too deep"]"#])
        hostile.say(#"2["echo",2]"#)
        #expect(hostile.heard() == [#"2["echo",2]"#])
        hostile.say(#"2["echo",{]"#)
        #expect(hostile.closeReason == .parseError, "what is no JSON at all still breaks the protocol")
        self.expectAlive(witness)
    }
}
