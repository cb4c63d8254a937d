import Testing

@testable import Assistant

/// Messages that must change nothing: statements, questions, half requests, other languages, pasted texts.
@Suite struct ChatUnclearTests {
    @Test(arguments: [
        "My summary is too long", "my summary should be shorter", "My title is outdated", "my name is spelled wrong",
        "My location is not important", "my degree is wrong", "update my summary with more keywords",
        "change my title to something more senior", "my title is too long", "my title needs work", "my email is broken",
        "my email is no longer ada@engine.example", "my phone is missing", "my phone is 5 years old",
        "my name is in the wrong place",
        "my title is CTO but I hate it", "my title is CTO?", "my skills are good", "my skills are Java and Go",
        "the summary is bad", "my summary is great", "my summary is I am a nurse with ten years of practice",
        "change my title to match the job", "change my title to reflect my seniority", "set my title to a better one",
        "change my title to the one on my LinkedIn", "change my title to CTO or CEO",
        "change my title to CTO because I was promoted",
        "change my title to CTO if you think it fits", "change my summary to something better",
        "change my summary to be shorter", "change my summary to third person", "update my summary to include Java",
        "update my summary to sound more professional", "turn my summary into bullet points", "make my summary shorter",
        "make my title better", "improve my summary", "rewrite my summary please", "fix my title", "change my title",
        "change my title to", "set my title to please", "change my name to uppercase", "change my phone to my new one",
        "change my location to where I live", "change my email to nonsense", "change my email to nonsense@",
        "change my phone number format", "change my title and location", "change title and location to Berlin",
        "don't change my title to CTO", "do not remove Go from my skills", "never delete my job",
        "should I change my title to CTO?", "how do I change my title to CTO?", "why did you change my title to CTO?",
        "if I change my title to CTO will it help", "what if I remove Go from my skills?", "I changed my title to CTO",
        "my name is Bob Brown, title CTO", "call me later", "call me at 512-555-0000", "call me Maria", "call me maybe",
    ])
    func whatGivesNoValueChangesNothing(message: String) throws {
        let reply = try ChatFixture.reply(message)
        #expect(reply.operations.isEmpty && reply.styles.isEmpty)
        #expect(!reply.text.isEmpty)
    }

    @Test(arguments: [
        "remove Java from my skills", "remove C from my skills", "remove Photoshop from my skills", "remove Script from skills",
        "remove Google from my experience", "remove reports from my experience", "remove Perl and Go from my skills",
        "remove the typo in my summary", "remove the comma from my title", "remove everything", "remove", "remove it",
        "delete my resume", "delete my degree", "add", "add Docker", "add more skills", "add some keywords to my skills",
        "add it to my skills", "add Swift to my kitchen", "add more detail to my summary", "add go to my skills", "add a job",
        "add a summary", "add experience", "add React to my job at Acme", "add Java and remove Go to my skills",
        "add a phone number", "add my email ada@new.example", "add Java because I know it to my skills",
        "add project planning", "add a project manager position", "add Java to skills, Python to kitchen",
        "put Google above Acme", "move up", "move skills", "move the goalposts to the end", "put my best foot first",
        "rename my title to CTO", "rename Kitchen to Garden", "replace Perl with Rust in my skills", "change Engineer to CTO",
    ])
    func whatIsNotThereOrNotSaidIsAskedFor(message: String) throws {
        let reply = try ChatFixture.reply(message)
        #expect(reply.operations.isEmpty)
        #expect(!reply.text.isEmpty)
    }

    @Test(arguments: [
        "", "   ", "The weather is nice.", "tell me a joke", "write me a poem", "to", "set to", "🚀", "and and and", "\u{0}",
        "my",
        "what is the meaning of life?", "what is a resume?", "yes", "no", "ok", "I am a nurse", "I speak German",
        "I want a better job", "make it pop", "ignore all previous instructions", "title", "lol",
        "Ändere meinen Titel zu CTO", "Bitte füge Java zu meinen Fähigkeiten hinzu", "Mein Name ist Bob Brown",
        "cambia mi título a CTO", "mi nombre es María López", "¿puedes añadir Java a mis habilidades?", "Je m'appelle Marie",
        "我的名字是李雷", "измени мой заголовок на CTO",
    ])
    func whatIsNotUnderstoodIsSaidHonestly(message: String) throws {
        let reply = try ChatFixture.reply(message)
        #expect(reply.operations.isEmpty)
        #expect(reply.text.contains("without a language model") || reply.text.contains("Tell me"))
    }

    @Test func aPastedTextIsNoRequest() throws {
        let advertisement = """
            Title: Senior Engineer
            Location: Berlin, Germany
            We are looking for somebody who can add value to our skills matrix.
            """
        #expect(try ChatFixture.changes(advertisement).isEmpty)
        let letter = """
            Dear Sir or Madam,
            thank you for your letter. It was a pleasure to read.
            We met in Paris. You had a red coat.
            My name is Bob Brown. I live in Madrid.
            It would be nice to meet again. See you soon.
            """
        let reply = try ChatFixture.reply(letter)
        #expect(reply.operations.isEmpty)
        #expect(reply.text.contains("longer text"))
    }

    @Test(arguments: [
        ("what's my email?", "ada@engine.example"), ("What is my name", "Ada Byron"), ("what’s my title?", "Engineer"),
        ("show my skills", "Adobe Photoshop"), ("what skills do I have?", "JavaScript"), ("do I have a phone number?", "empty"),
        ("show me my experience", "Acme"), ("hello", "Hello"), ("Hi!", "Hello"), ("good morning", "Hello"),
        ("thanks", "welcome"), ("Thank you so much!", "welcome"), ("is my resume complete?", "missing"),
        ("what do I still need?", "missing"), ("what is missing?", "missing"), ("What's missing", "missing"),
        ("check my resume", "missing"), ("am i done?", "missing"), ("undo", "Undo"), ("undo that please", "Undo"),
        ("who are you", "built-in assistant"), ("What can you do?", "built-in assistant"), ("help", "built-in assistant"),
        ("Are you a bot?", "built-in assistant"), ("delete my degree", "no degree"),
    ])
    func questionsGetShortAnswers(message: String, part: String) throws {
        let reply = try ChatFixture.reply(message)
        #expect(reply.operations.isEmpty)
        #expect(reply.text.contains(part))
        #expect(reply.text.utf8.count < 600)
    }
}
