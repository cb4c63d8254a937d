import JSON
import Resume
import Synchronization
import Testing

@testable import Storage

/// What every kind of store does for conversations, sessions, usage and recovery.
@Suite struct StoreSessionContractTests {
    private func said(_ texts: String...) -> [StoredMessage] { texts.map { StoredMessage(role: "user", content: $0) } }

    @Test(arguments: StoreKind.allCases) func aConversationIsKeptInOrder(_ kind: StoreKind) async throws {
        try await kind.run { store in
            try await store.write([.say(self.said("one", "two\u{0}é"), resume: "r")])
            try await store.write([.say(self.said("three"), resume: "r")])
            #expect(try await store.messages(of: "r", maxBytes: 100) == self.said("one", "two\u{0}é", "three"))
            #expect(try await store.messages(of: "r", maxBytes: 11) == self.said("two\u{0}é", "three"))
            #expect(try await store.messages(of: "r", maxBytes: 10) == self.said("three"))
            #expect(try await store.messages(of: "s", maxBytes: 100).isEmpty)
            // It can begin before the resume does.
            #expect(try await store.resume("r") == nil)
            try await store.put(resume("Ada"))
            #expect(try await store.messages(of: "r", maxBytes: 100).count == 3)
        }
    }

    @Test(arguments: StoreKind.allCases) func theOldestMessagesGo(_ kind: StoreKind) async throws {
        try await kind.run { store in
            let all = (0..<StoreLimits.messages + 1).map { StoredMessage(role: "user", content: "\($0)") }
            try await store.write([.say(all, resume: "r")])
            #expect(try await store.messages(of: "r", maxBytes: .max) == Array(all.dropFirst()))
        }
    }

    @Test(arguments: StoreKind.allCases) func aRunningAnswerIsKeptAsFarAsItCame(_ kind: StoreKind) async throws {
        try await kind.run { store in
            try await store.write([.answer(StoredAnswer(question: "why", text: "be"), resume: "r")])
            let more = StoredAnswer(question: "why", text: "because")
            try await store.write([.answer(more, resume: "r")])
            #expect(try await store.answer(of: "r") == more)
            try await store.write([.answer(nil, resume: "r")])
            #expect(try await store.answer(of: "r") == nil)
        }
    }

    // MARK: Sessions

    @Test(arguments: StoreKind.allCases) func anExpiredSessionTakesItsResumeAlong(_ kind: StoreKind) async throws {
        try await kind.run { store in
            for id in ["gone", "here", "shared", "owned"] {
                try await store.put(resume("Ada"), id: id, owner: id == "owned" ? "u" : nil)
            }
            try await store.write([
                .session(StoredSession(id: "s1", resume: "gone", expires: 100)),
                .session(StoredSession(id: "s2", resume: "here")),
                .session(StoredSession(id: "s3", resume: "shared", expires: 100)),
                .session(StoredSession(id: "s4", resume: "shared", expires: 101)),
                .session(StoredSession(id: "s5", resume: "owned", owner: "u", expires: 100)),
            ])
            #expect(try await store.eraseExpired(now: 99).isEmpty)
            #expect(try await store.eraseExpired(now: 100).sorted() == ["s1", "s3", "s5"])
            #expect(try await store.resume("gone") == nil)
            #expect(try await store.session("s1") == nil)
            for id in ["here", "shared", "owned"] { #expect(try await store.resume(id) != nil) }
            // As after a start.
            try await store.expireSessions(at: 200)
            #expect(try await store.eraseExpired(now: 200).sorted() == ["s2", "s4"])
            #expect(try await store.resume("here") == nil)
            #expect(try await store.resume("owned") != nil)
        }
    }

    @Test(arguments: StoreKind.allCases) func anExpiredSessionTakesItsPacketsAlong(_ kind: StoreKind) async throws {
        try await kind.run { store in
            _ = try await store.beginRecovery("/")
            let rooms = [["s1"], ["s2"], ["s1", "s2"], []]
            var changes: [StoreChange] = rooms.enumerated().map { place, rooms in
                .packet(StoredPacket(namespace: "/", offset: place + 1, rooms: rooms, except: [], bytes: [1]))
            }
            for id in ["s1", "s2"] {
                changes.append(.session(StoredSession(id: id, resume: id, expires: id == "s1" ? 1 : nil)))
                changes.append(
                    .client(StoredClient(namespace: "/", pid: "p" + id, socketID: id, identity: nil, since: 0, rooms: [])))
            }
            try await store.write(changes)
            #expect(try await store.eraseExpired(now: 1) == ["s1"])
            let left = try await store.beginRecovery("/")
            #expect(left.packets.map(\.offset) == [2, 3, 4])
            #expect(left.clients.map(\.socketID) == ["s2"])
        }
    }

    @Test(arguments: StoreKind.allCases) func aSessionComesBackAsItWas(_ kind: StoreKind) async throws {
        try await kind.run { store in
            var session = StoredSession(id: "s", resume: "r", owner: "u", state: ["open": "Email"], expires: 5)
            try await store.write([.session(session)])
            #expect(try await store.session("s") == session)
            (session.expires, session.state) = (nil, nil)
            try await store.write([.session(session)])
            #expect(try await store.session("s") == session)
            try await store.write([.removeSession(id: "s")])
            #expect(try await store.session("s") == nil)
        }
    }

    // MARK: Usage

    @Test(arguments: StoreKind.allCases) func usageIsCountedByKeyAndDay(_ kind: StoreKind) async throws {
        try await kind.run { store in
            try await store.write([
                .addUsage(key: "a", day: 1, amount: 5), .addUsage(key: "a", day: 1, amount: -2),
                .addUsage(key: "a", day: 2, amount: 7), .addUsage(key: "", day: 1, amount: 9),
            ])
            #expect(try await store.usage("a", day: 1) == 3)
            #expect(try await store.usage("a", day: 2) == 7)
            #expect(try await store.usage("", day: 1) == 9)
            #expect(try await store.usage("c", day: 1) == 0)
            try await store.eraseUsage(before: 2)
            #expect(try await store.usage("a", day: 1) == 0)
            #expect(try await store.usage("a", day: 2) == 7)
        }
    }

    @Test(arguments: StoreKind.allCases) func usageThatOverflowsIsRefused(_ kind: StoreKind) async throws {
        try await kind.run { store in
            try await store.write([.addUsage(key: "a", day: 1, amount: .max)])
            await #expect(throws: StorageError.self) { try await store.write([.addUsage(key: "a", day: 1, amount: 1)]) }
            #expect(try await store.usage("a", day: 1) == .max)
        }
    }

    // MARK: Recovery

    @Test(arguments: StoreKind.allCases) func recoveryBeginsWithWhatWasStored(_ kind: StoreKind) async throws {
        try await kind.run { store in
            #expect(
                try await store.beginRecovery("/") == StoredRecovery(lastOffset: 0, lostOffset: 0, packets: [], clients: []))
            let packets = (1...3).map {
                StoredPacket(namespace: "/", offset: $0, rooms: ["a\u{0}"], except: ["b"], bytes: [UInt8($0), 0])
            }
            var client = StoredClient(
                namespace: "/", pid: "p", socketID: "s", identity: "u", since: 1, rooms: [.init(name: "s", since: 1)])
            try await store.write(packets.map { .packet($0) } + [.client(client)])
            client.rooms.append(.init(name: "é\u{0}", since: 2))
            try await store.write([
                .client(client), .removePackets(namespace: "/", through: 1, wereNeeded: false),
                .packet(StoredPacket(namespace: "/other", offset: 9, rooms: [], except: [], bytes: [])),
            ])
            let recovery = try await store.beginRecovery("/")
            #expect(recovery.packets == Array(packets.dropFirst()))
            #expect(recovery.clients == [client])
            #expect(recovery.lastOffset == 3 + StoreLimits.offsetLeap)
            #expect(recovery.lostOffset == 0)
            try await store.write([
                .removeClient(namespace: "/", pid: "p"), .removePackets(namespace: "/", through: 3, wereNeeded: true),
            ])
            // It never goes back.
            let empty = StoredRecovery(lastOffset: 3 + 2 * StoreLimits.offsetLeap, lostOffset: 3, packets: [], clients: [])
            #expect(try await store.beginRecovery("/") == empty)
        }
    }

    @Test(arguments: StoreKind.allCases) func writesHandedOverAreMadeInOrder(_ kind: StoreKind) async throws {
        try await kind.run { store in
            // An offset that is taken fails by itself.
            let results = Mutex<[Bool]>([])
            for (place, offset) in [1, 2, 2, 3].enumerated() {
                let packet = StoredPacket(namespace: "/", offset: offset, rooms: [], except: [], bytes: [UInt8(place)])
                store.submit([.packet(packet)]) { result in results.withLock { $0.append((try? result.get()) != nil) } }
            }
            // Made after those.
            try await store.write([.removeSession(id: "none")])
            #expect(results.withLock { $0 } == [true, true, false, true])
            let kept = try await store.beginRecovery("/").packets.map(\.bytes)
            #expect(kept == [[0], [1], [3]])
        }
    }
}
