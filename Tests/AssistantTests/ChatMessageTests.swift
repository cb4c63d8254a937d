import Testing

@testable import Assistant

/// Messages as people type them, with what each changes.
@Suite struct ChatMessageTests {
    @Test(arguments: [
        ChatExample("change my title to Staff Engineer", "Title = Staff Engineer"),
        ChatExample("Can you change my title to Staff Engineer?", "Title = Staff Engineer"),
        ChatExample("Could you please change my title to Staff Engineer?", "Title = Staff Engineer"),
        ChatExample("change my title to Staff Engineer please", "Title = Staff Engineer"),
        ChatExample("Please change my title to \"Staff Engineer\".", "Title = Staff Engineer"),
        ChatExample("change my title to Staff Engineer, thanks!", "Title = Staff Engineer"),
        ChatExample("Change my title to Staff Engineer. Thanks!", "Title = Staff Engineer"),
        ChatExample("can you change my title to Staff Engineer instead?", "Title = Staff Engineer"),
        ChatExample("change my title to Staff Engineer now", "Title = Staff Engineer"),
        ChatExample("Change my title to CTO\nThanks\nBob", "Title = CTO"),
        ChatExample("change my title to CTO 🙂", "Title = CTO"),
        ChatExample("I would like to change my title to CTO", "Title = CTO"),
        ChatExample("i want you to update my title to senior nurse", "Title = senior nurse"),
        ChatExample("change title to cto", "Title = cto"),
        ChatExample("CHANGE MY TITLE TO CTO PLEASE", "Title = CTO"),
        ChatExample("chnage my tilte to CTO", "Title = CTO"),
        ChatExample("change my title from Engineer to CTO", "Title = CTO"),
        ChatExample("change my title to be CTO", "Title = CTO"),
        ChatExample("change my title to a Staff Engineer", "Title = Staff Engineer"),
        ChatExample("change my title to Missing Persons Coordinator", "Title = Missing Persons Coordinator"),
        ChatExample("change my title to Head of Research and Development", "Title = Head of Research and Development"),
        ChatExample("change my title to Director of Sales, Marketing", "Title = Director of Sales, Marketing"),
        ChatExample(
            "change my title to Sales and Marketing, Email Specialist", "Title = Sales and Marketing, Email Specialist"),
        ChatExample("change my title to Software Engineer I", "Title = Software Engineer I"),
        ChatExample("change my title to \"Better Living Coach, please\"", "Title = Better Living Coach, please"),
        ChatExample("title: CTO", "Title = CTO"),
        ChatExample("Title: CTO\nEmail: bob@new.example", "Title = CTO", "Email = bob@new.example"),
        ChatExample("my title is CTO", "Title = CTO"), ChatExample("my title should be CTO", "Title = CTO"),
        ChatExample("my title is now CTO", "Title = CTO"),
        ChatExample("My name is Maria Lopez.", "Name = Maria Lopez"),
        ChatExample("my name is Maria Lopez. I live in Madrid now.", "Name = Maria Lopez", "Location = Madrid"),
        ChatExample("my name is Maria Lopez and I live in Madrid", "Name = Maria Lopez", "Location = Madrid"),
        ChatExample("my name is Maria Lopez and I work a lot", "Name = Maria Lopez"),
        ChatExample("My name is Maria Lopez. I am a nurse. I like my job.", "Name = Maria Lopez"),
        ChatExample("Set my name to Bob Brown; thanks", "Name = Bob Brown"),
        ChatExample("set my name to John F. Kennedy", "Name = John F. Kennedy"),
        ChatExample("hi, my name is actually bob brown", "Name = bob brown"),
        ChatExample("set name to Bob Brown Jr.", "Name = Bob Brown Jr."),
        ChatExample("change my email to maria@new.example!", "Email = maria@new.example"),
        ChatExample("my email is maria@new.example. I live in Madrid.", "Email = maria@new.example", "Location = Madrid"),
        ChatExample("update my email with maria@new.example", "Email = maria@new.example"),
        ChatExample("change email maria@new.example", "Email = maria@new.example"),
        ChatExample("my new emial address is maria@new.example thx", "Email = maria@new.example"),
        ChatExample("set phone: +49 30 1234567", "Phone = +49 30 1234567"),
        ChatExample("my phone number is (512) 555-0000", "Phone = (512) 555-0000"),
        ChatExample("add my phone number 512-555-0000", "Phone = 512-555-0000"),
        ChatExample(
            "set my location to Paris, France and my phone to +33 1 23 45 67 89", "Location = Paris, France",
            "Phone = +33 1 23 45 67 89"),
        ChatExample("change my title to CTO and email to bob@new.example", "Title = CTO", "Email = bob@new.example"),
        ChatExample("my name is Bob Brown and my email is bob@new.example", "Name = Bob Brown", "Email = bob@new.example"),
        ChatExample("set location to Washington, D.C.", "Location = Washington, D.C."),
        ChatExample("I moved to Berlin, Germany", "Location = Berlin, Germany"),
        ChatExample("i live in madrid", "Location = madrid"),
        ChatExample("could you update the company to Globex Inc.", "Experience[0].Company = Globex Inc."),
        ChatExample("change the company of my job at Acme to Globex", "Experience[0].Company = Globex"),
        ChatExample("change my title at Acme to Lead Engineer", "Experience[0].Position = Lead Engineer"),
        ChatExample(
            "set my summary to I design and make chairs, and add value to my clients",
            "Summary = I design and make chairs, and add value to my clients"),
        ChatExample(
            "Change my summary to: Nurse with ten years of practice.\nI work in intensive care. Thanks!",
            "Summary = Nurse with ten years of practice.\nI work in intensive care."),
        ChatExample(
            "Set my summary to I build bridges. They stand. Change my title to CTO.", "Summary = I build bridges. They stand.",
            "Title = CTO"),
        ChatExample("change my summary to \"Short.\"", "Summary = Short."),
        ChatExample("summary: Builds engines; mends them.", "Summary = Builds engines; mends them."),
        ChatExample("clear my summary", "Summary -"), ChatExample("remove my email", "Email -"),
        ChatExample("I want my title to be CTO", "Title = CTO"),
        ChatExample(
            "Change my title to Lead, add Java to my skills, and put skills first", "Title = Lead", "Skills + Java",
            "Skills > 0"),
        ChatExample("set name to Bob, title to CTO and location to Paris", "Name = Bob", "Title = CTO", "Location = Paris"),
        ChatExample(
            "set my title to \"CTO\" and my location to \"Paris, France\"", "Title = CTO", "Location = Paris, France"),
        ChatExample("I got promoted! Change my title to CTO.", "Title = CTO"),
    ])
    func fieldsAreSet(example: ChatExample) throws {
        #expect(try ChatFixture.changes(example.message) == example.changes)
    }

    @Test(arguments: [
        ChatExample("add Swift to my skills", "Skills + Swift"),
        ChatExample("add Docker to my skills please", "Skills + Docker"),
        ChatExample("can you add Java to my skills?", "Skills + Java"), ChatExample("add Kotlin as a skill", "Skills + Kotlin"),
        ChatExample("Add a skill: Rust", "Skills + Rust"), ChatExample("add the skill Rust", "Skills + Rust"),
        ChatExample("add kotlin skill", "Skills + kotlin"), ChatExample("put Docker under skills", "Skills + Docker"),
        ChatExample("include docker in my skils", "Skills + docker"),
        ChatExample("add Swift, Rust and Zig to my skills", "Skills + Swift", "Skills + Rust", "Skills + Zig"),
        ChatExample("add to my skills: Swift, Rust", "Skills + Swift", "Skills + Rust"),
        ChatExample("add the following to my skills: Swift, Rust", "Skills + Swift", "Skills + Rust"),
        ChatExample("add Java to my skills and Python to my languages", "Skills + Java", "Languages + Python"),
        ChatExample("add Project planning and control to skills", "Skills + Project planning and control"),
        ChatExample("add German to languages please.", "Languages + German"),
        ChatExample("add Go and Rust to skills", "Skills + Rust"),
        ChatExample("add dancing to hobbies", "Hobbies + dancing"),
        ChatExample("add Java to my skills and remove Go from my skills", "Skills + Java", "Skills[0] -"),
        ChatExample(
            "add a job: Staff Engineer at Initech, 2021 - Present", "Experience + Staff Engineer, Initech, 2021 - Present"),
        ChatExample(
            "I worked as a Staff Engineer at Initech from 2015 to 2018", "Experience + Staff Engineer, Initech, 2015 to 2018"),
        ChatExample("add \"Research, Development and Testing\" to my skills", "Skills + Research, Development and Testing"),
        ChatExample(
            "add a degree: BSc Physics, University of Oslo, 2012 - 2016",
            "Education + BSc, Physics, University of Oslo, 2012 - 2016"),
        ChatExample("add certification AWS Solutions Architect", "Certifications + AWS Solutions Architect"),
        ChatExample("delete all my skills", "Skills -"),
        ChatExample("remove go from my skills", "Skills[0] -"), ChatExample("delete C++ from skills please", "Skills[2] -"),
        ChatExample("remove Go and C++ from my skills", "Skills[2] -", "Skills[0] -"),
        ChatExample("remove JavaScript", "Skills[1] -"), ChatExample("remove the skill Go", "Skills[0] -"),
        ChatExample("delete the Hobbies section", "Hobbies -"), ChatExample("delete my job", "Experience[0] -"),
        ChatExample("remove my job at Acme", "Experience[0] -"),
        ChatExample("remove Acme Inc. from my experience", "Experience[0] -"),
        ChatExample("remove Acme from my experience", "Experience[0] -"),
        ChatExample("replace Go with Rust in my skills", "Skills[0] = Rust"),
        ChatExample("put skills first", "Skills > 0"), ChatExample("put skills above experience", "Skills > 6"),
        ChatExample("move education up", "Education > 6"), ChatExample("move my skills section to the end", "Skills > 9"),
        ChatExample("move skills to the top", "Skills > 0"), ChatExample("put Education before Experience", "Education > 6"),
        ChatExample("please move experience below education", "Experience > 7"),
        ChatExample("could you put education at the top of my resume?", "Education > 0"),
        ChatExample("move hobbies to the bottom and skills to the top", "Skills > 0"),
        ChatExample("rename Hobbies to Interests", "Hobbies : Interests"),
        ChatExample("rename Hobbies to Pastimes and move Pastimes to the top", "Hobbies : Pastimes", "Pastimes > 0"),
    ])
    func listsAndSectionsAreChanged(example: ChatExample) throws {
        #expect(try ChatFixture.changes(example.message) == example.changes)
    }
}
