import Assistant
import JSON
import Resume
import Testing

@testable import ResumePro

@Suite struct RequestQueueTests {
    @Test func requestsRunOneAtATimeAndInOrder() {
        var queue = RequestQueue<String>()
        #expect(queue.arrived("upload", kind: .other) == .run)
        #expect(queue.arrived("edit", kind: .edit) == .wait)
        #expect(queue.arrived("message", kind: .answer) == .wait)
        #expect(queue.finished() == "edit")
        #expect(queue.finished() == "message")
        #expect(queue.finished() == nil)
        #expect(queue.arrived("next", kind: .edit) == .run)
    }

    @Test func anEditNeedNotWaitForAnswers() {
        var queue = RequestQueue<String>()
        #expect(queue.arrived("message", kind: .answer) == .run)
        #expect(queue.arrived("second message", kind: .answer) == .wait)
        #expect(queue.arrived("edit", kind: .edit) == .runBeside)
        #expect(queue.arrived("upload", kind: .other) == .wait)
        #expect(queue.arrived("edit of the uploaded", kind: .edit) == .wait)
    }

    @Test func oneMoreThanFitsIsRefused() {
        var queue = RequestQueue<Int>(maxWaiting: 2)
        let decisions = [0, 1, 2, 3].map { queue.arrived($0, kind: .other) }
        #expect(decisions == [.run, .wait, .wait, .refuse])
        #expect(queue.cancelled() == [1, 2])
        #expect(queue.finished() == nil)
    }
}

@Suite struct ResumeHistoryTests {
    private func named(_ name: String) throws -> Resume { try Resume(["Name": .string(name)]) }

    @Test func everyChangeIsARevisionAndCanBeTakenBack() throws {
        var history = ResumeHistory()
        #expect(history.undo() == nil)
        history.commit(try self.named("A"))
        #expect(history.undo() == nil, "before the first resume there is none to go back to")
        history.commit(try self.named("B"))
        history.commit(try self.named("B"))
        history.commit(try self.named("C"))
        #expect(history.revision == 3, "the same again is no change")
        #expect(history.undo()?.text(.name) == "B")
        #expect(history.undo()?.text(.name) == "A")
        #expect(history.undo() == nil)
        #expect(history.revision == 5, "taking back is a change too")
    }

    @Test func anEarlierRevisionCanBeGoneBackTo() throws {
        var history = ResumeHistory()
        for name in ["A", "B", "C", "D"] { history.commit(try self.named(name)) }
        #expect(history.undo(to: 9) == nil)
        #expect(history.undo(to: 2)?.text(.name) == "B")
        #expect(history.undo()?.text(.name) == "A")
    }

    @Test func whatIsKeptIsBounded() throws {
        var history = ResumeHistory()
        for number in 0..<ResumeHistory.maxPast + 2 { history.commit(try self.named("\(number)")) }
        #expect(history.undo(to: 1) == nil)
        #expect(history.undo(to: 2)?.text(.name) == "1")
    }
}

extension ResumeHistoryTests {
    @Test func theBytesOfWhatIsKeptAreBounded() throws {
        var history = ResumeHistory()
        let text = String(repeating: "x", count: ResumeLimits.textBytes)
        for number in 0..<30 {
            history.commit(
                try Resume(["Name": .string("\(number)"), "A": .string(text), "B": .string(text), "C": .string(text)]))
        }
        var kept = 0
        while history.undo() != nil { kept += 1 }
        #expect(kept == 6, "six of 300 kB fit into two megabytes")
    }
}

@Suite struct EnvironmentFileTests {
    @Test func slipsAreNamedByLineAndNoValueIsRepeated() {
        let text = "# mine\nPORT=1\n\nexport HOST=x\nPRT=39\njust words\r\n OPENAI_API_KEY = sk-secret\nSECRET=sk-secret"
        let warnings = EnvironmentFile.warnings(in: text, named: ".env")
        #expect(
            warnings == [
                ".env, line 4: “export HOST” is no setting of ResumePro.", ".env, line 5: “PRT” is no setting of ResumePro.",
                ".env, line 6: no “=”; the line was not read.", ".env, line 8: “SECRET” is no setting of ResumePro.",
            ])
    }
}

@Suite struct ConversationTests {
    @Test func bothSidesAreRememberedAndWholeTurnsForgotten() {
        var conversation = Conversation()
        conversation.append(question: "q1", answer: "a1")
        #expect(conversation.messages == [Message(role: .user, content: "q1"), Message(role: .assistant, content: "a1")])
        conversation.append(question: String(repeating: "x", count: Conversation.maxBytes - 6), answer: "a2")
        #expect(conversation.messages.count == 4)
        conversation.append(question: "q3", answer: "a3")
        #expect(conversation.messages.first?.content.hasPrefix("x") == true)
        conversation.append(question: String(repeating: "y", count: 2 * Conversation.maxBytes), answer: "")
        #expect(conversation.messages.count == 2, "the newest turn is kept, however long")
    }
}

@Suite struct QuestionRoundTests {
    @Test func eachMissingFieldIsAskedForOnce() throws {
        var resume = try Resume([
            "Name": "Ada", "Title": "x", "Location": "x", "Summary": "x",
            "Education": [["Degree": "BSc", "Institution": "UCL"]],
        ])
        var round = try #require(QuestionRound(resume))
        #expect(round.open.path == FieldPath("Email"))
        var goesOn = round.skip(in: resume)
        #expect(goesOn && round.open.path == FieldPath("Phone"))
        resume = try resume.applying(.set(path: round.open.path, value: "5035550142")).resume
        goesOn = round.advance(in: resume)
        #expect(goesOn && round.open.path == FieldPath("Experience"))
        resume = try resume.applying(.set(path: round.open.path, value: [["Position": "Engineer", "Dates": "2020"]])).resume
        goesOn = round.advance(in: resume)
        #expect(
            goesOn && round.open.path == FieldPath("Experience", .index(0), .name("Company")),
            "what an answer leaves open is asked next")
        goesOn = round.skip(in: resume)
        #expect(!goesOn)
    }

    @Test func nothingMissingMeansNoRound() throws {
        let resume = try Resume([
            "Name": "x", "Title": "x", "Location": "x", "Email": "x", "Phone": "x", "Summary": "x",
            "Experience": [["Position": "x", "Company": "x", "Dates": "x"]],
            "Education": [["Degree": "x", "Institution": "x"]],
        ])
        #expect(QuestionRound(resume) == nil)
    }
}
