/// Words by which to tell what somebody says about a field from what the field should say.
enum VagueWords {
    /// First words of a judgement: "my title is outdated", "my name is spelled wrong". A title may begin with one of them
    /// ("Missing Persons Coordinator"), so they count only behind "is" and "should be".
    static let judgements = Self.words(
        """
        wrong incorrect inaccurate outdated old obsolete bad poor terrible awful horrible weak weird strange odd ugly boring
        dull bland confusing unclear vague generic good great fine nice perfect ok okay excellent correct right accurate
        missing gone lost absent empty blank incomplete unfinished complete done ready broken messed invalid visible hidden
        private public secret confidential important unimportant relevant irrelevant necessary unnecessary required optional
        spelled spelt misspelled misspelt mistyped written typed pronounced shown showing displayed listed formatted cut
        duplicated repeated taken set changing going getting supposed still also even just already always never only
        hard difficult easy known unknown different similar identical long short big small large huge tiny wordy bold
        unprofessional professional impressive embarrassing misleading redundant inconsistent cropped truncated overlapping
        quite pretty rather really very too so much far way kind sort sure probably maybe perhaps apparently obviously
        not no none nothing nowhere neither isn't needed needs like about because since if when why whether yes
        on in at under above below near next from with without for of by up down off out over after before between
        supposedly currently all both half being been having available unavailable better worse best worst
        """)

    /// First words of what is no value in any form: "change my title to something more senior", "… to match the job".
    static let vague = Self.words(
        """
        something anything whatever everything nothing somewhere anywhere someone more less better worse best nicer shorter
        longer simpler clearer stronger cooler catchier bigger smaller larger fancier higher lower newer older different
        another other others same similar new updated current correct right proper appropriate suitable relevant real actual
        my your his her its their our this that these those it them one ones the a an some any all each every
        where what which who how when why whatever wherever
        match reflect sound look fit suit appear include mention emphasize emphasise highlight focus show say read have
        contain use add remove make keep stay become start begin end stand be being not never no
        uppercase lowercase caps capitals capitalized capital bold italic underlined italics blue red green black gray grey
        centered title-case sentence-case null nil none n/a blank empty undefined unknown tbd
        """)

    /// First words of what people want done to a text instead of the text itself.
    static let textInstructions = Self.words(
        """
        first third bullet bullets point points english german spanish french short long concise brief professional formal
        informal casual impress attract target tell explain describe convey express stress cover avoid list fewer many much
        very too really quite
        """)

    /// Words within a short value that show it to be more than the value: "CTO because I was promoted".
    static let doubts = Self.words(
        """
        but because if unless although though however maybe perhaps please thanks i'm i've i'll i'd it's is was were am
        should would could don't doesn't didn't isn't wasn't or whichever whatever something
        """)

    /// The same for names and places, in which fewer words occur.
    static let nameDoubts = Self.words(
        """
        from with for at on in to and my your the a an as by not also which who that this where when since until than too
        """)
    static let placeDoubts = Self.words("with for my your which who that this where when since until than from and as too")

    /// First words of what is no thing to add to a list: "add some more skills".
    static let vagueItems = Self.words(
        """
        something anything whatever everything more some any all these those them it that this the following stuff things
        my your our better relevant new other others another many few several lots keywords appropriate
        """)

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
