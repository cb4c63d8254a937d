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

@Suite struct RunningAnswerTests {
    @Test func aClientLacksWhatItsOffsetDoesNotCover() {
        var answer = RunningAnswer()
        for (offset, piece) in [(3, "é"), (5, "b"), (9, "c")] {
            answer.append(piece)
            answer.sent(offset)
        }
        answer.append("d")
        for (offset, rest) in [(10, "d"), (9, "d"), (8, "cd"), (3, "bcd"), (2, "ébcd")] {
            var copy = answer
            #expect(copy.rest(after: offset) == rest)
        }
    }

    /// Among the packets that a client gets when it comes back are some with offsets beyond the pieces that it lacks.
    @Test func whatDidNotArriveWasNotSent() {
        var answer = RunningAnswer()
        answer.append("a")
        answer.sent(3)
        #expect(answer.rest(after: 2) == "a")
        // It got other packets, and again not this.
        #expect(answer.rest(after: 4) == "a")
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
