import JSON
import Resume
import Testing

@testable import Storage

/// What every kind of store does.
@Suite struct StoreContractTests {
    // MARK: Resumes

    @Test(arguments: StoreKind.allCases) func whatIsCommittedIsRead(_ kind: StoreKind) async throws {
        try await kind.run { store in
            #expect(try await store.resume("r") == nil)
            let first = try await store.put(resume("Ada"))
            #expect(try await store.resume("r") == first)
            let second = try await store.put(resume("Eve"))
            #expect(second.revision == 2)
            #expect(try await store.resume("r") == second)
            #expect(try await store.resume("s") == nil)
        }
    }

    @Test(arguments: StoreKind.allCases) func aDocumentComesBackAsItWas(_ kind: StoreKind) async throws {
        try await kind.run { store in
            let json = try JSONValue(
                parsing: #"{"Zebra":["","x"],"Name":"A\u0000\"é\u2028","\u00e9":"1","e\u0301":"2","name":"x"}"#)
            let odd = try Resume(json)
            try await store.put(odd)
            let stored = try #require(try await store.resume("r"))
            #expect(stored.resume.json.serialized == odd.json.serialized)
        }
    }

    @Test(arguments: StoreKind.allCases) func aCommitOverAnotherRevisionIsRefused(_ kind: StoreKind) async throws {
        try await kind.run { store in
            let first = try await store.put(resume("Ada"))
            let eve = try resume("Eve")
            await #expect(throws: StorageError.conflict) {
                try await store.write([.commit(ResumeCommit(id: "r", from: nil, to: eve))])
            }
            await #expect(throws: StorageError.conflict) {
                let other = StoredResume(resume: first.resume, revision: 7)
                try await store.write([.commit(ResumeCommit(id: "r", from: other, to: eve))])
            }
            await #expect(throws: StorageError.conflict) {
                try await store.write([.commit(ResumeCommit(id: "none", from: first, to: eve))])
            }
            #expect(try await store.resume("r") == first)
            #expect(try await store.revisions(of: "r", after: 0).map(\.revision) == [1])
        }
    }

    @Test(arguments: StoreKind.allCases) func anOperationSentTwiceIsStoredOnce(_ kind: StoreKind) async throws {
        try await kind.run { store in
            try await store.put(resume("Ada"), operation: "o1")
            let second = try await store.put(resume("Eve"), operation: "o2")
            let again = ResumeCommit(id: "r", from: second, to: try resume("Ida"), operationID: "o1")
            await #expect(throws: StorageError.duplicate(revision: 1)) { try await store.write([.commit(again)]) }
            #expect(try await store.resume("r") == second)
            // Another resume's operations are its own.
            try await store.put(resume("Ada"), id: "s", operation: "o1")
        }
    }

    @Test(arguments: StoreKind.allCases) func changesOfOneWriteAreMadeTogetherOrNotAtAll(_ kind: StoreKind) async throws {
        try await kind.run { store in
            let first = try await store.put(resume("Ada"))
            let late = ResumeCommit(id: "r", from: nil, to: try resume("Eve"))
            await #expect(throws: StorageError.conflict) {
                try await store.write([
                    .say([StoredMessage(role: "user", content: "hello")], resume: "r"),
                    .addUsage(key: "k", day: 1, amount: 5), .commit(late),
                ])
            }
            #expect(try await store.messages(of: "r", maxBytes: 100).isEmpty)
            #expect(try await store.usage("k", day: 1) == 0)
            #expect(try await store.resume("r") == first)
        }
    }

    @Test(arguments: StoreKind.allCases) func oneBadWriteFailsNoNeighbour(_ kind: StoreKind) async throws {
        try await kind.run { store in
            let ada = try resume("Ada")
            let results = await withTaskGroup(of: (Int, Bool).self) { group in
                for number in 0..<100 {
                    group.addTask {
                        // Every tenth expects what is not there.
                        let base = number % 10 == 3 ? StoredResume(resume: ada, revision: 5) : nil
                        let commit = ResumeCommit(id: "r\(number)", from: base, to: ada)
                        do throws(StorageError) { try await store.write([.commit(commit)]) } catch { return (number, false) }
                        return (number, true)
                    }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            for number in 0..<100 {
                #expect(results[number] == (number % 10 != 3))
                #expect(try await (store.resume("r\(number)") != nil) == (number % 10 != 3))
            }
        }
    }

    @Test(arguments: StoreKind.allCases) func aWriteHappensThoughItsTaskIsCancelled(_ kind: StoreKind) async throws {
        try await kind.run { store in
            let ada = try resume("Ada")
            let task = Task { try await store.write([.commit(ResumeCommit(id: "r", from: nil, to: ada))]) }
            task.cancel()
            try await task.value
            #expect(try await store.resume("r")?.resume == ada)
        }
    }

    // MARK: History

    @Test(arguments: StoreKind.allCases) func changesAreTakenBackOneByOne(_ kind: StoreKind) async throws {
        try await kind.run { store in
            for name in ["A", "B", "C"] { try await store.put(resume(name)) }
            #expect(try await store.undo() == resume("B"))
            #expect(try await store.resume("r")?.revision == 4)
            #expect(try await store.undo() == resume("A"))
            #expect(try await store.undo() == nil)
            // What follows on something taken back leads back to it, and not to what was taken back.
            try await store.put(resume("D"))
            #expect(try await store.undo() == resume("A"))
        }
    }

    @Test(arguments: StoreKind.allCases) func changesAreTakenBackToARevision(_ kind: StoreKind) async throws {
        try await kind.run { store in
            for name in ["A", "B", "C", "D"] { try await store.put(resume(name)) }
            #expect(try await store.earlier("r", to: 4) == nil)
            #expect(try await store.earlier("r", to: 0) == nil)
            #expect(try await store.earlier("r", to: -1) == nil)
            #expect(try await store.undo(to: 2) == resume("B"))
            #expect(try await store.undo(to: 3) == nil)
            #expect(try await store.undo(to: 1) == resume("A"))
        }
    }

    @Test(arguments: StoreKind.allCases) func theOrderOfSectionsIsTakenBackToo(_ kind: StoreKind) async throws {
        try await kind.run { store in
            let first = try Resume(["Skills": ["Swift"], "Name": "Ada", "Links": ["x"]])
            let moved = try first.applying([.moveSection(name: "Skills", to: 9), .remove(path: FieldPath("Links"))]).resume
            try await store.put(first)
            try await store.put(moved)
            let before = try #require(try await store.undo())
            #expect(before.json.serialized == first.json.serialized)
        }
    }

    @Test(arguments: StoreKind.allCases) func revisionsTellWhatChanged(_ kind: StoreKind) async throws {
        try await kind.run { store in
            try await store.put(resume("Ada"))
            try await store.put(resume("Ada", title: "Countess"))
            let revisions = try await store.revisions(of: "r", after: 1)
            #expect(revisions.map(\.revision) == [2])
            #expect(revisions.first?.change.json == ["set": ["Title": "Countess"]])
            #expect(revisions.first?.at == 1_000)
        }
    }

    @Test(arguments: StoreKind.allCases) func theOldestRevisionsGo(_ kind: StoreKind) async throws {
        try await kind.run { store in
            for number in 1...(StoreLimits.revisions + 4) { try await store.put(resume("\(number)")) }
            let kept = try await store.revisions(of: "r", after: 0).map(\.revision)
            #expect(kept == Array((5...104).reversed()))
            #expect(try await store.earlier("r", to: 5)?.resume == resume("5"))
            #expect(try await store.earlier("r", to: 3) == nil)
        }
    }

    @Test(arguments: StoreKind.allCases) func largeRevisionsGoSooner(_ kind: StoreKind) async throws {
        try await kind.run { store in
            let text = String(repeating: "x", count: 99_000)
            var large = try resume("Ada")
            for number in 0..<30 {
                large = try large.applying(.set(path: FieldPath("Summary"), value: .string("\(number)\(text)"))).resume
                try await store.put(large)
            }
            let kept = try await store.revisions(of: "r", after: 0).count
            // Each holds the text before and the text after.
            #expect(kept == 2 * StoreLimits.revisionBytes / (2 * 99_000))
        }
    }

    // MARK: Lists and owners

    @Test(arguments: StoreKind.allCases) func aListHasItsOwnersResumesOnly(_ kind: StoreKind) async throws {
        try await kind.run { store in
            try await store.put(resume("Ada", title: "Countess"), id: "a", owner: "u1")
            try await store.put(resume("Eve"), id: "e", owner: "u2")
            try await store.put(resume("Nobody"), id: "n")
            try await store.write([.create(id: "empty", owner: "u1")])
            let list = try await store.resumes(of: "u1")
            #expect(list == [ResumeSummary(id: "a", revision: 1, name: "Ada", title: "Countess", updated: 1_000)])
            // A later commit changes no owner.
            try await store.put(resume("Ada II"), id: "a", owner: "u2")
            #expect(try await store.resume("a")?.owner == "u1")
            try await store.put(resume("New"), id: "empty")
            #expect(try await store.resume("empty")?.owner == "u1")
        }
    }

    @Test(arguments: StoreKind.allCases) func aResumeGoesWithAllThatIsItsOwn(_ kind: StoreKind) async throws {
        try await kind.run { store in
            try await store.put(resume("Ada"))
            try await store.write([
                .say([StoredMessage(role: "user", content: "hello")], resume: "r"),
                .answer(StoredAnswer(question: "q", text: "t"), resume: "r"),
            ])
            try await store.write([.removeResume(id: "r"), .removeResume(id: "r")])
            #expect(try await store.resume("r") == nil)
            #expect(try await store.revisions(of: "r", after: 0).isEmpty)
            #expect(try await store.messages(of: "r", maxBytes: 100).isEmpty)
            #expect(try await store.answer(of: "r") == nil)
        }
    }

    @Test(arguments: StoreKind.allCases) func aUserGetsAllAndTakesAll(_ kind: StoreKind) async throws {
        try await kind.run { store in
            try await store.put(resume("Ada"), id: "a", owner: "u1")
            try await store.put(resume("Eve"), id: "e", owner: "u2")
            try await store.write([
                .say([StoredMessage(role: "user", content: "hello")], resume: "a"),
                .addUsage(key: "u1", day: 3, amount: 4),
                .session(StoredSession(id: "s", resume: "a", owner: "u1")),
            ])
            let export = try await store.export(owner: "u1")
            #expect(export["resumes"]?.arrayValue?.count == 1)
            #expect(export["resumes"]?[0]?["resumeData"] == (try resume("Ada")).json)
            #expect(export["resumes"]?[0]?["conversation"] == [["role": "user", "content": "hello"]])
            #expect(export["usage"] == [["day": 3, "amount": 4]])
            try await store.erase(owner: "u1")
            #expect(try await store.export(owner: "u1") == ["user": "u1", "resumes": [], "usage": []])
            #expect(try await store.resume("a") == nil)
            #expect(try await store.session("s") == nil)
            #expect(try await store.resume("e") != nil)
        }
    }

    // MARK: Ids

    @Test(arguments: StoreKind.allCases) func idsThatCouldBeTakenForOthersAreRefused(_ kind: StoreKind) async throws {
        try await kind.run { store in
            try await store.put(resume("Ada"), id: "victim", owner: "u")
            let ada = try resume("Ada")
            for id in ["victim\u{0}x", String(repeating: "i", count: StoreLimits.idBytes + 1)] {
                await #expect(throws: StorageError.self) { try await store.resume(id) }
                await #expect(throws: StorageError.self) { try await store.resumes(of: id) }
                await #expect(throws: StorageError.self) { try await store.write([.removeResume(id: id)]) }
                await #expect(throws: StorageError.self) { try await store.erase(owner: id) }
                await #expect(throws: StorageError.self) {
                    try await store.write([.commit(ResumeCommit(id: id, from: nil, to: ada))])
                }
            }
            #expect(try await store.resume("victim") != nil)
            try await store.put(ada, id: String(repeating: "i", count: StoreLimits.idBytes))
            // Two ids of the same look and different bytes.
            try await store.put(ada, id: "\u{e9}")
            #expect(try await store.resume("e\u{301}") == nil)
        }
    }
}
