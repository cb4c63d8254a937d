import Foundation

/// A word and its place on the page, in points from the top left corner.
struct PlacedWord: Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    var text: String

    var height: Double { self.bottom - self.top }
    var middle: Double { (self.top + self.bottom) / 2 }
}

struct PageWords: Equatable {
    var width: Double
    var height: Double
    /// In the order in which the file draws them.
    var words: [PlacedWord]
}

extension PageWords {
    /// What `pdftotext -bbox` prints: a line for each page and each word.
    static func pages(in output: [UInt8]) -> [PageWords] {
        var pages: [PageWords] = []
        for line in output.split(separator: 0x0A) {
            let line = line.drop { $0 == 0x20 }
            if line.starts(with: Self.wordStart) {
                guard !pages.isEmpty, let word = self.word(line) else { continue }
                pages[pages.count - 1].words.append(word)
            } else if line.starts(with: Self.pageStart) {
                let numbers = self.numbers(line)
                pages.append(PageWords(width: numbers.first ?? 0, height: numbers.dropFirst().first ?? 0, words: []))
            }
        }
        return pages
    }

    private static let wordStart = Array("<word ".utf8)
    private static let pageStart = Array("<page ".utf8)

    private static func word(_ line: ArraySlice<UInt8>) -> PlacedWord? {
        let box = self.numbers(line)
        guard box.count == 4, box[2] > box[0], box[3] > box[1], let start = line.firstIndex(of: 0x3E),
            let end = line.lastIndex(of: 0x3C), start < end
        else { return nil }
        let text = self.unescaped(String(decoding: line[(start + 1)..<end], as: UTF8.self))
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        return PlacedWord(left: box[0], top: box[1], right: box[2], bottom: box[3], text: text)
    }

    /// The numbers in quotation marks before the first ">".
    private static func numbers(_ line: ArraySlice<UInt8>) -> [Double] {
        var numbers: [Double] = []
        var place = line.startIndex
        while place < line.endIndex, line[place] != 0x3E {
            guard line[place] == 0x22 else {
                place += 1
                continue
            }
            let start = place + 1
            place = line[start...].firstIndex(of: 0x22) ?? line.endIndex
            // What lies a kilometre off the page is no place.
            guard let number = Double(String(decoding: line[start..<place], as: UTF8.self)), abs(number) < 1e6 else {
                return []
            }
            numbers.append(number)
            if place < line.endIndex { place += 1 }
        }
        return numbers
    }

    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(0x26) else { return text }
        var text = text
        for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&amp;", "&")] {
            text = text.replacingOccurrences(of: name, with: sign)
        }
        return text
    }
}
