/// Words around a request that are no part of it.
enum Politeness {
    /// What a request may begin with, in lower case.
    static let openings = Self.phrases(
        """
        please; pls; plz; kindly; can you; could you; would you; will you; can u; could u; can we; could we; let's; lets
        i want to; i want you to; i would like to; i would like you to; i'd like to; i'd like you to; i need to
        i need you to; i want; i would like; i'd like; i wanna; we need to; want to; help me; help me to; go ahead and
        is it possible to; would it be possible to; are you able to; and; then; also; now; next; first; finally; just; so
        well; oh; actually; hi; hi there; hello; hello there; hey; hey there; good morning; good evening; ok; okay; yes; yeah; great
        thanks; thank you; sorry; no
        """)

    /// What a request may end with, in lower case. Taken off a value only where it is written small or stands behind a
    /// comma, so that a company may be called "Act Now"; ``always`` is taken off in any case.
    static let endings = Self.phrases(
        """
        instead; now; for me; asap; right away; right now; if you can; if you could; if possible; if you don't mind
        will you; would you; could you; can you; ok; okay; again; as well; too; kindly; immediately; from now on
        on my resume; in my resume; on my cv; in my cv; on the resume; in the resume; btw; lol; haha
        """)

    static let always = Self.phrases(
        """
        please; pls; plz; thanks; thank you; thx; ty; cheers; thanks a lot; many thanks; thank you very much
        thanks so much; thank you so much; thanks in advance; thank you in advance
        """)

    /// Words whose full stop ends no sentence.
    static let abbreviations: Set<String> = [
        "st", "dr", "mr", "mrs", "ms", "prof", "inc", "ltd", "co", "corp", "jr", "sr", "mt", "ft", "bros", "vs", "no", "dept",
        "univ", "rev", "hon", "gen", "col", "capt", "lt", "etc", "bldg", "ave", "blvd", "assoc", "approx", "tel",
    ]

    /// Longest first: "thanks a lot" before "thanks".
    private static func phrases(_ list: String) -> [[String]] {
        list.split { $0 == ";" || $0.isNewline }
            .map { $0.split(separator: " ").map(String.init) }
            .sorted { $0.count > $1.count }
    }
}
