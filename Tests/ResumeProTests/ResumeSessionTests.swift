import Assistant
import Documents
import JSON
import Logging
import Resume
import Storage
import Synchronization
import Testing

@testable import ResumePro

@Suite struct ResumeSessionTests {
    static let text = """
        Ada Byron
        ada@engine.example | London, UK

        Experience
        Engineer, Analytical Engines, Jan 2019 - Present
        - Wrote the first program

        Education
        BSc Mathematics, University College London, 2012 - 2015

        Skills
        Go, Rust
        """

    @Test(arguments: [ExportFormat.json, .jsonresume, .markdown, .html, .docx, .txt])
    func aDownloadHasAFile(format: ExportFormat) async throws {
        let person = await Person.withResume()
        let downloaded = await person.ask(.downloadResume, ["format": .string(format.rawValue), "template": "modern"])
        #expect(downloaded["ok"] == true && downloaded["type"]?.stringValue == format.mediaType)
        #expect(downloaded["name"]?.stringValue == "Ada-Byron-Resume.\(format.fileExtension)")
        let event = person.events.last { $0.name == "download_resume_data" }
        #expect(event?.file?.isEmpty == false)
    }

    /// The tests' documents have no program.
    @Test func aPDFWithoutTypstIsRefusedByName() async throws {
        let person = await Person.withResume()
        let downloaded = await person.ask(.downloadResume, ["format": "pdf"])
        #expect(downloaded["error"]?["code"] == "unsupported_format")
        #expect(downloaded["error"]?["error"]?.stringValue?.contains("Typst") == true)
    }

    @Test func aPreviewEndsWithAPage() async throws {
        let person = await Person.withResume()
        var answer = await person.ask(.previewResume, ["format": "html", "template": "sidebar"])
        while answer["field"] != nil { answer = await person.ask(.userResponse, ["skip": true]) }
        #expect(answer["html"]?.stringValue?.contains("<body class=\"sidebar\">") == true)
        #expect(answer["html"]?.stringValue?.contains("Ada Byron") == true)
    }

    @Test func theWholeJob() async throws {
        let person = Person(assistant: RulesAssistant())
        let uploaded = await person.ask(.uploadResume, ["rawResumeText": .string(Self.text)])
        #expect(uploaded["ok"] == true && uploaded["source"] == "rules")
        #expect(uploaded["resumeData"]?["Name"] == "Ada Byron")

        let missing = await person.ask(.checkResumeFields)
        #expect(missing["missingFields"]?["Phone"] != nil)
        #expect(missing["missingFields"]?["Email"] == nil)

        var question = await person.ask(.previewResume)
        var answered: [String] = []
        while let field = question["field"]?.stringValue {
            answered.append(field)
            question = await person.ask(.userResponse, field == "Phone" ? "020 7946 0018" : ["skip": true])
        }
        #expect(answered.contains("Phone") && answered.contains("Summary"))
        #expect(question["resumeData"]?["Phone"] == "020 7946 0018")

        let chat = await person.ask(.userMessage, ["message": "change my title to Staff Engineer"])
        #expect(chat["changes"]?[0]?["section"] == "Title")
        #expect(
            person.events.filter { $0.name == "user_message_response_typing" }.compactMap { $0.payload["content"]?.stringValue }
                .joined()
                == chat["content"]?.stringValue)
        #expect(
            person.events.contains {
                $0.name == "content_changes" && $0.payload["contentChanges"]?["Title"] == "Staff Engineer"
            })

        let updated = await person.ask(.updateField, ["field": "Experience[0].Company", "value": "Globex"])
        #expect(updated["value"] == "Globex")
        let downloaded = await person.ask(.downloadResume)
        #expect(downloaded["resumeData"]?["Experience"]?[0]?["Company"] == "Globex")
        let undone = await person.ask(.undo)
        #expect(undone["resumeData"]?["Experience"]?[0]?["Company"] != "Globex")
    }

    @Test(arguments: [ClientEvent.checkResumeFields, .previewResume, .getUpdatedResume, .downloadResume, .undo])
    func withoutAResumeThereIsNothingToWorkOn(event: ClientEvent) async {
        let person = Person(assistant: RulesAssistant())
        #expect(await person.ask(event)["error"]?["code"] == "no_resume")
        #expect(await person.ask(.updateField, ["field": "Name", "value": "x"])["error"]?["code"] == "no_resume")
        #expect(person.events.map(\.name) == [event.errorEvent, "update_field_error"])
    }

    @Test func aConditionalUpdateLosesNobodysChange() async {
        let person = await Person.withResume()
        let revision = await person.ask(.getUpdatedResume)["revision"] ?? .null
        #expect(await person.ask(.updateField, ["field": "Name", "value": "B", "revision": revision])["ok"] == true)
        let late = await person.ask(.updateField, ["field": "Name", "value": "C", "revision": revision])
        #expect(late["error"]?["code"] == "revision_conflict")
        #expect(await person.ask(.getUpdatedResume)["resumeData"]?["Name"] == "B")
    }

    @Test func anUpdateTellsWhatWasStored() async {
        let person = await Person.withResume()
        #expect(await person.ask(.updateField, ["field": "Phone", "value": 5_035_550_142])["value"] == "5035550142")
        #expect(await person.ask(.updateField, ["field": "Phone", "value": nil])["value"] == .null)
    }

    @Test func anAnswerThatCannotBeRightKeepsTheQuestionOpen() async {
        let person = await Person.withResume()
        #expect(await person.ask(.userResponse, "x")["error"]?["code"] == "invalid_payload", "no question is open")
        #expect(await person.ask(.previewResume)["field"] == "Email")
        let refused = await person.ask(.userResponse, "nonsense")
        #expect(refused["error"]?["code"] == "invalid_payload")
        #expect(
            await person.ask(.userMessage, ["message": "ada@engine.example"])["field"] == "Phone",
            "a message answers the open question")
        #expect(await person.ask(.getUpdatedResume)["resumeData"]?["Email"] == "ada@engine.example")
        #expect(await person.ask(.cancel)["ok"] == true)
        #expect(person.events.last?.name == "preview_resume_error")
    }

    @Test func anEditThatAnswersTheOpenQuestionMovesItOn() async {
        let person = await Person.withResume()
        #expect(await person.ask(.previewResume)["field"] == "Email")
        #expect(
            await person.ask(.updateField, ["field": "Email", "value": "ada@engine.example"])["value"] == "ada@engine.example")
        #expect(person.events.last?.payload["field"] == "Phone", "the next question follows the edit")
        #expect(await person.ask(.userMessage, ["message": "020 7946 0018"])["field"] == "Summary")
        #expect(await person.ask(.getUpdatedResume)["resumeData"]?["Email"] == "ada@engine.example")
    }

    @Test func whoAsksBackOrStopsIsUnderstood() async {
        let person = await Person.withResume()
        _ = await person.ask(.previewResume)
        #expect(await person.ask(.userMessage, ["message": "why do you ask?"])["field"] == "Email")
        #expect(await person.ask(.userMessage, ["message": "none"])["field"] == "Phone")
        #expect(await person.ask(.userMessage, ["message": "stop"])["error"]?["code"] == "cancelled")
        #expect(await person.ask(.userResponse, "x")["error"]?["code"] == "invalid_payload", "no question is open")
    }

    @Test func everyAnswerThatMayFollowAChangeTellsTheRevision() async {
        let person = await Person.withResume()
        for event in [ClientEvent.checkResumeFields, .previewResume, .getUpdatedResume] {
            let told = await person.ask(event)["revision"]?.intValue
            let kept = await person.session.document.revision
            #expect(told == kept, "\(event)")
        }
    }

    @Test func operationsMadeForAnEarlierDocumentDoNotHitWhatCameAfter() async {
        let assistant = GatedAssistant()
        let person = await Person.withResume(assistant: assistant)
        _ = await person.ask(.updateField, ["field": "/Experience/-", "value": ["Position": "Intern", "Company": "Second"]])
        let rename = Operation.set(path: FieldPath("Experience", .index(0), .name("Company")), value: "Meta")
        assistant.script.withLock { $0 = [.part(.text("Well, ")), .wait, .part(.operations([rename]))] }
        async let answer = person.ask(.userMessage, ["message": "my first job was at Meta"])
        await person.sees("user_message_response_typing")
        #expect(await person.ask(.updateField, ["field": "Experience[0]", "value": nil])["ok"] == true)
        assistant.gate.open()
        #expect(await answer["content"]?.stringValue?.contains("meanwhile") == true)
        #expect(await person.ask(.getUpdatedResume)["resumeData"]?["Experience"]?[0]?["Company"] == "Second")
    }

    @Test func aFailedAnswerChangesNothing() async throws {
        let assistant = GatedAssistant()
        let person = await Person.withResume(assistant: assistant)
        let before = await person.ask(.getUpdatedResume)
        assistant.script.withLock {
            $0 = [
                .part(.text("Well, ")), .part(.operations([.set(path: FieldPath("Name"), value: "Eve")])),
                .fail(AssistantError(.upstreamTimeout, "Slow.")),
            ]
        }
        #expect(await person.ask(.userMessage, ["message": "hi"])["error"]?["code"] == "upstream_timeout")
        #expect(person.events.last?.name == "user_message_response_error")
        #expect(await person.ask(.getUpdatedResume) == before)
        #expect(await person.session.conversation.messages.isEmpty)
    }

    @Test func operationsThatDoNotApplyAreToldAndNothingIsHalfDone() async {
        let assistant = GatedAssistant()
        let person = await Person.withResume(assistant: assistant)
        assistant.script.withLock {
            $0 = [
                .part(.text("Done.")),
                .part(.operations([.set(path: FieldPath("Name"), value: "Eve"), .remove(path: FieldPath("Nowhere"))])),
            ]
        }
        let answer = await person.ask(.userMessage, ["message": "hi"])
        #expect(answer["content"]?.stringValue?.contains("could not change the resume") == true)
        #expect(answer["resumeData"] == nil)
        #expect(await person.ask(.getUpdatedResume)["resumeData"]?["Name"] == "Ada Byron")
    }

    @Test func cancellingStopsTheAnswerAndWhatWaits() async {
        let assistant = GatedAssistant()
        let person = await Person.withResume(assistant: assistant)
        assistant.script.withLock { $0 = [.part(.text("Well, ")), .hang] }
        async let first = person.ask(.userMessage, ["message": "one"])
        await person.sees("user_message_response_typing")
        // Beside the answer that runs, an edit goes through at once.
        #expect(await person.ask(.updateField, ["field": "Name", "value": "B"])["ok"] == true)
        async let second = person.ask(.userMessage, ["message": "two"])
        await person.waits(1)
        #expect(await person.ask(.cancel)["ok"] == true)
        #expect(await first["error"]?["code"] == "cancelled")
        #expect(await second["error"]?["code"] == "cancelled")
        #expect(await person.session.conversation.messages.isEmpty)
    }

    // MARK: What is kept

    @Test func closingErasesWhatWasKept() async throws {
        let store = Person.store()
        let person = await Person.withResume(store: store)
        #expect(try await store.resume("s")?.resume.text(.name) == "Ada Byron")
        #expect(try await store.eraseExpired(now: .max).isEmpty)
        await person.session.close()
        #expect(try await store.eraseExpired(now: 0) == ["s"])
        #expect(try await store.resume("s") == nil)
    }

    @Test func aStoreThatIsFullRefusesAndNothingChanges() async {
        let person = Person(assistant: RulesAssistant(), store: Person.store(maxMemory: 140_000))
        let long = String(repeating: "Long. ", count: 15_000)
        let refused = await person.ask(.checkResumeFields, ["resumeData": ["Name": "Ada", "Summary": .string(long)]])
        #expect(refused["error"]?["code"] == "internal")
        #expect(refused["error"]?["retryable"] == true)
        #expect(await person.ask(.getUpdatedResume)["error"]?["code"] == "no_resume")
    }

    @Test func aChangeOnTopOfSomebodyElsesIsMadeOnTopOfIt() async throws {
        let store = Person.store()
        let person = await Person.withResume(store: store)
        let theirs = try #require(try await store.resume("s"))
        let changed = try theirs.resume.applying(.set(path: FieldPath("Email"), value: "ada@engine.example")).resume
        try await store.write([.commit(ResumeCommit(id: "s", from: theirs, to: changed))])
        let answer = await person.ask(.updateField, ["field": "Title", "value": "Countess"])
        #expect(answer["revision"] == .number(JSONNumber(theirs.revision + 2)))
        let stored = try #require(try await store.resume("s")?.resume)
        #expect((stored.text(.email), stored.text(.title)) == ("ada@engine.example", "Countess"))
        // A condition on the revision that they replaced does not hold any more.
        let late = try stored.applying(.set(path: FieldPath("Email"), value: "eve@engine.example")).resume
        try await store.write([.commit(ResumeCommit(id: "s", from: store.resume("s"), to: late))])
        let refused = await person.ask(
            .updateField,
            ["field": "Title", "value": "Queen", "revision": .number(JSONNumber(theirs.revision + 2))])
        #expect(refused["error"]?["code"] == "revision_conflict")
    }

    // MARK: Going away and coming back

    private static func contents(_ events: some Sequence<ServerEvent>) -> [String] {
        events.filter { $0.name == "user_message_response_typing" }.compactMap { $0.payload["content"]?.stringValue }
    }

    @Test(arguments: [0, 1, 2]) func whoComesBackGetsTheMissingPiecesInOne(_ had: Int) async throws {
        let assistant = GatedAssistant()
        assistant.script.withLock {
            $0 = [.part(.text("One ")), .part(.text("two ")), .wait, .part(.text("three "))]
        }
        let person = Person(assistant: assistant)
        async let answer = person.ask(.userMessage, ["message": "count"])
        while Self.contents(person.events).count < 2 { await Task.yield() }
        person.goAway()
        let before = person.events.count
        await person.comeBack(after: had)
        assistant.gate.open()
        #expect(await answer["content"] == "One two three ")
        let missed = ["One two ", "two ", ""][had]
        #expect(Self.contents(person.events.dropFirst(before)) == (missed.isEmpty ? [] : [missed]) + ["three "])
    }

    @Test func anAnswerGoesOnWhileNobodyIsThere() async throws {
        let assistant = GatedAssistant()
        assistant.script.withLock { $0 = [.part(.text("One ")), .wait, .part(.text("two"))] }
        let person = Person(assistant: assistant)
        async let answer = person.ask(.userMessage, ["message": "count"])
        await person.sees("user_message_response_typing")
        person.goAway()
        assistant.gate.open()
        #expect(await answer["content"] == "One two")
        #expect(Self.contents(person.events) == ["One "])
        #expect(person.events.last?.payload["content"] == "One two")
    }

    @Test func whatIsStreamedWhileAwayComesInOnePiece() async throws {
        let assistant = GatedAssistant()
        assistant.script.withLock {
            $0 = [.part(.text("One ")), .wait] + (0..<50).map { .part(.text("\($0) ")) } + [.hang]
        }
        let person = Person(assistant: assistant)
        async let answer = person.ask(.userMessage, ["message": "count"])
        await person.sees("user_message_response_typing")
        person.goAway()
        assistant.gate.open()
        while await person.session.answering?.all.text.hasSuffix("49 ") != true { await Task.yield() }
        await person.comeBack(after: 1)
        #expect(Self.contents(person.events) == ["One ", (0..<50).map { "\($0) " }.joined()])
        _ = await person.ask(.cancel)
        #expect(await answer["error"]?["code"] == "cancelled")
    }

    // MARK: After a restart

    @Test func whoComesBackAfterARestartGoesOn() async throws {
        let store = Person.store()
        let before = await Person.withResume(store: store)
        _ = await before.ask(.userMessage, ["message": "change my title to Staff Engineer"])
        let question = await before.ask(.previewResume)
        _ = await before.ask(.userResponse, ["skip": true])
        let open = before.events.last { $0.payload["field"] != nil }?.payload["field"]
        #expect(open != question["field"])

        let after = Person(assistant: RulesAssistant(), store: store)
        await after.session.resume()
        #expect(after.events.map(\.name) == ["updated_resume"])
        #expect(after.events[0].payload["resumeData"]?["Title"] == "Staff Engineer")
        #expect(await after.session.conversation.messages.count == 2)
        // The question that was open is open, and what was skipped is not asked again.
        #expect(await after.session.round?.open.path.description == open?.stringValue)
        #expect(await after.session.round?.skipped.map(\.description) == [question["field"]?.stringValue ?? "none"])
        // Undoing goes back beyond the restart.
        #expect(await after.ask(.undo)["resumeData"]?["Title"] == "Engineer")
        // It does not expire now.
        #expect(try await store.session("s")?.expires == nil)
    }

    @Test func anAnswerThatARestartEndedIsToldAndNotKept() async throws {
        let store = Person.store()
        let assistant = GatedAssistant()
        assistant.script.withLock { $0 = [.part(.text("One ")), .hang] }
        let before = await Person.withResume(assistant: assistant, store: store)
        async let answer = before.ask(.userMessage, ["message": "count"])
        await before.sees("user_message_response_typing")

        let after = Person(assistant: RulesAssistant(), store: store)
        await after.session.resume()
        #expect(after.events.map(\.name) == ["updated_resume", "user_message_response_error"])
        #expect(after.events[1].payload["retryable"] == true)
        #expect(await after.session.conversation.messages.isEmpty)
        // Once.
        await after.session.resume()
        #expect(after.events.map(\.name) == ["updated_resume", "user_message_response_error", "updated_resume"])
        _ = await before.ask(.cancel)
        _ = await answer
    }
}
