extension String {
    /// Pieces of one answer: each is an event to every client of the person.
    static let maxPieces = 200

    /// The text cut after runs of white space, so that the pieces joined are the text: a word each, or several where there
    /// would be more than ``maxPieces``.
    var answerPieces: [Substring] {
        let words = self.wordPieces
        let each = (words.count + Self.maxPieces - 1) / Self.maxPieces
        guard each > 1 else { return words }
        return stride(from: 0, to: words.count, by: each).map { start in
            self[words[start].startIndex..<words[min(start + each, words.count) - 1].endIndex]
        }
    }

    private var wordPieces: [Substring] {
        var pieces: [Substring] = []
        var start = self.startIndex
        var inSpace = false
        for index in self.indices {
            let space = self[index].isWhitespace
            if inSpace, !space {
                pieces.append(self[start..<index])
                start = index
            }
            inSpace = space
        }
        if start < self.endIndex { pieces.append(self[start...]) }
        return pieces
    }
}
