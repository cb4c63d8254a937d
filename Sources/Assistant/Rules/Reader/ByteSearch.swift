/// Plain search for bytes in bytes: for words and lines many times faster than search in strings, which compares letters by
/// their canonical forms.
enum ByteSearch {
    static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
        guard let first = word.first else { return true }
        guard word.count <= text.count else { return false }
        for start in 0...(text.count - word.count)
        where text[start] == first && text[start..<(start + word.count)].elementsEqual(word) {
            return true
        }
        return false
    }
}
