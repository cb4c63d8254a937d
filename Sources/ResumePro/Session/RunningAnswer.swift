/// An answer on its way: as far as it has come, and which of it a client has.
struct RunningAnswer {
    private(set) var text = ""
    /// Where the pieces end in the text, by their offsets.
    private var pieces: [(offset: Int, end: Int)] = []

    mutating func append(_ piece: String) { self.text += piece }

    /// All of the text was sent with this offset or before.
    mutating func sent(_ offset: Int) { self.pieces.append((offset, self.text.utf8.count)) }

    /// A client came back that has nothing beyond this offset.
    /// - Returns: what it lacks.
    mutating func rest(after offset: Int) -> String {
        // What was sent and did not arrive was not sent. Its offsets lie among those of packets that the client gets now.
        self.pieces.removeAll { $0.offset > offset }
        return String(decoding: self.text.utf8.dropFirst(self.pieces.last?.end ?? 0), as: UTF8.self)
    }
}
