/// Takes the blocks of a document as its reader comes upon them, and lays tables out: a row is one line with its cells
/// parted by tabs where they are short, and its cells follow one another where they hold whole columns of text.
struct BlockSink {
    private var builder: TextBuilder
    private var rows: [[Cell]] = []

    private typealias Cell = [Entry]

    private enum Entry {
        case blank
        case block(TextBuilder.Block, String, targets: [String])

        var text: String? { if case .block(_, let text, _) = self { text } else { nil } }
        var targets: [String] { if case .block(_, _, let targets) = self { targets } else { [] } }
    }

    /// A cell that is longer is text and no label.
    private static let labelLength = 60

    init(limit: Int) { self.builder = TextBuilder(limit: limit) }

    var isFull: Bool { self.builder.isFull }

    mutating func add(_ block: TextBuilder.Block, _ text: String, targets: [String] = []) {
        guard text.contains(where: { !$0.isWhitespace }) || !targets.isEmpty else { return self.blank() }
        self.add(.block(block, text, targets: targets))
    }

    mutating func blank() { self.add(.blank) }

    private mutating func add(_ entry: Entry) {
        if let row = self.rows.indices.last, !self.rows[row].isEmpty {
            self.rows[row][self.rows[row].count - 1].append(entry)
        } else if case .block(let block, let text, let targets) = entry {
            self.builder.add(block, text, targets: targets)
        } else {
            self.builder.blank()
        }
    }

    mutating func beginRow() { self.rows.append([]) }

    mutating func beginCell() { if !self.rows.isEmpty { self.rows[self.rows.count - 1].append([]) } }

    mutating func endRow() {
        guard let row = self.rows.popLast() else { return }
        let cells = row.map { cell in cell.filter { $0.text != nil } }.filter { !$0.isEmpty }
        guard !cells.isEmpty else { return self.blank() }
        let labels = cells.dropLast()
        let isRow =
            cells.count > 1
            && labels.allSatisfy { $0.count == 1 && ($0[0].text ?? "").count <= Self.labelLength }
            && !(cells.last?.first?.text ?? "").contains("\n")
        guard isRow, let last = cells.last else {
            for (place, cell) in row.enumerated() {
                if place > 0 { self.blank() }
                for entry in cell { self.add(entry) }
            }
            return
        }
        let line = cells.compactMap { $0[0].text?.split(whereSeparator: \.isNewline).joined(separator: " ") }
        self.add(.block(.paragraph, line.joined(separator: "\t"), targets: cells.flatMap { $0[0].targets }))
        for entry in last.dropFirst() { self.add(entry) }
    }

    consuming func text() throws(DocumentError) -> String {
        while !self.rows.isEmpty { self.endRow() }
        return try self.builder.text()
    }
}
