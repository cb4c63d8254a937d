/// Lines that belong to the pages and not to the resume.
enum PageFurniture {
    static func matches(_ line: TextLine) -> Bool {
        let tokens = line.tokens
        guard tokens.count <= 8, let first = tokens.first else { return false }
        if ["page", "seite", "pagina", "strona", "pag", "pg", "p"].contains(first.folded), tokens.count > 1 {
            return tokens.dropFirst().allSatisfy {
                $0.kind == .number || $0.kind == .mark || ["of", "von", "de", "sur", "di", "z", "van"].contains($0.folded)
            } && tokens.contains { $0.kind == .number }
        }
        if tokens.count == 1, (1...2).contains(first.digits), !line.hasBullet { return true }
        if tokens.count == 3, first.digits == 1, tokens[1].isMark("/"), tokens[2].digits == 1 { return true }
        if tokens.count == 3, first.isDash, tokens[1].digits <= 2, tokens[1].kind == .number, tokens[2].isDash { return true }
        if line.hasBullet, tokens.count == 2, first.kind == .number, first.digits <= 2, tokens[1].isDash { return true }
        return line.phrase.key == "continued" || line.phrase.key == "continued on next page"
    }

    static let documentWords: Set<String> = [
        "page", "resume", "cv", "curriculum", "vitae", "lebenslauf", "continued", "cont", "of", "seite", "pagina", "von",
        "bewerbung", "curriculo", "europass", "sample", "template", "resumee", "zyciorys", "hoja", "de", "vida", "professional",
    ]

    /// "CURRICULUM VITAE", "Lebenslauf", "Formato europeo per il curriculum vitae": the document's title and no one's name.
    static func isBanner(_ line: TextLine) -> Bool {
        let words = line.tokens.filter(\.isWord).map(\.folded)
        guard !words.isEmpty, words.count <= 8, line.tokens.allSatisfy({ $0.kind == .word || $0.kind == .mark }) else {
            return false
        }
        return words.allSatisfy(Self.documentWords.contains) || words.contains("vitae") && words.contains("formato")
    }

    /// Whether a line only repeats the person's name, as the head of a further page does.
    static func repeats(_ name: Phrase, in line: TextLine) -> Bool {
        let wanted = name.words.map(\.folded)
        let words = line.tokens.filter(\.isWord).map(\.folded)
        guard !wanted.isEmpty, words.starts(with: wanted) else { return false }
        let rest = line.tokens.filter(\.isWord).dropFirst(wanted.count)
        let isCredential = NameCredentials.isCredential(line.scalars)
        return rest.allSatisfy { Self.documentWords.contains($0.folded) || isCredential($0) }
            && line.tokens.allSatisfy { $0.kind == .word || $0.kind == .mark || $0.digits == 1 }
    }
}
