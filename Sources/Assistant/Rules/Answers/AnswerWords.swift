/// How people begin an answer, and how they decline one. Lower case, without marks.
enum AnswerWords {
    static let skip: Set = [
        "-", "dont have one", "dont know", "i dont have any", "i dont have one", "i dont know", "i have none", "idk", "later",
        "leave it",
        "leave it empty", "n/a", "na", "next", "no", "no idea", "none", "not now", "nothing", "pass", "prefer not to say",
        "skip",
        "skip for now", "skip it", "skip please", "skip that", "skip this", "skip this one",
    ]

    static let stop: Set = ["abort", "cancel", "enough", "exit", "quit", "stop", "stop asking", "stop it", "thats enough"]

    /// By the last name of the field's path; longer ones first where one begins another.
    static let leadIns: [String: [String]] = [
        "Name": [
            "my full name is", "my name is", "my name's", "the name is", "it is", "it's", "i am", "i'm", "call me", "name:",
        ],
        "Title": [
            "my job title is", "my title is", "i work as an", "i work as a", "i am an", "i am a", "i'm an", "i'm a", "it is",
            "it's", "title:",
        ],
        "Location": [
            "i currently live in", "i am living in", "i live in", "i am based in", "i'm based in", "i am in", "i'm in",
            "based in", "it is",
            "it's", "in", "location:",
        ],
        "Position": [
            "my position was", "my title was", "i worked as an", "i worked as a", "i work as an", "i work as a", "i was an",
            "i was a", "i was the",
            "i am an", "i am a", "i'm an", "i'm a", "it was", "as an", "as a",
        ],
        "Company": [
            "i worked for", "i worked at", "i work for", "i work at", "the company was", "it was", "it is", "it's", "for", "at",
        ],
        "Dates": ["i worked there from", "it was from", "it was", "from"],
        "Degree": [
            "i earned an", "i earned a", "i have an", "i have a", "i did an", "i did a", "it was an", "it was a", "an", "a",
        ],
        "Institution": ["i studied at", "i went to", "it was at", "it was", "at"],
        "Experience": [
            "i have been working as an", "i have been working as a", "i worked as an", "i worked as a", "i work as an",
            "i work as a", "i was an",
            "i was a", "i am an", "i am a", "i'm an", "i'm a",
        ],
        "Education": ["i studied", "i did an", "i did a", "i have an", "i have a"],
    ]
}
